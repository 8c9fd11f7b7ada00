// An analysis in French words: grouping of the findings, labels, the first lines of every face.
#include "portail/rendu/presentation.hpp"

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <map>
#include <tuple>

namespace grappe::rendu {
namespace {

using rules::Constat;
using rules::Faits;
using rules::Issue;

std::string etiquette(const Sujet& sujet, std::string_view prefixe, std::string_view nom) {
    const auto code = std::string{prefixe} + "." + std::string{nom};
    return sujet.phrases.contient(code) ? sujet.phrases.rendre(code, {}) : std::string{nom};
}

std::string nom_de(const Sujet& sujet, std::string_view finess) {
    for (const auto& essms : sujet.dossier.essms)
        if (essms.finess() == finess && essms.fiche) return essms.fiche->raison_sociale;
    return {};
}

std::string objet(const Sujet& sujet, const rules::Objet& objet) {
    if (objet.genre == rules::Objet::Genre::dossier) return {};
    if (objet.genre == rules::Objet::Genre::piece) return std::string{objet.nom};
    const auto nom = nom_de(sujet, objet.nom);
    return nom.empty() ? std::string{objet.nom} : std::string{objet.nom} + " — " + nom;
}

Groupe groupe(const Sujet& sujet, const std::vector<const Constat*>& constats) {
    const auto& premier = *constats.front();
    Groupe groupe{premier.regle,
                  premier.issue,
                  etiquette(sujet, "regle", core::name_of(premier.regle)),
                  {},
                  {},
                  premier.source ? rules::en_clair(*premier.source) : std::string{}};
    for (const auto* constat : constats)
        groupe.details.push_back(
            {objet(sujet, constat->objet), sujet.phrases.rendre(constat->phrase, constat->faits)});
    const bool unanimes = std::all_of(
        groupe.details.begin(), groupe.details.end(),
        [&](const Detail& detail) { return detail.phrase == groupe.details.front().phrase; });
    if (unanimes) groupe.phrase = groupe.details.front().phrase;
    return groupe;
}

using Retenu = std::function<bool(const Constat&)>;

bool sur_un_exclu(const Sujet& sujet, const Constat& constat) {
    return constat.objet.genre == rules::Objet::Genre::essms &&
           std::ranges::any_of(sujet.analyse.recevabilite.exclus, [&](const auto& exclu) {
               return exclu.finess_et == constat.objet.nom;
           });
}

bool exclut(const Sujet& sujet, const Constat& constat) {
    return constat.issue == Issue::non_conforme &&
           std::ranges::any_of(sujet.analyse.recevabilite.exclus, [&](const auto& exclu) {
               return exclu.finess_et == constat.objet.nom && exclu.regle == constat.regle;
           });
}

using ParRegle = std::map<std::pair<rules::RegleId, Issue>, std::vector<const Constat*>>;

ParRegle par_regle(const Sujet& sujet, const Retenu& retenu) {
    ParRegle trouves;
    for (const auto& constat : sujet.analyse.constats)
        if (retenu(constat)) trouves[{constat.regle, constat.issue}].push_back(&constat);
    return trouves;
}

std::vector<Groupe> groupes(const Sujet& sujet, const Retenu& retenu) {
    std::vector<Groupe> resultat;
    for (const auto& [cle, constats] : par_regle(sujet, retenu))
        resultat.push_back(groupe(sujet, constats));
    return resultat;
}

// Of those outcomes, on what is not left out.
Retenu d_issue(const Sujet& sujet, std::initializer_list<Issue> issues) {
    return [&sujet, issues = std::vector<Issue>{issues}](const Constat& constat) {
        return std::ranges::find(issues, constat.issue) != issues.end() &&
               !sur_un_exclu(sujet, constat);
    };
}

std::vector<Groupe> groupes(const Sujet& sujet, std::initializer_list<Issue> issues) {
    return groupes(sujet, d_issue(sujet, issues));
}

std::vector<Groupe> sans_mots(const ParRegle& trouves) {
    std::vector<Groupe> resultat;
    for (const auto& [cle, constats] : trouves)
        resultat.push_back({cle.first, cle.second, {}, {}, {}, {}});
    return resultat;
}

std::vector<Groupe> groupes_sans_mots(const Sujet& sujet, std::initializer_list<Issue> issues) {
    return sans_mots(par_regle(sujet, d_issue(sujet, issues)));
}

// The hour of the zone's clock, "18 h" or "18 h 30"; empty at midnight.
std::string heure_de(const core::Zone& fuseau, core::Instant instant) {
    const auto texte = fuseau.text(instant);  // 2024-05-25T00:00:00+02:00
    const auto heure = texte.substr(11, 2);
    const auto minute = texte.substr(14, 2);
    if (heure == "00" && minute == "00") return {};
    return heure + "\u00a0h" + (minute == "00" ? "" : "\u00a0" + minute);
}

std::string secteur(const Sujet& sujet, int ligne) {
    for (const auto& essms : sujet.dossier.essms)
        if (essms.ligne == ligne && essms.secteur)
            return std::string{core::name_of(*essms.secteur)};
    return {};
}

LigneVue ligne_vue(const Sujet& sujet, const subvention::Ligne& ligne) {
    return {.finess_et = std::string{ligne.finess_et},
            .nom = nom_de(sujet, ligne.finess_et),
            .secteur = secteur(sujet, ligne.ligne),
            .rang = ligne.rang ? std::to_string(*ligne.rang) : "–",
            .regime = etiquette(sujet, "regime", core::name_of(ligne.regime)),
            .usage = montant_en_francais(ligne.usage),
            .equipement = montant_en_francais(ligne.equipement),
            .specifique = montant_en_francais(ligne.materiel + ligne.amoa),
            .total = montant_en_francais(ligne.total())};
}

std::string montant(const Sujet& sujet) {
    if (!sujet.analyse.subvention) return sujet.phrases.rendre("rendu.sans_montant", {});
    return montant_en_francais(sujet.analyse.subvention->total);
}

Presentation en_tete(const Sujet& sujet) {
    const auto comptes = static_cast<std::int64_t>(sujet.analyse.recevabilite.comptes.size());
    Presentation vue;
    vue.appel = sujet.appel.titre;
    vue.montant = montant(sujet);
    vue.issue = issue_en_mots(sujet);
    vue.essms = sujet.phrases.rendre("rendu.essms_retenus", {{"nombre", comptes}});
    vue.guichet = guichet_en_mots(sujet);
    vue.fenetre = phrase_de_fenetre(sujet);
    return vue;
}

void presenter_montants(const Sujet& sujet, Presentation& vue) {
    if (!sujet.analyse.subvention) return;
    const auto& subvention = *sujet.analyse.subvention;
    for (const auto& ligne : subvention.lignes) vue.lignes.push_back(ligne_vue(sujet, ligne));
    vue.total.usage = montant_en_francais(subvention.usage);
    vue.total.equipement = montant_en_francais(subvention.equipement);
    vue.total.specifique = montant_en_francais(subvention.specifique);
    vue.total.total = vue.montant;
    vue.avance = montant_en_francais(subvention.avance);
    vue.solde = montant_en_francais(subvention.solde);
    for (const auto& variante : subvention.variantes) {
        const auto prefixe = "choix." + std::string{variante.choix};
        vue.variantes.push_back({.choix = etiquette(sujet, "choix", variante.choix),
                                 .valeur = etiquette(sujet, prefixe, variante.valeur),
                                 .total = montant_en_francais(variante.total),
                                 .retenue = est_retenue(sujet, variante)});
    }
}

}  // namespace

std::string phrase_de_fenetre(const Sujet& sujet) {
    const auto& depot = sujet.analyse.recevabilite.fenetre;
    if (!depot) return sujet.phrases.rendre("rendu.fenetre_absente", {});
    const auto& fuseau = sujet.appel.fuseau;
    const auto& fenetre = *depot->fenetre;
    const auto heure = heure_de(fuseau, fenetre.ferme_le);
    const auto dernier = core::Instant::of(fenetre.ferme_le.utc() - std::chrono::seconds{1});
    std::string code = depot->a_temps ? "rendu.fenetre_a_temps" : "rendu.fenetre_manquee";
    if (!heure.empty()) code += "_heure";
    return sujet.phrases.rendre(code, {{"id", std::string_view{fenetre.id}},
                                       {"ouverture", fuseau.day_of(fenetre.ouvre_le)},
                                       {"cloture", fuseau.day_of(dernier)},
                                       {"heure", heure}});
}

// The call's option, else the first of the variants of the same choice.
bool est_retenue(const Sujet& sujet, const subvention::Variante& variante) {
    for (const auto& option : sujet.appel.options)
        if (option.nom == variante.choix) return option.choisie == variante.valeur;
    const auto& variantes = sujet.analyse.subvention->variantes;
    const auto premiere =
        std::ranges::find(variantes, variante.choix, &subvention::Variante::choix);
    return premiere->valeur == variante.valeur;
}

std::string montant_en_francais(core::Money montant) {
    std::string texte;
    rules::ajouter_valeur(texte, montant);
    return texte;
}

std::string ecart_en_francais(core::Money ecart) {
    if (ecart == core::Money{}) return montant_en_francais(ecart);
    if (ecart > core::Money{}) return "+ " + montant_en_francais(ecart);
    return "− " + montant_en_francais(core::Money{} - ecart);
}

std::string issue_en_mots(const Sujet& sujet) {
    return etiquette(sujet, "issue_dossier", core::name_of(sujet.analyse.issue));
}

std::string guichet_en_mots(const Sujet& sujet) {
    const auto& guichet = sujet.analyse.recevabilite.guichet;
    if (guichet) return std::string{guichet->financeur};
    return sujet.phrases.rendre("rendu.guichet_absent", {});
}

Presentation presenter_en_bref(const Sujet& sujet) {
    auto vue = en_tete(sujet);
    const auto bloquants = par_regle(sujet, d_issue(sujet, {Issue::non_conforme}));
    vue.bloquants = sans_mots(bloquants);
    if (!bloquants.empty()) vue.bloquants.front() = groupe(sujet, bloquants.begin()->second);
    vue.manques = groupes_sans_mots(sujet, {Issue::manque});
    vue.a_apprecier = groupes_sans_mots(sujet, {Issue::a_apprecier, Issue::non_defini});
    vue.alertes = groupes_sans_mots(sujet, {Issue::alerte});
    vue.conformes = groupes_sans_mots(sujet, {Issue::conforme});
    return vue;
}

Presentation presenter(const Sujet& sujet) {
    auto vue = en_tete(sujet);
    vue.bloquants = groupes(sujet, {Issue::non_conforme});
    vue.exclus = groupes(sujet, [&](const Constat& constat) { return exclut(sujet, constat); });
    vue.manques = groupes(sujet, {Issue::manque});
    vue.a_apprecier = groupes(sujet, {Issue::a_apprecier, Issue::non_defini});
    vue.alertes = groupes(sujet, {Issue::alerte});
    vue.conformes = groupes(sujet, {Issue::conforme});
    vue.sans_objet = groupes(sujet, {Issue::sans_objet});
    presenter_montants(sujet, vue);
    return vue;
}

std::string raison_du_guichet(const analyse::Analyse& analyse, const rules::Phrases& phrases) {
    for (const auto& constat : analyse.constats)
        if (constat.regle == rules::RegleId::desk_01 &&
            constat.objet.genre == rules::Objet::Genre::dossier)
            return phrases.rendre(constat.phrase, constat.faits);
    return {};
}

}  // namespace grappe::rendu
