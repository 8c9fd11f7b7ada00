// Contrôle: leaves of a signed report drawn by its desk from a public seed, and the openings that
// its porteur sends back, verified and kept with what was found.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "identity/preference_courrier.hpp"
#include "portail/usages/acces.hpp"
#include "rules/phrases.hpp"

namespace grappe::usages {

inline constexpr std::int64_t tirage_max = 1000;  // leaves
inline constexpr std::size_t preuves_max = std::size_t{16} * 1024 * 1024;

enum class IssueDesPreuves { justes, refusees };

constexpr auto names(IssueDesPreuves) {
    return std::to_array<core::Named<IssueDesPreuves>>(
        {{IssueDesPreuves::justes, "justes"}, {IssueDesPreuves::refusees, "refusees"}});
}

struct Preuves {
    int rang;
    std::string empreinte;  // of the file
    core::Instant recu_le;
    std::int64_t ouvertures;
    IssueDesPreuves issue;
    std::vector<std::string> reproches;  // sentences
};

struct Tirage {
    std::string id;
    int rang;  // of the report: 1, 2…
    std::string graine;
    std::int64_t nombre;
    std::string source;  // where the seed was published
    core::Instant fait_le;
    std::vector<Preuves> preuves{};  // oldest first

    // The last word: nothing until proofs come.
    const Preuves* dernieres() const { return preuves.empty() ? nullptr : &preuves.back(); }
};
std::vector<Tirage> tirages_de(storage::Reader& db, std::string_view rapport);

// The same seed and number give the same draw, once. Codes of `demander_le_rapport`,
// "tirage.graine", "usages.tirage_nombre", "usages.tirage_source" (Reason::invalid),
// "usages.tirage_declare" (Reason::conflict: nothing stands behind declared figures).
struct NouveauTirage {
    std::string_view rapport, graine;
    std::int64_t nombre;
    std::string_view source;
};
// Who has to answer, the porteur of a dossier of the report, is told by mail.
core::Result<Tirage> tirer(storage::Writer& db, const Demandeur& qui, const NouveauTirage& voulu,
                           const identity::Poste& poste);

// As `grappe-portail rapport tirage` writes it. Codes of `demander_le_rapport`,
// "usages.tirage_inconnu".
struct TirageVise {
    std::string_view rapport, tirage;
};
core::Result<std::string> fichier_du_tirage(storage::Reader& db, const Demandeur& qui,
                                            const TirageVise& vise);

// The same bytes for the same draw: the same answer. Wrong openings are kept too, with the reasons;
// a file whose form is not that of openings is not: nobody knows what it may hold. Codes of
// `fichier_du_tirage`, "usages.preuves_illisibles" (the detail is the first reason, a sentence).
struct PreuvesRecues {
    TirageVise vise;
    std::string_view octets;
};
core::Result<Preuves> recevoir_les_preuves(storage::Writer& db, const Demandeur& qui,
                                           const PreuvesRecues& recues,
                                           const rules::Phrases& phrases);

}  // namespace grappe::usages
