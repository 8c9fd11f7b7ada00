// The analysis as a PDF: the answer first, then what blocks, the amounts, the readings, the texts.
#include "exportation/document_pdf.hpp"
#include "portail/export/analyse_export.hpp"

namespace grappe::exportation {
namespace {

using Rangees = std::vector<std::vector<std::string>>;

std::string mot(const rendu::Sujet& sujet, std::string_view code) {
    return sujet.phrases.rendre(code, {});
}

void reponse(DocumentPdf& document, const rendu::Sujet& sujet, const rendu::Presentation& vue) {
    document.titre(vue.appel);
    document.chiffre(vue.montant, vue.issue + " — " + vue.essms);
    document.paragraphe(mot(sujet, "export.guichet") + " " + vue.guichet + ". " + vue.fenetre +
                        ".");
    if (sujet.analyse.subvention)
        document.paragraphe(mot(sujet, "export.avance") + " " + vue.avance + ", " +
                            mot(sujet, "export.solde") + " " + vue.solde + ".");
}

std::string details(const rendu::Groupe& groupe) {
    if (!groupe.phrase.empty() && groupe.details.size() == 1 && groupe.details[0].objet.empty())
        return groupe.phrase;
    std::string texte = groupe.phrase;
    for (const auto& detail : groupe.details) {
        if (!texte.empty()) texte += "\n";
        texte += detail.objet;
        if (groupe.phrase.empty()) texte += (detail.objet.empty() ? "" : " : ") + detail.phrase;
    }
    return texte;
}

void points(DocumentPdf& document, const rendu::Sujet& sujet, std::string_view titre,
            const std::vector<rendu::Groupe>& groupes) {
    if (groupes.empty()) return;
    document.sous_titre(mot(sujet, titre));
    Rangees rangees;
    for (const auto& groupe : groupes)
        rangees.push_back({groupe.titre, details(groupe), groupe.source});
    document.tableau({{mot(sujet, "export.point"), 3, Alignement::gauche},
                      {mot(sujet, "export.constat"), 6, Alignement::gauche},
                      {mot(sujet, "export.texte"), 3, Alignement::gauche}},
                     rangees);
}

void montants(DocumentPdf& document, const rendu::Sujet& sujet, const rendu::Presentation& vue) {
    if (vue.lignes.empty()) return;
    document.sous_titre(mot(sujet, "export.montants"));
    Rangees rangees;
    for (const auto& l : vue.lignes)
        rangees.push_back({l.finess_et, l.nom, l.secteur, l.rang, l.regime, l.usage, l.equipement,
                           l.specifique, l.total});
    const auto& t = vue.total;
    const auto colonne = [&](const char* code, int largeur, Alignement cote) {
        return Colonne{mot(sujet, code), largeur, cote};
    };
    document.tableau(
        {colonne("export.finess", 9, Alignement::gauche),
         colonne("export.nom", 20, Alignement::gauche),
         colonne("export.secteur", 7, Alignement::gauche),
         colonne("export.rang", 6, Alignement::droite),
         colonne("export.regime", 11, Alignement::gauche),
         colonne("export.usages", 12, Alignement::droite),
         colonne("export.equipement", 12, Alignement::droite),
         colonne("export.specifique", 12, Alignement::droite),
         colonne("export.total", 13, Alignement::droite)},
        rangees,
        {mot(sujet, "export.total"), "", "", "", "", t.usage, t.equipement, t.specifique, t.total});
}

void lectures(DocumentPdf& document, const rendu::Sujet& sujet, const rendu::Presentation& vue) {
    if (vue.variantes.empty()) return;
    document.sous_titre(mot(sujet, "export.lectures"));
    Rangees rangees;
    for (const auto& variante : vue.variantes)
        rangees.push_back({variante.choix, variante.valeur, variante.total,
                           variante.retenue ? mot(sujet, "export.retenue") : std::string{}});
    document.tableau({{mot(sujet, "export.question"), 5, Alignement::gauche},
                      {mot(sujet, "export.lecture"), 5, Alignement::gauche},
                      {mot(sujet, "export.total"), 2, Alignement::droite},
                      {"", 2, Alignement::gauche}},
                     rangees);
}

void changements(DocumentPdf& document, const rendu::Sujet& sujet) {
    if (sujet.analyse.seuils.empty()) return;
    document.sous_titre(mot(sujet, "export.changements"));
    Rangees rangees;
    for (const auto& seuil : sujet.analyse.seuils)
        rangees.push_back({seuil.changement, seuil.effet});
    document.tableau({{mot(sujet, "export.changement"), 4, Alignement::gauche},
                      {mot(sujet, "export.effet"), 8, Alignement::gauche}},
                     rangees);
}

}  // namespace

void ajouter_l_analyse(DocumentPdf& document, const rendu::Sujet& sujet) {
    const auto vue = rendu::presenter(sujet);
    reponse(document, sujet, vue);
    points(document, sujet, "export.bloquants", vue.bloquants);
    points(document, sujet, "export.manques", vue.manques);
    points(document, sujet, "export.a_apprecier", vue.a_apprecier);
    points(document, sujet, "export.alertes", vue.alertes);
    montants(document, sujet, vue);
    lectures(document, sujet, vue);
    changements(document, sujet);
    document.paragraphe(mot(sujet, "export.mention"));
}

std::string analyse_en_pdf(const rendu::Sujet& sujet, core::Instant maintenant) {
    const auto vue = rendu::presenter(sujet);
    const auto pied =
        sujet.phrases.rendre("export.pied", {{"date", sujet.appel.fuseau.day_of(maintenant)},
                                             {"appel", std::string_view{sujet.appel.id}},
                                             {"empreinte", sujet.appel.empreinte.substr(0, 23)}});
    DocumentPdf document{{.titre = vue.appel, .pied = pied, .cree_le = maintenant}};
    ajouter_l_analyse(document, sujet);
    return std::move(document).octets();
}

}  // namespace grappe::exportation
