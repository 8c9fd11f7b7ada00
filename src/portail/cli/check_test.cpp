// The command check from its arguments to its exit code, on the shipped calls and register.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "portail/cli/lancer_pour_tests.hpp"

namespace grappe {

namespace {

namespace fs = std::filesystem;
using cli::lancer;

// A file of a folder of its own, removed at the end.
class Fichier {
public:
    explicit Fichier(const std::string& contenu) {
        auto modele = (fs::temp_directory_path() / "grappe-check-XXXXXX").string();
        REQUIRE(::mkdtemp(modele.data()) != nullptr);
        dossier_ = modele;
        std::ofstream{chemin()} << contenu;
    }
    Fichier(const Fichier&) = delete;
    Fichier& operator=(const Fichier&) = delete;
    ~Fichier() { fs::remove_all(dossier_); }
    std::string dossier() const { return dossier_; }
    std::string chemin() const { return dossier_ + "/dossier.json"; }

private:
    std::string dossier_;
};

const std::string essms_reel = R"({"finess_et": "330007543", "regime": "acquisition"})";

std::string dossier_de(const std::string& essms) {
    return R"({"appel": "NA-2024", "depose_le": "2024-05-24T23:59:59+02:00",
               "porteur": {"siret": "99999900600011"}, "essms": [)" +
           essms + "]}";
}

bool contient(const std::string& texte, std::string_view morceau) {
    return texte.find(morceau) != std::string::npos;
}

}  // namespace

TEST_CASE("a dossier is answered in French, the answer first") {
    const Fichier fichier{dossier_de(essms_reel)};
    const auto reponse = lancer({"check", fichier.chemin()});
    CHECK(reponse.erreur == "");
    CHECK(reponse.code == 0);
    CHECK(contient(reponse.sortie.substr(0, 900), "21\u202f000,00"));
    CHECK(contient(reponse.sortie.substr(0, 900), "ARS Nouvelle-Aquitaine"));
    CHECK(contient(reponse.sortie, "EHPAD MARYSE BASTIE"));
}

TEST_CASE("the JSON is one line, always the same, and nothing else is on the standard output") {
    const Fichier fichier{dossier_de(essms_reel)};
    const auto reponse = lancer({"check", fichier.chemin(), "--json"});
    CHECK(reponse.code == 0);
    CHECK(reponse.sortie.starts_with("{\"appel\":\"NA-2024\",\"regles\":\"sha256:"));
    CHECK(reponse.sortie.ends_with("}\n"));
    CHECK(reponse.sortie.find('\n') == reponse.sortie.size() - 1);
    CHECK(lancer({"check", fichier.chemin(), "--json"}).sortie == reponse.sortie);
}

TEST_CASE("faults of the dossier are all told, with the file and the path, and exit 2") {
    const Fichier fichier{dossier_de(R"({"finess_et": "33", "regime": "achat"})")};
    const auto reponse = lancer({"check", fichier.chemin(), "--json"});
    CHECK(reponse.code == 2);
    CHECK(reponse.sortie == "");
    CHECK(contient(reponse.erreur, fichier.chemin() + ", essms[0].finess_et"));
    CHECK(contient(reponse.erreur, fichier.chemin() + ", essms[0].regime"));
}

TEST_CASE("a syntax fault gives its line and its column") {
    const Fichier fichier{"{\n  \"appel\" \"NA-2024\"\n}"};
    const auto reponse = lancer({"check", fichier.chemin()});
    CHECK(reponse.code == 2);
    CHECK(contient(reponse.erreur, "ligne 2, colonne 11"));
}

TEST_CASE("an unknown call names the known ones, --appel replaces that of the file") {
    const Fichier fichier{dossier_de(essms_reel)};
    const auto inconnu = lancer({"check", fichier.chemin(), "--appel", "XX-2030"});
    CHECK(inconnu.code == 2);
    CHECK(contient(inconnu.erreur, "XX-2030"));
    CHECK(contient(inconnu.erreur, ", --appel"));
    CHECK(contient(inconnu.erreur, "--appels"));
    CHECK(contient(inconnu.erreur, "COR-2021, IDF-2023, KIT-2024, NA-2024"));
    const auto kit = lancer({"check", fichier.chemin(), "--appel", "KIT-2024", "--json"});
    CHECK(kit.code == 0);
    CHECK(kit.sortie.starts_with("{\"appel\":\"KIT-2024\""));
}

TEST_CASE("a call that nobody had is a new file: answered in French and in JSON") {
    const auto appels = std::string{GRAPPE_ROOT} + "/tests/donnees/appels";
    const Fichier fichier{R"({"depose_le": "2026-06-30T16:59:59+04:00", "nature": "nouveau",
        "porteur": {"siret": "99999900600011"}, "essms": []})"};
    const std::vector<std::string> mots{"check", fichier.chemin(), "--appels",
                                        appels,  "--appel",        "EXEMPLE-2026"};
    const auto texte = lancer(mots);
    CHECK(texte.code == 0);
    CHECK(texte.erreur == "");
    CHECK(contient(texte.sortie, "EXEMPLE-2026 · Appel d'exemple (fictif)"));
    CHECK(contient(texte.sortie, "30 juin 2026"));
    auto en_json = mots;
    en_json.push_back("--json");
    const auto json = lancer(en_json);
    CHECK(json.code == 0);
    CHECK(json.erreur == "");
    CHECK(json.sortie.starts_with("{\"appel\":\"EXEMPLE-2026\",\"regles\":\"sha256:"));
    CHECK(contient(json.sortie, R"("ferme_le":"2026-06-30T17:00:00+04:00","a_temps":true)"));
    CHECK(contient(json.sortie, R"("convention_rang":"commun_ordre_liste")"));
    CHECK(lancer({"check", fichier.chemin(), "--appels", appels}).code == 2);
}

