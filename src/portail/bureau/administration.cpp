// Pages of an administrator: find a dossier, and act on it with a reason.
#include "portail/administration/correction.hpp"
#include "portail/administration/delais.hpp"
#include "portail/administration/remplacement.hpp"
#include "portail/administration/reouverture.hpp"
#include "portail/bureau/administration_vue.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/teleservice/refus_dit.hpp"

namespace grappe::bureau {
namespace {

using access::Permission;
using administration::Demande;
using garde::Visite;
using reception::demandeur;

constexpr std::string_view accueil{"/administration/dossiers"};

std::string adresse(const Visite& visite) {
    return std::string{accueil} + "/" + std::string{visite.requete.path("id")};
}

core::Result<Administre> lire(const Visite& visite) {
    const auto id = visite.requete.path("id");
    return visite.base.read([&](storage::Reader& db) -> core::Result<Administre> {
        auto situation = administration::situation(db, demandeur(visite), id);
        if (!situation) return situation.error();
        const auto champs = administration::champs_corrigeables(db, demandeur(visite), id);
        return Administre{.situation = *std::move(situation),
                          .champs = champs ? *champs : std::vector<administration::Champ>{},
                          .champ = std::string{visite.requete.query("champ").value_or("")},
                          .noms = Noms{instruction::personnes_du_guichet(db, visite.qui().acteur)}};
    });
}

std::string fait_de(const Bureau& bureau, const Visite& visite) {
    const auto code =
        "administration.fait." + std::string{visite.requete.query("fait").value_or("-")};
    const auto& phrases = bureau.services.phrases;
    return phrases.contient(code) ? phrases.rendre(code, {}) : std::string{};
}

struct Refuse {
    ActeTape tape;
    std::string champ;  // that a correction was about
    core::Refusal refus;
};

// `refuse`: what was just refused; null: nothing.
http::Response montrer(const Bureau& bureau, Visite& visite, const Refuse* refuse) {
    auto trouve = lire(visite);
    if (!trouve) return refuser(bureau, visite, trouve.error());
    auto lu = *std::move(trouve);
    lu.fait = fait_de(bureau, visite);
    if (refuse) {
        lu.tape = refuse->tape;
        lu.champ = refuse->champ;
        lu.faute = teleservice::dire(refuse->refus, bureau.services.phrases);
    }
    auto vue = vue_du_dossier_administre(bureau, lu);
    vue.ajouter("csrf", visite.qui().csrf);
    auto reponse =
        pages::repondre(bureau.services,
                        {.gabarit = "administration_dossier",
                         .titre = pages::dire(bureau.services, "administration.titre.dossier",
                                              {{"nom", std::string_view{lu.situation.trouve.nom}}}),
                         .fil = {{std::string{accueil},
                                  pages::dire(bureau.services, "administration.titre.dossiers")}}},
                        std::move(vue));
    if (refuse) reponse.status = garde::statut_de(refuse->refus.reason);
    return reponse;
}

http::Response chercher(const Bureau& bureau, Visite& visite) {
    const auto q = std::string{visite.requete.query("q").value_or("")};
    const auto trouves = visite.base.read(
        [&](storage::Reader& db) { return administration::chercher(db, demandeur(visite), q); });
    if (!trouves) return refuser(bureau, visite, trouves.error());
    return pages::repondre(bureau.services,
                           {.gabarit = "administration_dossiers",
                            .titre = pages::dire(bureau.services, "administration.titre.dossiers")},
                           vue_des_trouves(bureau, q, *trouves));
}

// What the acts take: the form, and what every one of them names.
struct Envoi {
    const Visite& visite;
    page::Formulaire saisie;

