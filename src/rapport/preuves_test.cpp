// Opened leaves: those of the draw are accepted, every forgery is told.
#include <doctest/doctest.h>

#include "rapport/faits_json.hpp"
#include "rapport/json.hpp"
#include "rapport/monde_pour_tests.hpp"

namespace grappe::rapport {
namespace {

constexpr std::int64_t toutes = 1'000;

LectureDePreuves lues(const std::string& octets) {
    auto lecture = lire_preuves(octets);
    REQUIRE(lecture.etat == Lecture::Etat::lu);
    return lecture;
}

std::string dit(const Rapport& rapport, const Preuves& preuves) {
    return codes(verifier_preuves(rapport, preuves));
}

}  // namespace

TEST_CASE("what a draw opens is accepted, be it one leaf or all") {
    const Monde monde;
    const auto rapport = monde.signe();
    for (const std::int64_t nombre : {std::int64_t{1}, std::int64_t{5}, std::int64_t{20}, toutes}) {
        const auto preuves = monde.preuves(rapport, nombre);
        REQUIRE(preuves);
        CHECK(verdict_des_preuves(rapport, *preuves) == "");
        const auto ouvertes = static_cast<std::int64_t>(lues(*preuves).preuves.ouvertures.size());
        CHECK(ouvertes == std::min(nombre, rapport.feuilles));
        CHECK(preuves->find("personne") == std::string::npos);
    }
}

TEST_CASE("a flipped byte in the proofs is refused, wherever it is") {
    const Monde monde;
    const auto rapport = monde.signe();
    const auto octets = *monde.preuves(rapport, 2);
    for (std::size_t ou = 0; ou < octets.size(); ++ou) {
        for (const char bit : {'\x01', '\x20'}) {
            auto change = octets;
            change[ou] = static_cast<char>(change[ou] ^ bit);
            CAPTURE(ou);
            CAPTURE(octets.substr(ou < 20 ? 0 : ou - 20, 40));
            REQUIRE(verdict_des_preuves(rapport, change) != "");
        }
    }
}

TEST_CASE("openings of another report, of other leaves, fewer, more or doubled are refused") {
    const Monde monde;
    const auto rapport = monde.signe();
    auto tete = monde.en_tete();
    tete.connu_le = usage::instant("2024-10-03T09:00:00Z");
    Fabrique fabrique{tete, monde.regles.front(), monde.sels};
    for (const auto& [finess, siens] : monde.dossiers) fabrique.ajouter(finess, siens);
    auto autre = fabrique.finir();
    (void)signer(autre, monde.cle);
    const auto preuves = lues(*monde.preuves(rapport, 5)).preuves;
    CHECK(dit(autre, preuves) == "preuves.autre_rapport");

    auto pour_l_autre = preuves;
    pour_l_autre.rapport = empreinte_de(autre);
    CHECK(dit(autre, pour_l_autre).find("preuves.racine") != std::string::npos);

    auto moins = preuves;
    moins.ouvertures.pop_back();
    CHECK(dit(rapport, moins) == "preuves.nombre");
    auto double_ = preuves;
    double_.ouvertures[1] = double_.ouvertures[0];
    CHECK(dit(rapport, double_) == "preuves.tirage preuves.sel");
    auto graine = preuves;
    graine.graine = "c0ffef";
    CHECK(dit(rapport, graine) == "preuves.tirage");
    auto enorme = preuves;
    enorme.nombre = plus_grand_nombre;
    CHECK(dit(rapport, enorme) == "preuves.nombre");
    enorme.nombre = 0;
    CHECK(dit(rapport, enorme) == "preuves.nombre");
}

TEST_CASE("a salt that serves in two establishments is told") {
    const Monde monde;
    const auto rapport = monde.signe();
    auto preuves = lues(*monde.preuves(rapport, toutes)).preuves;
    preuves.ouvertures.back().sel = preuves.ouvertures.front().sel;
    CHECK(dit(rapport, preuves).find("preuves.sel") != std::string::npos);
}

TEST_CASE("two leaves that change places are refused") {
    const Monde monde;
    const auto rapport = monde.signe();
    auto preuves = lues(*monde.preuves(rapport, toutes)).preuves;
    std::swap(preuves.ouvertures[2], preuves.ouvertures[3]);
    std::swap(preuves.ouvertures[2].numero, preuves.ouvertures[3].numero);
    CHECK(dit(rapport, preuves) == "preuves.sel preuves.racine");
}

TEST_CASE("an opening moved to another establishment is refused") {
    const Monde monde;
    const auto rapport = monde.signe();
    auto ouverture = lues(*monde.preuves(rapport, toutes)).preuves.ouvertures.front();
    ouverture.finess_et = numero("750000010");
    CHECK(codes(verifier_ouverture(rapport, ouverture)) == "preuves.etablissement");
    ouverture.numero = rapport.feuilles;
    CHECK(codes(verifier_ouverture(rapport, ouverture)) == "preuves.etablissement");
}

TEST_CASE("facts, counts, salt or way that differ from the leaf lead elsewhere") {
    const Monde monde;
    const auto rapport = monde.signe();
    const auto preuves = lues(*monde.preuves(rapport, toutes)).preuves;
    auto une = preuves.ouvertures.front();
    une.sel[0] = static_cast<char>(une.sel[0] ^ 1);
    CHECK(codes(verifier_ouverture(rapport, une)) == "preuves.racine");
    une = preuves.ouvertures.front();
    une.compteurs[usage::Compteur::mssante] += 1;
    CHECK(codes(verifier_ouverture(rapport, une)) == "preuves.racine preuves.compteurs");
    une = preuves.ouvertures.front();
    une.chemin.pop_back();
    CHECK(codes(verifier_ouverture(rapport, une)) == "preuves.racine");
    une = preuves.ouvertures.front();
    std::swap(une.chemin[0], une.chemin[1]);
    CHECK(codes(verifier_ouverture(rapport, une)) == "preuves.racine");
}

TEST_CASE("a leaf that counts what its facts do not give is found when it is opened") {
    // The cheat owns the key and the tree: a record without update is told active.
    const Monde monde;
    auto rapport = monde.signe();
    const auto& finess = rapport.etablissements[0].finess_et;
    auto feuilles = feuilles_de(finess, monde.dossiers.at(finess), rapport.en_tete, monde.sels);
    const auto menteuse = std::find_if(feuilles.begin(), feuilles.end(), [](const Feuille& une) {
        return une.noeud.compteurs[usage::Compteur::fenetre] == 1 &&
               une.noeud.compteurs[usage::Compteur::actif] == 0;
    });
    REQUIRE(menteuse != feuilles.end());
    auto compteurs = menteuse->noeud.compteurs;
    compteurs[usage::Compteur::actif] = 1;
    Arbre arbre;
    menteuse->noeud = arbre.feuille(menteuse->sel, compteurs, menteuse->faits);
    std::vector<Noeud> noeuds;
    for (const auto& feuille : feuilles) noeuds.push_back(feuille.noeud);
    const std::vector<std::int64_t> rangs{menteuse - feuilles.begin()};
    const auto tracee = arbre.tracer(noeuds, rangs);
    rapport.etablissements[0].racine = tracee.racine;
    totaliser(rapport);
    CHECK(verdict(monde, signer(rapport, monde.cle)) == "");

    Reproches reproches;
    const Ouverture ouverte{.numero = rangs[0],
                            .finess_et = finess,
                            .sel = menteuse->sel,
                            .compteurs = compteurs,
                            .texte_des_faits = menteuse->faits,
                            .faits = lire_faits(*lire_canonique(menteuse->faits), "", reproches),
                            .chemin = tracee.chemins[0]};
    CHECK(codes(verifier_ouverture(rapport, ouverte)) == "preuves.compteurs");
}

TEST_CASE("the DUI opens nothing but the draw of a seed, of its own report, of the same records") {
    Monde monde;
    const auto rapport = monde.signe();
    const auto source = [&](const core::Finess& finess) { return monde.dossiers.at(finess); };
    auto tirage = tirer({empreinte_de(rapport), rapport.feuilles}, "c0ffee", 5);
    REQUIRE(ouvrir(rapport, tirage, monde.sels, source));
    auto choisi = tirage;
    choisi.feuilles[0] = choisi.feuilles[0] == 0 ? 1 : 0;
    CHECK(ouvrir(rapport, choisi, monde.sels, source).error().code == "ouverture.tirage");
    choisi = tirage;
    choisi.feuilles.pop_back();
    CHECK(ouvrir(rapport, choisi, monde.sels, source).error().code == "ouverture.tirage");
    choisi.rapport = {};
    CHECK(ouvrir(rapport, choisi, monde.sels, source).error().code == "ouverture.autre_rapport");
    const Sels autres{core::Confidential<std::string>{"autre secret"}};
    CHECK(ouvrir(rapport, tirage, autres, source).error().code == "ouverture.base_changee");
    for (auto& [finess, siens] : monde.dossiers)
        if (!siens.empty()) siens.pop_back();
    const auto change = ouvrir(rapport, tirage, monde.sels, source);
    REQUIRE_FALSE(change);
    CHECK(change.error().code == "ouverture.base_changee");
}

TEST_CASE("a salt is its own for each report, establishment and record, and tells nothing") {
    const Monde monde;
    auto tete = monde.en_tete();
    const auto ici = numero("330000019");
    const auto sel = monde.sels.de(tete, ici, "personne:1");
    CHECK(sel.size() == 32);
    CHECK(sel == monde.sels.de(tete, ici, "personne:1"));
    CHECK(sel != monde.sels.de(tete, ici, "personne:2"));
    CHECK(sel != monde.sels.de(tete, numero("750000010"), "personne:1"));
    tete.connu_le = usage::instant("2024-10-03T09:00:00Z");
    CHECK(sel != monde.sels.de(tete, ici, "personne:1"));
    const Sels autres{core::Confidential<std::string>{"autre secret"}};
    CHECK(sel != autres.de(monde.en_tete(), ici, "personne:1"));
}

}  // namespace grappe::rapport
