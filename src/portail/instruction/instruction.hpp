// Instruction: what a desk decides of a deposited dossier. Each decision is a row with its author,
// its instant and its reason; the last one counts, the earlier ones stay readable.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/instant.hpp"
#include "core/named.hpp"

namespace grappe::instruction {

// Of a piece, and of what a rule leaves to the authority.
enum class Conformite { conforme, non_conforme, sans_objet };

constexpr auto names(Conformite) {
    using enum Conformite;
    return std::to_array<core::Named<Conformite>>(
        {{conforme, "conforme"}, {non_conforme, "non_conforme"}, {sans_objet, "sans_objet"}});
}

enum class Issue { recevable, irrecevable };

constexpr auto names(Issue) {
    return std::to_array<core::Named<Issue>>(
        {{Issue::recevable, "recevable"}, {Issue::irrecevable, "irrecevable"}});
}

// How a request for complements ended: all was accepted, or the desk went on without.
enum class Cloture { acceptee, reprise };

constexpr auto names(Cloture) {
    return std::to_array<core::Named<Cloture>>(
        {{Cloture::acceptee, "acceptee"}, {Cloture::reprise, "reprise"}});
}

struct Verdict {
    int numero;
    std::string piece;
    Conformite verdict;
    std::string motif;  // a code of the reason list, or the words of who decided
    std::string texte;  // free; may be empty
    std::string par;
    core::Instant rendu_le;
};

struct PieceDemandee {
    std::string type;                        // "DOC-05"
    std::optional<std::string> organisme{};  // FINESS EJ
    std::optional<std::string> piece{};      // the one to replace
    std::string texte{};                     // what is expected; may be empty
    std::optional<std::string> acceptee{};   // the piece that the desk accepted
};

struct Demande {
    int numero;
    std::string textes;  // what is asked in words; paragraphs are lines
    core::Date echeance;
    std::string par;
    core::Instant faite_le;
    std::optional<core::Instant> close_le;
    std::optional<Cloture> cloture;
    std::vector<PieceDemandee> pieces;

    bool ouverte() const { return !close_le; }
};

struct Reponse {
    int numero;
    int version;  // of the content, as it is corrected
    std::string texte;
    std::string par;
    core::Instant faite_le;
};

struct Appreciation {
    int numero;
    std::string regle;
    std::string objet;  // a FINESS, a type of piece; empty: wherever the rule found it
    Conformite decision;
    std::string motif;
    std::string par;
    core::Instant rendue_le;
};

struct Decision {
    int numero;
    Issue issue;
    std::string motif;
    std::string par;
    core::Instant decidee_le;
};

struct Note {
    int numero;
    std::string texte;
    std::string par;
    core::Instant ecrite_le;
};

struct Affectation {
    int numero;
    std::optional<std::string> instructeur;  // account; empty: nobody any more
    std::string par;
    core::Instant faite_le;
};

inline constexpr std::size_t texte_max = 8000;  // bytes of what a person writes in one go

// The last verdict of a piece; null: none.
const Verdict* verdict_de(const std::vector<Verdict>& verdicts, std::string_view piece);

// The last decision about what a rule found there; null: none.
const Appreciation* appreciation_de(const std::vector<Appreciation>& appreciations,
                                    std::string_view regle, std::string_view objet);

}  // namespace grappe::instruction
