// Table: reads one table of a neutral tree key by key, notes every fault, and knows the keys that
// nobody read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "arbre/arbre.hpp"
#include "core/date.hpp"
#include "core/named.hpp"
#include "saisie/faute.hpp"

namespace grappe::saisie {

using arbre::Noeud;

inline constexpr std::size_t octets_par_texte = 4'000;

enum class Presence { requis, facultatif };

// Nothing is answered where the key is absent or at fault. The tree and the faults outlive it.
class Table {
public:
    Table(const Noeud& noeud, std::string chemin, Fautes& fautes);

    std::optional<std::string> texte(std::string_view cle, Presence presence);
    std::optional<std::int64_t> entier(std::string_view cle, Presence presence);
    std::optional<bool> booleen(std::string_view cle, Presence presence);
    std::optional<core::Date> jour(std::string_view cle, Presence presence);
    template <class E>
    std::optional<E> mot(std::string_view cle, Presence presence);
    std::vector<std::string> textes(std::string_view cle);  // of a list, none twice
    std::vector<Table> lignes(std::string_view cle);        // a list of tables
    std::optional<Table> table(std::string_view cle);
    // The keys of this table, where it is read as a whole rather than key by key.
    std::vector<std::string_view> cles() const;

    void fautif(std::string_view cle, std::string_view code, rules::Faits faits);
    void finir();  // notes a fault for each key that nobody read

private:
    const Noeud* membre(std::string_view cle, Presence presence);
    // Of that kind, or else a fault of that code.
    const Noeud* attendu(std::string_view cle, Presence presence, Noeud::Genre genre);
    bool lisible(std::string_view cle, std::string_view texte);
    std::string sous(std::string_view cle) const;

    const Noeud* noeud_;
    std::string chemin_;
    Fautes* fautes_;
    std::vector<std::string> lues_;
};

// "a, b, c"
template <class E>
std::string mots_admis() {
    std::string admis;
    for (const auto& [valeur, nom] : names(E{}))
        admis.append(admis.empty() ? "" : ", ").append(nom);
    return admis;
}

template <class E>
std::optional<E> Table::mot(std::string_view cle, Presence presence) {
    const auto* noeud = attendu(cle, presence, Noeud::Genre::texte);
    if (noeud == nullptr) return std::nullopt;
    if (const auto lu = core::named<E>(noeud->texte)) return lu;
    fautif(cle, "saisie.mot", {{"admis", mots_admis<E>()}});
    return std::nullopt;
}

}  // namespace grappe::saisie
