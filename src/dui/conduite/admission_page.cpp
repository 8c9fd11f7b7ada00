// /admissions/nouvelle: somebody known is admitted; from the waiting list, she is chosen first.
#include <algorithm>
#include <set>

#include "core/texte.hpp"
#include "dui/acces/consultation.hpp"
#include "dui/conduite/formule.hpp"
#include "dui/conduite/histoire.hpp"
#include "dui/conduite/routes.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/rencontre/dits.hpp"
#include "dui/sejour/attente_repository.hpp"
#include "secret/hasard.hpp"

namespace grappe::conduite {
namespace {

using dui::dire;
using garde::Visite;
using page::Vue;
using rencontre::instant, rencontre::maintenant;
using storage::Reader, storage::Writer;

constexpr std::size_t envoi_au_plus = 16 * 1024;
constexpr std::size_t proposees = 8;

struct Lue {
    acces::Professionnel qui;
    std::vector<Option> etablissements;  // where one may admit
    std::optional<annuaire::Personne> personne;
    std::optional<sejour::Attente> attente;
    std::vector<annuaire::Personne> proposees;  // who may be the one that waits
};

bool lit(const acces::Professionnel& qui, std::string_view finess_et) {
    return qui.peut_a(access::Permission::dossier_usager_lire, finess_et);
}

// Somebody of an establishment that one reads: by a stay, or by who told her identity.
std::optional<annuaire::Personne> personne_lisible(const Conduite& conduite,
                                                   const acces::Professionnel& qui,
                                                   std::string_view id) {
    auto une = conduite.ecrans.annuaire.personne(id);
    if (!une) return std::nullopt;
    const bool par_un_sejour =
        std::ranges::any_of(une->sejours, [&](const auto& un) { return lit(qui, un.finess_et); });
    if (!par_un_sejour && !lit(qui, une->finess_et)) return std::nullopt;
    return une;
}

struct Voulue {
    std::string_view personne, attente;  // ids; the second empty: from no list
};

Lue lire(const Conduite& conduite, Reader& db, const Visite& visite, const Voulue& voulue) {
    conduite.ecrans.annuaire.mettre_a_jour(db);
    Lue lue{.qui = acces::professionnel(db, visite.qui().acteur),
            .etablissements = {},
            .personne = {},
            .attente = {},
            .proposees = {}};
    std::set<std::string> ou;
    for (const auto& un : conduite.ecrans.annuaire.etablissements()) ou.insert(un);
    ou.insert(lue.qui.etablissements.begin(), lue.qui.etablissements.end());
    for (const auto& un : ou)
        if (sejour::peut_ecrire(lue.qui, un)) lue.etablissements.push_back({un, un});
    lue.personne = personne_lisible(conduite, lue.qui, voulue.personne);
    lue.attente = sejour::attente(db, voulue.attente);
    if (lue.attente && !lit(lue.qui, lue.attente->finess_et.text())) lue.attente.reset();
    if (lue.personne || !lue.attente) return lue;
    const annuaire::Lisible lisible = [&](std::string_view un) { return lit(lue.qui, un); };
    const auto nom = lue.attente->demande.nom + " " + lue.attente->demande.prenom;
    for (auto& une : conduite.ecrans.annuaire.chercher({nom, lisible, proposees}).trouvailles)
        lue.proposees.push_back(std::move(une.personne));
    return lue;
}

Formule formule_de(const Conduite& conduite, const Lue& lue, const Tape& tape) {
    const auto& services = conduite.ecrans.services;
    const auto ce_jour = core::paris().day_of(instant(conduite.ecrans));
    std::string ou = lue.etablissements.empty() ? std::string{} : lue.etablissements.front().code;
    if (lue.attente) ou = lue.attente->finess_et.text();
    return {.acte = "admission",
            .adresse = "/sejour/admission",
            .caches = {{"id", tape.acte.empty() ? secret::identifiant()
                                                : std::string{tape.dit.valeur("id")}},
                       {"personne", lue.personne->id},
                       {"attente", lue.attente ? lue.attente->id : std::string{}}},
            .champs = {
                {"finess", Genre::choix, ou, lue.etablissements},
                {"entree", Genre::jour, ce_jour.text()},
                {"modalite", Genre::choix,
                 lue.attente ? lue.attente->demande.modalite : std::string{}, modalites(services)},
                {"fin_prevue", Genre::jour},
                {"entretien", Genre::jour},
                {"projet_possible", Genre::choix, "oui", oui_non(services)},
                {"motif", Genre::zone}}};
}

http::Response montrer(const Conduite& conduite, Visite& visite, const Voulue& voulue,
                       const Tape& tape) {
    const auto& services = conduite.ecrans.services;
    const auto lue =
        visite.base.read([&](Reader& db) { return lire(conduite, db, visite, voulue); });
    if (!lue.personne && !lue.attente)
        return dui::refuser(services, core::refuse(core::Reason::not_found, "dui.dossier_inconnu"));
    const acces::Lecteur lecteur{visite.qui().acteur.compte, instant(conduite.ecrans)};
    if (lue.personne) acces::consigner_un_dossier(visite.base, lecteur, lue.personne->id);
    if (!lue.proposees.empty())
        acces::consigner_une_recherche(visite.base, lecteur, lue.proposees.size());
    Vue::Liste formes, choix;
    if (lue.personne && !lue.etablissements.empty())
        formes.push_back(vue_de(services, visite, tape, formule_de(conduite, lue, tape)));
    for (const auto& une : lue.proposees)
        choix.push_back(
            Vue{{"nom", rencontre::nom_de(une)},
                {"age", rencontre::age_de(services, une, core::paris().day_of(lecteur.le))},
                {"adresse", "/admissions/nouvelle?personne=" + core::percent_encoded(une.id) +
                                "&attente=" + lue.attente->id}});
    Vue vue{{"nom", lue.personne ? rencontre::nom_de(*lue.personne) : std::string{}},
            {"a_choisir", !lue.personne},
            {"attend", lue.attente && !lue.personne
                           ? lue.attente->demande.nom + " " + lue.attente->demande.prenom
                           : std::string{}},
            {"personne_trouvee", choix.empty()},
            {"choix", std::move(choix)},
            {"interdit", lue.personne && lue.etablissements.empty()},
            {"formes", std::move(formes)}};
    ajouter_les_fautes(services, tape, vue);
    return dui::repondre(services,
                         {.gabarit = "admission",
                          .titre = dire(services, "conduite.titre.admission"),
                          .rubrique = "/equipe",
                          .fil = {{"/equipe", dire(services, "quotidien.titre.equipe")}}},
                         std::move(vue));
}

core::Result<sejour::Ecrit> admettre(Writer& db, const sejour::Redacteur& redacteur,
                                     const annuaire::Personne& personne,
                                     const page::Formulaire& dit) {
    const auto champ = [&](const char* nom) { return std::string{dit.valeur(nom)}; };
    const auto finess_et = core::Finess::parse(champ("finess"));
    if (!finess_et) return core::refuse(core::Reason::forbidden, "dui.etablissement_interdit");
    const bool deja = sejour::dernier_fait(db, champ("id"), fait::Type::sejour).has_value();
    auto ecrit = sejour::admettre(db, redacteur,
                                  {.id = champ("id"),
                                   .finess_et = *finess_et,
                                   .personne = personne.id,
                                   .entree = champ("entree"),
                                   .modalite = champ("modalite"),
                                   .projet_possible = champ("projet_possible") != "non",
                                   .fin_prevue = champ("fin_prevue"),
                                   .entretien = champ("entretien"),
                                   .motif = champ("motif")},
                                  personne);
    if (!ecrit || !ecrit->fautes.empty() || champ("attente").empty() || deja) return ecrit;
    if (auto admise = sejour::admise(db, redacteur, champ("attente"), champ("id")); !admise)
        return admise.error();
    return ecrit;
}

http::Response envoyer(const Conduite& conduite, Visite& visite) {
    Tape tape{.acte = "admission", .dit = garde::lire_envoi(visite)};
    const std::string id{tape.dit.valeur("personne")}, attente{tape.dit.valeur("attente")};
    const auto lue = visite.base.read([&](Reader& db) {
        return lire(conduite, db, visite, {id, attente});
    });
    if (!lue.personne)
        return dui::refuser(conduite.ecrans.services,
                            core::refuse(core::Reason::not_found, "dui.dossier_inconnu"));
    const core::Result<sejour::Ecrit> fait = visite.base.write([&](Writer& db) {
        return admettre(db, {lue.qui, maintenant(conduite.ecrans)}, *lue.personne, tape.dit);
    });
    return repondre_a_l_acte(conduite.ecrans.services, fait,
                             {tape, adresse_du_sejour(id, std::string{tape.dit.valeur("id")})},
                             [&](const Tape& dite) {
                                 return montrer(conduite, visite, {id, attente}, dite);
                             });
}

}  // namespace

void ajouter_admission(const Conduite& conduite) {
    const auto ecrire = access::Permission::dossier_usager_ecrire;
    dui::ajouter_page(conduite.ecrans.services,
                      {.chemin = "/admissions/nouvelle",
                       .resume = "Admettre une personne",
                       .permission = ecrire,
                       .action = [&](Visite& visite) {
                           return montrer(conduite, visite,
                                          {visite.requete.query("personne").value_or(""),
                                           visite.requete.query("attente").value_or("")},
                                          {});
                       }});
    rencontre::ajouter_envoi(conduite.ecrans,
                             {.chemin = "/sejour/admission",
                              .resume = "Admettre une personne",
                              .permission = ecrire,
                              .action = [&](Visite& visite) { return envoyer(conduite, visite); }},
                             envoi_au_plus);
}

}  // namespace grappe::conduite
