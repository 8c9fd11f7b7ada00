// What is read of an agenda: the occurrences of a window, with what was said of each.
#pragma once

#include <set>

#include "dui/acces/rattachement.hpp"
#include "dui/rendez_vous/rendez_vous_repository.hpp"

namespace grappe::rendez_vous {

struct Occurrence {
    agenda::Evenement evenement;  // its id names the occurrence
    std::string rendez_vous;
    core::Finess finess_et;
    partage::Classe classe;
    recurrence::Moment prevue, debut, fin;  // on the clock
    std::string lieu;
    std::int64_t version = 0;  // of the event; 0: as it would be
    bool serie = false, deplacee = false, hors_prestation = false;
};

// By beginning. A window of `recurrence::jours_max` days at most: more is a Bug of the caller.
std::vector<Occurrence> occurrences_du_lieu(storage::Reader& db, std::string_view finess_et,
                                            recurrence::Fenetre fenetre);
std::vector<Occurrence> occurrences_de(storage::Reader& db, const std::set<Qui>& qui,
                                       recurrence::Fenetre fenetre);
// Of one event, with what was said; whatever is stored of it.
std::vector<Occurrence> occurrences_de(storage::Reader& db, const RendezVous& un,
                                       recurrence::Fenetre fenetre);

// Whether that profession reads what it is about; else only that the time is taken.
bool lit(const acces::Professionnel& qui, const Occurrence& une);
// The first of its persons, where the records of all are closed; empty: one at least is open, or
// nobody takes part.
std::string reserve_a(const agenda::Evenement& evenement,
                      const std::set<std::string, std::less<>>& fermees);
std::vector<agenda::Evenement> evenements_de(std::span<const Occurrence> occurrences);

struct Detail {
    RendezVous rendez_vous;
    std::int64_t version;
    Occurrence occurrence;
    Etat etat;
};
// `prevue` empty: the first occurrence from `jour` on, else the first of all. Code
// "rendez_vous.inconnu": none, or none that one reads.
struct Demandee {
    std::string id, prevue;
    core::Date jour;
};
core::Result<Detail> lire(storage::Reader& db, const acces::Professionnel& qui,
                          const Demandee& demandee);

struct Ressource {
    std::string id, nom;
    agenda::Genre genre;  // room or vehicle
    int places = 0;       // 0: not counted
    bool partagee = false;
    std::int64_t version = 0;
};
// Who and what is named to take part: an objective is of one person's project, and a resource that
// is not there is taken for a room, for the use case to refuse.
struct Attendus {
    std::vector<std::string> personnes, professionnels, ressources;
    std::string objectif;
};
std::vector<agenda::Participation> participations_de(const Attendus& attendus,
                                                     std::span<const Ressource> ressources);
std::vector<Ressource> ressources_de(storage::Reader& db, std::string_view finess_et);  // by name

}  // namespace grappe::rendez_vous
