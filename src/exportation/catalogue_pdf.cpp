// The catalogue written again at the end of the file, with two keys more.
#include "exportation/catalogue_pdf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

namespace grappe::exportation {
namespace {

constexpr std::string_view cles =
    "   /Lang (fr-FR)\n   /ViewerPreferences << /DisplayDocTitle true >>\n";

std::optional<std::string_view> apres(std::string_view texte, std::string_view mot) {
    const auto ou = texte.rfind(mot);
    if (ou == std::string_view::npos) return std::nullopt;
    return texte.substr(ou + mot.size());
}

// The digits that follow a word, after blanks.
std::string_view nombre_apres(std::string_view texte, std::string_view mot) {
    auto suite = apres(texte, mot).value_or("");
    while (!suite.empty() && (suite.front() == ' ' || suite.front() == '\n'))
        suite.remove_prefix(1);
    const auto fin =
        std::find_if(suite.begin(), suite.end(), [](char c) { return c < '0' || c > '9'; });
    return suite.substr(0, static_cast<std::size_t>(fin - suite.begin()));
}

struct Fin {
    std::string_view racine, taille, infos, table;  // numbers, as written in the trailer
    bool complete() const {
        return !racine.empty() && !taille.empty() && !infos.empty() && !table.empty();
    }
};

Fin lire_la_fin(std::string_view pdf) {
    const auto fin = apres(pdf, "trailer").value_or("");
    return {.racine = nombre_apres(fin, "/Root"),
            .taille = nombre_apres(fin, "/Size"),
            .infos = nombre_apres(fin, "/Info"),
            .table = nombre_apres(fin, "startxref")};
}

// "12 0 obj\n<< /Type /Catalog … >>\nendobj\n", without its end.
std::optional<std::string_view> objet(std::string_view pdf, std::string_view numero) {
    const auto tete = fmt::format("\n{} 0 obj\n", numero);
    const auto debut = pdf.rfind(tete);
    if (debut == std::string_view::npos) return std::nullopt;
    const auto fin = pdf.find(">>\nendobj", debut);
    if (fin == std::string_view::npos) return std::nullopt;
    return pdf.substr(debut + 1, fin - debut - 1);
}

}  // namespace

std::string completer_le_catalogue(std::string pdf) {
    const auto fin = lire_la_fin(pdf);
    if (!fin.complete()) return pdf;
    const auto catalogue = objet(pdf, fin.racine);
    if (!catalogue || catalogue->find("/Type /Catalog") == std::string_view::npos ||
        catalogue->find("/Lang") != std::string_view::npos)
        return pdf;
    const auto ou = pdf.size();
    auto suite = fmt::format("{}{}>>\nendobj\n", *catalogue, cles);
    suite += fmt::format(
        "xref\n{} 1\n{:010} 00000 n \ntrailer\n<< /Size {}\n   /Root {} 0 R\n   /Info {} 0 R\n"
        "   /Prev {}\n>>\nstartxref\n{}\n%%EOF\n",
        fin.racine, ou, fin.taille, fin.racine, fin.infos, fin.table, ou + suite.size());
    return pdf + suite;
}

}  // namespace grappe::exportation
