// Exports: whose they are, how long they are kept, and what a restart does to them.
#include "portail/documents/exports.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "audit/journal.hpp"
#include "core/csv.hpp"
#include "portail/documents/atelier.hpp"
#include "portail/documents/etagere.hpp"
#include "portail/documents/exports_repository.hpp"
#include "portail/documents/monde_pour_tests.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "secret/empreinte.hpp"
#include "storage/test_bases.hpp"
#include "tableur/lignes.hpp"

namespace grappe::documents {
namespace {

namespace fs = std::filesystem;
using storage::Base, storage::Reader, storage::Writer;

const access::Acteur porteur{.compte = "c1", .role = access::Role::porteur, .region = {}};
const access::Acteur voisin{.compte = "c2", .role = access::Role::porteur, .region = {}};
const access::Acteur comptable{.compte = "c2", .role = access::Role::comptable, .region = {}};

// A folder of its own, a clock that moves.
struct Monde {
    Base& base;
    fs::path dossier = fs::temp_directory_path() / fs::path{std::tmpnam(nullptr)}.filename();
    std::unique_ptr<pieces::Magasin> magasin =
        pieces::Magasin::ouvrir((dossier / "fichiers").string()).value();
    core::Instant maintenant = tests::instant("2024-03-01T12:00:00Z");
    std::string pannes{};

    explicit Monde(Base& ouverte) : base{ouverte} {
        fs::create_directories(dossier / "exports");
        REQUIRE(base.write([](Writer& db) -> core::Result<void> {
            tests::ajouter_comptes(db);
            teleservice::ajouter(db, tests::dossier(), tests::contenu_complet());
            return {};
        }));
    }
    ~Monde() { fs::remove_all(dossier); }

    ReglagesDeLAtelier reglages() {
        return {.base = "",
                .dossier = (dossier / "exports").string(),
                .regles = tests::moyens(),
                .magasin = *magasin,
                .adresse_publique = [] { return std::string{"https://grappe.test"}; },
                .maintenant = [this] { return maintenant; },
                .journal = [this](const std::string& faute) { pannes += faute; }};
    }
    core::Result<Export> demande(const access::Acteur& acteur, Genre genre,
                                 std::string_view objet) {
        return base.write([&](Writer& db) {
            return demander_un_export(db, {.acteur = acteur, .maintenant = maintenant},
                                      {.genre = genre, .objet = objet});
        });
    }
    core::Result<Export> prend(const access::Acteur& acteur, const std::string& id) {
        return base.write([&](Writer& db) {
            return prendre(db, {.acteur = acteur, .maintenant = maintenant}, id);
        });
    }
    std::string octets(const std::string& id) {
        const Etagere etagere{(dossier / "exports").string()};
        const auto vu = etagere.voir(id);
        return vu ? std::string{vu->octets()} : std::string{};
    }
};

}  // namespace

TEST_CASE("one asks only for what one may read") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        const auto code = [&](const access::Acteur& acteur, Genre genre, std::string_view objet) {
            return monde.demande(acteur, genre, objet).error().code;
        };
        CHECK(code(voisin, Genre::dossier_pdf, "d1") == "dossier.inconnu");
        CHECK(code(porteur, Genre::dossier_archive, "d2") == "dossier.inconnu");
        CHECK(code(porteur, Genre::liste_csv, "n'importe quoi") == "exports.objet");
        CHECK(code(porteur, Genre::mes_donnees, "c2") == "exports.objet");
        CHECK(code(comptable, Genre::liste_csv, "") == "acces.refuse");
        for (int n = 0; n < exports_a_faire_au_plus; ++n)
            CHECK(monde.demande(porteur, Genre::liste_csv, ""));
        CHECK(code(porteur, Genre::liste_csv, "") == "exports.trop");
    });
}

