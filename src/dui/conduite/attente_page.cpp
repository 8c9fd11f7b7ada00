// /attente: who waits for a place at an establishment, before any record is opened.
#include "core/texte.hpp"
#include "dui/acces/consultation.hpp"
#include "dui/conduite/formule.hpp"
#include "dui/conduite/histoire.hpp"
#include "dui/conduite/routes.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/sejour/attente_repository.hpp"
#include "secret/hasard.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::conduite {
namespace {

using dui::dire;
using garde::Visite;
using page::Vue;
using rencontre::instant, rencontre::Lieu, rencontre::maintenant;
using sejour::EtatDAttente;
using storage::Reader, storage::Writer;

constexpr std::size_t envoi_au_plus = 16 * 1024;

struct Lue {
    Lieu lieu;
    std::vector<sejour::Attente> toutes;
    bool lit = false, ecrit = false;
};

Lue lire(Reader& db, const Lieu& lieu) {
    Lue lue{.lieu = lieu, .toutes = {}};
    lue.lit = lieu.qui.lit(partage::Classe::administratif);
    lue.ecrit = static_cast<bool>(sejour::peut_ecrire(lieu.qui, lieu.finess_et));
    if (!lue.lit || lieu.finess_et.empty()) return lue;
    for (const auto etat : {EtatDAttente::preadmission, EtatDAttente::demande})
        for (auto& une : sejour::attentes_de(db, lieu.finess_et, etat))
            lue.toutes.push_back(std::move(une));
    return lue;
}

struct Montree {
    const dui::Services& services;
    const Visite& visite;
    const Lue& lue;
    const Tape& tape;
};

Vue vue_d_une(const Montree& montree, const sejour::Attente& une) {
    const auto& [services, visite, lue, tape] = montree;
    const auto& dit = une.demande;
    const bool demande = une.etat == EtatDAttente::demande;
    const auto naissance = core::Date::parse(dit.naissance);
    const auto souhait = core::Date::parse(dit.souhaitee_le);
    const std::vector<Cache> caches{{"id", une.id},
                                    {"finess", lue.lieu.finess_et},
                                    {"unite", lue.lieu.unite},
                                    {"version", std::to_string(une.version)}};
    auto avance = caches, fin = caches;
    avance.push_back({"vers", demande ? "preadmission" : "demande"});
    fin.push_back({"vers", "close"});
    Vue::Liste formes;
    if (lue.ecrit) {
        formes.push_back(vue_de(services, visite, tape,
                                {.acte = demande ? "preadmettre" : "remettre",
                                 .adresse = "/attente/passage",
                                 .rang = une.id,
                                 .caches = avance}));
        formes.push_back(vue_de(services, visite, tape,
                                {.acte = "cloture",
                                 .adresse = "/attente/passage",
                                 .rang = une.id,
                                 .caches = fin,
                                 .champs = {{"motif", Genre::texte}}}));
    }
    return {{"nom", dit.nom + " " + dit.prenom},
            {"naissance", naissance ? page::jour(*naissance) : std::string{}},
            {"modalite", dire(services, "dui.etat." + dit.modalite)},
            {"souhait", souhait ? page::jour(*souhait) : std::string{}},
            {"contact", dit.contact},
            {"remarque", dit.remarque},
            {"etat", dire(services, "conduite.attente." + std::string{core::name_of(une.etat)})},
            {"preadmission", !demande},
            {"efface_le", page::jour(sejour::fin_de_conservation(une))},
            {"admettre", lue.ecrit ? "/admissions/nouvelle?attente=" + une.id : std::string{}},
            {"formes", std::move(formes)}};
}

http::Response afficher(const Conduite& conduite, Visite& visite, const Lieu& lieu,
                        const Tape& tape) {
    const auto& services = conduite.ecrans.services;
    if (lieu.finess_et.empty()) return sans_etablissement(services);
    const auto lue = visite.base.read([&](Reader& db) { return lire(db, lieu); });
    acces::consigner_une_liste(visite.base, {visite.qui().acteur.compte, instant(conduite.ecrans)},
                               {lieu.finess_et, lue.toutes.size()});
    Vue::Liste attentes, formes;
    for (const auto& une : lue.toutes)
        attentes.push_back(vue_d_une({services, visite, lue, tape}, une));
    if (lue.ecrit)
        formes.push_back(vue_de(
            services, visite, tape,
            {.acte = "inscription",
             .adresse = "/attente/inscription",
             .caches = {{"id", tape.acte == "inscription" ? std::string{tape.dit.valeur("id")}
                                                          : secret::identifiant()},
                        {"finess", lieu.finess_et},
                        {"unite", lieu.unite},
                        {"version", "0"}},
             .champs = {{"nom", Genre::texte},
                        {"prenom", Genre::texte},
                        {"naissance", Genre::jour},
                        {"modalite", Genre::choix, {}, modalites(services)},
                        {"souhaitee_le", Genre::jour},
                        {"contact", Genre::texte},
                        {"remarque", Genre::zone}}}));
    Vue vue{{"vide", attentes.empty() && lue.lit},
            {"sans_droit", !lue.lit},
            {"attentes", std::move(attentes)},
            {"formes", std::move(formes)}};
    ajouter_le_lieu(services, lieu, "/attente", vue);
    ajouter_les_fautes(services, tape, vue);
    return dui::repondre(services,
                         {.gabarit = "attente",
                          .titre = dire(services, "conduite.titre.attente"),
                          .rubrique = "/equipe",
                          .fil = {{"/equipe", dire(services, "quotidien.titre.equipe")}}},
                         std::move(vue));
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
        conduite.ecrans.services, fait, {tape, "/attente" + lieu.question()},
        [&](const Tape& dite) { return afficher(conduite, visite, lieu, dite); });
}

