// The form of a proposal: what is typed, what it states, and each field that cannot be read.
#pragma once

#include <array>
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

// The names of the fields, for who draws the form and for who reads it. A weight is typed for what
// was found of a criterion, but not for its absence.
inline constexpr std::array pesees{comite::Presente::oui, comite::Presente::en_partie};
inline constexpr std::string_view champ_par_essms = "poids-essms";
std::string champ_du_poids(const std::string& critere, comite::Presente constat);
bool est_un_poids(std::string_view champ);
std::string champ_des_points(const std::string& dossier);
std::string champ_de_la_place(const std::string& dossier);
std::string debut_de_la_part(std::size_t rang);  // then "quoi", "combien", "unite"

// Lines of minimum shares on the form: as many as it says; three when it does not.
int lignes_de_parts(const Champs& champs);
inline constexpr int lignes_de_plus = 3, lignes_au_plus = 200;

struct SaisieLue {
    comite::Enonce enonce;
    Champs fautes{};  // field → sentence
};
SaisieLue lire(const Champs& champs, const comite::Vue& vue, const rules::Phrases& phrases);

}  // namespace grappe::seance
