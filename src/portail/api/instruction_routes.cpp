// The acts of a desk on a dossier, and the answer of its porteur.
#include "portail/api/comptes.hpp"
#include "portail/api/demande_lue.hpp"
#include "portail/api/dossiers.hpp"
#include "portail/api/instruction_json.hpp"
#include "portail/instruction/decision.hpp"
#include "portail/instruction/demande.hpp"
#include "portail/instruction/prise_en_charge.hpp"
#include "portail/instruction/verdict.hpp"
#include "portail/teleservice/dossier_repository.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using garde::Visite;
using http::Method;
using teleservice::ReponseGardee;

bool est_un_acces_refuse(const core::Refusal& refus) {
    return refus.code == "dossier.inconnu" || refus.code == "dossier.interdit";
}

// One act, once for each key; what is no business of the actor's leaves a line.
core::Result<ReponseGardee> agir(const Visite& visite, std::string_view acte,
                                 const Travail& travail) {
    auto fait = une_fois(visite, visite.requete.body, travail);
    if (!fait && est_un_acces_refuse(fait.error()))
        instruction::noter_le_refus(visite.base, demandeur(visite),
                                    {acte, visite.requete.path("id"), fait.error()});
    return fait;
}

http::Response prendre(const Teleservice& service, Visite& visite) {
    return repondre(
        visite,
        agir(visite, "dossier.prendre", [&](storage::Writer& db) -> core::Result<ReponseGardee> {
            const auto pris = instruction::prendre(db, demandeur(visite), visite.requete.path("id"),
                                                   moyens_de(service, visite));
            if (!pris) return pris.error();
            return ReponseGardee{201, resume_json(*pris)};
        }));
}

http::Response affecter(Visite& visite, const Corps& corps) {
    return repondre(
        visite,
        agir(visite, "dossier.affecter", [&](storage::Writer& db) -> core::Result<ReponseGardee> {
            const auto faite = instruction::affecter(
                db, demandeur(visite),
                {.dossier = visite.requete.path("id"), .instructeur = corps.texte("instructeur")});
            if (!faite) return faite.error();
            return ReponseGardee{201, "{\"numero\":" + std::to_string(faite->numero) + "}"};
        }));
}

http::Response juger(const Teleservice& service, Visite& visite, const Corps& corps) {
    return repondre(
        visite,
        agir(visite, "piece.juger", [&](storage::Writer& db) -> core::Result<ReponseGardee> {
            const auto rendu = instruction::rendre_verdict(db, demandeur(visite),
                                                           {.dossier = visite.requete.path("id"),
                                                            .piece = visite.requete.path("piece"),
                                                            .verdict = corps.texte("verdict"),
                                                            .motif = corps.texte("motif"),
                                                            .texte = corps.texte("texte")},
                                                           moyens_de(service, visite));
            if (!rendu) return rendu.error();
            return ReponseGardee{201, verdict_json(rendu->verdict, rendu->statut)};
        }));
}

http::Response demander(const Teleservice& service, Visite& visite) {
    auto lue = lire_demande(visite.requete.body);
    if (!lue) return refuser(visite, lue.error());
    auto nouvelle = *std::move(lue);
    nouvelle.dossier = visite.requete.path("id");
    return repondre(
        visite,
        agir(visite, "demande.faire", [&](storage::Writer& db) -> core::Result<ReponseGardee> {
            const auto demande = instruction::demander_complements(db, demandeur(visite), nouvelle,
                                                                   moyens_de(service, visite));
            if (!demande) return demande.error();
            return ReponseGardee{201,
                                 demande_json(*demande, teleservice::Statut::pieces_demandees)};
        }));
}

http::Response reprendre(const Teleservice& service, Visite& visite, const Corps& corps) {
    return repondre(
        visite,
        agir(visite, "demande.clore", [&](storage::Writer& db) -> core::Result<ReponseGardee> {
            const auto repris = instruction::reprendre(
                db, demandeur(visite), {visite.requete.path("id"), corps.texte("motif")},
                moyens_de(service, visite));
            if (!repris) return repris.error();
            return ReponseGardee{201, resume_json(*repris)};
        }));
}

