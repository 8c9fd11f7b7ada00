// Magasin: the files of the dossiers, each named by its digest: `ab/abcdef…` in its folder. A file
// is whole and flushed before the row that names it; what no row names goes at the next start.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "core/result.hpp"
#include "portail/pieces/entrant.hpp"

namespace grappe::pieces {

class Magasin {
public:
    // Makes the folder when it is absent, readable by its owner only. Code "magasin.illisible".
    static core::Result<std::unique_ptr<Magasin>> ouvrir(const std::string& dossier);
    ~Magasin();
    Magasin(const Magasin&) = delete;
    Magasin& operator=(const Magasin&) = delete;

    // A file to be received, in the same file system.
    std::unique_ptr<Entrant> recevoir() const;

    // Gives the file its name, and flushes the folders. Ended and without failure only. A
    // std::runtime_error when the system refuses: no row may follow.
    void ranger(Entrant& entrant) const;

    std::string chemin(std::string_view sha256) const;

    // Removes what `connu` does not know, and what was being received, unless another process has
    // the magasin open: answers how many files went.
    int faire_le_menage(const std::function<bool(const std::string& sha256)>& connu);

private:
    Magasin(std::string dossier, int verrou) : dossier_{std::move(dossier)}, verrou_{verrou} {}

    std::string dossier_;
    int verrou_;
};

}  // namespace grappe::pieces
