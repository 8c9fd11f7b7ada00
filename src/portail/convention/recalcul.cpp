// From the frozen deposit, through each amendment that took effect, to what is asked for now.
#include "portail/convention/recalcul.hpp"

#include <algorithm>

#include "portail/convention/avenant_repository.hpp"
#include "portail/convention/code.hpp"
#include "portail/solde/avance.hpp"
#include "portail/teleservice/depot.hpp"
#include "portail/teleservice/regles_appliquees.hpp"

namespace grappe::convention {
namespace {

using Verifie = std::unique_ptr<const socle::Verifie>;

dossier::Dossier change_par(dossier::Dossier projet, const Avenant& avenant) {
    std::vector<Demande> demandes;
    for (const auto& un : avenant.changements) demandes.push_back({un, demandes.size()});
    return changer(std::move(projet), demandes).projet;
}

// Changes of the past were made once: they are made again.
dossier::Dossier avec_ses_avenants(storage::Reader& db, const Sujet& sujet,
                                   const dossier::Dossier& depose) {
    auto projet = depose;
    for (const auto& avenant : avenants_de(db, sujet.convention.id))
        if (avenant.en_effet()) projet = change_par(std::move(projet), avenant);
    return projet;
}

// The deposit, as the rules of its receipt judged it.
teleservice::Etat depose(storage::Reader& db, const Sujet& sujet, const teleservice::Depot& depot,
                         const Moyens& moyens) {
    auto etat = teleservice::etat_depose(db, sujet.dossier, moyens.regles, depot);
    core::ensure(etat.jugement.verifie != nullptr, "what was agreed was judged once");
    return etat;
}

Verifie juger(dossier::Dossier projet, const socle::Moyens& regles) {
    auto jugement = socle::verifier(std::move(projet), regles);
    core::ensure(jugement.verifie != nullptr, "a project that was judged is judged again");
    return std::move(jugement.verifie);
}

bool sous_le_minimum(const socle::Verifie& verifie) {
    return std::ranges::any_of(verifie.analyse().constats, [](const rules::Constat& un) {
        return un.regle == rules::RegleId::grp_01 && un.issue != rules::Issue::conforme &&
               un.issue != rules::Issue::sans_objet;
    });
}

std::vector<Alerte> alertes_de(const socle::Verifie& verifie, const Sujet& sujet,
                               const teleservice::Depot& depot) {
    std::vector<Alerte> alertes;
    const auto& guichet = verifie.analyse().recevabilite.guichet;
    if (guichet && (guichet->niveau != depot.niveau || guichet->financeur != depot.financeur))
        alertes.push_back(Alerte::autre_guichet);
    if (sous_le_minimum(verifie)) alertes.push_back(Alerte::sous_le_minimum);
    if (verifie.appel().empreinte != sujet.convention.regles)
        alertes.push_back(Alerte::regles_changees);
    return alertes;
}

// An establishment that joins and that the rules do not count would join for nothing.
void voir_les_ajouts(Recalcul& calcul, const std::vector<Demande>& demandes) {
    for (const auto& [un, rang] : demandes)
        if (un.genre == GenreDeChangement::ajout &&
            std::ranges::find(calcul.accorde.lignes, un.finess, &solde::LigneAccordee::finess_et) ==
                calcul.accorde.lignes.end())
            calcul.fautes.push_back({rang, "avenant.essms_ecarte"});
}

// A service at home that joins without its hours would be granted nothing, and nobody would know.
void voir_les_heures(Recalcul& calcul, const std::vector<Demande>& demandes,
                     const socle::Verifie& verifie) {
    const auto manquent = [&](const std::string& finess) {
        return std::ranges::any_of(verifie.analyse().constats, [&](const rules::Constat& un) {
            return un.regle == rules::RegleId::fin_09 && un.issue == rules::Issue::manque &&
                   un.objet.nom == finess;
        });
    };
    for (const auto& [un, rang] : demandes)
        if (un.genre == GenreDeChangement::ajout && manquent(un.finess))
            calcul.fautes.push_back({rang, "avenant.heures_incompletes"});
}

// A number typed wrong would count for a body that has nothing here.
void voir_les_entites(Recalcul& calcul, const std::vector<Demande>& demandes,
                      const socle::Verifie& verifie) {
    for (const auto& [un, rang] : demandes)
        if (un.genre == GenreDeChangement::essms_geres &&
            std::ranges::find(verifie.resolu().essms, un.finess,
                              &dossier::EssmsResolu::finess_ej) == verifie.resolu().essms.end())
            calcul.fautes.push_back({rang, "avenant.entite_absente"});
}

}  // namespace

Recalcul recalculer(storage::Reader& db, const Sujet& sujet,
                    const std::vector<Changement>& demandes, const Moyens& moyens) {
    const auto depot = depot_de(db, sujet.convention);
    const auto etat = depose(db, sujet, depot, moyens);
    const auto regles = teleservice::moyens_du_depot(db, depot, moyens.regles);
    auto projet = avec_ses_avenants(db, sujet, etat.jugement.verifie->saisi());
    const auto avant = juger(projet, regles);
    const auto developpees = developper(demandes, avant->resolu());
    auto change = changer(std::move(projet), developpees);
    Recalcul calcul{.accorde = {},
                    .avance = {},
                    .fin_deploiement = change.fin_deploiement ? change.fin_deploiement
                                                              : sujet.convention.fin_deploiement,
                    .regles = {},
                    .alertes = {},
                    .changements = {},
                    .fautes = std::move(change.fautes)};
    if (!calcul.fautes.empty()) return calcul;
    const auto apres = juger(std::move(change.projet), regles);
    const auto& subvention = apres->analyse().subvention;
    if (subvention) calcul.accorde = solde::accorde_de(*subvention, apres->resolu());
    calcul.avance = solde::avancer(calcul.accorde, apres->appel()).total.total();
    calcul.regles = apres->appel().empreinte;
    calcul.alertes = alertes_de(*apres, sujet, depot);
    for (const auto& [un, rang] : developpees) calcul.changements.push_back(un);
    voir_les_ajouts(calcul, developpees);
    voir_les_heures(calcul, developpees, *apres);
    voir_les_entites(calcul, developpees, *apres);
    return calcul;
}

ProjetEnVigueur projet_en_vigueur(storage::Reader& db, const Sujet& sujet, const Moyens& moyens) {
    const auto depot = depot_de(db, sujet.convention);
    const auto etat = depose(db, sujet, depot, moyens);
    return {avec_ses_avenants(db, sujet, etat.jugement.verifie->saisi()),
            teleservice::moyens_du_depot(db, depot, moyens.regles)};
}

ProjetAmende projet_amende(storage::Reader& db, const Avenant& avenant, const Sujet& sujet,
                           const Moyens& moyens) {
    const auto etat = depose(db, sujet, depot_de(db, sujet.convention), moyens);
    const auto projet =
        change_par(avec_ses_avenants(db, sujet, etat.jugement.verifie->saisi()), avenant);
    ProjetAmende amende{.essms = {}, .siret = projet.porteur.siret.text()};
    for (const auto& un : projet.essms)
        if (std::ranges::find(amende.essms, un.finess_et.text()) == amende.essms.end())
            amende.essms.push_back(un.finess_et.text());
    return amende;
}

}  // namespace grappe::convention
