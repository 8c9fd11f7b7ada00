// Events read once for the window, their occurrences, then what was said of each.
#include "dui/rendez_vous/lecture.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "core/integer.hpp"
#include "core/texte.hpp"
#include "dui/lecture/contenu.hpp"

namespace grappe::rendez_vous {
namespace {

using recurrence::Fenetre, recurrence::Moment;

constexpr std::size_t ressources_au_plus = 500;  // of an establishment

void ajouter(std::vector<Occurrence>& toutes, const RendezVous& un, Fenetre fenetre,
             std::int64_t version = 0) {
    if (un.annule) return;
    const auto deroulees = recurrence::derouler(un.serie, fenetre).value();
    for (const auto& une : deroulees)
        toutes.push_back({.evenement = {.id = id_de_l_occurrence(un.id, une.prevue),
                                        .titre = un.titre,
                                        .de = une.de,
                                        .a = une.a,
                                        .participations = un.participations},
                          .rendez_vous = un.id,
                          .finess_et = un.finess_et,
                          .classe = un.classe,
                          .prevue = une.prevue,
                          .debut = une.debut,
                          .fin = une.fin,
                          .lieu = un.lieu,
                          .version = version,
                          .serie = un.serie.regle.has_value(),
                          .deplacee = une.deplacee(),
                          .hors_prestation = un.hors_prestation});
}

// One statement for each establishment; what was moved from elsewhere is read alone.
void dire_les_etats(storage::Reader& db, std::vector<Occurrence>& toutes, Fenetre fenetre) {
    const auto de = core::paris().start_of(fenetre.du.plus_days(-8));
    const auto a = core::paris().start_of(fenetre.au.plus_days(1));
    std::unordered_map<std::string, Etat> etats;
    std::set<std::string> lieux;
    for (const auto& une : toutes) lieux.insert(une.finess_et.text());
    for (const auto& lieu : lieux)
        for (const auto& version : element::entre(db, {lieu, element::Genre::occurrence, de, a}))
            etats.emplace(version.element.id, etat_lu(version.element.contenu));
    for (auto& une : toutes) {
        const auto prevue = recurrence::instant_de(une.prevue);
        const auto lu = etats.find(une.evenement.id);
        if (lu != etats.end()) {
            lu->second.dire(une.evenement);
        } else if (prevue < de || prevue >= a) {
            if (const auto seul = element::derniere(db, une.evenement.id))
                etat_lu(seul->element.contenu).dire(une.evenement);
        }
    }
}

std::vector<Occurrence> finir(storage::Reader& db, std::vector<Occurrence> toutes,
                              Fenetre fenetre) {
    dire_les_etats(db, toutes, fenetre);
    std::ranges::sort(toutes, {}, [](const Occurrence& une) {
        return std::tie(une.evenement.de, une.evenement.id);
    });
    return toutes;
}

// That one, wherever it was moved to.
std::optional<Occurrence> trouver(storage::Reader& db, const RendezVous& un, const Moment& prevue) {
    auto jour = prevue.jour;
    for (const auto& une : un.serie.deplacees)
        if (une.de == prevue) jour = une.a.jour;
    for (auto& une : occurrences_de(db, un, {jour, jour}))
        if (une.prevue == prevue) return std::move(une);
    return std::nullopt;
}

std::optional<Occurrence> premiere_depuis(storage::Reader& db, const RendezVous& un,
                                          core::Date jour) {
    for (const auto depuis : {jour, un.serie.debut.jour})
        for (auto& une :
             occurrences_de(db, un, {depuis, depuis.plus_days(recurrence::jours_max - 1)}))
            return std::move(une);
    return std::nullopt;
}

}  // namespace

std::vector<Occurrence> occurrences_du_lieu(storage::Reader& db, std::string_view finess_et,
                                            Fenetre fenetre) {
    std::vector<Occurrence> toutes;
    for (const auto& version : au_lieu(db, finess_et, fenetre))
        ajouter(toutes, lu(version.element), fenetre, version.version);
    return finir(db, std::move(toutes), fenetre);
}

std::vector<Occurrence> occurrences_de(storage::Reader& db, const std::set<Qui>& qui,
                                       Fenetre fenetre) {
    std::vector<Occurrence> toutes;
    std::set<std::string> vus;
    for (const auto& un : qui)
        for (const auto& version : de_qui(db, un, fenetre))
            if (vus.insert(version.element.id).second)
                ajouter(toutes, lu(version.element), fenetre, version.version);
    return finir(db, std::move(toutes), fenetre);
}

std::vector<Occurrence> occurrences_de(storage::Reader& db, const RendezVous& un, Fenetre fenetre) {
    std::vector<Occurrence> toutes;
    ajouter(toutes, un, fenetre);
    return finir(db, std::move(toutes), fenetre);
}

bool lit(const acces::Professionnel& qui, const Occurrence& une) {
    return qui.peut_a(access::Permission::dossier_usager_lire, une.finess_et.text()) &&
           qui.lit(une.classe);
}

std::string reserve_a(const agenda::Evenement& evenement,
                      const std::set<std::string, std::less<>>& fermees) {
    std::string premiere;
    for (const auto& une : evenement.participations) {
        if (une.genre != agenda::Genre::personne) continue;
        if (!fermees.contains(une.id)) return {};
        if (premiere.empty()) premiere = une.id;
    }
    return premiere;
}

std::vector<agenda::Evenement> evenements_de(std::span<const Occurrence> occurrences) {
    std::vector<agenda::Evenement> tous;
    tous.reserve(occurrences.size());
    for (const auto& une : occurrences) tous.push_back(une.evenement);
    return tous;
}

core::Result<Detail> lire(storage::Reader& db, const acces::Professionnel& qui,
                          const Demandee& demandee) {
    const auto inconnu = core::refuse(core::Reason::not_found, "rendez_vous.inconnu");
    const auto version = element::derniere(db, demandee.id);
    if (!version || version->element.genre != element::Genre::rendez_vous) return inconnu;
    auto un = lu(version->element);
    const auto prevue = Moment::lire(demandee.prevue);
    auto occurrence = prevue ? trouver(db, un, *prevue) : premiere_depuis(db, un, demandee.jour);
    if (!occurrence || !lit(qui, *occurrence)) return inconnu;
    Etat etat;
    if (const auto dit = element::derniere(db, occurrence->evenement.id))
        etat = etat_lu(dit->element.contenu);
    return Detail{std::move(un), version->version, *std::move(occurrence), std::move(etat)};
}

std::vector<agenda::Participation> participations_de(const Attendus& attendus,
                                                     std::span<const Ressource> ressources) {
    using agenda::Genre;
    std::vector<agenda::Participation> toutes;
    for (const auto& une : attendus.personnes)
        toutes.push_back({.genre = Genre::personne,
                          .id = une,
                          .objectif = attendus.personnes.size() == 1 ? attendus.objectif : ""});
    for (const auto& un : attendus.professionnels)
        toutes.push_back({.genre = Genre::professionnel, .id = un});
    for (const auto& id : attendus.ressources) {
        const auto une = std::ranges::find(ressources, id, &Ressource::id);
        toutes.push_back({.genre = une == ressources.end() ? Genre::salle : une->genre, .id = id});
    }
    return toutes;
}

std::vector<Ressource> ressources_de(storage::Reader& db, std::string_view finess_et) {
    std::vector<Ressource> toutes;
    for (const auto& une :
         element::du_lieu(db, {finess_et, element::Genre::ressource, ressources_au_plus})) {
        if (une.element.etat != element::Etat::actif) continue;
        auto textes = lecture::textes_du_contenu(une.element.contenu);
        toutes.push_back({.id = une.element.id,
                          .nom = textes["nom"],
                          .genre = core::named<agenda::Genre>(textes["genre"]).value(),
                          .places = core::integer<int>(textes["places"]).value_or(0),
                          .partagee = !textes["partagee"].empty(),
                          .version = une.version});
    }
    std::ranges::sort(toutes, {}, [](const Ressource& une) {
        return std::pair{core::fold(une.nom), une.id};
    });
    return toutes;
}

}  // namespace grappe::rendez_vous
