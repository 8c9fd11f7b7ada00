// Self-assessment of each body of a dossier: seven dimensions, known questions, cyber measures.
#include "core/integer.hpp"
#include "portail/documents/matiere.hpp"
#include "portail/documents/maturite.hpp"
#include "portail/espace/dossier_vue.hpp"
#include "portail/espace/ecran.hpp"
#include "portail/espace/maturite_vue.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/teleservice/refus_dit.hpp"

namespace grappe::espace {
namespace {

using access::Permission;
using documents::FicheDeMaturite;
using garde::Visite;
using page::Vue;
using pages::dire;
using reception::demandeur;

struct Saisie {
    FicheDeMaturite fiche;
    std::string faute{}, fait{};  // sentences
};

struct Contexte {
    const Espace& espace;
    Visite& visite;
    const DossierLu& lu;
};

// The bodies of the dossier, by FINESS EJ and name.
documents::Rangees organismes_de(const Contexte& ici) {
    if (!ici.lu.etude.verifie) return {};
    return documents::matiere_de({.verifie = *ici.lu.etude.verifie,
                                  .dossier = ici.lu.dossier,
                                  .phrases = ici.espace.services.phrases,
                                  .maintenant = ici.lu.instant})
        .organismes;
}

http::Response montrer_la_fiche(const Contexte& ici, const Saisie& saisie) {
    Vue::Liste organismes;
    const auto& phrases = ici.espace.services.phrases;
    const auto inconnu = documents::manquant(phrases, "documents.manque.organisme");
    for (const auto& rangee : organismes_de(ici)) {
        const bool courant = rangee.at(0) == saisie.fiche.organisme;
        organismes.push_back(
            Vue{{"numero", rangee.at(0)},
                {"nom", rangee.at(1) == inconnu ? std::string{} : rangee.at(1) + ", "},
                {"courant", courant}});
    }
    const auto api = "/api/dossiers/" + ici.lu.dossier.id + "/maturite/" + saisie.fiche.organisme;
    const bool choisi = !saisie.fiche.organisme.empty();
    const bool au_membre = ici.visite.base.read([&](storage::Reader& db) {
        return documents::est_a_un_autre(db, demandeur(ici.visite),
                                         {ici.lu.dossier.id, saisie.fiche.organisme});
    });
    Vue contenu{{"sans_organisme", organismes.empty()},
                {"organismes", std::move(organismes)},
                {"choisi", choisi},
                {"au_membre", au_membre},
                {"organisme", saisie.fiche.organisme},
                {"version", saisie.fiche.version},
                {"parties", choisi ? vues_de_la_maturite(ici.espace, saisie.fiche) : Vue::Liste{}},
                {"ecrite", saisie.fiche.version > 0},
                {"pdf", api + ".pdf"},
                {"xlsx", api + ".xlsx"},
                {"faute", saisie.faute},
                {"fait", saisie.fait},
                {"action", adresse_de(ici.lu.dossier, "maturite")}};
    auto reponse = montrer(ici.espace, ici.lu,
                           {.visite = ici.visite,
                            .gabarit = "espace_maturite",
                            .onglet = "maturite",
                            .titre = dire(ici.espace.services, "espace.onglet.maturite")},
                           std::move(contenu));
    if (!saisie.faute.empty()) reponse.status = 422;
    return reponse;
}

core::Result<DossierLu> lire_le_dossier(const Espace& espace, Visite& visite) {
    return visite.base.read([&](storage::Reader& db) {
        return lire(espace, db, demandeur(visite), visite.requete.path("id"));
    });
}

http::Response voir(const Espace& espace, Visite& visite) {
    const auto lu = lire_le_dossier(espace, visite);
    if (!lu) return refuser(espace, visite, lu.error());
    const Contexte ici{espace, visite, *lu};
    const auto organismes = organismes_de(ici);
    auto numero = std::string{visite.requete.query("organisme").value_or("")};
    if (numero.empty() && !organismes.empty()) numero = organismes.front().at(0);
    if (numero.empty()) return montrer_la_fiche(ici, {});
    const auto fiche = visite.base.read([&](storage::Reader& db) {
        return documents::fiche_de(db, demandeur(visite),
                                   {.dossier = lu->dossier.id, .organisme = numero});
    });
    if (!fiche) return refuser(espace, visite, fiche.error());
    return montrer_la_fiche(ici, {.fiche = *fiche});
}

http::Response repondre_a(const Espace& espace, Visite& visite) {
    const auto lu = lire_le_dossier(espace, visite);
    if (!lu) return refuser(espace, visite, lu.error());
    const Contexte ici{espace, visite, *lu};
    const auto saisie = lire_envoi(visite);
    FicheDeMaturite fiche{.organisme = std::string{saisie.valeur("organisme")},
                          .version = core::integer<int>(saisie.valeur("version")).value_or(0)};
    const auto reponses = reponses_tapees(espace, saisie);
    if (reponses) fiche.reponses = *reponses;
    const auto ecrite = reponses ? visite.base.write([&](storage::Writer& db) {
        return documents::ecrire_fiche(
            db, demandeur(visite),
            {.visee = {.dossier = lu->dossier.id, .organisme = fiche.organisme},
             .version = fiche.version,
             .reponses = *reponses});
    })
                                 : core::Result<FicheDeMaturite>{reponses.error()};
    if (ecrite)
        return montrer_la_fiche(
            ici, {.fiche = *ecrite, .fait = dire(espace.services, "espace.maturite.garde")});
    return montrer_la_fiche(
        ici, {.fiche = fiche, .faute = teleservice::dire(ecrite.error(), espace.services.phrases)});
}

}  // namespace

void ajouter_maturite_dossier(const Espace& espace) {
    ajouter_lecture(espace, {.chemin = "/dossiers/{id}/maturite",
                             .resume = "Auto-évaluation des organismes d'un dossier",
                             .permission = Permission::dossier_ecrire,
                             .action = [&](Visite& visite) { return voir(espace, visite); }});
    ajouter_envoi(espace,
                  {.chemin = "/dossiers/{id}/maturite",
                   .resume = "Répondre à l'auto-évaluation d'un organisme",
                   .permission = Permission::dossier_ecrire,
                   .action = [&](Visite& visite) { return repondre_a(espace, visite); }},
                  petit_formulaire);
}

}  // namespace grappe::espace
