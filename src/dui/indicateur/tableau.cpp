// From counters to fractions, and their JSON.
#include "dui/indicateur/tableau.hpp"

#include <fmt/format.h>

namespace grappe::indicateur {
namespace {

using usage::Compteur;
using usage::Indicateur;

Resultat resultat(const usage::Compteurs& compteurs, Indicateur indicateur,
                  const Lecture& lecture) {
    if (indicateur == Indicateur::eprescription)
        return {.indicateur = indicateur,
                .mesure = {compteurs[Compteur::eprescription], 0},
                .depuis_le_debut = compteurs[Compteur::eprescription_depuis_le_debut]};
    if (indicateur == Indicateur::eparcours)
        return {.indicateur = indicateur,
                .mesure = {compteurs[Compteur::eparcours], 0},
                .depuis_le_debut = compteurs[Compteur::eparcours_depuis_le_debut]};
    return {.indicateur = indicateur,
            .mesure = usage::mesure(compteurs, indicateur, lecture.denominateur),
            .cible = lecture.parametres.cible(indicateur)};
}

Ligne ligne(std::string finess_et, const usage::Compteurs& compteurs, const Lecture& lecture) {
    Ligne une{.finess_et = std::move(finess_et)};
    for (const auto& nomme : names(Indicateur{}))
        une.resultats.push_back(resultat(compteurs, nomme.value, lecture));
    return une;
}

std::string texte_ou_nul(const std::optional<std::string>& texte) {
    return texte ? "\"" + *texte + "\"" : "null";
}

std::string en_json(const Ligne& ligne, const Complement& complement) {
    std::string texte = "\"indicateurs\": {";
    for (const auto& un : ligne.resultats) {
        auto objet = en_json(un);
        objet.insert(objet.size() - 1, complement(ligne, un));
        texte += fmt::format("{}\"{}\": {}", &un == &ligne.resultats.front() ? "" : ", ",
                             core::name_of(un.indicateur), objet);
    }
    return texte + "}";
}

}  // namespace

Tableau tableau(const std::vector<Compte>& comptes, const Lecture& lecture) {
    Tableau tout{.fenetre = lecture.fenetre, .lecture = lecture.denominateur};
    usage::Compteurs somme;
    for (const auto& compte : comptes) {
        tout.etablissements.push_back(ligne(compte.finess_et, compte.compteurs, lecture));
        somme += compte.compteurs;
    }
    tout.total = ligne({}, somme, lecture);
    return tout;
}

std::string en_json(const Resultat& un) {
    if (!un.cible)
        return fmt::format(
            "{{\"numerateur\": {}, \"depuis_le_debut\": {}, \"denominateur\": null, "
            "\"taux\": null, \"cible\": null, \"atteinte\": null}}",
            un.mesure.numerateur, un.depuis_le_debut);
    const auto atteinte = un.atteinte();
    return fmt::format(
        "{{\"numerateur\": {}, \"denominateur\": {}, \"taux\": {}, \"cible\": \"{}\", "
        "\"atteinte\": {}}}",
        un.mesure.numerateur, un.mesure.denominateur, texte_ou_nul(un.mesure.taux()), *un.cible,
        atteinte ? (*atteinte ? "true" : "false") : "null");
}

std::string en_json(const Tableau& tableau) {
    return en_json(tableau, [](const Ligne&, const Resultat&) { return std::string{}; });
}

std::string en_json(const Tableau& tableau, const Complement& complement) {
    auto texte = fmt::format(
        "{{\"au\": \"{}\", \"du\": \"{}\", \"denominateur\": \"{}\",\n \"etablissements\": [",
        tableau.fenetre.fin.text(), tableau.fenetre.debut.text(), core::name_of(tableau.lecture));
    for (const auto& une : tableau.etablissements)
        texte += fmt::format("{}\n  {{\"finess_et\": \"{}\", {}}}",
                             &une == &tableau.etablissements.front() ? "" : ",", une.finess_et,
                             en_json(une, complement));
    return texte + "],\n \"total\": {" + en_json(tableau.total, complement) + "}}\n";
}

}  // namespace grappe::indicateur
