// French words for instants, sizes and pieces.
#include "portail/documents/mots.hpp"

#include <fmt/format.h>

namespace grappe::documents {

std::string dire(const rules::Phrases& phrases, std::string_view code) {
    return phrases.rendre(code, {});
}

std::string jour_en_francais(core::Date jour) {
    std::string texte;
    rules::ajouter_valeur(texte, jour);
    return texte;
}

std::string heure_de(const core::Zone& zone, core::Instant instant) {
    const auto civil = zone.text(instant);  // "2024-05-25T00:00:00+02:00"
    return fmt::format("{} à {} h {} min {} s", jour_en_francais(zone.day_of(instant)),
                       civil.substr(11, 2), civil.substr(14, 2), civil.substr(17, 2));
}

std::string taille_en_francais(std::int64_t octets) {
    constexpr std::int64_t kio = 1024, mio = kio * 1024;
    if (octets < kio) return fmt::format("{} octets", octets);
    const bool petit = octets < mio;
    const auto dixiemes = octets * 10 / (petit ? kio : mio);
    return fmt::format("{},{} {}", dixiemes / 10, dixiemes % 10, petit ? "Kio" : "Mio");
}

std::string libelle_de_piece(const rules::Phrases& phrases, std::string_view type) {
    const auto code = "regle." + std::string{type};
    return phrases.contient(code) ? dire(phrases, code) : std::string{type};
}

}  // namespace grappe::documents
