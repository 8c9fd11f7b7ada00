// GET of a dossier under examination, and POST of each act of its page.
#include "core/integer.hpp"
#include "portail/bureau/examen_vue.hpp"
#include "portail/instruction/decision.hpp"
#include "portail/instruction/demande.hpp"
#include "portail/instruction/prise_en_charge.hpp"
#include "portail/instruction/verdict.hpp"
#include "portail/messagerie/messagerie.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/teleservice/dossier_repository.hpp"

namespace grappe::bureau {
namespace {

using access::Permission;
using garde::Visite;
using reception::demandeur;

core::Result<Instruit> lire(const Bureau& bureau, const Visite& visite) {
    const auto id = visite.requete.path("id");
    return visite.base.read([&](storage::Reader& db) -> core::Result<Instruit> {
        auto examen = instruction::lire_examen(db, demandeur(visite), id, bureau.portail.moyens);
        if (!examen) return examen.error();
        return Instruit{.examen = *std::move(examen),
                        .notes = instruction::lire_notes(db, demandeur(visite), id).value(),
                        .lettres = instruction::lettres(db, id),
                        .passages = teleservice::passages(db, id),
                        .interventions = teleservice::interventions(db, id),
                        .noms = Noms{instruction::personnes_du_guichet(db, visite.qui().acteur)},
                        .messages = messagerie::resumer(db, demandeur(visite), id).value(),
                        .maturite = documents::lire_fiches(db, demandeur(visite), id).value()};
    });
}

http::Response montrer(const Bureau& bureau, Visite& visite, const Suite& suite, int statut) {
    const auto instruit = lire(bureau, visite);
    if (!instruit) return refuser(bureau, visite, instruit.error());
    auto vue = vue_de_l_examen(bureau, visite, *instruit, suite);
    const auto titre = pages::dire(bureau.services, "bureau.titre.examen",
                                   {{"numero", std::string_view{instruit->examen.depot.numero}}});
    auto reponse = pages::repondre(bureau.services,
                                   {.gabarit = "bureau_examen",
                                    .titre = titre,
                                    .rubrique = "/bureau",
                                    .fil = {pages::etape(bureau.services, "/bureau")}},
                                   std::move(vue));
    reponse.status = statut;
    return reponse;
}

std::string adresse_de(const Visite& visite, std::string_view ancre) {
    return "/bureau/dossiers/" + std::string{visite.requete.path("id")} + std::string{ancre};
}

// The list again after an act, at the place of the act; or the page with what was refused.
template <class Faire>
http::Response agir(const Bureau& bureau, Visite& visite, std::string_view ancre, Faire faire) {
    const auto saisie = lire_envoi(visite);
    const auto fait = visite.base.write([&](storage::Writer& db) { return faire(db, saisie); });
    if (fait) return http::Response::see_other(adresse_de(visite, ancre));
    const auto& refus = fait.error();
    if (refus.reason == core::Reason::not_found || refus.reason == core::Reason::forbidden)
        return refuser(bureau, visite, refus);
    return montrer(bureau, visite, {.refus = refus}, garde::statut_de(refus.reason));
}

std::optional<int> vu(const page::Formulaire& saisie) {
    return core::integer<int>(saisie.valeur("vu"));
}

http::Response prendre(const Bureau& bureau, Visite& visite) {
    return agir(bureau, visite, "", [&](storage::Writer& db, const page::Formulaire&) {
        return instruction::prendre(db, demandeur(visite), visite.requete.path("id"),
                                    moyens_de(bureau, visite));
    });
}

http::Response affecter(const Bureau& bureau, Visite& visite) {
    return agir(bureau, visite, "", [&](storage::Writer& db, const page::Formulaire& saisie) {
        return instruction::affecter(
            db, demandeur(visite),
            {visite.requete.path("id"), std::string{saisie.valeur("instructeur")}});
    });
}

http::Response juger(const Bureau& bureau, Visite& visite) {
    return agir(bureau, visite, "#pieces",
                [&](storage::Writer& db, const page::Formulaire& saisie) {
                    return instruction::rendre_verdict(db, demandeur(visite),
                                                       {.dossier = visite.requete.path("id"),
                                                        .piece = visite.requete.path("piece"),
                                                        .verdict = saisie.valeur("verdict"),
                                                        .motif = saisie.valeur("motif"),
                                                        .texte = saisie.valeur("texte"),
                                                        .vu = vu(saisie)},
                                                       moyens_de(bureau, visite));
                });
}

http::Response apprecier(const Bureau& bureau, Visite& visite) {
    return agir(bureau, visite, "#points",
                [&](storage::Writer& db, const page::Formulaire& saisie) {
                    return instruction::apprecier(db, demandeur(visite),
                                                  {.dossier = visite.requete.path("id"),
                                                   .regle = saisie.valeur("regle"),
                                                   .objet = saisie.valeur("objet"),
                                                   .decision = saisie.valeur("decision"),
                                                   .motif = saisie.valeur("motif"),
                                                   .vu = vu(saisie)},
                                                  moyens_de(bureau, visite));
                });
}

http::Response demander(const Bureau& bureau, Visite& visite) {
    return agir(bureau, visite, "#demandes",
                [&](storage::Writer& db, const page::Formulaire& saisie) {
                    instruction::NouvelleDemande demande{
                        .dossier = visite.requete.path("id"),
                        .textes = {std::string{saisie.valeur("textes")}},
                        .pieces = {},
                        .echeance = std::string{saisie.valeur("echeance")}};
                    for (const auto piece : saisie.valeurs("piece"))
                        if (!piece.empty()) demande.pieces.push_back({.quoi = std::string{piece}});
                    return instruction::demander_complements(db, demandeur(visite), demande,
                                                             moyens_de(bureau, visite));
                });
}

http::Response reprendre(const Bureau& bureau, Visite& visite) {
    return agir(
        bureau, visite, "#demandes", [&](storage::Writer& db, const page::Formulaire& saisie) {
            return instruction::reprendre(db, demandeur(visite),
                                          {visite.requete.path("id"), saisie.valeur("motif")},
                                          moyens_de(bureau, visite));
        });
}

http::Response annoter(const Bureau& bureau, Visite& visite) {
    return agir(bureau, visite, "#notes", [&](storage::Writer& db, const page::Formulaire& saisie) {
        return instruction::annoter(db, demandeur(visite),
                                    {visite.requete.path("id"), saisie.valeur("texte")});
    });
}

http::Response decider(const Bureau& bureau, Visite& visite) {
    std::vector<instruction::Point> retenu;
    auto reponse =
        agir(bureau, visite, "", [&](storage::Writer& db, const page::Formulaire& saisie) {
            auto tranche = instruction::decider(db, demandeur(visite),
                                                {.dossier = visite.requete.path("id"),
                                                 .issue = saisie.valeur("issue"),
                                                 .motif = saisie.valeur("motif")},
                                                moyens_de(bureau, visite));
            retenu = tranche ? tranche->retenu_par : std::vector<instruction::Point>{};
            return tranche;
        });
    if (retenu.empty()) return reponse;
    return montrer(bureau, visite,
                   {.refus = core::refuse(core::Reason::conflict, "instruction.points_ouverts"),
                    .retenu = std::move(retenu)},
                   409);
}

http::Response telecharger(const Bureau& bureau, Visite& visite) {
    auto rendu = reception::rendre(bureau.fichiers, visite);
    return rendu ? *std::move(rendu) : refuser(bureau, visite, rendu.error());
}

}  // namespace

void ajouter_examen(const Bureau& bureau) {
    using Acte = http::Response (*)(const Bureau&, Visite&);
    const auto envoi = [&](std::string_view chemin, std::string_view resume, Permission permission,
                           Acte acte) {
        ajouter_envoi(bureau,
                      {.chemin = chemin,
                       .resume = resume,
                       .permission = permission,
                       .action = [&bureau, acte](Visite& visite) { return acte(bureau, visite); }});
    };
    ajouter_lecture(bureau,
                    {.chemin = "/bureau/dossiers/{id}",
                     .resume = "Un dossier à examiner",
                     .permission = Permission::note_lire,
                     .action = [&](Visite& visite) { return montrer(bureau, visite, {}, 200); }});
    ajouter_lecture(bureau,
                    {.chemin = "/bureau/dossiers/{id}/pieces/{piece}",
                     .resume = "Le fichier d'une pièce",
                     .permission = Permission::note_lire,
                     .action = [&](Visite& visite) { return telecharger(bureau, visite); }});
    constexpr auto instruire = Permission::dossier_instruire;
    envoi("/bureau/dossiers/{id}/prise", "Prendre un dossier", instruire, prendre);
    envoi("/bureau/dossiers/{id}/affectation", "Confier un dossier", instruire, affecter);
    envoi("/bureau/dossiers/{id}/pieces/{piece}/verdict", "Juger une pièce", instruire, juger);
    envoi("/bureau/dossiers/{id}/appreciations", "Apprécier un point", instruire, apprecier);
    envoi("/bureau/dossiers/{id}/demandes", "Demander des compléments", instruire, demander);
    envoi("/bureau/dossiers/{id}/reprise", "Reprendre l'instruction", instruire, reprendre);
    envoi("/bureau/dossiers/{id}/notes", "Écrire une note", Permission::note_lire, annoter);
    envoi("/bureau/dossiers/{id}/recevabilite", "Décider de la recevabilité",
          Permission::recevabilite_decider, decider);
}

}  // namespace grappe::bureau
