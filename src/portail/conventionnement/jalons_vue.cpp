// One milestone in words: its state, its day, the days that are left, the text that says so.
#include "portail/conventionnement/jalons_vue.hpp"

#include <cstdlib>

#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"

namespace grappe::conventionnement {
namespace {

using jalons::Acte, jalons::Etat, jalons::Genre, jalons::Jalon, jalons::Nature, jalons::Suite;
using page::Vue;

std::string_view classe_de(const Jalon& jalon) {
    switch (jalon.etat) {
        case Etat::fait:
            return jalon.hors_delai() ? "alerte" : "ouvert";
        case Etat::a_venir:
            return "info";
        case Etat::en_retard:
            return jalon.nature == Nature::imperative ? "bloque" : "alerte";
        case Etat::non_respecte:
        case Etat::forclos:
            return "bloque";
        case Etat::sans_objet:
            break;
    }
    return "ferme";
}

std::string etat_de(const VuesDeJalons& vues, const Jalon& jalon) {
    const bool tard = jalon.etat == Etat::fait && jalon.hors_delai();
    return vues.dire(tard ? std::string{"jalons.etat.fait_hors_delai"}
                          : "jalons.etat." + std::string{core::name_of(jalon.etat)});
}

// "fait le 12 juin 2024", "au plus tard le 1 octobre 2024", "prévu le 2 mai 2025".
std::string date_de(const VuesDeJalons& vues, const Jalon& jalon) {
    if (jalon.fait_le) return vues.dire("page.jalons.le", {{"jour", *jalon.fait_le}});
    if (!jalon.terme)
        return jalon.prevu_le ? vues.dire("page.jalons.prevu_le", {{"jour", *jalon.prevu_le}})
                              : std::string{};
    return vues.dire(jalon.nature == Nature::prevue ? "page.jalons.prevu_le" : "page.jalons.avant",
                     {{"jour", *jalon.terme}});
}

// In months too, where days alone say little.
std::string duree(const VuesDeJalons& vues, int jours) {
    constexpr int jours_d_un_mois = 30, au_dela = 90;
    const auto nombre = std::int64_t{std::abs(jours)};
    if (nombre < au_dela) return vues.dire("page.jalons.jours", {{"jours", nombre}});
    return vues.dire("page.jalons.jours_et_mois",
                     {{"jours", nombre}, {"mois", nombre / jours_d_un_mois}});
}

// "il reste 34 jours", "dernier jour", "dépassé de 12 jours"; done: "12 jours trop tard".
std::string reste(const VuesDeJalons& vues, const Jalon& jalon) {
    if (!jalon.jours || jalon.etat == Etat::sans_objet) return {};
    const int jours = *jalon.jours;
    if (jalon.fait_le && jours >= 0) return {};
    if (!jalon.fait_le && jours == 0) return vues.dire("page.jalons.dernier_jour");
    const auto* code = jalon.fait_le ? "page.jalons.trop_tard"
                       : jours < 0   ? "page.jalons.depasse"
                                     : "page.jalons.il_reste";
    return vues.dire(code, {{"duree", duree(vues, jours)}});
}

std::string du_texte(const VuesDeJalons& vues, const Jalon& jalon) {
    if (!jalon.terme_du_texte) return {};
    return vues.dire("page.jalons.terme_du_texte", {{"jour", *jalon.terme_du_texte}});
}

// Nobody confirms what the desk says itself.
std::string suite_de(const VuesDeJalons& vues, const Jalon& jalon) {
    const bool de_l_agence = jalon.genre == Genre::publication || jalon.genre == Genre::saisie;
    if (jalon.suite == Suite::rien || de_l_agence) return {};
    return vues.dire("page.jalons.suite." + std::string{core::name_of(jalon.suite)});
}

bool a_un_sens(const Jalon& jalon, Acte acte) {
    switch (acte) {
        case Acte::prevoir:
            return !jalon.fait_le;
        case Acte::declarer:
            return true;
        case Acte::retirer:
            return jalon.fait_le.has_value();
        case Acte::confirmer:
            return jalon.fait_le && jalon.suite != Suite::confirme;
        case Acte::demander:
            return jalon.fait_le.has_value();
        case Acte::prolonger:
            return jalon.terme && !jalon.fait_le && jalon.nature != Nature::prevue;
    }
    return false;
}

// Of the whole deployment the table below says all.
bool a_son_formulaire(const Jalon& jalon) {
    return jalon.genre != Genre::deploiement || !jalon.finess_et.empty();
}

// Late first, then the nearest.
Vue vue_du_prochain(const VuesDeJalons& vues) {
    const auto* prochain = vues.lu.suivi.prochain_imperatif();
    if (prochain == nullptr || !vues.lu.voit(*prochain)) return {{"connu", false}};
    auto vue = vue_du_jalon(vues, *prochain);
    vue.ajouter("connu", true);
    vue.ajouter("tard", prochain->etat == Etat::en_retard);
    return vue;
}

}  // namespace

Vue vue_du_jalon(const VuesDeJalons& vues, const Jalon& jalon) {
    const std::string genre{core::name_of(jalon.genre)};
    const bool nature_dite = jalon.nature != Nature::sans_terme && jalon.etat != Etat::sans_objet;
    return {
        {"genre", genre},
        {"nom_du_jalon", vues.dire("jalons.nom." + genre)},
        {"classe", classe_de(jalon)},
        {"etat", etat_de(vues, jalon)},
        {"nature", nature_dite
                       ? vues.dire("jalons.nature." + std::string{core::name_of(jalon.nature)})
                       : std::string{}},
        {"date", date_de(vues, jalon)},
        {"reste", reste(vues, jalon)},
        {"du_texte", du_texte(vues, jalon)},
        {"suite", suite_de(vues, jalon)},
        {"question", jalon.question},
        {"phrase", vues.dire(jalon.phrase, jalon.faits)},
        {"source", jalon.source.document.empty() ? std::string{} : rules::en_clair(jalon.source)}};
}

Vue::Liste actes_possibles(const VuesDeJalons& vues, const Jalon& jalon) {
    const auto& lu = vues.lu;
    Vue::Liste actes;
    if (!lu.auteur || !lu.vivant()) return actes;
    const auto tape = vues.suite.jalon == core::name_of(jalon.genre)
                          ? vues.suite.saisie.valeur("acte")
                          : std::string_view{};
    for (const auto& [acte, nom] : names(Acte{})) {
        if (!a_un_sens(jalon, acte) ||
            !jalons::peut_dire(lu.contexte(), jalon.genre, acte, *lu.auteur))
            continue;
        const bool choisi = tape.empty() ? actes.empty() : tape == nom;
        actes.push_back(Vue{{"acte", nom},
                            {"libelle", vues.dire("page.jalons.acte." + std::string{nom})},
                            {"choisi", choisi}});
    }
    return actes;
}

void ajouter_le_formulaire(Vue& vue, const VuesDeJalons& vues, const Jalon& jalon) {
    auto actes = actes_possibles(vues, jalon);
    const bool refuse = vues.suite.jalon == core::name_of(jalon.genre);
    const auto tape = [&](std::string_view champ) {
        return refuse ? std::string{vues.suite.saisie.valeur(champ)} : std::string{};
    };
    vue.ajouter("a_des_actes", !actes.empty());
    vue.ajouter("actes", std::move(actes));
    vue.ajouter("faute", refuse ? vues.suite.faute : std::string{});
    vue.ajouter("jour_tape", tape("jour"));
    vue.ajouter("motif_tape", tape("motif"));
}

Vue vue_des_jalons(const VuesDeJalons& vues) {
    const auto& lu = vues.lu;
    const auto& [convention, dossier] = lu.sujet;
    Vue::Liste frise;
    for (const auto& jalon : lu.suivi.projet) {
        auto une = vue_du_jalon(vues, jalon);
        if (a_son_formulaire(jalon))
            ajouter_le_formulaire(une, vues, jalon);
        else
            une.ajouter("a_des_actes", false);
        frise.push_back(std::move(une));
    }
    const bool guichet = lu.auteur == jalons::Auteur::guichet;
    const auto adresse = "/conventions/" + convention.id + "/jalons";
    Vue vue{{"adresse", guichet ? adresse + "/suites" : adresse},
            {"dossier", dossier.id},
            {"numero", lu.numero},
            {"nom", lu.porteur},
            {"version", lu.version()},
            {"en_partie", lu.siens.has_value()},
            {"aujourd_hui", pages::jour(lu.aujourd_hui)},
            {"prochain", Vue::Liste{vue_du_prochain(vues)}},
            {"frise", std::move(frise)}};
    ajouter_les_deploiements(vue, vues);
    ajouter_les_lectures(vue, vues);
    ajouter_l_historique(vue, vues);
    return vue;
}

}  // namespace grappe::conventionnement
