// DocumentPdf: a tagged A4 document written downwards, page after page, in memory.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace grappe::exportation {

enum class Alignement { gauche, droite };

struct Colonne {
    std::string titre;
    int largeur;  // share of the width; shares are relative to their sum
    Alignement alignement;
};

// Texts are UTF-8. Every block is tagged (H1, H2, P, Table, TR, TH, TD), so that a screen reader
// follows it. Table heads are repeated on each page.
class DocumentPdf {
public:
    DocumentPdf(std::string_view titre, std::string_view pied);
    ~DocumentPdf();
    DocumentPdf(const DocumentPdf&) = delete;
    DocumentPdf& operator=(const DocumentPdf&) = delete;

    void titre(std::string_view texte);
    void sous_titre(std::string_view texte);
    void paragraphe(std::string_view texte);
    void chiffre(std::string_view valeur, std::string_view legende);  // large figure and its words
    void tableau(const std::vector<Colonne>& colonnes,
                 const std::vector<std::vector<std::string>>& lignes);

    std::string octets() &&;  // ends the document

private:
    struct Page;

    std::unique_ptr<Page> page_;
};

}  // namespace grappe::exportation
