// Views of a dossier under examination.
#pragma once

#include "portail/bureau/ecran.hpp"
#include "portail/documents/maturite.hpp"
#include "portail/instruction/examen.hpp"
#include "portail/instruction/lettres.hpp"
#include "portail/messagerie/messagerie.hpp"
#include "portail/teleservice/lecture.hpp"

namespace grappe::bureau {

struct Instruit {
    instruction::Examen examen;
    std::vector<instruction::Note> notes;
    std::vector<instruction::Lettre> lettres;
    std::vector<teleservice::Passage> passages;
    std::vector<teleservice::Intervention> interventions;
    Noms noms;
    messagerie::Resume messages;
    std::vector<documents::FicheDeMaturite> maturite;
};

// What an act of the page was refused for; empty: the page is only read.
struct Suite {
    std::optional<core::Refusal> refus{};
    std::vector<instruction::Point> retenu{};
};

page::Vue vue_de_l_examen(const Bureau& bureau, const garde::Visite& visite,
                          const Instruit& instruit, const Suite& suite);

// "12 mars 2024 à 10 h 05, par Camille Exemple"
std::string signature(const Noms& noms, core::Instant instant, std::string_view compte);

// Parts of it, one file each.

// The points of one rule, of one genre.
struct Groupe {
    instruction::Genre genre;
    std::string regle;
    std::vector<const instruction::Point*> points;
};
std::vector<Groupe> groupes(const std::vector<instruction::Point>& points);
std::int64_t retenants(const std::vector<instruction::Point>& points);  // groups
// What was found, when it is the same everywhere; else on how many objects.
std::string phrase_du_groupe(const Bureau& bureau, const Groupe& groupe);
page::Vue::Liste vues_des_points(const Bureau& bureau, const Instruit& instruit);
page::Vue::Liste vues_des_pieces(const Bureau& bureau, const Instruit& instruit);
page::Vue::Liste vues_des_demandes(const Bureau& bureau, const Instruit& instruit);
page::Vue::Liste pieces_a_demander(const Bureau& bureau, const Instruit& instruit);
page::Vue::Liste histoire(const Bureau& bureau, const Instruit& instruit);

std::string type_en_clair(const Bureau& bureau, std::string_view type);

}  // namespace grappe::bureau
