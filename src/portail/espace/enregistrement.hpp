// Enregistrement: what a form holds goes into the draft; where somebody else was faster, both are
// merged, or the fields that both changed are asked.
#pragma once

#include "portail/dossier/texte_lu.hpp"
#include "portail/espace/espace.hpp"
#include "portail/espace/fusion.hpp"
#include "portail/teleservice/acces.hpp"

namespace grappe::espace {

struct Envoi {
    std::string_view dossier;
    int version;                    // the one that the author read
    const dossier::TexteLu& texte;  // what it holds, by texte_a_ecrire
    Choix choix{};
    int vue = 0;  // the version that the choices were made against
};

struct Enregistre {
    teleservice::Dossier dossier;
    Fusion fusion{};       // without conflicts: all is written
    bool tel_quel = true;  // the text that was sent, not a merged one
    bool fusionne() const { return !fusion.d_ailleurs.empty(); }
    bool ecrit() const { return fusion.conflits.empty(); }
};

// Codes of teleservice::ecrire, but for a stale version.
core::Result<Enregistre> enregistrer(const Espace& espace, storage::Writer& db,
                                     const garde::Visite& visite, const Envoi& envoi);

}  // namespace grappe::espace