TEST_CASE("a wrong command line exits 2, unusable data exit 1") {
    const Fichier fichier{dossier_de(essms_reel)};
    CHECK(lancer({}).code == 2);
    CHECK(lancer({"chek"}).code == 2);
    CHECK(lancer({"check"}).code == 2);
    CHECK(lancer({"check", fichier.chemin(), "--inconnu"}).code == 2);
    CHECK(lancer({"check", fichier.dossier()}).code == 2);
    CHECK(lancer({"check", fichier.dossier() + "/absent.json"}).code == 2);
    const auto registre = lancer({"check", fichier.chemin(), "--registre", fichier.chemin()});
    CHECK(registre.code == 1);
    CHECK(registre.sortie == "");
    CHECK(registre.erreur.size() > 20);
    for (const auto* faux : {"oracle:x", "https://exemple.fr/registre", ""}) {
        const auto ligne = lancer({"check", fichier.chemin(), "--registre", faux});
        CHECK(ligne.code == 2);
        CHECK(ligne.sortie == "");
        CHECK(ligne.erreur.size() > 20);
        CHECK(lancer({"registre", "etat", "--registre", faux}).code == 2);
        CHECK(lancer({"servir", "--registre", faux}).code == 2);
        CHECK(lancer({"appels", "repeter", "candidat.toml", "--registre", faux}).code == 2);
    }
    for (const std::string groupe : {"registre", "compte", "rapport"}) {
        const auto seul = lancer({groupe});
        CHECK(seul.code == 2);
        CHECK(contient(seul.erreur, "grappe-portail " + groupe + " --aide"));
    }
    CHECK(contient(lancer({"registre"}).erreur, "importer, preparer, etat, chercher, secteur"));
    for (const auto& mots : std::vector<std::vector<std::string>>{{}, {""}, {" ", ""}}) {
        auto chercher = std::vector<std::string>{"registre", "chercher"};
        chercher.insert(chercher.end(), mots.begin(), mots.end());
        CHECK(lancer(chercher).code == 2);
        CHECK(lancer(chercher).sortie == "");
    }
}

TEST_CASE("a broken call file is the program's own data: exit 1, with its name") {
    const Fichier fichier{dossier_de(essms_reel)};
    std::ofstream{fichier.dossier() + "/faux.toml"} << "id = \n";
    const auto reponse = lancer({"check", fichier.chemin(), "--appels", fichier.dossier()});
    CHECK(reponse.code == 1);
    CHECK(reponse.sortie == "");
    CHECK(contient(reponse.erreur, "faux.toml"));
}

TEST_CASE("an unknown call is said with the other faults of the dossier") {
    const Fichier fichier{R"({"appel": "NA-2025", "depose_le": "hier",
                              "porteur": {"siret": "99999900600011"}, "essms": []})"};
    const auto reponse = lancer({"check", fichier.chemin(), "--json"});
    CHECK(reponse.code == 2);
    CHECK(reponse.sortie.empty());
    CHECK(contient(reponse.erreur, "NA-2025"));
    CHECK(contient(reponse.erreur, "NA-2024"));
    CHECK(contient(reponse.erreur, "depose_le"));
}

TEST_CASE("a certificate is compared by what it carries, never by a call or a register of here") {
    const Fichier fichier{dossier_de(essms_reel)};
    for (const auto& sien : std::vector<std::vector<std::string>>{
             {"--appel", "NA-2024"}, {"--appels", fichier.dossier()}, {"--registre", "r.csv"}}) {
        std::vector<std::string> mots{"check", fichier.chemin(), "--confronter"};
        mots.insert(mots.end(), sien.begin(), sien.end());
        const auto reponse = lancer(mots);
        CHECK(reponse.code == 2);
        CHECK(reponse.sortie == "");
        CHECK(
            contient(reponse.erreur, "elle ne se donne pas avec --appel, --appels ou --registre"));
    }
}

TEST_CASE("help is in French and names the command") {
    const auto aide = lancer({"--aide"});
    CHECK(aide.code == 0);
    CHECK(contient(aide.sortie, "Commandes"));
    CHECK(contient(aide.sortie, "check"));
    CHECK_FALSE(contient(aide.sortie, "Subcommands"));
    CHECK(lancer({"check", "--help"}).code == 0);
    CHECK(lancer({"--version"}).code == 0);
}

TEST_CASE("an unknown word of the command line is said first, with the nearest one") {
    CHECK(lancer({"chek", "x.json"}).erreur ==
          "«\u00a0chek\u00a0» est inconnu\u00a0; le plus proche est «\u00a0check\u00a0». "
          "Essayez grappe-portail --aide.\n");
    CHECK(lancer({"check", "--jsno"})
              .erreur.starts_with("«\u00a0--jsno\u00a0» est inconnu\u00a0; "
                                  "le plus proche est «\u00a0--json\u00a0»"));
    CHECK(lancer({"check", "--bogus"}).erreur.starts_with("«\u00a0--bogus\u00a0» est inconnu."));
    CHECK(lancer({}).erreur.starts_with("Dites quelle commande lancer"));
    CHECK(lancer({"check"}).erreur.starts_with("Il manque l'argument"));
    CHECK(lancer({"chek"}).code == 2);
}

}  // namespace grappe
