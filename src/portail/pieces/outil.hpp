// Outil: another program that reads a file that somebody sent: apart from the server, without its
// memory, its keys or its environment, for a few seconds and a bounded room.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace grappe::pieces {

// Closes what it holds.
class Descripteur {
public:
    explicit Descripteur(int numero) : numero_{numero} {}
    ~Descripteur();
    Descripteur(Descripteur&& autre) noexcept : numero_{autre.numero_} { autre.numero_ = -1; }
    Descripteur(const Descripteur&) = delete;
    Descripteur& operator=(const Descripteur&) = delete;
    Descripteur& operator=(Descripteur&&) = delete;

    int numero() const { return numero_; }  // below zero: it could not be opened
    void fermer();

private:
    int numero_;
};

// What a tool reads: a file, or bytes that another one made. Below zero: it cannot be read.
Descripteur lecture_de(const std::string& chemin);
Descripteur lecture_d_octets(const std::string& octets);

// What it writes on its output, `sortie_max` at most. Empty: it is not installed, took too long or
// too much, or failed.
std::optional<std::string> sortie_de(const std::vector<std::string>& mots,
                                     const Descripteur& entree);

}  // namespace grappe::pieces
