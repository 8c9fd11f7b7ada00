// Cutting of texts into words, in their order.
#include "portail/instruction/index_des_mots.hpp"

#include <algorithm>
#include <string>

namespace grappe::instruction {
namespace {

// "  les tilleuls " gives "les" and "tilleuls".
template <class Voir>
void chaque_mot(std::string_view texte, const Voir& voir) {
    for (auto debut = texte.find_first_not_of(' '); debut != texte.npos;
         debut = texte.find_first_not_of(' ', debut)) {
        const auto fin = std::min(texte.find(' ', debut), texte.size());
        voir(texte.substr(debut, fin - debut));
        debut = fin;
    }
}

}  // namespace

IndexDesMots::IndexDesMots(std::vector<Ligne> lignes) : lignes_{std::move(lignes)} {
    for (std::uint32_t place = 0; place < lignes_.size(); ++place)
        chaque_mot(lignes_[place]->recherche, [&](std::string_view mot) {
            mots_.push_back({mot, place});
        });
    std::ranges::sort(mots_, {}, &Mot::mot);
}

std::size_t IndexDesMots::premier(std::string_view debut) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(mots_, debut, {}, &Mot::mot) -
                                    mots_.begin());
}

bool a_un_mot(std::string_view texte, std::string_view debut) {
    return texte.find(" " + std::string{debut}) != texte.npos;
}

}  // namespace grappe::instruction
