// The end stands before the text: "2024-05-24T12:00:00Z".
#include "secret/scelle.hpp"

namespace grappe::secret {
namespace {

constexpr std::size_t taille_d_un_instant = 20;

}  // namespace

std::string sceller_un_temps(const Coffre& coffre, const ASceller& texte) {
    return coffre.sceller(texte.expire_le.utc_text() + std::string{texte.clair},
                          texte.proprietaire);
}

std::optional<std::string> desceller_a_temps(const Coffre& coffre, std::string_view scelle,
                                             std::string_view proprietaire, core::Instant reel) {
    const auto clair = coffre.desceller(scelle, proprietaire);
    if (!clair || clair->size() < taille_d_un_instant) return std::nullopt;
    const auto expire_le = core::Instant::parse(clair->substr(0, taille_d_un_instant));
    if (!expire_le || *expire_le <= reel) return std::nullopt;
    return clair->substr(taille_d_un_instant);
}

}  // namespace grappe::secret
