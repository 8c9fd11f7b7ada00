// The commands of the register, from their options to what they print.
#include "portail/cli/registre_actions.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace grappe::cli {
namespace {

const std::string racine = GRAPPE_ROOT;

std::string contenu(const std::string& chemin) {
    std::ifstream fichier{chemin, std::ios::binary};
    std::ostringstream texte;
    texte << fichier.rdbuf();
    return texte.str();
}

// A session whose outputs are files of a folder of its own.
class Essai {
public:
    Essai() {
        auto modele = (std::filesystem::temp_directory_path() / "grappe-cli-XXXXXX").string();
        dossier_ = mkdtemp(modele.data());
        sortie_ = std::fopen((dossier_ + "/sortie").c_str(), "w+");
        erreur_ = std::fopen((dossier_ + "/erreur").c_str(), "w+");
    }
    Essai(const Essai&) = delete;
    Essai& operator=(const Essai&) = delete;
    ~Essai() {
        std::fclose(sortie_);
        std::fclose(erreur_);
        std::filesystem::remove_all(dossier_);
    }

    Session session() const {
        return {.racine = racine,
                .phrases = *rules::Phrases::charger(contenu(racine + "/locale/fr.txt")),
                .maintenant = *core::Instant::parse("2024-05-24T10:00:00Z"),
                .sortie = sortie_,
                .erreur = erreur_};
    }
    std::string operator/(const std::string& nom) const { return dossier_ + "/" + nom; }
    bool a_dit(const std::string& texte) const {
        return contenu(dossier_ + "/sortie").find(texte) != std::string::npos;
    }
    bool s_est_plaint(const std::string& texte) const {
        return contenu(dossier_ + "/erreur").find(texte) != std::string::npos;
    }

private:
    std::string dossier_;
    std::FILE* sortie_;
    std::FILE* erreur_;
};

std::ptrdiff_t occurrences(std::string_view texte, std::string_view cherche) {
    std::ptrdiff_t combien = 0;
    for (auto ou = texte.find(cherche); ou != texte.npos; ou = texte.find(cherche, ou + 1))
        ++combien;
    return combien;
}

const std::string cas_limites = racine + "/tests/donnees/finess/etalab-cas-limites-cp1252.csv";

}  // namespace

TEST_CASE("an import says its counts, and its reject file gives each reason in French") {
    const Essai essai;
    const auto session = essai.session();
    const OptionsImporter options{.fichier = cas_limites,
                                  .base = "sqlite:" + essai / "base.sqlite",
                                  .rejets = essai / "rejets.csv"};
    CHECK(commande_registre_importer(session, options) == reussi);
    CHECK(essai.a_dit("9 nouveaux"));
    CHECK(essai.a_dit("1 doublon,"));
    const auto rejets = contenu(essai / "rejets.csv");
    CHECK(rejets.starts_with("nature;ligne;code;motif;texte\n"));
    CHECK(rejets.find("\nrejet;5;registre.doublon;") != std::string::npos);
    CHECK(rejets.find("339990012, ligne 2") != std::string::npos);
    CHECK(rejets.find("\nrejet;14;registre.ligne_tronquee;") != std::string::npos);
    const auto avertis = occurrences(rejets, "\navertissement;");
    CHECK(avertis > 0);
    CHECK(essai.a_dit(std::to_string(avertis) + " avertissement"));
    CHECK(commande_registre_importer(session, options) == reussi);
    CHECK(essai.a_dit("rien n'a changé"));

    CHECK(commande_registre_etat(session, {.registre = options.base}) == reussi);
    CHECK(essai.a_dit("9 établissements ouverts"));
    CHECK(commande_registre_chercher(
              session, {.mots = {"exemples", "site"}, .registre = options.base}) == reussi);
    CHECK(essai.a_dit("339990012  FOYER \"LES EXEMPLES\"; SITE 1"));
    CHECK(commande_registre_chercher(
              session, {.mots = {"exemples site"}, .registre = options.base, .json = true}) ==
          reussi);
    CHECK(essai.a_dit(R"({"resultats":[{"finess_et":"339990012",)"));
    CHECK(essai.a_dit(R"("total":)"));
}

TEST_CASE("a wrong file, date, base or reject file is said in one French sentence") {
    const Essai essai;
    const auto session = essai.session();
    const auto base = "sqlite:" + essai / "base.sqlite";
    CHECK(commande_registre_importer(session, {.fichier = essai / "absent", .base = base}) ==
          saisie_illisible);
    CHECK(essai.s_est_plaint("ne peut pas être lu"));
    CHECK(commande_registre_importer(
              session, {.fichier = cas_limites, .base = base, .date = "hier"}) == saisie_illisible);
    CHECK(essai.s_est_plaint("AAAA-MM-JJ\u00a0: hier"));
    CHECK(commande_registre_importer(
              session, {.fichier = cas_limites, .base = base, .rejets = "/nulle/part.csv"}) ==
          saisie_illisible);
    CHECK(essai.s_est_plaint("/nulle/part.csv"));
    CHECK(commande_registre_etat(session, {.registre = "sqlite:" + essai / "absente"}) ==
          donnees_inutilisables);
    CHECK(essai.s_est_plaint("Aucune base"));
}

TEST_CASE("a sector is changed with its trace, and shown with its history") {
    const Essai essai;
    const auto session = essai.session();
    OptionsSecteur options{.categorie = "219",
                           .base = "sqlite:" + essai / "base.sqlite",
                           .secteur = "AHI",
                           .eligible = "O"};
    CHECK(commande_registre_secteur(session, options) == saisie_illisible);
    CHECK(essai.s_est_plaint("Dites qui fait ce changement"));
    options.par = "A. Essai";
    options.motif = "avis de l'agence";
    CHECK(commande_registre_secteur(session, options) == reussi);
    CHECK(essai.a_dit("secteur AHI, éligible O."));
    CHECK(essai.a_dit("AHI A devient AHI O, par A. Essai le 24 mai 2024. Motif\u00a0: avis"));
    options.secteur = "XX";
    CHECK(commande_registre_secteur(session, options) == saisie_illisible);
    CHECK(essai.s_est_plaint("Ce secteur n'existe pas\u00a0: XX"));
}

}  // namespace grappe::cli
