// Ages in days of 365.25, sorted: no birthday matters here.
#include "dui/demonstration/secteur.hpp"

#include <algorithm>

#include "core/calendar.hpp"

namespace grappe::demonstration {
namespace {

constexpr int jours_de_100_ans = 36'525;
// Years. Young adults stay in child protection up to 21; few are older than 60 where disability is
// accompanied.
constexpr int age_des_enfants = 18, age_des_anciens = 65;

bool a_domicile(const annuaire::Personne& personne, std::string_view finess_et, core::Date jour) {
    return std::ranges::any_of(personne.sejours, [&](const annuaire::Sejour& un) {
        return un.finess_et == finess_et && un.present(jour) && un.modalite == fait::Etat::domicile;
    });
}

}  // namespace

std::size_t secteur_de(std::span<const annuaire::Personne> presentes, std::string_view finess_et,
                       core::Date jour) {
    std::vector<int> ages;
    std::size_t chez_elles = 0;
    for (const auto& une : presentes) {
        if (une.naissance)
            ages.push_back(core::days_between(*une.naissance, jour) * 100 / jours_de_100_ans);
        if (a_domicile(une, finess_et, jour)) ++chez_elles;
    }
    if (ages.empty()) return pa;
    std::ranges::nth_element(ages, ages.begin() + static_cast<std::ptrdiff_t>(ages.size() / 2));
    const auto mediane = ages[ages.size() / 2];
    if (mediane < age_des_enfants) return pde;
    if (mediane < age_des_anciens) return ph;
    return chez_elles * 2 > presentes.size() ? dom : pa;
}

}  // namespace grappe::demonstration
