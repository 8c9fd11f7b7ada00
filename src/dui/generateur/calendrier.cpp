// The civil calendar and the hours of Paris, in integers.
#include "dui/generateur/calendrier.hpp"

#include <algorithm>
#include <chrono>

namespace grappe::generateur {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

std::chrono::year_month_day civil(Jour jour) {
    return std::chrono::year_month_day{sys_days{std::chrono::days{jour}}};
}

// Since 1996: from the last Sunday of March to the last Sunday of October.
bool en_ete(Jour jour) {
    const auto annee = civil(jour).year();
    const auto dernier_dimanche = [&](std::chrono::month mois) {
        return sys_days{annee / mois / std::chrono::Sunday[std::chrono::last]};
    };
    const sys_days lui{std::chrono::days{jour}};
    return lui >= dernier_dimanche(std::chrono::March) &&
           lui < dernier_dimanche(std::chrono::October);
}

JourEcrit ecrit(Jour jour) {
    const std::chrono::weekday semaine{sys_days{std::chrono::days{jour}}};
    return {.texte = texte_de(jour),
            .heures_d_avance = en_ete(jour) ? 2 : 1,
            .rang_semaine = static_cast<int>(semaine.iso_encoding()) - 1};
}

}  // namespace

TexteDeJour texte_de(Jour jour) {
    const auto date = civil(jour);
    const auto chiffre = [](unsigned valeur) { return static_cast<char>('0' + valeur % 10); };
    const auto annee = static_cast<unsigned>(static_cast<int>(date.year()));
    const auto mois = static_cast<unsigned>(date.month());
    const auto quantieme = static_cast<unsigned>(date.day());
    return {chiffre(annee / 1000),
            chiffre(annee / 100),
            chiffre(annee / 10),
            chiffre(annee),
            '-',
            chiffre(mois / 10),
            chiffre(mois),
            '-',
            chiffre(quantieme / 10),
            chiffre(quantieme)};
}

Jour jour_de(core::Date date) { return static_cast<Jour>(date.days().time_since_epoch().count()); }

Jour moins_mois(Jour jour, int mois) {
    auto date = civil(jour) - std::chrono::months{mois};
    if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
    return static_cast<Jour>(sys_days{date}.time_since_epoch().count());
}

Calendrier::Calendrier(Jour premier, Jour dernier) : premier_{premier} {
    jours_.reserve(static_cast<std::size_t>(std::max(0, dernier - premier + 1)));
    for (auto jour = premier; jour <= dernier; ++jour) jours_.push_back(ecrit(jour));
}

JourEcrit Calendrier::jour(Jour jour) const {
    const auto rang = static_cast<std::size_t>(jour - premier_);
    return jour >= premier_ && rang < jours_.size() ? jours_[rang] : ecrit(jour);
}

}  // namespace grappe::generateur
