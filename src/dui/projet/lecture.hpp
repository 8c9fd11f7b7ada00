// What is read of projects: one with all that it holds, those of a person, her life project.
#pragma once

#include <map>

#include "dui/acces/rattachement.hpp"
#include "dui/element/elements_repository.hpp"
#include "dui/projet/fiche.hpp"
#include "dui/projet/revision.hpp"

namespace grappe::projet {

// A project holds no more elements, so that it is read by one bounded question.
inline constexpr std::size_t elements_au_plus = 300;
inline constexpr std::size_t projets_au_plus = 50;

struct Objet {
    element::Version version;
    Textes dit;

    const std::string& id() const { return version.element.id; }
    Genre genre() const { return version.element.genre; }
    bool actif() const { return version.element.etat == element::Etat::actif; }
    std::string_view champ(std::string_view nom) const;  // empty: not said
    std::optional<core::Date> jour(std::string_view nom) const;
};
Objet lu(element::Version version);

struct Projet {
    Objet lui;
    std::map<Genre, std::vector<Objet>> parts{};  // that stand, the first begun first
    std::size_t elements = 0;                     // withdrawn ones included

    Statut statut() const;
    core::Date ouvert_le()
        const;  // the first day of its preparation, or of its beginning if before
    std::span<const Objet> des(Genre genre) const;
    const Objet* trouver(std::string_view id, Genre genre) const;
    bool accorde_par(std::string_view qui) const;        // "personne", "entourage", "structure"
    std::vector<core::Date> evenements_ouverts() const;  // that no held review followed
    std::optional<Revision> revision(const Delais& delais) const;
};

// A review is held once it has its synthesis; before, it is planned.
bool est_tenu(const Objet& bilan);

// Two questions whatever the history. Code "projet.inconnu": none, or none that one reads.
core::Result<Projet> lire(storage::Reader& db, const acces::Professionnel& qui,
                          std::string_view id);

// The latest begun first; those that one does not read are left out.
std::vector<Objet> projets_de(storage::Reader& db, const acces::Professionnel& qui,
                              std::string_view personne);
// The first that has not ended, else the first; null: none.
const Objet* courant(std::span<const Objet> projets);

// It is hers, not an establishment's: whoever may meet her and reads projects reads it, wherever in
// the organisation it was written (PP-07).
std::optional<Objet> projet_de_vie(storage::Reader& db, const acces::Professionnel& qui,
                                   std::string_view personne);

}  // namespace grappe::projet
