// Sheets of a record (contacts, rights, authorisations…): written, amended, closed, by the use
// cases of the pages.
#include <algorithm>

#include "dui/api/demandeur.hpp"
#include "dui/api/lignes.hpp"
#include "dui/api/question.hpp"
#include "dui/cercle/cercle.hpp"
#include "dui/fiche/ecriture.hpp"
#include "web/http/fields.hpp"

namespace grappe::dui {
namespace {

using fiche::Faute, fiche::Redacteur;
using garde::Visite;
using http::Method;
using storage::Writer;

// A member that the sheet has no field for would be dropped without a word.
std::vector<Faute> inattendus(const api::Corps& corps, const fiche::Rubrique& rubrique,
                              std::vector<std::string_view> admis) {
    for (const auto& un : rubrique.champs) admis.push_back(un.nom);
    std::vector<Faute> fautes;
    for (auto& un : corps.autres_que(admis))
        fautes.push_back({std::move(un), "api.membre_inconnu"});
    for (const auto& [nom, valeur] : corps.autres())
        if (rubrique.champ(nom) != nullptr) fautes.push_back({nom, "api.texte_attendu"});
    return fautes;
}

fiche::Textes textes_de(const api::Corps& corps, const fiche::Rubrique& rubrique) {
    fiche::Textes textes;
    for (const auto& un : rubrique.champs) {
        const auto& dit = corps.texte(un.nom);
        if (!dit.empty()) textes.emplace(un.nom, dit);
    }
    return textes;
}

http::Response rediger(const Api& api, Visite& visite, const api::Corps& corps) {
    const auto genre = core::named<element::Genre>(corps.texte("genre"));
    const auto* rubrique = genre ? fiche::rubrique_de(*genre) : nullptr;
    const auto finess = core::Finess::parse(corps.texte("finess_et"));
    std::vector<Faute> fautes;
    if (!rubrique) fautes.push_back({"genre", "fiche.genre"});
    if (!finess) fautes.push_back({"finess_et", "transmission.finess"});
    if (corps.texte("personne").empty()) fautes.push_back({"personne", "transmission.personne"});
    if (rubrique) {
        auto autres = inattendus(corps, *rubrique, {"id", "genre", "finess_et", "personne"});
        std::ranges::move(autres, std::back_inserter(fautes));
    }
    if (!fautes.empty()) {
        if (rubrique) {
            auto dites =
                fiche::fautes_de(*rubrique, fiche::nettes(*rubrique, textes_de(corps, *rubrique)),
                                 core::paris().day_of(api.mesureur.maintenant()));
            std::ranges::move(dites, std::back_inserter(fautes));
        }
        return fautives(visite, fautes);
    }
    const fiche::Saisie saisie{.id = corps.texte("id"),
                               .genre = *genre,
                               .finess_et = *finess,
                               .personne = corps.texte("personne"),
                               .textes = textes_de(corps, *rubrique)};
    return ecrite(
        visite,
        ecrire<Redacteur>(
            api, visite,
            [&](Writer& db, const Redacteur& redacteur) -> core::Result<fiche::Ecrite> {
                if (auto admise = cercle::admettre(db, redacteur.qui.acteur,
                                                   api.mesureur.maintenant(), saisie.personne);
                    !admise)
                    return admise.error();
                return fiche::ecrire(db, redacteur, saisie);
            }),
        201);
}

http::Response amender(const Api& api, Visite& visite, const api::Corps& corps) {
    const auto vue = http::if_match(visite.requete);
    if (!vue) return refuser_la_version(visite, vue.error());
    const std::string id{visite.requete.path("id")};
    const auto versions = visite.base.read([&](storage::Reader& db) {
        return fiche::lire(db, acces::professionnel(db, visite.qui().acteur), id);
    });
    if (!versions) return refuser(visite, versions.error(), {});
    const auto& rubrique = versions->back().fiche.rubrique();
    if (const auto fautes = inattendus(corps, rubrique, {}); !fautes.empty())
        return fautives(visite, fautes);
    const fiche::Amendement voulu{id, *vue, textes_de(corps, rubrique)};
    return reecrire<Redacteur>(api, visite, [&](Writer& db, const Redacteur& redacteur) {
        return fiche::amender(db, redacteur, voulu);
    });
}

template <fiche::Fin fin>
http::Response clore(const Api& api, Visite& visite, const api::Corps& corps) {
    const auto vue = http::if_match(visite.requete);
    if (!vue) return refuser_la_version(visite, vue.error());
    const fiche::Cloture voulue{std::string{visite.requete.path("id")}, *vue, fin,
                                corps.texte("motif")};
    return reecrire<Redacteur>(api, visite, [&](Writer& db, const Redacteur& redacteur) {
        return fiche::clore(db, redacteur, voulue);
    });
}

}  // namespace

void ajouter_routes_des_fiches(const Api& api) {
    ajouter_un_ecrit(api, {Method::post,
                           "/api/fiches",
                           "Écrire une fiche d'un dossier",
                           rediger,
                           {"id", "genre", "finess_et", "personne"}});
    ajouter_un_ecrit(api, {Method::put,
                           "/api/fiches/{id}",
                           "Corriger une fiche, dont l'ancien texte reste",
                           amender,
                           {}});
    ajouter_un_ecrit(api, {Method::post,
                           "/api/fiches/{id}/retrait",
                           "Retirer une fiche écrite par erreur, avec son motif",
                           clore<fiche::Fin::retrait>,
                           {"motif"}});
    ajouter_un_ecrit(api, {Method::post,
                           "/api/fiches/{id}/revocation",
                           "Révoquer ce qui ne vaut plus à partir de maintenant",
                           clore<fiche::Fin::revocation>,
                           {"motif"}});
}

}  // namespace grappe::dui
