// Transmissions: of a person, since one left, one with its versions; written, amended, withdrawn.
#include <algorithm>
#include <set>

#include "core/integer.hpp"
#include "core/texte.hpp"
#include "dui/acces/consultation.hpp"
#include "dui/api/demandeur.hpp"
#include "dui/api/lignes.hpp"
#include "dui/api/question.hpp"
#include "dui/api/transmissions_json.hpp"
#include "dui/cercle/cercle.hpp"
#include "dui/transmission/redaction.hpp"
#include "dui/unite/unite.hpp"
#include "web/http/fields.hpp"

namespace grappe::dui {
namespace {

using access::Permission;
using garde::Visite;
using http::Method;
using transmission::Redacteur, transmission::Redigee;

constexpr std::size_t par_page = 50;

core::Refusal refus(core::Reason raison, const char* code) { return core::refuse(raison, code); }

http::Response de_la_personne(const Api& api, Visite& visite) {
    Question question{api, visite};
    const auto personne = question.requis("personne");
    const auto apres = suite_de(question);
    if (auto refusee = question.refusee()) return *std::move(refusee);
    const auto page =
        visite.base.read([&](storage::Reader& db) -> core::Result<transmission::Page> {
            const auto qui = demandeur_de(api, db, visite, personne);
            if (!qui) return qui.error();
            return transmission::page_de(db, *qui, {personne, par_page, apres});
        });
    if (!page) return refuser(visite, page.error(), {});
    acces::consigner_un_dossier(visite.base, lecteur(api, visite), personne);
    return http::Response::json(en_json(*page, en_suite(page->suite)));
}

// Of that unit, everybody where none is asked for, but those whose record is closed.
std::function<bool(std::string_view)> de_l_unite(storage::Reader& db, const std::string& unite,
                                                 cercle::Personnes fermees) {
    std::set<std::string, std::less<>> la;
    if (!unite.empty())
        for (auto& une : unite::personnes_de(db, unite)) la.insert(std::move(une));
    return [partout = unite.empty(), la = std::move(la),
            fermees = std::move(fermees)](std::string_view personne) {
        return (partout || la.contains(personne)) && !fermees.contains(personne);
    };
}

http::Response depuis_mon_depart(const Api& api, Visite& visite) {
    Question question{api, visite};
    const transmission::Equipe equipe{question.requis("finess"),
                                      std::string{question.champ("unite")}};
    const auto dit = question.champ("apres");
    const auto apres = core::integer<std::int64_t>(dit);
    if (!dit.empty() && (!apres || *apres < 0)) question.faute("apres", "releve.numero");
    if (auto refusee = question.refusee()) return *std::move(refusee);
    const auto releve =
        visite.base.read([&](storage::Reader& db) -> core::Result<transmission::Releve> {
            const auto qui = acces::professionnel(db, visite.qui().acteur);
            if (!qui.peut_a(Permission::dossier_usager_lire, equipe.finess_et))
                return refus(core::Reason::not_found, "dui.aucun_etablissement");
            const auto prise = transmission::derniere_prise(db, qui.acteur.compte, equipe);
            const auto debut = apres   ? *apres
                               : prise ? prise->numero
                                       : transmission::debut_sans_prise(db, api.moment());
            return transmission::relever(
                db, qui,
                {.finess_et = equipe.finess_et,
                 .apres = debut,
                 .concerne =
                     de_l_unite(db, equipe.unite,
                                cercle::fermees_a(db, qui.acteur, api.mesureur.maintenant()))});
        });
    if (!releve) return refuser(visite, releve.error(), {});
    acces::consigner_une_liste(visite.base, lecteur(api, visite),
                               {equipe.finess_et, releve->par_personne.size()});
    return http::Response::json(en_json(*releve));
}

http::Response une(const Api& api, Visite& visite) {
    const auto versions = visite.base.read(
        [&](storage::Reader& db) -> core::Result<std::vector<transmission::Version>> {
            api.annuaire.mettre_a_jour(db);
            const auto qui = acces::professionnel(db, visite.qui().acteur);
            auto lues = transmission::lire(db, qui, std::string{visite.requete.path("id")});
            if (!lues) return lues;
            if (auto admise = admettre(
                    api, db, {qui, lues->back().version.element.personne, "transmission.inconnue"});
                !admise)
                return admise.error();
            return lues;
        });
    if (!versions) return refuser(visite, versions.error(), {});
    const auto& derniere = versions->back().version;
    acces::consigner_un_dossier(visite.base, lecteur(api, visite), derniere.element.personne);
    return version_lue(en_json(*versions), derniere.version);
}

// What the body says besides the text; nothing where it cannot be read.
std::optional<transmission::Saisie> saisie_lue(const Api& api, const api::Corps& corps,
                                               Dite& dite) {
    const auto finess = core::Finess::parse(corps.texte("finess_et"));
    const auto classe = core::named<partage::Classe>(corps.texte("classe"));
    const auto& ecrit = corps.texte("debut");
    const auto debut = core::Instant::parse(ecrit);
    if (!finess) dite.fautes.push_back({"finess_et", "transmission.finess"});
    if (!classe) dite.fautes.push_back({"classe", "transmission.classe_inconnue"});
    if (corps.texte("personne").empty())
        dite.fautes.push_back({"personne", "transmission.personne"});
    if (!ecrit.empty() && !debut) dite.fautes.push_back({"debut", "transmission.instant"});
    if (!dite.fautes.empty()) return std::nullopt;
    return transmission::Saisie{.id = corps.texte("id"),
                                .finess_et = *finess,
                                .personne = corps.texte("personne"),
                                .classe = *classe,
                                .lie_a = corps.texte("lie_a"),
                                .debut = debut ? *debut : api.mesureur.maintenant(),
                                .dit = dite.dit};
}

// "Now" was another instant the first time: sent again, it is of that one.
transmission::Saisie du_meme_moment(storage::Reader& db, transmission::Saisie saisie,
                                    const api::Corps& corps) {
    if (!corps.texte("debut").empty()) return saisie;
    const auto deja = element::versions_de(db, saisie.id);
    if (!deja.empty()) saisie.debut = deja.front().element.debut;
    return saisie;
}

http::Response rediger(const Api& api, Visite& visite, const api::Corps& corps) {
    auto lue = dite(corps);
    const auto saisie = saisie_lue(api, corps, lue);
    if (!saisie) {
        std::ranges::move(transmission::fautes_de(transmission::nette(lue.dit)),
                          std::back_inserter(lue.fautes));
        return fautives(visite, lue.fautes);
    }
    return ecrite(visite,
                  ecrire<Redacteur>(api, visite,
                                    [&](storage::Writer& db, const Redacteur& redacteur) {
                                        return transmission::rediger(
                                            db, redacteur, du_meme_moment(db, *saisie, corps));
                                    }),
                  201);
}

http::Response amender(const Api& api, Visite& visite, const api::Corps& corps) {
    const auto vue = http::if_match(visite.requete);
    if (!vue) return refuser_la_version(visite, vue.error());
    const auto lue = dite(corps);
    if (!lue.fautes.empty()) return fautives(visite, lue.fautes);
    const transmission::Amendement voulu{std::string{visite.requete.path("id")}, *vue, lue.dit};
    return reecrire<Redacteur>(api, visite, [&](storage::Writer& db, const Redacteur& redacteur) {
        return transmission::amender(db, redacteur, voulu);
    });
}

http::Response retirer(const Api& api, Visite& visite, const api::Corps& corps) {
    const auto vue = http::if_match(visite.requete);
    if (!vue) return refuser_la_version(visite, vue.error());
    const transmission::Retrait voulu{std::string{visite.requete.path("id")}, *vue,
                                      corps.texte("motif")};
    return reecrire<Redacteur>(api, visite, [&](storage::Writer& db, const Redacteur& redacteur) {
        return transmission::retirer(db, redacteur, voulu);
    });
}

Ecrit un_ecrit(Method methode, std::string_view chemin, std::string_view resume,
               ActionEcrite action) {
    return {methode,
            chemin,
            resume,
            action,
            {"id", "finess_et", "personne", "classe", "lie_a", "debut", "forme", "urgence", "texte",
             "cible", "donnees", "actions", "resultats", "motif"}};
}

}  // namespace

void ajouter_routes_des_transmissions(const Api& api) {
    ajouter_une_lecture(api, {"/api/transmissions",
                              "Les transmissions d'une personne, la plus récente d'abord",
                              de_la_personne,
                              {{"personne", "Identifiant de la personne dans la base"},
                               {"suite", "Ce que la page précédente a donné pour la suivante"}}});
    ajouter_une_lecture(
        api, {"/api/transmissions/releve",
              "Depuis mon départ : tout ce qui a été enregistré dans un établissement, par risque",
              depuis_mon_depart,
              {{"finess", "L'établissement"},
               {"unite", "Une unité ; à défaut, tout l'établissement"},
               {"apres", "Numéro jusqu'auquel on a lu ; à défaut, celui de sa dernière relève"}}});
    ajouter_une_lecture(
        api, {"/api/transmissions/{id}", "Une transmission et ses textes précédents", une});
    ajouter_un_ecrit(
        api, un_ecrit(Method::post, "/api/transmissions", "Écrire une transmission", rediger));
    ajouter_un_ecrit(api,
                     un_ecrit(Method::put, "/api/transmissions/{id}",
                              "Corriger une transmission, dont l'ancien texte reste", amender));
    ajouter_un_ecrit(api, un_ecrit(Method::post, "/api/transmissions/{id}/retrait",
                                   "Retirer une transmission, avec son motif", retirer));
}

}  // namespace grappe::dui
