// A fact recorded alone: checked as a line of an import, kept with its author and instant, whole
// or not at all.
#include "dui/enregistrement/enregistrement.hpp"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <random>
#include <thread>

#include "storage/test_bases.hpp"

namespace grappe::enregistrement {

using enregistrement::Nature;
using magasin::Moment;
namespace fs = std::filesystem;

namespace {

const std::string personne =
    R"({"type":"personne","id":"p1","finess_et":"330000001","nom_naissance":"DURAND",)"
    R"("prenoms":["ANNE"],"date_naissance":"1940-01-01","sexe":"F","lieu_naissance":"33063",)"
    R"("statut_identite":"provisoire"})";

std::string modification(const std::string& id, const std::string& le) {
    return R"({"type":"modification","id":")" + id +
           R"(","personne":"p1","finess_et":"330000001","auteur":"a","le":")" + le + "\"}";
}

std::string corrigee(std::string ligne) {
    ligne.insert(1, R"("corrige":true,)");
    return ligne;
}

class Saisies {
public:
    explicit Saisies(storage::Base& base) : base_{base} {}

    core::Result<Enregistre> faire(const std::string& ligne, std::int64_t instant) {
        return enregistrement::enregistrer(
            base_, {.ligne = ligne, .auteur = "compte-7", .maintenant = Moment{instant}}, fautes);
    }
    std::int64_t faits() {
        return base_.read([](storage::Reader& db) { return magasin::dernier_fait(db); });
    }
    magasin::Enregistrement dernier_acte() {
        return base_.read([](storage::Reader& db) { return magasin::dernier_enregistrement(db); });
    }

    std::vector<lecture::Faute> fautes;

private:
    storage::Base& base_;
};

using Fautes = std::vector<lecture::Faute>;

struct Ecrits {
    std::int64_t faits = 0, actes = 0, faits_dits = 0;
};
Ecrits ecrits(storage::Base& base) {
    return base.read([](storage::Reader& db) {
        return *db.one({"essai.ecrits",
                        "SELECT (SELECT count(*) FROM fait) AS faits, count(*) AS actes, "
                        "COALESCE(SUM(faits), 0) AS dits FROM enregistrement"},
                       [](const storage::Row& ligne) {
                           return Ecrits{ligne.get<std::int64_t>("faits"),
                                         ligne.get<std::int64_t>("actes"),
                                         ligne.get<std::int64_t>("dits")};
                       });
    });
}

}  // namespace

TEST_CASE("a fact, then a new version of it, each with its act, author and instant") {
    storage::on_every_dui([](storage::Base& base) {
        Saisies saisies{base};
        CHECK(saisies.faire(personne, 10)->nature == Nature::nouveau);
        const auto premier = saisies.faire(modification("m1", "2024-08-01T10:00:00Z"), 20);
        REQUIRE(premier);
        CHECK(premier->acte.numero == 2);
        CHECK(premier->acte.connu_le == Moment{20});
        CHECK(premier->fait.personnes == std::vector<std::string>{"p1"});
        const auto second = saisies.faire(corrigee(modification("m1", "2024-08-02T10:00:00Z")), 30);
        CHECK(second->nature == Nature::version);
        CHECK(saisies.faits() == 3);
        CHECK(saisies.dernier_acte().connu_le == Moment{30});
        const auto auteurs = base.read([](storage::Reader& db) {
            return db.all({"essai.auteurs", "SELECT auteur, origine, faits FROM enregistrement"},
                          [](const storage::Row& ligne) {
                              return ligne.get<std::string>("auteur") +
                                     ligne.get<std::string>("origine") +
                                     std::to_string(ligne.get<std::int64_t>("faits"));
                          });
        });
        CHECK(auteurs == std::vector<std::string>(3, "compte-7saisie1"));
    });
}

TEST_CASE("the same fact again changes nothing, and makes no act") {
    storage::on_every_dui([](storage::Base& base) {
        Saisies saisies{base};
        REQUIRE(saisies.faire(personne, 10));
        const auto encore = saisies.faire(personne, 20);
        CHECK(encore->nature == Nature::deja_connu);
        CHECK(encore->acte.numero == 1);
        CHECK(saisies.dernier_acte().connu_le == Moment{10});
    });
}

