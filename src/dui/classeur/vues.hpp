// Documents as pages say them, and as forms type them.
#pragma once

#include "dui/classeur/classeur.hpp"
#include "dui/document/depot.hpp"
#include "dui/document/lecture.hpp"
#include "web/garde/ecran.hpp"
#include "web/page/formulaire.hpp"
#include "web/page/vue.hpp"

namespace grappe::classeur {

// Of one sending: several files at once.
inline constexpr std::size_t envoi_au_plus = std::size_t{24} * 1024 * 1024;
inline constexpr std::size_t fichiers_au_plus = 20;

std::string adresse_de_la_liste(std::string_view personne);

page::Vue vue_de(const Classeur& classeur, const document::Version& un);
// Those that this professional may write; all of them with `lus`.
page::Vue::Liste types_ecrits(const Classeur& classeur, const acces::Professionnel& qui,
                              std::string_view choisi);
page::Vue::Liste types_lus(const Classeur& classeur, const acces::Professionnel& qui,
                           std::string_view choisi);

// The fields of a form, as typed; what does not read is a fault of its own.
struct Tape {
    std::string type{}, titre{}, date{}, valable_jusqu_au{}, lie_a{};
    document::Fiche fiche;
    std::vector<document::Faute> fautes{};
    page::Vue::Liste fautes_des_fichiers{};
    std::string refus{};
};
Tape lire_la_fiche(const page::Formulaire& envoi, core::Date aujourd_hui);
page::Vue::Liste fautes_dites(const Classeur& classeur, const Tape& tape);

document::Redacteur redacteur(const Classeur& classeur, const acces::Professionnel& qui);

// The files of a form, each checked; what is wrong with any of them is told with its name.
std::vector<document::Recu> recevoir(const Classeur& classeur, const page::Formulaire& envoi,
                                     Tape& tape);

}  // namespace grappe::classeur
