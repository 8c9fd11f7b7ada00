// ModeleTexte: a model of modeles/documents, lines with a mark each, filled with a dossier's facts.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "portail/documents/matiere.hpp"

namespace grappe::documents {

// "# " title, "## " heading, "- " item of a list, "! " what its author still writes, "@essms",
// "@organismes", "@signatures" a table; any other line is a paragraph. {fact} and
// {fact|word|words} as in locale/fr.txt.
class ModeleTexte {
public:
    enum class Genre { titre, sous_titre, puce, a_completer, paragraphe, tableau };
    struct Bloc {
        Genre genre;
        std::string texte;  // filled; of a table its name
    };

    // Codes of rules::Phrases::charger, "modele.tableau" with the unknown table.
    static core::Result<ModeleTexte> lire(std::string_view texte);
    // The same with the tables that its writer knows.
    static core::Result<ModeleTexte> lire(std::string_view texte,
                                          std::span<const std::string_view> tableaux);

    std::vector<Bloc> blocs(const rules::Faits& faits) const;
    std::string titre(const Matiere& matiere) const;  // the first title
    std::string en_docx(const Matiere& matiere, const SourceDesModeles& source) const;

private:
    struct Ligne {
        Genre genre;
        std::string texte;  // a code of `phrases_`, or the name of a table
    };
    static Ligne classer(std::string_view ligne);

    std::vector<Ligne> lignes_;
    rules::Phrases phrases_;
};

}  // namespace grappe::documents
