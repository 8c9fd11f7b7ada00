// Occurrences of agendas as JSON, and what a body says of an event.
#pragma once

#include "dui/rendez_vous/lecture.hpp"
#include "dui/rendez_vous/programmation.hpp"
#include "web/api/corps_json.hpp"

namespace grappe::dui {

// To whom it is told: a profession that does not read what an event is about knows that the time is
// taken, by whom; nobody learns who else takes part whose record is closed to them.
struct Regardee {
    const acces::Professionnel& qui;
    const std::set<std::string, std::less<>>& fermees;
};
std::string en_json(const rendez_vous::Occurrence& une, const Regardee& regard);

// Why nothing was written: who or what is taken. Codes "agenda.en_conflit" (`accepter` passes over
// it), "agenda.en_conflit_ferme" (not for this account to pass over).
std::vector<rendez_vous::Faute> conflits_dits(const rendez_vous::Issue& issue);

// `voulu` is to be planned where there is no fault. Faults: "transmission.finess",
// "rendez_vous.debut", "rendez_vous.minutes", "rendez_vous.classe_inconnue", "rendez_vous.liste",
// those of a rule, and with them those of `rendez_vous::fautes_de`.
struct Programme {
    std::optional<rendez_vous::RendezVous> voulu;
    rendez_vous::Conflits conflits;
    std::vector<rendez_vous::Faute> fautes;
};
Programme programme_de(const api::Corps& corps, storage::Reader& db);

// Each with the member of the body that it is about, which the page's form names otherwise.
std::vector<rendez_vous::Faute> en_membres(std::vector<rendez_vous::Faute> fautes);

}  // namespace grappe::dui
