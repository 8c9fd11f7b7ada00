// Words of documents.
#include "dui/classeur/vues.hpp"

#include "core/texte.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/personne_vue.hpp"
#include "dui/rencontre/dits.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::classeur {
namespace {

using document::Faute;
using dui::dire;
using page::Vue;

Vue::Liste types(const Classeur& classeur, std::string_view choisi, auto garder) {
    Vue::Liste vues;
    for (const auto& un : classeur.types.tous())
        if (garder(un.donnees))
            vues.push_back(
                Vue{{"code", un.code}, {"libelle", un.libelle}, {"choisi", un.code == choisi}});
    return vues;
}

std::string poids(std::int64_t octets) {
    constexpr std::int64_t kibi = 1024;
    return page::entier((octets + kibi - 1) / kibi);
}

}  // namespace

std::string adresse_de_la_liste(std::string_view personne) {
    return dui::adresse_sous("/documents", personne);
}

Vue vue_de(const Classeur& classeur, const document::Version& un) {
    const auto& services = classeur.ecrans.services;
    const auto& [fiche, fichier, recherche, mots, motif] = un.document;
    const auto* type = classeur.types.trouver(fiche.type);
    const auto jour = core::paris().day_of(rencontre::instant(classeur.ecrans));
    const bool perime = fiche.valable_jusqu_au && *fiche.valable_jusqu_au < jour;
    const auto adresse = "/document/" + un.version.element.id;
    return {{"adresse", adresse},
            {"fichier", adresse + "/fichier?version=" + std::to_string(un.version.version)},
            {"titre_du_document", fiche.titre},
            {"type_dit", type == nullptr ? fiche.type : type->libelle},
            {"jour", page::jour(fiche.date)},
            {"format", fichier.format},
            {"poids", poids(fichier.taille)},
            {"nom_du_fichier", fichier.nom},
            {"validite", fiche.valable_jusqu_au
                             ? dire(services, perime ? "classeur.perime" : "classeur.valable",
                                    {{"jour", *fiche.valable_jusqu_au}})
                             : std::string{}},
            {"perime", perime},
            {"retire", un.retire()},
            {"motif_du_retrait", motif},
            {"texte_cherche", recherche == document::Recherche::texte},
            {"version", un.version.version}};
}

Vue::Liste types_ecrits(const Classeur& classeur, const acces::Professionnel& qui,
                        std::string_view choisi) {
    return types(classeur, choisi, [&](partage::Classe classe) { return qui.ecrit(classe); });
}

Vue::Liste types_lus(const Classeur& classeur, const acces::Professionnel& qui,
                     std::string_view choisi) {
    return types(classeur, choisi, [&](partage::Classe classe) { return qui.lit(classe); });
}

Tape lire_la_fiche(const page::Formulaire& envoi, core::Date aujourd_hui) {
    const auto champ = [&](const char* nom) {
        return std::string{core::trimmed(envoi.valeur(nom))};
    };
    Tape tape{.type = champ("type"),
              .titre = champ("titre"),
              .date = champ("date"),
              .valable_jusqu_au = champ("valable_jusqu_au"),
              .lie_a = champ("lie_a"),
              .fiche = {.type = {}, .titre = {}, .date = aujourd_hui}};
    const auto date = core::Date::parse(tape.date);
    if (!date) tape.fautes.push_back({"date", "document.date"});
    tape.fiche = {.type = tape.type,
                  .titre = tape.titre,
                  .date = date ? *date : aujourd_hui,
                  .lie_a = tape.lie_a};
    if (tape.valable_jusqu_au.empty()) return tape;
    if (const auto fin = core::Date::parse(tape.valable_jusqu_au); fin)
        tape.fiche.valable_jusqu_au = *fin;
    else
        tape.fautes.push_back({"valable_jusqu_au", "document.date"});
    return tape;
}

Vue::Liste fautes_dites(const Classeur& classeur, const Tape& tape) {
    auto vues = tape.fautes_des_fichiers;
    for (const auto& une : tape.fautes)
        vues.push_back(
            Vue{{"phrase", dire(classeur.ecrans.services, une.code)}, {"champ", une.chemin}});
    return vues;
}

document::Redacteur redacteur(const Classeur& classeur, const acces::Professionnel& qui) {
    return {qui, rencontre::maintenant(classeur.ecrans), classeur.types,
            [&classeur](std::string_view personne, std::string_view finess_et) {
                return classeur.ecrans.annuaire.accompagnee_a(personne, finess_et);
            }};
}

std::vector<document::Recu> recevoir(const Classeur& classeur, const page::Formulaire& envoi,
                                     Tape& tape) {
    std::vector<document::Recu> recus;
    if (envoi.fichiers.size() > fichiers_au_plus) {
        tape.fautes.push_back({"fichier", "document.nombre"});
        return recus;
    }
    const auto& phrases = classeur.ecrans.services.phrases;
    for (const auto& un : envoi.fichiers) {
        auto recu = document::recevoir(classeur.coffret, un.nom, un.octets);
        if (recu)
            recus.push_back(*std::move(recu));
        else
            tape.fautes_des_fichiers.push_back(
                Vue{{"phrase",
                     phrases.rendre("classeur.fichier_refuse",
                                    {{"nom", un.nom}, {"phrase", phrases.dire(recu.error())}})},
                    {"champ", "fichier"}});
    }
    return recus;
}

}  // namespace grappe::classeur
