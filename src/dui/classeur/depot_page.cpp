// /document/nouveau: one or several files deposited at once. The form holds the id of the first.
#include <algorithm>

#include "core/texte.hpp"
#include "dui/classeur/routes.hpp"
#include "dui/classeur/vues.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/rencontre/dits.hpp"
#include "secret/empreinte.hpp"
#include "secret/hasard.hpp"

namespace grappe::classeur {
namespace {

using access::Permission;
using dui::dire;
using garde::Visite;
using page::Vue;
using storage::Reader, storage::Writer;

struct Forme {
    std::string id, personne, finess;
    Tape tape;
};

core::Date aujourd_hui(const Classeur& classeur) {
    return core::paris().day_of(rencontre::instant(classeur.ecrans));
}

http::Response afficher(const Classeur& classeur, const Visite& visite, const Forme& forme) {
    const auto& services = classeur.ecrans.services;
    const auto rencontre = visite.base.read([&](Reader& db) {
        return rencontre::rencontrer(classeur.ecrans, db, visite, forme.personne);
    });
    if (!rencontre) return dui::refuser(services, rencontre.error());
    Vue::Liste lieux;
    for (const auto& un : rencontre->etablissements)
        if (rencontre->qui.peut_a(Permission::dossier_usager_ecrire, un))
            lieux.push_back(Vue{{"finess", un}, {"choisi", un == forme.finess}});
    const bool plusieurs = lieux.size() > 1;
    auto types = types_ecrits(classeur, rencontre->qui, forme.tape.type);
    const bool aucun = types.empty();
    const auto nom = rencontre::nom_de(rencontre->personne);
    const auto retour = adresse_de_la_liste(rencontre->personne.id);
    return dui::repondre(
        services,
        {.gabarit = "document_nouveau",
         .titre = dire(services, "classeur.titre.depot"),
         .rubrique = "/equipe",
         .fil = {{"/equipe", dire(services, "quotidien.titre.equipe")}, {retour, nom}}},
        {{"nom_de_la_personne", nom},
         {"id", forme.id},
         {"personne", forme.personne},
         {"lieux", std::move(lieux)},
         {"plusieurs_lieux", plusieurs},
         {"types", std::move(types)},
         {"sans_type", aucun},
         {"titre_tape", forme.tape.titre},
         {"date", forme.tape.date},
         {"valable_jusqu_au", forme.tape.valable_jusqu_au},
         {"lie_a", forme.tape.lie_a},
         {"refus", forme.tape.refus},
         {"fautes", fautes_dites(classeur, forme.tape)},
         {"retour", retour},
         {"csrf", visite.qui().csrf}});
}

http::Response montrer(const Classeur& classeur, Visite& visite) {
    const auto demande = [&](const char* nom) {
        return std::string{visite.requete.query(nom).value_or("")};
    };
    const auto jour = aujourd_hui(classeur);
    return afficher(classeur, visite,
                    {.id = secret::identifiant(),
                     .personne = demande("personne"),
                     .finess = {},
                     .tape = {.date = jour.text(),
                              .lie_a = demande("lie_a"),
                              .fiche = {.type = {}, .titre = {}, .date = jour}}});
}

// The first file has the id of the form, the others one made from it: sent twice, written once.
std::string id_de(const std::string& premier, std::size_t rang) {
    if (rang == 0) return premier;
    return secret::empreinte(premier + " " + std::to_string(rang)).substr(0, 32);
}

// Of several files, each is named after itself, after the title that all share.
std::string titre_de(const Tape& tape, const document::Recu& recu, bool plusieurs) {
    const auto& nom = recu.document.fichier.nom;
    const auto sans_suffixe = nom.substr(0, nom.rfind('.'));
    if (tape.titre.empty()) return sans_suffixe;
    return plusieurs ? tape.titre + " : " + sans_suffixe : tape.titre;
}

std::vector<document::Depot> depots(const Forme& forme, core::Finess finess_et,
                                    const std::vector<document::Recu>& recus) {
    std::vector<document::Depot> depots;
    for (std::size_t rang = 0; rang < recus.size(); ++rang) {
        auto document = recus[rang].document;
        document.fiche = forme.tape.fiche;
        document.fiche.titre = titre_de(forme.tape, recus[rang], recus.size() > 1);
        depots.push_back({id_de(forme.id, rang), finess_et, forme.personne, std::move(document)});
    }
    return depots;
}

// What would be refused is asked before any file takes its place; then files, then rows at once.
core::Result<document::Ecrit> deposer(const Classeur& classeur, Visite& visite, const Forme& forme,
                                      std::vector<document::Recu>& recus) {
    const auto finess_et = core::Finess::parse(forme.finess);
    const auto rencontre = visite.base.read([&](Reader& db) {
        return rencontre::rencontrer(classeur.ecrans, db, visite, forme.personne);
    });
    if (!rencontre) return rencontre.error();
    if (!finess_et) return core::refuse(core::Reason::not_found, "dui.dossier_inconnu");
    const auto qui = redacteur(classeur, rencontre->qui);
    const auto voulus = depots(forme, *finess_et, recus);
    auto fautes = visite.base.read([&](Reader& db) {
        auto fiche = voulus.empty() ? forme.tape.fiche : voulus.front().document.fiche;
        if (voulus.empty() && fiche.titre.empty()) fiche.titre = "-";  // the file would name it
        return document::fautes_du_depot(db, qui, forme.personne, fiche);
    });
    if (voulus.empty() && forme.tape.fautes_des_fichiers.empty())
        fautes.push_back({"fichier", "document.fichier"});
    std::ranges::copy(forme.tape.fautes, std::back_inserter(fautes));
    if (!fautes.empty() || !forme.tape.fautes_des_fichiers.empty())
        return document::Ecrit{std::move(fautes), 0};
    for (auto& un : recus) document::ranger(classeur.coffret, un);
    return visite.base.write([&](Writer& db) -> core::Result<document::Ecrit> {
        for (const auto& un : voulus)
            if (auto fait = document::deposer(db, qui, un); !fait || !fait->fautes.empty())
                return fait;
        return document::Ecrit{};
    });
}

http::Response ecrire(const Classeur& classeur, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    const auto champ = [&](const char* nom) { return std::string{envoi.valeur(nom)}; };
    Forme forme{.id = champ("id"),
                .personne = champ("personne"),
                .finess = champ("finess"),
                .tape = lire_la_fiche(envoi, aujourd_hui(classeur))};
    auto recus = recevoir(classeur, envoi, forme.tape);
    const auto fait = deposer(classeur, visite, forme, recus);
    if (fait && fait->fautes.empty() && forme.tape.fautes_des_fichiers.empty())
        return http::Response::see_other(adresse_de_la_liste(forme.personne));
    if (!fait && fait.error().reason == core::Reason::not_found)
        return dui::refuser(classeur.ecrans.services, fait.error());
    if (fait)
        forme.tape.fautes = fait->fautes;
    else
        forme.tape.refus = classeur.ecrans.services.phrases.dire(fait.error());
    auto reponse = afficher(classeur, visite, forme);
    if (reponse.status == 200) reponse.status = fait ? 422 : garde::statut_de(fait.error().reason);
    return reponse;
}

}  // namespace

void ajouter_depot(const Classeur& classeur) {
    dui::ajouter_page(classeur.ecrans.services,
                      {.chemin = "/document/nouveau",
                       .resume = "Déposer des documents",
                       .permission = Permission::dossier_usager_ecrire,
                       .action = [&](Visite& visite) { return montrer(classeur, visite); }});
    rencontre::ajouter_envoi(classeur.ecrans,
                             {.chemin = "/document/nouveau",
                              .resume = "Déposer des documents",
                              .permission = Permission::dossier_usager_ecrire,
                              .action = [&](Visite& visite) { return ecrire(classeur, visite); }},
                             envoi_au_plus);
}

}  // namespace grappe::classeur
