// Rendez-vous: what an agenda holds: an event with its participants, once or coming back. Pure.
// TDDUI class Evenement (COO-02); the « hors prestation » flag of PP-09.
#pragma once

#include <map>

#include "dui/agenda/evenement.hpp"
#include "dui/element/element.hpp"

namespace grappe::rendez_vous {

inline constexpr std::size_t titre_au_plus = 120, texte_au_plus = 2'000;  // characters
inline constexpr std::size_t participants_au_plus = 200;
// How far back something may be written that was not planned, in days.
inline constexpr int jours_en_arriere = 366;

struct RendezVous {
    std::string id;  // 32 hexadecimal digits, given by the form
    core::Finess finess_et;
    partage::Classe classe = partage::Classe::quotidien;
    std::string titre, lieu, commentaire;
    bool hors_prestation = false;
    std::vector<agenda::Participation> participations;  // awaited
    recurrence::Serie serie;
    std::string suite_de{};  // the one that it was cut from
    std::string motif{};     // why what followed was cancelled
    bool annule = false;     // all of it, before it began

    std::vector<std::string> personnes() const;
};

struct Faute {
    std::string chemin, code, detail{};

    bool operator==(const Faute&) const = default;
};

// Codes "rendez_vous.titre", ".titre_long", ".long", ".personne_prise" (nobody and nothing takes
// part), ".trop" (of participants), ".deux_fois" (one of them is named twice), ".aucune" (the rule
// gives no day), and "recurrence.duree".
std::vector<Faute> fautes_de(const RendezVous& un);

element::Element element_de(const RendezVous& un);
RendezVous lu(const element::Element& element);

// What was said of one occurrence.
struct Etat {
    agenda::Statut statut = agenda::Statut::planifie;
    std::string motif{}, compte_rendu{};
    std::map<std::pair<agenda::Genre, std::string>, agenda::Presence> presences{};

    void dire(agenda::Evenement& evenement) const;
};
std::string contenu_de(const Etat& etat);
Etat etat_lu(std::string_view contenu);
std::string id_de_l_occurrence(std::string_view id, const recurrence::Moment& prevue);

}  // namespace grappe::rendez_vous
