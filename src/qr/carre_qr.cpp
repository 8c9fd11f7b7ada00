// QR codes over libqrencode.
#include "qr/carre_qr.hpp"

#include <qrencode.h>

#include <memory>
#include <new>

namespace grappe::qr {
namespace {

struct Fin {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

}  // namespace

Carre carre_qr(const std::string& texte) {
    const std::unique_ptr<QRcode, Fin> code{
        QRcode_encodeString(texte.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1)};
    if (!code) throw std::bad_alloc{};
    Carre carre{.cote = code->width, .noirs = {}};
    const int modules = code->width * code->width;
    for (int rang = 0; rang < modules; ++rang) carre.noirs.push_back((code->data[rang] & 1U) != 0);
    return carre;
}

}  // namespace grappe::qr
