// The overview of a dossier: where it stands, what is next, what is late.
#include "portail/espace/dossier_vue.hpp"
#include "portail/espace/ecran.hpp"
#include "portail/espace/mes_dossiers_vue.hpp"
#include "portail/reception/fichiers.hpp"

namespace grappe::espace {
namespace {

using access::Permission;
using garde::Visite;
using page::Vue;

http::Response ensemble(const Espace& espace, Visite& visite) {
    const auto lu = visite.base.read([&](storage::Reader& db) {
        return lire(espace, db, reception::demandeur(visite), visite.requete.path("id"));
    });
    if (!lu) return refuser(espace, visite, lu.error());
    const auto echeance = echeance_de(espace, *lu);
    return montrer(espace, *lu, {.visite = visite, .gabarit = "espace_dossier"},
                   {{"compte", echeance.compte}, {"date", echeance.date}});
}

}  // namespace

void ajouter_vue_d_ensemble(const Espace& espace) {
    ajouter_lecture(espace, {.chemin = "/dossiers/{id}",
                             .resume = "Un dossier",
                             .permission = Permission::dossier_lire,
                             .action = [&](Visite& visite) { return ensemble(espace, visite); }});
}

}  // namespace grappe::espace
