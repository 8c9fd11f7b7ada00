// A version found by its digest, held in place of the call.
#include "portail/socle/figes.hpp"

namespace grappe::socle {

bool est_une_empreinte(std::string_view id) { return id.starts_with("sha256:"); }

Moyens figes(const Moyens& moyens, std::string_view empreinte) {
    auto figees = moyens;
    if (const auto* appel = moyens.appel(empreinte, core::Instant::of({})))
        figees.appel = [appel](std::string_view id, core::Instant) {
            return id == appel->id || id == appel->empreinte ? appel : nullptr;
        };
    return figees;
}

}  // namespace grappe::socle
