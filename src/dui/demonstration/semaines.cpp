// Rooms are opened, each activity planned, and what is over pointed, person by person.
#include "dui/demonstration/semaines.hpp"

#include <algorithm>

#include "core/calendar.hpp"
#include "core/integer.hpp"
#include "dui/demonstration/lignes.hpp"
#include "dui/generateur/hasard.hpp"
#include "dui/rendez_vous/tenue.hpp"

namespace grappe::demonstration {
namespace {

using rendez_vous::Auteur, rendez_vous::RendezVous;

constexpr int semaines_a_venir = 8;
constexpr std::array<std::string_view, 7> noms_des_jours{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

std::optional<std::vector<recurrence::JourDeSemaine>> jours_de(std::string_view texte) {
    std::vector<recurrence::JourDeSemaine> jours;
    while (!texte.empty()) {
        const auto la = std::ranges::find(noms_des_jours, texte.substr(0, 2));
        if (la == noms_des_jours.end()) return std::nullopt;
        jours.push_back({.rang = 0, .jour = 1 + static_cast<int>(la - noms_des_jours.begin())});
        texte = texte.substr(std::min<std::size_t>(texte.size(), 3));
    }
    return jours;
}

// secteur;titre;lieu;salle;jours;jour;debut;minutes;premiere;personnes;classe
std::optional<Activite> activite_de(const std::vector<std::string_view>& champs) {
    if (champs.size() != 11) return std::nullopt;
    auto jours = jours_de(champs[4]);
    const auto classe = core::named<partage::Classe>(champs[10]);
    const auto entier = [&](std::size_t rang) { return core::integer<int>(champs[rang]); };
    const auto jour = entier(5), debut = entier(6), minutes = entier(7), premiere = entier(8),
               personnes = entier(9);
    if (!jours || !classe || !jour || !debut || !minutes || !premiere || !personnes)
        return std::nullopt;
    return Activite{.secteur = std::string{champs[0]},
                    .titre = std::string{champs[1]},
                    .lieu = std::string{champs[2]},
                    .salle = std::string{champs[3]},
                    .jours = *std::move(jours),
                    .jour = *jour,
                    .minute = *debut,
                    .minutes = *minutes,
                    .premiere = static_cast<std::size_t>(*premiere),
                    .personnes = static_cast<std::size_t>(*personnes),
                    .classe = *classe};
}

// Its id; empty: nobody there opens rooms.
core::Result<std::string> salle_ouverte(const Vie& vie, const std::string& nom) {
    const auto* qui =
        vie.premier(access::Permission::dossier_usager_ecrire, [](const acces::Professionnel& lui) {
            return lui.acteur.role == access::Role::encadrement ||
                   lui.acteur.role == access::Role::secretariat;
        });
    if (qui == nullptr) return std::string{};
    const auto id = id_fictif(vie, "salle " + nom);
    const auto ouverte =
        rendez_vous::ouvrir_ressource(vie.db, {*qui, vie.ici.maintenant, chacun}, vie.ici.finess_et,
                                      {.id = id, .nom = nom, .genre = agenda::Genre::salle});
    if (!ouverte) return ouverte.error();
    return id;
}

std::vector<agenda::Participation> participants(const Vie& vie, const Activite& activite,
                                                const acces::Professionnel& qui) {
    std::vector<agenda::Participation> tous;
    const auto& la = vie.ici.personnes;
    const auto combien = std::min(activite.personnes, la.size());
    for (std::size_t n = 0; n < combien; ++n) {
        const auto& personne = la[(activite.premiere + n) % la.size()];
        const auto objectif = vie.objectifs.find(personne);
        tous.push_back(
            {.genre = agenda::Genre::personne,
             .id = personne,
             .objectif = objectif == vie.objectifs.end() ? std::string{} : objectif->second});
    }
    if (qui.peut_a(access::Permission::dossier_usager_lire, vie.ici.finess_et.text()))
        tous.push_back({.genre = agenda::Genre::professionnel, .id = qui.acteur.compte});
    return tous;
}

RendezVous rendez_vous_de(const Vie& vie, const Activite& activite, int jours) {
    const bool revient = !activite.jours.empty();
    RendezVous un{.id = id_fictif(vie, "agenda " + activite.titre),
                  .finess_et = vie.ici.finess_et,
                  .classe = activite.classe,
                  .titre = activite.titre,
                  .lieu = activite.lieu,
                  .commentaire = {},
                  .participations = {},
                  .serie = {.debut = {vie.ici.au.plus_days(revient ? -jours : activite.jour),
                                      activite.minute},
                            .minutes = activite.minutes}};
    if (revient)
        un.serie.regle = recurrence::Regle{
            .jusqu_au = recurrence::Moment{vie.ici.au.plus_days(7 * semaines_a_venir), 0},
            .jours = activite.jours};
    return un;
}

// Of twelve: nine are there, one is excused, one absent, one says no.
agenda::Presence presence(generateur::Hasard& hasard) {
    const auto tirage = hasard.sous(12);
    if (tirage == 0) return agenda::Presence::excusee;
    if (tirage == 1) return agenda::Presence::absente;
    return tirage == 2 ? agenda::Presence::refusee : agenda::Presence::presente;
}

core::Result<std::int64_t> pointer_ce_qui_est_fait(const Vie& vie, const Auteur& auteur,
                                                   const RendezVous& un) {
    std::int64_t pointages = 0;
    const auto du = un.serie.debut.jour;
    if (vie.ici.au < du) return pointages;
    for (const auto& une : rendez_vous::occurrences_de(vie.db, un, {du, vie.ici.au})) {
        if (vie.ici.maintenant.seconde() < une.evenement.a) continue;
        generateur::Hasard hasard{
            1, static_cast<std::uint64_t>(une.prevue.jour.days().time_since_epoch().count()),
            static_cast<std::uint64_t>(une.prevue.minute)};
        for (const auto& qui : une.evenement.participations) {
            if (qui.genre != agenda::Genre::personne) continue;
            const auto fait =
                rendez_vous::pointer(vie.db, auteur, {un.id, une.prevue},
                                     {{agenda::Genre::personne, qui.id}, presence(hasard)});
            if (!fait) return fait.error();
            ++pointages;
        }
    }
    return pointages;
}

}  // namespace

core::Result<std::vector<Activite>> lire_les_activites(const std::filesystem::path& fichier) {
    return lire_les_lignes<Activite>(fichier, activite_de);
}

core::Result<Tenus> tenir_l_agenda(const Vie& vie, const std::vector<Activite>& activites,
                                   int jours) {
    Tenus tenus;
    for (const auto& activite : activites) {
        const auto* qui = vie.qui_ecrit(activite.classe);
        if (activite.secteur != vie.secteur() || qui == nullptr || vie.ici.personnes.empty())
            continue;
        auto un = rendez_vous_de(vie, activite, jours);
        un.participations = participants(vie, activite, *qui);
        if (!activite.salle.empty()) {
            const auto salle = salle_ouverte(vie, activite.salle);
            if (!salle) return salle.error();
            if (!salle->empty())
                un.participations.push_back({.genre = agenda::Genre::salle, .id = *salle});
        }
        const Auteur auteur{*qui, vie.ici.maintenant, chacun};
        const auto prevu =
            rendez_vous::programmer(vie.db, auteur, un, rendez_vous::Conflits::accepter);
        if (!prevu) return prevu.error();
        core::ensure(prevu->ecrite(), "an activity of the demonstration is sound");
        const auto pointages = pointer_ce_qui_est_fait(vie, auteur, un);
        if (!pointages) return pointages.error();
        ++tenus.rendez_vous;
        tenus.pointages += *pointages;
    }
    return tenus;
}

}  // namespace grappe::demonstration
