// Days of the agreement, then those of its dossier. SOL-02 to SOL-04 as the call applies them.
#include "portail/jalons/accord.hpp"

#include <algorithm>

#include "portail/membres/noeuds.hpp"

namespace grappe::jalons {
namespace {

using core::Date;

struct Ecrite {  // the solution, as the dossier says it
    std::optional<Date> referencee_le, parametrage_prevu_le;
};

std::optional<Date> jour_de(const dossier::Arbre& arbre, const dossier::Noeud& parent,
                            std::string_view cle) {
    const auto lu = Date::parse(membres::texte_de(arbre, parent, cle));
    return lu ? std::optional{*lu} : std::nullopt;
}

Ecrite solution_de(const dossier::Arbre* arbre) {
    if (arbre == nullptr || arbre->noeuds.empty()) return {};
    const auto* solution = membres::enfant(*arbre, arbre->noeuds.front(), "solution");
    if (solution == nullptr) return {};
    return {jour_de(*arbre, *solution, "referencee_le"),
            jour_de(*arbre, *solution, "debut_parametrage_le")};
}

std::optional<programme::Regime> regime_ecrit(const dossier::Arbre* arbre,
                                              std::string_view finess) {
    if (arbre == nullptr) return std::nullopt;
    for (const auto* essms : membres::liste_de(*arbre, "essms"))
        if (membres::texte_de(*arbre, *essms, "finess_et") == finess)
            return core::named<programme::Regime>(membres::texte_de(*arbre, *essms, "regime"));
    return std::nullopt;
}

// As the last amendment that speaks of it says; else as the dossier does.
std::optional<programme::Regime> regime_de(const Origine& origine, std::string_view finess) {
    auto regime = regime_ecrit(origine.ecrit.arbre(), finess);
    using Genre = convention::GenreDeChangement;
    for (const auto& un : origine.changements)
        if (un.finess == finess && (un.genre == Genre::ajout || un.genre == Genre::regime))
            regime = core::named<programme::Regime>(un.valeur);
    return regime;
}

// An unknown sector has the obligation: nothing dispenses it.
bool tous_dispenses(const programme::Appel& appel, const solde::Accorde& accorde) {
    const auto& dispenses = appel.solution->secteurs_sans_reference;
    return !accorde.lignes.empty() &&
           std::ranges::all_of(accorde.lignes, [&](const solde::LigneAccordee& ligne) {
               return std::ranges::find(dispenses, ligne.secteur) != dispenses.end();
           });
}

Reference reference_de(const Origine& origine, const Ecrite& solution, Date depose_le) {
    const auto& appel = origine.appel;
    const bool posee = appel.solution.definie() && appel.regle(rules::RegleId::sol_02).etat ==
                                                       programme::RegleAppel::Etat::appliquee;
    if (!posee) return Reference::non_dite;
    if (tous_dispenses(appel, origine.convention.accorde)) return Reference::dispensee;
    const auto& le = solution.referencee_le;
    return le && *le <= depose_le ? Reference::acquise : Reference::exigee;
}

// The day of a payment: that of its validation for the advance, of its demand for the balance.
std::optional<Date> jour_du_versement(const Origine& origine, convention::Objet objet) {
    const auto& zone = origine.appel.fuseau;
    for (const auto& un : origine.versements) {
        if (un.objet != objet || !un.compte()) continue;
        if (objet == convention::Objet::solde) return zone.day_of(un.demande_le);
        if (un.decision && un.decide_le) return zone.day_of(*un.decide_le);
    }
    return std::nullopt;
}

}  // namespace

Accord accord_de(const Origine& origine) {
    const auto& zone = origine.appel.fuseau;
    const auto* arbre = origine.ecrit.arbre();
    const auto solution = solution_de(arbre);
    const auto signee = origine.convention.signee_le();
    Accord accord{
        .appel = origine.appel,
        .signee_le = signee ? std::optional{zone.day_of(*signee)} : std::nullopt,
        .avance_le = jour_du_versement(origine, convention::Objet::avance),
        .solde_demande_le = jour_du_versement(origine, convention::Objet::solde),
        .referencee_le = solution.referencee_le,
        .parametrage_prevu_le = solution.parametrage_prevu_le,
        .fin_convenue = origine.convention.fin_deploiement,
        .reference = reference_de(origine, solution, zone.day_of(origine.depot.depose_le)),
        .national = origine.depot.niveau == programme::Niveau::national,
        .essms = {}};
    for (const auto& ligne : origine.convention.accorde.lignes)
        accord.essms.push_back({ligne.finess_et, regime_de(origine, ligne.finess_et)});
    return accord;
}

}  // namespace grappe::jalons