TEST_CASE("the faults of an import, all at once, and nothing is kept") {
    storage::on_every_dui([](storage::Base& base) {
        Saisies saisies{base};
        const auto refuse = saisies.faire(
            R"({"type":"sejour","id":"","personne":"p1","finess_et":"330000009","entree":"hier"})",
            10);
        CHECK(refuse.error().code == "enregistrement.fautes");
        CHECK(saisies.fautes == Fautes{{"id", "import.vide"},
                                       {"finess_et", "import.finess_cle"},
                                       {"entree", "import.jour_attendu"},
                                       {"modalite", "import.absent"}});
        CHECK_FALSE(saisies.faire(modification("m1", "2024-08-01T10:00:00Z"), 10));
        CHECK(saisies.fautes == Fautes{{"personne", "import.personne_inconnue"}});
        REQUIRE(saisies.faire(personne, 10));
        CHECK(saisies.fautes.empty());
        REQUIRE(saisies.faire(modification("m1", "2024-08-01T10:00:00Z"), 10));
        CHECK_FALSE(saisies.faire(modification("m1", "2024-08-03T10:00:00Z"), 10));
        CHECK(saisies.fautes == Fautes{{"id", "import.id_deja_pris"}});
        CHECK(saisies.faits() == 2);
        CHECK(saisies.dernier_acte().numero == 2);
    });
}

TEST_CASE("a stay still open after a death known before is told, and kept") {
    storage::on_every_dui([](storage::Base& base) {
        Saisies saisies{base};
        auto decedee = personne;
        decedee.insert(decedee.size() - 1, R"(,"decede_le":"2024-05-02")");
        REQUIRE(saisies.faire(decedee, 100));
        const auto sejour =
            saisies.faire(R"({"type":"sejour","id":"s1","finess_et":"330000001","personne":"p1",)"
                          R"("entree":"2024-01-02","modalite":"permanent"})",
                          200);
        REQUIRE(sejour);
        CHECK(sejour->nature == Nature::nouveau);
        CHECK(sejour->avertissements == Fautes{{"sortie", "import.sejour_apres_deces"}});
    });
}

TEST_CASE("a clock that goes back does not make a fact known before the former act") {
    storage::on_every_dui([](storage::Base& base) {
        Saisies saisies{base};
        REQUIRE(saisies.faire(personne, 100));
        CHECK(saisies.faire(modification("m1", "2024-08-01T10:00:00Z"), 50)->acte.connu_le ==
              Moment{100});
    });
}

TEST_CASE("a process killed while it records leaves whole facts, each with its act") {
    const auto dossier =
        fs::temp_directory_path() / ("grappe-enregistrement-" + std::to_string(::getpid()));
    fs::create_directories(dossier);
    const auto url = "sqlite:" + (dossier / "essai.sqlite").string();
    const auto ouvrir = [&] {
        return storage::Base::open(url, storage::Access::read_write).value();
    };
    const auto schema = storage::read_migrations(std::string{GRAPPE_ROOT} + "/schema/dui").value();
    {
        auto base = ouvrir();
        REQUIRE(storage::migrate(base, schema));
        REQUIRE(Saisies{base}.faire(personne, 1));
    }
    std::mt19937_64 hasard{20241124};
    std::int64_t avant = 1;
    int avances = 0;
    for (int coupure = 0; coupure < 12; ++coupure) {
        const auto enfant = ::fork();
        if (enfant == 0) {
            auto base = ouvrir();
            Saisies saisies{base};
            for (int n = 0;; ++n)
                (void)saisies.faire(
                    modification("m" + std::to_string(coupure) + "-" + std::to_string(n),
                                 "2024-08-01T10:00:00Z"),
                    n);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{5 + hasard() % 60});
        ::kill(enfant, SIGKILL);
        int etat = 0;
        ::waitpid(enfant, &etat, 0);
        auto base = ouvrir();
        const auto la = ecrits(base);
        CHECK(la.faits == la.actes);
        CHECK(la.faits == la.faits_dits);
        CHECK(la.faits == Saisies{base}.faits());
        CHECK(la.faits >= avant);
        avances += la.faits > avant ? 1 : 0;
        avant = la.faits;
    }
    CHECK(avances > 0);  // some kills came after a first fact, or nothing is proved
    fs::remove_all(dossier);
}

}  // namespace grappe::enregistrement
