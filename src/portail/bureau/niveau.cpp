// Where a dossier is examined (DESK-03): what the desk of its deposit may ask, what the national
// one answers, and POST of each act.
#include "portail/bureau/niveau.hpp"

#include <algorithm>

#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/teleservice/refus_dit.hpp"

namespace grappe::bureau {
namespace {

using garde::Visite;
using instruction::ActeDInstructionNationale;
using page::Vue;

std::string code_de(std::string_view debut, ActeDInstructionNationale acte) {
    return std::string{debut} + std::string{core::name_of(acte)};
}

http::Response deplacer(const Bureau& bureau, Visite& visite) {
    const auto saisie = lire_envoi(visite);
    const std::string id{visite.requete.path("id")};
    const auto fait = visite.base.write([&](storage::Writer& db) {
        return instruction::deplacer(
            db, reception::demandeur(visite),
            {.dossier = id, .acte = saisie.valeur("acte"), .motif = saisie.valeur("motif")},
            moyens_de(bureau, visite));
    });
    if (!fait) return refuser(bureau, visite, fait.error());
    // What was refused or handed back is the national desk's no more.
    const bool parti = fait->acte == ActeDInstructionNationale::refusee ||
                       fait->acte == ActeDInstructionNationale::rendue;
    return http::Response::see_other(parti ? "/bureau#niveau"
                                           : "/bureau/dossiers/" + id + "#niveau");
}

Vue vue_du_portage(const Bureau& bureau, const instruction::DossierAuNational& un) {
    const bool attend = un.acte == ActeDInstructionNationale::demandee;
    return {
        {"id", un.dossier},
        {"nom", un.porteur.empty() ? pages::dire(bureau.services, "bureau.sans_nom") : un.porteur},
        {"numero", un.numero},
        {"financeur", un.financeur},
        {"le", pages::moment(un.fait_le, core::paris())},
        {"motif", un.motif},
        {"attend", attend},
        {"lien", (attend ? "/dossiers/" : "/bureau/dossiers/") + un.dossier}};
}

}  // namespace

Vue::Liste vues_des_portages(const Bureau& bureau,
                             const std::vector<instruction::DossierAuNational>& dossiers) {
    Vue::Liste vues;
    for (const auto& un : dossiers) vues.push_back(vue_du_portage(bureau, un));
    return vues;
}

void ajouter_le_niveau(const Bureau& bureau, const access::Acteur& acteur, const Instruit& instruit,
                       Vue& vue) {
    const auto& examen = instruit.examen;
    const instruction::Position position{examen.dossier(), instruction::regions_de(examen.etat),
                                         examen.nationales};
    Vue::Liste actes, passes;
    for (const auto acte : instruction::actes_offerts(acteur, position))
        actes.push_back(
            Vue{{"valeur", std::string{core::name_of(acte)}},
                {"bouton", pages::dire(bureau.services, code_de("bureau.niveau.bouton.", acte))}});
    for (const auto& un : examen.nationales)
        passes.push_back(
            Vue{{"phrase", pages::dire(bureau.services, code_de("bureau.niveau.acte.", un.acte))},
                {"texte", un.motif},
                {"par", signature(instruit.noms, un.fait_le, un.par)}});
    const bool au_national = examen.dossier().guichet_d_examen() != examen.dossier().guichet;
    vue.ajouter("niveau_dit",
                pages::dire(bureau.services,
                            au_national ? "bureau.niveau.national" : "bureau.niveau.guichet",
                            {{"guichet", std::string_view{examen.depot.financeur}}}));
    vue.ajouter("a_niveau", !actes.empty() || !passes.empty());
    vue.ajouter("a_actes_de_niveau", !actes.empty());
    vue.ajouter("actes_de_niveau", std::move(actes));
    vue.ajouter("passes_de_niveau", std::move(passes));
}

void ajouter_niveau(const Bureau& bureau) {
    ajouter_envoi(bureau, {.chemin = "/bureau/dossiers/{id}/niveau",
                           .resume = "Porter l'instruction au niveau national, ou en répondre",
                           .permission = access::Permission::instruction_deplacer,
                           .action = [&](Visite& visite) { return deplacer(bureau, visite); }});
}

}  // namespace grappe::bureau
