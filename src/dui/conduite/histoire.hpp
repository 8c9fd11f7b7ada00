// What happened in the stays of a person, and what a stay owes, in words.
#pragma once

#include "dui/conduite/conduite.hpp"
#include "dui/echeance/echeance.hpp"
#include "dui/rencontre/rencontre.hpp"
#include "dui/sejour/acte.hpp"
#include "web/page/formulaire.hpp"
#include "web/page/vue.hpp"

namespace grappe::conduite {

// Entries, exits, acts, absences and moves up to that day, the latest first, bounded.
page::Vue::Liste histoire_de(const Conduite& conduite, storage::Reader& db,
                             const rencontre::Rencontre& rencontre, core::Date au);

// Whose it is, where the page is of several persons.
struct Titulaire {
    std::string nom{}, adresse{};
};
page::Vue obligation_vue(const dui::Services& services, const echeance::Obligation& une,
                         Titulaire titulaire);

std::string adresse_du_sejour(std::string_view personne, std::string_view sejour);

// The version that a form says it saw; -1: none that is one.
std::int64_t version_vue(const page::Formulaire& dit);

}  // namespace grappe::conduite
