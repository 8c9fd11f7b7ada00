// Inscription: a person as somebody types her when her record is opened, or when her traits are
// corrected, with all its faults at once. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dui/annuaire/personne.hpp"
#include "dui/identite/passage.hpp"

namespace grappe::inscription {

inline constexpr std::size_t nom_au_plus = 100;  // characters

struct Faute {
    std::string chemin, code;

    bool operator==(const Faute&) const = default;
};

// As typed. TDDUI, class Usager: nomNaissance, prenom, nomUsage, prenomUtilise, dateNaissance,
// sexe, CommuneNaissance.
struct Traits {
    std::string nom_naissance, prenoms, nom_utilise, prenom_utilise, naissance, sexe, lieu;

    bool operator==(const Traits&) const = default;
};

// Strict traits in capitals without accents (RNIV); names of use as typed; no spaces around.
Traits nets(Traits traits);
// Given names as INS lists them: by commas where there is one, else by spaces.
std::vector<std::string> prenoms_de(std::string_view tape);

// Of nets ones. Codes "inscription.vide", ".long", ".hors_jeu", ".naissance", ".naissance_future",
// ".naissance_ancienne", ".sexe", ".lieu".
std::vector<Faute> fautes_de(const Traits& traits, core::Date aujourd_hui);

struct Entree {
    std::string finess_et, le, modalite;
};
// Codes "inscription.finess", ".entree", ".entree_avant_naissance", ".entree_lointaine",
// ".modalite".
std::vector<Faute> fautes_de(const Entree& entree, std::optional<core::Date> naissance,
                             core::Date aujourd_hui);

// The identity device that was seen; both empty: none.
struct Piece {
    std::string dispositif, vu_le;
};
// Codes "inscription.dispositif", ".vu_le", and those of identite::passer.
std::vector<Faute> fautes_de(const Piece& piece, std::optional<core::Date> naissance,
                             core::Date aujourd_hui);
// Of a sound one; nothing: none was seen.
std::optional<identite::Vu> vu_de(const Piece& piece, const std::string& par);

// As the directory compares persons; without id nor stays. Of traits without fault.
annuaire::Personne decrite(const Traits& traits);

// What a new version of her fact keeps of the last one.
struct Tenue {
    std::string id, finess_et, statut = "provisoire", matricule{};
    std::optional<core::Date> deces{};
};
enum class Nature { nouvelle, corrigee };
// The line of import that says her. Of traits without fault.
std::string ligne_de(const Tenue& tenue, const Traits& traits, Nature nature);
std::string ligne_du_sejour(const std::string& personne, const Entree& entree);

// "3330000001/…": 3, FINESS number, "/", local id (TDDUI, identifiantUsagerESSMS).
std::string id_de(std::string_view finess_et, std::string_view local);

}  // namespace grappe::inscription
