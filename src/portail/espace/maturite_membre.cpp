// A member answers the self-assessment of its own legal entity.

#include "core/integer.hpp"
#include "portail/espace/ecran.hpp"
#include "portail/espace/maturite_vue.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/teleservice/refus_dit.hpp"

namespace grappe::espace {
namespace {

using access::Permission;
using documents::FicheDeMaturite;
using garde::Visite;
using reception::demandeur;

struct Montree {
    FicheDeMaturite fiche;
    std::string faute{}, fait{};  // sentences
    int statut = 200;
};

documents::FicheVisee visee(const Visite& visite) {
    return {visite.requete.path("id"), visite.requete.path("finess_ej")};
}

std::string adresse_de_la_part(const Visite& visite) {
    return "/parts/" + std::string{visite.requete.path("id")} + "/" +
           std::string{visite.requete.path("finess_ej")};
}

http::Response montrer(const Espace& espace, const Visite& visite, const Montree& montree) {
    const auto part = adresse_de_la_part(visite);
    const auto api = "/api/dossiers/" + std::string{visite.requete.path("id")} + "/maturite/" +
                     montree.fiche.organisme;
    auto reponse =
        pages::repondre(espace.services,
                        {.gabarit = "membre_maturite",
                         .titre = pages::dire(espace.services, "membre.titre.maturite"),
                         .fil = {pages::etape(espace.services, "/parts"),
                                 {part, pages::dire(espace.services, "membre.titre.ma_part",
                                                    {{"finess_ej", montree.fiche.organisme}})}}},
                        {{"csrf", visite.qui().csrf},
                         {"choisi", true},
                         {"au_membre", false},
                         {"organisme", montree.fiche.organisme},
                         {"version", montree.fiche.version},
                         {"parties", vues_de_la_maturite(espace, montree.fiche)},
                         {"ecrite", montree.fiche.version > 0},
                         {"pdf", api + ".pdf"},
                         {"xlsx", api + ".xlsx"},
                         {"faute", montree.faute},
                         {"fait", montree.fait},
                         {"action", part + "/maturite"}});
    reponse.status = montree.statut;
    return reponse;
}

core::Result<FicheDeMaturite> lire(Visite& visite) {
    return visite.base.read([&](storage::Reader& db) {
        return documents::fiche_de(db, demandeur(visite), visee(visite));
    });
}

http::Response voir(const Espace& espace, Visite& visite) {
    const auto fiche = lire(visite);
    return fiche ? montrer(espace, visite, {.fiche = *fiche})
                 : refuser(espace, visite, fiche.error());
}

http::Response repondre_a(const Espace& espace, Visite& visite) {
    const auto lue = lire(visite);
    if (!lue) return refuser(espace, visite, lue.error());
    const auto saisie = lire_envoi(visite);
    auto fiche =
        FicheDeMaturite{.organisme = lue->organisme,
                        .version = core::integer<int>(saisie.valeur("version")).value_or(0)};
    const auto reponses = reponses_tapees(espace, saisie);
    if (reponses) fiche.reponses = *reponses;
    const auto ecrite = reponses ? visite.base.write([&](storage::Writer& db) {
        return documents::ecrire_fiche(
            db, demandeur(visite),
            {.visee = visee(visite), .version = fiche.version, .reponses = *reponses});
    })
                                 : core::Result<FicheDeMaturite>{reponses.error()};
    if (ecrite)
        return montrer(
            espace, visite,
            {.fiche = *ecrite, .fait = pages::dire(espace.services, "espace.maturite.garde")});
    return montrer(espace, visite,
                   {.fiche = fiche,
                    .faute = teleservice::dire(ecrite.error(), espace.services.phrases),
                    .statut = garde::statut_de(ecrite.error().reason)});
}

}  // namespace

void ajouter_maturite_membre(const Espace& espace) {
    ajouter_lecture(espace, {.chemin = "/parts/{id}/{finess_ej}/maturite",
                             .resume = "L'auto-évaluation de mon entité",
                             .permission = Permission::part_ecrire,
                             .action = [&](Visite& visite) { return voir(espace, visite); }});
    ajouter_envoi(espace,
                  {.chemin = "/parts/{id}/{finess_ej}/maturite",
                   .resume = "Répondre à l'auto-évaluation de mon entité",
                   .permission = Permission::part_ecrire,
                   .action = [&](Visite& visite) { return repondre_a(espace, visite); }},
                  petit_formulaire);
}

}  // namespace grappe::espace
