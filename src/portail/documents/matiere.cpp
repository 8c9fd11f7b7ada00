// Facts of a dossier for its models.
#include "portail/documents/matiere.hpp"

#include <algorithm>
#include <map>

#include "portail/documents/mots.hpp"
#include "portail/rendu/presentation.hpp"

namespace grappe::documents {
namespace {

std::string texte_ou(const dossier::Donnee<std::string>& donnee, const std::string& sinon) {
    return donnee.connue() && !donnee->empty() ? *donnee : sinon;
}

std::string solution_de(const SourceDesModeles& source) {
    const auto sinon = manquant(source.phrases, "documents.manque.solution");
    const auto& solution = source.verifie.saisi().solution;
    if (!solution.connue()) return sinon;
    const auto version = texte_ou(solution->version, "");
    return texte_ou(solution->nom, sinon) + (version.empty() ? "" : " " + version);
}

Rangees essms_de(const SourceDesModeles& source) {
    Rangees rangees;
    for (const auto& essms : source.verifie.resolu().essms) {
        const auto regime = "regime." + std::string{core::name_of(essms.saisi->regime)};
        rangees.push_back({std::to_string(rangees.size() + 1), std::string{essms.finess()},
                           nom_de(essms), essms.fiche ? essms.fiche->commune : std::string{},
                           essms.finess_ej,
                           essms.secteur ? std::string{core::name_of(*essms.secteur)} : "",
                           dire(source.phrases, regime)});
    }
    return rangees;
}

Rangees organismes_de(const SourceDesModeles& source) {
    std::map<std::string, int> comptes;
    for (const auto& essms : source.verifie.resolu().essms)
        if (!essms.finess_ej.empty()) ++comptes[essms.finess_ej];
    std::map<std::string, std::string> noms;
    for (const auto& organisme : source.verifie.saisi().organismes) {
        noms[organisme.finess_ej.text()] = texte_ou(organisme.raison_sociale, "");
        comptes.try_emplace(organisme.finess_ej.text(), 0);
    }
    const auto& porteur = source.verifie.saisi().porteur;
    if (porteur.finess_ej.connue() && noms[porteur.finess_ej->text()].empty())
        noms[porteur.finess_ej->text()] = texte_ou(porteur.raison_sociale, "");
    Rangees rangees;
    for (const auto& [finess, compte] : comptes) {
        const auto nom = noms[finess].empty()
                             ? manquant(source.phrases, "documents.manque.organisme")
                             : noms[finess];
        rangees.push_back({finess, nom, std::to_string(compte)});
    }
    return rangees;
}

}  // namespace

std::string manquant(const rules::Phrases& phrases, std::string_view quoi) {
    return phrases.rendre("documents.manque", {{"quoi", dire(phrases, quoi)}});
}

std::string nom_de(const dossier::EssmsResolu& essms) {
    return essms.fiche ? essms.fiche->raison_sociale : std::string{};
}

Matiere matiere_de(const SourceDesModeles& source) {
    const auto& [verifie, dossier, phrases, maintenant] = source;
    const auto vue = rendu::presenter(verifie.sujet(phrases));
    const auto siret = verifie.saisi().porteur.siret.text();
    Matiere matiere{.faits = {},
                    .appel = vue.appel,
                    .essms = essms_de(source),
                    .organismes = organismes_de(source)};
    const auto nombre = [](const Rangees& rangees) {
        return static_cast<std::int64_t>(rangees.size());
    };
    matiere.faits = {
        {"porteur", texte_ou(verifie.saisi().porteur.raison_sociale,
                             manquant(phrases, "documents.manque.porteur"))},
        {"siret",
         siret == socle::siret_neutre ? manquant(phrases, "documents.manque.siret") : siret},
        {"appel", vue.appel},
        {"guichet", vue.guichet},
        {"essms", nombre(matiere.essms)},
        {"organismes", nombre(matiere.organismes)},
        {"solution", solution_de(source)},
        {"total", vue.montant},
        {"jour", verifie.appel().fuseau.day_of(maintenant)},
        {"version", std::int64_t{dossier.version}}};
    return matiere;
}

}  // namespace grappe::documents
