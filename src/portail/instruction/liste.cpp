// What an actor may see of a search.
#include "portail/instruction/liste.hpp"

#include <algorithm>

#include "access/matrice.hpp"
#include "portail/instruction/liste_repository.hpp"

namespace grappe::instruction {
namespace {

bool lit_tous_les_guichets(const access::Acteur& acteur) {
    return access::lien(access::Permission::dossier_lire, acteur.role) == access::Lien::depose;
}

// Its own desk's only, unless its role reads them all. Empty: nothing can be seen.
std::optional<Portion> portion_de(const access::Acteur& acteur, const Filtre& filtre) {
    const auto lien = access::lien(access::Permission::dossier_lire, acteur.role);
    Portion portion{.filtre = filtre, .recevables_seulement = lien == access::Lien::recevable};
    if (lit_tous_les_guichets(acteur)) return portion;
    if (lien != access::Lien::guichet && lien != access::Lien::recevable) return std::nullopt;
    if (!filtre.guichet.empty() && filtre.guichet != acteur.guichet()) return std::nullopt;
    portion.filtre.guichet = acteur.guichet();
    return portion;
}

bool compte(const Portion& portion, teleservice::Statut statut) {
    return !portion.recevables_seulement ||
           teleservice::avancement(statut, true) == access::Avancement::recevable;
}

}  // namespace

Liste lister(storage::Reader& db, const Tableau& tableau, const access::Acteur& acteur,
             const Filtre& filtre) {
    const auto portion = portion_de(acteur, filtre);
    if (!portion) return {};
    const auto dossiers =
        filtre.finess.empty() ? std::vector<std::string>{} : dossiers_de(db, filtre.finess);
    const auto trouvees = tableau.trouver(*portion, dossiers);
    const auto taille = static_cast<std::size_t>(std::clamp(filtre.taille, 1, taille_max));
    Liste liste{.fiches = {},
                .total = static_cast<int>(trouvees.size()),
                .pages = std::max(1, static_cast<int>((trouvees.size() + taille - 1) / taille))};
    liste.page = std::clamp(filtre.page, 1, liste.pages);
    const auto debut = static_cast<std::size_t>(liste.page - 1) * taille;
    const auto fin = std::min(debut + taille, trouvees.size());
    for (auto rang = debut; rang < fin; ++rang)
        liste.fiches.push_back(tableau.fiche(trouvees[rang]));
    return liste;
}

Comptes comptes_par_statut(const Tableau& tableau, const access::Acteur& acteur) {
    const auto portion = portion_de(acteur, {});
    if (!portion) return {};
    auto comptes = tableau.par_statut(portion->filtre.guichet);
    std::erase_if(comptes, [&](const auto& un) { return !compte(*portion, un.first); });
    return comptes;
}

std::vector<Personne> personnes_du_guichet(storage::Reader& db, const access::Acteur& acteur) {
    auto trouvees = personnes(db, acteur);
    std::sort(trouvees.begin(), trouvees.end(),
              [](const Personne& une, const Personne& autre) { return une.nom < autre.nom; });
    return trouvees;
}

}  // namespace grappe::instruction
