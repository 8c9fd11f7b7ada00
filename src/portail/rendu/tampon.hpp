// Tampon: bytes being written, fast: one check of room, then a plain copy. Named as std::string.
#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

namespace grappe::rendu {

class Tampon {
public:
    explicit Tampon(std::size_t octets_prevus) { agrandir(octets_prevus); }
    Tampon(Tampon&&) = default;  // and no copy: two would write to one place
    Tampon& operator=(Tampon&&) = default;
    ~Tampon() = default;

    std::size_t taille() const { return ecrits_; }

    [[gnu::always_inline]] void append(std::string_view octets) {
        copier(place(octets.size()), octets);
        ecrits_ += octets.size();
    }
    // `avant`, the text, `apres`: one check of room for the three.
    [[gnu::always_inline]] void entourer(std::string_view avant, std::string_view texte,
                                         std::string_view apres) {
        const auto octets = avant.size() + texte.size() + apres.size();
        auto* vers = place(octets);
        copier(vers, avant);
        copier(vers + avant.size(), texte);
        copier(vers + avant.size() + texte.size(), apres);
        ecrits_ += octets;
    }
    [[gnu::always_inline]] void push_back(char octet) {
        *place(1) = octet;
        ++ecrits_;
    }
    struct Portion {
        std::size_t debut = 0, fin = 0;
    };
    // Once more what is already written.
    [[gnu::always_inline]] void redire(Portion portion) {
        const auto octets = portion.fin - portion.debut;
        auto* vers = place(octets);
        std::memcpy(vers, octets_.get() + portion.debut, octets);
        ecrits_ += octets;
    }
    std::string_view vue() const { return {octets_.get(), ecrits_}; }
    std::string texte() const { return std::string{vue()}; }
    // Keeps `vue()` as it is, for whoever sends it later.
    std::shared_ptr<const void> gardien() const { return octets_; }

private:
    // Most pieces are short: two moves that may overlap cost less than a call.
    [[gnu::always_inline]] static void copier(char* vers, std::string_view octets) {
        const auto nombre = octets.size();
        if (nombre > 32) {
            std::memcpy(vers, octets.data(), nombre);
        } else if (nombre >= 16) {
            deux_moities<16>(vers, octets);
        } else if (nombre >= 8) {
            deux_moities<8>(vers, octets);
        } else if (nombre >= 4) {
            deux_moities<4>(vers, octets);
        } else {
            for (std::size_t i = 0; i < nombre; ++i) vers[i] = octets[i];
        }
    }
    template <std::size_t Taille>
    static void deux_moities(char* vers, std::string_view octets) {
        const auto reste = octets.size() - Taille;
        std::memcpy(vers, octets.data(), Taille);
        std::memcpy(vers + reste, octets.data() + reste, Taille);
    }
    [[gnu::always_inline]] char* place(std::size_t octets) {
        if (place_ - ecrits_ < octets) agrandir(octets);
        return octets_.get() + ecrits_;
    }
    // Twice the room, never filled with zeros first as a string would be.
    void agrandir(std::size_t octets) {
        const auto place = std::max(ecrits_ + octets, 2 * place_);
        auto plus_grand = std::make_shared_for_overwrite<char[]>(place);
        if (ecrits_ > 0) std::memcpy(plus_grand.get(), octets_.get(), ecrits_);
        octets_ = std::move(plus_grand);
        place_ = place;
    }

    std::shared_ptr<char[]> octets_;
    std::size_t place_ = 0;
    std::size_t ecrits_ = 0;
};

// The inside of a JSON text: what JSON asks to escape is escaped, UTF-8 stays as it is.
void ajouter_echappe(Tampon& sortie, std::string_view texte);
void ajouter_echappe(std::string& sortie, std::string_view texte);

}  // namespace grappe::rendu
