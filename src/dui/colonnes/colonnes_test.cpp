// Columns: what they hold is what was stored, however it came; a changed byte is found.
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <random>

#include "dui/colonnes/entretien.hpp"
#include "dui/magasin/faits_repository.hpp"
#include "storage/test_bases.hpp"

namespace grappe::colonnes {

using colonnes::Segment;
using magasin::Version;
namespace fs = std::filesystem;

namespace {

// Hundreds of segments are sealed here, each brought to the disk file after file: where memory can
// stand for it, that is not waited for.
fs::path dossier_en_memoire() {
    const fs::path memoire{"/dev/shm"};
    return ::access(memoire.c_str(), W_OK) == 0 ? memoire : fs::temp_directory_path();
}

class Atelier {
public:
    explicit Atelier(const std::string& nom)
        : chemin_{dossier_en_memoire() / ("grappe-colonnes-" + nom + std::to_string(::getpid()))} {
        fs::remove_all(chemin_);
        fs::create_directory(chemin_);
    }
    Atelier(const Atelier&) = delete;
    Atelier& operator=(const Atelier&) = delete;
    ~Atelier() { fs::remove_all(chemin_); }
    std::string texte() const { return chemin_.string(); }
    void vider() const {
        fs::remove_all(chemin_);
        fs::create_directory(chemin_);
    }
    int segments() const {
        return static_cast<int>(std::distance(fs::directory_iterator{chemin_}, {}));
    }

private:
    fs::path chemin_;
};

// Everything that columns say, in words.
std::string texte_de(const Colonnes& colonnes) {
    std::string texte;
    RangeesParType fondues;
    for (const auto& un : colonnes.etablissements()) {
        texte += std::string{un.numero()} + " connu " + std::to_string(un.connu) + "\n";
        for (auto d = un.premier; d < un.premier + un.dossiers; ++d) {
            texte += " " + std::string{colonnes.personne(d)} + "\n";
            const auto plages = colonnes.plages(d, fondues);
            for (std::size_t n = 0; n < fait::types; ++n)
                for (const auto& r : plages[n])
                    texte += "  " + std::to_string(n) + " " + std::to_string(r.numero) + " " +
                             std::to_string(r.debut) + " " + std::to_string(r.fin) + " " +
                             std::to_string(r.etat) + " " + std::to_string(r.de) + " " +
                             std::to_string(r.jusque) + "\n";
        }
    }
    return texte;
}

// The append-only tables, empty again.
std::string vider_la_base(storage::Engine moteur) {
    if (moteur == storage::Engine::sqlite)
        return "DROP TRIGGER IF EXISTS fait_garde; DELETE FROM fait; DELETE FROM magasin";
    return "DROP TRIGGER IF EXISTS fait_garde ON fait; DROP TRIGGER IF EXISTS fait_fixe ON fait; "
           "DELETE FROM fait; DELETE FROM magasin";
}

// Acts of recording with new facts, versions of former ones, persons and establishments new or not.
class Histoire {
public:
    explicit Histoire(std::uint64_t graine) : source_{graine} {}

    std::vector<Version> acte(std::int64_t combien) {
        ++acte_;
        std::vector<Version> versions;
        for (std::int64_t n = 0; n < combien; ++n) {
            const auto id = "f" + std::to_string(entre(0, 60));
            auto& faite = versions_[id];
            versions.push_back({.numero = ++numero_,
                                .version = ++faite,
                                .enregistrement = acte_,
                                .fait = fait(id)});
        }
        return versions;
    }

private:
    std::int64_t entre(std::int64_t de, std::int64_t a) {
        return de + static_cast<std::int64_t>(source_() % static_cast<std::uint64_t>(a - de + 1));
    }
    fait::Fait fait(const std::string& id) {
        static const std::vector<std::string> finess{"330000001", "010000024", "2A0000014"};
        fait::Fait un{
            .id = id,
            .type = static_cast<fait::Type>(entre(0, 8)),
            .finess_et = core::Finess::parse(finess[static_cast<std::size_t>(entre(0, 2))]).value(),
            .debut = entre(0, 9)};
        if (entre(0, 1) == 1) un.fin = entre(10, 19);
        if (un.type == fait::Type::evenement)
            un.personnes = {"p1", "p" + std::to_string(entre(1, 4))};
        else if (un.type != fait::Type::personne && entre(0, 5) > 0)
            un.personnes = {"p" + std::to_string(entre(1, 4))};
        return un;
    }

