// The answers of one body as a PDF and as a sheet.
#include "exportation/document_pdf.hpp"
#include "portail/documents/maturite.hpp"
#include "portail/documents/mots.hpp"
#include "portail/export/classeur.hpp"

namespace grappe::documents {
namespace {

using exportation::Alignement;

std::string reponse_en_mots(const FicheImprimee& imprimee, const PointDuCadre& point,
                            const rules::Phrases& phrases) {
    const auto reponse = imprimee.fiche.reponses.find(point.code);
    if (reponse == imprimee.fiche.reponses.end()) return dire(phrases, "maturite.sans_reponse");
    if (point.genre == GenreDePoint::mesure)
        return dire(phrases, "maturite.position." + reponse->second);
    const auto niveau = reponse->second.front() - '0';
    auto texte = phrases.rendre("maturite.niveau", {{"niveau", std::int64_t{niveau}}});
    const auto connu = point.niveaux.find(niveau);
    return connu == point.niveaux.end() ? texte : texte + "\u00a0: " + connu->second;
}

void partie(exportation::DocumentPdf& document, const FicheImprimee& imprimee, GenreDePoint genre,
            const rules::Phrases& phrases) {
    std::vector<std::vector<std::string>> rangees;
    std::vector<std::string> sources;
    for (const auto& point : imprimee.cadre.points) {
        if (point.genre != genre) continue;
        rangees.push_back({point.code, point.libelle, reponse_en_mots(imprimee, point, phrases)});
        if (sources.empty() || sources.back() != point.source) sources.push_back(point.source);
    }
    if (rangees.empty()) return;
    document.sous_titre(dire(phrases, "maturite.partie." + std::string{core::name_of(genre)}));
    document.tableau({{dire(phrases, "maturite.code.titre"), 2, Alignement::gauche},
                      {dire(phrases, "maturite.point"), 9, Alignement::gauche},
                      {dire(phrases, "maturite.reponse.titre"), 7, Alignement::gauche}},
                     rangees);
    for (const auto& source : sources)
        document.paragraphe(phrases.rendre("maturite.source", {{"source", source}}));
}

}  // namespace

std::string fiche_en_pdf(const FicheImprimee& imprimee, const rules::Phrases& phrases) {
    exportation::DocumentPdf document{
        {.titre = dire(phrases, "maturite.titre"),
         .pied =
             phrases.rendre("maturite.pied", {{"organisme", imprimee.fiche.organisme},
                                              {"jour", core::paris().day_of(imprimee.maintenant)}}),
         .cree_le = imprimee.maintenant}};
    document.titre(dire(phrases, "maturite.titre"));
    const auto nom = imprimee.nom.empty() ? imprimee.fiche.organisme
                                          : imprimee.nom + " (" + imprimee.fiche.organisme + ")";
    document.paragraphe(phrases.rendre("maturite.organisme", {{"organisme", nom}}));
    document.paragraphe(dire(phrases, "maturite.mention"));
    for (const auto& [genre, code] : names(GenreDePoint{}))
        partie(document, imprimee, genre, phrases);
    return std::move(document).octets();
}

std::string fiche_en_xlsx(const FicheImprimee& imprimee, const rules::Phrases& phrases) {
    exportation::Classeur classeur{dire(phrases, "maturite.titre"), imprimee.maintenant};
    classeur.feuille(dire(phrases, "maturite.feuille"),
                     {dire(phrases, "maturite.code.titre"), dire(phrases, "maturite.point"),
                      dire(phrases, "maturite.reponse.titre"), dire(phrases, "export.texte")},
                     {10, 60, 50, 90});
    for (const auto& point : imprimee.cadre.points)
        classeur.rangee(
            {point.code, point.libelle, reponse_en_mots(imprimee, point, phrases), point.source});
    return std::move(classeur).octets();
}

}  // namespace grappe::documents
