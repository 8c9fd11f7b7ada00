// /document/{id}: one document with its versions; its bytes; a new version; withdrawn.
#include "core/integer.hpp"
#include "core/texte.hpp"
#include "dui/acces/consultation.hpp"
#include "dui/classeur/routes.hpp"
#include "dui/classeur/vues.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/rencontre/dits.hpp"
#include "portail/pieces/formats.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::classeur {
namespace {

using dui::dire;
using garde::Visite;
using page::Vue;
using storage::Reader, storage::Writer;

struct Ouvert {
    rencontre::Rencontre rencontre;
    std::vector<document::Version> versions;
    Vue::Liste vues;  // last first, with who deposited each and when

    const document::Version& dernier() const { return versions.back(); }
    bool changeable() const {
        const auto& un = dernier().version.element;
        return !dernier().retire() && rencontre.qui.ecrit(un.classe) &&
               rencontre.qui.peut_a(access::Permission::dossier_usager_ecrire, un.finess_et.text());
    }
};

// Its opening is a line of the journal.
core::Result<Ouvert> ouvrir(const Classeur& classeur, Visite& visite) {
    auto ouvert = visite.base.read([&](Reader& db) -> core::Result<Ouvert> {
        auto versions = document::lire(db, acces::professionnel(db, visite.qui().acteur),
                                       std::string{visite.requete.path("id")});
        if (!versions) return versions.error();
        auto rencontre = rencontre::rencontrer(classeur.ecrans, db, visite,
                                               versions->back().version.element.personne);
        if (!rencontre) return rencontre.error();
        Ouvert lu{*std::move(rencontre), *std::move(versions), {}};
        rencontre::Auteurs auteurs{db};
        for (auto une = lu.versions.rbegin(); une != lu.versions.rend(); ++une) {
            auto vue = vue_de(classeur, *une);
            vue.ajouter("auteur", auteurs.nom(une->signature.auteur));
            vue.ajouter("quand", page::moment(une->signature.connu_le.seconde(), core::paris()));
            lu.vues.push_back(std::move(vue));
        }
        return lu;
    });
    if (ouvert)
        acces::consigner_un_dossier(
            visite.base, {visite.qui().acteur.compte, rencontre::instant(classeur.ecrans)},
            ouvert->rencontre.personne.id);
    return ouvert;
}

struct Refuse {
    std::optional<Tape> tape{};
    std::string motif{};
    std::vector<document::Faute> fautes{};
    std::string refus{};
};

http::Response afficher(const Classeur& classeur, Visite& visite, const Refuse& refuse) {
    const auto& services = classeur.ecrans.services;
    auto ouvert = ouvrir(classeur, visite);
    if (!ouvert) return dui::refuser(services, ouvert.error());
    const auto& [fiche, fichier, recherche, mots, motif] = ouvert->dernier().document;
    const auto& personne = ouvert->rencontre.personne;
    const auto nom = rencontre::nom_de(personne);
    const auto tape = refuse.tape ? *refuse.tape : Tape{.fiche = fiche};
    const auto dit = [&](const std::string& tapee, std::string gardee) {
        return refuse.tape ? tapee : std::move(gardee);
    };
    auto fautes = fautes_dites(classeur, tape);
    for (const auto& une : refuse.fautes)
        fautes.push_back(Vue{{"phrase", dire(services, une.code)}, {"champ", une.chemin}});
    auto types = types_ecrits(classeur, ouvert->rencontre.qui, dit(tape.type, fiche.type));
    auto derniere = ouvert->vues.front();
    return dui::repondre(
        services,
        {.gabarit = "document",
         .titre = fiche.titre,
         .rubrique = "/equipe",
         .fil = {{"/equipe", dire(services, "quotidien.titre.equipe")},
                 {adresse_de_la_liste(personne.id), nom}}},
        {{"nom_de_la_personne", nom},
         {"derniere", std::move(derniere)},
         {"versions", std::move(ouvert->vues)},
         {"adresse_du_document", "/document/" + ouvert->dernier().version.element.id},
         {"version_vue", ouvert->dernier().version.version},
         {"changeable", ouvert->changeable()},
         {"types", std::move(types)},
         {"titre_tape", dit(tape.titre, fiche.titre)},
         {"date", dit(tape.date, fiche.date.text())},
         {"valable_jusqu_au",
          dit(tape.valable_jusqu_au,
              fiche.valable_jusqu_au ? fiche.valable_jusqu_au->text() : std::string{})},
         {"lie_a", dit(tape.lie_a, fiche.lie_a)},
         {"motif", refuse.motif},
         {"refus", refuse.refus},
         {"fautes", std::move(fautes)},
         {"csrf", visite.qui().csrf}});
}

// As an attachment, never shown by the browser in the place of a page.
http::Response rendre(const Classeur& classeur, Visite& visite) {
    const auto ouvert = ouvrir(classeur, visite);
    if (!ouvert) return dui::refuser(classeur.ecrans.services, ouvert.error());
    const auto voulue =
        core::integer<std::int64_t>(visite.requete.query("version").value_or("")).value_or(0);
    const auto* version = &ouvert->dernier();
    for (const auto& une : ouvert->versions)
        if (une.version.version == voulue) version = &une;
    const auto& fichier = version->document.fichier;
    const auto format = core::named<pieces::Format>(fichier.format);
    core::ensure(format.has_value(), "a kept file has one of the formats");
    return {.content_type = pieces::type_mime(*format),
            .body = document::octets_de(classeur.coffret, fichier),
            .fields = {{"Content-Disposition",
                        "attachment; filename*=UTF-8''" + core::percent_encoded(fichier.nom)},
                       {"Content-Security-Policy", "sandbox"}}};
}

// Answers the page of the document, or it again with what was refused.
http::Response repondre(const Classeur& classeur, Visite& visite, Refuse refuse,
                        const core::Result<document::Ecrit>& fait) {
    const bool fautif = refuse.tape && !refuse.tape->fautes_des_fichiers.empty();
    if (fait && fait->fautes.empty() && !fautif)
        return http::Response::see_other("/document/" + std::string{visite.requete.path("id")});
    if (!fait && fait.error().reason == core::Reason::not_found)
        return dui::refuser(classeur.ecrans.services, fait.error());
    if (fait)
        refuse.fautes = fait->fautes;
    else
        refuse.refus = classeur.ecrans.services.phrases.dire(fait.error());
    if (refuse.tape) refuse.tape->fautes.clear();  // they are among those of the answer
    auto reponse = afficher(classeur, visite, refuse);
    if (reponse.status == 200) reponse.status = fait ? 422 : garde::statut_de(fait.error().reason);
    return reponse;
}

std::int64_t version_vue(const page::Formulaire& envoi) {
    return core::integer<std::int64_t>(envoi.valeur("version")).value_or(0);
}

http::Response remplacer(const Classeur& classeur, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    const auto ouvert = ouvrir(classeur, visite);
    if (!ouvert) return dui::refuser(classeur.ecrans.services, ouvert.error());
    const auto jour = core::paris().day_of(rencontre::instant(classeur.ecrans));
    Refuse refuse{.tape = lire_la_fiche(envoi, jour)};
    auto recus = recevoir(classeur, envoi, *refuse.tape);
    const auto qui = redacteur(classeur, ouvert->rencontre.qui);
    const auto& personne = ouvert->rencontre.personne.id;
    auto fautes = visite.base.read([&](Reader& db) {
        return document::fautes_du_depot(db, qui, personne, refuse.tape->fiche);
    });
    fautes.insert(fautes.end(), refuse.tape->fautes.begin(), refuse.tape->fautes.end());
    if (!fautes.empty() || !refuse.tape->fautes_des_fichiers.empty())
        return repondre(classeur, visite, std::move(refuse), document::Ecrit{std::move(fautes), 0});
    document::Remplacement voulu{.id = std::string{visite.requete.path("id")},
                                 .vue = version_vue(envoi),
                                 .fiche = refuse.tape->fiche};
    if (!recus.empty()) {
        if (ouvert->changeable()) document::ranger(classeur.coffret, recus.front());
        voulu.fichier = recus.front().document;
    }
    const auto fait =
        visite.base.write([&](Writer& db) { return document::remplacer(db, qui, voulu); });
    return repondre(classeur, visite, std::move(refuse), fait);
}

http::Response retirer(const Classeur& classeur, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    const document::Retrait voulu{std::string{visite.requete.path("id")}, version_vue(envoi),
                                  std::string{envoi.valeur("motif")}};
    using document::Ecrit;
    const auto fait = visite.base.write([&](Writer& db) -> core::Result<Ecrit> {
        if (auto admis = rencontre::admettre_a_l_element(classeur.ecrans, db, visite); !admis)
            return admis.error();
        const auto qui = acces::professionnel(db, visite.qui().acteur);
        return document::retirer(db, redacteur(classeur, qui), voulu);
    });
    return repondre(classeur, visite, {.motif = voulu.motif}, fait);
}

}  // namespace