http::Response repondre_a_la_demande(const Teleservice& service, Visite& visite,
                                     const Corps& corps) {
    return repondre(
        visite,
        agir(visite, "demande.repondre", [&](storage::Writer& db) -> core::Result<ReponseGardee> {
            const auto reponse = instruction::repondre(
                db, demandeur(visite), {visite.requete.path("id"), corps.texte("texte")},
                moyens_de(service, visite));
            if (!reponse) return reponse.error();
            return ReponseGardee{201, reponse_json(*reponse)};
        }));
}

http::Response apprecier(const Teleservice& service, Visite& visite, const Corps& corps) {
    return repondre(visite, agir(visite, "appreciation.rendre",
                                 [&](storage::Writer& db) -> core::Result<ReponseGardee> {
                                     const auto rendue = instruction::apprecier(
                                         db, demandeur(visite),
                                         {.dossier = visite.requete.path("id"),
                                          .regle = corps.texte("regle"),
                                          .objet = corps.texte("objet"),
                                          .decision = corps.texte("decision"),
                                          .motif = corps.texte("motif")},
                                         moyens_de(service, visite));
                                     if (!rendue) return rendue.error();
                                     return ReponseGardee{201, appreciation_json(*rendue)};
                                 }));
}

// 409, and each point that waits for its answer.
http::Response retenu(const Visite& visite, const std::vector<instruction::Point>& points) {
    http::Problem dit{
        .status = 409,
        .code = "instruction.points_ouverts",
        .title = visite.comptes.phrases.rendre(
            "instruction.points_ouverts", {{"nombre", static_cast<std::int64_t>(points.size())}})};
    for (const auto& point : points)
        dit.fautes.push_back(
            {.chemin = point.objet.empty() ? point.regle : point.regle + "/" + point.objet,
             .code = "instruction." + std::string{core::name_of(point.genre)},
             .message = point.phrase});
    return http::problem(dit);
}

http::Response decider(const Teleservice& service, Visite& visite, const Corps& corps) {
    std::vector<instruction::Point> points;
    const auto fait = agir(
        visite, "recevabilite.decider", [&](storage::Writer& db) -> core::Result<ReponseGardee> {
            auto tranche = instruction::decider(db, demandeur(visite),
                                                {.dossier = visite.requete.path("id"),
                                                 .issue = corps.texte("issue"),
                                                 .motif = corps.texte("motif")},
                                                moyens_de(service, visite));
            if (!tranche) return tranche.error();
            points = tranche->retenu_par;
            if (!tranche->decision)
                return core::refuse(core::Reason::conflict, "instruction.points_ouverts");
            const auto statut = tranche->decision->issue == instruction::Issue::recevable
                                    ? teleservice::Statut::recevable
                                    : teleservice::Statut::irrecevable;
            return ReponseGardee{201, decision_json(*tranche->decision, statut)};
        });
    if (!fait && !points.empty()) return retenu(visite, points);
    return repondre(visite, fait);
}

http::Response annoter(Visite& visite, const Corps& corps) {
    return repondre(
        visite,
        agir(visite, "note.ecrire", [&](storage::Writer& db) -> core::Result<ReponseGardee> {
            const auto note = instruction::annoter(
                db, demandeur(visite), {visite.requete.path("id"), corps.texte("texte")});
            if (!note) return note.error();
            return ReponseGardee{201, note_json(*note)};
        }));
}

http::Response deplacer(const Teleservice& service, Visite& visite, const Corps& corps) {
    return repondre(visite, agir(visite, "instruction.deplacer",
                                 [&](storage::Writer& db) -> core::Result<ReponseGardee> {
                                     const auto fait = instruction::deplacer(
                                         db, demandeur(visite),
                                         {.dossier = visite.requete.path("id"),
                                          .acte = corps.texte("acte"),
                                          .motif = corps.texte("motif")},
                                         moyens_de(service, visite));
                                     if (!fait) return fait.error();
                                     return ReponseGardee{201, niveau_json(*fait)};
                                 }));
}

