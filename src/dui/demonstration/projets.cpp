// Read, then written key after key.
#include "dui/demonstration/projets.hpp"

#include "core/integer.hpp"
#include "dui/demonstration/lignes.hpp"
#include "dui/demonstration/vie.hpp"
#include "secret/empreinte.hpp"

namespace grappe::demonstration {
namespace {

using element::Genre;

// secteur;cle;genre;champs
std::optional<Trait> trait_de(const std::vector<std::string_view>& colonnes) {
    if (colonnes.size() != 4) return std::nullopt;
    const auto genre = core::named<Genre>(colonnes[2]);
    if (!genre || projet::fiche_de(*genre) == nullptr) return std::nullopt;
    const auto champs = paires_de(colonnes[3]);
    if (!champs) return std::nullopt;
    Trait trait{std::string{colonnes[0]}, std::string{colonnes[1]}, *genre, {}};
    trait.champs.insert(champs->begin(), champs->end());
    return trait;
}

// The same person, sector and key have the same id each time.
std::string id_de(const Dessein& dessein, std::string_view cle) {
    return secret::empreinte("projet " + dessein.finess_et.text() + " " + dessein.personne + " " +
                             std::string{cle})
        .substr(0, 32);
}

projet::Textes champs_de(const Dessein& dessein, const Trait& trait) {
    auto champs = trait.champs;
    for (auto& [nom, valeur] : champs) {
        if (valeur.starts_with('@')) valeur = id_de(dessein, valeur.substr(1));
        if (valeur.starts_with('#'))
            if (const auto jours = core::integer<int>(valeur.substr(1)))
                valeur = dessein.jour.plus_days(*jours).text();
    }
    return champs;
}

core::Result<void> demarrer(storage::Writer& db, const projet::Redacteur& redacteur,
                            const std::string& id) {
    const auto lu = projet::lire(db, redacteur.qui, id);
    if (!lu) return lu.error();
    if (!lu->accorde_par("structure")) return {};
    const auto passe =
        projet::passer(db, redacteur, {id, lu->lui.version.version, projet::Passage::demarrer});
    if (!passe) return passe.error();
    return {};
}

}  // namespace

core::Result<std::vector<Trait>> lire_les_projets(const std::filesystem::path& fichier) {
    return lire_les_lignes<Trait>(fichier, trait_de);
}

core::Result<std::string> ecrire_un_projet(storage::Writer& db, const projet::Redacteur& redacteur,
                                           const Dessein& dessein) {
    std::string lui, objectif;
    for (const auto& trait : dessein.traits) {
        if (trait.secteur != dessein.secteur) continue;
        const auto id = id_de(dessein, trait.cle);
        const bool entier = trait.genre == Genre::projet || trait.genre == Genre::projet_vie;
        const auto ecrit = projet::ecrire(db, redacteur,
                                          {.genre = trait.genre,
                                           .id = id,
                                           .finess_et = dessein.finess_et,
                                           .personne = dessein.personne,
                                           .projet = entier ? std::string{} : lui,
                                           .tapes = champs_de(dessein, trait)});
        if (!ecrit) return ecrit.error();
        core::ensure(ecrit->fautes.empty(), "a project of the demonstration is sound");
        if (trait.genre == Genre::projet) lui = id;
        if (trait.genre == Genre::objectif) objectif = id;
    }
    if (!lui.empty())
        if (const auto fait = demarrer(db, redacteur, lui); !fait) return fait.error();
    return objectif;
}

}  // namespace grappe::demonstration
