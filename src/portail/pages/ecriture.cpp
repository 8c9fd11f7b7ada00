// Windows of a call and delays in French.
#include "portail/pages/ecriture.hpp"

#include <fmt/format.h>

namespace grappe::pages {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

struct Duree {
    std::int64_t nombre;
    std::string_view unite;  // end of the code of fr.txt
};

// The largest unit that says it: years beyond two, then months, days, hours, minutes.
Duree duree(std::chrono::seconds ecart) {
    if (ecart >= days{730}) return {ecart / days{365}, "ans"};
    if (ecart >= days{60}) return {ecart / days{30}, "mois"};
    if (ecart >= days{1}) return {ecart / days{1}, "jours"};
    if (ecart >= hours{1}) return {ecart / hours{1}, "heures"};
    return {std::max<std::int64_t>(1, ecart / minutes{1}), "minutes"};
}

std::string dire(const rules::Phrases& phrases, std::string_view debut, Duree duree) {
    return phrases.rendre(fmt::format("pages.{}.{}", debut, duree.unite),
                          {{"nombre", duree.nombre}});
}

}  // namespace

std::string cloture(core::Instant ferme_le, const core::Zone& fuseau) {
    if (page::depuis_minuit(ferme_le, fuseau) > minutes{0}) return moment(ferme_le, fuseau);
    return jour(fuseau.day_of(ferme_le).plus_days(-1)) + " à minuit";
}

EtatFenetre etat_de(const programme::Fenetre& fenetre, core::Instant instant) {
    if (instant < fenetre.ouvre_le) return EtatFenetre::a_venir;
    return instant < fenetre.ferme_le ? EtatFenetre::ouverte : EtatFenetre::fermee;
}

std::string_view classe_de(EtatFenetre etat) {
    if (etat == EtatFenetre::ouverte) return "ouvert";
    return etat == EtatFenetre::a_venir ? "venir" : "ferme";
}

std::string rebours(const programme::Fenetre& fenetre, core::Instant instant,
                    const rules::Phrases& phrases) {
    switch (etat_de(fenetre, instant)) {
        case EtatFenetre::ouverte:
            return dire(phrases, "ferme_dans", duree(fenetre.ferme_le.utc() - instant.utc()));
        case EtatFenetre::a_venir:
            return dire(phrases, "ouvre_dans", duree(fenetre.ouvre_le.utc() - instant.utc()));
        case EtatFenetre::fermee:
            break;
    }
    return dire(phrases, "fermee_depuis", duree(instant.utc() - fenetre.ferme_le.utc()));
}

}  // namespace grappe::pages
