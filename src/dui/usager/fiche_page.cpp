// /fiches/nouvelle, /fiches/{id}: one sheet written, read with its versions, amended, revoked,
// withdrawn.
#include <algorithm>

#include "core/integer.hpp"
#include "dui/acces/consultation.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/pages/personne_vue.hpp"
#include "dui/rencontre/bandeau.hpp"
#include "dui/rencontre/dits.hpp"
#include "dui/usager/fiches.hpp"
#include "dui/usager/routes.hpp"
#include "secret/hasard.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::usager {
namespace {

using dui::dire;
using fiche::Ecrite, fiche::Rubrique, fiche::Textes;
using garde::Visite;
using page::Vue;
using rencontre::Auteurs, rencontre::instant, rencontre::maintenant, rencontre::Rencontre;
using storage::Reader, storage::Writer;

constexpr std::size_t envoi_au_plus = 32 * 1024;
constexpr auto ecriture = access::Permission::dossier_usager_ecrire;

struct Tape {
    const Rubrique* rubrique = nullptr;
    std::string id{}, finess_et{};
    Textes textes{};
    std::string motif{};
    bool amende = false;
    std::vector<Faute> fautes{};
    std::string refus{};
};

Textes textes_tapes(const page::Formulaire& envoi, const Rubrique& rubrique) {
    Textes textes;
    for (const auto& champ : rubrique.champs)
        textes.emplace(champ.nom, std::string{envoi.valeur(champ.nom)});
    return textes;
}

const Rubrique* rubrique_dite(std::string_view genre) {
    const auto un = core::named<element::Genre>(genre);
    return un ? fiche::rubrique_de(*un) : nullptr;
}

http::Response inconnue(const Ecrans& ecrans) {
    return dui::refuser(ecrans.services, core::refuse(core::Reason::not_found, "fiche.inconnue"));
}

std::string retour(const std::string& personne) {
    return dui::adresse_sous("/administratif", personne);
}

// The words around a page; it borrows them for the length of an answer.
struct Entete {
    std::string titre, adresse, nom, retour, porte;

    page::Page page(const char* gabarit) const {
        return {.gabarit = gabarit,
                .titre = titre,
                .rubrique = "/personnes",
                .fil = {{adresse, nom}, {retour, porte}}};
    }
};
Entete entete_de(const dui::Services& services, const Rencontre& rencontre, std::string titre) {
    const auto& personne = rencontre.personne;
    return {std::move(titre), rencontre::adresse_de_la_personne(personne.id),
            rencontre::nom_de(personne), retour(personne.id),
            dire(services, "rencontre.porte.administratif")};
}

struct Formulaire {
    Rencontre rencontre;
    rencontre::Bandeau bandeau;
};
core::Result<Formulaire> rencontrer(const Ecrans& ecrans, const Visite& visite,
                                    std::string_view personne) {
    return visite.base.read([&](Reader& db) -> core::Result<Formulaire> {
        auto rencontre = rencontre::rencontrer(ecrans, db, visite, personne);
        if (!rencontre) return rencontre.error();
        auto bandeau = rencontre::lire_le_bandeau(db, rencontre->personne);
        return Formulaire{*std::move(rencontre), std::move(bandeau)};
    });
}

http::Response afficher_nouvelle(const Ecrans& ecrans, const Visite& visite, const Formulaire& pour,
                                 const Tape& tape) {
    const auto& services = ecrans.services;
    const auto& rubrique = *tape.rubrique;
    const std::string genre{core::name_of(rubrique.genre)};
    Vue::Liste etablissements;
    for (const auto& ou : pour.rencontre.etablissements)
        if (pour.rencontre.qui.peut_a(ecriture, ou))
            etablissements.push_back(Vue{{"numero", ou}, {"choisi", ou == tape.finess_et}});
    const bool plusieurs = etablissements.size() > 1;
    const auto seul =
        plusieurs || etablissements.empty()
            ? std::string{}
            : std::get<std::string>(etablissements.front().trouver("numero")->contenu());
    return dui::repondre(
        services,
        entete_de(services, pour.rencontre, dire(services, "fiche.ajouter." + genre))
            .page("fiche_nouvelle"),
        {{"bandeau",
          rencontre::vue_du_bandeau(ecrans, pour.rencontre, pour.bandeau, "/administratif")},
         {"id", tape.id},
         {"genre", genre},
         {"personne", pour.rencontre.personne.id},
         {"plusieurs", plusieurs},
         {"etablissements", std::move(etablissements)},
         {"finess", seul},
         {"champs", champs_de(services, rubrique, tape.textes, tape.fautes)},
         {"retour", retour(pour.rencontre.personne.id)},
         {"refus", tape.refus},
         {"fautes", fautes_dites(services, tape.fautes)},
         {"csrf", visite.qui().csrf}});
}

http::Response montrer_nouvelle(const Ecrans& ecrans, Visite& visite) {
    const auto* rubrique = rubrique_dite(visite.requete.query("genre").value_or(""));
    if (rubrique == nullptr) return inconnue(ecrans);
    const auto pour = rencontrer(ecrans, visite, visite.requete.query("personne").value_or(""));
    if (!pour) return dui::refuser(ecrans.services, pour.error());
    return afficher_nouvelle(ecrans, visite, *pour,
                             {.rubrique = rubrique, .id = secret::identifiant()});
}

http::Response ecrire(const Ecrans& ecrans, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    const auto* rubrique = rubrique_dite(envoi.valeur("genre"));
    if (rubrique == nullptr) return inconnue(ecrans);
    const auto pour = rencontrer(ecrans, visite, envoi.valeur("personne"));
    if (!pour) return dui::refuser(ecrans.services, pour.error());
    Tape tape{.rubrique = rubrique,
              .id = std::string{envoi.valeur("id")},
              .finess_et = std::string{envoi.valeur("finess")},
              .textes = textes_tapes(envoi, *rubrique)};
    const auto ou = core::Finess::parse(tape.finess_et);
    const core::Result<Ecrite> fait =
        !ou ? core::Result<Ecrite>{core::refuse(core::Reason::forbidden,
                                                "dui.etablissement_interdit")}
            : visite.base.write([&](Writer& db) {
                  return fiche::ecrire(
                      db,
                      {pour->rencontre.qui, maintenant(ecrans),
                       [&](std::string_view personne, std::string_view finess_et) {
                           return ecrans.annuaire.accompagnee_a(personne, finess_et);
                       }},
                      {tape.id, rubrique->genre, *ou, pour->rencontre.personne.id, tape.textes});
              });
    if (fait && fait->fautes.empty())
        return http::Response::see_other(retour(pour->rencontre.personne.id) + "#" +
                                         std::string{core::name_of(rubrique->genre)});
    if (fait)
        tape.fautes = en_fautes(fait->fautes);
    else
        tape.refus = ecrans.services.phrases.dire(fait.error());
    auto reponse = afficher_nouvelle(ecrans, visite, *pour, tape);
    constexpr int fautif = 422;
    reponse.status = fait ? fautif : garde::statut_de(fait.error().reason);
    return reponse;
}

struct Lue {
    Formulaire pour;
    std::vector<fiche::Signee> versions;
    Vue::Liste anciennes{};  // last first, the one that stands too

