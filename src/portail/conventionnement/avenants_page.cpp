// /dossiers/{id}/avenants: every version of an agreement, and the signatures that one waits for.
#include "portail/conventionnement/avenants_page.hpp"

#include "core/integer.hpp"
#include "portail/convention/avenant_dit.hpp"
#include "portail/convention/code.hpp"
#include "portail/convention/convention_repository.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/modele.hpp"
#include "portail/teleservice/journal.hpp"
#include "portail/teleservice/refus_dit.hpp"
#include "web/garde/ecran.hpp"

namespace grappe::conventionnement {
namespace {

using access::Permission;
using garde::Visite;
using page::Formulaire, page::Vue;
using reception::demandeur;

std::string adresse_de(const Visite& visite) {
    return "/dossiers/" + std::string{id_de(visite)} + "/avenants";
}

void nommer(storage::Reader& db, AvenantsLus& lus) {
    const auto noter = [&](const std::string& compte) {
        conventionnement::nommer(db, lus.lue.noms, compte);
    };
    for (const auto& un : lus.avenants) {
        noter(un.avenant.prepare_par);
        for (const auto& une : un.avenant.signatures) noter(une.par);
        if (un.avenant.suite) noter(un.avenant.suite->par);
    }
}

struct EtatDit {
    std::string_view classe;
    const char* code;
};
EtatDit etat_de(const Vues& vues, const convention::Avenant& un) {
    if (un.attend()) return {"info", "conventionnement.avenant.attend"};
    if (!un.en_effet()) return {"ferme", "conventionnement.avenant.abandonne"};
    if (un.rang == vues.convention().avenant)
        return {"ouvert", "conventionnement.avenant.en_vigueur"};
    return {"ferme", "conventionnement.avenant.remplace"};
}

std::string suite_dite(const Vues& vues, const convention::Avenant& un) {
    if (!un.suite) return {};
    return vues.dire(un.en_effet() ? "conventionnement.avenant.effet_dit"
                                   : "conventionnement.avenant.abandon_dit",
                     {{"instant", le(un.suite->le)},
                      {"par", vues.lue.nom_de(un.suite->par)},
                      {"motif", un.suite->motif}});
}

Vue vue_de(const Vues& vues, const convention::Possibles& possibles, const AvenantLu& un) {
    const auto& avenant = un.avenant;
    const auto etat = etat_de(vues, avenant);
    const auto code = convention::code_de(avenant, vues.lue.numero);
    Vue vue{{"id", avenant.id},
            {"titre",
             vues.dire("conventionnement.avenant.titre", {{"rang", std::int64_t{avenant.rang}}})},
            {"rang", avenant.rang},
            {"classe", etat.classe},
            {"etat", vues.dire(etat.code)},
            {"motif", avenant.motif},
            {"replie", !avenant.attend() && avenant.rang != vues.convention().avenant},
            {"prepare", vues.dire("conventionnement.avenant.prepare",
                                  {{"instant", le(avenant.prepare_le)},
                                   {"par", vues.lue.nom_de(avenant.prepare_par)}})},
            {"suite", suite_dite(vues, avenant)},
            {"pdf", "/avenants/" + avenant.id + "/avenant.pdf"},
            {"empreinte", avenant.empreinte},
            {"signatures", vues_des_signatures(vues, {avenant.signatures, avenant.rang, code})},
            {"scan_du_porteur", vues.adresse_du_scan(code, convention::Partie::porteur)},
            {"signable", possibles.signer_pour_le_porteur || possibles.signer_pour_l_ars},
            {"partie_a_signer", possibles.signer_pour_l_ars ? "ars" : "porteur"},
            {"papier", possibles.enregistrer_le_papier},
            {"abandonnable", possibles.abandonner_l_avenant},
            {"faute_de_signature", vues.suite.faute_de("signature")},
            {"faute_du_papier", vues.suite.faute_de("papier")},
            {"faute_d_abandon", vues.suite.faute_de("abandon")},
            {"motif_tape", vues.suite.tape("abandon", "motif")}};
    ajouter_ce_qui_change(vue, vues, un);
    return vue;
}

struct Acte {
    std::string_view nom, journal, fait;
};

template <class Faire>
http::Response agir(const Conventions& conventions, Visite& visite, const Acte& acte,
                    const Faire& faire) {
    auto saisie = garde::lire_envoi(visite);
    const auto fait = faire(saisie);
    if (fait)
        return http::Response::see_other(adresse_de(visite) + "?fait=" + std::string{acte.fait} +
                                         "#fait");
    const auto& refus = fait.error();
    teleservice::noter_le_refus(
        visite.base, demandeur(visite),
        {acte.journal, "avenant:" + std::string{saisie.valeur("avenant")}, refus.code});
    if (refus.reason == core::Reason::not_found)
        return espace::refuser(conventions.espace, visite, refus);
    auto faute = teleservice::dire(refus, conventions.services().phrases);
    return montrer_les_avenants(conventions, visite,
                                {.acte = std::string{acte.nom},
                                 .faute = std::move(faute),
                                 .saisie = std::move(saisie),
                                 .statut = garde::statut_de(refus.reason)});
}

http::Response signer(const Conventions& conventions, Visite& visite) {
    const auto lue = garde::lire_envoi(visite);
    const bool papier = lue.valeur("mode") == "papier";
    return agir(conventions, visite, {papier ? "papier" : "signature", "avenant.signer", "signee"},
                [&](const Formulaire& saisie) {
                    const secret::Secret mot{std::string{saisie.valeur("mot_de_passe")}};
                    return convention::signer_un_avenant_en_ligne(
                        visite.moyens, demandeur(visite),
                        {{.avenant = saisie.valeur("avenant"),
                          .partie = saisie.valeur("partie"),
                          .mode = saisie.valeur("mode"),
                          .vue = core::integer<int>(saisie.valeur("version"))},
                         mot},
                        moyens_de(conventions, visite));
                });
}

http::Response abandonner(const Conventions& conventions, Visite& visite) {
    return agir(conventions, visite, {"abandon", "avenant.abandonner", "avenant_abandonne"},
                [&](const Formulaire& saisie) {
                    return visite.base.write([&](storage::Writer& db) {
                        return convention::abandonner(
                            db, demandeur(visite),
                            {saisie.valeur("avenant"), saisie.valeur("motif")},
                            moyens_de(conventions, visite));
                    });
                });
}

}  // namespace

core::Result<AvenantsLus> lire_le_cadre(const Conventions& conventions, storage::Reader& db,
                                        const Visite& visite) {
    auto lue = lire(db, demandeur(visite), id_de(visite), moyens_de(conventions, visite));
    if (!lue) return lue.error();
    if (!lue->entiere) return core::refuse(core::Reason::forbidden, "convention.interdite");
    AvenantsLus lus{.lue = *std::move(lue)};
    if (!est_le_sien(visite)) return lus;
    auto dossier = espace::lire(conventions.espace, db, demandeur(visite), id_de(visite));
    if (!dossier) return dossier.error();
    lus.du_porteur = *std::move(dossier);
    return lus;
}

core::Result<AvenantsLus> lire_les_avenants(const Conventions& conventions, storage::Reader& db,
                                            const Visite& visite) {
    auto cadre = lire_le_cadre(conventions, db, visite);
    if (!cadre) return cadre;
    auto lus = *std::move(cadre);
    lus.avenants = convention::lire_les_avenants(db, lus.lue.sujet, moyens_de(conventions, visite));
    for (const auto& un : lus.avenants)
        if (un.avenant.attend())
            lus.possibles = convention::possibles(db, demandeur(visite), un.sujet, un.avenant);
    nommer(db, lus);
    return lus;
}

// A dossier without an agreement has no version of it either: its page says so.
http::Response refuser_les_avenants(const Conventions& conventions, const Visite& visite,
                                    const core::Refusal& refus) {
    if (refus.code == "convention.inconnue")
        return http::Response::see_other("/dossiers/" + std::string{id_de(visite)} + "/convention");
    return refuser(conventions, visite, refus);
}

Cadre cadre_de(const AvenantsLus& lus, std::string_view gabarit) {
    return {.gabarit = gabarit,
            .fiche = lus.lue.fiche,
            .du_porteur = lus.du_porteur ? &*lus.du_porteur : nullptr,
            .sous_la_convention = true};
}

void ajouter_la_tete(Vue& vue, const AvenantsLus& lus) {
    const auto& fiche = lus.lue.fiche;
    const auto racine = "/dossiers/" + fiche.dossier;
    vue.ajouter("convention", racine + "/convention");
    vue.ajouter("adresse", racine + "/avenants");
    vue.ajouter("certificat",
                lus.avenants.empty()
                    ? std::string{}
                    : "/api/conventions/" + lus.lue.sujet.convention.id + "/certificat");
    vue.ajouter("dossier", fiche.dossier);
    vue.ajouter("numero", fiche.numero);
    vue.ajouter("nom", fiche.porteur);
    vue.ajouter("version", lus.lue.sujet.convention.version);
}

void ajouter_ce_qui_change(Vue& vue, const Vues& vues, const AvenantLu& un) {
    Vue::Liste phrases, lignes;
    for (const auto& une : convention::dire(un, vues.conventions.services().phrases))
        phrases.push_back(Vue{{"phrase", une}});
    const auto montant = [](const std::optional<core::Money>& somme) {
        return somme ? euros(*somme) : std::string{"–"};
    };
    std::int64_t changes = 0;
    const auto& version = un.avenant.version;
    for (const auto& ecart : convention::ecarts(un.avant.accorde, version.accorde)) {
        changes += ecart.change() ? 1 : 0;
        lignes.push_back(Vue{{"finess", ecart.finess_et},
                             {"essms", vues.nom_de_l_essms(ecart.finess_et)},
                             {"avant", montant(ecart.avant)},
                             {"apres", montant(ecart.apres)},
                             {"change", ecart.change()}});
    }
    vue.ajouter("phrases", std::move(phrases));
    vue.ajouter("lignes_dites", vues.dire("conventionnement.avenant.lignes",
                                          {{"changes", changes},
                                           {"nombre", static_cast<std::int64_t>(lignes.size())}}));
    vue.ajouter("lignes", std::move(lignes));
    vue.ajouter("total_avant", euros(un.avant.accorde.total().total()));
    vue.ajouter("total_apres", euros(version.accorde.total().total()));
    vue.ajouter("avance", euros(version.avance));
    vue.ajouter("solde_plein", euros(version.reste()));
    const auto en_trop = version.en_trop();
    vue.ajouter("en_trop", en_trop > core::Money{} ? euros(en_trop) : std::string{});
}

http::Response montrer_les_avenants(const Conventions& conventions, Visite& visite,
                                    const Suite& suite) {
    const auto lus = visite.base.read(
        [&](storage::Reader& db) { return lire_les_avenants(conventions, db, visite); });
    if (!lus) return refuser_les_avenants(conventions, visite, lus.error());
    const Vues vues{{conventions}, lus->lue, suite};
    Vue::Liste avenants;
    for (auto un = lus->avenants.rbegin(); un != lus->avenants.rend(); ++un)
        avenants.push_back(
            vue_de(vues, un->avenant.attend() ? *lus->possibles : convention::Possibles{}, *un));
    const auto initiale = visite.base.read([&](storage::Reader& db) {
        return *convention::trouver_initiale(db, lus->lue.sujet.convention.id);
    });
    Vue contenu{{"fait", fait_de(conventions, visite, "conventionnement.fait.")},
                {"aucun", avenants.empty()},
                {"avenants", std::move(avenants)},
                {"preparable", lus->lue.possibles.preparer_un_avenant},
                {"initiale_en_vigueur", lus->lue.sujet.convention.avenant == 0},
                {"initiale",
                 vues.dire("conventionnement.avenant.initiale",
                           {{"total", initiale.accorde.total().total()},
                            {"essms", static_cast<std::int64_t>(initiale.accorde.lignes.size())},
                            {"instant", initiale.signee_le() ? le(*initiale.signee_le())
                                                             : std::string{"–"}}})},
                {"pdf_initial", "/dossiers/" + lus->lue.sujet.dossier.id + "/convention.pdf"}};
    ajouter_la_tete(contenu, *lus);
    auto reponse = encadrer(conventions, visite, cadre_de(*lus, "avenants"), std::move(contenu));
    reponse.status = suite.statut;
    return reponse;
}

void ajouter_les_avenants(const Conventions& conventions) {
    espace::ajouter_lecture(
        conventions.espace,
        {.chemin = "/dossiers/{id}/avenants",
         .resume = "Les versions d'une convention",
         .permission = Permission::convention_lire,
         .action = [&](Visite& visite) { return montrer_les_avenants(conventions, visite, {}); }});
    ajouter_envoi(conventions, {.chemin = "/dossiers/{id}/avenants/signatures",
                                .resume = "Signer un avenant",
                                .permission = Permission::convention_signer,
                                .action = signer});
    ajouter_envoi(conventions, {.chemin = "/dossiers/{id}/avenants/abandon",
                                .resume = "Abandonner un avenant",
                                .permission = Permission::convention_preparer,
                                .action = abandonner});
    ajouter_le_nouvel_avenant(conventions);
}

}  // namespace grappe::conventionnement
