// One change at a time, each with its own refusal.
#include "portail/convention/projet_change.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/integer.hpp"

namespace grappe::convention {
namespace {

using dossier::Essms;
using Code = const char*;  // of a refusal; null: done
using Genre = GenreDeChangement;

auto essms_de(dossier::Dossier& projet, const std::string& finess) {
    return std::ranges::find_if(projet.essms,
                                [&](const Essms& un) { return un.finess_et.text() == finess; });
}

// An amount, or none at all where the text is empty.
template <class Place>
Code poser_le_montant(Place& place, const std::string& valeur) {
    const auto montant = Money::parse(valeur);
    if (!montant && !valeur.empty()) return "avenant.montant";
    place = valeur.empty() ? Place::nulle() : Place{*montant};
    return nullptr;
}

// Of hours, beside their total.
bool est_une_part(Genre genre) {
    return genre == Genre::heures_apa || genre == Genre::heures_pch ||
           genre == Genre::heures_autres;
}

// Hours that nobody declared are those of the year before the deposit (FIN-09); they begin with
// their total.
Code poser_les_heures(Essms& essms, const Changement& un, core::Instant depose_le) {
    const auto genre = un.genre;
    const auto centiemes = Money::parse(un.valeur);  // hours are written as amounts are
    if (!centiemes) return "avenant.heures";
    if (!essms.heures.connue() && genre != Genre::heures_total) return "avenant.sans_heures";
    auto heures = essms.heures.connue()
                      ? *essms.heures
                      : dossier::Heures{.annee = core::paris().day_of(depose_le).year() - 1};
    auto& place = genre == Genre::heures_total ? heures.total
                  : genre == Genre::heures_apa ? heures.apa
                  : genre == Genre::heures_pch ? heures.pch
                                               : heures.autres;
    place = centiemes->in_cents();
    essms.heures = heures;
    return nullptr;
}

Code ajouter(dossier::Dossier& projet, const Changement& un) {
    const auto finess = core::Finess::parse(un.finess);
    if (!finess) return "avenant.finess";
    if (essms_de(projet, un.finess) != projet.essms.end()) return "avenant.finess_deja";
    const auto regime = core::named<programme::Regime>(un.valeur);
    if (!regime) return "avenant.regime";
    projet.essms.push_back({.finess_et = *finess, .regime = *regime});
    return nullptr;
}

Code corriger(Essms& essms, const Changement& un, core::Instant depose_le) {
    if (un.genre == Genre::devis_materiel) return poser_le_montant(essms.devis_materiel, un.valeur);
    if (un.genre == Genre::regime) {
        const auto regime = core::named<programme::Regime>(un.valeur);
        if (!regime) return "avenant.regime";
        essms.regime = *regime;
        return nullptr;
    }
    if (un.genre == Genre::eligible_sons) {
        if (un.valeur != "oui" && un.valeur != "non") return "avenant.oui_non";
        essms.eligible_sons = un.valeur == "oui";
        return nullptr;
    }
    return poser_les_heures(essms, un, depose_le);
}

// A body that the project did not name joins with its establishments.
Code dire_les_geres(dossier::Dossier& projet, const Changement& un) {
    const auto finess = core::Finess::parse(un.finess);
    const auto geres = core::integer<int>(un.valeur);
    if (!finess) return "avenant.entite";
    if (!geres || *geres < 1) return "avenant.geres";
    auto connu = std::ranges::find(projet.organismes, *finess, &dossier::Organisme::finess_ej);
    if (connu == projet.organismes.end())
        connu = projet.organismes.insert(connu, {.finess_ej = *finess});
    connu->essms_geres = *geres;
    return nullptr;
}

Code changer_le_projet(ProjetChange& change, const Changement& un) {
    if (un.genre == Genre::devis_amoa) return poser_le_montant(change.projet.devis_amoa, un.valeur);
    const auto jour = core::Date::parse(un.valeur);
    if (!jour) return "avenant.date";
    change.fin_deploiement = *jour;
    return nullptr;
}

Code faire(ProjetChange& change, const Changement& un) {
    if (est_du_projet(un.genre)) return changer_le_projet(change, un);
    if (un.genre == Genre::ajout) return ajouter(change.projet, un);
    if (un.genre == Genre::essms_geres) return dire_les_geres(change.projet, un);
    const auto essms = essms_de(change.projet, un.finess);
    if (essms == change.projet.essms.end()) return "avenant.finess_inconnu";
    if (un.genre != Genre::retrait) return corriger(*essms, un, change.projet.depose_le);
    std::erase_if(change.projet.essms,  // a line that repeats it too
                  [&](const Essms& autre) { return autre.finess_et.text() == un.finess; });
    return nullptr;
}

// A total comes before its parts, in whatever order they are asked for.
std::vector<Demande> totaux_d_abord(const std::vector<Demande>& demandes) {
    std::vector<Demande> ordonnees;
    for (const bool parts : {false, true})
        for (const auto& une : demandes)
            if (est_une_part(une.changement.genre) == parts) ordonnees.push_back(une);
    return ordonnees;
}

bool heures_incompletes(const Essms& essms) {
    return essms.heures.connue() && (essms.heures->apa.inconnue() || essms.heures->pch.inconnue() ||
                                     essms.heures->autres.inconnue());
}

// Hours that were touched are whole ones: a part that is left out is not a part of none.
void voir_les_heures(ProjetChange& change, const std::vector<Demande>& demandes) {
    for (const auto& [un, rang] : demandes) {
        const auto essms = essms_de(change.projet, un.finess);
        if (un.genre == Genre::heures_total && essms != change.projet.essms.end() &&
            heures_incompletes(*essms))
            change.fautes.push_back({rang, "avenant.heures_incompletes"});
    }
}

}  // namespace

std::vector<Demande> developper(const std::vector<Changement>& demandes,
                                const dossier::DossierResolu& projet) {
    std::vector<Demande> toutes;
    for (std::size_t rang = 0; rang < demandes.size(); ++rang) {
        const auto& une = demandes[rang];
        const auto avant = toutes.size();
        for (const auto& essms : projet.essms)
            if (une.genre == Genre::retrait && essms.finess_ej == une.finess)
                toutes.push_back({{Genre::retrait, std::string{essms.finess()}}, rang});
        if (toutes.size() == avant) toutes.push_back({une, rang});
    }
    return toutes;
}

ProjetChange changer(dossier::Dossier projet, const std::vector<Demande>& demandes) {
    ProjetChange change{.projet = std::move(projet)};
    std::set<std::pair<Genre, std::string>> vus;
    for (const auto& [un, rang] : totaux_d_abord(demandes)) {
        const bool nouveau = vus.emplace(un.genre, un.finess).second;
        const auto* code = nouveau ? faire(change, un) : "avenant.deux_fois";
        if (code != nullptr) change.fautes.push_back({rang, code});
    }
    if (change.fautes.empty()) voir_les_heures(change, demandes);
    std::ranges::sort(change.fautes, {},
                      [](const FauteDeChangement& une) { return std::tie(une.rang, une.code); });
    if (change.projet.essms.empty() && change.fautes.empty() && !demandes.empty())
        change.fautes.push_back({demandes.back().rang, "avenant.aucun_essms"});
    return change;
}

}  // namespace grappe::convention