    Demande demande() const { return {visite.requete.path("id"), saisie.valeur("motif")}; }
};

template <class T>
core::Result<void> sans_valeur(const core::Result<T>& fait) {
    if (!fait) return fait.error();
    return {};
}

using Acte = core::Result<void> (*)(storage::Writer&, const Envoi&, const instruction::Moyens&);

core::Result<void> rouvrir(storage::Writer& db, const Envoi& envoi,
                           const instruction::Moyens& moyens) {
    return sans_valeur(
        administration::rouvrir(db, demandeur(envoi.visite), envoi.demande(), moyens));
}

core::Result<void> amender(storage::Writer& db, const Envoi& envoi,
                           const instruction::Moyens& moyens) {
    return sans_valeur(administration::ouvrir_a_la_modification(
        db, demandeur(envoi.visite), {envoi.demande(), envoi.saisie.valeur("jour")}, moyens));
}

core::Result<void> prolonger(storage::Writer& db, const Envoi& envoi,
                             const instruction::Moyens& moyens) {
    return sans_valeur(administration::prolonger(
        db, demandeur(envoi.visite), {envoi.demande(), envoi.saisie.valeur("jour")}, moyens));
}

core::Result<void> reporter(storage::Writer& db, const Envoi& envoi,
                            const instruction::Moyens& moyens) {
    return sans_valeur(administration::reporter(
        db, demandeur(envoi.visite),
        {envoi.demande(), envoi.visite.requete.path("demande"), envoi.saisie.valeur("jour")},
        moyens));
}

core::Result<void> remplacer(storage::Writer& db, const Envoi& envoi,
                             const instruction::Moyens& moyens) {
    return sans_valeur(administration::remplacer_un_membre(
        db, demandeur(envoi.visite),
        {envoi.demande(), envoi.visite.requete.path("membre"), envoi.saisie.valeur("courriel")},
        moyens));
}

core::Result<void> confier(storage::Writer& db, const Envoi& envoi,
                           const instruction::Moyens& moyens) {
    return sans_valeur(administration::remplacer_le_porteur(
        db, demandeur(envoi.visite), {envoi.demande(), envoi.saisie.valeur("courriel")}, moyens));
}

core::Result<void> corriger(storage::Writer& db, const Envoi& envoi,
                            const instruction::Moyens& moyens) {
    return sans_valeur(administration::corriger(
        db, demandeur(envoi.visite),
        {envoi.demande(), {envoi.saisie.valeur("champ"), envoi.saisie.valeur("valeur")}}, moyens));
}

// The name of the form, as the page knows it.
std::string nom_de(const Visite& visite, std::string_view acte) {
    std::string nom{acte};
    if (acte == "membre") nom.append(":").append(visite.requete.path("membre"));
    if (acte == "echeance") nom.append(":").append(visite.requete.path("demande"));
    return nom;
}

struct ActeDePage {
    std::string_view nom, chemin, resume;
    Acte acte;
};

http::Response agir(const Bureau& bureau, Visite& visite, const ActeDePage& acte) {
    const Envoi envoi{visite, lire_envoi(visite)};
    const auto fait = visite.base.write(
        [&](storage::Writer& db) { return acte.acte(db, envoi, moyens_de(bureau, visite)); });
    if (fait) return http::Response::see_other(adresse(visite) + "?fait=" + std::string{acte.nom});
    if (fait.error().code == "dossier.inconnu" || fait.error().code == "acces.interdit")
        return refuser(bureau, visite, fait.error());
    const auto tape = [&](std::string_view champ) {
        return std::string{envoi.saisie.valeur(champ)};
    };
    const Refuse refuse{.tape = {.acte = nom_de(visite, acte.nom),
                                 .motif = tape("motif"),
                                 .jour = tape("jour"),
                                 .courriel = tape("courriel"),
                                 .valeur = tape("valeur")},
                        .champ = tape("champ"),
                        .refus = fait.error()};
    return montrer(bureau, visite, &refuse);
}

constexpr auto actes = std::to_array<ActeDePage>(
    {{"reouverture", "/administration/dossiers/{id}/reouverture", "Rouvrir un dossier", rouvrir},
     {"amendement", "/administration/dossiers/{id}/amendement",
      "Ouvrir un dossier à la modification", amender},
     {"prolongation", "/administration/dossiers/{id}/prolongation", "Prolonger un délai de dépôt",
      prolonger},
     {"echeance", "/administration/dossiers/{id}/demandes/{demande}/echeance",
      "Reporter l'échéance d'une demande", reporter},
     {"membre", "/administration/dossiers/{id}/membres/{membre}/remplacement",
      "Remplacer la personne d'un membre", remplacer},
     {"porteur", "/administration/dossiers/{id}/porteur", "Confier un dossier à un autre porteur",
      confier},
     {"correction", "/administration/dossiers/{id}/correction", "Corriger un champ", corriger}});

}  // namespace

void ajouter_administration(const Bureau& bureau) {
    ajouter_lecture(bureau, {.chemin = accueil,
                             .resume = "Trouver un dossier à administrer",
                             .permission = Permission::dossier_corriger,
                             .action = [&](Visite& visite) { return chercher(bureau, visite); }});
    ajouter_lecture(bureau,
                    {.chemin = "/administration/dossiers/{id}",
                     .resume = "Administrer un dossier",
                     .permission = Permission::dossier_corriger,
                     .action = [&](Visite& visite) { return montrer(bureau, visite, nullptr); }});
    for (const auto& acte : actes)
        ajouter_envoi(bureau, {.chemin = acte.chemin,
                               .resume = acte.resume,
                               .permission = Permission::dossier_corriger,
                               .action = [&bureau, &acte](Visite& visite) {
                                   return agir(bureau, visite, acte);
                               }});
}

}  // namespace grappe::bureau
