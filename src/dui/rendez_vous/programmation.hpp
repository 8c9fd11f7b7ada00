// Use cases: an event is planned, changed, moved, cancelled; a room or a vehicle is said.
#pragma once

#include <functional>

#include "dui/agenda/conflit.hpp"
#include "dui/rendez_vous/faits.hpp"

namespace grappe::rendez_vous {

// Who writes, when, and who is accompanied where (dui/annuaire).
struct Auteur {
    const acces::Professionnel& qui;
    magasin::Moment maintenant;
    std::function<bool(std::string_view personne, std::string_view finess_et)> accompagnee;

    element::Geste geste() const { return {qui.acteur.compte, maintenant}; }
};

// Faults or clashes: nothing was written, but where the clashes were accepted.
struct Issue {
    std::vector<Faute> fautes{};
    std::vector<agenda::Conflit> conflits{};
    std::vector<agenda::Evenement> evenements{};  // what the clashes name, titles that one reads
    bool acceptables = false;                     // by who asks
    std::string id{}, prevue{};                   // what was written

    bool ecrite() const { return !id.empty(); }
};

// Clashes are looked for on so many days from the first change, from today on.
inline constexpr int jours_de_conflit = 60;
// A person or a professional that is expected twice is for whoever writes to accept; a room or a
// vehicle, for who leads: somebody else counts on it.
bool accepte(const acces::Professionnel& qui, const agenda::Conflit& conflit);

enum class Conflits { montrer, accepter };

// Faults: those of `fautes_de`, "rendez_vous.classe", ".ancien", ".ressource", ".professionnel",
// ".objectif". Refusals: "dui.etablissement_interdit", "dui.dossier_inconnu", "rendez_vous.id". The
// same again is answered as it was the first time.
core::Result<Issue> programmer(storage::Writer& db, const Auteur& auteur, RendezVous voulu,
                               Conflits conflits);

// `vue` is the version of the event that was before the eyes: "element.version" otherwise. What has
// begun stays as it was: "toutes" are those that have not, however the series is called after.
enum class Portee { une, suivantes, toutes };
constexpr auto names(Portee) {
    return std::to_array<core::Named<Portee>>(
        {{Portee::une, "une"}, {Portee::suivantes, "suivantes"}, {Portee::toutes, "toutes"}});
}
struct Cible {
    std::string id;
    recurrence::Moment prevue;
    std::int64_t vue;
    Portee portee = Portee::une;
};

// The rule, the hour and the rest of `voulu` from that occurrence on; its beginning is the new one
// of that occurrence.
struct Changement {
    RendezVous voulu;
    Conflits conflits;
};
core::Result<Issue> changer(storage::Writer& db, const Auteur& auteur, const Cible& cible,
                            Changement changement);
// That one only.
struct Deplacement {
    recurrence::Moment a;
    int minutes;
    Conflits conflits;
};
core::Result<Issue> deplacer(storage::Writer& db, const Auteur& auteur, const Cible& cible,
                             const Deplacement& ou);
// Those that follow, or all: one is cancelled by its status. Fault "agenda.motif".
core::Result<Issue> annuler(storage::Writer& db, const Auteur& auteur, const Cible& cible,
                            const std::string& motif);

// Faults "ressource.nom", "ressource.deja". Whoever leads or keeps the office.
core::Result<Issue> ouvrir_ressource(storage::Writer& db, const Auteur& auteur,
                                     const core::Finess& finess_et, const Ressource& voulue);

}  // namespace grappe::rendez_vous
