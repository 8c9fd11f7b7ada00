// Calendar, CAL-01 to CAL-08: windows of the call (AAP NA 2024 §4.6; IDF 2023 "calendrier"; kit).
// A window names the rule that it states; that rule is judged whatever the call says of it.
#include <algorithm>
#include <array>

#include "portail/recevabilite/regles.hpp"

namespace grappe::recevabilite {
namespace {

using rules::Issue, rules::RegleId, programme::RegleAppel;

constexpr std::array regles_du_calendrier{RegleId::cal_01, RegleId::cal_02, RegleId::cal_03,
                                          RegleId::cal_04, RegleId::cal_05, RegleId::cal_06,
                                          RegleId::cal_07, RegleId::cal_08};

bool une_fenetre_enonce(const programme::Appel& appel, RegleId regle) {
    if (!appel.fenetres.definie()) return false;
    return std::any_of(appel.fenetres->begin(), appel.fenetres->end(),
                       [&](const auto& fenetre) { return fenetre.regle == regle; });
}

std::optional<GenreDeDossier> genre(const Examen& examen) {
    const auto portee = portee_de(examen.routage, examen.decompte);
    if (!portee) return std::nullopt;
    return GenreDeDossier{*portee, examen.saisi().nature.valeur_ou(programme::Nature::nouveau)};
}

// A window of this rule speaks of dossiers of this kind.
bool enonce_pour_ce_genre(const Examen& examen, RegleId regle) {
    const auto voulu = genre(examen);
    const auto& fenetres = *examen.appel().fenetres;
    return voulu && std::any_of(fenetres.begin(), fenetres.end(), [&](const auto& fenetre) {
               return fenetre.regle == regle && concerne(fenetre, *voulu);
           });
}

// "23 h 59" in the time zone of the call.
std::string heure(const core::Zone& fuseau, core::Instant instant) {
    const auto texte = fuseau.text(instant);  // "2024-05-24T23:59:59+02:00"
    return texte.substr(11, 2) + " h " + texte.substr(14, 2);
}

// "24 mai 2024 à minuit": a window that ends as a day begins ends at midnight of the day before.
void ajouter_la_fin(const core::Zone& fuseau, core::Instant fin, rules::Faits& faits) {
    const auto jour = fuseau.day_of(fin);
    const bool minuit = fuseau.start_of(jour) == fin;
    faits.push_back({"dernier_jour", minuit ? jour.plus_days(-1) : jour});
    if (minuit)
        faits.push_back({"heure", std::string_view{"minuit"}});
    else
        faits.push_back({"heure", heure(fuseau, fin)});
}

rules::Faits faits_de_la_fenetre(const Examen& examen, const programme::Fenetre& fenetre) {
    const auto& fuseau = examen.appel().fuseau;
    rules::Faits faits{{"fenetre", std::string_view{fenetre.id}},
                       {"ouvre_le", fuseau.day_of(fenetre.ouvre_le)},
                       {"depose_le", examen.contexte.jour_du_depot},
                       {"heure_depot", heure(fuseau, examen.saisi().depose_le)}};
    ajouter_la_fin(fuseau, fenetre.ferme_le, faits);
    return faits;
}

Verdict dans_la_fenetre(const Examen& examen, const ChoixDeFenetre& choix) {
    const auto& fenetre = *choix.fenetre;
    auto faits = faits_de_la_fenetre(examen, fenetre);
    switch (choix.temps) {
        case Temps::a_temps:
            return {Issue::conforme, "recevabilite.cal.a_temps", std::move(faits), &fenetre.source};
        case Temps::depot_tolere:
            return {Issue::alerte, "recevabilite.cal.tolere", std::move(faits), &fenetre.source};
        case Temps::trop_tot:
            return {Issue::non_conforme, "recevabilite.cal.trop_tot", std::move(faits),
                    &fenetre.source};
        case Temps::trop_tard:
            break;
    }
    return {Issue::non_conforme, "recevabilite.cal.trop_tard", std::move(faits), &fenetre.source};
}

Verdict sans_date(const Examen& examen) {
    return {.issue = Issue::non_defini,
            .phrase = "recevabilite.cal.sans_date",
            .faits = {{"appel", std::string_view{examen.appel().id}}},
            .source = &examen.appel().fenetres.source};
}

// CAL-04: after the last closing of its kind, a first deposit is not receivable.
Verdict apres_la_cloture(const Examen& examen) {
    const bool tard = examen.fenetre && examen.fenetre->temps == Temps::trop_tard;
    const auto voulu = genre(examen);
    const auto& fenetres = *examen.appel().fenetres;
    const bool encore = std::any_of(fenetres.begin(), fenetres.end(), [&](const auto& fenetre) {
        return concerne(fenetre, *voulu) && examen.saisi().depose_le < fenetre.ouvre_le;
    });
    if (tard && !encore) return {Issue::non_conforme, "recevabilite.cal_04.non_conforme"};
    return {Issue::conforme, "recevabilite.cal_04.conforme"};
}

// CAL-06: the first window is strongly recommended; the second takes regional dossiers only.
Verdict methode_des_fenetres(const Examen& examen) {
    const auto* retenue = examen.fenetre->fenetre;
    const auto voulu = genre(examen);
    const auto& fenetres = *examen.appel().fenetres;
    const bool premiere = std::none_of(fenetres.begin(), fenetres.end(), [&](const auto& autre) {
        return concerne(autre, *voulu) && autre.ouvre_le < retenue->ouvre_le;
    });
    if (premiere) return {Issue::conforme, "recevabilite.cal_06.conforme"};
    return {Issue::alerte, "recevabilite.cal_06.alerte"};
}

Verdict periode_de_l_appel(const Examen& examen) {
    const auto& fenetres = *examen.appel().fenetres;
    const auto depot = examen.saisi().depose_le;
    const bool avant = std::all_of(fenetres.begin(), fenetres.end(), [&](const auto& fenetre) {
        return depot < fenetre.tolere_des.value_or(fenetre.ouvre_le);
    });
    const bool apres = std::all_of(fenetres.begin(), fenetres.end(),
                                   [&](const auto& fenetre) { return fenetre.ferme_le <= depot; });
    rules::Faits faits{{"depose_le", examen.contexte.jour_du_depot}};
    if (avant || apres)
        return {Issue::non_conforme, "recevabilite.cal.hors_periode", std::move(faits)};
    return {Issue::conforme, "recevabilite.cal.dans_la_periode", std::move(faits)};
}

Verdict regle_applicable(const Examen& examen, RegleId regle) {
    if (regle == RegleId::cal_08) return {Issue::sans_objet, "recevabilite.cal_08.sans_objet"};
    if (!examen.fenetre) return {Issue::sans_objet, "recevabilite.cal.sans_fenetre"};
    if (regle == RegleId::cal_04) return apres_la_cloture(examen);
    if (regle == RegleId::cal_06) return methode_des_fenetres(examen);
    if (enonce_pour_ce_genre(examen, regle)) return dans_la_fenetre(examen, *examen.fenetre);
    if (une_fenetre_enonce(examen.appel(), regle))
        return {Issue::sans_objet, "recevabilite.cal.autre_genre"};
    return periode_de_l_appel(examen);
}

// Where the call gives no date for this kind, the rule that says so: the one the call leaves
// undefined, else the first that it applies, else CAL-01.
RegleId regle_du_silence(const programme::Appel& appel) {
    for (const auto etat : {RegleAppel::Etat::non_definie, RegleAppel::Etat::appliquee})
        for (const auto regle : regles_du_calendrier)
            if (regle != RegleId::cal_08 && appel.regle(regle).etat == etat) return regle;
    return RegleId::cal_01;
}

Verdict juger(const Examen& examen, RegleId regle) {
    const auto& appel = examen.appel();
    if (!examen.fenetre && regle == regle_du_silence(appel)) return sans_date(examen);
    if (examen.fenetre && examen.fenetre->fenetre->regle == regle)
        return dans_la_fenetre(examen, *examen.fenetre);
    const rules::Fait nom{"appel", std::string_view{appel.id}};
    switch (appel.regle(regle).etat) {
        case RegleAppel::Etat::sans_objet:
            return {Issue::sans_objet, "recevabilite.sans_objet_dans_l_appel", {nom}};
        case RegleAppel::Etat::non_definie:
            return {Issue::non_defini, "recevabilite.non_defini_dans_l_appel", {nom}};
        case RegleAppel::Etat::appliquee:
            break;
    }
    return regle_applicable(examen, regle);
}

// The kind of dossier is unknown while the call's dates depend on it.
bool nature_manquante(const Examen& examen) {
    const auto portee = portee_de(examen.routage, examen.decompte);
    if (!examen.saisi().nature.inconnue() || !portee || !examen.fenetre) return false;
    const auto& fenetres = *examen.appel().fenetres;
    return std::any_of(fenetres.begin(), fenetres.end(), [&](const auto& fenetre) {
        const auto pour = [&](programme::Nature nature) {
            return concerne(fenetre, {*portee, nature});
        };
        const bool nouveau = pour(programme::Nature::nouveau);
        return pour(programme::Nature::redepose) != nouveau ||
               pour(programme::Nature::extension) != nouveau;
    });
}

}  // namespace

void juger_calendrier(const Examen& examen, Constats& constats) {
    const auto ajouter = [&](RegleId regle, Verdict verdict) {
        constats.push_back({regle, verdict.issue, rules::Objet::du_dossier(), verdict.phrase,
                            std::move(verdict.faits),
                            source_ou(verdict.source, examen.appel().regle(regle).source)});
    };
    for (const auto regle : regles_du_calendrier) {
        ajouter(regle, juger(examen, regle));
        if (examen.fenetre && examen.fenetre->fenetre->regle == regle && nature_manquante(examen))
            ajouter(regle, {Issue::manque, "recevabilite.cal.nature_inconnue"});
    }
}

}  // namespace grappe::recevabilite
