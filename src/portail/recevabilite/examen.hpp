// Examen: what the rules about the whole dossier read, once exclusions and counts are known.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "portail/recevabilite/contexte.hpp"
#include "portail/recevabilite/routage.hpp"
#include "rules/regle.hpp"

namespace grappe::recevabilite {

struct Examen {
    const Contexte& contexte;
    const Decompte& decompte;
    const std::vector<std::string_view>& organismes;  // of the counted establishments
    const Routage& routage;
    const std::vector<std::optional<rules::RegleId>>&
        exclusions;  // by rank in DossierResolu::essms
    const std::optional<ChoixDeFenetre>& fenetre;

    const programme::Appel& appel() const { return contexte.appel; }
    const dossier::Dossier& saisi() const { return contexte.saisi(); }
};

// SOL-04: whether the project has only sectors that the call exempts from a referenced software;
// unknown when those known are all among them and the sector of another establishment is not known.
// Without a known sector, the exception is not shown.
Reponse secteurs_sans_reference(const Examen& examen);
// SOL-05: a DPI of the hospital couloir is what the project retains.
bool solution_hospitaliere(const Examen& examen);
// The exception of SOL-05 is the one to judge: such a DPI, admitted by the call.
bool exception_ght(const Examen& examen);

// DOC-20: a file whose suffix the call refuses does not count as received.
bool suffixe_admis(const programme::Appel& appel, const dossier::Piece& piece);
bool piece_recue(const Examen& examen, rules::RegleId piece);

// Is somebody here attached to a national entity (ELIG-09, DOC-12)?
Reponse entite_nationale(const Examen& examen);
std::int64_t rattachements_inconnus(const Examen& examen);

}  // namespace grappe::recevabilite
