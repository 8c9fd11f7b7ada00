// One version a dossier.
#include "portail/espace/seuils_dits.hpp"

namespace grappe::espace {

std::optional<SeuilsDits> SeuilsGardes::trouver(const Juge& juge) const {
    const std::lock_guard tenu{verrou_};
    const auto trouve = par_dossier_.find(std::string{juge.dossier});
    if (trouve == par_dossier_.end()) return std::nullopt;
    const auto& [version, dits] = trouve->second;
    const bool le_meme = version == juge.version && dits.pieces == juge.pieces;
    return le_meme ? std::optional{dits} : std::nullopt;
}

void SeuilsGardes::garder(std::string_view dossier, int version, SeuilsDits seuils_dits) {
    constexpr std::size_t au_plus = 4096;
    const std::lock_guard tenu{verrou_};
    if (par_dossier_.size() >= au_plus) par_dossier_.clear();
    par_dossier_.insert_or_assign(std::string{dossier}, Gardes{version, std::move(seuils_dits)});
}

}  // namespace grappe::espace