    const fiche::Fiche& fiche() const { return versions.back().fiche; }
};

core::Result<Lue> lire(const Ecrans& ecrans, Reader& db, const Visite& visite) {
    auto versions = fiche::lire(db, acces::professionnel(db, visite.qui().acteur),
                                std::string{visite.requete.path("id")});
    if (!versions) return versions.error();
    auto rencontre =
        rencontre::rencontrer(ecrans, db, visite, versions->back().fiche.version.element.personne);
    if (!rencontre) return rencontre.error();
    auto bandeau = rencontre::lire_le_bandeau(db, rencontre->personne);
    Lue lue{{*std::move(rencontre), std::move(bandeau)}, *std::move(versions)};
    Auteurs auteurs{db};
    for (const auto& une : lue.versions) {
        auto vue = vue_de(ecrans.services, une.fiche, core::paris().day_of(instant(ecrans)));
        vue.ajouter("quand", page::moment(une.signature.connu_le.seconde(), core::paris()));
        vue.ajouter("auteur", auteurs.nom(une.signature.auteur));
        vue.ajouter("motif", une.fiche.texte("motif"));
        lue.anciennes.insert(lue.anciennes.begin(), std::move(vue));
    }
    return lue;
}

http::Response afficher(const Ecrans& ecrans, Visite& visite, const Tape& tape) {
    auto trouvee = visite.base.read([&](Reader& db) { return lire(ecrans, db, visite); });
    const auto& services = ecrans.services;
    if (!trouvee) return dui::refuser(services, trouvee.error());
    auto lue = *std::move(trouvee);
    const auto& [rencontre, bandeau] = lue.pour;
    acces::consigner_un_dossier(visite.base, {visite.qui().acteur.compte, instant(ecrans)},
                                rencontre.personne.id);
    const auto& fiche = lue.fiche();
    const auto& un = fiche.version.element;
    const bool ouverte = un.etat == element::Etat::actif && fiche.texte("revoquee_le").empty() &&
                         rencontre.qui.ecrit(un.classe) &&
                         rencontre.qui.peut_a(ecriture, un.finess_et.text());
    auto derniere = std::move(lue.anciennes.front());
    lue.anciennes.erase(lue.anciennes.begin());
    return dui::repondre(
        services, entete_de(services, rencontre, titre_de(services, fiche)).page("fiche"),
        {{"bandeau", rencontre::vue_du_bandeau(ecrans, rencontre, bandeau, "/administratif")},
         {"genre", dire(services, "fiche.genre." + std::string{core::name_of(un.genre)})},
         {"derniere", std::move(derniere)},
         {"anciennes", std::move(lue.anciennes)},
         {"adresse", "/fiches/" + un.id},
         {"version", fiche.version.version},
         {"ouverte", ouverte},
         {"revocable", ouverte && fiche.rubrique().revocable},
         {"amende", tape.amende},
         {"champs", champs_de(services, fiche.rubrique(), tape.amende ? tape.textes : fiche.textes,
                              tape.amende ? tape.fautes : std::vector<Faute>{})},
         {"motif", tape.motif},
         {"refus", tape.refus},
         {"fautes", fautes_dites(services, tape.fautes)},
         {"csrf", visite.qui().csrf}});
}

// Runs the use case; a fault shows the page again with what was typed.
template <class Faire>
http::Response agir(const Ecrans& ecrans, Visite& visite, Tape tape, Faire faire) {
    const auto fait = visite.base.write([&](Writer& db) -> core::Result<Ecrite> {
        if (auto admis = rencontre::admettre_a_l_element(ecrans, db, visite); !admis)
            return admis.error();
        const auto qui = acces::professionnel(db, visite.qui().acteur);
        return faire(db, fiche::Redacteur{qui, maintenant(ecrans), {}});
    });
    if (fait && fait->fautes.empty())
        return http::Response::see_other("/fiches/" + std::string{visite.requete.path("id")});
    if (!fait && fait.error().reason == core::Reason::not_found) return inconnue(ecrans);
    if (fait)
        tape.fautes = en_fautes(fait->fautes);
    else
        tape.refus = ecrans.services.phrases.dire(fait.error());
    auto reponse = afficher(ecrans, visite, tape);
    constexpr int fautif = 422;
    if (reponse.status == 200)
        reponse.status = fait ? fautif : garde::statut_de(fait.error().reason);
    return reponse;
}

http::Response amender(const Ecrans& ecrans, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    const std::string id{visite.requete.path("id")};
    const auto ici = visite.base.read([&](Reader& db) { return element::derniere(db, id); });
    const auto* rubrique = ici ? fiche::rubrique_de(ici->element.genre) : nullptr;
    if (rubrique == nullptr) return inconnue(ecrans);
    Tape tape{.id = id, .textes = textes_tapes(envoi, *rubrique), .amende = true};
    const fiche::Amendement voulu{
        id, core::integer<std::int64_t>(envoi.valeur("version")).value_or(0), tape.textes};
    return agir(ecrans, visite, std::move(tape), [&](Writer& db, const auto& redacteur) {
        return fiche::amender(db, redacteur, voulu);
    });
}

http::Response clore(const Ecrans& ecrans, Visite& visite, fiche::Fin fin) {
    const auto envoi = garde::lire_envoi(visite);
    const fiche::Cloture voulue{std::string{visite.requete.path("id")},
                                core::integer<std::int64_t>(envoi.valeur("version")).value_or(0),
                                fin, std::string{envoi.valeur("motif")}};
    return agir(
        ecrans, visite, {.id = voulue.id, .motif = voulue.motif},
        [&](Writer& db, const auto& redacteur) { return fiche::clore(db, redacteur, voulue); });
}

}  // namespace

