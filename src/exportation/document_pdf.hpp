// DocumentPdf: a tagged A4 document written downwards, page after page, in memory. The same calls
// give the same bytes.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/instant.hpp"
#include "exportation/frise.hpp"
#include "qr/carre_qr.hpp"

namespace grappe::exportation {

enum class Alignement { gauche, droite };
enum class Sens { portrait, paysage };

enum class Ecriture { texte, code };  // a digest, a number: each sign of one width

struct Colonne {
    std::string titre;
    int largeur;  // share of the width; shares are relative to their sum
    Alignement alignement;
    Ecriture ecriture = Ecriture::texte;
};

struct ReglagesPdf {
    std::string titre, pied;
    core::Instant cree_le;
    Sens sens = Sens::portrait;
};

struct FaitPdf {
    std::string libelle, valeur;
    Ecriture ecriture = Ecriture::texte;
};

// Texts are UTF-8. Every block is tagged (H1, H2, P, Table, TR, TH, TD), so that a screen reader
// follows it; titles make the outline, the language is told. Table heads are repeated on each page.
class DocumentPdf {
public:
    explicit DocumentPdf(const ReglagesPdf& reglages);
    ~DocumentPdf();
    DocumentPdf(const DocumentPdf&) = delete;
    DocumentPdf& operator=(const DocumentPdf&) = delete;

    void titre(std::string_view texte);
    void sous_titre(std::string_view texte);
    void paragraphe(std::string_view texte);
    void chiffre(std::string_view valeur, std::string_view legende);  // large figure and its words
    void fiche(
        const std::vector<FaitPdf>& faits);  // what it is on the left, its value on the right
    void tableau(const std::vector<Colonne>& colonnes,
                 const std::vector<std::vector<std::string>>& lignes);
    // The same with a last row that sums up.
    void tableau(const std::vector<Colonne>& colonnes,
                 const std::vector<std::vector<std::string>>& lignes,
                 const std::vector<std::string>& total);
    // A code to photograph, beside its words and the address that it holds, which is a link.
    void adresse(const qr::Carre& code, std::string_view phrase, std::string_view adresse);
    void frise(const Frise& frise);
    void texte_brut(std::string_view texte);  // line by line, each sign of one width
    void nouvelle_page();

    std::string octets() &&;  // ends the document

private:
    struct Page;

    std::unique_ptr<Page> page_;
};

}  // namespace grappe::exportation
