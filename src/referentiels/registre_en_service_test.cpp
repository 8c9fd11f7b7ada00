// Opening of the register: first use, two at once, killed, unwritable folders, user's choices.
#include "referentiels/registre_en_service.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "referentiels/premiere_utilisation.hpp"
#include "referentiels/registre_de_test.hpp"

namespace grappe::referentiels {
namespace {

namespace fs = std::filesystem;

constexpr int effectif = 20'000;

// The folders of a user, for the length of a test: nothing is left in the real ones.
class Utilisateur {
public:
    explicit Utilisateur(const DossierDEssai& dossier) {
        fs::create_directories(dossier / "tmp");
        changer("XDG_CACHE_HOME", dossier / "cache");
        changer("HOME", dossier / "foyer");
        changer("TMPDIR", dossier / "tmp");
    }
    Utilisateur(const Utilisateur&) = delete;
    Utilisateur& operator=(const Utilisateur&) = delete;
    ~Utilisateur() {
        for (const auto& [nom, valeur] : avant_)
            valeur ? setenv(nom.c_str(), valeur->c_str(), 1) : unsetenv(nom.c_str());
    }

private:
    void changer(const std::string& nom, const std::string& valeur) {
        const char* avant = std::getenv(nom.c_str());
        avant_.emplace_back(nom,
                            avant == nullptr ? std::nullopt : std::optional<std::string>{avant});
        setenv(nom.c_str(), valeur.c_str(), 1);
    }

