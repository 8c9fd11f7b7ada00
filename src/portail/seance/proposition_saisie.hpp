// The form of a proposal: what is typed, what it states, and each field that cannot be read.
#pragma once

#include <map>

#include "portail/comite/enonce.hpp"
#include "portail/comite/vue.hpp"
#include "web/page/formulaire.hpp"

namespace grappe::seance {

// By name of field, as typed: kept whatever becomes of them.
using Champs = std::map<std::string, std::string>;

Champs champs_de(const page::Formulaire& envoi);
Champs champs_de(const comite::Enonce& enonce);
std::string champ(const Champs& champs, const std::string& nom);

// Lines of minimum shares on the form; two more than those filled in, when it does not say.
int lignes_de_parts(const Champs& champs);
inline constexpr int lignes_de_plus = 3, lignes_au_plus = 200;

struct SaisieLue {
    comite::Enonce enonce;
    Champs fautes{};  // field → sentence
};
SaisieLue lire(const Champs& champs, const comite::Vue& vue, const rules::Phrases& phrases);

}  // namespace grappe::seance
