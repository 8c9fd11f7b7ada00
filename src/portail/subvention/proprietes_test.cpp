// Properties of the amounts on random grappes, and the sentences of every finding and step.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>

#include "portail/subvention/grappe_pour_tests.hpp"
#include "rules/phrases.hpp"

namespace grappe::subvention {

using core::Money;
using programme::ConventionRang;
using programme::Regime;

namespace {

constexpr ConventionRang conventions[] = {
    ConventionRang::par_regime, ConventionRang::commun_acquisitions_dabord,
    ConventionRang::commun_versions_dabord, ConventionRang::commun_ordre_liste,
    ConventionRang::commun_au_prorata};

class Hasard {
public:
    explicit Hasard(unsigned graine) : moteur_{graine} {}
    int entre(int bas, int haut) {
        return bas + static_cast<int>(moteur_() % static_cast<unsigned>(haut - bas + 1));
    }
    Regime regime() { return entre(0, 1) ? Regime::acquisition : Regime::montee_de_version; }

private:
    std::mt19937 moteur_;
};

void ajouter_membre(Grappe& grappe, Hasard& hasard) {
    auto& membre = grappe.ajouter(hasard.regime());
    membre.finess_ej = std::to_string(330'780'081 + hasard.entre(0, 12));
    membre.corse_ou_outre_mer = hasard.entre(0, 9) == 0;
    if (hasard.entre(0, 2) == 0)
        membre.saisi.devis_materiel = Money::cents(hasard.entre(0, 1'500'000));
    if (hasard.entre(0, 3) != 0) return;
    membre.categorie = hasard.entre(0, 9) == 0 ? "500" : "460";
    if (hasard.entre(0, 9) == 0) return;
    const int total = hasard.entre(0, 60'000);
    membre.saisi.heures = Grappe::heures(hasard.entre(0, total + total / 20), total);
}

Grappe au_hasard(unsigned graine, int au_plus) {
    Hasard hasard{graine};
    const int appel = hasard.entre(0, 5);
    Grappe grappe{appel == 0 ? idf_2023() : appel == 1 ? cor_2021() : na_2024()};
    if (appel > 1) grappe.appel.convention_rang = conventions[hasard.entre(0, 4)];
    if (appel == 2) grappe.appel.ordre_rang = programme::OrdreRang::moyenne;
    if (appel == 3) grappe.appel.plafond_forfaits_projet.valeur = Money::cents(12'345'678);
    const int essms = hasard.entre(0, au_plus);
    for (int i = 0; i < essms; ++i) ajouter_membre(grappe, hasard);
    for (int i = 0; i < 12; ++i)
        grappe.organisme(std::to_string(330'780'081 + i), hasard.entre(1, 20));
    if (hasard.entre(0, 1)) grappe.dossier.devis_amoa = Money::cents(hasard.entre(0, 15'000'000));
    if (hasard.entre(0, 3) == 0)
        grappe.dossier.depenses =
            dossier::Depenses{.materiel = Money::cents(hasard.entre(0, 9999)), .amoa = {}};
    return grappe;
}

rules::Phrases phrases_du_produit() {
    std::ifstream fichier{GRAPPE_ROOT "/locale/fr.txt"};
    std::stringstream texte;
    texte << fichier.rdbuf();
    auto phrases = rules::Phrases::charger(texte.str());
    REQUIRE(phrases);
    return *phrases;
}

Money forfaits(const Subvention& calcul) { return calcul.usage + calcul.equipement; }

}  // namespace

TEST_CASE("lines sum to the total, no amount is negative, payments sum to the total") {
    for (unsigned graine = 0; graine < 400; ++graine) {
        CAPTURE(graine);
        auto grappe = au_hasard(graine, 130);
        const auto calcul = grappe.calculer();
        Money somme;
        for (const auto& ligne : calcul.lignes) {
            somme += ligne.total();
            CHECK(std::min({ligne.usage, ligne.equipement, ligne.materiel, ligne.amoa}) >= Money{});
        }
        CHECK(somme == calcul.total);
        CHECK(calcul.usage + calcul.equipement + calcul.specifique == calcul.total);
        CHECK(calcul.solde >= Money{});
        if (!grappe.dossier.depenses.connue()) CHECK(calcul.avance + calcul.solde == calcul.total);
        CHECK(grappe.total_sous(choix_de_l_appel(grappe.appel)) == calcul.total);
    }
}

TEST_CASE("the specific aid never exceeds quotes nor ceiling") {
    for (unsigned graine = 0; graine < 300; ++graine) {
        CAPTURE(graine);
        auto grappe = au_hasard(graine, 60);
        if (grappe.appel.materiel->mode == programme::ModeAide::forfait) continue;
        const auto calcul = grappe.calculer();
        for (const auto& ligne : calcul.lignes) {
            const auto& membre = grappe.membres[static_cast<std::size_t>(ligne.ligne)];
            CHECK(ligne.materiel <= membre.saisi.devis_materiel.valeur_ou({}));
        }
        CHECK(calcul.specifique * 100 <= calcul.total * 15);
    }
}

TEST_CASE("the order of the list does not matter when the convention does not read it") {
    for (unsigned graine = 0; graine < 200; ++graine) {
        CAPTURE(graine);
        auto grappe = au_hasard(graine, 90);
        if (!grappe.appel.convention_rang) continue;
        auto choix = choix_de_l_appel(grappe.appel);
        if (choix.convention_rang == ConventionRang::commun_ordre_liste) continue;
        choix.ordre_rang = programme::OrdreRang::plus_favorable;
        const auto avant = grappe.total_sous(choix);
        std::shuffle(grappe.membres.begin(), grappe.membres.end(), std::mt19937{graine});
        CHECK(grappe.total_sous(choix) == avant);
    }
}

TEST_CASE("renaming establishments and bodies changes no total") {
    for (unsigned graine = 0; graine < 100; ++graine) {
        CAPTURE(graine);
        auto grappe = au_hasard(graine, 60);
        const auto avant = grappe.calculer().total;
        const auto nombre = static_cast<int>(grappe.membres.size());
        for (int i = 0; i < nombre; ++i)
            grappe.membres[static_cast<std::size_t>(i)].saisi.finess_et =
                *core::Finess::parse(std::to_string(750'000'000 + nombre - i));
        CHECK(grappe.calculer().total == avant);
    }
}

TEST_CASE("adding an acquisition at the end never lowers the flats") {
    for (unsigned graine = 0; graine < 200; ++graine) {
        CAPTURE(graine);
        auto grappe = au_hasard(graine, 110);
        const auto avant = forfaits(grappe.calculer());
        grappe.acquisitions(1);
        CHECK(forfaits(grappe.calculer()) >= avant);
    }
}

TEST_CASE("conventions coincide up to 49 and are ordered beyond: A >= B >= D, E >= C") {
    for (unsigned graine = 0; graine < 200; ++graine) {
        CAPTURE(graine);
        Hasard hasard{graine};
        Grappe grappe{na_2024()};
        const int essms = hasard.entre(1, 130);
        for (int i = 0; i < essms; ++i) grappe.ajouter(hasard.regime());
        Money totaux[5];
        for (int i = 0; i < 5; ++i) totaux[i] = grappe.total_sous(conventions[i]);
        const auto [a, b, c, d, e] = totaux;
        CHECK(a >= b);
        CHECK(b >= std::max(d, e));
        CHECK(std::min(d, e) >= c);
        if (essms <= 49) CHECK(a == c);
    }
}

TEST_CASE("every finding and every step has its sentence and its facts") {
    const auto phrases = phrases_du_produit();
    for (unsigned graine = 0; graine < 400; ++graine) {
        CAPTURE(graine);
        auto grappe = au_hasard(graine, 70);
        const auto calcul = grappe.calculer();
        std::string texte;
        for (const auto& constat : calcul.constats)
            phrases.ajouter(texte, constat.phrase, constat.faits);
        for (const auto& etape : calcul.trace) phrases.ajouter(texte, etape.phrase, etape.faits);
        for (const auto& ligne : calcul.lignes)
            for (const auto& etape : ligne.trace) phrases.ajouter(texte, etape.phrase, etape.faits);
        CHECK_FALSE(texte.empty());
    }
}

TEST_CASE("findings follow the catalogue, and each rule of the module has at least one") {
    for (unsigned graine = 0; graine < 100; ++graine) {
        auto grappe = au_hasard(graine, 70);
        const auto calcul = grappe.calculer();
        CHECK(std::is_sorted(
            calcul.constats.begin(), calcul.constats.end(),
            [](const auto& un, const auto& autre) { return un.regle < autre.regle; }));
        for (const auto& [regle, nom] : names(rules::RegleId{}))
            if (nom.starts_with("FIN-") || nom == "GRP-09" || nom == "DOC-17")
                CHECK(constat(calcul, regle) != nullptr);
    }
}

}  // namespace grappe::subvention