core::Result<sejour::Ecrit> inscrire(Writer& db, const sejour::Redacteur& redacteur,
                                     const Lieu& lieu, const page::Formulaire& dit) {
    const auto champ = [&](const char* nom) { return std::string{dit.valeur(nom)}; };
    return sejour::inscrire(db, redacteur,
                            {champ("id"),
                             version_vue(dit),
                             core::Finess::parse(lieu.finess_et).value(),
                             {champ("nom"), champ("prenom"), champ("naissance"), champ("modalite"),
                              champ("souhaitee_le"), champ("contact"), champ("remarque")}});
}

core::Result<sejour::Ecrit> passer(Writer& db, const sejour::Redacteur& redacteur, const Lieu&,
                                   const page::Formulaire& dit) {
    const auto vers = core::named<EtatDAttente>(dit.valeur("vers"));
    if (!vers) return core::refuse(core::Reason::invalid, "attente.passage");
    return sejour::passer(
        db, redacteur,
        {std::string{dit.valeur("id")}, version_vue(dit), *vers, std::string{dit.valeur("motif")}});
}

Tape tape_du_passage(const Visite& visite) {
    Tape tape{.dit = garde::lire_envoi(visite)};
    tape.acte = "cloture" + std::string{tape.dit.valeur("id")};
    return tape;
}

}  // namespace

void ajouter_attente(const Conduite& conduite) {
    const auto& ecrans = conduite.ecrans;
    dui::ajouter_page(ecrans.services, {.chemin = "/attente",
                                        .resume = "La liste d'attente d'un établissement",
                                        .permission = access::Permission::dossier_usager_lire,
                                        .action = [&](Visite& visite) {
                                            const auto lieu = visite.base.read([&](Reader& db) {
                                                return lieu_de_la_page(conduite.ecrans, db, visite);
                                            });
                                            return afficher(conduite, visite, lieu, {});
                                        }});
    const auto ecrire = access::Permission::dossier_usager_ecrire;
    rencontre::ajouter_envoi(
        ecrans,
        {.chemin = "/attente/inscription",
         .resume = "Inscrire une demande sur la liste d'attente",
         .permission = ecrire,
         .action =
             [&](Visite& visite) {
                 return agir(conduite, visite,
                             {.acte = "inscription", .dit = garde::lire_envoi(visite)}, inscrire);
             }},
        envoi_au_plus);
    rencontre::ajouter_envoi(ecrans,
                             {.chemin = "/attente/passage",
                              .resume = "Préadmettre une demande, ou la clore avec son motif",
                              .permission = ecrire,
                              .action =
                                  [&](Visite& visite) {
                                      return agir(conduite, visite, tape_du_passage(visite),
                                                  passer);
                                  }},
                             envoi_au_plus);
}

}  // namespace grappe::conduite
