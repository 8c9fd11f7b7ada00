// Enveloppe: the money of a call at a desk, as a double-entry ledger. A move takes euros from one
// place to another, so that the sum of all places never changes; balances are sums of moves, and
// none is stored. Pure. Source: catalogue 5.5 (reserved when favourable, committed at signature,
// paid by halves), SEL-05, §2.9.
#pragma once

#include <compare>
#include <map>
#include <string>
#include <vector>

#include "core/money.hpp"
#include "core/named.hpp"
#include "core/result.hpp"

namespace grappe::enveloppe {

// Where a euro is. `source` is outside: what was given by it is what it owes, below zero.
enum class Compte { source, disponible, reserve, engage, verse };

constexpr auto names(Compte) {
    using enum Compte;
    return std::to_array<core::Named<Compte>>({{source, "source"},
                                               {disponible, "disponible"},
                                               {reserve, "reserve"},
                                               {engage, "engage"},
                                               {verse, "verse"}});
}

// Why it moves.
enum class Genre { ouvrir, reserver, engager, verser, liberer, recouvrer, ceder, revenir };

constexpr auto names(Genre) {
    using enum Genre;
    return std::to_array<core::Named<Genre>>({{ouvrir, "ouvrir"},
                                              {reserver, "reserver"},
                                              {engager, "engager"},
                                              {verser, "verser"},
                                              {liberer, "liberer"},
                                              {recouvrer, "recouvrer"},
                                              {ceder, "ceder"},
                                              {revenir, "revenir"}});
}

struct Enveloppe {
    std::string appel;
    std::string guichet;  // code of a region, or "national"

    auto operator<=>(const Enveloppe&) const = default;
};

struct Place {
    Enveloppe enveloppe;
    Compte compte;
    std::string dossier{};  // of what is reserved, committed or paid; empty elsewhere

    auto operator<=>(const Place&) const = default;
};

struct Mouvement {
    Genre genre;
    Place de, vers;
    core::Money montant;
};

// Money that a dossier holds, or is to hold.
struct Somme {
    Enveloppe enveloppe;
    std::string dossier;
    core::Money montant;
};

// The only moves that there are.
Mouvement ouverture(const Enveloppe& enveloppe, core::Money montant);
Mouvement reservation(const Somme& somme);
Mouvement engagement(const Somme& somme);               // of what was reserved
Mouvement versement(const Somme& somme);                // of what was committed
Mouvement liberation(const Somme& somme, Compte tenu);  // reserved or committed, free again
Mouvement recouvrement(const Somme& somme);             // paid, and given back
Mouvement retour(const Somme& somme);                   // paid, sent back by the bank: committed
Mouvement cession(const Enveloppe& de, const Enveloppe& vers, core::Money montant);

// What is at each place; a place that nothing names holds nothing.
class Soldes {
public:
    core::Money a(const Place& place) const;
    core::Money disponible(const Enveloppe& enveloppe) const;
    // Of one account of an envelope, whatever the dossier.
    core::Money total(const Enveloppe& enveloppe, Compte compte) const;

    // Codes "enveloppe.montant" (nothing, or less), "enveloppe.depassee" (Reason::conflict: the
    // place does not hold it; the detail is what is missing). Then nothing has moved.
    core::Result<void> passer(const Mouvement& mouvement);
    // As it was written: rows were accepted once.
    void relire(const Mouvement& mouvement);

    // Of every place, `source` included: always zero.
    core::Money somme() const;
    const std::map<Place, core::Money>& places() const { return places_; }

private:
    std::map<Place, core::Money> places_;
};

}  // namespace grappe::enveloppe
