// Reading and writing of moments.
#include "dui/magasin/moment.hpp"

#include "dui/fait/fait.hpp"

namespace grappe::magasin {
namespace {

constexpr std::int64_t par_seconde = 1'000'000;
constexpr std::size_t chiffres = 6;

}  // namespace

std::optional<Moment> Moment::parse(std::string_view texte) {
    const auto secondes = fait::repere_de(texte, fait::Unite::seconde);
    if (!secondes) return std::nullopt;
    std::string fraction{texte.substr(0, texte.size() - 1)};
    const auto point = fraction.find('.');
    fraction = point == std::string::npos ? "" : fraction.substr(point + 1);
    fraction.resize(chiffres, '0');
    return Moment{*secondes * par_seconde + std::stoll(fraction)};
}

Moment Moment::now() {
    return Moment{std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now())};
}

core::Instant Moment::seconde() const {
    return core::Instant::of(std::chrono::floor<std::chrono::seconds>(temps_));
}

std::string Moment::text() const {
    const auto tout = temps_.time_since_epoch().count();
    const auto micro = (tout % par_seconde + par_seconde) % par_seconde;
    auto texte = fait::texte_de((tout - micro) / par_seconde, fait::Unite::seconde);
    texte.pop_back();
    const auto fin = std::to_string(micro);
    return texte + "." + std::string(chiffres - fin.size(), '0') + fin + "Z";
}

}  // namespace grappe::magasin
