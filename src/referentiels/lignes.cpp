// Cutting of a flux into lines and their decoding.
#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "core/texte.hpp"
#include "referentiels/flux.hpp"

namespace grappe::referentiels {
namespace {

constexpr std::string_view marque_utf8 = "\xEF\xBB\xBF";

bool est_controle(char c) { return (c >= 0 && c < ' ' && c != '\t') || c == '\x7F'; }

core::Refusal trop_grand(std::string detail) {
    return core::refuse(core::Reason::too_large, "registre.trop_grand", std::move(detail));
}

}  // namespace

// Eight bytes at a time, as every byte of a register passes here: a byte below 32 borrows from its
// high bit when 32 is taken away; 127 is a zero once flipped.
bool a_des_controles(std::string_view texte) {
    constexpr std::uint64_t uns = 0x0101010101010101U, hauts = uns * 0x80;
    std::uint64_t huit = 0;
    for (; texte.size() >= sizeof huit; texte.remove_prefix(sizeof huit)) {
        std::memcpy(&huit, texte.data(), sizeof huit);
        const auto nul_si_127 = huit ^ (uns * 0x7F);
        const auto trouve = ((huit - uns * 0x20) & ~huit) | ((nul_si_127 - uns) & ~nul_si_127);
        if ((trouve & hauts) == 0) continue;
        const auto groupe = texte.substr(0, sizeof huit);
        if (std::any_of(groupe.begin(), groupe.end(), est_controle)) return true;
    }
    return std::any_of(texte.begin(), texte.end(), est_controle);
}

void effacer_controles(std::string& texte) {
    std::replace_if(texte.begin(), texte.end(), est_controle, ' ');
}

// Sets texte_ to the bytes of the next line; a line inside one piece is not copied.
core::Result<bool> Lignes::prendre_brute() {
    a_cheval_.clear();
    for (;;) {
        const auto fin = morceau_.find('\n');
        const auto debut = morceau_.substr(0, fin);
        if (a_cheval_.size() + debut.size() > longueur_maximale)
            return trop_grand(fmt::format("ligne {}", numero_ + 1));
        if (fin != std::string_view::npos) {
            morceau_.remove_prefix(fin + 1);
            texte_ = a_cheval_.empty() ? debut : std::string_view{a_cheval_.append(debut)};
            return true;
        }
        a_cheval_ += debut;
        const auto suite = flux_.suite();
        if (!suite) return suite.error();
        morceau_ = *suite;
        if (!morceau_.empty()) continue;
        texte_ = a_cheval_;
        return !a_cheval_.empty();
    }
}

void Lignes::decoder() {
    if (texte_.ends_with('\r')) texte_.remove_suffix(1);
    if (numero_ == 1 && texte_.starts_with(marque_utf8)) texte_.remove_prefix(marque_utf8.size());
    const bool utf8 = core::is_utf8(texte_);
    const bool controles = a_des_controles(texte_);
    if (utf8 && !controles) return;
    decodee_ = utf8 ? std::string{texte_} : core::from_windows_1252(texte_);
    if (controles) effacer_controles(decodee_);
    texte_ = decodee_;
}

core::Result<bool> Lignes::suivante() {
    const auto prise = prendre_brute();
    if (!prise || !*prise) return prise;
    if (++numero_ > nombre_maximal) return trop_grand("plus de 5 millions de lignes");
    decoder();
    return true;
}

}  // namespace grappe::referentiels