TEST_CASE("a file is made, is hers alone, and goes when its time is over") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        const auto un = monde.demande(porteur, Genre::liste_csv, "").value();
        CHECK(monde.prend(porteur, un.id).error().code == "exports.pas_pret");
        CHECK(faire_un_export(base, monde.reglages()));
        CHECK_FALSE(faire_un_export(base, monde.reglages()));
        const auto pris = monde.prend(porteur, un.id).value();
        CHECK(monde.octets(un.id).find("Association fictive") != std::string::npos);
        CHECK(*pris.sha256 == secret::empreinte(monde.octets(un.id)));
        CHECK(monde.prend(voisin, un.id).error().code == "exports.inconnu");
        CHECK(perimer(base, monde.reglages()) == 0);
        monde.maintenant = tests::instant("2024-03-04T12:00:00Z");
        CHECK(monde.prend(porteur, un.id).error().code == "exports.perime");
        CHECK(perimer(base, monde.reglages()) == 1);
        CHECK(monde.octets(un.id).empty());
        CHECK(monde.prend(porteur, un.id).error().code == "exports.perime");
        CHECK(base.read([](Reader& db) { return audit::verifier(db, {}); }));
    });
}

TEST_CASE("every kind of export is made, and what fails for ever is told") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        for (const auto& [genre, nom] : names(Genre{})) {
            CAPTURE(nom);
            const auto objet =
                genre == Genre::dossier_pdf || genre == Genre::dossier_archive ? "d1" : "";
            const auto un = monde.demande(porteur, genre, objet).value();
            CHECK(faire_un_export(base, monde.reglages()));
            CHECK(monde.prend(porteur, un.id));
            CHECK(monde.pannes == "");
        }
        const auto perdu = monde.demande(porteur, Genre::dossier_archive, "d1").value();
        auto reglages = monde.reglages();
        reglages.dossier = "/nulle/part";
        for (int n = 0; n < essais_au_plus; ++n) CHECK(faire_un_export(base, reglages));
        CHECK_FALSE(faire_un_export(base, reglages));
        const auto lu = base.read([&](Reader& db) { return trouver_export(db, perdu.id); }).value();
        CHECK((lu.etat == EtatExport::echec && lu.faute == "exports.panne"));
    });
}

TEST_CASE("an export that stopped the server each time is given up, and its rests go") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        auto un = monde.demande(porteur, Genre::liste_csv, "").value();
        un.essais = essais_au_plus;
        REQUIRE(base.write([&](Writer& db) -> core::Result<void> {
            changer(db, un);
            return {};
        }));
        CHECK(faire_un_export(base, monde.reglages()));
        CHECK_FALSE(faire_un_export(base, monde.reglages()));
        const auto lu = base.read([&](Reader& db) { return trouver_export(db, un.id); }).value();
        CHECK((lu.etat == EtatExport::echec && lu.faute == "exports.panne"));

        const auto pret = monde.demande(porteur, Genre::liste_csv, "").value();
        CHECK(faire_un_export(base, monde.reglages()));
        const auto reste = monde.dossier / "exports" / (un.id + ".partiel");
        std::ofstream{reste} << "à moitié";
        CHECK(perimer(base, monde.reglages()) == 0);
        CHECK_FALSE(fs::exists(reste));
        CHECK_FALSE(monde.octets(pret.id).empty());
    });
}

TEST_CASE("no cell of a list is a formula") {
    CHECK(core::csv_cell("=1+1") == "'=1+1");
    CHECK(core::csv_cell("+33") == "'+33");
    CHECK(core::csv_cell("-1") == "'-1");
    CHECK(core::csv_cell("@SUM(A1)") == "'@SUM(A1)");
    CHECK(core::csv_cell("\t=1") == "'\t=1");
    CHECK(core::csv_cell("\r=1") == "\"'\r=1\"");
    CHECK(core::csv_cell("a;\"b\"") == "\"a;\"\"b\"\"\"");
    CHECK(core::csv_cell("1 = 1") == "1 = 1");
    const LigneDeListe piege{.dossier = "d1",
                             .appel = "NA-2024",
                             .statut = "Déposé",
                             .porteur = "=HYPERLINK(\"http://exemple.test\")",
                             .siret = "",
                             .numero = "",
                             .guichet = "",
                             .depose_le = "",
                             .modifie_le = "",
                             .essms = 3,
                             .subvention = core::Money::parse("21000.00").value()};
    const auto relues = tableur::lire_lignes(liste_en_xlsx({piege}, tests::francais())).value();
    CHECK(relues.at(1).at(2) == piege.porteur);  // a text: the file holds no formula
    CHECK(relues.at(1).at(8) == "21000");
    const auto csv = liste_en_csv({piege}, tests::francais());
    CHECK(csv.find(";\"'=HYPERLINK") != std::string::npos);
    CHECK(csv.find("21000,00") != std::string::npos);
}

}  // namespace grappe::documents