void ajouter_document(const Classeur& classeur) {
    const auto lire = access::Permission::dossier_usager_lire;
    const auto ecrire = access::Permission::dossier_usager_ecrire;
    const auto& services = classeur.ecrans.services;
    dui::ajouter_page(services,
                      {.chemin = "/document/{id}",
                       .resume = "Un document et ses versions",
                       .permission = lire,
                       .action = [&](Visite& visite) { return afficher(classeur, visite, {}); }});
    dui::ajouter_page(services,
                      {.chemin = "/document/{id}/fichier",
                       .resume = "Le fichier d'un document",
                       .permission = lire,
                       .action = [&](Visite& visite) { return rendre(classeur, visite); }});
    rencontre::ajouter_envoi(
        classeur.ecrans,
        {.chemin = "/document/{id}/version",
         .resume = "Une nouvelle version d'un document",
         .permission = ecrire,
         .action = [&](Visite& visite) { return remplacer(classeur, visite); }},
        envoi_au_plus);
    rencontre::ajouter_envoi(classeur.ecrans,
                             {.chemin = "/document/{id}/retrait",
                              .resume = "Retirer un document, avec son motif",
                              .permission = ecrire,
                              .action = [&](Visite& visite) { return retirer(classeur, visite); }},
                             64 * 1024);
}

}  // namespace grappe::classeur
