// Reasons for and against putting two requests together.
#include "portail/membres/rapprochement.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/texte.hpp"

namespace grappe::membres {
namespace {

void comparer_couloirs(const Profil& un, const Profil& autre, Rapprochement& trouve) {
    if (un.couloir.empty() || autre.couloir.empty()) return;
    const bool memes = un.couloir == autre.couloir;
    (memes ? trouve.raisons : trouve.reserves)
        .push_back({memes ? "grappe.couloir_commun" : "grappe.couloirs_differents",
                    {{"couloir", autre.couloir}}});
}

// The same software is the rule of a project (SOL-01).
void comparer_logiciels(const Profil& un, const Profil& autre, Rapprochement& trouve) {
    if (un.logiciel.empty() || autre.logiciel.empty()) return;
    const bool memes = core::fold(un.logiciel) == core::fold(autre.logiciel);
    (memes ? trouve.raisons : trouve.reserves)
        .push_back({memes ? "grappe.logiciel_commun" : "grappe.logiciels_differents",
                    {{"logiciel", autre.logiciel}}});
}

void comparer_tailles(const Profil& un, const Profil& autre, Rapprochement& trouve) {
    const int ensemble = un.essms + autre.essms, minimum = taille_minimale(un.region);
    const rules::Faits faits{{"ensemble", static_cast<std::int64_t>(ensemble)},
                             {"minimum", static_cast<std::int64_t>(minimum)},
                             {"manque", static_cast<std::int64_t>(minimum - ensemble)},
                             {"tranche", static_cast<std::int64_t>(taille_de_la_tranche)}};
    if (ensemble < minimum)
        trouve.reserves.push_back({"grappe.sous_le_minimum", faits});
    else if (ensemble > taille_de_la_tranche)
        trouve.reserves.push_back({"grappe.au_dela_de_la_tranche", faits});
    else
        trouve.raisons.push_back({"grappe.taille_suffisante", faits});
}

}  // namespace

int taille_minimale(std::string_view region) {
    constexpr auto corse_et_outre_mer =
        std::to_array<std::string_view>({"94", "01", "02", "03", "04", "06"});
    const bool petite = std::find(corse_et_outre_mer.begin(), corse_et_outre_mer.end(), region) !=
                        corse_et_outre_mer.end();
    return petite ? 8 : 15;
}

std::optional<Rapprochement> rapprocher(const Profil& un, const Profil& autre) {
    if (un.region.empty() || un.region != autre.region) return std::nullopt;
    Rapprochement trouve;
    trouve.raisons.push_back({"grappe.meme_region", {}});
    comparer_couloirs(un, autre, trouve);
    comparer_logiciels(un, autre, trouve);
    comparer_tailles(un, autre, trouve);
    return trouve;
}

bool convient_mieux(const Rapprochement& un, const Rapprochement& autre) {
    return std::tuple{autre.raisons.size(), un.reserves.size()} <
           std::tuple{un.raisons.size(), autre.reserves.size()};
}

}  // namespace grappe::membres
