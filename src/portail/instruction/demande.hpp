// Use cases: a desk asks for complements, the porteur answers, the desk goes on. While a request is
// open the clock of the examination stands still.
#pragma once

#include "portail/instruction/instruction.hpp"
#include "portail/instruction/moyens.hpp"

namespace grappe::instruction {

inline constexpr std::size_t pieces_par_demande = 60;

// What is asked: a type ("DOC-05"), or a piece of the dossier to replace, by its id.
struct PieceVoulue {
    std::string quoi;
    std::string organisme{};
    std::string texte{};
};

struct NouvelleDemande {
    std::string_view dossier;
    std::vector<std::string> textes;
    std::vector<PieceVoulue> pieces;
    std::string echeance;  // "2024-06-15"
};

// Codes of `demander_pour`, "complements.vide", "complements.echeance" (no date, or in the past),
// "complements.piece" (the detail is what is no type and no piece of the dossier) and
// "complements.trop".
core::Result<Demande> demander_complements(storage::Writer& db, const Demandeur& qui,
                                           const NouvelleDemande& nouvelle, const Moyens& moyens);

// The desk closes every open request, with its reason, and the examination goes on.
struct Reprise {
    std::string_view dossier;
    std::string_view motif;
};
core::Result<Dossier> reprendre(storage::Writer& db, const Demandeur& qui, const Reprise& reprise,
                                const Moyens& moyens);

// The porteur answers: its content as it stands is what the desk judges from now on. Codes of
// `demander_pour` and of `teleservice::corriger`, "reponse.vide" (nothing was written, joined nor
// corrected).
struct NouvelleReponse {
    std::string_view dossier;
    std::string_view texte;
};
core::Result<Reponse> repondre(storage::Writer& db, const Demandeur& qui,
                               const NouvelleReponse& nouvelle, const Moyens& moyens);

}  // namespace grappe::instruction
