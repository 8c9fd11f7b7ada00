// The proportions of fictitious organisations: kinds of establishments, stays, habits of use.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace grappe::generateur {

enum class Modalite { permanent, temporaire, accueil_de_jour, domicile };

constexpr std::array<std::string_view, 4> noms_modalite{"permanent", "temporaire",
                                                        "accueil_de_jour", "domicile"};

// Parts of a thousand unless said otherwise.
struct Genre {
    std::string_view nom;
    std::uint32_t part;                      // of establishments
    std::uint32_t taille;                    // usual number of records, for the sharing out
    std::array<std::uint32_t, 4> modalites;  // in the order of Modalite
    int sejour_jours;                        // usual length of a stay
    std::uint32_t deces;                     // of exits
    std::array<std::uint32_t, 7> semaine;    // weight of each day, Monday first
    // of the daily facts: automatic updates, individual events, prescriptions, notebooks; the
    // rest are updates by professionals
    std::uint32_t automatiques, evenements, eprescriptions, eparcours;
    std::uint32_t sans_projet;  // stays where no project is legally possible
    int age_bas, age_haut;      // at the entry
    std::array<std::string_view, 4> metiers;
};

constexpr std::array<Genre, 5> genres{{
    {"hébergement de personnes âgées",
     220,
     80,
     {860, 90, 50, 0},
     900,
     700,
     {10, 10, 10, 10, 10, 8, 8},
     60,
     130,
     14,
     4,
     10,
     72,
     99,
     {"infirmier", "aide-soignant", "animateur", "psychologue"}},
    {"accompagnement du handicap",
     360,
     40,
     {430, 20, 330, 220},
     1800,
     60,
     {10, 10, 9, 10, 10, 2, 2},
     80,
     220,
     2,
     6,
     15,
     4,
     58,
     {"educateur", "aes", "ergotherapeute", "infirmier"}},
    {"aide et soins à domicile",
     250,
     60,
     {0, 30, 0, 970},
     1100,
     250,
     {10, 10, 10, 10, 10, 5, 4},
     40,
     330,
     5,
     12,
     20,
     55,
     96,
     {"aide-soignant", "infirmier", "aide-a-domicile", "coordinateur"}},
    {"protection de l’enfance",
     120,
     35,
     {560, 80, 60, 300},
     480,
     2,
     {10, 10, 9, 10, 10, 5, 5},
     60,
     240,
     0,
     3,
     20,
     1,
     17,
     {"educateur", "moniteur", "psychologue", "assistant-social"}},
    {"accueil à bas seuil",
     50,
     50,
     {0, 120, 880, 0},
     240,
     20,
     {10, 10, 10, 10, 9, 3, 1},
     30,
     160,
     0,
     8,
     1000,
     18,
     64,
     {"travailleur-social", "infirmier", "educateur", "pair-aidant"}},
}};

// Kinds asked for by the letters of their sector, in turn: a show wants one of each. PH is of
// adults here: one establishment for all ages is no place that anybody knows.
constexpr Genre adultes_handicapes = [] {
    auto lui = genres[1];
    lui.age_bas = 19;
    lui.age_haut = 60;
    return lui;
}();
struct Sigle {
    std::string_view texte;
    const Genre* genre;
};
constexpr std::array<Sigle, 5> sigles{{{"PA", &genres[0]},
                                       {"PH", &adultes_handicapes},
                                       {"DOM", &genres[2]},
                                       {"PDE", &genres[3]},
                                       {"AHI", &genres[4]}}};

// What every kind shares.
struct Proportions {
    std::uint32_t etablissement_moyen = 260, etablissement_faible = 60;  // the others do well
    std::uint32_t service_ferme = 20, service_ouvert = 20;  // within the months generated
    std::uint32_t reprise = 300;      // establishments with a batch of migration in these months
    std::uint32_t progression = 400;  // establishments whose use grows through these months
    std::uint32_t transfert = 60;     // of exits, to another establishment of the organisation
    std::uint32_t temporaires = 40;   // persons who come for a few short stays
    std::uint32_t anciens = 20, futurs = 10;  // left before the months, or expected after
    std::uint32_t retour = 70;   // of exits, followed by a second stay in the same place
    std::uint32_t annules = 70;  // of events
    std::uint32_t longs = 4;     // events of several days
    std::uint32_t dmp_rejetes = 60, mss_echecs = 25, mss_sans_personne = 120;
    std::uint32_t corrections = 2;     // daily facts followed by a corrected version
    std::uint32_t apres_sortie = 120;  // exits whose record is still completed in the week after
    std::uint32_t qualifiees = 640, validees = 80, recuperees = 150;  // the rest: provisoires
    std::uint32_t lignes_par_jour = 1500;  // daily facts a person and a usual day, when no total is
                                           // asked for, in thousandths
};

}  // namespace grappe::generateur