void ajouter_fiches(const Ecrans& ecrans) {
    dui::ajouter_page(ecrans.services,
                      {.chemin = "/fiches/nouvelle",
                       .resume = "Écrire ce qui entoure une personne",
                       .permission = ecriture,
                       .action = [&](Visite& visite) { return montrer_nouvelle(ecrans, visite); }});
    dui::ajouter_page(ecrans.services,
                      {.chemin = "/fiches/{id}",
                       .resume = "Une fiche et ses versions",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) { return afficher(ecrans, visite, {}); }});
    const auto ajouter = [&](const char* chemin, const char* resume, auto acte) {
        rencontre::ajouter_envoi(
            ecrans, {.chemin = chemin, .resume = resume, .permission = ecriture, .action = acte},
            envoi_au_plus);
    };
    ajouter("/fiches/nouvelle", "Écrire ce qui entoure une personne",
            [&](Visite& visite) { return ecrire(ecrans, visite); });
    ajouter("/fiches/{id}/texte", "Corriger une fiche, dont l'ancien texte reste",
            [&](Visite& visite) { return amender(ecrans, visite); });
    ajouter("/fiches/{id}/retrait", "Retirer une fiche, avec son motif",
            [&](Visite& visite) { return clore(ecrans, visite, fiche::Fin::retrait); });
    ajouter("/fiches/{id}/revocation", "Révoquer une fiche, aussitôt",
            [&](Visite& visite) { return clore(ecrans, visite, fiche::Fin::revocation); });
}

}  // namespace grappe::usager
