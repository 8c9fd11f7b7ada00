// Import: all or nothing, the same twice, corrections as versions; on both engines.
#include "dui/importation/importation.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "dui/magasin/faits_repository.hpp"
#include "storage/test_bases.hpp"

namespace grappe::importation {

using importation::Bilan;
using importation::Tolerance;

namespace {

const std::string personne =
    R"({"type":"personne","id":"p1","finess_et":"330000001","nom_naissance":"DURAND",)"
    R"("prenoms":["ANNE"],"date_naissance":"1940-01-01","sexe":"F","lieu_naissance":"33063",)"
    R"("statut_identite":"provisoire"})";

std::string sejour(const std::string& id, const std::string& entree, const std::string& suite) {
    return R"({"type":"sejour","id":")" + id + R"(","personne":"p1","finess_et":"330000001",)" +
           R"("modalite":"permanent","entree":")" + entree + "\"" + suite + "}";
}

class Dossier {
public:
    Dossier() : chemin_{std::filesystem::temp_directory_path() / "grappe-importation-essai"} {
        std::filesystem::remove_all(chemin_);
        std::filesystem::create_directory(chemin_);
    }
    Dossier(const Dossier&) = delete;
    Dossier& operator=(const Dossier&) = delete;
    ~Dossier() { std::filesystem::remove_all(chemin_); }

    std::string fichier() const { return (chemin_ / "faits.ndjson").string(); }
    std::string lire(const std::string& nom) const {
        std::ifstream entree{nom, std::ios::binary};
        std::ostringstream texte;
        texte << entree.rdbuf();
        return texte.str();
    }

private:
    std::filesystem::path chemin_;
};

core::Result<Bilan> importer(storage::Base& base, const Dossier& dossier, const std::string& texte,
                             Tolerance tolerance) {
    std::ofstream{dossier.fichier(), std::ios::binary} << texte;
    return importation::importer(base, {.fichier = dossier.fichier(),
                                        .tolerance = tolerance,
                                        .auteur = "commande",
                                        .maintenant = [] { return magasin::Moment{1}; },
                                        .avancement = [](std::uint64_t, std::uint64_t) {}});
}

Bilan strict(storage::Base& base, const Dossier& dossier, const std::string& texte) {
    return importer(base, dossier, texte, Tolerance::aucune).value();
}

std::int64_t faits(storage::Base& base) {
    return base.read([](storage::Reader& db) { return magasin::dernier_fait(db); });
}

using Fautes = std::vector<std::string>;

Fautes dites(const Bilan& bilan) {
    Fautes textes;
    for (const auto& [ligne, faute] : bilan.fautes)
        textes.push_back(std::to_string(ligne) + " " + std::string{faute.champ} + " " + faute.code);
    return textes;
}

}  // namespace

TEST_CASE("lines come in any order; the same file again changes nothing") {
    const Dossier dossier;
    storage::on_every_dui([&](storage::Base& base) {
        const auto texte = "\xEF\xBB\xBF" + sejour("s1", "2024-01-01", "") + "\r\n" +
                           personne;  // the last line has no end
        const auto premier = strict(base, dossier, texte);
        CHECK(premier.garde);
        CHECK(premier.lignes == 2);
        CHECK(premier.nouveaux == 2);
        const auto second = strict(base, dossier, texte);
        CHECK(second.garde);
        CHECK(second.deja_connus == 2);
        CHECK(faits(base) == 2);
        CHECK(base.read([](storage::Reader& db) { return magasin::dernier_enregistrement(db); })
                  .numero == 1);
    });
}

// Contract dui-indicateurs: a line that is not JSON is a fault, and an empty one is none.
TEST_CASE("an empty line is a fault as any line that is no object") {
    const Dossier dossier;
    storage::on_every_dui([&](storage::Base& base) {
        for (const auto* vide : {"", "  ", "\r"}) {
            const auto bilan = strict(base, dossier, personne + "\n" + vide + "\n" + personne);
            CHECK(!bilan.garde);
            CHECK(dites(bilan) == Fautes{"2 json import.ligne_vide"});
        }
        CHECK(faits(base) == 0);
    });
}

TEST_CASE("an event of nobody is kept: it counts for no record") {
    const Dossier dossier;
    storage::on_every_dui([&](storage::Base& base) {
        const auto bilan =
            strict(base, dossier,
                   R"({"type":"evenement","id":"e1","finess_et":"330000001",)"
                   R"("personnes":[],"debut":"2024-08-01T10:00:00Z","fin":"2024-08-01T11:00:00Z",)"
                   R"("statut":"REALISE"})");
        CHECK(bilan.garde);
        CHECK(bilan.nouveaux == 1);
    });
}

