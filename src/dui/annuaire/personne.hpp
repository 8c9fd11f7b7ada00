// Personne: what the directory knows of a person, and her stays, as last recorded.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "dui/fait/fait.hpp"

namespace grappe::annuaire {

struct Sejour {
    std::string id, finess_et;
    core::Date entree;
    std::optional<core::Date> sortie;
    fait::Etat modalite;

    // Contract dui-indicateurs: the day of the entry is one of presence, that of the exit is not.
    bool present(core::Date jour) const { return entree <= jour && (!sortie || *sortie > jour); }
    bool operator==(const Sejour&) const = default;
};

struct Personne {
    std::string id;
    std::string nom_de_naissance, nom_utilise;  // the second: empty when it was not told
    std::vector<std::string> prenoms;
    std::string prenom_utilise;
    std::string sexe, lieu_de_naissance;
    std::optional<core::Date> naissance, deces;
    std::string finess_et;        // of the establishment that told her identity
    std::vector<Sejour> sejours;  // by entry, then by id

    std::string tous_les_prenoms() const;  // "ANNE MARIE"
    std::string premier_prenom() const { return prenoms.empty() ? std::string{} : prenoms.front(); }
    bool operator==(const Personne&) const = default;
};

// Both read one version of a fact, of type `personne` or `sejour`.
Personne personne_de(const fait::Fait& fait);  // without stays
Sejour sejour_de(const fait::Fait& fait);

}  // namespace grappe::annuaire
