// The two ways, and which one an id takes.
#include "dui/fhir/id_logique.hpp"

#include <algorithm>

#include "secret/empreinte.hpp"

namespace grappe::fhir {
namespace {

constexpr std::string_view signes =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.";
constexpr std::size_t au_plus = 64, prefixe = 2;

bool est_admis(std::string_view id) {
    return !id.empty() && id.size() <= au_plus &&
           id.find_first_not_of(signes) == std::string_view::npos && !id.starts_with("x.") &&
           !id.starts_with("h.") && id != "." && id != "..";
}

}  // namespace

std::string en_signes(std::string_view octets) {
    auto texte = secret::en_base64_url(octets);
    std::ranges::replace(texte, '_', '.');  // which an id may hold
    return texte;
}

std::optional<std::string> depuis_les_signes(std::string_view texte) {
    if (texte.find('_') != std::string_view::npos) return std::nullopt;
    std::string base64{texte};
    std::ranges::replace(base64, '.', '_');
    auto octets = secret::de_base64_url(base64);
    // One way only to write each text.
    if (octets && en_signes(*octets) != texte) return std::nullopt;
    return octets;
}

std::string id_logique(std::string_view id) {
    if (est_admis(id)) return std::string{id};
    auto texte = en_signes(id);
    if (texte.size() + prefixe <= au_plus) return "x." + texte;
    return "h." + secret::empreinte(id).substr(0, au_plus - prefixe);
}

std::optional<std::string> id_de(std::string_view logique) {
    if (est_admis(logique)) return std::string{logique};
    if (!logique.starts_with("x.")) return std::nullopt;
    auto id = depuis_les_signes(logique.substr(prefixe));
    if (id && id_logique(*id) != logique) return std::nullopt;
    return id;
}

}  // namespace grappe::fhir
