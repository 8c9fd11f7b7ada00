// Ligne: one line of an import as a fact, or all that is wrong with it.
// Contract dui-indicateurs, "Lines of the import".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dui/fait/fait.hpp"
#include "dui/lecture/objet_json.hpp"

namespace grappe::lecture {

inline constexpr std::size_t octets_par_id = 500;

// `champ` is a field of the contract, or "json"; `code` has its sentence in locale/fr.txt. What was
// written is not repeated: a line is about a person.
struct Faute {
    std::string_view champ;
    std::string code;

    bool operator==(const Faute&) const = default;
};

struct Ligne {
    fait::Fait fait;
    bool corrige = false;
    std::vector<Faute> avertissements;
};

// Reads lines one after the other.
class LecteurDeLigne {
public:
    // Null: see `fautes`.
    const Ligne* lire(std::string_view texte);
    const std::vector<Faute>& fautes() const { return fautes_; }
    // The id of a line that says a person, even where the rest is wrong; empty otherwise. It lives
    // as long as the text that was read.
    std::string_view personne_annoncee() const { return personne_annoncee_; }
    // Of a line at fault, what could be read: its type and the persons it names are right, if any.
    // Null: its type is unknown.
    const fait::Fait* fautif() const { return ligne_ ? &ligne_->fait : nullptr; }

private:
    ObjetJson objet_;
    std::optional<Ligne> ligne_;
    std::vector<Faute> fautes_;
    std::string_view personne_annoncee_;
};

}  // namespace grappe::lecture
