// Coffre: a key kept in a file of its own, and what it seals; the database alone opens nothing.
#pragma once

#include <string>
#include <string_view>

#include "core/confidential.hpp"
#include "core/result.hpp"

namespace grappe::secret {

class Coffre {
public:
    // Reads the key, or makes it on first use: readable by its owner only, whole or not at all.
    // Refusals "coffre.illisible", "coffre.ouvert_a_tous" (others may read the file).
    static core::Result<Coffre> ouvrir(const std::string& fichier);
    static Coffre neuf();  // in memory: tests

    // Sealed text, bound to `proprietaire`: it opens for nobody else.
    std::string sceller(std::string_view clair, std::string_view proprietaire) const;
    // Code "coffre.autre_cle": another key, another owner, or a changed text.
    core::Result<std::string> desceller(std::string_view scelle,
                                        std::string_view proprietaire) const;

    // A digest that needs the key: addresses and accounts are counted without being written.
    std::string empreinte(std::string_view texte) const;
    // Tells two keys apart and says nothing of them.
    std::string marque() const { return empreinte("marque du coffre"); }

private:
    explicit Coffre(std::string cle) : cle_{std::move(cle)} {}

    core::Confidential<std::string> cle_;
};

}  // namespace grappe::secret
