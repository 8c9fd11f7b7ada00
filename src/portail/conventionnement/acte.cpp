// After a form: where it leads, or what it says.
#include "portail/conventionnement/acte.hpp"

#include "portail/convention/convention_repository.hpp"
#include "portail/teleservice/journal.hpp"
#include "portail/teleservice/refus_dit.hpp"

namespace grappe::conventionnement {
namespace {

using garde::Visite;
using reception::demandeur;

bool est_d_ailleurs(const core::Refusal& refus) {
    return refus.reason == core::Reason::not_found || refus.code == "convention.interdite" ||
           refus.code == "dossier.interdit";
}

}  // namespace

std::string adresse_de(const Visite& visite, std::string_view fait) {
    return std::string{"/dossiers/"}
        .append(id_de(visite))
        .append("/convention?fait=")
        .append(fait)
        .append("#fait");
}

std::string convention_de(const Visite& visite) {
    const auto trouvee = visite.base.read(
        [&](storage::Reader& db) { return convention::trouver_du_dossier(db, id_de(visite)); });
    return trouvee ? trouvee->id : std::string{};
}

http::Response conclure(const Conventions& conventions, Visite& visite, const Acte& acte,
                        const std::pair<core::Refusal, Suite>& refuse) {
    auto [refus, suite] = refuse;
    teleservice::noter_le_refus(
        visite.base, demandeur(visite),
        {acte.journal, "dossier:" + std::string{id_de(visite)}, refus.code});
    if (est_d_ailleurs(refus)) return espace::refuser(conventions.espace, visite, refus);
    suite.acte = acte.nom;
    if (suite.faute.empty()) suite.faute = teleservice::dire(refus, conventions.services().phrases);
    suite.statut = garde::statut_de(refus.reason);
    return montrer(conventions, visite, suite);
}

}  // namespace grappe::conventionnement
