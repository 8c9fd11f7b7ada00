// Tableau: every row of `fiche` in memory and in its orders, for lists. It is brought up to date
// before each answer by the version that every write of a row moves: never older than the question.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "portail/instruction/index_des_mots.hpp"
#include "portail/instruction/recherche.hpp"
#include "portail/teleservice/fiche_repository.hpp"

namespace grappe::instruction {

// How many dossiers are in each state.
using Comptes = std::map<teleservice::Statut, int>;

// What is looked for, and what the actor may see of it.
struct Portion {
    Filtre filtre;
    bool recevables_seulement;
};

// The rows as they were at one version; never changes.
class Tableau {
public:
    using Fiches = std::vector<teleservice::FicheCherchee>;

    Tableau() = default;
    // The same with what has changed since, up to `version`.
    Tableau avec(Fiches changees, std::int64_t version) const;

    std::int64_t version() const { return version_; }
    // Places of the rows that answer, in the order asked. `dossiers`: those of the establishment
    // that is looked for, sorted; unused when none is.
    std::vector<std::uint32_t> trouver(const Portion& portion,
                                       const std::vector<std::string>& dossiers) const;
    const teleservice::Fiche& fiche(std::uint32_t place) const {
        return rangees_[place].ligne->fiche;
    }
    Comptes par_statut(const std::string& guichet) const;  // empty: every desk

private:
    struct Rangee {
        std::shared_ptr<const teleservice::FicheCherchee> ligne;  // shared with the next version
        std::uint32_t guichet;                                    // its place in `guichets_`
        teleservice::Statut statut;
    };
    // One for each Tri, rising; then those without a term last among the falling, then by id.
    static constexpr std::size_t ordres = names(Tri{}).size() + 2;

    void indexer();
    std::vector<bool> places_des_mots(const std::vector<std::string>& mots) const;
    std::uint32_t place_de(const std::string& guichet) const;
    std::uint32_t ranger(teleservice::FicheCherchee fiche);
    bool avant(std::size_t ordre, std::uint32_t un, std::uint32_t autre) const;

    std::int64_t version_ = -1;
    std::vector<Rangee> rangees_;
    std::vector<std::string> guichets_;
    // Most texts never change: the index is made again when enough have, and the others are read.
    std::shared_ptr<const IndexDesMots> mots_ = std::make_shared<const IndexDesMots>();
    std::vector<std::uint32_t> hors_index_;
    std::array<std::vector<std::uint32_t>, ordres> ordres_;
};

// What a server holds of it, for all its threads.
class TableauTenu {
public:
    // What the reader's transaction sees, or later.
    std::shared_ptr<const Tableau> a_jour(storage::Reader& db);
    // What is written may still be undone: it is not for others.
    std::shared_ptr<const Tableau> a_jour(storage::Writer& db) = delete;

private:
    std::mutex mutex_;
    std::shared_ptr<const Tableau> tableau_ = std::make_shared<const Tableau>();
};

}  // namespace grappe::instruction
