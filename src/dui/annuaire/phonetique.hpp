// Phonetique: how a French name sounds, so that two spellings of one name meet.
#pragma once

#include <string>
#include <string_view>

namespace grappe::annuaire {

// A few letters and digits for the sounds of one word given as `lettres_de` writes it. Our own
// rules, after the principle of the French Soundex and Phonex: what is not heard goes, what is
// heard alike is written alike.
// - h and final s, t, d, x, z go; er, ez, et at the end are é; an e that does not begin is mute;
// - o, au, eau; i, y; ai, ei, é, eu: each group one vowel; ou, oi are others;
// - in, ain, ein, un, yn: 1; an, en: 2; on: 3, where no vowel and no other n or m follows; m as n;
// - ph: f; chr, chl: kr, kl; ch, sch, sh: x; gn: n; c, k, q, qu: k, or s before e, i, y; g before
// e, i, y: j; w: v;
// - s between vowels: z; what is doubled is written once.
std::string sons_de(std::string_view lettres);

}  // namespace grappe::annuaire
