// The sentences of the demonstration, read from their file.
#include <array>

#include "dui/demonstration/lignes.hpp"
#include "dui/demonstration/vecu.hpp"

namespace grappe::demonstration {
namespace {

using transmission::Forme, transmission::Urgence;

// secteur;profession;classe;urgence;texte;cible;donnees;actions;resultats
constexpr std::size_t colonnes = 9;

std::optional<Phrase> phrase_de(const std::vector<std::string_view>& champs) {
    if (champs.size() != colonnes) return std::nullopt;
    const auto profession = core::named<partage::Profession>(champs[1]);
    const auto classe = core::named<partage::Classe>(champs[2]);
    const auto urgence = core::named<Urgence>(champs[3]);
    if (!profession || !classe || !urgence || !partage::ecrit(*profession, *classe))
        return std::nullopt;
    const auto texte = [&](std::size_t rang) { return std::string{champs[rang]}; };
    Phrase phrase{.secteur = texte(0),
                  .profession = *profession,
                  .classe = *classe,
                  .dit = {.forme = champs[4].empty() ? Forme::ciblee : Forme::narrative,
                          .urgence = *urgence,
                          .texte = texte(4),
                          .cible = texte(5),
                          .donnees = texte(6),
                          .actions = texte(7),
                          .resultats = texte(8)}};
    if (!transmission::fautes_de(phrase.dit).empty()) return std::nullopt;
    return phrase;
}

}  // namespace

core::Result<std::vector<Phrase>> lire_les_phrases(const std::filesystem::path& fichier) {
    return lire_les_lignes<Phrase>(fichier, phrase_de);
}

}  // namespace grappe::demonstration
