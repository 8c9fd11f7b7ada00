// /absences: who is away now, until when; an absence told, a return.
#include <algorithm>

#include "dui/acces/consultation.hpp"
#include "dui/conduite/formule.hpp"
#include "dui/conduite/histoire.hpp"
#include "dui/conduite/routes.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/rencontre/dits.hpp"
#include "dui/sejour/absence.hpp"
#include "secret/hasard.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::conduite {
namespace {

using dui::dire;
using garde::Visite;
using page::Vue;
using rencontre::instant, rencontre::Lieu, rencontre::maintenant;
using storage::Reader, storage::Writer;

constexpr std::size_t envoi_au_plus = 16 * 1024;
constexpr int jours_a_venir = 14;

struct Lue {
    std::vector<sejour::Absence> absences;
    bool lit = false, ecrit = false;
};

Lue lire(const Conduite& conduite, Reader& db, const Lieu& lieu) {
    Lue lue;
    lue.lit = lieu.qui.lit(partage::Classe::quotidien);
    lue.ecrit = static_cast<bool>(sejour::peut_ecrire_le_quotidien(lieu.qui, lieu.finess_et));
    if (!lue.lit) return lue;
    const auto ici = instant(conduite.ecrans);
    const auto fin = core::paris().start_of(core::paris().day_of(ici).plus_days(jours_a_venir + 1));
    for (auto& une : sejour::absences_de(db, lieu.finess_et, {ici, fin}))
        if (lieu.concerne(une.personne)) lue.absences.push_back(std::move(une));
    return lue;
}

struct Montree {
    const Conduite& conduite;
    const Visite& visite;
    const Lieu& lieu;
    const Lue& lue;
    const Tape& tape;
};

Vue vue_d_une(const Montree& montree, const sejour::Absence& une) {
    const auto& [conduite, visite, lieu, lue, tape] = montree;
    const auto& services = conduite.ecrans.services;
    const auto ici = instant(conduite.ecrans);
    const auto qui = conduite.ecrans.annuaire.personne(une.personne);
    const std::vector<Cache> caches{{"id", une.id},
                                    {"finess", lieu.finess_et},
                                    {"unite", lieu.unite},
                                    {"version", std::to_string(une.version)}};
    Vue::Liste formes;
    if (lue.ecrit && une.dure_a(ici))
        formes.push_back(vue_de(services, visite, tape,
                                {.acte = "retour",
                                 .adresse = "/absences/retour",
                                 .rang = une.id,
                                 .caches = caches,
                                 .champs = {{"retour", Genre::moment, moment_en_champ(ici)}}}));
    if (lue.ecrit)
        formes.push_back(vue_de(services, visite, tape,
                                {.acte = "retrait",
                                 .adresse = "/absences/retrait",
                                 .rang = une.id,
                                 .caches = caches,
                                 .champs = {{"motif", Genre::texte}}}));
    return {
        {"nom", qui ? rencontre::nom_de(*qui) : une.personne},
        {"adresse", rencontre::adresse_de_la_personne(une.personne)},
        {"nature", dire(services, "conduite.absence." + std::string{core::name_of(une.nature)})},
        {"prevue", dire(services, "conduite.prevue." + std::string{core::name_of(une.prevue)})},
        {"du", rencontre::quand(services, une.debut, ici)},
        {"retour", une.fin ? rencontre::quand(services, *une.fin, ici) : std::string{}},
        {"motif", une.motif},
        {"formes", std::move(formes)}};
}

std::vector<Option> presentes(const Conduite& conduite, const Lieu& lieu) {
    std::vector<Option> toutes;
    const auto jour = core::paris().day_of(instant(conduite.ecrans));
    for (const auto& id : conduite.ecrans.annuaire.presentes(lieu.finess_et, jour)) {
        const auto une = lieu.concerne(id) ? conduite.ecrans.annuaire.personne(id) : std::nullopt;
        if (une) toutes.push_back({id, rencontre::nom_de(*une)});
    }
    return toutes;
}

Formule declaration(const Conduite& conduite, const Lieu& lieu, const Tape& tape) {
    const auto& services = conduite.ecrans.services;
    return {
        .acte = "absence",
        .adresse = "/absences/declaration",
        .caches = {{"id", tape.acte == "absence" ? std::string{tape.dit.valeur("id")}
                                                 : secret::identifiant()},
                   {"finess", lieu.finess_et},
                   {"unite", lieu.unite}},
        .champs = {
            {"personne", Genre::choix, {}, presentes(conduite, lieu)},
            {"nature", Genre::choix, {}, options_de<sejour::NatureDAbsence>(services, "absence")},
            {"debut", Genre::moment, moment_en_champ(instant(conduite.ecrans))},
            {"fin", Genre::moment},
            {"prevue", Genre::choix, {}, options_de<sejour::Prevue>(services, "prevue")},
            {"motif", Genre::texte}}};
}

http::Response afficher(const Conduite& conduite, Visite& visite, const Lieu& lieu,
                        const Tape& tape) {
    const auto& services = conduite.ecrans.services;
    if (lieu.finess_et.empty()) return sans_etablissement(services);
    const auto lue = visite.base.read([&](Reader& db) { return lire(conduite, db, lieu); });
    const auto ici = instant(conduite.ecrans);
    acces::consigner_une_liste(visite.base, {visite.qui().acteur.compte, ici},
                               {lieu.finess_et, lue.absences.size()});
    Vue::Liste absentes, a_venir, formes;
    for (const auto& une : lue.absences)
        (une.dure_a(ici) ? absentes : a_venir)
            .push_back(vue_d_une({conduite, visite, lieu, lue, tape}, une));
    if (lue.ecrit)
        formes.push_back(vue_de(services, visite, tape, declaration(conduite, lieu, tape)));
    const auto combien = static_cast<std::int64_t>(absentes.size());
    Vue vue{{"combien", dire(services, "conduite.absentes", {{"nombre", combien}})},
            {"vide", absentes.empty() && lue.lit},
            {"sans_droit", !lue.lit},
            {"absentes", std::move(absentes)},
            {"rien_a_venir", a_venir.empty()},
            {"a_venir", std::move(a_venir)},
            {"formes", std::move(formes)}};
    ajouter_le_lieu(services, lieu, "/absences", vue);
    ajouter_les_fautes(services, tape, vue);
    return dui::repondre(services,
                         {.gabarit = "absences",
                          .titre = dire(services, "conduite.titre.absences"),
                          .rubrique = "/equipe",
                          .fil = {{"/equipe", dire(services, "quotidien.titre.equipe")}}},
                         std::move(vue));
}

struct Envoi {
    const Lieu& lieu;
    const page::Formulaire& dit;
};

core::Result<sejour::Ecrit> declarer(const Conduite& conduite, Writer& db,
                                     const sejour::Redacteur& redacteur, const Envoi& envoi) {
    const auto& lieu = envoi.lieu;
    const auto champ = [&envoi](const char* nom) { return std::string{envoi.dit.valeur(nom)}; };
    const auto personne = champ("personne");
    sejour::Ecrit manque;
    if (personne.empty()) manque.fautes.push_back({"personne", "absence.faute.personne"});
    if (!personne.empty() && !conduite.ecrans.annuaire.accompagnee_a(personne, lieu.finess_et))
        return core::refuse(core::Reason::not_found, "dui.dossier_inconnu");
    if (!champ("fin").empty() && !moment_dit(champ("fin")))
        manque.fautes.push_back({"fin", "absence.faute.fin"});
    const sejour::SaisieDAbsence saisie{.id = champ("id"),
                                        .finess_et = core::Finess::parse(lieu.finess_et).value(),
                                        .personne = personne,
                                        .debut = moment_dit(champ("debut")),
                                        .fin = moment_dit(champ("fin")),
                                        .nature = champ("nature"),
                                        .prevue = champ("prevue"),
                                        .motif = champ("motif")};
    if (manque.fautes.empty()) return sejour::declarer(db, redacteur, saisie);
    const auto autres = sejour::fautes_de(db, saisie);
    manque.fautes.insert(manque.fautes.end(), autres.begin(), autres.end());
    return manque;
}

template <class Faire>
http::Response agir(const Conduite& conduite, Visite& visite, Tape tape, Faire faire) {
    const auto lieu = visite.base.read(
        [&](Reader& db) { return lieu_de_l_envoi(conduite.ecrans, db, visite, tape.dit); });
    if (lieu.finess_et.empty()) return sans_etablissement(conduite.ecrans.services);
    const core::Result<sejour::Ecrit> fait = visite.base.write([&](Writer& db) {
        return faire(db, sejour::Redacteur{lieu.qui, maintenant(conduite.ecrans)}, lieu, tape.dit);
    });
    return repondre_a_l_acte(
        conduite.ecrans.services, fait, {tape, "/absences" + lieu.question()},
        [&](const Tape& dite) { return afficher(conduite, visite, lieu, dite); });
}

core::Result<sejour::Ecrit> rentrer(Writer& db, const sejour::Redacteur& redacteur, const Lieu&,
                                    const page::Formulaire& dit) {
    return sejour::rentrer(
        db, redacteur,
        {std::string{dit.valeur("id")}, version_vue(dit), moment_dit(dit.valeur("retour"))});
}
core::Result<sejour::Ecrit> retirer(Writer& db, const sejour::Redacteur& redacteur, const Lieu&,
                                    const page::Formulaire& dit) {
    return sejour::retirer(
        db, redacteur,
        {std::string{dit.valeur("id")}, version_vue(dit), std::string{dit.valeur("motif")}});
}

Tape tape_de(const Visite& visite, const std::string& acte) {
    Tape tape{.dit = garde::lire_envoi(visite)};
    tape.acte = acte == "absence" ? acte : acte + std::string{tape.dit.valeur("id")};
    return tape;
}

}  // namespace

