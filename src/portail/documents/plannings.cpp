// DOC-05 as a sheet that draws itself and as a drawing.
#include <fmt/format.h>

#include "exportation/document_pdf.hpp"
#include "portail/documents/feuilles.hpp"
#include "portail/documents/mots.hpp"
#include "portail/export/classeur.hpp"

namespace grappe::documents {
namespace {

using exportation::ACompleter, exportation::Cellule, exportation::Classeur, exportation::Formule;
using exportation::Nombre;

constexpr int mois_de_la_frise = 36, lignes_en_plus = 10, premiere_colonne = 5;  // F

std::string colonne(int rang) {
    std::string nom;
    for (int n = rang; n >= 0; n = n / 26 - 1)
        nom.insert(nom.begin(), static_cast<char>('A' + n % 26));
    return nom;
}

std::string titre_du_volet(const rules::Phrases& phrases, Volet volet) {
    return dire(phrases, "documents.volet." + std::string{core::name_of(volet)});
}

Cellule jour(const std::optional<core::Date>& date) {
    return date ? Cellule{*date} : Cellule{ACompleter{.nombre = Nombre::jour}};
}

// Excel counts days from 30 December 1899.
std::int64_t centiemes_du_jour(core::Date date) {
    const std::chrono::sys_days origine{std::chrono::year{1899} / 12 / 30};
    return (date.days() - origine).count() * 100;
}

std::optional<core::Date> debut_de(const std::vector<Phase>& phases) {
    std::optional<core::Date> premier;
    for (const auto& phase : phases)
        if (phase.debut && (!premier || *phase.debut < *premier)) premier = phase.debut;
    return premier;
}

// The months begin with the first date that is typed, whoever types it.
std::vector<Cellule> tete_des_mois(const std::vector<Phase>& phases, int derniere,
                                   const rules::Phrases& phrases) {
    std::vector<Cellule> tete{"", "", "", "", dire(phrases, "documents.planning.mois")};
    auto mois = debut_de(phases);
    for (int n = 0; n < mois_de_la_frise; ++n) {
        const auto avant = colonne(premiere_colonne + n - 1) + "2";
        const auto formule = n == 0 ? fmt::format(
                                          "=IF(COUNT(C3:C{0})=0,\"\",DATE(YEAR(MIN(C3:C{0})),"
                                          "MONTH(MIN(C3:C{0})),1))",
                                          derniere)
                                    : fmt::format("=IF({0}=\"\",\"\",EDATE({0},1))", avant);
        if (!mois) {
            tete.push_back(Formule{formule, Nombre::mois, 0});
            continue;
        }
        const auto debut = mois->ymd().year() / mois->ymd().month() + std::chrono::months{n};
        tete.push_back(Formule{formule, Nombre::mois,
                               centiemes_du_jour(core::Date::of(debut / std::chrono::day{1}))});
    }
    return tete;
}

std::vector<Phase> du_volet(const Planning& planning, Volet volet) {
    std::vector<Phase> phases;
    for (const auto& phase : planning.phases)
        if (phase.volet == volet) phases.push_back(phase);
    return phases;
}

std::vector<Cellule> rangee_de(const Phase& phase, int rang) {
    const auto jours =
        phase.debut ? ((phase.fin->days() - phase.debut->days()).count() + 1) * 100 : 0;
    return {phase.libelle, ACompleter{}, jour(phase.debut), jour(phase.fin),
            Formule{fmt::format("=IF(AND(C{0}<>\"\",D{0}<>\"\"),D{0}-C{0}+1,\"\")", rang),
                    Nombre::decimal, jours}};
}

void feuille_du_volet(Classeur& classeur, const SourceDesModeles& source,
                      const std::vector<Phase>& phases, Volet volet) {
    const auto mot = [&](std::string_view code) { return dire(source.phrases, code); };
    std::vector<std::string> entete{mot("documents.planning.phase"),
                                    mot("documents.planning.responsable"),
                                    mot("documents.planning.debut"), mot("documents.planning.fin"),
                                    mot("documents.planning.jours")};
    std::vector<int> largeurs{38, 18, 11, 11, 7};
    for (int n = 0; n < mois_de_la_frise; ++n) {
        entete.emplace_back();
        largeurs.push_back(6);
    }
    classeur.feuille(titre_du_volet(source.phrases, volet), entete, largeurs);
    classeur.imprimer_sur_deux_pages();
    const int derniere = 2 + static_cast<int>(phases.size()) + lignes_en_plus;
    classeur.rangee(tete_des_mois(phases, derniere, source.phrases));
    for (const auto& phase : phases) classeur.rangee(rangee_de(phase, classeur.prochaine_rangee()));
    for (int n = 0; n < lignes_en_plus; ++n)
        classeur.rangee(rangee_de({.volet = volet, .libelle = ""}, classeur.prochaine_rangee()));
    const auto gauche = colonne(premiere_colonne);
    classeur.colorier(
        fmt::format("{}3:{}{}", gauche, colonne(premiere_colonne + mois_de_la_frise - 1), derniere),
        fmt::format("=AND($C3<>\"\",$D3<>\"\",{0}$2<>\"\",$D3>={0}$2,$C3<EDATE({0}$2,1))", gauche));
}

exportation::LigneDeFrise ligne_de(const Phase& phase, const rules::Phrases& phrases) {
    if (!phase.debut) return {.libelle = phase.libelle, .dates = {}, .etendue = {}};
    const auto dit = [&](std::string_view code) {
        return phrases.rendre(code, {{"debut", *phase.debut}, {"fin", *phase.fin}});
    };
    return {.libelle = phase.libelle,
            .dates = *phase.debut == *phase.fin
                         ? dit("documents.planning.le")
                         : dit("documents.planning.du") + "\n" + dit("documents.planning.au"),
            .etendue = exportation::Etendue{*phase.debut, *phase.fin}};
}

}  // namespace

std::string plannings_en_xlsx(const SourceDesModeles& source, const Planning& planning) {
    Classeur classeur{libelle_de_piece(source.phrases, "DOC-05"), source.maintenant};
    for (const auto& [volet, nom] : names(Volet{}))
        feuille_du_volet(classeur, source, du_volet(planning, volet), volet);
    return std::move(classeur).octets();
}

std::string plannings_en_pdf(const SourceDesModeles& source, const Planning& planning) {
    const auto& phrases = source.phrases;
    const auto matiere = matiere_de(source);
    exportation::DocumentPdf document{
        {.titre = libelle_de_piece(phrases, "DOC-05"),
         .pied = phrases.rendre("documents.planning.pied", matiere.faits),
         .cree_le = source.maintenant,
         .sens = exportation::Sens::paysage}};
    bool suit = false;
    for (const auto& [volet, nom] : names(Volet{})) {
        if (suit) document.nouvelle_page();
        suit = true;
        document.titre(dire(phrases, "documents.volet.titre." + std::string{nom}));
        document.paragraphe(phrases.rendre("documents.planning.chapo", matiere.faits));
        exportation::Frise frise{.titre_des_lignes = dire(phrases, "documents.planning.phase"),
                                 .titre_des_dates = dire(phrases, "documents.planning.dates"),
                                 .sans_date = dire(phrases, "documents.planning.sans_date"),
                                 .lignes = {}};
        for (const auto& phase : du_volet(planning, volet))
            frise.lignes.push_back(ligne_de(phase, phrases));
        document.frise(frise);
        if (planning.version == 0)
            document.paragraphe(dire(phrases, "documents.planning.proposees"));
    }
    return std::move(document).octets();
}

}  // namespace grappe::documents
