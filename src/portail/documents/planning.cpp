// Reading, checking and keeping of plannings.
#include "portail/documents/planning.hpp"

#include "portail/documents/lignes_de_donnees.hpp"
#include "portail/documents/planning_repository.hpp"
#include "portail/documents/valeur_lue.hpp"
#include "portail/rendu/ecrivain_json.hpp"
#include "portail/teleservice/journal.hpp"

namespace grappe::documents {
namespace {

using access::Permission;
using core::Reason;

constexpr int premiere_annee = 2000, derniere_annee = 2099;

std::optional<Phase> phase_proposee(std::string_view ligne) {
    const auto barre = ligne.find('|');
    if (barre == std::string_view::npos) return std::nullopt;
    const auto volet = core::named<Volet>(core::trimmed(ligne.substr(0, barre)));
    if (!volet) return std::nullopt;
    return Phase{.volet = *volet, .libelle = std::string{core::trimmed(ligne.substr(barre + 1))}};
}

core::Result<std::optional<core::Date>> lire_date(const ValeurLue& valeur) {
    if (valeur.est_nulle() || valeur.texte().empty()) return std::optional<core::Date>{};
    const auto date = core::Date::parse(valeur.texte());
    // A drawing has a month for each of its columns.
    if (!date || date->year() < premiere_annee || date->year() > derniere_annee)
        return core::refuse(Reason::invalid, "planning.date");
    return std::optional{*date};
}

core::Result<Phase> lire_phase(const ValeurLue& lue) {
    const auto volet = core::named<Volet>(lue.champ("volet").texte());
    if (!volet) return core::refuse(Reason::invalid, "planning.volet");
    Phase phase{.volet = *volet, .libelle = lue.champ("libelle").texte()};
    if (phase.libelle.empty() || phase.libelle.size() > libelle_max)
        return core::refuse(Reason::invalid, "planning.libelle");
    const auto debut = lire_date(lue.champ("debut")), fin = lire_date(lue.champ("fin"));
    if (!debut || !fin || debut->has_value() != fin->has_value())
        return core::refuse(Reason::invalid, "planning.date");
    if (*debut && **fin < **debut) return core::refuse(Reason::invalid, "planning.ordre");
    phase.debut = *debut;
    phase.fin = *fin;
    return phase;
}

void ecrire_date(rendu::EcrivainJson& json, std::string_view cle,
                 const std::optional<core::Date>& date) {
    json.cle(cle);
    if (date)
        json.mot(date->text());
    else
        json.nul();
}

}  // namespace

core::Result<std::vector<Phase>> lire_phases_proposees(std::string_view texte) {
    std::vector<Phase> phases;
    std::string fautive;
    (void)chaque_ligne(texte, [&](std::string_view ligne) {
        auto phase = phase_proposee(ligne);
        if (!phase) {
            fautive = ligne;
            return false;
        }
        phases.push_back(*std::move(phase));
        return true;
    });
    if (!fautive.empty()) return core::refuse(Reason::invalid, "planning.phases", fautive);
    return phases;
}

core::Result<std::vector<Phase>> lire_phases(std::string_view json) {
    const auto lu = ValeurLue::lire(json).champ("phases");
    if (!lu.presente()) return core::refuse(Reason::invalid, "planning.json");
    std::vector<Phase> phases;
    for (const auto& element : lu.elements()) {
        const auto rang = std::to_string(phases.size() + 1);
        if (phases.size() == phases_max)
            return core::refuse(Reason::invalid, "planning.trop", rang);
        auto phase = lire_phase(element);
        if (!phase) return core::refuse(Reason::invalid, phase.error().code, rang);
        phases.push_back(std::move(phase).value());
    }
    return phases;
}

std::string planning_json(const Planning& planning) {
    std::string texte;
    rendu::EcrivainJson json{texte};
    json.ouvrir_objet();
    json.membre("version", planning.version);
    json.cle("phases");
    json.ouvrir_liste();
    for (const auto& phase : planning.phases) {
        json.ouvrir_objet();
        json.membre("volet", core::name_of(phase.volet));
        json.membre("libelle", phase.libelle);
        ecrire_date(json, "debut", phase.debut);
        ecrire_date(json, "fin", phase.fin);
        json.fermer_objet();
    }
    json.fermer_liste();
    json.fermer_objet();
    return texte;
}

core::Result<Planning> planning_du_dossier(storage::Reader& db, const teleservice::Demandeur& qui,
                                           std::string_view dossier,
                                           const std::vector<Phase>& proposees) {
    const auto lu = teleservice::demander(db, qui, dossier, Permission::dossier_lire);
    if (!lu) return lu.error();
    auto planning = trouver_planning(db, lu->id);
    return planning ? *std::move(planning) : Planning{.version = 0, .phases = proposees};
}

core::Result<Planning> ecrire_planning(storage::Writer& db, const teleservice::Demandeur& qui,
                                       const EcritureDuPlanning& ecriture) {
    const auto lu =
        teleservice::demander_pour(db, qui, ecriture.dossier, teleservice::Acte::ecrire);
    if (!lu) return lu.error();
    const Planning nouveau{.version = ecriture.version + 1, .phases = ecriture.phases};
    const Auteur auteur{.compte = qui.acteur.compte, .instant = qui.maintenant};
    if (!remplacer_planning(db, lu->id, nouveau, auteur))
        return core::refuse(Reason::conflict, "planning.version_perimee");
    teleservice::noter(
        db, qui,
        {"planning.ecrire", teleservice::objet_du_journal(*lu), std::to_string(nouveau.version)});
    return nouveau;
}

}  // namespace grappe::documents
