// The analysis as a workbook: summary, amounts a line, findings, readings, neighbours.
#include "portail/export/analyse_export.hpp"
#include "portail/export/classeur.hpp"

namespace grappe::exportation {
namespace {

std::string mot(const rendu::Sujet& sujet, std::string_view code) {
    return sujet.phrases.rendre(code, {});
}

void resume(Classeur& classeur, const rendu::Sujet& sujet, const rendu::Presentation& vue) {
    classeur.feuille(mot(sujet, "export.resume"),
                     {mot(sujet, "export.point"), mot(sujet, "export.constat")}, {28, 90});
    classeur.rangee({mot(sujet, "export.appel"), vue.appel});
    classeur.rangee({mot(sujet, "export.total"), vue.montant});
    classeur.rangee({mot(sujet, "export.issue"), vue.issue});
    classeur.rangee({mot(sujet, "export.retenus"), vue.essms});
    classeur.rangee({mot(sujet, "export.guichet"), vue.guichet});
    classeur.rangee({mot(sujet, "export.fenetre"), vue.fenetre});
    classeur.rangee({mot(sujet, "export.regles"), sujet.appel.empreinte});
    classeur.rangee({"", mot(sujet, "export.mention")});
}

void montants(Classeur& classeur, const rendu::Sujet& sujet, const rendu::Presentation& vue) {
    if (!sujet.analyse.subvention) return;
    std::vector<std::string> entete;
    for (const auto* code :
         {"export.finess", "export.nom", "export.secteur", "export.rang", "export.regime",
          "export.usages", "export.equipement", "export.materiel", "export.amoa", "export.total"})
        entete.push_back(mot(sujet, code));
    classeur.feuille(mot(sujet, "export.montants"), entete, {12, 42, 9, 7, 20, 15, 15, 15, 15, 16});
    const auto& subvention = *sujet.analyse.subvention;
    for (std::size_t i = 0; i < vue.lignes.size(); ++i) {
        const auto& mots = vue.lignes[i];
        const auto& l = subvention.lignes[i];
        const Cellule rang = l.rang ? Cellule{*l.rang} : Cellule{std::string{}};
        classeur.rangee({mots.finess_et, mots.nom, mots.secteur, rang, mots.regime, l.usage,
                         l.equipement, l.materiel, l.amoa, l.total()});
    }
}

void constats(Classeur& classeur, const rendu::Sujet& sujet) {
    classeur.feuille(
        mot(sujet, "export.constats"),
        {mot(sujet, "export.regle"), mot(sujet, "export.issue"), mot(sujet, "export.objet"),
         mot(sujet, "export.constat"), mot(sujet, "export.document"), mot(sujet, "export.section")},
        {10, 22, 14, 90, 48, 32});
    for (const auto& constat : sujet.analyse.constats) {
        const auto issue = "issue." + std::string{core::name_of(constat.issue)};
        classeur.rangee({std::string{core::name_of(constat.regle)}, mot(sujet, issue),
                         std::string{constat.objet.nom},
                         sujet.phrases.rendre(constat.phrase, constat.faits),
                         constat.source ? constat.source->document : std::string{},
                         constat.source ? constat.source->section : std::string{}});
    }
}

void lectures(Classeur& classeur, const rendu::Sujet& sujet, const rendu::Presentation& vue) {
    if (vue.variantes.empty()) return;
    classeur.feuille(mot(sujet, "export.lectures"),
                     {mot(sujet, "export.question"), mot(sujet, "export.lecture"),
                      mot(sujet, "export.total"), mot(sujet, "export.retenue")},
                     {60, 48, 18, 14});
    for (std::size_t i = 0; i < vue.variantes.size(); ++i) {
        const auto& variante = vue.variantes[i];
        classeur.rangee({variante.choix, variante.valeur,
                         sujet.analyse.subvention->variantes[i].total,
                         variante.retenue ? mot(sujet, "export.oui") : std::string{}});
    }
}

void changements(Classeur& classeur, const rendu::Sujet& sujet) {
    classeur.feuille(
        mot(sujet, "export.changements"),
        {mot(sujet, "export.regle"), mot(sujet, "export.changement"), mot(sujet, "export.effet")},
        {10, 40, 100});
    for (const auto& seuil : sujet.analyse.seuils)
        classeur.rangee({std::string{core::name_of(seuil.regle)}, seuil.changement, seuil.effet});
}

}  // namespace

std::string analyse_en_xlsx(const rendu::Sujet& sujet, core::Instant) {
    const auto vue = rendu::presenter(sujet);
    Classeur classeur;
    resume(classeur, sujet, vue);
    montants(classeur, sujet, vue);
    constats(classeur, sujet);
    lectures(classeur, sujet, vue);
    changements(classeur, sujet);
    return std::move(classeur).octets();
}

}  // namespace grappe::exportation
