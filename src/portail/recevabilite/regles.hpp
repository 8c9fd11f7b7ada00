// The rules of receivability, by family: each is a pure function of the text that it cites.
// Establishment rules answer for one of them; dossier rules answer once.
#pragma once

#include "portail/recevabilite/contexte.hpp"
#include "portail/recevabilite/examen.hpp"
#include "portail/recevabilite/verdict.hpp"

namespace grappe::recevabilite {

Verdict elig_01(const Contexte& contexte, const dossier::EssmsResolu& essms);
Verdict elig_02(const Contexte& contexte, const dossier::EssmsResolu& essms);
Verdict elig_05(const Contexte& contexte, const dossier::EssmsResolu& essms);
Verdict elig_06(const Contexte& contexte, const dossier::EssmsResolu& essms);
Verdict elig_07(const Contexte& contexte, const dossier::EssmsResolu& essms);
Verdict elig_08(const Contexte& contexte, const dossier::EssmsResolu& essms);
Verdict red_01(const Contexte& contexte, const dossier::EssmsResolu& essms);
Verdict red_02(const Contexte& contexte, const dossier::EssmsResolu& essms);
Verdict red_03(const Contexte& contexte, const dossier::EssmsResolu& essms);
Verdict red_04(const Contexte& contexte, const dossier::EssmsResolu& essms);
Verdict red_05(const Contexte& contexte, const dossier::EssmsResolu& essms);

void elig_03(const Examen& examen, Constats& constats);  // one finding a duplicate
Verdict elig_04(const Examen& examen);
Verdict elig_09(const Examen& examen);
Verdict elig_10(const Examen& examen);
// The ten lines of the kit; they read the findings of the other rules.
Verdict elig_11(const Examen& examen, const Constats& constats);

Verdict grp_01(const Examen& examen);
Verdict grp_02(const Examen& examen);
Verdict grp_03(const Examen& examen);
Verdict grp_04(const Examen& examen);
Verdict grp_05(const Examen& examen);
Verdict grp_06(const Examen& examen);
Verdict grp_07(const Examen& examen);
Verdict grp_08(const Examen& examen);

Verdict red_06(const Examen& examen);
Verdict red_07(const Examen& examen);

Verdict sol_01(const Examen& examen);
Verdict sol_02(const Examen& examen);
Verdict sol_03(const Examen& examen);
Verdict sol_04(const Examen& examen);
Verdict sol_05(const Examen& examen);
Verdict sol_06(const Examen& examen);
Verdict sol_07(const Examen& examen);
Verdict sol_08(const Examen& examen);
Verdict sol_09(const Examen& examen);

void desk_01(const Examen& examen, Constats& constats);  // and one a department in doubt
Verdict desk_02(const Examen& examen);
Verdict desk_03(const Examen& examen);
Verdict desk_04(const Examen& examen);
Verdict desk_05(const Examen& examen);
Verdict desk_06(const Examen& examen);

void juger_calendrier(const Examen& examen, Constats& constats);  // CAL-01 to CAL-08
void juger_pieces(const Examen& examen, Constats& constats);      // DOC-01 to DOC-23

}  // namespace grappe::recevabilite
