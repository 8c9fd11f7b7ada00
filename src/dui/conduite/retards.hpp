// Retards: what an establishment owes late, or within some days, from each stay that goes on.
#pragma once

#include <map>

#include "dui/conduite/conduite.hpp"
#include "dui/echeance/liste.hpp"
#include "dui/sejour/acte.hpp"

namespace grappe::conduite {

inline constexpr int jours_annonces = 30;

// Moved, never copied: `liste` refers to `suivis`.
struct Retards {
    std::vector<echeance::Suivi> suivis{};
    std::map<std::string, std::string> personnes{};  // of each stay, by id
    echeance::Liste liste{};
    std::size_t a_completer = 0;  // stays of which something must be asked first
    bool secteur_inconnu = false;
};
Retards retards_de(const Conduite& conduite, storage::Reader& db, std::string_view finess_et,
                   core::Date jour);

}  // namespace grappe::conduite
