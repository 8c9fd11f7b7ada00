// DOC-16 and DOC-10: what the dossier states, with the sums and shares as formulas.
#include <fmt/format.h>

#include "portail/documents/feuilles.hpp"
#include "portail/documents/mots.hpp"
#include "portail/export/classeur.hpp"

namespace grappe::documents {
namespace {

using exportation::ACompleter, exportation::Cellule, exportation::Centiemes, exportation::Classeur;
using exportation::Formule, exportation::Nombre;

Cellule heures(const dossier::Donnee<std::int64_t>& donnee) {
    return donnee.connue() ? Cellule{Centiemes{*donnee}}
                           : Cellule{ACompleter{.nombre = Nombre::decimal}};
}

// Hundredths of a percent, rounded to the nearest.
std::int64_t part(std::int64_t partie, std::int64_t tout) {
    return tout == 0 ? 0 : (partie * 20'000 + tout) / (2 * tout);
}

std::vector<Cellule> rangee_d_heures(const dossier::EssmsResolu& essms, int rang) {
    const auto connues = essms.saisi->heures.valeur_ou(dossier::Heures{});
    const auto sociales =
        connues.apa.valeur_ou(0) + connues.pch.valeur_ou(0) + connues.autres.valeur_ou(0);
    const auto total = connues.total.valeur_ou(0);
    const auto pour_cent = part(sociales, total);
    return {nom_de(essms),
            essms.finess_ej,
            std::string{essms.finess()},
            connues.annee.connue() ? Cellule{*connues.annee}
                                   : Cellule{ACompleter{.nombre = Nombre::decimal}},
            heures(connues.total),
            heures(connues.apa),
            heures(connues.pch),
            heures(connues.autres),
            ACompleter{},
            Formule{fmt::format("=IF(N(E{0})=0,0,(N(F{0})+N(G{0})+N(H{0}))/E{0})", rang),
                    Nombre::pour_cent, pour_cent},
            Formule{fmt::format("=IF(N(E{0})=0,0,1-J{0})", rang), Nombre::pour_cent,
                    total == 0 ? 0 : 10'000 - pour_cent}};
}

bool declare_des_heures(const SourceDesModeles& source, const dossier::EssmsResolu& essms) {
    const auto& saad = source.verifie.appel().categories_saad;
    if (essms.saisi->heures.connue()) return true;
    return saad.definie() && std::find(saad->begin(), saad->end(), essms.categorie) != saad->end();
}

}  // namespace

std::string heures_en_xlsx(const SourceDesModeles& source) {
    Classeur classeur{libelle_de_piece(source.phrases, "DOC-16"), source.maintenant};
    std::vector<std::string> entete;
    for (const auto* code : {"structure", "ej", "et", "annee", "total", "apa", "pch", "autres",
                             "financement", "part_ms", "part_confort"})
        entete.push_back(dire(source.phrases, std::string{"documents.heures."} + code));
    classeur.feuille(dire(source.phrases, "documents.heures"), entete,
                     {40, 12, 12, 9, 14, 14, 14, 16, 34, 14, 14});
    for (const auto& essms : source.verifie.resolu().essms)
        if (declare_des_heures(source, essms))
            classeur.rangee(rangee_d_heures(essms, classeur.prochaine_rangee()));
    return std::move(classeur).octets();
}

std::string materiels_en_xlsx(const SourceDesModeles& source) {
    Classeur classeur{libelle_de_piece(source.phrases, "DOC-10"), source.maintenant};
    std::vector<std::string> entete;
    for (const auto* code : {"export.finess", "export.nom", "documents.materiel.designation",
                             "documents.materiel.quantite", "documents.materiel.prix",
                             "export.total", "documents.materiel.devis"})
        entete.push_back(dire(source.phrases, code));
    classeur.feuille(dire(source.phrases, "documents.materiel"), entete,
                     {12, 44, 40, 11, 16, 16, 18});
    for (const auto& essms : source.verifie.resolu().essms) {
        const auto rang = classeur.prochaine_rangee();
        const auto& devis = essms.saisi->devis_materiel;
        classeur.rangee({std::string{essms.finess()}, nom_de(essms), ACompleter{},
                         ACompleter{.nombre = Nombre::decimal}, ACompleter{},
                         Formule{fmt::format("=N(D{0})*N(E{0})", rang), Nombre::euros, 0},
                         devis.connue() ? Cellule{*devis} : Cellule{""}});
    }
    return std::move(classeur).octets();
}

}  // namespace grappe::documents
