// Tampon: bytes being written, fast: one check of room, then a plain copy. Named as std::string.
#pragma once

#include <cstring>
#include <string>
#include <string_view>

namespace grappe::rendu {

class Tampon {
public:
    explicit Tampon(std::size_t octets_prevus) { agrandir(octets_prevus); }

    void append(std::string_view octets) {
        std::memcpy(place(octets.size()), octets.data(), octets.size());
        ecrits_ += octets.size();
    }
    void push_back(char octet) {
        *place(1) = octet;
        ++ecrits_;
    }
    std::string texte() && {
        octets_.resize(ecrits_);
        return std::move(octets_);
    }

private:
    char* place(std::size_t octets) {
        if (octets_.size() - ecrits_ < octets) agrandir(octets);
        return octets_.data() + ecrits_;
    }
    void agrandir(std::size_t octets) { octets_.resize(octets_.size() * 2 + octets); }

    std::string octets_;
    std::size_t ecrits_ = 0;
};

// The inside of a JSON text: what JSON asks to escape is escaped, UTF-8 stays as it is.
void ajouter_echappe(Tampon& sortie, std::string_view texte);
void ajouter_echappe(std::string& sortie, std::string_view texte);

}  // namespace grappe::rendu
