// The form of a dossier: read, saved by its button or while one types, merged with what others
// wrote.
#include "portail/espace/contenu.hpp"
#include "portail/espace/dossier_vue.hpp"
#include "portail/espace/ecran.hpp"
#include "portail/espace/enregistrement.hpp"
#include "portail/espace/saisie_dossier_vue.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/collage.hpp"
#include "portail/reception/fichiers.hpp"
#include "portail/teleservice/piece_repository.hpp"
#include "web/compte/reprise.hpp"

namespace grappe::espace {
namespace {

using access::Permission;
using garde::Visite;
using reception::demandeur;

struct Recu {
    pages::Recu recu;
    int version = 0, vue = 0;
    Choix choix;
};

int nombre(std::string_view texte) { return texte.size() > 9 ? 0 : pages::rang_en_tete(texte); }

Choix lire_les_choix(const page::Formulaire& formulaire) {
    constexpr std::string_view debut{"choix:"};
    Choix choix;
    for (const auto& [nom, valeur] : formulaire.champs)
        if (nom.starts_with(debut))
            choix.emplace(nom.substr(debut.size()),
                          valeur == "en_place" ? Cote::en_place : Cote::mien);
    return choix;
}

// The call and the instant are the dossier's, whatever the form says.
Recu recevoir(const Espace& espace, const Visite& visite, const teleservice::Dossier& dossier) {
    auto formulaire = lire_envoi(visite);
    std::erase_if(formulaire.champs, [](const page::Champ& champ) {
        return champ.nom == "appel" || champ.nom == "depose_le";
    });
    formulaire.champs.push_back({"appel", dossier.appel});
    Recu recu{.recu = pages::recevoir(espace.services, formulaire),
              .version = nombre(formulaire.valeur("version")),
              .vue = nombre(formulaire.valeur("vue")),
              .choix = lire_les_choix(formulaire)};
    recu.recu.saisie.poser("appel", dossier.appel);
    return recu;
}

core::Result<teleservice::Dossier> trouver(Visite& visite) {
    return visite.base.read([&](storage::Reader& db) {
        return demander(db, demandeur(visite), visite.requete.path("id"),
                        Permission::dossier_ecrire);
    });
}

dossier::TexteLu rediger(const Espace& espace, const teleservice::Dossier& dossier,
                         pages::Saisie saisie) {
    return dossier::TexteLu{texte_a_ecrire(espace.services, dossier, std::move(saisie))};
}

core::Result<Enregistre> ecrire(const Espace& espace, Visite& visite, const Recu& recu,
                                const dossier::TexteLu& texte) {
    return visite.base.write_soon([&](storage::Writer& db) {
        return enregistrer(espace, db, visite,
                           {.dossier = visite.requete.path("id"),
                            .version = recu.version,
                            .texte = texte,
                            .choix = recu.choix,
                            .vue = recu.vue});
    });
}

core::Result<DossierLu> relire(const Espace& espace, Visite& visite) {
    return visite.base.read([&](storage::Reader& db) {
        return lire(espace, db, demandeur(visite), visite.requete.path("id"));
    });
}

// What was saved is judged without being read again.
core::Result<DossierLu> relire(const Espace& espace, Visite& visite, const Enregistre& enregistre,
                               dossier::TexteLu texte) {
    if (!enregistre.ecrit() || !enregistre.tel_quel) return relire(espace, visite);
    return visite.base.read([&](storage::Reader& db) {
        return relire(espace, db, demandeur(visite),
                      teleservice::Relecture{.id = visite.requete.path("id"),
                                             .version = enregistre.dossier.version,
                                             .contenu = std::move(texte)});
    });
}

struct EnPlace {
    teleservice::Dossier dossier;
    std::vector<teleservice::Piece> pieces;
};

core::Result<EnPlace> lire_en_place(Visite& visite) {
    return visite.base.read([&](storage::Reader& db) -> core::Result<EnPlace> {
        auto dossier =
            demander(db, demandeur(visite), visite.requete.path("id"), Permission::dossier_ecrire);
        if (!dossier) return dossier.error();
        auto pieces = teleservice::pieces_disponibles(db, dossier->id);
        return EnPlace{*std::move(dossier), std::move(pieces)};
    });
}

// As the last save told them; else, or when its pieces are others, the version in place is judged.
core::Result<SeuilsDits> seuils_avant(const Espace& espace, Visite& visite,
                                      const EnPlace& en_place) {
    const auto& [dossier, pieces] = en_place;
    auto gardes =
        espace.seuils_gardes->trouver({dossier.id, dossier.version, numeros_des_pieces(pieces)});
    if (gardes) return *std::move(gardes);
    const auto lu = relire(espace, visite);
    if (!lu) return lu.error();
    return seuils_dits_de(espace, *lu);
}

http::Response formulaire(const Espace& espace, Visite& visite, const FormulaireVu& vu) {
    auto lu = relire(espace, visite);
    if (!lu) return refuser(espace, visite, lu.error());
    const bool ecrivable = visite.base.read([&](storage::Reader& db) {
        return demander_pour(db, demandeur(visite), lu->dossier.id, teleservice::Acte::ecrire)
            .has_value();
    });
    auto complet = std::move(lu).value();
    pages::completer(espace.services, complet.etude.saisie);
    pages::completer_organismes(espace.services, complet.etude.saisie);
    auto contenu = vue_de_la_saisie(espace, complet, vu);
    contenu.ajouter("ecrivable", ecrivable);
    return montrer(espace, complet,
                   {.visite = visite,
                    .gabarit = "espace_saisie",
                    .onglet = "saisie",
                    .titre = pages::dire(espace.services, "espace.onglet.saisie")},
                   std::move(contenu));
}

http::Response conflit(const Espace& espace, Visite& visite, const Recu& recu,
                       const Enregistre& enregistre) {
    const auto lu = relire(espace, visite);
    if (!lu) return refuser(espace, visite, lu.error());
    const auto auteur =
        visite.base.read([&](storage::Reader& db) { return auteur_de(db, enregistre.dossier); });
    auto reponse =
        montrer(espace, *lu,
                {.visite = visite,
                 .gabarit = "espace_conflit",
                 .onglet = "saisie",
                 .titre = pages::dire(espace.services, "espace.titre.conflit")},
                vue_du_conflit(espace, {recu.recu.saisie, recu.version, enregistre, auteur}));
    reponse.status = 409;
    return reponse;
}

http::Response agir(const Espace& espace, Visite& visite) {
    const auto dossier = trouver(visite);
    if (!dossier) return refuser(espace, visite, dossier.error());
    const auto recu = recevoir(espace, visite, *dossier);
    const auto texte = rediger(espace, *dossier, recu.recu.saisie);
    const auto enregistre = ecrire(espace, visite, recu, texte);
    if (!enregistre) return refuser(espace, visite, enregistre.error());
    if (!enregistre->ecrit()) return conflit(espace, visite, recu, *enregistre);
    const auto& collage = recu.recu.collage;
    const bool a_dire = !collage.fautives.empty() || !collage.faute_du_fichier.empty();
    if (recu.recu.acte == "enregistrer" && !a_dire && !enregistre->fusionne())
        return http::Response::see_other(adresse_de(*dossier, "saisie"));
    return formulaire(espace, visite,
                      {.collage = collage, .d_ailleurs = enregistre->fusion.d_ailleurs});
}

// For the script that saves while one types: the state of saving, and what the rules say now.
http::Response suivre(const Espace& espace, Visite& visite) {
    const auto en_place = lire_en_place(visite);
    if (!en_place) return {.status = garde::statut_de(en_place.error().reason)};
    auto recu = recevoir(espace, visite, en_place->dossier);
    const auto avant = seuils_avant(espace, visite, *en_place);
    if (!avant) return {.status = garde::statut_de(avant.error().reason)};
    auto texte = rediger(espace, en_place->dossier, std::move(recu.recu.saisie));
    const auto enregistre = ecrire(espace, visite, recu, texte);
    if (!enregistre) return {.status = garde::statut_de(enregistre.error().reason)};
    const auto apres = relire(espace, visite, *enregistre, std::move(texte));
    if (!apres) return {.status = garde::statut_de(apres.error().reason)};
    const auto seuils_dits = seuils_dits_de(espace, *apres);
    auto reponse = http::Response::html(espace.services.gabarits.rendre(
        "espace_suivi", vue_du_suivi(espace, {*avant, *apres, seuils_dits, *enregistre})));
    espace.seuils_gardes->garder(apres->dossier.id, apres->dossier.version, seuils_dits);
    return reponse;
}

}  // namespace

void ajouter_saisie_dossier(const Espace& espace) {
    ajouter_lecture(espace,
                    {.chemin = "/dossiers/{id}/saisie",
                     .resume = "Saisie d'un dossier",
                     .permission = Permission::dossier_ecrire,
                     .action = [&](Visite& visite) { return formulaire(espace, visite, {}); }});
    ajouter_envoi(
        espace,
        {.chemin = "/dossiers/{id}/saisie",
         .resume = "Enregistrer la saisie d'un dossier",
         .permission = Permission::dossier_ecrire,
         .action = [&](Visite& visite) { return agir(espace, visite); },
         .sans_session = [&](Visite& visite) { return compte::rattraper(espace.site, visite); }},
        grand_formulaire);
    ajouter_envoi(espace,
                  {.chemin = "/dossiers/{id}/saisie/suivi",
                   .resume = "Enregistrer la saisie d'un dossier pendant la frappe",
                   .permission = Permission::dossier_ecrire,
                   .action = [&](Visite& visite) { return suivre(espace, visite); },
                   .sans_session =
                       [](const Visite& visite) {
                           return http::Response{.status = visite.presence ? 403 : 401};
                       }},
                  grand_formulaire);
}

}  // namespace grappe::espace
