// Mes exports: files that the account asked for: waiting, ready, gone.
#include "portail/documents/exports.hpp"
#include "portail/documents/mots.hpp"
#include "portail/espace/ecran.hpp"
#include "portail/pages/cadre.hpp"

namespace grappe::espace {
namespace {

using access::Permission;
using documents::EtatExport, documents::Export, documents::Genre;
using garde::Visite;
using page::Vue;
using pages::dire;
using reception::demandeur;

std::string_view classe_de(EtatExport etat) {
    switch (etat) {
        case EtatExport::pret:
            return "ouvert";
        case EtatExport::echec:
            return "manque";
        case EtatExport::demande:
            return "info";
        case EtatExport::perime:
            break;
    }
    return "ferme";
}

Vue vue_de(const Espace& espace, const Export& un) {
    const auto mot = [&](std::string_view quoi, std::string_view nom) {
        return dire(espace.services, std::string{"espace.exports."}.append(quoi).append(nom));
    };
    const bool pret = un.etat == EtatExport::pret;
    return {{"genre", mot("genre.", core::name_of(un.genre))},
            {"nom", un.nom},
            {"etat", classe_de(un.etat)},
            {"etat_mots", mot("etat.", core::name_of(un.etat))},
            {"demande_le", documents::heure_de(core::paris(), un.demande_le)},
            {"perime_le", documents::heure_de(core::paris(), un.perime_le)},
            {"faute", un.faute.empty() ? std::string{} : dire(espace.services, un.faute)},
            {"taille", un.taille ? documents::taille_en_francais(*un.taille) : std::string{}},
            {"sha256", un.sha256.value_or("")},
            {"lien", pret ? "/api/exports/" + un.id + "/fichier" : std::string{}},
            {"pret", pret}};
}

http::Response exports(const Espace& espace, Visite& visite, const std::string& faute) {
    const auto miens = visite.base.read(
        [&](storage::Reader& db) { return documents::mes_exports(db, visite.qui().acteur); });
    Vue::Liste vues;
    bool attend = false;
    for (const auto& un : miens) {
        vues.push_back(vue_de(espace, un));
        attend = attend || un.etat == EtatExport::demande;
    }
    Vue contenu{{"csrf", visite.qui().csrf},
                {"faute", faute},
                {"attend", attend},
                {"vide", vues.empty()},
                {"listes", access::pourrait(visite.qui().acteur, Permission::dossier_lister)},
                {"exports", std::move(vues)}};
    auto reponse = repondre(espace.services,
                            {.gabarit = "espace_exports",
                             .titre = dire(espace.services, "espace.exports.titre"),
                             .rubrique = "/dossiers",
                             .fil = {pages::etape(espace.services, "/compte")}},
                            std::move(contenu));
    if (!faute.empty()) reponse.status = 422;
    return reponse;
}

http::Response demander(const Espace& espace, Visite& visite) {
    const auto saisie = lire_envoi(visite);
    const auto genre = core::named<Genre>(saisie.valeur("genre"));
    if (!genre) return exports(espace, visite, dire(espace.services, "exports.genre"));
    const auto un = visite.base.write([&](storage::Writer& db) {
        return documents::demander_un_export(db, demandeur(visite),
                                             {.genre = *genre, .objet = saisie.valeur("objet")});
    });
    if (un) return http::Response::see_other("/exports");
    if (un.error().reason == core::Reason::not_found) return refuser(espace, visite, un.error());
    return exports(espace, visite, dire(espace.services, un.error().code));
}

}  // namespace

void ajouter_mes_exports(const Espace& espace) {
    ajouter_lecture(espace,
                    {.chemin = "/exports",
                     .resume = "Mes exports",
                     .permission = Permission::compte_sien,
                     .action = [&](Visite& visite) { return exports(espace, visite, {}); }});
    ajouter_envoi(espace,
                  {.chemin = "/exports",
                   .resume = "Demander un export",
                   .permission = Permission::compte_sien,
                   .action = [&](Visite& visite) { return demander(espace, visite); }},
                  petit_formulaire);
}

}  // namespace grappe::espace
