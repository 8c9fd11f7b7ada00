// Reading of both kinds of reports into the same figures.
#include "portail/usages/examen.hpp"

#include <algorithm>

#include "rapport/declaration.hpp"
#include "rapport/verification.hpp"
#include "secret/empreinte.hpp"
#include "usage/fenetre.hpp"

namespace grappe::usages {
namespace {

using rapport::Reproches;
using usage::Indicateur;

Examine refuser(std::string code, Reproches reproches) {
    return {.lu = std::nullopt,
            .refus = core::refuse(core::Reason::rule_not_met, std::move(code)),
            .reproches = std::move(reproches)};
}

// A wrong signature tells that the content is not what was signed; other faults tell where.
Examine refuser(Reproches reproches, const char* sinon) {
    const bool signature = std::ranges::any_of(
        reproches, [](const auto& un) { return un.code == "rapport.signature"; });
    if (!signature) return refuser(std::string{sinon}, std::move(reproches));
    const bool seule = reproches.size() == 1;
    return refuser(seule ? "usages.signature" : "usages.contenu_change", std::move(reproches));
}

Mesures mesures_de(const usage::Compteurs& compteurs, usage::Denominateur lecture) {
    using usage::Compteur;
    Mesures mesures;
    for (const auto indicateur : usage::indicateurs_a_cible)
        mesures[indicateur] = usage::mesure(compteurs, indicateur, lecture);
    mesures[Indicateur::eprescription] = {compteurs[Compteur::eprescription],
                                          compteurs[Compteur::eprescription_depuis_le_debut]};
    mesures[Indicateur::eparcours] = {compteurs[Compteur::eparcours],
                                      compteurs[Compteur::eparcours_depuis_le_debut]};
    return mesures;
}

Lu chiffres_de(const rapport::Rapport& rapport, std::string_view octets) {
    const auto& tete = rapport.en_tete;
    Lu lu{.tete = {.nature = Nature::signe,
                   .empreinte = secret::empreinte(octets),
                   .organisation = tete.organisation ? tete.organisation->text() : std::string{},
                   .du = tete.du,
                   .au = tete.au,
                   .connu_le = tete.connu_le,
                   .lecture = tete.denominateur,
                   .regle = tete.regle.version,
                   .logiciel = tete.logiciel.nom,
                   .version = tete.logiciel.version,
                   .cle = secret::en_hexadecimal(rapport.cle_publique),
                   .feuilles = rapport.feuilles},
          .lignes = {}};
    for (const auto& ligne : rapport.etablissements)
        lu.lignes.push_back({.finess_et = ligne.finess_et,
                             .feuilles = ligne.feuilles,
                             .mesures = mesures_de(ligne.racine.compteurs, tete.denominateur)});
    return lu;
}

Examine examiner_signe(std::string_view octets, const std::vector<usage::RegleDUsage>& regles) {
    auto lecture = rapport::lire(octets);
    if (lecture.etat == rapport::Lecture::Etat::illisible)
        return refuser("usages.illisible", std::move(lecture.reproches));
    if (!lecture.rapport) return refuser(std::move(lecture.reproches), "usages.forme");
    auto reproches = rapport::verifier(*lecture.rapport, {.regles = regles, .cle_publique = {}});
    if (!reproches.empty()) return refuser(std::move(reproches), "usages.incoherent");
    return {.lu = chiffres_de(*lecture.rapport, octets)};
}

// Lines of a same establishment together, establishments in ascending order.
Examine examiner_declare(std::string_view octets, const std::vector<usage::RegleDUsage>& regles) {
    auto lecture = rapport::lire_declaration(octets);
    if (!lecture.declaration) return refuser("usages.declaration", std::move(lecture.reproches));
    const auto& declaration = *lecture.declaration;
    const auto& regle = regles.back();
    std::map<core::Finess, Mesures> par_etablissement;
    for (const auto& ligne : declaration.lignes)
        par_etablissement[ligne.finess_et][ligne.indicateur] = ligne.mesure;
    const auto fenetre =
        usage::fenetre_de(declaration.au, regle.au(declaration.au).fenetre_en_mois);
    Lu lu{.tete = {.nature = Nature::declare,
                   .empreinte = secret::empreinte(octets),
                   .organisation = {},
                   .du = fenetre.debut,
                   .au = declaration.au,
                   .connu_le = {},
                   .lecture = declaration.lecture,
                   .regle = regle.version(),
                   .logiciel = {},
                   .version = {},
                   .cle = {}},
          .lignes = {}};
    for (auto& [finess, mesures] : par_etablissement)
        lu.lignes.push_back({.finess_et = finess, .mesures = std::move(mesures)});
    return {.lu = std::move(lu)};
}

}  // namespace

Mesures total(const std::vector<Ligne>& lignes) {
    Mesures sommes;
    for (const auto& ligne : lignes)
        for (const auto& [indicateur, mesure] : ligne.mesures) {
            auto& somme = sommes[indicateur];
            somme.numerateur += mesure.numerateur;
            somme.denominateur += mesure.denominateur;
        }
    return sommes;
}

Examine examiner(std::string_view octets, Nature nature,
                 const std::vector<usage::RegleDUsage>& regles) {
    return nature == Nature::signe ? examiner_signe(octets, regles)
                                   : examiner_declare(octets, regles);
}

Nature nature_de(std::string_view octets) {
    return rapport::est_une_declaration(octets) ? Nature::declare : Nature::signe;
}

}  // namespace grappe::usages
