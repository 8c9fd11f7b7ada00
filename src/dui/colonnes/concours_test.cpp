// Several questions at once, as a server asks them, make the columns of one database once and
// whole.
#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <thread>
#include <vector>

#include "dui/colonnes/entretien.hpp"
#include "dui/magasin/faits_repository.hpp"
#include "storage/migration.hpp"

namespace grappe::colonnes {
namespace {

namespace fs = std::filesystem;

class Lieu {
public:
    Lieu() { fs::remove_all(chemin_), fs::create_directories(colonnes()); }
    Lieu(const Lieu&) = delete;
    Lieu& operator=(const Lieu&) = delete;
    ~Lieu() { fs::remove_all(chemin_); }
    std::string base() const { return "sqlite:" + (chemin_ / "dui.sqlite").string(); }
    std::string colonnes() const { return (chemin_ / "colonnes").string(); }

private:
    fs::path chemin_ = fs::temp_directory_path() / "grappe-colonnes-concours";
};

magasin::Version fait_numero(std::int64_t n) {
    return {.numero = n,
            .version = 1,
            .enregistrement = 1,
            .fait = {.id = "f" + std::to_string(n),
                     .type = fait::Type::modification,
                     .finess_et = core::Finess::parse("330000001").value(),
                     .personnes = {"p" + std::to_string(n % 50)},
                     .debut = n}};
}

void ecrire(storage::Base& base, std::int64_t de, std::int64_t a) {
    std::vector<magasin::Version> versions;
    for (auto n = de; n <= a; ++n) versions.push_back(fait_numero(n));
    REQUIRE(base.write([&](storage::Writer& db) -> core::Result<void> {
        (void)magasin::marque(db);
        magasin::ajouter(db, versions);
        return {};
    }));
}

// After the last one, whoever recorded it.
void ecrire_un_fait(storage::Base& base) {
    REQUIRE(base.write([&](storage::Writer& db) -> core::Result<void> {
        (void)magasin::marque(db);
        const auto n = magasin::dernier_fait(db) + 1;
        magasin::ajouter(db, std::vector{fait_numero(n)});
        return {};
    }));
}

std::size_t lues(const std::string& url, const std::string& dossier) {
    auto base = storage::Base::open(url, storage::Access::read_only).value();
    const auto colonnes = base.read([&](storage::Reader& db) { return a_jour(db, dossier); });
    RangeesParType fondues;
    std::size_t rangees = 0;
    for (const auto& un : colonnes.etablissements())
        for (auto d = un.premier; d < un.premier + un.dossiers; ++d)
            for (const auto& plage : colonnes.plages(d, fondues)) rangees += plage.size();
    return rangees;
}

}  // namespace

TEST_CASE("questions asked at once all see everything, and leave one segment") {
    const Lieu lieu;
    auto base = storage::Base::open(lieu.base(), storage::Access::read_write).value();
    const auto migrations =
        storage::read_migrations(std::string{GRAPPE_ROOT} + "/schema/dui").value();
    REQUIRE(storage::migrate(base, migrations));
    constexpr std::int64_t par_tour = 1'500;  // more than what is read beside a segment
    for (std::int64_t tour = 1; tour <= 8; ++tour) {
        ecrire(base, (tour - 1) * par_tour + 1, tour * par_tour);
        std::atomic<int> justes{0};
        std::vector<std::jthread> demandeurs;
        for (int n = 0; n < 6; ++n)
            demandeurs.emplace_back([&] {
                if (lues(lieu.base(), lieu.colonnes()) == static_cast<std::size_t>(tour * par_tour))
                    ++justes;
            });
        demandeurs.clear();
        CHECK(justes == 6);
        CHECK(std::distance(fs::directory_iterator{lieu.colonnes()}, {}) == 1);
    }
}

TEST_CASE("columns first made while others record more are made all the same") {
    for (int fois = 0; fois < 10; ++fois) {
        const Lieu lieu;
        const auto migrations =
            storage::read_migrations(std::string{GRAPPE_ROOT} + "/schema/dui").value();
        std::atomic<int> faites{0};
        std::vector<std::jthread> imports;
        for (int n = 0; n < 4; ++n)
            imports.emplace_back([&] {
                auto base = storage::Base::open(lieu.base(), storage::Access::read_write).value();
                if (!storage::migrate(base, migrations)) return;
                ecrire_un_fait(base);
                const auto vu =
                    base.read([](storage::Reader& db) { return magasin::dernier_fait(db); });
                if (lues(lieu.base(), lieu.colonnes()) >= static_cast<std::size_t>(vu)) ++faites;
            });
        imports.clear();
        CHECK(faites == 4);
    }
}

}  // namespace grappe::colonnes
