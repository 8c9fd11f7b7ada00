// Weak duality, in integers.
#include "portail/proposition/borne.hpp"

#include <algorithm>

namespace grappe::proposition {
namespace {

// Products stay under 2^100; 5 000 variables by 203 rows add 20 bits: 128 bits hold them.
core::i128 plus_grand_multiplicateur(const Ligne& ligne) {
    std::int64_t plus_grand = std::max<std::int64_t>(1, std::abs(ligne.au_plus));
    for (const auto un : ligne.coefficients) plus_grand = std::max(plus_grand, std::abs(un));
    return (core::i128{1} << 100) / plus_grand;
}

}  // namespace

Borne::Borne(const Modele& modele) : modele_{&modele}, ecarts_(modele.variables()) {
    for (const auto& ligne : modele.lignes)
        plus_grands_.push_back(plus_grand_multiplicateur(ligne));
}

void Borne::calculer(const Choisis& choisis, const std::vector<core::i128>& multiplicateurs,
                     bool avec_but) {
    for (std::size_t j = 0; j < ecarts_.size(); ++j)
        ecarts_[j] = avec_but ? unite_de_borne * modele_->but[j] : 0;
    valeur_ = 0;
    for (std::size_t r = 0; r < plus_grands_.size(); ++r) {
        const auto y = std::clamp<core::i128>(multiplicateurs[r], 0, plus_grands_[r]);
        if (y == 0) continue;
        const auto& ligne = modele_->lignes[r];
        valeur_ += y * ligne.au_plus;
        for (std::size_t j = 0; j < ecarts_.size(); ++j) ecarts_[j] -= y * ligne.coefficients[j];
    }
    for (std::size_t j = 0; j < ecarts_.size(); ++j)
        if (choisis[j] == Choix::retenu || (choisis[j] == Choix::libre && ecarts_[j] > 0))
            valeur_ += ecarts_[j];
}

void Borne::du_but(const Choisis& choisis, const std::vector<core::i128>& multiplicateurs) {
    calculer(choisis, multiplicateurs, true);
}

void Borne::des_lignes(const Choisis& choisis, const std::vector<core::i128>& multiplicateurs) {
    calculer(choisis, multiplicateurs, false);
}

std::int64_t Borne::arrondie() const {
    const auto quotient = valeur_ / unite_de_borne;
    const auto bas = valeur_ % unite_de_borne < 0 ? quotient - 1 : quotient;
    return static_cast<std::int64_t>(std::clamp<core::i128>(bas, INT64_MIN / 2, INT64_MAX / 2));
}

void Borne::fixer(Choisis& choisis, std::int64_t cible) const {
    const auto reste = valeur_ - unite_de_borne * cible;
    for (std::size_t j = 0; j < choisis.size(); ++j) {
        if (choisis[j] != Choix::libre) continue;
        if (ecarts_[j] > reste)
            choisis[j] = Choix::retenu;
        else if (-ecarts_[j] > reste)
            choisis[j] = Choix::ecarte;
    }
}

}  // namespace grappe::proposition
