// Departments, regions and agencies, from the files of the INSEE and ours.
#include "referentiels/territoires.hpp"

#include <algorithm>
#include <numeric>

#include "referentiels/table.hpp"

namespace grappe::referentiels {
namespace {

template <class T, class Champ>
const T* premier(const std::vector<T>& liste, Champ champ, std::string_view voulu) {
    if (voulu.empty()) return nullptr;
    const auto trouve =
        std::find_if(liste.begin(), liste.end(), [&](const T& t) { return t.*champ == voulu; });
    return trouve == liste.end() ? nullptr : &*trouve;
}

std::vector<std::string> couper(std::string_view texte, char separateur) {
    std::vector<std::string> morceaux;
    while (true) {
        const auto fin = texte.find(separateur);
        morceaux.emplace_back(texte.substr(0, fin));
        if (fin == std::string_view::npos) return morceaux;
        texte.remove_prefix(fin + 1);
    }
}

// Corsica and every overseas territory: programme-rules, AMB-31.
bool est_corse_ou_outre_mer(const std::string& code, const std::string& zone) {
    return code == "2A" || code == "2B" || zone != "metro";
}

}  // namespace

Territoires::Territoires(std::vector<Departement> departements, std::vector<Ars> ars)
    : departements_{std::move(departements)},
      par_code_(departements_.size()),
      ars_{std::move(ars)} {
    std::iota(par_code_.begin(), par_code_.end(), std::size_t{0});
    std::ranges::sort(par_code_, {}, [&](auto place) { return code_de(place); });
}

const Departement* Territoires::departement(std::string_view code) const {
    const auto place =
        std::ranges::lower_bound(par_code_, code, {}, [&](auto rang) { return code_de(rang); });
    if (code.empty() || place == par_code_.end() || code_de(*place) != code) return nullptr;
    return &departements_[*place];
}

const Departement* Territoires::departement_de_prefixe(std::string_view prefixe_finess) const {
    return premier(departements_, &Departement::prefixe_finess, prefixe_finess);
}

const Departement* Territoires::departement_historique(std::string_view code) const {
    return premier(departements_, &Departement::code_historique, code);
}

const Ars* Territoires::ars_de_region(std::string_view region) const {
    const auto couvre = [&](const Ars& ars) {
        return std::find(ars.regions.begin(), ars.regions.end(), region) != ars.regions.end();
    };
    const auto trouvee = std::find_if(ars_.begin(), ars_.end(), couvre);
    return trouvee == ars_.end() ? nullptr : &*trouvee;
}

core::Result<Territoires> charger_territoires(const std::string& donnees) {
    const auto lignes =
        Table::lire(donnees + "/cog/departements-2026.csv",
                    {"code", "nom", "region", "prefixe_finess", "code_finess_historique", "zone"});
    if (!lignes) return lignes.error();
    std::vector<Departement> departements;
    for (const auto& l : lignes->lignes())
        departements.push_back({.code = l[0],
                                .nom = l[1],
                                .region = l[2],
                                .prefixe_finess = l[3],
                                .code_historique = l[4],
                                .corse_ou_outre_mer = est_corse_ou_outre_mer(l[0], l[5])});
    const auto agences =
        Table::lire(donnees + "/cog/ars.csv", {"code_ars", "libelle", "regions_cog"});
    if (!agences) return agences.error();
    std::vector<Ars> ars;
    for (const auto& l : agences->lignes()) ars.push_back({l[0], l[1], couper(l[2], '|')});
    return Territoires{std::move(departements), std::move(ars)};
}

}  // namespace grappe::referentiels
