// A dossier under examination in words.
#include "portail/bureau/examen_vue.hpp"

#include <algorithm>
#include <map>

#include "portail/bureau/niveau.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/rendu/presentation.hpp"
#include "portail/teleservice/conventionnable.hpp"
#include "portail/teleservice/refus_dit.hpp"

namespace grappe::bureau {
namespace {

using page::Vue;
using teleservice::Acte;

std::string dire(const Bureau& bureau, std::string_view code) {
    return pages::dire(bureau.services, code);
}

Vue::Liste vues_des_personnes(const Instruit& instruit) {
    const auto& affectations = instruit.examen.affectations;
    Vue::Liste vues;
    for (const auto& [compte, nom] : instruit.noms.tous())
        vues.push_back(
            Vue{{"valeur", compte},
                {"libelle", nom},
                {"choisi", !affectations.empty() && affectations.back().instructeur == compte}});
    return vues;
}

Vue::Liste vues_des_notes(const Instruit& instruit) {
    Vue::Liste vues;
    for (const auto& note : instruit.notes)
        vues.push_back(Vue{{"texte", note.texte},
                           {"par", signature(instruit.noms, note.ecrite_le, note.par)}});
    return vues;
}

Vue::Liste vues_des_reponses(const Instruit& instruit) {
    Vue::Liste vues;
    for (const auto& reponse : instruit.examen.reponses)
        vues.push_back(Vue{{"texte", reponse.texte},
                           {"corrige", reponse.version != instruit.examen.depot.version},
                           {"le", pages::moment(reponse.faite_le, core::paris())}});
    return vues;
}

std::string montant(const instruction::Examen& examen) {
    const auto& verifie = examen.etat.jugement.verifie;
    if (!verifie || !verifie->analyse().subvention) return "–";
    return rendu::montant_en_francais(verifie->analyse().subvention->total);
}

std::string nom_du_porteur(const Bureau& bureau, const instruction::Examen& examen) {
    const auto& verifie = examen.etat.jugement.verifie;
    const auto nom =
        verifie ? verifie->saisi().porteur.raison_sociale.valeur_ou("") : std::string{};
    return nom.empty() ? dire(bureau, "bureau.sans_nom") : nom;
}

std::int64_t essms_de(const instruction::Examen& examen) {
    const auto& verifie = examen.etat.jugement.verifie;
    return verifie ? static_cast<std::int64_t>(verifie->saisi().essms.size()) : 0;
}

// Each rule once, with how often it was found.
Vue::Liste vues_du_retenu(const Bureau& bureau, const Suite& suite) {
    Vue::Liste vues;
    for (const auto& groupe : groupes(suite.retenu))
        vues.push_back(Vue{{"regle", groupe.regle}, {"phrase", phrase_du_groupe(bureau, groupe)}});
    return vues;
}

// What its state allows, where it is the actor's to examine: the desk of the deposit only reads a
// dossier that the national level examines.
void ajouter_les_actes(const access::Acteur& acteur, const instruction::Examen& examen, Vue& vue) {
    const auto& dossier = examen.dossier();
    const bool sien = access::peut(acteur, access::Permission::dossier_instruire, dossier.portee());
    const auto permis = [&](Acte acte) {
        return sien && teleservice::suite(dossier.statut, acte).has_value();
    };
    vue.ajouter("a_prendre", permis(Acte::prendre));
    vue.ajouter("examinable", permis(Acte::examiner));
    vue.ajouter("demandable", permis(Acte::demander));
    vue.ajouter("decidable", permis(Acte::recevoir));
    vue.ajouter("reprenable", permis(Acte::reprendre));
    vue.ajouter("confiable", sien);
}

void ajouter_la_tete(const Bureau& bureau, const Instruit& instruit, Vue& vue) {
    const auto& examen = instruit.examen;
    const auto statut = examen.dossier().statut;
    const auto& affectations = examen.affectations;
    const auto instructeur = affectations.empty() || !affectations.back().instructeur
                                 ? std::string{}
                                 : instruit.noms.de(*affectations.back().instructeur);
    vue.ajouter("nom", nom_du_porteur(bureau, examen));
    vue.ajouter("statut", bureau::classe_de(statut));
    vue.ajouter("statut_mots", statut_en_clair(bureau, statut));
    vue.ajouter("dossier_appel", examen.dossier().appel);
    vue.ajouter("numero", examen.depot.numero);
    vue.ajouter("depose_le", pages::moment(examen.depot.depose_le, core::paris()));
    vue.ajouter("montant", montant(examen));
    vue.ajouter("essms",
                pages::dire(bureau.services, "bureau.essms", {{"nombre", essms_de(examen)}}));
    vue.ajouter("instructeur", instructeur);
    vue.ajouter("corrige", examen.corrige());
    const auto non_lus = static_cast<std::int64_t>(instruit.messages.non_lus);
    vue.ajouter("nombre_de_messages", instruit.messages.messages);
    vue.ajouter("messages_non_lus", non_lus == 0 ? std::string{}
                                                 : pages::dire(bureau.services, "message.compte",
                                                               {{"nombre", non_lus}}));
}

// What each body says of its information system: to be read, never scored.
Vue::Liste vues_de_la_maturite(const Instruit& instruit) {
    Vue::Liste vues;
    for (const auto& fiche : instruit.maturite)
        vues.push_back(Vue{{"organisme", fiche.organisme},
                           {"fiche", "/api/dossiers/" + instruit.examen.dossier().id +
                                         "/maturite/" + fiche.organisme}});
    return vues;
}

std::string faute_de(const Bureau& bureau, const Suite& suite) {
    if (!suite.refus) return {};
    if (suite.retenu.empty()) return teleservice::dire(*suite.refus, bureau.services.phrases);
    return pages::dire(bureau.services, suite.refus->code, {{"nombre", retenants(suite.retenu)}});
}

}  // namespace

std::string signature(const Noms& noms, core::Instant instant, std::string_view compte) {
    auto texte = pages::moment(instant, core::paris());
    const auto nom = noms.de(compte);
    return nom.empty() ? texte : texte.append(", par ").append(nom);
}

Vue::Liste histoire(const Bureau& bureau, const Instruit& instruit) {
    std::multimap<core::Instant, Vue> faits;  // those of one instant in their order
    const auto ajouter = [&](core::Instant le, const std::string& acte, const std::string& motif,
                             const std::string& par) {
        faits.emplace(
            le, Vue{{"acte", acte}, {"motif", motif}, {"par", signature(instruit.noms, le, par)}});
    };
    for (const auto& passage : instruit.passages) {
        // Told by its intervention, with more words.
        if (passage.acte == Acte::rouvrir || passage.acte == Acte::amender) continue;
        ajouter(passage.fait_le,
                dire(bureau, "bureau.acte." + std::string{core::name_of(passage.acte)}),
                passage.motif, passage.par);
    }
    for (const auto& une : instruit.interventions)
        ajouter(une.faite_le, teleservice::phrase_de(une, bureau.services.phrases), une.motif,
                une.par);
    Vue::Liste vues;
    for (auto fait = faits.rbegin(); fait != faits.rend(); ++fait)
        vues.push_back(std::move(fait->second));
    return vues;
}

Vue vue_de_l_examen(const Bureau& bureau, const garde::Visite& visite, const Instruit& instruit,
                    const Suite& suite) {
    const auto& examen = instruit.examen;
    auto pieces = vues_des_pieces(bureau, instruit);
    auto points = vues_des_points(bureau, instruit);
    const auto retenus = retenants(examen.points);
    const auto demain = core::paris().day_of(visite.moyens.maintenant).plus_days(15);
    Vue vue{{"csrf", visite.qui().csrf},
            {"id", examen.dossier().id},
            {"dossier", examen.dossier().id},
            {"faute", faute_de(bureau, suite)},
            {"retenu", vues_du_retenu(bureau, suite)},
            {"nombre_de_points", pages::entier(static_cast<std::int64_t>(points.size()))},
            {"nombre_de_pieces", pages::entier(static_cast<std::int64_t>(pieces.size()))},
            {"retenus", pages::dire(bureau.services, "bureau.retenus", {{"nombre", retenus}})},
            {"points", std::move(points)},
            {"sans_point", examen.points.empty()},
            {"pieces", std::move(pieces)},
            {"sans_piece", examen.etat.pieces.empty()},
            {"conventionnable", teleservice::est_conventionnable(examen.dossier().statut)},
            {"demandes", vues_des_demandes(bureau, instruit)},
            {"reponses", vues_des_reponses(instruit)},
            {"a_demander", pieces_a_demander(bureau, instruit)},
            {"echeance", demain.text()},
            {"personnes", vues_des_personnes(instruit)},
            {"a_de_la_maturite", !instruit.maturite.empty()},
            {"maturite", vues_de_la_maturite(instruit)},
            {"notes", vues_des_notes(instruit)},
            {"histoire", histoire(bureau, instruit)}};
    ajouter_la_tete(bureau, instruit, vue);
    ajouter_les_actes(visite.qui().acteur, examen, vue);
    ajouter_le_niveau(bureau, visite.qui().acteur, instruit, vue);
    return vue;
}

}  // namespace grappe::bureau
