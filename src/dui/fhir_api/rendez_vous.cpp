// Appointment: occurrences of the events of persons, in a window of days.
#include <algorithm>

#include "core/ensure.hpp"
#include "dui/element/elements_repository.hpp"
#include "dui/fhir/piece.hpp"
#include "dui/fhir_api/service.hpp"
#include "dui/rendez_vous/lecture.hpp"
#include "dui/rendez_vous/rendez_vous_repository.hpp"

namespace grappe::fhir_api {
namespace {

using fhir::Critere, fhir::Recherche;
using rendez_vous::Occurrence, rendez_vous::Qui;

// Without a bound, and the widest window that is read.
constexpr std::int64_t jours_avant = 30, jours_apres = 366;

std::string id_de(const Occurrence& une) {
    return fhir::id_de_l_appointment(une.rendez_vous, une.prevue.texte());
}

// The days that the criteria leave, or those around today.
recurrence::Fenetre fenetre_de(const Acces& acces, const Recherche& recherche) {
    std::optional<core::Date> du, au;
    for (const auto& critere : recherche.criteres) {
        if (critere.nom != "date" || critere.valeurs.size() != 1) continue;
        const auto& valeur = critere.valeurs.front();
        const auto premier = core::paris().day_of(valeur.quand->debut);
        const auto fin = valeur.quand->fin ? core::paris().day_of(*valeur.quand->fin) : premier;
        using enum fhir::Prefixe;
        if (valeur.prefixe == eq || valeur.prefixe == ge || valeur.prefixe == gt ||
            valeur.prefixe == sa)
            du = du ? std::max(*du, premier) : premier;
        if (valeur.prefixe == eq || valeur.prefixe == le || valeur.prefixe == lt ||
            valeur.prefixe == eb)
            au = au ? std::min(*au, fin) : fin;
    }
    if (!du && !au)
        return {acces.aujourd_hui.plus_days(-jours_avant),
                acces.aujourd_hui.plus_days(jours_apres)};
    if (!du) du = au->plus_days(-jours_apres);
    const auto borne = du->plus_days(jours_avant + jours_apres);
    return {*du, au ? std::min(*au, borne) : borne};
}

std::set<std::string> visibles_de(const Acces& acces, const agenda::Evenement& un) {
    std::set<std::string> visibles;
    for (const auto& une : un.participations)
        if (une.genre == agenda::Genre::personne && personne_visible(acces, une.id))
            visibles.insert(une.id);
    return visibles;
}

// The version of the event, and that of what was said of this occurrence.
fhir::Meta meta_de_l_occurrence(const Acces& acces, const Occurrence& une) {
    const auto serie = element::derniere(acces.db, une.rendez_vous);
    core::ensure(serie.has_value(), "an occurrence has its event");
    const auto dite = element::derniere(acces.db, une.evenement.id);
    const auto acte =
        std::max(serie->enregistrement, dite ? dite->enregistrement : serie->enregistrement);
    return meta_de(acces.db, acte);
}

std::optional<Lue> rendue(const Acces& acces, const Occurrence& une) {
    auto visibles = visibles_de(acces, une.evenement);
    if (visibles.empty()) return std::nullopt;
    auto ressource = fhir::en_appointment(
        {.rendez_vous = une.rendez_vous,
         .prevue = une.prevue.texte(),
         .evenement = une.evenement,
         .lieu = une.lieu,
         .meta = meta_de_l_occurrence(acces, une)},
        [&](std::string_view id) { return visibles.contains(std::string{id}); });
    return Lue{std::move(ressource), std::move(visibles)};
}

bool demande(const Acces& acces, const Recherche& recherche, const Occurrence& une) {
    if (!lit(acces.qui, une)) return false;
    const auto traits = fhir::traits_du_rendez_vous(une.evenement);
    const auto id = id_de(une);
    return std::ranges::all_of(recherche.criteres, [&](const Critere& un) {
        const fhir::Jeton jeton{"", id};
        return un.nom == "_id" ? convient(un, {&jeton, 1}) : fhir::convient(un, traits);
    });
}

// Of the persons that are asked for, or the occurrences of the ids.
std::vector<Occurrence> candidates(const Acces& acces, const Recherche& recherche) {
    std::vector<Occurrence> toutes;
    if (const auto personnes = personnes_nommees(acces, recherche)) {
        std::set<Qui> qui;
        for (const auto& id : *personnes)
            if (personne_visible(acces, id)) qui.insert({agenda::Genre::personne, id});
        return rendez_vous::occurrences_de(acces.db, qui, fenetre_de(acces, recherche));
    }
    for (const auto& une : recherche.critere("_id")->valeurs)
        if (const auto designee = fhir::designee(une.texte))
            if (auto detail =
                    rendez_vous::lire(acces.db, acces.qui,
                                      {designee->rendez_vous, designee->prevue, acces.aujourd_hui}))
                toutes.push_back(std::move(detail)->occurrence);
    return toutes;
}

Page chercher(const Acces& acces, const Recherche& recherche) {
    Page page;
    bool apres = recherche.apres.empty();
    std::string dernier;
    for (const auto& une : candidates(acces, recherche)) {
        const auto id = id_de(une);
        if (!std::exchange(apres, apres || id == recherche.apres)) continue;
        if (!demande(acces, recherche, une)) continue;
        if (page.trouvees.size() == recherche.combien) {
            page.apres = dernier;
            break;
        }
        auto lue = rendue(acces, une);
        if (!lue) continue;
        const fhir::Meta meta{lue->ressource.version, lue->ressource.modifiee_le};
        if (!enregistree_quand(recherche, meta)) continue;
        page.trouvees.push_back(*std::move(lue));
        dernier = id;
    }
    if (!recherche.inclusions.empty()) inclure_les_personnes(acces, page);
    return page;
}

// What an occurrence was before is not told: it is made from its event.
std::vector<Lue> versions(const Acces& acces, const std::string& logique) {
    const auto designee = fhir::designee(logique);
    if (!designee) return {};
    const auto detail = rendez_vous::lire(
        acces.db, acces.qui, {designee->rendez_vous, designee->prevue, acces.aujourd_hui});
    if (!detail) return {};
    auto lue = rendue(acces, detail->occurrence);
    if (!lue) return {};
    return {*std::move(lue)};
}

}  // namespace

Service service_des_rendez_vous() {
    return {.description = fhir::description_de_l_appointment,
            .versions = versions,
            .chercher = chercher};
}

}  // namespace grappe::fhir_api
