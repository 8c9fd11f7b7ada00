// One fact as its page shows it: what it says, who wrote it, when it was recorded, what it
// replaced.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dui/magasin/faits_repository.hpp"
#include "dui/pages/services.hpp"
#include "web/page/vue.hpp"

namespace grappe::dui {

using Anciennes = std::map<std::string, std::vector<magasin::Version>>;  // by the fact's id
using Signatures = std::map<std::int64_t, magasin::Signature>;           // by act of recording

page::Vue vue_du_fait(const Services& services, const magasin::Version& version,
                      const Anciennes& anciennes, const Signatures& signatures);

std::string etat_dit(const Services& services, fait::Etat etat);

}  // namespace grappe::dui
