// Since I left: whatever was written, amended and withdrawn, by whom and about whom, each element
// of the interval is on exactly one line or counted as not read; the order is the published one.
#include "dui/transmission/releve.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <set>

#include "dui/transmission/essai_pour_tests.hpp"

namespace grappe::transmission {
namespace {

using tests::Classe, tests::Profession, tests::Reader, tests::Writer;
using tests::Essai, tests::essayer, tests::id, tests::professionnel, tests::tilleuls;

const auto ines = professionnel("ines", Profession::aide_soignant);
const auto eddy = professionnel("eddy", Profession::educateur);
const auto psy = professionnel("psy", Profession::psychologue);

Releve depuis(const Essai& essai, const acces::Professionnel& qui, std::int64_t apres) {
    return essai.base.read([&](Reader& db) {
        return relever(db, qui, {tilleuls().text(), apres, [](std::string_view) { return true; }});
    });
}

// Written, amended, withdrawn at random, as the history of the test tells it beside.
struct Histoire {
    Essai& essai;
    std::mt19937 hasard;
    std::map<int, std::pair<int, Classe>> versions;  // of each: how many, and its class
    std::vector<std::pair<int, Classe>> touches;     // in the order of recording

    int un(unsigned parmi) { return static_cast<int>(hasard() % parmi); }
    void ecrire(int n, std::int64_t secondes) {
        auto saisie = Essai::saisie(n, un(2) == 0 ? "p1" : "p2", un(50));
        const auto& qui = un(3) == 0 ? psy : un(2) == 0 ? ines : eddy;
        saisie.classe = &qui == &psy    ? Classe::psychologie
                        : &qui == &ines ? Classe::soins
                                        : Classe::quotidien;
        if (un(3) == 0)
            saisie.dit = {.forme = Forme::ciblee,
                          .urgence = un(2) == 0 ? Urgence::urgente : Urgence::ordinaire,
                          .cible = "Chute",
                          .donnees = "Au sol.",
                          .resultats = un(2) == 0 ? "Vue par le médecin." : ""};
        auteurs[n] = &qui;
        REQUIRE(essai.redige(qui, saisie, secondes) == "fait");
        versions[n] = {1, saisie.classe};
        touches.emplace_back(n, saisie.classe);
    }
    void reprendre(int n, std::int64_t secondes) {
        if (!versions.contains(n)) return;  // what was drawn was not written
        auto& [combien, classe] = versions[n];
        const auto issue =
            un(4) == 0 ? essai.retire(*auteurs[n], {id(n), combien, "Erreur."}, secondes)
                       : essai.amende(*auteurs[n],
                                      {id(n), combien, {.texte = "v" + std::to_string(secondes)}},
                                      secondes);
        if (issue != "fait") return;
        ++combien;
        touches.emplace_back(n, classe);
    }
    std::map<int, const acces::Professionnel*> auteurs{};
};

}  // namespace

TEST_CASE("nothing of the interval is missing, for whoever reads, from wherever one left") {
    essayer([](Essai& essai) {
        Histoire histoire{essai, std::mt19937{11}, {}, {}};
        for (int pas = 0; pas < 120; ++pas) {
            if (pas < 5 || histoire.un(3) > 0)
                histoire.ecrire(pas, 100 + pas);
            else
                histoire.reprendre(histoire.un(static_cast<unsigned>(pas)), 100 + pas);
        }
        const auto dernier = static_cast<std::int64_t>(histoire.touches.size());
        for (const auto* qui : {&ines, &eddy, &psy})
            for (std::int64_t apres = 0; apres <= dernier; apres += 7) {
                const auto releve = depuis(essai, *qui, apres);
                CHECK(releve.jusqu_a == dernier);
                std::set<std::string> attendus;
                std::set<int> tus;
                for (auto n = apres; n < dernier; ++n) {
                    const auto& [lequel, classe] = histoire.touches[static_cast<std::size_t>(n)];
                    if (qui->lit(classe))
                        attendus.insert(id(lequel));
                    else
                        tus.insert(lequel);
                }
                std::set<std::string> vus;
                std::size_t comptes = 0;
                for (const auto& ligne : releve.lignes) {
                    CHECK(vus.insert(ligne.version.element.id).second);
                    CHECK(ligne.version.numero > apres);
                }
                for (const auto& [personne, combien] : releve.par_personne) comptes += combien;
                CHECK(vus == attendus);
                CHECK(comptes == attendus.size());
                CHECK(releve.tues == tus.size());
            }
    });
}

TEST_CASE(
    "urgent first, then what was taken back, what waits for a result, the rest; oldest first") {
    essayer([](Essai& essai) {
        REQUIRE(essai.redige(ines, Essai::saisie(1, "p1", 40)) == "fait");
        REQUIRE(essai.redige(ines, Essai::saisie(2, "p1", 30)) == "fait");
        auto ciblee = Essai::saisie(3, "p2", 20);
        ciblee.dit = {.forme = Forme::ciblee, .cible = "Repas", .donnees = "Refusé."};
        REQUIRE(essai.redige(ines, ciblee) == "fait");
        auto urgente = Essai::saisie(4, "p2", 60);
        urgente.dit.urgence = Urgence::urgente;
        REQUIRE(essai.redige(ines, urgente) == "fait");
        REQUIRE(essai.amende(ines, {id(1), 1, {.texte = "Corrigée."}}) == "fait");
        REQUIRE(essai.redige(ines, Essai::saisie(5, "p2", 10)) == "fait");
        std::string ordre;
        for (const auto& ligne : depuis(essai, ines, 0).lignes)
            ordre += std::string{core::name_of(ligne.risque)} + ligne.version.element.id.back() +
                     (ligne.nouvelle ? " " : "* ");
        CHECK(ordre == "urgente4 reprise1 en_attente3 ordinaire5 ordinaire2 ");
    });
}

TEST_CASE("the handover of a unit tells of those who live there only") {
    essayer([](Essai& essai) {
        REQUIRE(essai.redige(ines, Essai::saisie(1, "p1", 0)) == "fait");
        REQUIRE(essai.redige(ines, Essai::saisie(2, "p2", 0)) == "fait");
        const auto releve = essai.base.read([](Reader& db) {
            return relever(db, ines, {tilleuls().text(), 0, [](std::string_view personne) {
                                          return personne == "p2";
                                      }});
        });
        REQUIRE(releve.lignes.size() == 1);
        CHECK(releve.lignes[0].version.element.id == id(2));
        CHECK(releve.jusqu_a == 2);
    });
}

TEST_CASE("what was read up to is kept, goes forward only, and begins a day back") {
    essayer([](Essai& essai) {
        REQUIRE(essai.base.write([](Writer& db) -> core::Result<void> {
            element::tests::ouvrir_un_compte(db, "ines");
            return {};
        }));
        REQUIRE(essai.redige(ines, Essai::saisie(1, "p1", 0), 0) == "fait");
        REQUIRE(essai.redige(ines, Essai::saisie(2, "p1", 0), 100'000) == "fait");
        const auto prendre = [&](std::int64_t numero) {
            const auto fait = essai.base.write([&](Writer& db) {
                return transmission::prendre(db, "ines", {tilleuls().text()},
                                             {numero, tests::a(100'000)});
            });
            return fait ? std::string{"fait"} : fait.error().code;
        };
        essai.base.read([&](Reader& db) {
            CHECK_FALSE(derniere_prise(db, "ines", {tilleuls().text()}));
            CHECK(debut_sans_prise(db, tests::moment(100'001)) == 1);
            CHECK(debut_sans_prise(db, tests::moment(100)) == 0);
        });
        CHECK(prendre(3) == "releve.numero");
        CHECK(prendre(2) == "fait");
        CHECK(prendre(1) == "releve.numero");
        essai.base.read([&](Reader& db) {
            CHECK(derniere_prise(db, "ines", {tilleuls().text()})->numero == 2);
            CHECK_FALSE(derniere_prise(db, "eddy", {tilleuls().text()}));
            CHECK_FALSE(derniere_prise(db, "ines", {tilleuls().text(), "nord"}));
        });
    });
}

}  // namespace grappe::transmission
