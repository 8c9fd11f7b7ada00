// The few parts of a word-processing package, written by hand: nothing in them is executable.
#include "portail/export/document_docx.hpp"

#include <fmt/format.h>

#include "portail/export/archive_zip.hpp"

namespace grappe::exportation {
namespace {

constexpr std::string_view tete = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view office = "http://schemas.openxmlformats.org/officeDocument/2006";
constexpr std::string_view paquet = "http://schemas.openxmlformats.org/package/2006";
constexpr std::string_view w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view genre_word =
    "application/vnd.openxmlformats-officedocument.wordprocessingml";

// XML 1.0 knows no control character.
std::string echapper(std::string_view texte) {
    std::string sortie;
    for (const char c : texte) {
        if (c == '&')
            sortie += "&amp;";
        else if (c == '<')
            sortie += "&lt;";
        else if (c == '>')
            sortie += "&gt;";
        else if (static_cast<unsigned char>(c) >= 0x20)
            sortie += c;
        else if (c == '\n' || c == '\t')
            sortie += ' ';
    }
    return sortie;
}

std::string alinea(std::string_view style, std::string_view texte) {
    return fmt::format(
        "<w:p><w:pPr><w:pStyle w:val=\"{}\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t>"
        "</w:r></w:p>",
        style, echapper(texte));
}

// In twentieths of a point, between the margins of an A4 page.
constexpr int largeur_du_texte = 11906 - 2 * 1134;

// Word processors follow the widths of the cells, or those of the grid: both are told.
std::vector<int> largeurs_de(const std::vector<ColonneDocx>& colonnes) {
    int somme = 0;
    for (const auto& colonne : colonnes) somme += colonne.largeur;
    std::vector<int> largeurs;
    for (const auto& colonne : colonnes)
        largeurs.push_back(largeur_du_texte * colonne.largeur / somme);
    return largeurs;
}

struct Cellule {
    std::string_view texte, style;
    int largeur;
};

std::string cellule(const Cellule& une) {
    return fmt::format("<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/></w:tcPr>{}</w:tc>",
                       une.largeur, alinea(une.style, une.texte));
}

std::string types() {
    return fmt::format(
        "{0}<Types xmlns=\"{1}/content-types\"><Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        "<Override PartName=\"/word/document.xml\" ContentType=\"{2}.document.main+xml\"/>"
        "<Override PartName=\"/word/styles.xml\" ContentType=\"{2}.styles+xml\"/>"
        "<Override PartName=\"/docProps/core.xml\" "
        "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>",
        tete, paquet, genre_word);
}

std::string liens() {
    return fmt::format(
        "{0}<Relationships xmlns=\"{1}/relationships\"><Relationship Id=\"r1\" "
        "Type=\"{2}/relationships/officeDocument\" Target=\"word/document.xml\"/>"
        "<Relationship Id=\"r2\" Type=\"{1}/relationships/metadata/core-properties\" "
        "Target=\"docProps/core.xml\"/></Relationships>",
        tete, paquet, office);
}

std::string liens_du_document() {
    return fmt::format(
        "{0}<Relationships xmlns=\"{1}/relationships\"><Relationship Id=\"r1\" "
        "Type=\"{2}/relationships/styles\" Target=\"styles.xml\"/></Relationships>",
        tete, paquet, office);
}

std::string style(std::string_view id, std::string_view nom, std::string_view alinea_pr,
                  std::string_view signe_pr) {
    return fmt::format(
        "<w:style w:type=\"paragraph\" w:styleId=\"{}\"><w:name w:val=\"{}\"/>"
        "<w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>{}</w:pPr><w:rPr>{}</w:rPr></w:style>",
        id, nom, alinea_pr, signe_pr);
}

std::string styles() {
    return fmt::format(
               "{}<w:styles xmlns:w=\"{}\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts "
               "w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"21\"/>"
               "<w:lang w:val=\"fr-FR\"/></w:rPr></w:rPrDefault></w:docDefaults>"
               "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
               "<w:name w:val=\"Normal\"/><w:pPr><w:spacing w:after=\"120\" w:line=\"276\" "
               "w:lineRule=\"auto\"/></w:pPr></w:style>",
               tete, w) +
           style("Titre1", "heading 1",
                 "<w:keepNext/><w:spacing w:after=\"240\"/><w:outlineLvl w:val=\"0\"/>",
                 "<w:b/><w:sz w:val=\"36\"/>") +
           style("Titre2", "heading 2",
                 "<w:keepNext/><w:spacing w:before=\"320\" w:after=\"120\"/>"
                 "<w:outlineLvl w:val=\"1\"/>",
                 "<w:b/><w:sz w:val=\"26\"/>") +
           style("Puce", "List Bullet",
                 "<w:ind w:left=\"360\" w:hanging=\"240\"/><w:spacing w:after=\"60\"/>", "") +
           style("ACompleter", "À compléter",
                 "<w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"8\" "
                 "w:color=\"B34000\"/></w:pBdr><w:shd w:val=\"clear\" w:fill=\"FFF3C4\"/>",
                 "<w:i/>") +
           style("Cellule", "Cellule", "<w:spacing w:before=\"40\" w:after=\"40\" w:line=\"240\"/>",
                 "<w:sz w:val=\"18\"/>") +
           style("Entete", "Entête de tableau",
                 "<w:keepNext/><w:spacing w:before=\"40\" w:after=\"40\" w:line=\"240\"/>",
                 "<w:b/><w:sz w:val=\"18\"/>") +
           "</w:styles>";
}

std::string proprietes(std::string_view titre, std::string_view cree_le) {
    return fmt::format(
        "{0}<cp:coreProperties xmlns:cp=\"{1}/metadata/core-properties\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{2}</dc:title>"
        "<dc:creator>Grappe</dc:creator><dc:language>fr-FR</dc:language>"
        "<dcterms:created xsi:type=\"dcterms:W3CDTF\">{3}</dcterms:created></cp:coreProperties>",
        tete, paquet, echapper(titre), cree_le);
}

}  // namespace

DocumentDocx::DocumentDocx(std::string_view titre, core::Instant cree_le)
    : titre_{titre}, cree_le_{cree_le.utc_text()} {}

void DocumentDocx::titre(std::string_view texte) { corps_ += alinea("Titre1", texte); }
void DocumentDocx::sous_titre(std::string_view texte) { corps_ += alinea("Titre2", texte); }
void DocumentDocx::paragraphe(std::string_view texte) { corps_ += alinea("Normal", texte); }
void DocumentDocx::a_completer(std::string_view texte) { corps_ += alinea("ACompleter", texte); }

void DocumentDocx::puce(std::string_view texte) {
    corps_ += alinea("Puce", "•  " + std::string{texte});
}

void DocumentDocx::tableau(const std::vector<ColonneDocx>& colonnes,
                           const std::vector<std::vector<std::string>>& lignes, Rangs rangs) {
    constexpr std::string_view trait = " w:val=\"single\" w:sz=\"4\" w:color=\"999999\"/>";
    corps_ += fmt::format("<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblBorders>",
                          largeur_du_texte);
    for (const auto* bord : {"top", "left", "bottom", "right", "insideH", "insideV"})
        corps_ += fmt::format("<w:{}{}", bord, trait);
    corps_ += "</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>";
    const auto largeurs = largeurs_de(colonnes);
    for (const auto largeur : largeurs) corps_ += fmt::format("<w:gridCol w:w=\"{}\"/>", largeur);
    corps_ += "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
    for (std::size_t n = 0; n < colonnes.size(); ++n)
        corps_ += cellule({colonnes[n].titre, "Entete", largeurs[n]});
    corps_ += "</w:tr>";
    const std::string_view hauteur =
        rangs == Rangs::a_signer ? "<w:trHeight w:val=\"1134\" w:hRule=\"atLeast\"/>" : "";
    for (const auto& ligne : lignes) {
        corps_ += fmt::format("<w:tr><w:trPr><w:cantSplit/>{}</w:trPr>", hauteur);
        for (std::size_t n = 0; n < ligne.size(); ++n)
            corps_ += cellule({ligne[n], "Cellule", largeurs.at(n)});
        corps_ += "</w:tr>";
    }
    corps_ += "</w:tbl>" + alinea("Normal", "");
}

std::string DocumentDocx::octets() && {
    ArchiveZip archive;
    archive.ajouter("[Content_Types].xml", types());
    archive.ajouter("_rels/.rels", liens());
    archive.ajouter(
        "word/document.xml",
        fmt::format("{}<w:document xmlns:w=\"{}\"><w:body>{}<w:sectPr><w:pgSz w:w=\"11906\" "
                    "w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" "
                    "w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>"
                    "</w:body></w:document>",
                    tete, w, corps_));
    archive.ajouter("word/_rels/document.xml.rels", liens_du_document());
    archive.ajouter("word/styles.xml", styles());
    archive.ajouter("docProps/core.xml", proprietes(titre_, cree_le_));
    return std::move(archive).octets();
}

}  // namespace grappe::exportation
