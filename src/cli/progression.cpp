// Drawing of the progress bar.
#include "cli/progression.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

#include "cli/session.hpp"

namespace grappe::cli {

Progression::Progression(std::FILE* sortie, std::string titre)
    : sortie_{sortie}, titre_{std::move(titre)}, terminal_{isatty(fileno(sortie)) == 1} {}

Progression::~Progression() {
    if (terminal_ && affiche_ >= 0) ecrire(sortie_, "\n");
}

void Progression::avancer(std::uint64_t faits, std::uint64_t total) {
    constexpr int entier = 100;
    const int part =
        total == 0 ? entier
                   : static_cast<int>(std::min<std::uint64_t>(faits * entier / total, entier));
    constexpr int dixieme = 10;
    if (part == affiche_ || (!terminal_ && part / dixieme == affiche_ / dixieme && affiche_ >= 0))
        return;
    affiche_ = part;
    if (!terminal_) return ecrire(sortie_, fmt::format("{} {} %\n", titre_, part));
    constexpr int largeur = 40;
    const auto pleins = static_cast<std::size_t>(part * largeur / entier);
    ecrire(sortie_, fmt::format("\r{} [{:<40}] {:3} %", titre_, std::string(pleins, '#'), part));
}

}  // namespace grappe::cli
