// Reasons on the cases of tests/explication/dossier.cas; what holds of any establishment.
#include "dui/explication/explication.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "dui/explication/plan.hpp"
#include "usage/hasard_pour_tests.hpp"

namespace grappe::explication {
namespace {

using usage::Denominateur;
using usage::Indicateur;

std::string en_mots(const std::vector<Obstacle>& obstacles) {
    std::string mots;
    for (const auto& obstacle : obstacles) {
        mots += mots.empty() ? "" : " ";
        for (const auto& raison : obstacle.raisons) {
            if (&raison != &obstacle.raisons.front()) mots += ",";
            mots += core::name_of(raison.motif);
            if (raison.jour) mots += "@" + raison.jour->text();
        }
    }
    return mots.empty() ? "rien" : mots;
}

std::string en_mots(const std::optional<std::vector<Geste>>& gestes) {
    if (!gestes) return "aucun";
    std::string mots;
    for (const auto geste : *gestes)
        mots += (mots.empty() ? "" : " ") + std::string{core::name_of(geste)};
    return mots;
}

void verifier(const usage::DossierMesure& dossier, const usage::Fenetre& fenetre,
              const usage::Attendu& attendu) {
    const auto& mots = attendu.mots;
    const auto trouves = obstacles(dossier, fenetre, core::named<Indicateur>(mots.at(0)).value(),
                                   core::named<Denominateur>(mots.at(1)).value());
    std::string voulu;
    for (std::size_t n = 2; n < mots.size(); ++n) voulu += (n == 2 ? "" : " ") + mots[n];
    CHECK((attendu.genre == "gestes" ? en_mots(gestes_contre(trouves)) : en_mots(trouves)) ==
          voulu);
}

indicateur::Lecture lecture(Denominateur denominateur) {
    usage::Parametres parametres;
    parametres.fenetre_en_mois = 3;
    for (const auto un : usage::indicateurs_a_cible)
        parametres.cibles.push_back(
            {un, un == Indicateur::mssante || un == Indicateur::dmp ? 70 : 90, "essai"});
    return {.fenetre = usage::fenetre_de(usage::jour("2024-09-30"), 3),
            .parametres = std::move(parametres),
            .denominateur = denominateur};
}

std::vector<DossierLu> un_etablissement(usage::Hasard& hasard) {
    std::vector<DossierLu> dossiers;
    for (int n = 10 + hasard.sous(30); n > 0; --n)
        dossiers.push_back({"p" + std::to_string(n), usage::un_dossier(hasard)});
    if (hasard.une_fois_sur(2)) {
        usage::DossierMesure anonyme;
        anonyme.envois.push_back({hasard.un_instant(), false});
        dossiers.push_back({"", anonyme});
    }
    return dossiers;
}

// What the record becomes when a professional does it, in the window.
void faire(usage::DossierMesure& dossier, Geste geste, const usage::Fenetre& fenetre) {
    const auto quand = core::Instant::of(fenetre.ferme.utc() - std::chrono::hours{1});
    switch (geste) {
        case Geste::mettre_a_jour:
            dossier.modifications.push_back({quand, false});
            return;
        case Geste::reprendre_projet:
        case Geste::ouvrir_projet:
        case Geste::avancer_projet:
        case Geste::renouveler_projet:
            dossier.projets.push_back(
                {usage::StatutDeProjet::en_preparation, fenetre.dernier_jour(), std::nullopt});
            return;
        case Geste::retablir_evenement:
        case Geste::planifier_evenement:
            dossier.evenements.push_back({quand, quand, usage::StatutDEvenement::planifie});
            return;
        case Geste::renvoyer_message:
        case Geste::envoyer_message:
            dossier.envois.push_back({quand, false});
            return;
        case Geste::renvoyer_document:
        case Geste::envoyer_document:
            dossier.alimentations.push_back({quand, usage::IssueDuDmp::acceptee});
            return;
    }
}

void faire(std::vector<DossierLu>& dossiers, const std::string& personne,
           const std::vector<Geste>& gestes, const usage::Fenetre& fenetre) {
    const auto lui = std::find_if(dossiers.begin(), dossiers.end(),
                                  [&](const auto& un) { return un.personne == personne; });
    for (const auto geste : gestes) faire(lui->faits, geste, fenetre);
}

void verifier_les_dossiers(const Explication& une, const Etude& etude) {
    std::int64_t numerateur = 0, denominateur = 0;
    auto place = Place::manque;
    for (const auto& un : une.dossiers) {
        const auto refus =
            usage::refus(un.juge->evaluation, une.indicateur, etude.lecture.denominateur);
        numerateur += un.apport;
        denominateur += un.hors_denominateur ? 0 : 1;
        REQUIRE(place <= un.place);
        place = un.place;
        REQUIRE((un.place == Place::compte) == !refus.has_value());
        REQUIRE(un.obstacles.empty() == (!refus || un.juge->lu->personne.empty()));
        if (un.obstacles.empty() || refus == usage::Motif::dossier_inactif) continue;
        REQUIRE(std::any_of(un.obstacles.begin(), un.obstacles.end(),
                            [&](const auto& obstacle) { return obstacle.motif() == *refus; }));
    }
    REQUIRE(numerateur == une.mesure.numerateur);
    REQUIRE(denominateur == une.mesure.denominateur);
}

// The first acts of the list, as many as are missing, meet the target; one less does not.
void verifier_la_liste(const Explication& une, const std::vector<DossierLu>& lus,
                       const indicateur::Lecture& lecture) {
    const auto manquants = une.manquants();
    if (!manquants || *manquants == 0 || une.possibles() < *manquants) return;
    auto apres = lus;
    const auto atteinte = [&] {
        const Etude etude{apres, lecture};
        return *expliquer(etude, une.indicateur).mesure.atteinte(*une.cible);
    };
    for (std::int64_t n = 0; n < *manquants; ++n) {
        REQUIRE_FALSE(atteinte());
        // Messages know no limit: any record will do.
        const auto& un = une.indicateur == Indicateur::mssante
                             ? une.dossiers.front()
                             : une.dossiers[static_cast<std::size_t>(n)];
        const auto gestes =
            une.indicateur == Indicateur::mssante ? std::vector{Geste::envoyer_message} : un.gestes;
        REQUIRE_FALSE(gestes.empty());
        faire(apres, un.juge->lu->personne, gestes, lecture.fenetre);
    }
    REQUIRE(atteinte());
}

void verifier_le_plan(const Etude& etude, const std::vector<DossierLu>& lus) {
    const auto plan = planifier(etude);
    auto apres = lus;
    for (const auto& un : plan.dossiers)
        faire(apres, un.juge->lu->personne, un.gestes, etude.lecture.fenetre);
    for (std::int64_t n = 0; n < plan.messages; ++n)
        faire(apres.front().faits, Geste::envoyer_message, etude.lecture.fenetre);
    const Etude neuve{apres, etude.lecture};
    for (const auto indicateur : usage::indicateurs_a_cible) {
        const auto une = expliquer(neuve, indicateur);
        const bool abandonne = std::find(plan.hors_d_atteinte.begin(), plan.hors_d_atteinte.end(),
                                         indicateur) != plan.hors_d_atteinte.end();
        if (une.mesure.mesurable()) REQUIRE(*une.mesure.atteinte(*une.cible) == !abandonne);
    }
}

}  // namespace

TEST_CASE("each case of tests/explication/dossier.cas has the obstacles it says") {
    const auto tous =
        usage::lire_les_cas(std::string{GRAPPE_ROOT} + "/tests/explication/dossier.cas");
    CHECK(tous.size() >= 15);
    for (const auto& cas : tous) {
        CAPTURE(cas.nom);
        REQUIRE_FALSE(cas.attendus.empty());
        for (const auto& attendu : cas.attendus)
            verifier(cas.dossier, usage::fenetre_de(usage::jour(cas.au), 3), attendu);
    }
}

TEST_CASE("records add up to the figure, reasons are those of the definitions, acts suffice") {
    usage::Hasard hasard{20240930};
    int hors_d_atteinte = 0, a_faire = 0;
    for (int tour = 0; tour < 300; ++tour) {
        const auto lus = un_etablissement(hasard);
        for (const auto& [denominateur, nom] : names(Denominateur{})) {
            CAPTURE(nom);
            const Etude etude{lus, lecture(denominateur)};
            for (const auto indicateur : usage::indicateurs_a_cible) {
                CAPTURE(core::name_of(indicateur));
                const auto une = expliquer(etude, indicateur);
                verifier_les_dossiers(une, etude);
                verifier_la_liste(une, lus, etude.lecture);
                hors_d_atteinte += une.possibles() < une.manquants().value_or(0) ? 1 : 0;
                a_faire += une.manquants().value_or(0) > 0 ? 1 : 0;
            }
            verifier_le_plan(etude, lus);
        }
    }
    CHECK(hors_d_atteinte > 50);
    CHECK(a_faire > 1'000);
}

TEST_CASE("what is missing is counted in whole records") {
    CHECK(manquants({899, 999}, 90) == 1);
    CHECK(manquants({900, 1000}, 90) == 0);
    CHECK(manquants({0, 1}, 90) == 1);
    CHECK(manquants({80, 105}, 90) == 15);
    CHECK(manquants({200, 100}, 70) == 0);
}

TEST_CASE("an update that opens the two other indicators comes first") {
    const auto avec = [](const char* personne, bool projet) {
        DossierLu un{personne, {}};
        un.faits.sejours.push_back({usage::jour("2024-01-01"), std::nullopt, true});
        if (projet) {
            un.faits.projets.push_back(
                {usage::StatutDeProjet::en_cours, usage::jour("2024-01-01"), std::nullopt});
            const auto quand = usage::instant("2024-08-01T10:00:00Z");
            un.faits.evenements.push_back({quand, quand, usage::StatutDEvenement::planifie});
        }
        return un;
    };
    const std::vector<DossierLu> lus{avec("a", false), avec("b", true)};
    const Etude etude{lus, lecture(Denominateur::fenetre)};
    const auto une = expliquer(etude, Indicateur::dossiers_actifs);
    CHECK(une.dossiers[0].juge->lu->personne == "b");
    CHECK(une.dossiers[1].juge->lu->personne == "a");
}

}  // namespace grappe::explication