TEST_CASE("one fault and nothing is kept; all of them are said") {
    const Dossier dossier;
    storage::on_every_dui([&](storage::Base& base) {
        const auto bilan = strict(
            base, dossier,
            personne + "\n" + sejour("s1", "2024-02-30", "") + "\nbonjour\n" +
                sejour("s2", "2024-01-01", "") + "\n" + sejour("s2", "2024-01-02", "") + "\n" +
                R"({"type":"modification","id":"m1","personne":"p9","finess_et":"330000001",)"
                R"("le":"2024-01-01T10:00:00Z","auteur":"a"})");
        CHECK_FALSE(bilan.garde);
        CHECK(dites(bilan) == Fautes{"2 entree import.jour_attendu", "3 json import.json",
                                     "5 id import.id_deja_pris",
                                     "6 personne import.personne_inconnue"});
        CHECK(faits(base) == 0);
    });
}

TEST_CASE("a person at fault is told once, not with each line about her") {
    const Dossier dossier;
    storage::on_every_dui([&](storage::Base& base) {
        auto fautive = personne;
        fautive.replace(fautive.find("1940-01-01"), 10, "1940-13-01");
        const auto bilan = strict(base, dossier, fautive + "\n" + sejour("s1", "2024-01-01", ""));
        CHECK(dites(bilan) == Fautes{"1 date_naissance import.jour_attendu"});
        // Where faulty lines are left out, she is not known, nor is her stay kept.
        const auto tolere = importer(base, dossier, fautive + "\n" + sejour("s1", "2024-01-01", ""),
                                     Tolerance::ecarter_les_fautives)
                                .value();
        CHECK(tolere.garde);
        CHECK(tolere.ecartees == 2);
        CHECK(faits(base) == 0);
    });
}

TEST_CASE("faulty lines left out are copied as they were, and can be mended and imported") {
    const Dossier dossier;
    storage::on_every_dui([&](storage::Base& base) {
        const auto fautive = sejour("s1", "hier", "");
        const auto bilan =
            importer(base, dossier,
                     personne + "\n" + fautive + "\n" + sejour("s2", "2024-01-01", ""),
                     Tolerance::ecarter_les_fautives)
                .value();
        CHECK(bilan.garde);
        CHECK(bilan.nouveaux == 2);
        CHECK(dossier.lire(bilan.rejets) == fautive + "\n");
        CHECK(strict(base, dossier, sejour("s1", "2024-01-01", "")).nouveaux == 1);
    });
}

TEST_CASE("a correction adds a version; the old file again is harmless; another content is not") {
    const Dossier dossier;
    storage::on_every_dui([&](storage::Base& base) {
        const auto premier = personne + "\n" + sejour("s1", "2024-01-01", "");
        REQUIRE(strict(base, dossier, premier).garde);
        const auto corrige = sejour("s1", "2024-01-05", R"(,"corrige":true)");
        CHECK(strict(base, dossier, corrige).versions == 1);
        CHECK(strict(base, dossier, corrige).versions == 0);
        CHECK(strict(base, dossier, premier).deja_connus == 2);
        CHECK(dites(strict(base, dossier, sejour("s1", "2024-01-09", ""))) ==
              Fautes{"1 id import.id_deja_pris"});
        CHECK(dites(strict(base, dossier,
                           R"({"type":"projet","id":"s1","personne":"p1","finess_et":"330000001",)"
                           R"("statut":"ENCOURS","du":"2024-01-01","corrige":true})")) ==
              Fautes{"1 type import.corrige_autre_type"});
        CHECK(faits(base) == 3);
    });
}

TEST_CASE("a line at fault is told who else is unknown in it") {
    const Dossier dossier;
    storage::on_every_dui([&](storage::Base& base) {
        auto inconnue = sejour("s1", "2024-02-30", "");
        inconnue.replace(inconnue.find("\"p1\""), 4, "\"p9\"");
        CHECK(dites(strict(base, dossier, personne + "\n" + inconnue)) ==
              Fautes{"2 entree import.jour_attendu", "2 personne import.personne_inconnue"});
    });
}

