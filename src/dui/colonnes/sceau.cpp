// Writing and reading of the seal.
#include "dui/colonnes/sceau.hpp"

#include <fmt/format.h>

#include "core/integer.hpp"
#include "secret/empreinte.hpp"

namespace grappe::colonnes {
namespace {

constexpr std::string_view entete = "grappe colonnes 1";

// The words of the next line of `texte`, which loses it.
std::vector<std::string_view> mots_de_la_ligne(std::string_view& texte) {
    const auto fin = std::min(texte.find('\n'), texte.size());
    auto ligne = texte.substr(0, fin);
    texte.remove_prefix(std::min(fin + 1, texte.size()));
    std::vector<std::string_view> mots;
    while (!ligne.empty()) {
        const auto espace = std::min(ligne.find(' '), ligne.size());
        mots.push_back(ligne.substr(0, espace));
        ligne.remove_prefix(std::min(espace + 1, ligne.size()));
    }
    return mots;
}

}  // namespace

std::string texte_du(const Sceau& sceau) {
    auto texte =
        fmt::format("{}\nbase {} {}\n", entete, sceau.couverture.marque, sceau.couverture.faits);
    for (std::size_t n = 0; n < sceau.fichiers.size(); ++n)
        texte += fmt::format("{} {} {}\n", fichiers_du_segment[n], sceau.fichiers[n].octets,
                             sceau.fichiers[n].empreinte);
    return texte + "sceau " + secret::empreinte(texte) + "\n";
}

std::optional<Sceau> sceau_de(std::string_view texte) {
    const auto ou = texte.rfind("sceau ");
    if (ou == std::string_view::npos) return std::nullopt;
    if (texte.substr(ou) != "sceau " + secret::empreinte(texte.substr(0, ou)) + "\n")
        return std::nullopt;
    if (!texte.starts_with(entete)) return std::nullopt;
    mots_de_la_ligne(texte);
    Sceau sceau;
    const auto base = mots_de_la_ligne(texte);
    if (base.size() != 3) return std::nullopt;
    sceau.couverture.marque = base[1];
    sceau.couverture.faits = core::integer<std::int64_t>(base[2]).value_or(-1);
    for (std::size_t n = 0; n < sceau.fichiers.size(); ++n) {
        const auto mots = mots_de_la_ligne(texte);
        if (mots.size() != 3 || mots[0] != fichiers_du_segment[n]) return std::nullopt;
        const auto octets = core::integer<std::uint64_t>(mots[1]);
        if (!octets) return std::nullopt;
        sceau.fichiers[n] = {*octets, std::string{mots[2]}};
    }
    return sceau;
}

}  // namespace grappe::colonnes
