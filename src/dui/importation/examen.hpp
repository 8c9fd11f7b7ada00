// The first pass of an import: every line is read, and what the second needs is kept.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "dui/importation/importation.hpp"
#include "dui/importation/lignes_du_fichier.hpp"

namespace grappe::importation {

// A set of ids that is asked by views of text.
struct EmpreinteDeTexte {
    using is_transparent = void;
    std::size_t operator()(std::string_view texte) const {
        return std::hash<std::string_view>{}(texte);
    }
};
using Ids = std::unordered_set<std::string, EmpreinteDeTexte, std::equal_to<>>;

// Faults and warnings, the first of them with their words.
class Registre {
public:
    explicit Registre(Bilan& bilan) : bilan_{bilan} {}

    void fautive(std::int64_t ligne, const lecture::Faute& faute);
    void avertir(std::int64_t ligne, const lecture::Faute& avertissement);
    void corriger() { corrections_ = true; }
    bool corrections() const { return corrections_; }  // a line corrects a fact
    // The lines at fault, ascending, each once.
    std::vector<std::int64_t> lignes() const;
    bool sain() const { return lignes_.empty(); }
    Bilan& bilan() { return bilan_; }
    // The same lines so far, told in another account.
    Registre sur(Bilan& autre) const;

private:
    Bilan& bilan_;
    std::vector<std::int64_t> lignes_;
    bool corrections_ = false;
};

// `personnes` receives those that the file says. Where faulty lines are left out, a person at
// fault is not known; else she is, and the lines about her are no further faults.
void examiner(LignesDuFichier& lignes, const Demande& demande, Registre& registre, Ids& personnes);

}  // namespace grappe::importation