    std::mt19937_64 source_;
    std::int64_t acte_ = 0, numero_ = 0;
    std::map<std::string, std::int64_t> versions_;
};

void ecrire(storage::Base& base, const std::vector<Version>& versions) {
    REQUIRE(base.write([&](storage::Writer& db) -> core::Result<void> {
        (void)magasin::marque(db);
        magasin::ajouter(db, versions);
        return {};
    }));
}

Segment sceller(storage::Base& base, const Atelier& dossier) {
    return base.read([&](storage::Reader& db) { return colonnes::sceller(db, dossier.texte()); });
}

Colonnes a_jour(storage::Base& base, const Atelier& dossier) {
    return base.read([&](storage::Reader& db) { return colonnes::a_jour(db, dossier.texte()); });
}

std::string nom_du_segment(const Atelier& dossier) {
    return fs::directory_iterator { dossier.texte() } -> path().filename().string();
}

}  // namespace

TEST_CASE("columns completed act after act are those made anew from the database") {
    const Atelier dossier{"suivi"}, ailleurs{"refait"};
    storage::on_every_dui([&](storage::Base& base) {
        dossier.vider();
        Histoire histoire{base.engine() == storage::Engine::sqlite ? 7U : 8U};
        for (int acte = 0; acte < 12; ++acte) {
            ecrire(base, histoire.acte(acte % 4 == 0 ? 0 : 15));
            const auto completees = texte_de(Colonnes{sceller(base, dossier)});
            CHECK(dossier.segments() == 1);  // what was replaced is gone
            ailleurs.vider();
            const auto refaites = texte_de(Colonnes{sceller(base, ailleurs)});
            REQUIRE(completees == refaites);
            if (acte > 0) CHECK(completees.find("connu") != std::string::npos);
        }
    });
}

TEST_CASE("facts read beside a segment are those of columns made anew, row by row") {
    const Atelier dossier{"marge"}, ailleurs{"refait-marge"};
    storage::on_every_dui([&](storage::Base& base) {
        const auto histoires = base.engine() == storage::Engine::sqlite ? 60U : 6U;
        for (std::uint64_t graine = 1; graine <= histoires; ++graine) {
            dossier.vider();
            Histoire histoire{graine};
            base.connection().script(vider_la_base(base.engine()));
            ecrire(base, histoire.acte(static_cast<std::int64_t>(graine % 5) * 20));
            sceller(base, dossier);
            const auto scelle = nom_du_segment(dossier);
            for (int acte = 0; acte < 10; ++acte) {
                ecrire(base, histoire.acte(acte % 3 == 0 ? 4 : 1));
                ailleurs.vider();
                REQUIRE(texte_de(a_jour(base, dossier)) ==
                        texte_de(Colonnes{sceller(base, ailleurs)}));
                REQUIRE(nom_du_segment(dossier) == scelle);  // nothing was written
            }
        }
    });
}

TEST_CASE("a margin that has grown is sealed, and the answers stay the same") {
    const Atelier dossier{"marge-pleine"};
    storage::on_every_dui([&](storage::Base& base) {
        dossier.vider();
        Histoire histoire{11};
        ecrire(base, histoire.acte(5));
        sceller(base, dossier);
        const auto premier = nom_du_segment(dossier);
        ecrire(base, histoire.acte(1'000));
        const auto en_marge = texte_de(a_jour(base, dossier));
        CHECK(nom_du_segment(dossier) == premier);
        CHECK(Segment::ouvrir((fs::path{dossier.texte()} / premier).string())->verifier());
        ecrire(base, histoire.acte(1));
        const auto scellees = texte_de(a_jour(base, dossier));
        CHECK(nom_du_segment(dossier) != premier);
        CHECK(dossier.segments() == 1);
        CHECK(scellees != en_marge);
        CHECK(scellees == texte_de(Colonnes{sceller(base, dossier)}));
    });
}

TEST_CASE("a base without facts has columns without rows") {
    const Atelier dossier{"essai"};
    storage::on_every_dui([&](storage::Base& base) {
        dossier.vider();
        const auto colonnes = a_jour(base, dossier);
        CHECK(colonnes.dossiers() == 0);
        CHECK(colonnes.etablissements().empty());
    });
}

TEST_CASE("columns cut or with a changed seal are made again; a changed byte is found") {
    const Atelier dossier{"essai"};
    auto base = storage::Base::in_memory();
    REQUIRE(storage::migrate(
        base, storage::read_migrations(std::string{GRAPPE_ROOT} + "/schema/dui").value()));
    Histoire histoire{3};
    ecrire(base, histoire.acte(40));
    const auto attendu = texte_de(a_jour(base, dossier));
    const auto segment = fs::directory_iterator { dossier.texte() } -> path();

    fs::resize_file(segment / "sejour", fs::file_size(segment / "sejour") - 1);
    CHECK(Segment::ouvrir(segment.string()).error().code == "colonnes.descellees");
    CHECK(texte_de(a_jour(base, dossier)) == attendu);

    {
        std::fstream fichier{segment / "sceau", std::ios::in | std::ios::out | std::ios::binary};
        fichier.seekp(30);
        fichier.put('!');
    }
    CHECK(Segment::ouvrir(segment.string()).error().code == "colonnes.descellees");
    CHECK(texte_de(a_jour(base, dossier)) == attendu);

    CHECK(Segment::ouvrir(segment.string())->verifier());
    {
        std::fstream fichier{segment / "modification",
                             std::ios::in | std::ios::out | std::ios::binary};
        fichier.seekp(3);
        fichier.put('!');
    }
    CHECK(Segment::ouvrir(segment.string())->verifier().error().code == "colonnes.changees");
}

}  // namespace grappe::colonnes
