// The readings of a call that decide its balance (AMB-21, 24, 25, 26), changed in the text of the
// call: another amount follows, and another sentence, with the source that the call gives.
#include <doctest/doctest.h>

#include <list>

#include "portail/solde/cas_pour_tests.hpp"

namespace grappe::solde {
namespace {

using tests::argent;

std::string lire_tout(const std::string& chemin) {
    std::ifstream fichier{tests::racine + "/appels/" + chemin};
    std::ostringstream texte;
    texte << fichier.rdbuf();
    return texte.str();
}

struct Option {
    std::string nom, valeur;
};

// NA-2024 as its file would say it with these options.
programme::Appel appel_avec(const std::vector<Option>& options) {
    auto texte = lire_tout("NA-2024.toml");
    for (const auto& [nom, valeur] : options) {
        const auto section = texte.find("[option." + nom + "]");
        REQUIRE(section != std::string::npos);
        const auto debut = texte.find("choisie = \"", section) + 11;
        texte.replace(debut, texte.find('"', debut) - debut, valeur);
    }
    const auto lus = programme::lire_appel(texte, lire_tout("socle/instruction-2024.toml"));
    REQUIRE(lus.find("NA-2024") != nullptr);
    return lus.find("NA-2024")->versions.back().appel;
}

// Three establishments with odd cents; each reached every target but what `manque` says.
struct Sujet {
    Accorde accorde{};
    Mesures mesures{};
    Depenses depenses{{}, true};
    std::list<programme::Appel> appels{};  // a balance's findings are views of its call

    Sujet() {
        for (const auto* nom : {"E1", "E2", "E3"}) {
            accorde.lignes.push_back({.finess_et = nom,
                                      .aides = {.usage = argent("1000.01"),
                                                .equipement = argent("2000.01"),
                                                .materiel = argent("333.33"),
                                                .amoa = {}}});
            for (const auto un : usage::indicateurs_a_cible)
                mesures[nom].par_indicateur[un] = {100, 100};
        }
        const auto total = accorde.total();
        depenses.montants = {{Categorie::ressources_internes, total.usage},
                             {Categorie::logiciel, total.equipement},
                             {Categorie::materiel, total.materiel}};
    }
    void manque(const char* nom, std::int64_t messages) {
        mesures[nom].par_indicateur[usage::Indicateur::mssante] = {messages, 100};
    }
    Solde solde(programme::Appel appel) {
        appels.push_back(std::move(appel));
        return calculer({.appel = appels.back(),
                         .accorde = accorde,
                         .mesures = mesures,
                         .depenses = &depenses});
    }
};

// "code (section)" of the finding of a rule.
std::string dit(const Solde& solde, std::string_view regle) {
    for (const auto& un : solde.constats)
        if (un.regle == regle) return std::string{un.phrase} + " (" + un.source.section + ")";
    return "rien";
}

}  // namespace

TEST_CASE("the level of the targets is the call's (AMB-21)") {
    Sujet sujet;
    sujet.manque("E3", 40);  // 240 for 300: the project reached it, this one did not
    const auto projet =
        sujet.solde(appel_avec({{"niveau_des_cibles", "agrege_avec_la_liste_des_essms"}}));
    CHECK(projet.issue == Issue::integral);
    CHECK(projet.montant == argent("5000.03"));
    CHECK(dit(projet, "AMB-21") == "solde.niveau.projet (§4.2.D)");
    const auto appel = appel_avec({{"niveau_des_cibles", "chaque_essms"}});
    const auto chaque = sujet.solde(appel);
    CHECK(chaque.issue == Issue::a_apprecier);
    CHECK(chaque.a_apprecier > argent("1666.67"));
    CHECK(chaque.montant + chaque.a_apprecier == projet.montant);
    CHECK(chaque.lignes.back().montant == Money{});
    CHECK(dit(chaque, "AMB-21") == "solde.niveau.chaque (§4.2.D)");
}

TEST_CASE("what some targets are worth is the call's (AMB-24)") {
    Sujet sujet;
    for (const auto* nom : {"E1", "E2", "E3"}) sujet.manque(nom, 0);
    const auto lu = [&](const char* valeur) {
        return sujet.solde(appel_avec({{"cibles_partiellement_atteintes", valeur}}));
    };
    const auto ars = lu("tout_ou_rien_sous_appreciation"), rien = lu("tout_ou_rien"),
               part = lu("au_prorata");
    CHECK(ars.montant == Money{});
    CHECK(ars.a_apprecier == argent("5000.03"));
    CHECK(dit(ars, "AMB-24") == "solde.partiel.appreciation (§4.5.2)");
    CHECK(rien.montant + rien.a_apprecier == Money{});
    CHECK(rien.issue == Issue::nul);
    CHECK(dit(rien, "AMB-24") == "solde.partiel.rien (§4.5.2)");
    CHECK(part.montant == argent("4000.02"));  // four fifths of 5 000.03, down to the cent
    CHECK(part.a_apprecier == Money{});
    CHECK(dit(part, "AMB-24") == "solde.partiel.prorata (§4.5.2)");
}

TEST_CASE("what becomes of an advance that was not earned is the call's (AMB-25)") {
    Sujet sujet;
    for (const auto* nom : {"E1", "E2", "E3"}) sujet.manque(nom, 0);
    const auto lu = [&](const char* valeur) {
        return sujet.solde(appel_avec(
            {{"cibles_partiellement_atteintes", "tout_ou_rien"}, {"avance_si_echec", valeur}}));
    };
    const auto laisse = lu("non_defini"), repris = lu("remboursement");
    CHECK(laisse.trop_verse == argent("5000.02"));
    CHECK(laisse.a_recouvrer == Money{});
    CHECK(dit(laisse, "AMB-25") == "solde.trop_verse.laisse (§4.5.2)");
    CHECK(repris.a_recouvrer == argent("5000.02"));
    CHECK(dit(repris, "AMB-25") == "solde.trop_verse.repris (§4.5.2)");
}

TEST_CASE("whether flats follow the expense is the call's (AMB-26)") {
    Sujet sujet;
    sujet.depenses.montants[Categorie::logiciel] = argent("3000.00");
    const auto lu = [&](const char* valeur) {
        return sujet.solde(appel_avec({{"depenses_sous_le_forfait", valeur}}));
    };
    const auto entiers = lu("aide_specifique_seule_limitee"), limites = lu("tout_est_limite");
    CHECK(entiers.montant == argent("5000.03"));
    CHECK(dit(entiers, "AMB-26") == "solde.forfaits.entiers (§4.4.1)");
    CHECK(limites.montant == argent("2000.00"));
    CHECK(dit(limites, "AMB-26") == "solde.forfaits.limites (§4.4.1)");
}

TEST_CASE("a reading that the call does not propose is refused with its file") {
    auto texte = lire_tout("NA-2024.toml");
    const auto ou = texte.find("choisie = \"non_defini\"", texte.find("[option.avance_si_echec]"));
    REQUIRE(ou != std::string::npos);
    texte.replace(ou, 22, "choisie = \"tout_garder\"");
    CHECK_FALSE(
        programme::lire_appel(texte, lire_tout("socle/instruction-2024.toml")).defauts.empty());
}

}  // namespace grappe::solde
