// Journal: append-only lines, each chained to the one before by its digest.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/instant.hpp"
#include "core/named.hpp"
#include "core/result.hpp"
#include "storage/base.hpp"

namespace grappe::audit {

enum class Issue { fait, refuse };

constexpr auto names(Issue) {
    return std::to_array<core::Named<Issue>>({{Issue::fait, "fait"}, {Issue::refuse, "refuse"}});
}

inline constexpr std::string_view personne = "personne";  // nobody is signed in
inline constexpr std::string_view commande = "commande";  // the command line

struct Fait {
    std::string acteur;  // id of an account, `personne` or `commande`
    std::string acte;    // "session.ouvrir"
    std::string objet;   // "compte:3f…"; empty: none
    Issue issue = Issue::fait;
    std::string detail{};  // code of a refusal or a short fact; never personal data
};

// In the transaction of the act.
void noter(storage::Writer& db, const Fait& fait, core::Instant instant);

// In a transaction of its own, after the refused act was rolled back.
void noter_seul(storage::Base& base, const Fait& fait, core::Instant instant);

struct Tete {
    std::int64_t numero = 0;  // lines
    std::string empreinte{};  // of the last one
};

// The head of a sound journal. Refusals, whose detail is the number of the first broken line:
// "journal.ligne_changee", "journal.ligne_manquante", "journal.ligne_ajoutee",
// "journal.fin_coupee", "journal.tete_inconnue" (the given head is not a line of this journal).
core::Result<Tete> verifier(storage::Reader& db, const std::optional<Tete>& connue);

}  // namespace grappe::audit
