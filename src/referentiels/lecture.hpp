// Reading of FINESS files of every generation: recognised by content, streamed line by line.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/named.hpp"
#include "core/result.hpp"
#include "referentiels/etablissement.hpp"
#include "referentiels/territoires.hpp"

namespace grappe::referentiels {

enum class FormatFiness { cs1100502, cs1100507, t_finess, finess_plus, csv_entete };
constexpr auto names(FormatFiness) {
    using enum FormatFiness;
    return std::to_array<core::Named<FormatFiness>>({{cs1100502, "cs1100502"},
                                                     {cs1100507, "cs1100507"},
                                                     {t_finess, "t_finess"},
                                                     {finess_plus, "finess_plus"},
                                                     {csv_entete, "csv_entete"}});
}

// A line refused or accepted with a remark. `code` is a sentence of locale/fr.txt.
struct Remarque {
    std::int64_t ligne;     // 1-based; for JSON, the rank of the establishment
    std::string_view code;  // "registre.cle_fausse"
    std::string detail;
    std::string texte;  // the raw line, cut at 300 bytes; refused lines only
};

struct Coordonnees {
    std::int32_t latitude_e6;
    std::int32_t longitude_e6;
};

// Where the reader delivers, in file order. Coordinates may come after their establishment.
struct Destination {
    std::function<void(std::int64_t ligne, const Etablissement&)> etablissement;
    std::function<void(std::int64_t ligne, std::string_view finess_et, Coordonnees)> coordonnees;
    std::function<void(const Remarque&)> rejet;
    std::function<void(const Remarque&)> avertissement;
    std::function<void(std::uint64_t octets_lus)> progres;  // bytes of the file as stored
};

struct EnTeteFiness {
    FormatFiness format;
    std::optional<core::Date> date;  // date of the register, when the file says it
};

// Reads a whole file, gzip or not, in the encodings that occur. Codes: "registre.illisible",
// "registre.format_inconnu", "registre.trop_grand". Duplicates are the caller's to see.
// Memory stays flat: one line at a time (FINESS+: one legal entity at a time).
// A file without a date of its own has the one of its name ("…-20210108.csv.gz"), if there is one.
core::Result<EnTeteFiness> lire_finess(const std::string& chemin, const Territoires& territoires,
                                       const Destination& destination);

// The same from any source of bytes (flux.hpp), as uploads and tests have them.
class SourceOctets;
core::Result<EnTeteFiness> lire_octets(SourceOctets& source, const Territoires& territoires,
                                       const Destination& destination);

}  // namespace grappe::referentiels