void ajouter_absences(const Conduite& conduite) {
    dui::ajouter_page(conduite.ecrans.services,
                      {.chemin = "/absences",
                       .resume = "Qui est absent, et jusqu'à quand",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) {
                           const auto lieu = visite.base.read([&](Reader& db) {
                               return lieu_de_la_page(conduite.ecrans, db, visite);
                           });
                           return afficher(conduite, visite, lieu, {});
                       }});
    const auto ajouter = [&](const char* chemin, const char* resume, const char* acte, auto faire) {
        rencontre::ajouter_envoi(conduite.ecrans,
                                 {.chemin = chemin,
                                  .resume = resume,
                                  .permission = access::Permission::dossier_usager_ecrire,
                                  .action =
                                      [&conduite, acte, faire](Visite& visite) {
                                          return agir(conduite, visite, tape_de(visite, acte),
                                                      faire);
                                      }},
                                 envoi_au_plus);
    };
    ajouter("/absences/declaration", "Déclarer une absence", "absence",
            [&conduite](Writer& db, const sejour::Redacteur& redacteur, const Lieu& lieu,
                        const page::Formulaire& dit) {
                return declarer(conduite, db, redacteur, {lieu, dit});
            });
    ajouter("/absences/retour", "Dire un retour", "retour", rentrer);
    ajouter("/absences/retrait", "Retirer une absence dite par erreur", "retrait", retirer);
}

}  // namespace grappe::conduite
