// Phrases: the French sentences of locale/fr.txt, by code, filled with the facts of a finding.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/result.hpp"
#include "rules/fait.hpp"

namespace grappe::rules {

// A sentence cut once: texts, facts and words that agree.
struct Gabarit {
    struct Morceau {
        enum class Genre { texte, fait, accord };
        Genre genre;
        std::string texte;  // the text, or the name of the fact
        std::string singulier, pluriel;
    };

    std::string code;
    std::vector<Morceau> morceaux;
};

// {nom} is the fact of that name: integers with thin spaces, amounts "1 034 000,00 €", dates
// "24 mai 2024", fractions "2/3", booleans "oui"/"non", texts as they are.
// {nom|mot|mots} chooses the word that agrees with the integer `nom` (0 and 1 are singular).
class Phrases {
public:
    // Codes "phrases.ligne" (a line without ` = `), "phrases.doublon", "phrases.gabarit".
    static core::Result<Phrases> charger(std::string_view texte_du_fichier);

    bool contient(std::string_view code) const;
    // An unknown code or a missing fact is a Bug.
    std::string rendre(std::string_view code, const Faits& faits) const;
    void ajouter(std::string& sortie, std::string_view code, const Faits& faits) const;
    // The sentence of a refusal, filled with its `detail`; without a sentence, its code.
    std::string dire(const core::Refusal& refus) const;

    // For many sentences: the template of a code is found once. It lives as long as the sentences.
    const Gabarit& trouver(std::string_view code) const;
    static void ajouter(std::string& sortie, const Gabarit& gabarit, const Faits& faits);

private:
    struct Empreinte {  // a code is looked up by its text, without a copy
        using is_transparent = void;
        std::size_t operator()(std::string_view code) const {
            return std::hash<std::string_view>{}(code);
        }
    };

    std::unordered_map<std::string, Gabarit, Empreinte, std::equal_to<>> gabarits_;
};

// How one fact is written in a French sentence.
void ajouter_valeur(std::string& sortie, const ValeurDeFait& valeur);

}  // namespace grappe::rules
