// The ten points of the candidate's kit, each answered by the rules that judge it.
#pragma once

#include <vector>

#include "portail/pages/services.hpp"
#include "rules/constat.hpp"
#include "web/page/vue.hpp"

namespace grappe::pages {

// `siret_inconnu`: the finding on the SIRET says nothing.
enum class Siret { connu, suppose };
page::Vue::Liste dix_points(const Services& services, const std::vector<rules::Constat>& constats,
                            Siret siret);

}  // namespace grappe::pages
