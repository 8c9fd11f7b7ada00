// The order of rows in a record, and the row that a stored version is.
#include "dui/colonnes/rangee.hpp"

#include <algorithm>

#include "dui/colonnes/placement.hpp"

namespace grappe::colonnes {

bool avant(fait::Type type, const Rangee& une, const Rangee& autre) {
    const auto a = cle_de_tri(type, une), b = cle_de_tri(type, autre);
    return a != b ? a < b : une.numero < autre.numero;
}

void trier(fait::Type type, std::span<Rangee> rangees) {
    const auto ordre = [type](const Rangee& une, const Rangee& autre) {
        return avant(type, une, autre);
    };
    if (!std::is_sorted(rangees.begin(), rangees.end(), ordre))
        std::sort(rangees.begin(), rangees.end(), ordre);
}

Rangee rangee_de(const VersionVue& version) {
    const auto& f = version.fait;
    Rangee rangee{};
    rangee.debut = f.debut.value_or(0);
    rangee.fin = f.fin.value_or(sans_fin);
    rangee.numero = static_cast<std::uint64_t>(version.numero) & ((std::uint64_t{1} << 48U) - 1);
    rangee.etat = static_cast<unsigned char>(f.etat);
    rangee.projet_impossible = f.type == fait::Type::sejour && !f.reste.empty();
    rangee.de = version.enregistrement;
    rangee.jusque = toujours;
    return rangee;
}

}  // namespace grappe::colonnes
