// Candidat: a receivable dossier before a committee, with what the committee looks at (SEL-01).
#pragma once

#include "portail/comite/acces.hpp"
#include "portail/comite/equilibre.hpp"
#include "portail/comite/resultat.hpp"
#include "portail/instruction/examen.hpp"

namespace grappe::comite {

// What one rule left open in a dossier, wherever it was found.
struct Constat {
    instruction::Genre genre;
    std::string regle, phrase, source;  // the words of the first
    int nombre = 0;
    int repondus = 0;  // of those, how many the desk has answered
};
// In the order of the first of each rule. Pure.
std::vector<Constat> grouper(const std::vector<instruction::Point>& points);

struct Candidat {
    teleservice::Dossier dossier;
    std::string numero;  // of its receipt
    core::Instant depose_le;
    std::string porteur, siret;           // `porteur` empty: no name was given
    std::vector<std::string> organismes;  // FINESS EJ of its bodies, and the SIRET of its porteur
    std::string statut_juridique;         // empty: not said
    int essms = 0;
    std::optional<core::Money> montant;
    std::vector<Element> elements;  // by sector and department; without the committee's findings
    std::vector<Constat> constats;  // of the examination
    bool suite = true;              // a later window is open to it: a reservation has where to go
    int reserves = 0;               // of committees before
    std::optional<Resultat> attente{};  // what left it waiting: the last committee before

    const std::string& nom_du_porteur() const { return porteur.empty() ? siret : porteur; }
};

// Receivable at the desk of the committee, of its call and its window; those that a committee of an
// earlier window reserved; those that wait since this window or an earlier one. In the order of
// their deposits. Once the results are public, those that they tell of.
std::vector<Candidat> candidats(storage::Reader& db, const Comite& comite,
                                const socle::Moyens& regles);

// One of them. Codes "comite.dossier" (none is named), "dossier.inconnu" (none, or of another
// desk), "comite.non_recevable" (Reason::conflict: the detail is its state, in French),
// "comite.hors_fenetre" (of another call or window).
core::Result<Candidat> candidat(storage::Reader& db, const Comite& comite, std::string_view dossier,
                                const socle::Moyens& regles);

// The candidate of that id; null: none.
const Candidat* trouver(const std::vector<Candidat>& candidats, std::string_view dossier);
// Of that id, or of that number.
const Candidat* nomme(const std::vector<Candidat>& candidats, std::string_view nom);

// Tied to one of its bodies by what that member declared.
bool est_concerne(const Candidat& candidat, std::string_view membre,
                  const std::vector<Interet>& interets);
// The same of any of them.
bool est_concerne(const std::vector<Candidat>& candidats, std::string_view membre,
                  const std::vector<Interet>& interets);

}  // namespace grappe::comite
