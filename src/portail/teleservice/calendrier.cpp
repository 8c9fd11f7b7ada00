// Events of deadlines, and their text.
#include "portail/teleservice/calendrier.hpp"

#include "access/matrice.hpp"
#include "core/icalendar.hpp"
#include "identity/compte.hpp"
#include "portail/membres/membre.hpp"
#include "portail/teleservice/complement_repository.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/rappel.hpp"

namespace grappe::teleservice {
namespace {

std::string instant(core::Instant le) { return core::icalendar_date(le.utc_text()); }

std::string debut_de(const Evenement& evenement) {
    if (evenement.jour) return "DTSTART;VALUE=DATE:" + core::icalendar_date(evenement.jour->text());
    return "DTSTART:" + instant(evenement.le);
}

struct Sujet {
    const Moyens& moyens;
    core::Instant maintenant;
};

void ajouter_le_depot(std::vector<Evenement>& tous, const Sujet& sujet, const Etat& etat,
                      core::Instant ferme_le) {
    const auto nom = nom_du_dossier(etat.contenu.texte(), etat.dossier);
    const rules::Faits faits{{"porteur", nom}, {"appel", etat.dossier.appel}};
    const auto dire = [&](const char* code) {
        return sujet.moyens.regles.phrases.rendre(code, faits);
    };
    tous.push_back({.uid = "depot-" + etat.dossier.id,
                    .le = ferme_le,
                    .titre = dire("calendrier.depot"),
                    .texte = dire("calendrier.depot.texte"),
                    .lien = sujet.moyens.adresse_publique + "/dossiers/" + etat.dossier.id});
}

std::optional<std::pair<Etat, core::Instant>> brouillon(storage::Reader& db, const Dossier& dossier,
                                                        const Sujet& sujet) {
    const auto& regles = sujet.moyens.regles;
    const auto* appel = regles.appel(dossier.appel, sujet.maintenant);
    if (dossier.statut != Statut::brouillon || !appel) return std::nullopt;
    auto etat = etat_de(db, dossier, regles, sujet.maintenant);
    const auto ferme_le = echeance_de(etat, *appel, sujet.maintenant);
    if (!ferme_le) return std::nullopt;
    return std::pair{std::move(etat), *ferme_le};
}

// The desk whose requests an account follows; empty: it examines nothing.
std::string guichet_suivi(storage::Reader& db, std::string_view compte) {
    const auto lu = identity::trouver_compte(db, std::string{compte});
    if (!lu || !access::pourrait(lu->acteur(), access::Permission::dossier_instruire)) return {};
    return std::string{lu->acteur().guichet()};
}

void ajouter_les_complements(std::vector<Evenement>& tous, storage::Reader& db,
                             std::string_view compte, const Sujet& sujet) {
    const auto& [moyens, maintenant] = sujet;
    for (const auto& demande : demandes_ouvertes(db, compte, guichet_suivi(db, compte))) {
        const auto dossier = trouver(db, demande.dossier);
        if (!dossier) continue;
        const auto ecrit = contenu(db, dossier->id, dossier->version).value_or("{}");
        const rules::Faits faits{{"porteur", nom_du_dossier(ecrit, *dossier)},
                                 {"appel", dossier->appel}};
        const bool porteur = dossier->compte == compte;
        const std::string code = porteur ? "calendrier.complements" : "calendrier.attendus";
        const auto page =
            porteur ? "/dossiers/" + dossier->id + "/echanges" : "/bureau/dossiers/" + dossier->id;
        tous.push_back({.uid = "complements-" + dossier->id + "-" + std::to_string(demande.numero),
                        .le = maintenant,
                        .titre = moyens.regles.phrases.rendre(code, faits),
                        .texte = moyens.regles.phrases.rendre(code + ".texte", faits),
                        .lien = moyens.adresse_publique + page,
                        .jour = demande.echeance});
    }
}

}  // namespace

std::string ics(const std::vector<Evenement>& evenements, core::Instant maintenant) {
    std::string sortie;
    const auto ligne = [&](std::string_view texte) { core::add_icalendar_line(sortie, texte); };
    ligne("BEGIN:VCALENDAR");
    ligne("VERSION:2.0");
    ligne("PRODID:-//Grappe//Echeances//FR");
    ligne("METHOD:PUBLISH");
    ligne("X-WR-CALNAME:Grappe");
    for (const auto& evenement : evenements) {
        ligne("BEGIN:VEVENT");
        ligne("UID:" + evenement.uid + "@grappe");
        ligne("DTSTAMP:" + instant(maintenant));
        ligne(debut_de(evenement));
        ligne("SUMMARY:" + core::icalendar_text(evenement.titre));
        ligne("DESCRIPTION:" + core::icalendar_text(evenement.texte));
        ligne("URL:" + evenement.lien);
        ligne("END:VEVENT");
    }
    ligne("END:VCALENDAR");
    return sortie;
}

std::vector<Evenement> echeances(storage::Reader& db, std::string_view compte, const Moyens& moyens,
                                 core::Instant maintenant) {
    const Sujet sujet{moyens, maintenant};
    std::vector<Evenement> tous;
    for (const auto& dossier : dossiers_du_compte(db, compte))
        if (const auto lu = brouillon(db, dossier, sujet))
            ajouter_le_depot(tous, sujet, lu->first, lu->second);
    for (const auto& membre : membres::membres_du_compte(db, compte)) {
        const auto dossier = trouver(db, membre.dossier);
        const auto lu = dossier ? brouillon(db, *dossier, sujet) : std::nullopt;
        if (!lu) continue;
        const rules::Faits faits{{"porteur", nom_du_dossier(lu->first.contenu.texte(), *dossier)},
                                 {"finess_ej", membre.finess_ej.text()}};
        tous.push_back({.uid = "accord-" + membre.id,
                        .le = lu->second,
                        .titre = moyens.regles.phrases.rendre("calendrier.accord", faits),
                        .texte = moyens.regles.phrases.rendre("calendrier.accord.texte", faits),
                        .lien = moyens.adresse_publique + "/parts/" + dossier->id + "/" +
                                membre.finess_ej.text()});
    }
    ajouter_les_complements(tous, db, compte, sujet);
    return tous;
}

}  // namespace grappe::teleservice
