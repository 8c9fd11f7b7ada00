// Finding, without reading.
#include "portail/administration/recherche.hpp"

#include "core/texte.hpp"
#include "identity/compte.hpp"
#include "portail/instruction/demande_repository.hpp"
#include "portail/teleservice/depot_repository.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/membres_vus.hpp"
#include "portail/teleservice/succession.hpp"

namespace grappe::administration {
namespace {

DossierTrouve trouve_de(storage::Reader& db, Dossier dossier) {
    const auto contenu = teleservice::contenu(db, dossier.id, dossier.version).value_or("");
    const auto depot = teleservice::dernier_depot(db, dossier.id);
    const auto porteur = identity::trouver_compte(db, dossier.compte);
    auto nom = teleservice::nom_du_dossier(contenu, dossier);
    return {.dossier = std::move(dossier),
            .nom = std::move(nom),
            .numero = depot ? depot->numero : std::string{},
            .courriel = porteur ? porteur->courriel.text() : std::string{}};
}

std::vector<Dossier> du_courriel(storage::Reader& db, std::string_view texte) {
    const auto courriel = identity::Courriel::parse(texte);
    const auto compte = courriel ? identity::trouver_par_courriel(db, *courriel) : std::nullopt;
    return compte ? teleservice::dossiers_du_compte(db, compte->id) : std::vector<Dossier>{};
}

}  // namespace

core::Result<std::vector<DossierTrouve>> chercher(storage::Reader& db, const Demandeur& qui,
                                                  std::string_view texte) {
    if (!access::peut(qui.acteur, access::Permission::dossier_corriger))
        return core::refuse(core::Reason::forbidden, "acces.interdit");
    std::vector<DossierTrouve> trouves;
    const auto cherche = std::string{core::trimmed(texte)};
    if (cherche.empty()) return trouves;
    const auto depot = teleservice::depot_numero(db, cherche);
    if (auto dossier = teleservice::trouver(db, depot ? depot->dossier : cherche))
        trouves.push_back(trouve_de(db, *std::move(dossier)));
    for (auto& dossier : du_courriel(db, cherche))
        trouves.push_back(trouve_de(db, std::move(dossier)));
    return trouves;
}

core::Result<Situation> situation(storage::Reader& db, const Demandeur& qui, std::string_view id) {
    auto dossier = teleservice::demander_en_administrateur(db, qui, id);
    if (!dossier) return dossier.error();
    auto demandes = instruction::demandes(db, id);
    std::erase_if(demandes, [](const instruction::Demande& une) { return !une.ouverte(); });
    const auto succession = teleservice::succession_de(db, id);
    return Situation{.trouve = trouve_de(db, *std::move(dossier)),
                     .membres = membres::membres_de(db, id),
                     .demandes = std::move(demandes),
                     .interventions = teleservice::interventions(db, id),
                     .ouvert_jusqu_au = teleservice::ouvert_jusqu_au(db, id),
                     .attendu = succession ? succession->courriel.text() : std::string{}};
}

}  // namespace grappe::administration
