// Matrice: the pieces that a call asks of a dossier, each with its place, its state and its files.
// Pure.
#pragma once

#include <string>
#include <vector>

#include "portail/programme/appel.hpp"
#include "portail/socle/verification.hpp"
#include "portail/teleservice/piece.hpp"

namespace grappe::espace {

struct Emplacement {
    const programme::PieceAppel* piece;  // null: files that the call does not ask
    std::string type;                    // "DOC-05"
    std::string organisme;               // for what each body gives; empty: once for the dossier
    rules::Issue issue;                  // what the rules say; manque before anything is judged
    std::string phrase;                  // in their words; empty: nothing judged yet
    std::vector<const teleservice::Piece*> fichiers;

    // "DOC-05", "DOC-09-240000224": where a link leads.
    std::string ancre() const { return organisme.empty() ? type : type + "-" + organisme; }
};

struct Matiere {
    const programme::Appel& appel;
    const std::vector<std::string>& organismes;  // FINESS of the bodies of the grappe
    const std::vector<teleservice::Piece>& pieces;
    const socle::Verifie* verifie;  // null: nothing judged
    const rules::Phrases& phrases;
};

// In the order of the call; then what it does not ask. Borrows what it is given.
std::vector<Emplacement> matrice(const Matiere& matiere);

}  // namespace grappe::espace
