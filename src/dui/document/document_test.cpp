// Documents are typed by the shipped codes, kept in versions, found by their words, and read by
// whom their class allows; a file is there before the row that names it. On both engines.
#include "dui/document/document.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "dui/document/coffret.hpp"
#include "dui/document/depot.hpp"
#include "dui/document/documents_repository.hpp"
#include "dui/document/lecture.hpp"
#include "dui/element/monde_pour_tests.hpp"
#include "storage/test_bases.hpp"

namespace grappe::document {
namespace {

namespace fs = std::filesystem;
using element::tests::a, element::tests::moment, element::tests::tilleuls;
using partage::Profession;
using storage::Base, storage::Reader, storage::Writer;

const Types& types() {
    static const auto livres = Types::charger(GRAPPE_ROOT);
    return livres;
}
core::Date le(const char* jour) { return core::Date::parse(jour).value(); }

acces::Professionnel professionnel(const char* compte, std::optional<Profession> profession) {
    return {.acteur = {.compte = compte, .role = access::Role::professionnel},
            .etablissements = {tilleuls().text()},
            .profession = profession};
}
const auto ines = professionnel("ines", Profession::infirmier);
const auto sara = professionnel("sara", Profession::secretaire);
const auto psy = professionnel("psy", Profession::psychologue);

std::string id(int n) {
    auto texte = std::to_string(n);
    return std::string(32 - texte.size(), '0') + texte;
}

Document certificat(const char* titre = "Certificat du vaccin", const char* type = "89601-9") {
    return {.fiche = {.type = type, .titre = titre, .date = le("2024-07-30")},
            .fichier = {.nom = "certificat.pdf",
                        .format = "pdf",
                        .sha256 = std::string(64, 'a'),
                        .taille = 12}};
}

struct Essai {
    Base& base;

