// The pieces of a dossier: what the call asks and why, and a place for each file.
#include <algorithm>

#include "portail/documents/mots.hpp"
#include "portail/espace/dossier_vue.hpp"
#include "portail/espace/ecran.hpp"
#include "portail/espace/matrice_pieces.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/collage.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/pages/modele.hpp"
#include "portail/pages/pieces_vue.hpp"
#include "portail/pages/reponse.hpp"
#include "portail/teleservice/refus_dit.hpp"

namespace grappe::espace {
namespace {

using access::Permission;
using garde::Visite;
using page::Vue;
using pages::dire;
using reception::demandeur;

// Which form was refused, and why.
struct Faute {
    std::string type, organisme, remplace, phrase;
};

struct Contexte {
    const Espace& espace;
    const DossierLu& lu;
    const Visite& visite;
    const Faute& faute;
    bool modifiable;
};

std::vector<std::string> organismes_de(const Espace& espace, const DossierLu& lu) {
    auto saisie = lu.etude.saisie;
    pages::completer_organismes(espace.services, saisie);
    std::vector<std::string> numeros;
    for (int rang = 0, fin = saisie.rangs("organismes"); rang < fin; ++rang) {
        const auto& texte = saisie.texte("organismes[" + std::to_string(rang) + "].finess_ej");
        auto numero = pages::nettoyer(pages::Genre::finess, texte);
        if (!numero.empty()) numeros.push_back(std::move(numero));
    }
    return numeros;
}

// The form of one file: a new one, or the one that takes the place of `remplace`.
Vue vue_de_l_envoi(const Contexte& ici, const Emplacement& place, const std::string& remplace) {
    const bool en_faute = ici.faute.type == place.type && ici.faute.organisme == place.organisme &&
                          ici.faute.remplace == remplace;
    const auto libelle = place.piece ? place.piece->libelle : place.type;
    const auto* code = remplace.empty() ? "espace.piece.envoyer" : "espace.piece.remplacer";
    return {{"action", adresse_de(ici.lu.dossier, "pieces")},
            {"csrf", ici.visite.qui().csrf},
            {"type", place.type},
            {"organisme", place.organisme},
            {"remplace", remplace},
            {"champ", "f-" + place.ancre() + (remplace.empty() ? "" : "-" + remplace)},
            {"legende", dire(ici.espace.services, code, {{"piece", libelle}})},
            {"faute", en_faute ? ici.faute.phrase : std::string{}}};
}

Vue::Liste vues_des_fichiers(const Contexte& ici, const Emplacement& place) {
    const auto& fuseau = pages::appel_de(ici.espace.services, ici.lu.etude.saisie).fuseau;
    Vue::Liste vues;
    for (const auto* fichier : place.fichiers) {
        auto vue = vue_de_l_envoi(ici, place, fichier->id);
        vue.ajouter("id", fichier->id);
        vue.ajouter("nom", fichier->nom);
        vue.ajouter("taille", documents::taille_en_francais(fichier->taille));
        vue.ajouter("date", pages::moment(fichier->depose_le, fuseau));
        vue.ajouter("sha256", fichier->sha256);
        vue.ajouter("lien", adresse_de(ici.lu.dossier, "pieces") + "/" + fichier->id);
        vue.ajouter("retrait", adresse_de(ici.lu.dossier, "pieces") + "/retrait");
        vue.ajouter("modifiable", ici.modifiable);
        vues.push_back(std::move(vue));
    }
    return vues;
}

// "Un seul fichier peut réunir : …", where the call says so.
std::string vaut_pour(const Espace& espace, const Emplacement& place) {
    if (!place.piece || place.piece->emplacements.size() < 2) return {};
    std::string liste;
    for (const auto& nom : place.piece->emplacements)
        liste.append(liste.empty() ? "" : ", ").append(nom);
    return dire(espace.services, "espace.piece.vaut_pour", {{"liste", liste}});
}

std::string raison(const Espace& espace, const Emplacement& place) {
    if (!place.piece) return dire(espace.services, "espace.piece.non_demandee");
    auto texte = pages::detail_de_piece(espace.services, *place.piece);
    if (!place.organisme.empty())
        texte += ", " + dire(espace.services, "espace.piece.de_l_organisme",
                             {{"organisme", place.organisme}});
    return texte;
}

std::pair<std::string_view, std::string_view> etat_de(const Emplacement& place) {
    using enum rules::Issue;
    if (!place.fichiers.empty())
        return place.issue == alerte ? std::pair{"alerte", "espace.piece.a_revoir"}
                                     : std::pair{"ouvert", "espace.piece.recue"};
    if (!place.piece || place.issue == sans_objet) return {"ferme", "espace.piece.sans_objet"};
    if (!place.piece->obligatoire) return {"info", "espace.piece.facultative"};
    if (place.issue == a_apprecier || place.issue == non_defini)
        return {"apprecier", "espace.piece.peut_etre"};
    return {"manque", "espace.piece.manque"};
}

Vue vue_de_la_place(const Contexte& ici, const Emplacement& place) {
    const auto [classe, code] = etat_de(place);
    auto vue = vue_de_l_envoi(ici, place, {});
    vue.ajouter("ancre", place.ancre());
    vue.ajouter("code", place.type);
    vue.ajouter("libelle", place.piece ? place.piece->libelle : place.type);
    vue.ajouter("etat", classe);
    vue.ajouter("etat_mots", dire(ici.espace.services, code));
    vue.ajouter("raison", raison(ici.espace, place));
    vue.ajouter("vaut_pour", vaut_pour(ici.espace, place));
    vue.ajouter("source", place.piece ? rules::en_clair(place.piece->source) : std::string{});
    vue.ajouter("a_fichiers", !place.fichiers.empty());
    vue.ajouter("fichiers", vues_des_fichiers(ici, place));
    vue.ajouter("ajout", ici.modifiable);
    const bool inutile = place.issue == rules::Issue::sans_objet || !place.fichiers.empty();
    const auto* code_du_pli =
        place.fichiers.empty() ? "espace.piece.joindre_quand_meme" : "espace.piece.ajouter";
    vue.ajouter("replie", inutile);
    vue.ajouter("pli", dire(ici.espace.services, code_du_pli));
    return vue;
}

// Places of one piece that each body gives stand together, folded when they are many.
Vue::Liste vues_des_groupes(const Contexte& ici, const std::vector<Emplacement>& places) {
    constexpr std::ptrdiff_t nombreux = 4;
    Vue::Liste groupes;
    for (auto debut = places.begin(); debut != places.end();) {
        const auto fin = std::find_if(debut, places.end(), [&](const Emplacement& place) {
            return place.type != debut->type;
        });
        std::int64_t recues = 0;
        bool en_faute = false;
        Vue::Liste vues;
        for (auto place = debut; place != fin; ++place) {
            recues += place->fichiers.empty() ? 0 : 1;
            en_faute = en_faute || ici.faute.type == place->type;
            vues.push_back(vue_de_la_place(ici, *place));
        }
        const auto resume =
            fin - debut < nombreux
                ? std::string{}
                : dire(ici.espace.services, "espace.piece.groupe",
                       {{"piece", debut->piece ? debut->piece->libelle : debut->type},
                        {"recues", recues},
                        {"total", static_cast<std::int64_t>(fin - debut)}});
        groupes.push_back(Vue{{"groupe", resume},
                              {"groupe_ancre", debut->type},
                              {"groupe_ouvert", en_faute},
                              {"emplacements", std::move(vues)}});
        debut = fin;
    }
    return groupes;
}

std::string compte_des_pieces(const Espace& espace, const std::vector<Emplacement>& places) {
    std::int64_t recues = 0, exigees = 0;
    for (const auto& place : places) {
        if (!place.piece || !place.piece->obligatoire || place.issue == rules::Issue::sans_objet)
            continue;
        ++exigees;
        recues += place.fichiers.empty() ? 0 : 1;
    }
    return dire(espace.services, "espace.pieces.compte",
                {{"recues", recues}, {"exigees", exigees}});
}

Vue vue_des_pieces(const Contexte& ici) {
    const auto& services = ici.espace.services;
    const auto& appel = pages::appel_de(services, ici.lu.etude.saisie);
    const auto organismes = organismes_de(ici.espace, ici.lu);
    const auto places = matrice({.appel = appel,
                                 .organismes = organismes,
                                 .pieces = ici.lu.pieces,
                                 .verifie = ici.lu.etude.verifie.get(),
                                 .phrases = services.phrases});
    return {
        {"compte", compte_des_pieces(ici.espace, places)},
        {"sans_piece", places.empty() ? dire(services, "pages.appel.sans_piece") : std::string{}},
        {"faute_generale", ici.faute.type.empty() ? ici.faute.phrase : std::string{}},
        {"groupes_de_pieces", vues_des_groupes(ici, places)}};
}

http::Response pieces(const Espace& espace, Visite& visite, const Faute& faute) {
    const auto lu = visite.base.read([&](storage::Reader& db) {
        return lire(espace, db, demandeur(visite), visite.requete.path("id"));
    });
    if (!lu) return refuser(espace, visite, lu.error());
    const bool modifiable = visite.base.read([&](storage::Reader& db) {
        return demander_pour(db, demandeur(visite), lu->dossier.id, teleservice::Acte::joindre)
            .has_value();
    });
    auto reponse = montrer(espace, *lu,
                           {.visite = visite,
                            .gabarit = "espace_pieces",
                            .onglet = "pieces",
                            .titre = dire(espace.services, "espace.onglet.pieces")},
                           vue_des_pieces({espace, *lu, visite, faute, modifiable}));
    if (!faute.phrase.empty()) reponse.status = 422;
    return reponse;
}

http::Response aux_pieces(const Visite& visite) {
    return http::Response::see_other("/dossiers/" + std::string{visite.requete.path("id")} +
                                     "/pieces");
}

http::Response joindre(const Espace& espace, Visite& visite) {
    const auto& fichiers = espace.fichiers;
    const auto nouvelle = reception::recevoir(fichiers, visite);
    const auto jointe = nouvelle ? visite.base.write([&](storage::Writer& db) {
        return teleservice::joindre(db, demandeur(visite), *nouvelle);
    })
                                 : core::Result<teleservice::Piece>{nouvelle.error()};
    if (jointe) return aux_pieces(visite);
    if (jointe.error().reason == core::Reason::not_found)
        return refuser(espace, visite, jointe.error());
    const auto champ = [&](std::string_view nom) {
        return visite.requete.sink ? std::string{visite.requete.sink->field(nom)} : std::string{};
    };
    return pieces(espace, visite,
                  {.type = champ("type"),
                   .organisme = champ("organisme"),
                   .remplace = champ("remplace"),
                   .phrase = teleservice::dire(jointe.error(), espace.services.phrases)});
}

http::Response retirer(const Espace& espace, Visite& visite) {
    const std::string piece{lire_envoi(visite).valeur("piece")};
    const auto retiree = visite.base.write([&](storage::Writer& db) {
        return teleservice::retirer_piece(db, demandeur(visite),
                                          {visite.requete.path("id"), piece});
    });
    if (retiree) return aux_pieces(visite);
    return pieces(espace, visite,
                  {.phrase = teleservice::dire(retiree.error(), espace.services.phrases)});
}

http::Response telecharger(const Espace& espace, Visite& visite) {
    auto fichier = reception::rendre(espace.fichiers, visite);
    return fichier ? *std::move(fichier) : refuser(espace, visite, fichier.error());
}

}  // namespace

void ajouter_pieces_dossier(const Espace& espace) {
    ajouter_lecture(espace, {.chemin = "/dossiers/{id}/pieces",
                             .resume = "Pièces d'un dossier",
                             .permission = Permission::piece_deposer,
                             .action = [&](Visite& visite) { return pieces(espace, visite, {}); }});
    garde::ajouter(espace.routes, espace.comptes,
                   {.methode = http::Method::post,
                    .chemin = "/dossiers/{id}/pieces",
                    .resume = "Envoyer une pièce",
                    .permission = Permission::piece_deposer,
                    .action = [&](Visite& visite) { return joindre(espace, visite); },
                    .corps_au_plus = reception::formulaire_max,
                    .types = {"multipart/form-data"},
                    .repond = "text/html",
                    .reception = reception::receveur(espace.fichiers)});
    ajouter_envoi(espace,
                  {.chemin = "/dossiers/{id}/pieces/retrait",
                   .resume = "Retirer une pièce",
                   .permission = Permission::piece_deposer,
                   .action = [&](Visite& visite) { return retirer(espace, visite); }},
                  petit_formulaire);
    ajouter_lecture(espace,
                    {.chemin = "/dossiers/{id}/pieces/{piece}",
                     .resume = "Le fichier d'une pièce",
                     .permission = Permission::dossier_lire,
                     .action = [&](Visite& visite) { return telecharger(espace, visite); }});
}

}  // namespace grappe::espace
