// A choice in French becomes a rule of RFC 5545; a rule that no choice says is kept as it is.
#include "dui/planning/saisie.hpp"

#include <algorithm>
#include <array>

#include "core/calendar.hpp"

namespace grappe::planning {
namespace {

using agenda::Genre;
using recurrence::Moment;
using rendez_vous::Faute, rendez_vous::RendezVous;

constexpr std::array<const char*, 7> sigles{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr std::string_view regle_gardee = "regle:";  // then the rule

std::string jours_de(const Tape& tape) {
    std::string texte;
    for (const auto& un : tape.jours) (texte += texte.empty() ? ";BYDAY=" : ",") += un;
    return texte;
}

// "2TU": the second Tuesday; the fifth of a month is its last.
std::string rang_du_mois(core::Date jour) {
    const auto rang = (static_cast<int>(static_cast<unsigned>(jour.ymd().day())) + 6) / 7;
    return (rang == 5 ? "-1" : std::to_string(rang)) +
           sigles[static_cast<std::size_t>(core::iso_weekday(jour) - 1)];
}

std::string frequence_de(const Tape& tape, core::Date jour) {
    const auto& dite = tape.frequence;
    if (dite == "jour") return "FREQ=DAILY";
    if (dite == "ouvres") return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";
    if (dite == "semaine") return "FREQ=WEEKLY" + jours_de(tape);
    if (dite == "deux_semaines") return "FREQ=WEEKLY;INTERVAL=2" + jours_de(tape);
    if (dite == "mois") return "FREQ=MONTHLY";
    if (dite == "mois_rang") return "FREQ=MONTHLY;BYDAY=" + rang_du_mois(jour);
    if (dite == "an") return "FREQ=YEARLY";
    return {};
}

std::string fin_de(const Tape& tape, std::vector<Faute>& fautes) {
    if (!tape.jusqu_au.empty()) {
        const auto jour = core::Date::parse(tape.jusqu_au);
        if (!jour) {
            fautes.push_back({"jusqu_au", "rendez_vous.jusqu_au"});
            return {};
        }
        auto texte = jour->text();
        std::erase(texte, '-');
        return ";UNTIL=" + texte;
    }
    return tape.nombre.empty() ? std::string{} : ";COUNT=" + tape.nombre;
}

void lire_la_regle(const Tape& tape, RendezVous& un, std::vector<Faute>& fautes) {
    auto texte = tape.frequence.starts_with(regle_gardee)
                     ? tape.frequence.substr(regle_gardee.size())
                     : frequence_de(tape, un.serie.debut.jour);
    if (texte.empty()) return;
    if (!tape.frequence.starts_with(regle_gardee)) texte += fin_de(tape, fautes);
    auto lue = recurrence::lire_regle(texte);
    un.serie.regle = std::move(lue.regle);
    for (const auto& refus : lue.refus) fautes.push_back({"frequence", refus.code, refus.detail});
}

}  // namespace

Tape tape_de(const page::Formulaire& envoi) {
    const auto champ = [&](const char* nom) { return std::string{envoi.valeur(nom)}; };
    const auto liste = [&](const char* nom) {
        std::vector<std::string> toutes;
        for (const auto une : envoi.valeurs(nom)) toutes.emplace_back(une);
        return toutes;
    };
    return {.id = champ("id"),
            .titre = champ("titre"),
            .lieu = champ("lieu"),
            .commentaire = champ("commentaire"),
            .classe = champ("classe"),
            .jour = champ("jour"),
            .debut = champ("debut"),
            .fin = champ("fin"),
            .frequence = champ("frequence"),
            .jusqu_au = champ("jusqu_au"),
            .nombre = champ("nombre"),
            .objectif = champ("objectif"),
            .groupe = champ("groupe"),
            .jours = liste("jours"),
            .personnes = liste("personnes"),
            .professionnels = liste("professionnels"),
            .ressources = liste("ressources"),
            .hors_prestation = envoi.contient("hors_prestation"),
            .accepter = envoi.contient("accepter")};
}

Tape tape_de(const RendezVous& un, const rendez_vous::Occurrence& une) {
    Tape tape{.id = un.id,
              .titre = un.titre,
              .lieu = un.lieu,
              .commentaire = un.commentaire,
              .classe = std::string{core::name_of(un.classe)},
              .jour = une.debut.jour.text(),
              .debut = une.debut.texte().substr(11),
              .fin = une.fin.texte().substr(11),
              .frequence = {},
              .hors_prestation = un.hors_prestation};
    if (un.serie.regle)
        tape.frequence =
            std::string{regle_gardee} + recurrence::texte_de(*un.serie.regle, recurrence::Fin::utc);
    for (const auto& qui : un.participations) {
        if (!qui.objectif.empty()) tape.objectif = qui.objectif;
        (qui.genre == Genre::personne        ? tape.personnes
         : qui.genre == Genre::professionnel ? tape.professionnels
                                             : tape.ressources)
            .push_back(qui.id);
    }
    return tape;
}

int minutes_entre(std::string_view debut, std::string_view fin) {
    const auto un = Moment::lire("2024-01-01T" + std::string{debut}),
               autre = Moment::lire("2024-01-01T" + std::string{fin});
    if (!un || !autre) return 0;
    const auto minutes = autre->minute - un->minute;
    return minutes > 0 ? minutes : minutes + recurrence::minutes_du_jour;
}

Saisie saisie_de(const Tape& tape, const core::Finess& finess_et,
                 const std::vector<rendez_vous::Ressource>& ressources) {
    const auto debut = Moment::lire(tape.jour + "T" + tape.debut);
    const auto minutes = minutes_entre(tape.debut, tape.fin);
    Saisie saisie{
        .voulu = {.id = tape.id,
                  .finess_et = finess_et,
                  .classe = core::named<partage::Classe>(tape.classe)
                                .value_or(partage::Classe::quotidien),
                  .titre = tape.titre,
                  .lieu = tape.lieu,
                  .commentaire = tape.commentaire,
                  .hors_prestation = tape.hors_prestation,
                  .participations = {},
                  .serie = {.debut = debut ? *debut : Moment::lire("2024-01-01T09:00").value(),
                            .minutes = std::max(1, minutes)}},
        .fautes = {}};
    if (!debut || minutes == 0) saisie.fautes.push_back({"jour", "rendez_vous.moment"});
    lire_la_regle(tape, saisie.voulu, saisie.fautes);
    saisie.voulu.participations = rendez_vous::participations_de(
        {tape.personnes, tape.professionnels, tape.ressources, tape.objectif}, ressources);
    if (!saisie.fautes.empty())
        for (auto& une : rendez_vous::fautes_de(saisie.voulu))
            if (une.chemin != "frequence") saisie.fautes.push_back(std::move(une));
    return saisie;
}

}  // namespace grappe::planning