    static std::string issue(const core::Result<Ecrit>& fait) {
        if (!fait) return fait.error().code;
        std::string codes;
        for (const auto& une : fait->fautes) codes += (codes.empty() ? "" : " ") + une.code;
        return codes.empty() ? "fait" : codes;
    }
    template <class Faire>
    std::string faire(const acces::Professionnel& qui, Faire acte) const {
        return issue(base.write([&](Writer& db) {
            return acte(db, Redacteur{qui, moment(100), types(),
                                      [](std::string_view personne, std::string_view finess_et) {
                                          return personne.starts_with('p') &&
                                                 finess_et == tilleuls().text();
                                      }});
        }));
    }
    std::string depose(const acces::Professionnel& qui, int n, const Document& document,
                       const char* personne = "p1") const {
        return faire(qui, [&](Writer& db, const Redacteur& redacteur) {
            return deposer(db, redacteur, {id(n), tilleuls(), personne, document});
        });
    }
    std::string remplace(const acces::Professionnel& qui, const Remplacement& voulu) const {
        return faire(qui, [&](Writer& db, const Redacteur& redacteur) {
            return remplacer(db, redacteur, voulu);
        });
    }
    std::vector<Version> versions(const acces::Professionnel& qui, int n) const {
        return base.read([&](Reader& db) {
            auto lues = lire(db, qui, id(n));
            return lues ? *std::move(lues) : std::vector<Version>{};
        });
    }
    Page page(const acces::Professionnel& qui, Demandee demandee) const {
        demandee.personne = "p1";
        return base.read([&](Reader& db) { return page_de(db, qui, types(), demandee); });
    }
};

void essayer(const std::function<void(Essai&)>& faire) {
    storage::on_every_dui([&](Base& base) {
        element::tests::connaitre(base, {"p1", "p2"});
        Essai essai{base};
        faire(essai);
    });
}

struct Dossier {
    fs::path chemin = fs::temp_directory_path() / ("coffret-" + std::to_string(::getpid()));
    Dossier() { fs::remove_all(chemin); }
    ~Dossier() { fs::remove_all(chemin); }
    std::size_t fichiers() const {
        std::size_t combien = 0;
        for (const auto& un : fs::recursive_directory_iterator{chemin})
            combien += un.is_regular_file() && un.path().filename() != ".verrou" ? 1 : 0;
        return combien;
    }
};

// A PNG of one pixel's head: enough for what looks at first bytes.
const std::string png{"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x8\2\0\0\0", 29};

}  // namespace

TEST_CASE("the shipped types have a code, a system and a class, each once") {
    CHECK(types().tous().size() == 47);
    for (const auto& un : types().tous()) {
        const bool loinc = un.code.find_first_not_of("0123456789-") == std::string::npos;
        CHECK(un.jeu == (loinc ? "LOINC" : "TRE_A05"));
        CHECK_FALSE(un.libelle.empty());
    }
    CHECK(types().trouver("57830-2") == nullptr);
    constexpr const char* entete = "code;jeu;libelle;classe;donnees\n";
    for (const char* ligne :
         {"A;TRE_A05;Un;11\n", "A;TRE_A05;Un;11;autre\n", ";TRE_A05;Un;11;soins\n",
          "A;TRE_A05;Un;11;soins\nA;TRE_A05;Un;11;soins\n"})
        CHECK(Types::lire(std::string{entete} + ligne).error().code == "document.types");
}

TEST_CASE("a document is found by words that begin its own, whatever accents, case and order") {
    auto un = certificat("Élève : vaccin contre la Rougeole");
    un.mots = mots_de("Fait à L'Haÿ-les-Roses, œuvre n° 12. Fait encore.");
    CHECK(un.mots == "fait a l hay les roses oeuvre n 12 encore");
    for (const char* tape :
         {"", "  ", "rougeole", "ROUG élè", "certif medical", "OEUVRE", "hay 12"})
        CHECK(repond(un, "Certificat médical", tape));
    for (const char* tape : {"ougeole", "rougeole oreillons", "9"})
        CHECK_FALSE(repond(un, "Certificat médical", tape));
    std::string long_texte;
    for (int n = 0; n < 20'000; ++n) long_texte += "mot" + std::to_string(n) + " ";
    CHECK(mots_de(long_texte).size() <= mots_au_plus);
}

TEST_CASE("what is written is read back the same") {
    auto un = certificat();
    un.fiche.valable_jusqu_au = le("2025-07-30");
    un.recherche = Recherche::texte;
    un.mots = "vaccin";
    un.motif = "Erreur";
    CHECK(lu(contenu_de(un)) == un);
}

TEST_CASE("all faults of a deposit at once, and nothing written") {
    essayer([](Essai& essai) {
        auto un = certificat(" ", "59284-0");
        un.fiche.date = le("2024-08-02");
        un.fiche.valable_jusqu_au = le("2024-07-02");
        un.fiche.lie_a = "nulle-part";
        CHECK(essai.depose(ines, 1, un) ==
              "document.titre document.futur document.validite document.classe document.lien");
        CHECK(essai.depose(ines, 1, certificat("Titre", "12345-6")) == "document.type");
        CHECK(essai.depose(sara, 1, certificat()) == "document.classe");
        CHECK(essai.depose(ines, 1, certificat(), "inconnue") == "dui.dossier_inconnu");
        CHECK(essai.page(ines, {}).documents.empty());
    });
}

TEST_CASE(
    "the same form twice writes once; a new version keeps the former; a late one is refused") {
    essayer([](Essai& essai) {
        CHECK(essai.depose(ines, 1, certificat()) == "fait");
        CHECK(essai.depose(ines, 1, certificat()) == "fait");
        CHECK(essai.versions(ines, 1).size() == 1);
        auto neuve = certificat("Certificat corrigé");
        neuve.fichier.sha256 = std::string(64, 'b');
        CHECK(essai.remplace(ines, {id(1), 1, neuve.fiche, neuve}) == "fait");
        CHECK(essai.remplace(ines, {id(1), 1, certificat("Tardif").fiche}) == "element.version");
        CHECK(essai.remplace(ines, {id(1), 2, certificat("Autre", "83901-9").fiche}) ==
              "document.classe document.autre_classe");
        const auto versions = essai.versions(ines, 1);
        REQUIRE(versions.size() == 2);
        CHECK(versions[0].document.fichier.sha256 == std::string(64, 'a'));
        CHECK(versions[1].document.fiche.titre == "Certificat corrigé");
        const auto nommes = essai.base.read([](Reader& db) { return fichiers_nommes(db); });
        CHECK(nommes.size() == 2);
    });
}

TEST_CASE("withdrawn with a reason it stays, and changes no more") {
    essayer([](Essai& essai) {
        REQUIRE(essai.depose(ines, 1, certificat()) == "fait");
        const auto retire = [&](std::int64_t vue, std::string motif) {
            return essai.faire(ines, [&](Writer& db, const Redacteur& redacteur) {
                return retirer(db, redacteur, {id(1), vue, motif});
            });
        };
        CHECK(retire(1, " ") == "document.motif");
        CHECK(retire(1, std::string(401, 'x')) == "document.motif_long");
        CHECK(retire(1, "Autre personne.") == "fait");
        CHECK(retire(2, "Encore.") == "document.retire");
        CHECK(essai.remplace(ines, {id(1), 2, certificat().fiche}) == "document.retire");
        CHECK(essai.versions(ines, 1).back().document.motif == "Autre personne.");
    });
}

TEST_CASE("lists keep to a type, to days and to words; what one does not read is counted") {
    essayer([](Essai& essai) {
        REQUIRE(essai.depose(ines, 1, certificat()) == "fait");
        auto ancien = certificat("Bilan des dents", "34120-6");
        ancien.fiche.date = le("2023-01-10");
        REQUIRE(essai.depose(ines, 2, ancien) == "fait");
        REQUIRE(essai.depose(psy, 3, certificat("Bilan", "83901-9")) == "fait");
        REQUIRE(essai.depose(ines, 4, certificat(), "p2") == "fait");
        CHECK(essai.page(ines, {}).documents.size() == 2);
        CHECK(essai.page(ines, {}).tus == 1);
        CHECK(essai.page(psy, {.texte = "bilan"}).documents.size() == 2);
        CHECK(essai.page(sara, {}).tus == 3);
        CHECK(essai.page(ines, {.type = "34120-6"}).documents.size() == 1);
        CHECK(essai.page(ines, {.depuis = le("2023-01-11")}).documents.size() == 1);
        Demandee ce_jour;
        ce_jour.depuis = ce_jour.jusqu_au = le("2023-01-10");
        CHECK(essai.page(ines, ce_jour).documents.size() == 1);
        CHECK(essai.page(ines, {.texte = "DENTS bilan"}).documents.size() == 1);
        CHECK(essai.versions(ines, 3).empty());
        CHECK(essai.remplace(sara, {id(1), 1, certificat().fiche}) == "document.inconnu");
    });
}

TEST_CASE("a page looks through so many documents, whatever the history") {
    storage::on_every_dui([](Base& base) {
        element::tests::connaitre(base, {"p1"});
        Essai essai{base};
        for (int n = 1; n <= static_cast<int>(regardes) + 5; ++n)
            REQUIRE(essai.depose(ines, n, certificat()) == "fait");
        const auto page = essai.page(ines, {});
        CHECK(page.documents.size() == regardes);
        REQUIRE(page.suite);
        CHECK(essai.page(ines, {.apres = *page.suite}).documents.size() == 5);
    });
}

TEST_CASE("a file is what its name says, or it is refused and gone") {
    Dossier dossier;
    storage::on_every_dui([&](Base& base) {
        const auto coffret =
            base.read([&](Reader& db) { return ouvrir_le_coffret(dossier.chemin.string(), db); });
        REQUIRE(coffret);
        const auto code = [&](const char* nom, const std::string& octets) {
            const auto recu = recevoir(*coffret, nom, octets);
            return recu ? std::string{"recu"} : recu.error().code;
        };
        CHECK(code("photo.png", png) == "recu");
        CHECK(code("photo.pdf", png) == "piece.contenu");
        CHECK(code("photo.exe", png) == "piece.suffixe");
        CHECK(code("photo.png", "") == "piece.vide");
        CHECK(code("photo.png", png + std::string(fichier_au_plus, 'x')) == "document.taille");
        CHECK(dossier.fichiers() == 0);
    });
}

TEST_CASE(
    "killed between the file and its row: the file goes at the next start, a named one stays") {
    storage::on_every_dui([&](Base& base) {
        Dossier dossier;
        element::tests::connaitre(base, {"p1"});
        Essai essai{base};
        {
            auto coffret = base.read(
                [&](Reader& db) { return ouvrir_le_coffret(dossier.chemin.string(), db); });
            REQUIRE(coffret);
            auto garde = recevoir(*coffret, "garde.png", png);
            auto perdu = recevoir(*coffret, "perdu.png", png + "autre");
            REQUIRE(garde);
            REQUIRE(perdu);
            auto [document, entrant] = *std::move(garde);
            Recu recu{document, std::move(entrant)};
            ranger(*coffret, recu);
            auto un = certificat();
            un.fichier = document.fichier;
            REQUIRE(essai.depose(ines, 1, un) == "fait");
            auto [autre, sien] = *std::move(perdu);
            Recu sans_ligne{autre, std::move(sien)};
            ranger(*coffret, sans_ligne);
            CHECK(dossier.fichiers() == 2);
            CHECK(octets_de(*coffret, document.fichier) == png);
        }
        const auto rouvert =
            base.read([&](Reader& db) { return ouvrir_le_coffret(dossier.chemin.string(), db); });
        REQUIRE(rouvert);
        CHECK(dossier.fichiers() == 1);
        CHECK(octets_de(*rouvert, essai.versions(ines, 1).back().document.fichier) == png);
    });
}

}  // namespace grappe::document
