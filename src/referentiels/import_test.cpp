// Imports of the register: idempotent, dated, whole or nothing, on every engine.
#include "referentiels/import.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "referentiels/registre_de_test.hpp"

namespace grappe::referentiels {
namespace {

const std::string a = "339991002";
const std::string b = "339991010";
const std::string c = "339991028";

core::Date jour(const std::string& texte) { return *core::Date::parse(texte); }

core::Result<BilanImport> importer_le(storage::Base& base, const std::string& fichier,
                                      const std::string& date) {
    return importer(base, territoires(),
                    {.fichier = fichier, .maintenant = maintenant, .date = jour(date)});
}

constexpr storage::Statement anciens{"essai.anciens", R"(
    SELECT finess_et, raison_sociale, remplacee_par FROM etablissement_ancien)"};

std::vector<std::string> remplaces(storage::Base& base) {
    auto lus = base.read([](storage::Reader& db) {
        return db.all(anciens, [](const storage::Row& row) {
            return row.get<std::string>("finess_et") + " " +
                   row.get<std::string>("raison_sociale") + " " +
                   std::to_string(row.get<int>("remplacee_par"));
        });
    });
    std::sort(lus.begin(), lus.end());
    return lus;
}

}  // namespace

TEST_CASE("a first import keeps every fact and the date of the register") {
    avec_base([](storage::Base& base) {
        const DossierDEssai dossier;
        const auto fichier = dossier.ecrire("r.csv", fichier_csv({{a}, {b, "FOYER \"\"X\"\""}}));
        const auto bilan = importer_le(base, fichier, "2024-01-01");
        REQUIRE(bilan);
        CHECK_FALSE(bilan->inchange);
        CHECK(bilan->import.numero == 1);
        CHECK(bilan->import.comptes.nouveaux == 2);
        CHECK(bilan->import.fichier == "r.csv");
        const auto lus = tous(base);
        REQUIRE(lus.size() == 2);
        CHECK(lus[0].finess_et.text() == a);
        CHECK(lus[0].adresse == "1 RUE DE L ESSAI");
        CHECK(lus[0].code_postal == "33000");
        CHECK(lus[0].latitude_e6 == 44'837'789);
        CHECK(lus[0].longitude_e6 == -579'180);
        CHECK(lus[0].ouvert_le == jour("2001-02-03"));
        CHECK_FALSE(lus[0].ferme_le.has_value());
        const auto dernier =
            base.read([](storage::Reader& db) { return dernier_import(db).value(); });
        CHECK(dernier.date == jour("2024-01-01"));
        CHECK(dernier.format == FormatFiness::csv_entete);
    });
}

TEST_CASE("the same file twice changes nothing") {
    avec_base([](storage::Base& base) {
        const DossierDEssai dossier;
        const auto fichier = dossier.ecrire("r.csv", fichier_csv({{a}, {b}}));
        REQUIRE(importer_le(base, fichier, "2024-01-01"));
        const auto avant = tous(base);
        const auto encore = importer_le(base, fichier, "2024-01-01");
        REQUIRE(encore);
        CHECK(encore->inchange);
        CHECK(encore->import.numero == 1);
        CHECK(tous(base) == avant);
        CHECK(base.read([](storage::Reader& db) { return imports(db).size(); }) == 1);
    });
}

TEST_CASE("what disappeared is closed at the new date, what changed keeps its former line") {
    avec_base([](storage::Base& base) {
        const DossierDEssai dossier;
        REQUIRE(importer_le(base, dossier.ecrire("1.csv", fichier_csv({{a}, {b}})), "2024-01-01"));
        const auto deux = dossier.ecrire("2.csv", fichier_csv({{b, "NOUVEAU NOM"}, {c}}));
        const auto bilan = importer_le(base, deux, "2024-02-01");
        REQUIRE(bilan);
        CHECK(bilan->import.comptes.nouveaux == 1);
        CHECK(bilan->import.comptes.modifies == 1);
        CHECK(bilan->import.comptes.fermes == 1);
        auto lus = tous(base);
        REQUIRE(lus.size() == 3);
        CHECK(lus[0].ferme_le == jour("2024-02-01"));
        CHECK(lus[1].raison_sociale == "NOUVEAU NOM");
        CHECK(remplaces(base) ==
              std::vector<std::string>{a + " EHPAD FICTIF 2", b + " EHPAD FICTIF 2"});
        // Again: the closed one stays closed at the same date.
        CHECK(importer_le(base, deux, "2024-02-01")->inchange);
        // And it may come back.
        const auto trois = dossier.ecrire("3.csv", fichier_csv({{a}, {b, "NOUVEAU NOM"}, {c}}));
        CHECK(importer_le(base, trois, "2024-03-01")->import.comptes.modifies == 1);
        lus = tous(base);
        CHECK_FALSE(lus[0].ferme_le.has_value());
        // The same content at a later date: the date of the register moves, nothing else.
        const auto plus_tard = importer_le(base, trois, "2024-04-01");
        CHECK_FALSE(plus_tard->inchange);
        CHECK(plus_tard->import.comptes.modifies == 0);
        CHECK(tous(base) == lus);
    });
}

TEST_CASE("an older register is refused unless asked, and so is an empty one") {
    avec_base([](storage::Base& base) {
        const DossierDEssai dossier;
        const auto un = dossier.ecrire("1.csv", fichier_csv({{a}}));
        const auto deux = dossier.ecrire("2.csv", fichier_csv({{b}}));
        REQUIRE(importer_le(base, un, "2024-02-01"));
        const auto avant = tous(base);
        CHECK(importer_le(base, deux, "2024-01-31").error().code == "registre.plus_ancien");
        const auto vide = dossier.ecrire("vide.csv", fichier_csv({}));
        CHECK(importer_le(base, vide, "2024-03-01").error().code == "registre.vide");
        CHECK(importer_le(base, dossier / "absent.csv", "2024-03-01").error().code ==
              "registre.illisible");
        CHECK(tous(base) == avant);
        const auto force = importer(base, territoires(),
                                    {.fichier = deux,
                                     .maintenant = maintenant,
                                     .date = jour("2024-01-31"),
                                     .controle = Controle::leve});
        REQUIRE(force);
        CHECK(force->import.date == jour("2024-01-31"));
    });
}

TEST_CASE("a partial file that would close most of the register is refused unless asked") {
    auto base = storage::Base::in_memory();
    const auto migrations = storage::read_migrations(racine + "/schema/portail");
    REQUIRE(storage::migrate(base, *migrations));
    const DossierDEssai dossier;
    const auto entier = dossier.ecrire("entier.csv", grand_fichier(1'200));
    REQUIRE(importer_le(base, entier, "2023-01-01"));
    const auto un = dossier.ecrire("1.csv", fichier_csv({{a}}));
    CHECK(importer_le(base, un, "2024-01-01").error().code == "registre.fermetures_massives");
    CHECK(base.read([](storage::Reader& db) { return effectifs(db).fermes; }) == 0);
}

TEST_CASE("a duplicate keeps the first line and reports both; a refused line is counted") {
    avec_base([](storage::Base& base) {
        const DossierDEssai dossier;
        const auto fichier = dossier.ecrire(
            "r.csv", fichier_csv({{a, "PREMIER"}, {a, "SECOND"}, {"339991003"}, {b}}));
        std::vector<std::string> rejets;
        const auto bilan = importer(base, territoires(),
                                    {.fichier = fichier,
                                     .maintenant = maintenant,
                                     .date = jour("2024-01-01"),
                                     .rejet = [&](const Remarque& r) {
                                         rejets.push_back(std::to_string(r.ligne) + " " +
                                                          std::string{r.code} + " " + r.detail);
                                     }});
        REQUIRE(bilan);
        CHECK(bilan->import.comptes.doublons == 1);
        CHECK(bilan->import.comptes.rejetes == 1);
        CHECK(bilan->import.comptes.lus == 3);
        REQUIRE(rejets.size() == 2);
        CHECK(rejets[0] == "3 registre.doublon " + a + ", ligne 2");
        CHECK(rejets[1].starts_with("4 registre.cle_fausse"));
        CHECK(tous(base).front().raison_sociale == "PREMIER");
    });
}

TEST_CASE("a category unknown to the nomenclature or closed is warned of, and kept") {
    avec_base([](storage::Base& base) {
        const auto categories = charger_categories(racine + "/donnees");
        std::vector<std::string> vus;
        const auto bilan =
            importer(base, territoires(),
                     {.fichier = racine + "/tests/donnees/finess/etalab-cas-limites-utf8.csv",
                      .maintenant = maintenant,
                      .categories = &*categories,
                      .avertissement = [&](const Remarque& r) {
                          if (r.code.starts_with("registre.categorie"))
                              vus.push_back(std::to_string(r.ligne) + " " + std::string{r.code} +
                                            " " + r.detail);
                      }});
        REQUIRE(bilan);
        CHECK(vus == std::vector<std::string>{
                         "10 registre.categorie_inconnue 339990061, catégorie 999",
                         "11 registre.categorie_fermee 339990079, catégorie 450, recodée en 460"});
        CHECK(bilan->import.comptes.avertissements == 5);
        CHECK(bilan->import.comptes.nouveaux == 9);
    });
}

TEST_CASE("where a place of life is never enters the database") {
    avec_base([](storage::Base& base) {
        const DossierDEssai dossier;
        const auto fichier = dossier.ecrire("r.csv", fichier_csv({{a, "LIEU DE VIE", "462"}}));
        REQUIRE(importer_le(base, fichier, "2024-01-01"));
        const auto lu = tous(base).front();
        CHECK(lu.adresse.empty());
        CHECK(lu.code_postal.empty());
        CHECK_FALSE(lu.latitude_e6.has_value());
        CHECK_FALSE(lu.longitude_e6.has_value());
        CHECK(lu.commune == "BORDEAUX");
        CHECK_THROWS_AS(base.connection().script(
                            "UPDATE etablissement SET adresse = 'x' WHERE categorie = '462'"),
                        storage::Failure);
    });
}

TEST_CASE("numbers are looked up by batches, unknown and repeated ones included") {
    avec_base([](storage::Base& base) {
        const DossierDEssai dossier;
        REQUIRE(
            importer_le(base, dossier.ecrire("r.csv", fichier_csv({{a}, {b}, {c}})), "2024-01-01"));
        std::vector<std::string> numeros(70, "010000024");
        numeros.front() = a;
        numeros[40] = c;
        numeros.back() = "330000001";
        base.read([&](storage::Reader& db) {
            const auto trouves = trouver(db, numeros);
            CHECK(trouves.size() == 2);
            CHECK(entites_parmi(db, numeros) == std::unordered_set<std::string>{"330000001"});
            CHECK(trouver(db, {}).empty());
            return 0;
        });
    });
}

}  // namespace grappe::referentiels
