// A progress bar on the error output; a line every tenth where no terminal listens.
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>

namespace grappe::cli {

class Progression {
public:
    Progression(std::FILE* sortie, std::string titre);
    Progression(const Progression&) = delete;
    Progression& operator=(const Progression&) = delete;
    ~Progression();

    void avancer(std::uint64_t faits, std::uint64_t total);

private:
    std::FILE* sortie_;
    std::string titre_;
    bool terminal_;
    int affiche_ = -1;  // the last percentage shown
};

}  // namespace grappe::cli
