// QR codes over libqrencode, written as one path.
#include "portail/pages/code_qr.hpp"

#include <fmt/format.h>
#include <qrencode.h>

#include <memory>
#include <new>

namespace grappe::pages {
namespace {

struct Fin {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

constexpr int marge = 4;  // modules, as the standard asks

}  // namespace

std::string code_qr(const std::string& texte) {
    const std::unique_ptr<QRcode, Fin> code{
        QRcode_encodeString(texte.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1)};
    if (!code) throw std::bad_alloc{};
    const int cote = code->width + 2 * marge;
    auto svg = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {0}\" "
        "shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{0}v{0}H0z\"/><path d=\"",
        cote);
    for (int ligne = 0; ligne < code->width; ++ligne)
        for (int colonne = 0; colonne < code->width; ++colonne)
            if (code->data[ligne * code->width + colonne] & 1U)
                fmt::format_to(std::back_inserter(svg), "M{} {}h1v1h-1z", colonne + marge,
                               ligne + marge);
    return svg + "\"/></svg>\n";
}

}  // namespace grappe::pages