    std::vector<std::pair<std::string, std::optional<std::string>>> avant_;
};

// A program's folder with a fictitious register, big enough to be killed in the middle.
void installer(const DossierDEssai& dossier) {
    fs::create_directories(dossier / "donnees/finess");
    fs::create_symlink(racine + "/schema", dossier / "schema");
    for (const auto* nom : {"donnees/cog", "donnees/nomenclatures"})
        fs::create_symlink(racine + "/" + nom, dossier / nom);
    dossier.ecrire("donnees/finess/r.csv", grand_fichier(effectif));
    dossier.ecrire("donnees/finess/registre.csv", "fichier;date\nr.csv;2021-01-08\n");
}

std::vector<std::string> bases(const DossierDEssai& dossier) {
    std::vector<std::string> noms;
    std::error_code erreur;
    for (const auto& entree : fs::directory_iterator{dossier / "var", erreur})
        if (entree.path().extension() != ".verrou")
            noms.push_back(entree.path().filename().string());
    return noms;
}

// Runs `f` in a child process, where a failed check cannot be seen: it answers its exit code.
template <class F>
pid_t dans_un_fils(F f) {
    const pid_t fils = fork();
    if (fils != 0) return fils;
    try {
        _exit(f());
    } catch (...) {
        _exit(99);
    }
}

int ouvrir_et_compter(const std::string& chemin) {
    auto registre = ouvrir_registre(chemin, std::nullopt, maintenant);
    if (!registre) return 1;
    auto ouvert = std::move(registre).value();
    const auto nombre = ouvert.base().read([](storage::Reader& db) { return effectifs(db); });
    return nombre.ouverts == effectif ? 0 : 2;
}

}  // namespace

TEST_CASE("two first uses at once make one whole register") {
    const DossierDEssai dossier;
    installer(dossier);
    const Utilisateur utilisateur{dossier};
    const auto essai = [&] { return ouvrir_et_compter(dossier / ""); };
    const pid_t fils[] = {dans_un_fils(essai), dans_un_fils(essai)};
    for (const pid_t un : fils) {
        int etat = -1;
        waitpid(un, &etat, 0);
        CHECK(etat == 0);
    }
    CHECK(bases(dossier).size() == 1);
}

TEST_CASE("a first use killed at any moment leaves nothing that is read later") {
    const DossierDEssai dossier;
    installer(dossier);
    const Utilisateur utilisateur{dossier};
    for (const int delai : {20, 150, 400, 700}) {
        const pid_t fils = dans_un_fils([&] { return ouvrir_et_compter(dossier / ""); });
        std::this_thread::sleep_for(std::chrono::milliseconds{delai});
        kill(fils, SIGKILL);
        waitpid(fils, nullptr, 0);
        // What is there, if anything, is whole.
        for (const auto& nom : bases(dossier)) {
            if (!nom.ends_with(".sqlite")) continue;
            auto base = storage::Base::open(dossier / ("var/" + nom), storage::Access::frozen);
            auto lue = std::move(base).value();
            CHECK(lue.read([](storage::Reader& db) { return effectifs(db).ouverts; }) == effectif);
        }
    }
    CHECK(ouvrir_et_compter(dossier / "") == 0);
    CHECK(bases(dossier).size() == 1);
}

TEST_CASE("an import killed at any moment leaves the former register, whole") {
    const DossierDEssai dossier;
    const auto chemin = "sqlite:" + dossier / "base.sqlite";
    const auto un = dossier.ecrire("1.csv", fichier_csv({{"339991002"}}));
    {
        auto base = std::move(storage::Base::open(chemin, storage::Access::read_write)).value();
        REQUIRE(storage::migrate(base, *storage::read_migrations(racine + "/schema/portail")));
        REQUIRE(importer(
            base, territoires(),
            {.fichier = un, .maintenant = maintenant, .date = *core::Date::parse("2020-01-01")}));
    }
    const auto gros = dossier.ecrire("gros.csv", grand_fichier(effectif));
    for (const int delai : {100, 300, 500, 900}) {
        const pid_t fils = dans_un_fils([&] {
            auto base = std::move(storage::Base::open(chemin, storage::Access::read_write)).value();
            const auto bilan = importer(base, territoires(),
                                        {.fichier = gros,
                                         .maintenant = maintenant,
                                         .date = *core::Date::parse("2021-01-08")});
            return bilan ? 0 : 1;
        });
        std::this_thread::sleep_for(std::chrono::milliseconds{delai});
        kill(fils, SIGKILL);
        waitpid(fils, nullptr, 0);
        auto base = std::move(storage::Base::open(chemin, storage::Access::read_write)).value();
        const auto [nombre, faits] = base.read([](storage::Reader& db) {
            const auto e = effectifs(db);
            return std::pair{e.ouverts + e.fermes, imports(db).size()};
        });
        CHECK(nombre == (faits == 1 ? 1 : effectif + 1));
    }
}

TEST_CASE("without a folder to write in, the register still opens") {
    const DossierDEssai dossier;
    installer(dossier);
    const Utilisateur utilisateur{dossier};
    // Files where folders are wanted: nothing can be made there, even by root.
    for (const auto& nom : {std::string{"var"}, std::string{"cache"}, std::string{"foyer"},
                            "tmp/grappe-" + std::to_string(geteuid())})
        dossier.ecrire(nom, "");
    const pid_t fils = dans_un_fils([&] { return ouvrir_et_compter(dossier / ""); });
    int etat = -1;
    waitpid(fils, &etat, 0);
    CHECK(etat == 0);
    CHECK(fs::is_regular_file(dossier / "var"));
}

TEST_CASE("when var cannot be written, the user's cache folder is used") {
    const DossierDEssai dossier;
    installer(dossier);
    const Utilisateur utilisateur{dossier};
    dossier.ecrire("var", "");
    CHECK(ouvrir_et_compter(dossier / "") == 0);
    CHECK_FALSE(fs::is_empty(dossier / "cache/grappe"));
}

TEST_CASE("the shipped register is whole and dated, and its manifest names it") {
    auto registre = std::move(ouvrir_registre(racine, std::nullopt, maintenant)).value();
    CHECK(registre.date()->text() == "2021-01-08");
    const auto [nombre, dernier] = registre.base().read([](storage::Reader& db) {
        return std::pair{effectifs(db), dernier_import(db).value()};
    });
    CHECK(nombre.ouverts + nombre.fermes == 95'333);
    CHECK(dernier.comptes.rejetes == 0);
    CHECK(dernier.comptes.doublons == 0);
    const std::vector<std::string> numeros{"010000024"};
    CHECK(registre.fiches(numeros).par_finess_et.at("010000024").raison_sociale ==
          "CH DE FLEYRIAT");
}

TEST_CASE("the register in service answers many numbers in one go, from the base or from memory") {
    const DossierDEssai dossier;
    installer(dossier);
    const Utilisateur utilisateur{dossier};
    auto registre = std::move(ouvrir_registre(dossier / "", std::nullopt, maintenant)).value();
    CHECK(registre.date()->text() == "2021-01-08");
    const std::vector<std::string> numeros{numero_fictif(7), "330000001", "999999999"};
    const auto memoire = registre.en_memoire({});
    for (const auto& lues : {registre.fiches(numeros), fiches(memoire, numeros)}) {
        REQUIRE(lues.par_finess_et.size() == 1);
        CHECK(lues.par_finess_et.at(numero_fictif(7)).raison_sociale == "EHPAD FICTIF 7");
        CHECK(lues.entites_juridiques == std::unordered_set<std::string>{"330000001"});
    }
}

TEST_CASE("the user may name a file of any form, or a database") {
    const DossierDEssai dossier;
    const auto fichier = dossier.ecrire("r-20240102.csv", fichier_csv({{"339991002"}}));
    auto lu = std::move(ouvrir_registre(racine, fichier, maintenant)).value();
    CHECK(lu.date()->text() == "2024-01-02");
    const std::vector<std::string> numeros{"339991002"};
    CHECK(lu.fiches(numeros).par_finess_et.size() == 1);
    // Neither the file nor its name says a date: it is unknown, whenever the file was written.
    const auto sans_date = dossier.ecrire("r.csv", fichier_csv({{"339991002"}}));
    auto inconnue = std::move(ouvrir_registre(racine, sans_date, maintenant)).value();
    CHECK_FALSE(inconnue.date());
    CHECK_FALSE(inconnue.en_memoire({}).date());

    const auto chemin = dossier / "base.sqlite";
    CHECK(ouvrir_registre(racine, "sqlite:" + chemin, maintenant).error().code == "base.absente");
    {
        auto base = std::move(storage::Base::open(chemin, storage::Access::read_write)).value();
        REQUIRE(storage::migrate(base, *storage::read_migrations(racine + "/schema/portail")));
        CHECK(ouvrir_registre(racine, "sqlite:" + chemin, maintenant).error().code ==
              "registre.base_vide");
        REQUIRE(importer(base, territoires(), {.fichier = fichier, .maintenant = maintenant}));
    }
    CHECK(ouvrir_registre(racine, "sqlite:" + chemin, maintenant));
    CHECK(ouvrir_registre(racine, chemin, maintenant));
    dossier.ecrire("autre.sqlite", "");
    CHECK(ouvrir_registre(racine, "sqlite:" + dossier / "autre.sqlite", maintenant).error().code ==
          "base.illisible");
    CHECK_FALSE(ouvrir_registre(racine, dossier / "absent.csv", maintenant));
}

}  // namespace grappe::referentiels
