// ObjetJson: one line of NDJSON as an object of simple values, read without a copy where possible.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace grappe::lecture {

inline constexpr std::size_t octets_par_ligne = std::size_t{1} << 20U;
inline constexpr std::size_t niveaux_max = 64;

// An object, or a list that holds more than texts, is `autre`: no field of a line is one.
enum class Genre : std::uint8_t { nul, booleen, entier, nombre, texte, textes, autre };

struct Champ {
    std::string_view cle;
    Genre genre = Genre::nul;
    bool vrai = false;
    std::int64_t entier = 0;
    std::string_view texte;                  // decoded
    std::uint32_t premier = 0, combien = 0;  // of `textes`
};

// `autre_chose`: not one JSON object and nothing else (RFC 8259, UTF-8, 64 levels at most), or it
// holds the character U+0000. `trop_de_champs`: more than 200.
enum class Lu { objet, autre_chose, champ_repete, trop_de_champs, trop_long };

// Read again and again, so that its memory serves every line. What it answers lives until the next
// line is read, and as long as the text of this one.
class ObjetJson {
public:
    bool lire(std::string_view ligne) { return (lu_ = analyser(ligne)) == Lu::objet; }
    Lu lu() const { return lu_; }

    std::span<const Champ> champs() const { return champs_; }
    // Null: absent, or written `null`.
    const Champ* trouver(std::string_view cle) const;
    std::span<const std::string_view> textes(const Champ& champ) const;

private:
    friend class Recepteur;

    Lu analyser(std::string_view ligne);

    Lu lu_ = Lu::autre_chose;
    std::vector<Champ> champs_;
    std::vector<std::string_view> textes_;
    std::deque<std::string> decodes_;
};

}  // namespace grappe::lecture
