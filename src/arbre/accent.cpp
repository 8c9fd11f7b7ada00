// A walk over TOML that only tells texts and comments from the rest.
#include "arbre/accent.hpp"

#include <algorithm>

namespace grappe::arbre {
namespace {

constexpr std::string_view marque_d_ordre = "\xEF\xBB\xBF";

bool triple(std::string_view texte, std::size_t ou) {
    return ou + 2 < texte.size() && texte[ou] == texte[ou + 1] && texte[ou] == texte[ou + 2];
}

// The position after the text that opens at `ou`; a text of one line ends with its line.
std::size_t apres_le_texte(std::string_view texte, std::size_t ou) {
    const char guillemet = texte[ou];
    const bool long_texte = triple(texte, ou);
    const bool echappe = guillemet == '"';
    std::size_t place = ou + (long_texte ? 3 : 1);
    while (place < texte.size()) {
        const char c = texte[place];
        if (c == '\n' && !long_texte) return place;
        if (c == '\\' && echappe)
            ++place;
        else if (c == guillemet && !long_texte)
            return place + 1;
        else if (c == guillemet && triple(texte, place))
            return place + 3;
        ++place;
    }
    return texte.size();
}

}  // namespace

Position position(std::string_view texte, std::size_t octet) {
    const auto avant = texte.substr(0, octet);
    const auto debut = avant.rfind('\n');
    const auto ligne = std::count(avant.begin(), avant.end(), '\n') + 1;
    const auto colonne = debut == std::string_view::npos ? octet + 1 : octet - debut;
    return {static_cast<int>(ligne), static_cast<int>(colonne)};
}

std::optional<Position> accent_hors_texte(std::string_view texte) {
    std::size_t place = texte.starts_with(marque_d_ordre) ? marque_d_ordre.size() : 0;
    while (place < texte.size()) {
        const char c = texte[place];
        if (static_cast<unsigned char>(c) > 127) return position(texte, place);
        if (c == '#')
            place = std::min(texte.find('\n', place), texte.size());
        else if (c == '"' || c == '\'')
            place = apres_le_texte(texte, place);
        else
            ++place;
    }
    return std::nullopt;
}

}  // namespace grappe::arbre
