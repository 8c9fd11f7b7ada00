// Intervention: what an administrator did to a dossier, with its reason: a row that is never
// changed, read by whoever reads the history of the dossier.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/instant.hpp"
#include "core/named.hpp"
#include "rules/phrases.hpp"
#include "storage/reader.hpp"

namespace grappe::teleservice {

enum class GenreDIntervention {
    reouverture,
    amendement,
    prolongation,
    echeance,
    membre,
    porteur,
    correction
};

constexpr auto names(GenreDIntervention) {
    using enum GenreDIntervention;
    return std::to_array<core::Named<GenreDIntervention>>({{reouverture, "reouverture"},
                                                           {amendement, "amendement"},
                                                           {prolongation, "prolongation"},
                                                           {echeance, "echeance"},
                                                           {membre, "membre"},
                                                           {porteur, "porteur"},
                                                           {correction, "correction"}});
}

struct Intervention {
    int numero = 0;  // given by `ajouter`
    GenreDIntervention genre;
    std::string objet{};                      // a FINESS EJ, the number of a request, a field
    std::string avant{}, apres{};             // states, dates, addresses, values
    std::optional<core::Instant> jusqu_au{};  // the dossier can be deposited until then
    std::optional<int> version{};             // of the content, as it is corrected
    std::string motif;
    std::string par;
    core::Instant faite_le;
};

// Oldest first.
std::vector<Intervention> interventions(storage::Reader& db, std::string_view dossier);
Intervention ajouter(storage::Writer& db, std::string_view dossier,
                     const Intervention& intervention);

// The deposit of this dossier is open until then, whatever its window; empty: nobody said so.
std::optional<core::Instant> ouvert_jusqu_au(storage::Reader& db, std::string_view dossier);

// In French, without its reason: "Délai de dépôt prolongé jusqu'au 15 juin 2024 inclus."
std::string phrase_de(const Intervention& intervention, const rules::Phrases& phrases);

// The last day that ends before that instant, in Paris.
core::Date dernier_jour(core::Instant jusqu_au);

}  // namespace grappe::teleservice
