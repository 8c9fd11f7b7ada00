// Reception of reports on every engine: what is refused and why, what is kept, what is asked.
#include "portail/usages/transmission.hpp"

#include <doctest/doctest.h>

#include "portail/usages/monde_pour_tests.hpp"

namespace grappe::usages {
namespace {

using tests::Declare, tests::Scene, tests::sur_chaque_base;

std::string retouche(const Scene& scene, const std::string& avant, const std::string& apres) {
    return rapport::remplace(scene.octets(), avant, apres);
}

// Signed by another key, whole.
std::string signe_par(const Scene& scene, const secret::CleDeSignature& cle) {
    auto rapport = scene.dui.signe();
    return rapport::signer(rapport, cle);
}

secret::CleDeSignature autre_cle() {
    return secret::CleDeSignature::de_graine(std::string(32, 'h'));
}

}  // namespace

TEST_CASE("a signed report is attached to the dossier of its establishments and kept as it came") {
    sur_chaque_base([](const Scene& scene) {
        REQUIRE(scene.pose("DUI", scene.dui.cle));
        const auto octets = scene.octets();
        const auto issue = scene.envoie(octets);
        REQUIRE(issue.recu);
        const auto& recu = *issue.recu;
        CHECK(recu.numero == 1);
        CHECK(recu.tete.nature == Nature::signe);
        CHECK(recu.tete.regle == "usage-1");
        CHECK(recu.seuils == "plausibilite-2");
        CHECK(recu.tete.logiciel == "Logiciel d'essai");
        REQUIRE(recu.lignes.size() == 3);
        for (const auto& ligne : recu.lignes) CHECK(ligne.dossier == "d1");
        CHECK(scene.journal() == "usage.transmettre fait signe");
        const auto relu = scene.base.read([&](storage::Reader& db) {
            CHECK(octets_de(db, recu.tete.empreinte).value() == octets);
            return trouver(db, recu.id).value();
        });
        CHECK(relu.recu_le == tests::recu_le());
        CHECK(relu.constats == recu.constats);
        const auto attendu =
            usage::mesure(scene.dui.signe().racine.compteurs, usage::Indicateur::mssante,
                          usage::Denominateur::fenetre);
        CHECK(total(relu.lignes).at(usage::Indicateur::mssante) == attendu);
    });
}

TEST_CASE("the same bytes make one report, even when the key has changed since") {
    sur_chaque_base([](const Scene& scene) {
        REQUIRE(scene.pose("DUI", scene.dui.cle));
        const auto premier = scene.envoie(scene.octets()).recu.value();
        REQUIRE(scene.pose("DUI", autre_cle()));
        const auto second = scene.envoie(scene.octets()).recu.value();
        CHECK(premier.id == second.id);
        CHECK(premier.recu_le == second.recu_le);
        CHECK(premier.constats == second.constats);
        CHECK(scene.rapports() == 1);
        CHECK(scene.dit(signe_par(scene, autre_cle())) == "recu");
        CHECK(scene.rapports() == 2);
        auto autre = scene.dui.signe();
        autre.en_tete.logiciel.version = "1.1";
        CHECK(scene.dit(rapport::signer(autre, scene.dui.cle)) == "usages.autre_cle");
    });
}

TEST_CASE("what is wrong with a report is told by its code, journaled, and nothing is kept") {
    sur_chaque_base([](const Scene& scene) {
        CHECK(scene.dit(scene.octets()) == "usages.cle_absente");
        REQUIRE(scene.pose("DUI", scene.dui.cle));
        CHECK(scene.dit("n'importe quoi") == "usages.illisible");
        CHECK(scene.dit("") == "usages.illisible");
        CHECK(scene.dit("{}") == "usages.forme");
        CHECK(scene.dit(scene.octets() + "\n") == "usages.forme");
        CHECK(scene.dit(retouche(scene, "Logiciel d'essai", "Logiciel d'Essai")) ==
              "usages.signature");
        CHECK(scene.dit(retouche(scene, "\"file_active\":", "\"file_actives\":")) ==
              "usages.contenu_change");
        CHECK(scene.dit(retouche(scene, "\"feuilles\":", "\"feuilles\":1")) ==
              "usages.contenu_change");
        CHECK(scene.dit(signe_par(scene, autre_cle())) == "usages.autre_cle");
        CHECK(scene.journal() == "usage.transmettre refuse usages.autre_cle");
        CHECK(scene.rapports() == 0);
        CHECK(scene.fichiers() == 0);
    });
}

TEST_CASE("a report rightly signed whose figures are not those of its rule is refused") {
    sur_chaque_base([](const Scene& scene) {
        REQUIRE(scene.pose("DUI", scene.dui.cle));
        auto rapport = scene.dui.signe();
        rapport.en_tete.regle.version = "usage-0";
        CHECK(scene.dit(rapport::signer(rapport, scene.dui.cle)) == "usages.incoherent");
        auto autre = scene.dui.signe();
        autre.racine.compteurs[usage::Compteur::dmp] += 1;
        const auto issue = scene.envoie(rapport::signer(autre, scene.dui.cle));
        CHECK(issue.examine.refus.code == "usages.incoherent");
        CHECK(rapport::codes(issue.examine.reproches).starts_with("rapport.total"));
    });
}

TEST_CASE("an establishment that is nobody's, of another, withdrawn or of a draft is refused") {
    sur_chaque_base([](const Scene& scene) {
        const auto declare = [&](const char* finess) {
            return scene.envoie(Declare{.finess = finess}.csv(), Nature::declare).examine.refus;
        };
        CHECK(declare("330000027").code == "usages.etablissement_inconnu");
        CHECK(declare("330000027").detail == "330000027");
        CHECK(declare("010000024").code == "usages.etablissement_d_ailleurs");
        CHECK(declare("010000024").detail == "010000024");
        CHECK(scene.rapports() == 0);
    });
}

TEST_CASE("an agreement holds a report to the establishments of its own dossier") {
    sur_chaque_base([](const Scene& scene) {
        const auto csv = Declare{}.csv();
        CHECK(scene.dit(csv, Nature::declare, "d3") == "usages.etablissement_d_ailleurs");
        CHECK(scene.dit(csv, Nature::declare, "d2") == "usages.etablissement_d_ailleurs");
        CHECK(scene.dit(csv, Nature::declare, "d1") == "recu");
    });
}

TEST_CASE("a declaration is kept as declared, with no key, and its faults are told by line") {
    sur_chaque_base([](const Scene& scene) {
        const auto issue = scene.envoie(Declare{}.csv(), Nature::declare);
        REQUIRE(issue.recu);
        CHECK(issue.recu->tete.nature == Nature::declare);
        CHECK(issue.recu->tete.cle == "");
        CHECK(issue.recu->tete.du == core::Date::parse("2024-06-30").value());
        CHECK(scene.journal() == "usage.transmettre fait declare");
        CHECK(scene.dit(Declare{.actifs = 85}.csv(), Nature::declare) == "usages.declaration");
        CHECK(scene.dit(scene.octets(), Nature::declare) == "usages.declaration");
        CHECK(nature_de(Declare{}.csv()) == Nature::declare);
        CHECK(nature_de(scene.octets()) == Nature::signe);
    });
}

TEST_CASE("the account of another receives nothing of a key that is not its own") {
    sur_chaque_base([](const Scene& scene) {
        REQUIRE(scene.pose("DUI", scene.dui.cle));
        const Scene voisine{.base = scene.base, .acteur = teleservice::tests::voisin()};
        CHECK(voisine.dit(scene.octets()) == "usages.cle_absente");
    });
}

TEST_CASE("an establishment of the report before that is no more told is asked about") {
    sur_chaque_base([](const Scene& scene) {
        REQUIRE(scene.pose("DUI", scene.dui.cle));
        REQUIRE(scene.dit(scene.octets()) == "recu");
        const auto issue =
            scene.envoie(Declare{.au = "2024-10-01"}.csv(), Nature::declare).recu.value();
        const auto dits = tests::codes(issue.constats);
        CHECK(dits.find("absent absent") != std::string::npos);
        CHECK(dits.find("etait_signe") != std::string::npos);
    });
}

TEST_CASE("a later report for the same day keeps both; one for a later day is compared") {
    sur_chaque_base([](const Scene& scene) {
        REQUIRE(scene.pose("DUI", scene.dui.cle));
        REQUIRE(scene.dit(Declare{.au = "2024-06-30", .actifs = 10, .personnes = 100}.csv(),
                          Nature::declare) == "recu");
        REQUIRE(scene.dit(Declare{.actifs = 84, .personnes = 84}.csv(), Nature::declare) == "recu");
        const auto signe = scene.envoie(scene.octets()).recu.value();
        const auto vu = scene.base.read(
            [&](storage::Reader& db) { return lire(db, scene.qui(), signe.id).value(); });
        REQUIRE(vu.remplace.size() == 1);
        CHECK(vu.remplace.front().numero == 2);
        CHECK(vu.remplacants.empty());
        REQUIRE(vu.precedents.contains("330000019"));
        CHECK(vu.precedents.at("330000019").numero == 1);
        CHECK_FALSE(vu.precedents.contains("750000010"));
        CHECK(scene.rapports() == 3);
        REQUIRE(scene.dit(Declare{.au = "2024-08-31"}.csv(), Nature::declare) == "recu");
        const auto apres = scene.base.read(
            [&](storage::Reader& db) { return lire(db, scene.qui(), signe.id).value(); });
        CHECK(apres.precedents.at("330000019").numero == 1);
    });
}

}  // namespace grappe::usages
