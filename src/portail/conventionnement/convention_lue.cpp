// Reading an agreement for its page.
#include "portail/conventionnement/convention_lue.hpp"

#include "identity/compte.hpp"
#include "portail/convention/argent_repository.hpp"
#include "portail/convention/code.hpp"
#include "portail/convention/convention_repository.hpp"
#include "portail/convention/papier_repository.hpp"
#include "portail/convention/recouvrement_repository.hpp"
#include "portail/usages/usages_repository.hpp"

namespace grappe::conventionnement {
namespace {

void nommer(storage::Reader& db, ConventionLue& lue) {
    const auto noter = [&](const std::string& compte) {
        conventionnement::nommer(db, lue.noms, compte);
    };
    noter(lue.sujet.convention.preparee_par);
    for (const auto& une : lue.sujet.convention.signatures) noter(une.par);
    for (const auto& un : lue.versements) {
        noter(un.demande_par);
        if (un.decide_par) noter(*un.decide_par);
    }
    for (const auto& un : lue.papiers) noter(un.par);
    for (const auto& un : lue.recouvrements) {
        noter(un.demande_par);
        if (un.decide_par) noter(*un.decide_par);
        for (const auto& retour : un.retours) noter(retour.par);
    }
    if (lue.depenses) noter(lue.depenses->par);
    if (lue.depenses && lue.depenses->vise_par) noter(*lue.depenses->vise_par);
}

std::vector<RapportVu> rapports_de(storage::Reader& db, std::string_view convention) {
    std::vector<RapportVu> vus;
    for (const auto& id : convention::rapports_de(db, convention))
        if (const auto lu = usages::trouver(db, id))
            vus.push_back({.id = id,
                           .numero = lu->numero,
                           .au = lu->tete.au,
                           .essms = static_cast<std::int64_t>(lu->lignes.size())});
    return vus;
}

// What an accountant does not read.
void completer(storage::Reader& db, ConventionLue& lue, const convention::Moyens& moyens) {
    const auto& id = lue.sujet.convention.id;
    lue.rapports = rapports_de(db, id);
    lue.coordonnees = convention::coordonnees_de(db, id);
    lue.papiers = convention::papiers_de(db, id);
    if (lue.signee()) lue.solde = convention::expliquer_le_solde(db, lue.sujet, moyens);
}

}  // namespace

void nommer(storage::Reader& db, std::map<std::string, std::string>& noms,
            const std::string& compte) {
    if (noms.contains(compte)) return;
    const auto trouve = identity::trouver_compte(db, compte);
    noms[compte] = trouve ? trouve->nom_affiche() : std::string{};
}

std::string ConventionLue::nom_de(const std::string& compte) const {
    const auto ou = noms.find(compte);
    return ou == noms.end() ? std::string{} : ou->second;
}

core::Result<ConventionLue> lire(storage::Reader& db, const Demandeur& qui,
                                 std::string_view dossier, const convention::Moyens& moyens) {
    auto sujet =
        convention::acceder_par_le_dossier(db, qui, dossier, access::Permission::depenses_lire);
    if (!sujet) return sujet.error();
    const auto id = sujet->convention.id;
    auto fiche = teleservice::trouver_fiche(db, sujet->dossier.id);
    core::ensure(fiche.has_value(), "a dossier with an agreement was deposited");
    ConventionLue lue{.sujet = *std::move(sujet),
                      .fiche = *std::move(fiche),
                      .numero = {},
                      .code = {},
                      .entiere = false,
                      .depenses = convention::dernier_etat(db, id),
                      .rapports = {},
                      .versements = convention::versements_de(db, id),
                      .coordonnees = {},
                      .recouvrements = convention::recouvrements_de(db, id),
                      .papiers = {},
                      .solde = {},
                      .possibles = {},
                      .noms = {}};
    lue.numero = convention::depot_de(db, lue.sujet.convention).numero;
    lue.code = convention::code_de(lue.sujet.convention, lue.numero);
    lue.entiere =
        access::peut(qui.acteur, access::Permission::convention_lire, lue.sujet.dossier.portee());
    if (lue.entiere) completer(db, lue, moyens);
    lue.possibles = convention::possibles(db, qui,
                                          {lue.sujet, lue.depenses, lue.versements,
                                           lue.recouvrements, lue.solde ? &*lue.solde : nullptr});
    nommer(db, lue);
    return lue;
}

}  // namespace grappe::conventionnement
