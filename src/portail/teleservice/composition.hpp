// Composition: from what a person wrote to what the rules judge: what only the server knows is put
// in, what cannot be read can be left out. Pure.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/instant.hpp"
#include "portail/dossier/arbre_json.hpp"

namespace grappe::teleservice {

struct PiecePresente {
    std::string type;
    std::string nom;
    std::string organisme;  // empty: none
};

// What the server says, whatever the text says of it.
struct Complement {
    std::string appel;
    core::Instant depose_le;
    std::vector<PiecePresente> pieces;
};

// Paths as faults write them: "essms[3].regime".
using Chemins = std::set<std::string, std::less<>>;

// The tree of contract portail-check: borrows both, so neither may be gone before it.
dossier::Arbre composer(const dossier::Arbre& ecrit, const Complement& complement);
dossier::Arbre composer(const dossier::Arbre& ecrit, Complement&& complement) = delete;
dossier::Arbre composer(dossier::Arbre&& ecrit, const Complement& complement) = delete;

std::string en_texte(const dossier::Arbre& arbre);

// The JSON text of a tree without these paths. What a dossier cannot lack is neutral then: no
// establishment, a SIRET of zeros.
std::string omettre(const dossier::Arbre& compose, const Chemins& chemins);

// Keys of the text that the server alone decides and that say something else: told, not obeyed.
std::vector<std::string> cles_ignorees(const dossier::Arbre& ecrit, const Complement& complement);

}  // namespace grappe::teleservice
