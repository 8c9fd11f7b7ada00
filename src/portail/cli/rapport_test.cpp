// The commands about usage reports, from their arguments to their exit code.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "portail/cli/lancer_pour_tests.hpp"
#include "rapport/json.hpp"
#include "rapport/monde_pour_tests.hpp"
#include "secret/empreinte.hpp"

namespace grappe {

namespace {

namespace fs = std::filesystem;
using rapport::Monde;

class Dossier {
public:
    Dossier() {
        auto modele = (fs::temp_directory_path() / "grappe-rapport-XXXXXX").string();
        chemin_ = ::mkdtemp(modele.data());
    }
    ~Dossier() { fs::remove_all(chemin_); }

    std::string ecrire(const char* nom, const std::string& contenu) const {
        auto fichier = chemin_ + "/" + nom;
        std::ofstream{fichier, std::ios::binary} << contenu;
        return fichier;
    }

private:
    std::string chemin_;
};

cli::Reponse rapport_commande(std::vector<std::string> mots) {
    mots.insert(mots.begin(), "rapport");
    return cli::lancer(std::move(mots));
}

std::int64_t lignes(const std::string& texte) {
    return std::count(texte.begin(), texte.end(), '\n');
}

}  // namespace

TEST_CASE("a report is verified, drawn from, and its proofs accepted: the whole audit") {
    const Dossier ici;
    const Monde monde;
    const auto signe = monde.signe();
    const auto rapport = ici.ecrire("rapport.json", rapport::ecrire(signe));
    const auto cle = ici.ecrire("dui.pub", secret::en_hexadecimal(monde.cle.publique()) + "\n");

    const auto seul = rapport_commande({"verifier", rapport});
    CHECK(seul.erreur == "");
    CHECK(seul.code == 0);
    CHECK(seul.sortie.find("Rapport sain") != std::string::npos);
    CHECK(seul.sortie.find("--cle-publique") != std::string::npos);
    const auto avec_cle = rapport_commande({"verifier", rapport, "--cle-publique", cle});
    CHECK(avec_cle.code == 0);
    CHECK(avec_cle.sortie.find("--cle-publique") == std::string::npos);

    const auto tire = rapport_commande({"tirage", rapport, "--graine", "C0FFEE", "--nombre", "5"});
    REQUIRE(tire.code == 0);
    const auto tirage = rapport::lire_tirage(tire.sortie);
    REQUIRE(tirage.reproches.empty());
    const auto ouvertes =
        rapport::ouvrir(signe, tirage.tirage, monde.sels,
                        [&](const core::Finess& finess) { return monde.dossiers.at(finess); });
    const auto preuves = ici.ecrire("preuves.json", *ouvertes);
    const auto demande = ici.ecrire("tirage.json", tire.sortie);
    const auto juste = rapport_commande(
        {"verifier", rapport, "--cle-publique", cle, "--preuves", preuves, "--tirage", demande});
    CHECK(juste.code == 0);
    CHECK(juste.sortie.find("5 feuilles ouvertes") != std::string::npos);

    auto autre = tirage.tirage;
    autre.nombre = 6;
    const auto pas_celui_ci = ici.ecrire("autre.json", rapport::ecrire(autre));
    const auto refuse =
        rapport_commande({"verifier", rapport, "--preuves", preuves, "--tirage", pas_celui_ci});
    CHECK(refuse.code == 1);
    CHECK(refuse.sortie == "");
    // A draw in the place of the proofs is another file, not proofs that are refused.
    for (const auto& autre_fichier : {demande, pas_celui_ci, rapport}) {
        const auto confondu = rapport_commande({"verifier", rapport, "--preuves", autre_fichier});
        CHECK(confondu.code == 2);
        CHECK(confondu.sortie == "");
        CHECK(lignes(confondu.erreur) == 1);
    }
}

TEST_CASE("a report that was changed, or is of another key, is refused with its reasons") {
    const Dossier ici;
    const Monde monde;
    const auto octets = rapport::ecrire(monde.signe());
    const auto change = ici.ecrire(
        "change.json", rapport::remplace(octets, "Logiciel d'essai", "Logiciel e'essai"));
    const auto cle = ici.ecrire("autre.pub", std::string(64, '1'));
    const auto refuse = rapport_commande({"verifier", change, "--cle-publique", cle});
    CHECK(refuse.code == 1);
    CHECK(refuse.sortie == "");
    CHECK(lignes(refuse.erreur) == 2);
    CHECK(rapport_commande({"tirage", change, "--graine", "00", "--nombre", "5"}).code == 1);
    const auto reecrit = ici.ecrire("reecrit.json", octets + "\n");
    CHECK(rapport_commande({"verifier", reecrit}).code == 1);
}

TEST_CASE("what cannot be read is told apart: exit code 2") {
    const Dossier ici;
    const Monde monde;
    const auto rapport = ici.ecrire("rapport.json", rapport::ecrire(monde.signe()));
    const auto faux = ici.ecrire("faux.json", "{\"a\":");
    for (const auto& mots : std::vector<std::vector<std::string>>{
             {"verifier", faux},
             {"verifier", "/nulle/part.json"},
             {"verifier", rapport, "--cle-publique", faux},
             {"verifier", rapport, "--preuves", faux},
             {"verifier", rapport, "--preuves", "/nulle/part.json"},
             {"tirage", rapport, "--graine", "xyz", "--nombre", "5"},
             {"tirage", rapport, "--graine", "00", "--nombre", "0"},
             {"tirage", rapport, "--graine", "00", "--nombre", "-1"},
             {"tirage", faux, "--graine", "00", "--nombre", "1"},
             {"tirage", rapport, "--nombre", "1"}}) {
        const auto reponse = rapport_commande(mots);
        CAPTURE(reponse.sortie);
        CHECK(reponse.code == 2);
        CHECK(lignes(reponse.erreur) >= 1);
    }
}

TEST_CASE("figures that nobody signs are said to be declared") {
    const Dossier ici;
    const auto csv = ici.ecrire("usage.csv",
                                "finess_et;au;lecture;indicateur;numerateur;denominateur\n"
                                "330000019;2024-09-30;fenetre;dossiers_actifs;899;999\n"
                                "330000019;2024-09-30;fenetre;dmp;0;0\n");
    const auto lu = rapport_commande({"verifier", csv});
    CHECK(lu.code == 0);
    CHECK(lu.sortie.find("Déclaré, non signé") != std::string::npos);
    CHECK(lu.sortie.find("89,99\u00a0%") != std::string::npos);
    CHECK(lu.sortie.find("non atteinte") != std::string::npos);
    CHECK(lu.sortie.find("non mesurable") != std::string::npos);
    CHECK(rapport_commande({"verifier", csv, "--preuves", csv}).code == 1);
    CHECK(rapport_commande({"tirage", csv, "--graine", "00", "--nombre", "1"}).code == 1);
    const auto faux = ici.ecrire("faux.csv",
                                 "finess_et;au;lecture;indicateur;numerateur;denominateur\n"
                                 "330000019;2024-09-30;fenetre;dossiers_actifs;1000;999\n");
    CHECK(rapport_commande({"verifier", faux}).code == 1);
}

TEST_CASE("the shipped example is sound, and its proofs are those of its draw") {
    const std::string docs = std::string{GRAPPE_ROOT} + "/docs/exemple-";
    const auto lu =
        rapport_commande({"verifier", docs + "rapport-d-usage.json", "--preuves",
                          docs + "preuves-d-usage.json", "--tirage", docs + "tirage-d-usage.json"});
    CHECK(lu.erreur == "");
    CHECK(lu.code == 0);
}

}  // namespace grappe
