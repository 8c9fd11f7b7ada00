// DocumentDocx: a text that people complete in their word processor (ISO/IEC 29500), in memory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/instant.hpp"

namespace grappe::exportation {

struct ColonneDocx {
    std::string titre;
    int largeur;  // share of the width; shares are relative to their sum
};
enum class Rangs { serres, a_signer };  // high enough for a signature by hand

// Texts are UTF-8. Styles carry the outline; the language is French; a table's first row is its
// head, repeated on each page.
class DocumentDocx {
public:
    DocumentDocx(std::string_view titre, core::Instant cree_le);

    void titre(std::string_view texte);
    void sous_titre(std::string_view texte);
    void paragraphe(std::string_view texte);
    void puce(std::string_view texte);
    void a_completer(std::string_view texte);  // marked: what its author still writes
    void tableau(const std::vector<ColonneDocx>& colonnes,
                 const std::vector<std::vector<std::string>>& lignes, Rangs rangs);

    std::string octets() &&;

private:
    std::string titre_, cree_le_, corps_;
};

}  // namespace grappe::exportation
