// pdftotext and pdftoppm (poppler-utils), zbarimg (zbar-tools).
#include "portail/pieces/code_du_fichier.hpp"

#include "portail/pieces/outil.hpp"

namespace grappe::pieces {
namespace {

constexpr const char* pages_de_texte = "30";
// The code stands on the last page of an agreement, and a scan may be of that page alone.
constexpr int pages_d_images = 6;

// The square of a page of 210 mm drawn at 150 points an inch has modules of some five points.
std::optional<std::string> page_dessinee(const std::string& chemin, int page) {
    const auto numero = std::to_string(page);
    return sortie_de({"pdftoppm", "-f", numero, "-l", numero, "-r", "150", "-gray", "-"},
                     lecture_de(chemin));
}

std::optional<std::string> carres_de(const std::string& image, const Descripteur& entree) {
    return sortie_de(
        {"zbarimg", "--quiet", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", image}, entree);
}

std::string_view genre_d_image(Format format) {
    if (format == Format::png) return "png:-";
    return format == Format::jpg ? "jpeg:-" : "gif:-";
}

}  // namespace

std::optional<CodeLu> lire_le_code(
    const std::string& chemin, Format format,
    const std::function<std::optional<std::string>(std::string_view)>& reconnaitre) {
    const auto trouve = [&](const std::optional<std::string>& lu,
                            Provenance provenance) -> std::optional<CodeLu> {
        const auto code = lu ? reconnaitre(*lu) : std::nullopt;
        return code ? std::optional{CodeLu{*code, provenance}} : std::nullopt;
    };
    if (format != Format::pdf)
        return trouve(carres_de(std::string{genre_d_image(format)}, lecture_de(chemin)),
                      Provenance::carre);
    const auto texte =
        sortie_de({"pdftotext", "-q", "-l", pages_de_texte, "-", "-"}, lecture_de(chemin));
    if (auto lu = trouve(texte, Provenance::texte)) return lu;
    for (int page = 1; page <= pages_d_images; ++page) {
        const auto dessin = page_dessinee(chemin, page);
        if (!dessin || dessin->empty()) return std::nullopt;
        if (auto lu = trouve(carres_de("pgm:-", lecture_d_octets(*dessin)), Provenance::carre))
            return lu;
    }
    return std::nullopt;
}

}  // namespace grappe::pieces
