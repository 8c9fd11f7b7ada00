// Champs: reads one table of a call file key by key, notes every fault, and knows the keys that
// nobody read.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "arbre/arbre.hpp"
#include "core/date.hpp"
#include "core/instant.hpp"
#include "core/money.hpp"
#include "core/named.hpp"
#include "portail/programme/defaut.hpp"
#include "rules/regle.hpp"
#include "rules/source.hpp"

namespace grappe::programme {

using arbre::Noeud;

// The documents that a file cites by a short name, and how often it does.
struct Document {
    std::string titre;
    const Noeud* noeud;
    bool cite = false;
};
using Documents = std::map<std::string, Document, std::less<>>;

// What reading one file needs: its name, its documents, the zone of the call, where faults go.
struct Lecture {
    std::string fichier;
    Documents* documents;
    core::Zone fuseau;
    Defauts* defauts;

    void refuser(const Noeud& ou, std::string chemin, std::string_view code,
                 rules::Faits faits) const;
};

// The known word nearest to `mot`, if it is near enough to be a slip of the hand.
std::optional<std::string> plus_proche(std::string_view mot,
                                       const std::vector<std::string_view>& connus);

std::string enumerer(const std::vector<std::string_view>& mots);  // "a, b, c"

// "aap §4.2.A": the short name of a document, then a section. Also {document, section}.
rules::Source lire_source(const Noeud& noeud, const std::string& chemin, const Lecture& lecture);

class Champs {
public:
    Champs(const Noeud& table, std::string chemin, const Lecture& lecture);

    const Noeud* facultatif(std::string_view cle);  // marks the key as known
    const Noeud* requis(std::string_view cle);      // notes a fault when absent
    void finir() const;                             // notes a fault for each unknown key

    std::string texte(std::string_view cle);
    std::vector<std::string> textes(std::string_view cle);
    // A list whose words are all among `possibles`; notes a fault for each other.
    std::vector<std::string> textes_parmi(std::string_view cle,
                                          const std::vector<std::string_view>& possibles);
    int entier(std::string_view cle);
    bool booleen(std::string_view cle);
    core::Money montant(std::string_view cle);
    core::Rate part(std::string_view cle);
    std::optional<core::Date> jour(std::string_view cle);
    std::optional<core::Instant> instant(std::string_view cle);
    rules::Source source(std::string_view cle);
    std::vector<Champs> lignes(std::string_view cle);  // a list of tables

    template <class E>
    std::optional<E> choix(std::string_view cle) {
        const auto* noeud = requis(cle);
        return noeud == nullptr ? std::nullopt : mot<E>(*noeud, sous(cle));
    }
    template <class E>
    std::vector<E> choix_multiple(std::string_view cle);

    template <class E>
    std::optional<E> mot(const Noeud& noeud, const std::string& ou);
    void refuser(std::string_view cle, std::string_view code, rules::Faits faits);
    std::string sous(std::string_view cle) const;
    const std::string& chemin() const { return chemin_; }
    const Noeud& noeud() const { return *table_; }
    const Lecture& lecture() const { return *lecture_; }

private:
    void refuser_le_mot(const Noeud& noeud, const std::string& ou,
                        const std::vector<std::string_view>& possibles) const;
    bool est(const Noeud& noeud, Noeud::Genre genre, std::string_view cle);

    const Noeud* table_;
    std::string chemin_;
    const Lecture* lecture_;
    std::vector<std::string_view> connues_;  // the keys asked for: literals
};

template <class E>
std::optional<E> Champs::mot(const Noeud& noeud, const std::string& ou) {
    if (noeud.genre == Noeud::Genre::texte)
        if (const auto lu = core::named<E>(noeud.texte)) return lu;
    std::vector<std::string_view> possibles;
    for (const auto& [valeur, nom] : names(E{})) possibles.push_back(nom);
    refuser_le_mot(noeud, ou, possibles);
    return std::nullopt;
}

template <class E>
std::vector<E> Champs::choix_multiple(std::string_view cle) {
    std::vector<E> lus;
    const auto* noeud = requis(cle);
    if (noeud == nullptr || !est(*noeud, Noeud::Genre::liste, cle)) return lus;
    for (const auto& element : noeud->elements)
        if (const auto lu = mot<E>(element, sous(cle))) lus.push_back(*lu);
    return lus;
}

}  // namespace grappe::programme
