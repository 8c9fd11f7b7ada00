// Keeping of landmarks, one version a dossier.
#include "portail/espace/reperes.hpp"

namespace grappe::espace {

std::optional<Reperes> ReperesGardes::trouver(std::string_view dossier, int version) const {
    const std::lock_guard tenu{verrou_};
    const auto trouve = par_dossier_.find(std::string{dossier});
    if (trouve == par_dossier_.end() || trouve->second.version != version) return std::nullopt;
    return trouve->second.reperes;
}

void ReperesGardes::garder(std::string_view dossier, int version, Reperes reperes) {
    constexpr std::size_t au_plus = 4096;
    const std::lock_guard tenu{verrou_};
    if (par_dossier_.size() >= au_plus) par_dossier_.clear();
    par_dossier_.insert_or_assign(std::string{dossier}, Gardes{version, std::move(reperes)});
}

}  // namespace grappe::espace
