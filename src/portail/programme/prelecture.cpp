// The id of a call, read without its tree.
#include "portail/programme/prelecture.hpp"

#include <algorithm>

#include "core/texte.hpp"

namespace grappe::programme {
namespace {

// The text of `appel = "…"`, when the line is that and at most a comment.
std::optional<std::string_view> valeur_d_appel(std::string_view ligne) {
    constexpr std::string_view cle = "appel";
    auto reste = core::trimmed(ligne.substr(cle.size()));
    if (!reste.starts_with('=')) return std::nullopt;
    reste = core::trimmed(reste.substr(1));
    const auto fin = reste.find('"', 1);
    if (!reste.starts_with('"') || fin == std::string_view::npos) return std::nullopt;
    const auto valeur = reste.substr(1, fin - 1);
    const auto suite = core::trimmed(reste.substr(fin + 1));
    const bool simple = valeur.find('\\') == std::string_view::npos;
    if (!simple || !(suite.empty() || suite.starts_with('#'))) return std::nullopt;
    return valeur;
}

}  // namespace

std::optional<std::string_view> identifiant_annonce(std::string_view texte) {
    while (!texte.empty()) {
        const auto fin = std::min(texte.find('\n'), texte.size());
        const auto ligne = core::trimmed(texte.substr(0, fin));
        texte.remove_prefix(std::min(fin + 1, texte.size()));
        const auto contient = [&](std::string_view signe) {
            return ligne.find(signe) != std::string_view::npos;
        };
        // A table, or a text or a list that may go on over several lines.
        if (contient("[") || contient("{") || contient("\"\"\"") || contient("'''"))
            return std::nullopt;
        if (ligne.starts_with("appel")) return valeur_d_appel(ligne);
    }
    return std::nullopt;
}

}  // namespace grappe::programme
