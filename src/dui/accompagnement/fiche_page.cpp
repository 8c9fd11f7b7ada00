// /projet/fiche: one form for each class of a project: filled, refused with all its faults, or told
// that somebody wrote meanwhile, both texts shown. The form holds the id that its element will
// have.
#include "core/integer.hpp"
#include "dui/acces/consultation.hpp"
#include "dui/accompagnement/champs_vue.hpp"
#include "dui/accompagnement/routes.hpp"
#include "dui/element/droits.hpp"
#include "dui/magasin/faits_repository.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/rencontre/dits.hpp"
#include "secret/hasard.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::accompagnement {
namespace {

using dui::dire;
using garde::Visite;
using page::Vue;
using projet::Fiche, projet::Forme, projet::Genre, projet::Textes;
using storage::Reader, storage::Writer;

constexpr std::size_t envoi_au_plus = 128 * 1024;

// What the form says, or said.
struct Tapee {
    std::string genre, id, projet, personne, finess, cherche{};
    std::int64_t vue = 0;
    Textes champs{};
    std::vector<projet::Faute> fautes{};
    std::string refus{};
    bool conflit = false;
};

// Whose form it is, of which project, and what stands of its element.
struct Contexte {
    rencontre::Rencontre rencontre;
    std::optional<projet::Projet> projet;
    std::optional<projet::Objet> avant;
    std::string auteur{}, quand{};  // of what stands
};

core::Result<Contexte> lire(const Outils& outils, Reader& db, const Visite& visite,
                            const Tapee& tapee) {
    auto rencontre = rencontre::rencontrer(outils.ecrans, db, visite, tapee.personne);
    if (!rencontre) return rencontre.error();
    Contexte contexte{.rencontre = *std::move(rencontre), .projet = {}, .avant = {}};
    if (!tapee.projet.empty()) {
        auto projet = projet::lire(db, contexte.rencontre.qui, tapee.projet);
        if (!projet) return projet.error();
        contexte.projet = *std::move(projet);
    }
    if (auto avant = element::derniere(db, tapee.id);
        avant && avant->element.personne == tapee.personne &&
        contexte.rencontre.qui.lit(partage::Classe::projet)) {
        const auto signature = magasin::signature_de(db, avant->enregistrement);
        contexte.auteur = rencontre::Auteurs{db}.nom(signature.auteur);
        contexte.quand = rencontre::quand(outils.ecrans.services, signature.connu_le.seconde(),
                                          rencontre::instant(outils.ecrans));
        contexte.avant = projet::lu(*std::move(avant));
    }
    return contexte;
}

Vue vue_de(const Outils& outils, const Visite& visite, const Contexte& contexte,
           const Tapee& tapee) {
    const auto& services = outils.ecrans.services;
    const auto& fiche = *projet::fiche_de(*core::named<Genre>(tapee.genre));
    const Textes rien;
    const bool neuf = tapee.vue == 0 && !tapee.conflit;
    return {
        {"genre", tapee.genre},
        {"id", tapee.id},
        {"projet", tapee.projet},
        {"personne", tapee.personne},
        {"finess", tapee.finess},
        {"version", tapee.conflit && contexte.avant ? contexte.avant->version.version : tapee.vue},
        {"nom", rencontre::nom_de(contexte.rencontre.personne)},
        {"titre_de_la_fiche", dire(services, "projet.genre." + tapee.genre)},
        {"conseil", page::etiquette(services.phrases, "projet.conseil." + tapee.genre, "")},
        {"conflit", tapee.conflit ? dire(services, "accompagnement.conflit",
                                         {{"auteur", contexte.auteur}, {"quand", contexte.quand}})
                                  : std::string{}},
        {"refus", tapee.refus},
        {"fautes", fautes_dites(outils, tapee.fautes)},
        {"champs", vues_des_champs(
                       outils, {fiche, contexte.projet ? &*contexte.projet : nullptr, tapee.champs,
                                tapee.conflit && contexte.avant ? contexte.avant->dit : rien,
                                tapee.cherche})},
        {"retirable", !neuf && fiche.genre != Genre::projet},
        {"retour", adresse_du_projet(tapee.personne, tapee.projet, neuf ? "" : tapee.id)},
        {"csrf", visite.qui().csrf}};
}

http::Response afficher(const Outils& outils, Visite& visite, const Tapee& tapee) {
    const auto& services = outils.ecrans.services;
    const auto genre = core::named<Genre>(tapee.genre);
    if (!genre || projet::fiche_de(*genre) == nullptr)
        return dui::refuser(services,
                            core::refuse(core::Reason::not_found, "projet.genre_inconnu"));
    const auto contexte =
        visite.base.read([&](Reader& db) { return lire(outils, db, visite, tapee); });
    if (!contexte) return dui::refuser(services, contexte.error());
    acces::consigner_un_dossier(visite.base,
                                {visite.qui().acteur.compte, rencontre::instant(outils.ecrans)},
                                tapee.personne);
    const auto nom = rencontre::nom_de(contexte->rencontre.personne);
    return dui::repondre(
        services,
        {.gabarit = "projet_fiche",
         .titre = dire(services, "accompagnement.titre.fiche",
                       {{"quoi", dire(services, "projet.genre." + tapee.genre)}, {"nom", nom}}),
         .rubrique = "/projets",
         .fil = {{"/projets", dire(services, "accompagnement.titre.projets")},
                 {adresse_du_projet(tapee.personne, tapee.projet, ""), nom}}},
        vue_de(outils, visite, *contexte, tapee));
}

// A new form, its links filled with what the address names; or that of an element that stands.
core::Result<Tapee> tapee_de_l_adresse(Reader& db, const Visite& visite) {
    const auto dit = [&](std::string_view nom) {
        return std::string{visite.requete.query(nom).value_or("")};
    };
    const auto qui = acces::professionnel(db, visite.qui().acteur);
    if (const auto id = dit("id"); !id.empty()) {
        auto avant = element::derniere(db, id);
        const bool lisible =
            avant &&
            (element::lit(qui, avant->element) ||
             (avant->element.genre == Genre::projet_vie && qui.lit(avant->element.classe)));
        if (!lisible) return core::refuse(core::Reason::not_found, "projet.inconnu");
        const auto& un = avant->element;
        const auto finess = dit("finess");
        return Tapee{.genre = std::string{core::name_of(un.genre)},
                     .id = id,
                     .projet = un.lie_a,
                     .personne = un.personne,
                     .finess = finess.empty() ? un.finess_et.text() : finess,
                     .vue = avant->version,
                     .champs = lecture::textes_du_contenu(un.contenu)};
    }
    Tapee tapee{.genre = dit("genre"),
                .id = secret::identifiant(),
                .projet = dit("projet"),
                .personne = dit("personne"),
                .finess = dit("finess")};
    if (!tapee.projet.empty()) {
        const auto projet = projet::lire(db, qui, tapee.projet);
        if (!projet) return projet.error();
        tapee.personne = projet->lui.version.element.personne;
        tapee.finess = projet->lui.version.element.finess_et.text();
    }
    const auto genre = core::named<Genre>(tapee.genre);
    if (const auto* fiche = genre ? projet::fiche_de(*genre) : nullptr)
        for (const auto& champ : fiche->champs) {
            if (champ.forme == Forme::lien || champ.forme == Forme::liens)
                tapee.champs.emplace(champ.nom, dit(champ.nom));
            if (champ.nom == "statut") tapee.champs.emplace(champ.nom, "ACTIF");
        }
    return tapee;
}

http::Response montrer(const Outils& outils, Visite& visite) {
    const auto tapee = visite.base.read([&](Reader& db) { return tapee_de_l_adresse(db, visite); });
    if (!tapee) return dui::refuser(outils.ecrans.services, tapee.error());
    return afficher(outils, visite, *tapee);
}

Tapee lire_la_saisie(const page::Formulaire& envoi) {
    const auto dit = [&](std::string_view nom) { return std::string{envoi.valeur(nom)}; };
    Tapee tapee{.genre = dit("genre"),
                .id = dit("id"),
                .projet = dit("projet"),
                .personne = dit("personne"),
                .finess = dit("finess"),
                .cherche = dit("cherche"),
                .vue = core::integer<std::int64_t>(dit("version")).value_or(0)};
    const auto genre = core::named<Genre>(tapee.genre);
    if (const auto* fiche = genre ? projet::fiche_de(*genre) : nullptr)
        for (const auto& champ : fiche->champs) {
            std::string tous;
            for (const auto& une : envoi.valeurs(champ.nom)) {
                if (une.empty()) continue;
                if (!tous.empty()) tous += ',';
                tous += une;
            }
            tapee.champs.emplace(champ.nom, std::move(tous));
        }
    return tapee;
}

core::Result<projet::Redigee> ecrire(const Outils& outils, const Visite& visite, const Tapee& tapee,
                                     Genre genre) {
    const auto finess_et = core::Finess::parse(tapee.finess);
    if (!finess_et) return core::refuse(core::Reason::not_found, "dui.dossier_inconnu");
    return visite.base.write([&](Writer& db) {
        const auto qui = acces::professionnel(db, visite.qui().acteur);
        return projet::ecrire(db, redacteur(outils, qui),
                              {.genre = genre,
                               .id = tapee.id,
                               .finess_et = *finess_et,
                               .personne = tapee.personne,
                               .projet = tapee.projet,
                               .vue = tapee.vue,
                               .tapes = tapee.champs});
    });
}

http::Response enregistrer(const Outils& outils, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    auto tapee = lire_la_saisie(envoi);
    const auto genre = core::named<Genre>(tapee.genre);
    if (!genre || envoi.valeur("acte") == "chercher") return afficher(outils, visite, tapee);
    const auto la = visite.base.read([&](Reader& db) {
        return rencontre::rencontrer(outils.ecrans, db, visite, tapee.personne);
    });
    if (!la) return dui::refuser(outils.ecrans.services, la.error());
    const auto fait = ecrire(outils, visite, tapee, *genre);
    if (fait && fait->fautes.empty()) {
        const bool seul = *genre == Genre::projet;
        return http::Response::see_other(
            adresse_du_projet(tapee.personne, seul ? tapee.id : tapee.projet, tapee.id));
    }
    if (fait) {
        tapee.fautes = fait->fautes;
    } else if (fait.error().code == "element.version") {
        tapee.conflit = true;
    } else {
        tapee.refus = outils.ecrans.services.phrases.dire(fait.error());
    }
    auto reponse = afficher(outils, visite, tapee);
    if (reponse.status == 200) reponse.status = fait ? 422 : garde::statut_de(fait.error().reason);
    return reponse;
}

}  // namespace

void ajouter_fiche(const Outils& outils) {
    const auto ecrire = access::Permission::dossier_usager_ecrire;
    dui::ajouter_page(outils.ecrans.services,
                      {.chemin = "/projet/fiche",
                       .resume = "Écrire une partie d'un projet personnalisé",
                       .permission = ecrire,
                       .action = [&](Visite& visite) { return montrer(outils, visite); }});
    rencontre::ajouter_envoi(
        outils.ecrans,
        {.chemin = "/projet/fiche",
         .resume = "Écrire une partie d'un projet personnalisé",
         .permission = ecrire,
         .action = [&](Visite& visite) { return enregistrer(outils, visite); }},
        envoi_au_plus);
}

}  // namespace grappe::accompagnement