TEST_CASE("a correction may stand above the fact that it corrects") {
    const Dossier dossier;
    storage::on_every_dui([&](storage::Base& base) {
        const auto fait = sejour("s1", "2024-01-01", "");
        const auto corrige = sejour("s1", "2024-01-05", R"(,"corrige":true)");
        const auto bilan = strict(base, dossier, corrige + "\n" + personne + "\n" + fait);
        CHECK(bilan.garde);
        CHECK(bilan.lignes == 3);
        CHECK(bilan.nouveaux == 2);
        CHECK(bilan.versions == 1);
        // What the correction says may be said again without its mark, above or below it.
        const auto encore = sejour("s1", "2024-01-09", "");
        const auto corrige_encore = sejour("s1", "2024-01-09", R"(,"corrige":true)");
        CHECK(strict(base, dossier, encore + "\n" + corrige_encore + "\n" + encore).garde);
        CHECK(faits(base) == 4);
        // And a third content is a fault still.
        CHECK(dites(strict(base, dossier,
                           sejour("s1", "2024-01-11", "") + "\n" +
                               sejour("s1", "2024-01-10", R"(,"corrige":true)"))) ==
              Fautes{"1 id import.id_deja_pris"});
        CHECK(faits(base) == 4);
    });
}

TEST_CASE("where faulty lines are left out, another fact's id makes no person") {
    const Dossier dossier;
    storage::on_every_dui([&](storage::Base& base) {
        auto prise = personne;
        prise.replace(prise.find("\"p1\""), 4, "\"s1\"");
        auto la_concernant = sejour("s2", "2024-01-01", "");
        la_concernant.replace(la_concernant.find("\"p1\""), 4, "\"s1\"");
        const auto bilan = importer(base, dossier,
                                    la_concernant + "\n" + personne + "\n" +
                                        sejour("s1", "2024-01-01", "") + "\n" + prise,
                                    Tolerance::ecarter_les_fautives)
                               .value();
        CHECK(bilan.garde);
        CHECK(dites(bilan) ==
              Fautes{"1 personne import.personne_inconnue", "4 id import.id_deja_pris"});
        CHECK(faits(base) == 2);
    });
}

TEST_CASE("a stay still open after a death known before is told, and kept") {
    const Dossier dossier;
    storage::on_every_dui([&](storage::Base& base) {
        auto decedee = personne;
        decedee.insert(decedee.size() - 1, R"(,"decede_le":"2024-05-01")");
        const auto premier = strict(base, dossier, decedee);
        REQUIRE(premier.deces.size() == 1);
        CHECK(premier.deces.front().ligne == 1);
        CHECK(premier.deces.front().personne == "p1");
        const auto bilan = strict(base, dossier,
                                  sejour("s1", "2024-01-01", "") + "\n" +
                                      sejour("s2", "2024-01-01", R"(,"sortie":"2024-05-01")"));
        CHECK(bilan.garde);
        CHECK(bilan.nouveaux == 2);
        REQUIRE(bilan.premiers_avertissements.size() == 1);
        CHECK(bilan.premiers_avertissements.front().ligne == 1);
        CHECK(bilan.premiers_avertissements.front().faute ==
              lecture::Faute{"sortie", "import.sejour_apres_deces"});
    });
}

TEST_CASE("what can be read once only is read whole all the same") {
    const Dossier dossier;
    storage::on_every_dui([&](storage::Base& base) {
        const auto tuyau = dossier.fichier() + "-tuyau";
        std::filesystem::remove(tuyau);
        REQUIRE(::mkfifo(tuyau.c_str(), 0600) == 0);
        const auto demande = [&](Tolerance tolerance) {
            std::thread ecrivain{[&] {
                std::ofstream{tuyau} << sejour("s1", "2024-01-01", "") << "\n" << personne;
            }};
            auto bilan =
                importation::importer(base, {.fichier = tuyau,
                                             .tolerance = tolerance,
                                             .auteur = "commande",
                                             .maintenant = [] { return magasin::Moment{1}; },
                                             .avancement = [](std::uint64_t, std::uint64_t) {}});
            ecrivain.join();
            return bilan;
        };
        CHECK(demande(Tolerance::aucune).value().nouveaux == 2);
        // There is no place beside it for the lines left out.
        CHECK(demande(Tolerance::ecarter_les_fautives).error().code ==
              "import.rejets_sans_fichier");
    });
}

TEST_CASE("a compressed file is told to be so, and nothing is read of it") {
    const Dossier dossier;
    storage::on_every_dui([&](storage::Base& base) {
        const auto fait = importer(base, dossier, "\x1f\x8b\x08 and so on\n", Tolerance::aucune);
        CHECK(fait.error().code == "import.compresse");
        CHECK(faits(base) == 0);
    });
}

TEST_CASE("a file that is not there is refused") {
    const Dossier dossier;
    storage::on_every_dui([&](storage::Base& base) {
        CHECK(importation::importer(base, {.fichier = dossier.fichier() + "-absent",
                                           .tolerance = Tolerance::aucune,
                                           .auteur = "commande",
                                           .maintenant = [] { return magasin::Moment{1}; },
                                           .avancement = [](std::uint64_t, std::uint64_t) {}})
                  .error()
                  .code == "import.fichier");
    });
}

}  // namespace grappe::importation
