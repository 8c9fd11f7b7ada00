// One occurrence of an event as an Appointment.
#include <algorithm>

#include "core/texte.hpp"
#include "dui/fhir/objet.hpp"
#include "dui/fhir/piece.hpp"
#include "dui/recurrence/moment.hpp"
#include "secret/hasard.hpp"

namespace grappe::fhir {

const Description description_de_l_appointment{
    .type = "Appointment",
    .dit =
        "Rendez-vous, une ressource pour chaque occurrence : demander une personne "
        "(patient, actor) ou un _id",
    .parametres = {{"patient", Genre::reference, "Personne accompagnée", "Patient"},
                   {"actor", Genre::reference, "Personne accompagnée", "Patient"},
                   {"status", Genre::jeton, "booked, fulfilled, cancelled ou noshow"},
                   {"date", Genre::date,
                    "Jour du rendez-vous ; eq, ne, gt, lt, ge, le, sa, eb ; sans borne, de trente "
                    "jours avant aujourd'hui à un an après"}},
    .inclusions = {"Appointment:patient", "Appointment:actor"},
    .par_personne = true};

namespace {

using agenda::Presence, agenda::Statut;

bool personne_ne_vint(const agenda::Evenement& un) {
    bool quelqu_un = false;
    for (const auto& une : un.participations) {
        if (une.genre != agenda::Genre::personne) continue;
        if (une.presence != Presence::absente) return false;
        quelqu_un = true;
    }
    return quelqu_un;
}

std::string_view statut_de(const agenda::Evenement& un) {
    if (un.statut == Statut::annule) return "cancelled";
    if (personne_ne_vint(un)) return "noshow";
    return un.statut == Statut::planifie || un.statut == Statut::valide ? "booked" : "fulfilled";
}

std::string_view reponse_de(Presence presence) {
    if (presence == Presence::refusee || presence == Presence::excusee) return "declined";
    return presence == Presence::attendue ? "needs-action" : "accepted";
}

std::string_view libelle_de(agenda::Genre genre) {
    switch (genre) {
        case agenda::Genre::personne:
            return "Personne accompagnée";
        case agenda::Genre::professionnel:
            return "Professionnel";
        case agenda::Genre::salle:
            return "Salle";
        case agenda::Genre::vehicule:
            return "Véhicule";
    }
    return "";
}

}  // namespace

std::string id_de_l_appointment(std::string_view rendez_vous, std::string_view prevue) {
    std::string id{rendez_vous};
    id += '.';
    for (const char c : prevue)
        if (c != '-' && c != ':') id += c;
    return id;
}

std::optional<Designee> designee(std::string_view id) {
    constexpr std::size_t chiffres = 32, longueur = chiffres + 14;
    if (id.size() != longueur || id[chiffres] != '.') return std::nullopt;
    const auto quand = id.substr(chiffres + 1);
    const std::string prevue{
        std::string{quand.substr(0, 4)} + "-" + std::string{quand.substr(4, 2)} + "-" +
        std::string{quand.substr(6, 5)} + ":" + std::string{quand.substr(11, 2)}};
    if (!secret::est_un_identifiant(id.substr(0, chiffres)) || !recurrence::Moment::lire(prevue))
        return std::nullopt;
    return Designee{std::string{id.substr(0, chiffres)}, prevue};
}

Traits traits_du_rendez_vous(const agenda::Evenement& evenement) {
    return {.statut = statut_de(evenement), .date = Intervalle{evenement.de, evenement.a}};
}

Ressource en_appointment(const Occurrence& occurrence,
                         const std::function<bool(std::string_view)>& visible) {
    const auto& un = occurrence.evenement;
    std::vector<std::string> participants, buts;
    for (const auto& une : un.participations) {
        const bool nommee = une.genre == agenda::Genre::personne && visible(une.id);
        participants.push_back(
            Objet{}
                .json("type", "[" + en_clair(libelle_de(une.genre)) + "]")
                .json("actor", nommee ? reference("Patient", une.id) : std::string{})
                .texte("status", reponse_de(une.presence))
                .fin());
        if (nommee && !une.objectif.empty()) buts.push_back(reference("Goal", une.objectif));
    }
    if (!occurrence.lieu.empty())
        participants.push_back(Objet{}
                                   .json("actor", Objet{}.texte("display", occurrence.lieu).fin())
                                   .texte("status", "accepted")
                                   .fin());
    auto id = id_de_l_appointment(occurrence.rendez_vous, occurrence.prevue);
    auto json = Objet{"Appointment"}
                    .texte("id", id)
                    .json("meta", en_json(occurrence.meta))
                    .texte("status", statut_de(un))
                    .texte("description", un.titre)
                    .json("supportingInformation", liste(buts))
                    .texte("start", un.de.utc_text())
                    .texte("end", un.a.utc_text())
                    .json("minutesDuration", std::to_string(un.minutes()))
                    .json("participant", liste(participants))
                    .fin();
    return {"Appointment", std::move(id), occurrence.meta.version, occurrence.meta.modifiee_le,
            std::move(json)};
}

}  // namespace grappe::fhir
