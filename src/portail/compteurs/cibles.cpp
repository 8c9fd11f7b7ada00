// Reading of donnees/compteurs.
#include "portail/compteurs/cibles.hpp"

#include <algorithm>
#include <array>

#include "core/integer.hpp"
#include "core/texte.hpp"

namespace grappe::compteurs {
namespace {

constexpr std::size_t champs = 4;  // name, value, day, source

core::Refusal faute(std::string_view ou) {
    return core::refuse(core::Reason::invalid, "compteurs.cibles", std::string{ou});
}

// False when the line has not these fields.
bool decouper(std::string_view ligne, std::array<std::string_view, champs>& lus) {
    for (std::size_t rang = 0; rang < champs; ++rang) {
        const auto barre = rang + 1 < champs ? ligne.find('|') : ligne.size();
        if (barre == ligne.npos) return false;
        lus[rang] = core::trimmed(ligne.substr(0, barre));
        ligne.remove_prefix(std::min(ligne.size(), barre + 1));
    }
    return true;
}

core::Result<Cible> lire_une(const std::array<std::string_view, champs>& lus) {
    Cible cible{.valeur = core::integer<std::int64_t>(lus[1]).value_or(0),
                .echeance = std::nullopt,
                .source = std::string{lus[3]}};
    if (cible.valeur <= 0 || cible.source.empty()) return faute(lus[0]);
    if (lus[2].empty()) return cible;
    const auto jour = core::Date::parse(lus[2]);
    if (!jour) return faute(lus[0]);
    cible.echeance = *jour;
    return cible;
}

}  // namespace

core::Result<Cibles> Cibles::lire(std::string_view texte) {
    Cibles cibles{};
    Cible seuil{};
    const std::array connues{std::pair{"dui_actifs", &cibles.dui_actifs},
                             std::pair{"etablissements", &cibles.etablissements},
                             std::pair{"seuil", &seuil}};
    while (!texte.empty()) {
        const auto ligne = texte.substr(0, texte.find('\n'));
        texte.remove_prefix(std::min(texte.size(), ligne.size() + 1));
        if (ligne.empty() || ligne.starts_with('#')) continue;
        std::array<std::string_view, champs> lus;
        if (!decouper(ligne, lus)) return faute(ligne);
        if (lus[0] == "version") cibles.version = lus[1];
        for (const auto& [nom, ou] : connues) {
            if (lus[0] != nom) continue;
            auto lue = lire_une(lus);
            if (!lue) return lue.error();
            *ou = *std::move(lue);
        }
    }
    if (cibles.version.empty()) return faute("version");
    for (const auto& [nom, ou] : connues)
        if (ou->valeur == 0) return faute(nom);
    cibles.seuil = static_cast<std::size_t>(seuil.valeur);
    return cibles;
}

}  // namespace grappe::compteurs
