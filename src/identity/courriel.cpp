// Reading of a mail address: what mail servers take without extension, no more.
#include "identity/courriel.hpp"

#include <algorithm>

#include "core/texte.hpp"

namespace grappe::identity {
namespace {

constexpr std::size_t adresse_au_plus = 254, local_au_plus = 64;

bool est_lettre_ou_chiffre(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool points_bien_places(std::string_view texte) {
    return !texte.empty() && texte.front() != '.' && texte.back() != '.' &&
           texte.find("..") == std::string_view::npos;
}

bool local_correct(std::string_view local) {
    constexpr std::string_view signes = "!#$%&'*+-/=?^_`{|}~.";
    return local.size() <= local_au_plus && points_bien_places(local) &&
           std::all_of(local.begin(), local.end(), [&](char c) {
               return est_lettre_ou_chiffre(c) || signes.find(c) != std::string_view::npos;
           });
}

bool domaine_correct(std::string_view domaine) {
    return points_bien_places(domaine) && domaine.front() != '-' && domaine.back() != '-' &&
           std::all_of(domaine.begin(), domaine.end(),
                       [](char c) { return est_lettre_ou_chiffre(c) || c == '-' || c == '.'; });
}

core::Refusal refus(const char* code) { return core::refuse(core::Reason::invalid, code); }

}  // namespace

core::Result<Courriel> Courriel::parse(std::string_view text) {
    text = core::trimmed(text);
    if (text.empty()) return refus("courriel.vide");
    if (std::any_of(text.begin(), text.end(), [](char c) { return c < 0; }))
        return refus("courriel.accents");
    const auto arobase = text.rfind('@');
    if (arobase == std::string_view::npos || text.size() > adresse_au_plus ||
        !local_correct(text.substr(0, arobase)) || !domaine_correct(text.substr(arobase + 1)))
        return refus("courriel.forme");
    return Courriel{std::string{text}};
}

std::string Courriel::cle() const {
    auto cle = text_;
    for (char& c : cle)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return cle;
}

std::string Courriel::boite() const {
    auto boite = cle();
    const auto arobase = boite.rfind('@'), plus = boite.find('+');
    if (plus > 0 && plus < arobase) boite.erase(plus, arobase - plus);
    return boite;
}

}  // namespace grappe::identity
