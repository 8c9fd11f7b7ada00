// Self-assessment: the shipped frame, what may be answered, that nobody overwrites anybody.
#include "portail/documents/maturite.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "portail/documents/monde_pour_tests.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "storage/test_bases.hpp"
#include "tableur/lignes.hpp"

namespace grappe::documents {
namespace {

using storage::Base, storage::Reader, storage::Writer;

const access::Acteur porteur{.compte = "c1", .role = access::Role::porteur, .region = {}};
const access::Acteur voisin{.compte = "c2", .role = access::Role::porteur, .region = {}};
constexpr std::string_view organisme = "339909996";

const CadreDeMaturite& cadre() {
    static const auto lu = [] {
        std::ifstream fichier{std::string{GRAPPE_ROOT} + "/donnees/maturite/autodiagnostic.txt"};
        std::ostringstream texte;
        texte << fichier.rdbuf();
        return lire_cadre(texte.str()).value();
    }();
    return lu;
}

auto combien(GenreDePoint genre) {
    return std::count_if(cadre().points.begin(), cadre().points.end(),
                         [&](const PointDuCadre& point) { return point.genre == genre; });
}

std::string faute(const char* json) { return lire_reponses(json, cadre()).error().code; }

}  // namespace

TEST_CASE("the shipped frame has seven dimensions and thirteen measures, each with its source") {
    CHECK(combien(GenreDePoint::dimension) == 7);
    CHECK(combien(GenreDePoint::mesure) == 13);
    CHECK(combien(GenreDePoint::question) == 4);
    for (const auto& point : cadre().points) CHECK_FALSE(point.source.empty());
    CHECK(cadre().point("1.1.3")->niveaux.size() == 5);
}

TEST_CASE("a line of a frame that cannot be read is named") {
    CHECK(lire_cadre("dimension | 1 | Sans source | rien").error().detail == "1");
    CHECK(lire_cadre("source | s | S | x\n\ndimension | 1 | D | s\ndimension | 1 | D | s")
              .error()
              .detail == "4");
    CHECK(lire_cadre("source | s | S | x\nquestion | q | Q | s\nniveau | q.5 | N | s")
              .error()
              .detail == "3");
    CHECK(lire_cadre("source | s | S").error().code == "maturite.cadre");
}

TEST_CASE("a level goes from 0 to 4, a measure has a position, and no answer is none") {
    const auto lues =
        lire_reponses(R"({"reponses": {"1": "4", "c01": "en_cours", "2": ""}})", cadre()).value();
    CHECK(lues == Reponses{{"1", "4"}, {"c01", "en_cours"}});
    CHECK(faute(R"({"reponses": {"1": "5"}})") == "maturite.reponse");
    CHECK(faute(R"({"reponses": {"1": "en_place"}})") == "maturite.reponse");
    CHECK(faute(R"({"reponses": {"c01": "3"}})") == "maturite.reponse");
    CHECK(faute(R"({"reponses": {"9.9": "1"}})") == "maturite.code");
    CHECK(faute("[]") == "maturite.json");
}

TEST_CASE("answers are kept by body, and a stale write is refused") {
    storage::on_every_portail([](Base& base) {
        REQUIRE(base.write([](Writer& db) -> core::Result<void> {
            tests::ajouter_comptes(db);
            teleservice::ajouter(db, tests::dossier(), "{}");
            return {};
        }));
        const auto qui = [](const access::Acteur& acteur) {
            return teleservice::Demandeur{.acteur = acteur,
                                          .maintenant = tests::instant("2024-03-01T12:00:00Z")};
        };
        const auto ecrit = [&](const access::Acteur& acteur, int version) {
            return base.write([&](Writer& db) {
                return ecrire_fiche(db, qui(acteur),
                                    {.visee = {.dossier = "d1", .organisme = organisme},
                                     .version = version,
                                     .reponses = {{"1", "2"}}});
            });
        };
        CHECK(ecrit(voisin, 0).error().code == "dossier.inconnu");
        CHECK(ecrit(porteur, 0).value().version == 1);
        CHECK(ecrit(porteur, 0).error().code == "maturite.version_perimee");
        CHECK(ecrit(porteur, 1).value().version == 2);
        const auto lues = base.read([](Reader& db) { return fiches_du_dossier(db, "d1"); });
        REQUIRE(lues.size() == 1);
        CHECK(lues.front().reponses == Reponses{{"1", "2"}});
    });
}

TEST_CASE("a member answers for its own entity, its porteur no more, and nobody for another") {
    storage::on_every_portail([](Base& base) {
        REQUIRE(base.write([](Writer& db) -> core::Result<void> {
            tests::ajouter_comptes(db);
            teleservice::ajouter(db, tests::dossier(), "{}");
            db.script(
                "INSERT INTO membre (id, dossier, finess_ej, courriel, compte, recupere_tva,"
                " invite_le, accepte_le, retire_le) VALUES ('m1', 'd1', '339909996',"
                " 'c2@exemple.test', 'c2', NULL, '2024-03-01T12:00:00Z', '2024-03-01T12:00:00Z',"
                " NULL)");
            return {};
        }));
        const auto ecrit = [&](const access::Acteur& acteur, std::string_view entite, int version) {
            const auto fait = base.write([&](Writer& db) {
                return ecrire_fiche(
                    db, {.acteur = acteur, .maintenant = tests::instant("2024-03-01T12:00:00Z")},
                    {.visee = {"d1", entite}, .version = version, .reponses = {{"1", "3"}}});
            });
            return fait ? "fait" : fait.error().code;
        };
        CHECK(ecrit(voisin, organisme, 0) == "fait");
        CHECK(ecrit(porteur, organisme, 1) == "maturite.au_membre");
        CHECK(ecrit(porteur, "339909988", 0) == "fait");
        CHECK(ecrit(voisin, "339909988", 1) == "dossier.interdit");
        const auto lues = [&](const access::Acteur& acteur) {
            return base
                .read([&](Reader& db) {
                    return lire_fiches(
                        db,
                        {.acteur = acteur, .maintenant = tests::instant("2024-03-01T12:00:00Z")},
                        "d1");
                })
                ->size();
        };
        CHECK(lues(porteur) == 2);
        CHECK(lues(voisin) == 1);
    });
}

TEST_CASE("the answers of a body are a document, without any score") {
    const FicheDeMaturite fiche{.organisme = std::string{organisme},
                                .version = 1,
                                .reponses = {{"1.1.3", "2"}, {"c04", "en_place"}}};
    const FicheImprimee imprimee{.fiche = fiche,
                                 .cadre = cadre(),
                                 .nom = "Association fictive",
                                 .maintenant = tests::instant("2024-03-01T12:00:00Z")};
    CHECK(fiche_en_pdf(imprimee, tests::francais()).starts_with("%PDF-"));
    const auto lignes = tableur::lire_lignes(fiche_en_xlsx(imprimee, tests::francais())).value();
    CHECK(lignes.size() == 1 + cadre().points.size());
    CHECK(lignes.at(1).at(2) == "Sans réponse");
    CHECK(lignes.at(10).at(2) ==
          "Niveau 2 sur 4\u00a0: Pilotage de projet, assistance à maîtrise d'ouvrage");
}

}  // namespace grappe::documents