http::Response au_national(Visite& visite) {
    return http::Response::json(visite.base.read([&](storage::Reader& db) {
        return niveaux_json(instruction::dossiers_au_national(db, visite.qui().acteur));
    }));
}

http::Response examen(const Teleservice& service, Visite& visite) {
    const auto id = visite.requete.path("id");
    const auto corps = visite.base.read([&](storage::Reader& db) -> core::Result<std::string> {
        const auto examen =
            instruction::lire_examen(db, demandeur(visite), id, service.portail.moyens);
        if (!examen) return examen.error();
        const auto notes = instruction::lire_notes(db, demandeur(visite), id);
        return examen_json(*examen, notes.value());
    });
    if (corps) return http::Response::json(*corps);
    instruction::noter_le_refus(visite.base, demandeur(visite),
                                {"dossier.examiner", id, corps.error()});
    return refuser(visite, corps.error());
}

}  // namespace

void add_instruction_routes(http::Routes& routes, const Teleservice& service) {
    const Lignes ajout{routes, service.comptes};
    const auto avec = [&](auto faire) {
        return [&service, faire](Visite& visite, const Corps& corps) {
            return faire(service, visite, corps);
        };
    };
    ajout.poste(Permission::dossier_instruire, "/api/dossiers/{id}/instruction",
                "Prendre un dossier déposé",
                [&](Visite& visite) { return prendre(service, visite); });
    ajout.poste(Permission::dossier_instruire, "/api/dossiers/{id}/affectation",
                "Nommer qui instruit un dossier ; vide : personne",
                avec_corps({"instructeur"}, affecter));
    ajout.poste(Permission::dossier_instruire, "/api/dossiers/{id}/pieces/{piece}/verdict",
                "Juger une pièce : conforme, non_conforme ou sans_objet",
                avec_corps({"verdict", "motif", "texte"}, avec(juger)));
    ajout.poste(Permission::dossier_instruire, "/api/dossiers/{id}/demandes",
                "Demander des compléments (textes, pieces, echeance)",
                [&](Visite& visite) { return demander(service, visite); });
    ajout.poste(Permission::dossier_instruire, "/api/dossiers/{id}/reprise",
                "Clore les demandes et reprendre l'instruction, avec un motif",
                avec_corps({"motif"}, avec(reprendre)));
    ajout.poste(Permission::dossier_deposer, "/api/dossiers/{id}/reponses",
                "Répondre à une demande de compléments",
                avec_corps({"texte"}, avec(repondre_a_la_demande)));
    ajout.poste(Permission::dossier_instruire, "/api/dossiers/{id}/appreciations",
                "Apprécier ce qu'une règle laisse à l'autorité",
                avec_corps({"regle", "objet", "decision", "motif"}, avec(apprecier)));
    ajout.poste(Permission::recevabilite_decider, "/api/dossiers/{id}/recevabilite",
                "Déclarer un dossier recevable ou irrecevable",
                avec_corps({"issue", "motif"}, avec(decider)));
    ajout.poste(Permission::note_lire, "/api/dossiers/{id}/notes",
                "Écrire une note que le guichet seul lit", avec_corps({"texte"}, annoter));
    ajout.poste(Permission::instruction_deplacer, "/api/dossiers/{id}/niveau",
                "Porter l'instruction au niveau national : demandee, acceptee, refusee ou rendue",
                avec_corps({"acte", "motif"}, avec(deplacer)));
    ajout.lecture(Permission::instruction_deplacer, "/api/instructions-nationales",
                  "Les dossiers portés ou demandés au niveau national, pour lui seul", au_national);
    ajout.lecture(Permission::note_lire, "/api/dossiers/{id}/examen",
                  "L'examen d'un dossier par son guichet : points, décisions, notes",
                  [&](Visite& visite) { return examen(service, visite); });
}

}  // namespace grappe::api
