// Compte: a person's account: who, in which role, and the rows that say so.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/roles.hpp"
#include "core/instant.hpp"
#include "core/result.hpp"
#include "identity/courriel.hpp"
#include "storage/reader.hpp"

namespace grappe::identity {

struct Compte {
    std::string id;
    Courriel courriel;
    std::string nom, prenom;
    std::string mot_de_passe;  // hashed
    access::Role role;
    std::string region;  // empty: none
    core::Instant cree_le;
    bool ferme;

    access::Acteur acteur() const { return {.compte = id, .role = role, .region = region}; }
    std::string nom_affiche() const;  // "Camille Exemple", else the mail
    std::vector<std::string> mots() const { return {courriel.text(), nom, prenom}; }
};

std::optional<Compte> trouver_compte(storage::Reader& db, const std::string& id);
std::optional<Compte> trouver_par_courriel(storage::Reader& db, const Courriel& courriel);
// One account, or two of one mailbox: where two people are asked for, they are one.
bool meme_personne(storage::Reader& db, const std::string& un, const std::string& autre);
void ajouter_compte(storage::Writer& db, const Compte& compte);
void changer_hache(storage::Writer& db, const std::string& compte, const std::string& hache);
void changer_courriel(storage::Writer& db, const std::string& compte, const Courriel& courriel);

// A name as it may be stored: spaces around gone, no control character, at most 100 characters.
// Codes "nom.vide", "nom.long".
core::Result<std::string> lire_nom(std::string_view texte);

}  // namespace grappe::identity
