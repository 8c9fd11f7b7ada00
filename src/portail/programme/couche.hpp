// Couche: one layer of a call (national instruction, call, window, amendment) cut into units, the
// values that a later layer may replace as a whole.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/instant.hpp"
#include "portail/programme/champs.hpp"
#include "portail/programme/validite.hpp"

namespace grappe::programme {

// Later ranks win; among amendments, the later day.
enum class RangCouche { socle, appel, fenetre, avenant };

struct GenreUnite;

struct Unite {
    std::string chemin;  // "minimum", "piece.DOC-01", "regle.ELIG-01"
    const GenreUnite* genre;
    std::string etat;  // of a rule: "appliquee"; else empty
    const Noeud* noeud;
    const Lecture* lecture;
    std::string couche;
    RangCouche rang;
    Validite validite;
    core::Instant de, a;  // de <= t < a

    bool retiree() const { return noeud->membre("retire") != nullptr; }
};

// One file, read. The tree, the documents and the reading are borrowed by the units, so a file does
// not move.
struct FichierAppel {
    std::string chemin;
    Noeud racine;
    Documents documents;
    std::unique_ptr<Lecture> lecture;
    Validite validite;
    std::string couche;
};

// Cuts the file's own layer into units; unknown keys and malformed units are noted. `rang` is socle
// or appel. The windows' and the amendments' layers of a call come along.
std::vector<Unite> unites(const FichierAppel& fichier, RangCouche rang);

// `validite`, `couche` and `documents` of a file.
void lire_entete(FichierAppel& fichier);

// "du", "jusqu_au", "connu_jusqu_au", inside `cadre` when it is known.
Validite lire_validite(Champs& champs, const Validite& cadre);

}  // namespace grappe::programme
