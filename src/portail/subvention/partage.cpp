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
    if (gauche.denominateur == droite.denominateur) return gauche.numerateur > droite.numerateur;
    i128 produit_gauche = 0;
    i128 produit_droit = 0;
    const bool deborde =
        __builtin_mul_overflow(gauche.numerateur, droite.denominateur, &produit_gauche) ||
        __builtin_mul_overflow(droite.numerateur, gauche.denominateur, &produit_droit);
    if (!deborde) return produit_gauche > produit_droit;
    return Entier{gauche.numerateur} * Entier{droite.denominateur} >
           Entier{droite.numerateur} * Entier{gauche.denominateur};
}

// What a share has lost by keeping its whole part, and who it belongs to.
struct Reste {
    Quotient perdu;
    std::string_view cle;
    std::size_t place;
};

bool sert_avant(const Reste& un, const Reste& autre) {
    if (plus_grand(un.perdu, autre.perdu)) return true;
    return !plus_grand(autre.perdu, un.perdu) && un.cle < autre.cle;
}

std::vector<Reste> restes(const PartageAuPlusFortReste& partage) {
    std::vector<Reste> restes;
    restes.reserve(partage.quotients.size());
    for (std::size_t i = 0; i < partage.quotients.size(); ++i) {
        const auto [numerateur, denominateur] = partage.quotients[i];
        if (const i128 perdu = numerateur % denominateur; perdu != 0)
            restes.push_back({{perdu, denominateur}, partage.cles[i], i});
    }
    return restes;
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
    core::ensure(manque >= 0, "a total below its shares");
    if (manque == 0) return servies;

    auto perdus = restes(partage);
    core::ensure(manque <= static_cast<std::int64_t>(perdus.size()), "cents that no share lost");
    std::nth_element(perdus.begin(), perdus.begin() + (manque - 1), perdus.end(), sert_avant);
    for (std::int64_t i = 0; i < manque; ++i) ++servies[perdus[static_cast<std::size_t>(i)].place];
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
