// QR codes as SVG, written as one path.
#include "qr/code_qr.hpp"

#include <fmt/format.h>

#include "qr/carre_qr.hpp"

namespace grappe::qr {
namespace {

constexpr int marge = 4;  // modules, as the standard asks

}  // namespace

std::string code_qr(const std::string& texte) {
    const auto code = carre_qr(texte);
    auto svg = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {0}\" "
        "shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{0}v{0}H0z\"/><path d=\"",
        code.cote + 2 * marge);
    for (int ligne = 0; ligne < code.cote; ++ligne)
        for (int colonne = 0; colonne < code.cote; ++colonne)
            if (code.noir(ligne, colonne))
                fmt::format_to(std::back_inserter(svg), "M{} {}h1v1h-1z", colonne + marge,
                               ligne + marge);
    return svg + "\"/></svg>\n";
}

}  // namespace grappe::qr
