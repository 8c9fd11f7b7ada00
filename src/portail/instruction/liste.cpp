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

int total_de(storage::Reader& db, const Portion& portion) {
    if (!portion.filtre.simple()) return combien(db, portion);
    int total = 0;
    for (const auto& [statut, nombre] : par_statut(db, portion.filtre.guichet))
        if (compte(portion, statut) && (!portion.filtre.statut || *portion.filtre.statut == statut))
            total += nombre;
    return total;
}

}  // namespace

Liste lister(storage::Reader& db, const access::Acteur& acteur, const Filtre& filtre) {
    auto portion = portion_de(acteur, filtre);
    if (!portion) return {};
    Liste liste;
    auto& demande = portion->filtre;
    demande.taille = std::clamp(demande.taille, 1, taille_max);
    liste.total = total_de(db, *portion);
    liste.pages = std::max(1, (liste.total + demande.taille - 1) / demande.taille);
    liste.page = demande.page = std::clamp(demande.page, 1, liste.pages);
    liste.fiches = fiches(db, *portion);
    return liste;
}

Comptes comptes_par_statut(storage::Reader& db, const access::Acteur& acteur,
                           const std::string& guichet) {
    const auto portion = portion_de(acteur, {.guichet = guichet});
    if (!portion) return {};
    auto comptes = par_statut(db, portion->filtre.guichet);
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
