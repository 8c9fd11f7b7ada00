// Bilan: where the money of an envelope is, and by which kinds of moves it came there. Each figure
// is a sum of moves. Pure.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "portail/enveloppe/enveloppe.hpp"

namespace grappe::enveloppe {

// Moves that are alike, together: their places are those of no dossier.
struct Flux {
    Genre genre;
    Place de, vers;
    core::Money montant;
    std::int64_t nombre;
};

// A kind of move as one envelope sees it: a cession is received by one and given by the other.
enum class Poste { dote, recu, cede, reserve, engage, verse, revenu, libere, recouvre };

constexpr auto names(Poste) {
    using enum Poste;
    return std::to_array<core::Named<Poste>>({{dote, "dote"},
                                              {recu, "recu"},
                                              {cede, "cede"},
                                              {reserve, "reserve"},
                                              {engage, "engage"},
                                              {verse, "verse"},
                                              {revenu, "revenu"},
                                              {libere, "libere"},
                                              {recouvre, "recouvre"}});
}

using ParCompte = std::map<Compte, core::Money>;  // what came there, less what left it

struct LigneDeBilan {
    ParCompte comptes;  // without `source`
    std::int64_t nombre = 0;
};

class Bilan {
public:
    Bilan(Enveloppe enveloppe,
          std::span<const Flux> flux);  // those of other envelopes are left out

    const Enveloppe& enveloppe() const { return enveloppe_; }
    core::Money solde(Compte compte) const;
    std::int64_t mouvements() const;
    const std::map<Poste, LigneDeBilan>& postes() const { return postes_; }  // those with a move

private:
    void compter(const Flux& flux);

    Enveloppe enveloppe_;
    std::map<Poste, LigneDeBilan> postes_;
};

}  // namespace grappe::enveloppe
