// Exact sharing of cents. Contract portail-check, "Amounts": largest remainder, FINESS order.
#include "portail/subvention/partage.hpp"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <limits>
#include <numeric>

#include "core/ensure.hpp"

namespace grappe::subvention {
namespace {

using core::i128;
using Entier = boost::multiprecision::cpp_int;

constexpr int bits_de_fraction = 60;
constexpr i128 unite = i128{1} << bits_de_fraction;
constexpr i128 demi = unite / 2;
constexpr i128 plus_grand_denominateur = i128{1} << 66;  // its remainders times `unite` fit

std::int64_t en_cents(i128 valeur) {
    core::ensure(valeur >= 0 && valeur <= std::numeric_limits<std::int64_t>::max(),
                 "a share leaves 64 bits");
    return static_cast<std::int64_t>(valeur);
}

Quotient reste(const Quotient& quotient) {
    return {quotient.numerateur % quotient.denominateur, quotient.denominateur};
}

std::int64_t somme_exacte_arrondie(std::span<const Quotient> termes) {
    Entier numerateur = 0;
    Entier denominateur = 1;
    for (const auto& terme : termes) {
        numerateur =
            numerateur * Entier{terme.denominateur} + denominateur * Entier{terme.numerateur};
        denominateur *= Entier{terme.denominateur};
        const Entier commun = gcd(numerateur, denominateur);
        numerateur /= commun;
        denominateur /= commun;
    }
    const Entier arrondi = (2 * numerateur + denominateur) / (2 * denominateur);
    core::ensure(arrondi <= std::numeric_limits<std::int64_t>::max(), "a sum leaves 64 bits");
    return static_cast<std::int64_t>(arrondi);
}

// A sum lies in [entiers + basse, entiers + basse + inexacts), the last two in 2^-60.
struct Encadrement {
    std::int64_t entiers = 0;
    i128 basse = 0;
    int inexacts = 0;
    bool fiable = true;
};

void ajouter(Encadrement& somme, const Quotient& terme) {
    somme.entiers += arrondi_inferieur(terme);
    somme.fiable &= terme.denominateur <= plus_grand_denominateur;
    if (!somme.fiable) return;
    const i128 decale = (terme.numerateur % terme.denominateur) * unite;
    somme.basse += decale / terme.denominateur;
    somme.inexacts += decale % terme.denominateur != 0;
}

bool plus_grand(const Quotient& gauche, const Quotient& droite) {
    i128 produit_gauche = 0;
    i128 produit_droit = 0;
    const bool deborde =
        __builtin_mul_overflow(gauche.numerateur, droite.denominateur, &produit_gauche) ||
        __builtin_mul_overflow(droite.numerateur, gauche.denominateur, &produit_droit);
    if (!deborde) return produit_gauche > produit_droit;
    return Entier{gauche.numerateur} * Entier{droite.denominateur} >
           Entier{droite.numerateur} * Entier{gauche.denominateur};
}

bool sert_avant(const PartageAuPlusFortReste& partage, std::size_t un, std::size_t autre) {
    const auto reste_un = reste(partage.quotients[un]);
    const auto reste_autre = reste(partage.quotients[autre]);
    if (plus_grand(reste_un, reste_autre)) return true;
    if (plus_grand(reste_autre, reste_un)) return false;
    return partage.cles[un] < partage.cles[autre];
}

}  // namespace

std::int64_t arrondi_inferieur(const Quotient& quotient) {
    return en_cents(quotient.numerateur / quotient.denominateur);
}

std::int64_t arrondi_demi_superieur(const Quotient& quotient) {
    const i128 entier = quotient.numerateur / quotient.denominateur;
    const i128 rest = quotient.numerateur % quotient.denominateur;
    return en_cents(rest >= quotient.denominateur - rest ? entier + 1 : entier);
}

std::int64_t somme_arrondie(std::span<const Quotient> termes) {
    Encadrement somme;
    for (const auto& terme : termes) ajouter(somme, terme);
    const i128 au_moins = (somme.basse + demi) / unite;
    const i128 au_plus = (somme.basse + somme.inexacts + demi) / unite;
    if (!somme.fiable || au_moins != au_plus) return somme_exacte_arrondie(termes);
    return en_cents(somme.entiers + au_moins);
}

std::vector<std::int64_t> parts(const PartageAuPlusFortReste& partage) {
    std::vector<std::int64_t> servies;
    servies.reserve(partage.quotients.size());
    for (const auto& quotient : partage.quotients) servies.push_back(arrondi_inferieur(quotient));

    const auto manque = partage.total - std::reduce(servies.begin(), servies.end());
    core::ensure(manque >= 0 && manque <= static_cast<std::int64_t>(servies.size()),
                 "a total does not match its shares");
    if (manque == 0) return servies;

    std::vector<std::size_t> ordre(servies.size());
    std::iota(ordre.begin(), ordre.end(), std::size_t{0});
    std::sort(ordre.begin(), ordre.end(),
              [&](auto un, auto autre) { return sert_avant(partage, un, autre); });
    for (std::size_t i = 0; i < static_cast<std::size_t>(manque); ++i) ++servies[ordre[i]];
    return servies;
}

std::vector<std::int64_t> parts_proportionnelles(std::int64_t total,
                                                 std::span<const std::int64_t> poids,
                                                 std::span<const std::string_view> cles) {
    const i128 somme = std::accumulate(poids.begin(), poids.end(), i128{0});
    core::ensure(somme > 0, "nothing to share in proportion to");
    std::vector<Quotient> quotients;
    quotients.reserve(poids.size());
    for (const auto valeur : poids) quotients.push_back({i128{total} * valeur, somme});
    return parts({.total = total, .quotients = quotients, .cles = cles});
}

}  // namespace grappe::subvention
