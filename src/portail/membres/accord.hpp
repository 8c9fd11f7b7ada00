// Accord: the part that a member agreed to, and how its agreement ended, if it did.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/instant.hpp"
#include "core/named.hpp"
#include "storage/reader.hpp"

namespace grappe::membres {

enum class FinDAccord { part_changee, repris, membre_ote };

constexpr auto names(FinDAccord) {
    using enum FinDAccord;
    return std::to_array<core::Named<FinDAccord>>(
        {{part_changee, "part_changee"}, {repris, "repris"}, {membre_ote, "membre_ote"}});
}

struct Accord {
    std::string id;
    std::string membre;
    std::string part;       // the text that was agreed to
    std::string empreinte;  // of that text
    int version;            // of the dossier's content
    std::string donne_par;  // account
    core::Instant donne_le;
    std::optional<core::Instant> fini_le{};
    std::optional<FinDAccord> fin{};

    bool tient() const { return !fini_le; }
};

void ajouter(storage::Writer& db, const Accord& accord);
void finir(storage::Writer& db, const Accord& accord, FinDAccord fin, core::Instant maintenant);

// The last one of each member of a dossier, whether it holds or not.
std::vector<Accord> derniers_accords(storage::Reader& db, std::string_view dossier);
std::optional<Accord> dernier_accord(storage::Reader& db, std::string_view membre);

}  // namespace grappe::membres
