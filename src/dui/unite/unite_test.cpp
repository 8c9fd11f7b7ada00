// Units and places: who is where, and that only who works there says so. On both engines.
#include "dui/unite/unite.hpp"

#include <doctest/doctest.h>

#include "dui/element/elements_repository.hpp"
#include "dui/element/monde_pour_tests.hpp"
#include "storage/test_bases.hpp"

namespace grappe::unite {
namespace {

using element::tests::a, element::tests::moment, element::tests::tilleuls;
using storage::Base, storage::Reader, storage::Writer;
using Personnes = std::vector<std::string>;

const acces::Professionnel chef{.acteur = {.compte = "chef", .role = access::Role::encadrement},
                                .etablissements = {"330000001"},
                                .profession = {}};

core::Result<Unite> ouvre(Base& base, const char* nom, const acces::Professionnel& qui = chef) {
    return base.write([&](Writer& db) {
        return ouvrir(db, qui, {qui.acteur.compte, moment(0)}, {tilleuls(), nom});
    });
}

std::string place(Base& base, const char* personne, const std::string& unite, int secondes = 0) {
    const auto fait = base.write([&](Writer& db) {
        return placer(db, chef, {"chef", moment(secondes)},
                      {tilleuls(), personne, unite, a(secondes)});
    });
    return fait ? "fait" : fait.error().code;
}

void essayer(const std::function<void(Base&)>& faire) {
    storage::on_every_dui([&](Base& base) {
        element::tests::connaitre(base, {"p1", "p2"});
        faire(base);
    });
}

}  // namespace

TEST_CASE("units stand in the order of their names, each name once") {
    essayer([](Base& base) {
        REQUIRE(ouvre(base, "Les Érables"));
        REQUIRE(ouvre(base, " Les Tilleuls "));
        REQUIRE(ouvre(base, "Les Acacias"));
        CHECK(ouvre(base, "les  erables").error().code == "unite.deja");
        CHECK(ouvre(base, " ").error().code == "unite.nom_vide");
        CHECK(ouvre(base, std::string(81, 'a').c_str()).error().code == "unite.nom_long");
        auto ailleurs = chef;
        ailleurs.etablissements = {"330000019"};
        CHECK(ouvre(base, "Autre", ailleurs).error().code == "dui.etablissement_interdit");
        std::string noms;
        base.read([&](Reader& db) {
            for (const auto& une : unites_de(db, "330000001")) noms += une.nom + ", ";
            CHECK(unites_de(db, "330000019").empty());
        });
        CHECK(noms == "Les Acacias, Les Érables, Les Tilleuls, ");
    });
}

TEST_CASE("a person has one place, whose moves are its versions") {
    essayer([](Base& base) {
        const auto nord = ouvre(base, "Nord")->id, sud = ouvre(base, "Sud")->id;
        CHECK(place(base, "p1", nord) == "fait");
        CHECK(place(base, "p2", nord) == "fait");
        CHECK(place(base, "p1", sud, 60) == "fait");
        CHECK(place(base, "p1", sud, 70) == "fait");
        CHECK(place(base, "p1", "nulle-part") == "unite.inconnue");
        CHECK(place(base, "p9", sud) == "element.personne_inconnue");
        base.read([&](Reader& db) {
            CHECK(personnes_de(db, nord) == Personnes{"p2"});
            CHECK(personnes_de(db, sud) == Personnes{"p1"});
            CHECK(unite_de(db, "330000001", "p1") == sud);
            CHECK(element::versions_de(db, "place:330000001:p1").size() == 2);
        });
        CHECK(place(base, "p1", "", 80) == "fait");
        base.read([&](Reader& db) { CHECK(unite_de(db, "330000001", "p1").empty()); });
    });
}

TEST_CASE("a unit is renamed, given places, and closed once nobody lives there") {
    essayer([](Base& base) {
        const auto tilleuls_ = *ouvre(base, "Les Tilleuls");
        REQUIRE(ouvre(base, "Les Érables"));
        const auto modifie = [&](const Changement& un) {
            return base.write([&](Writer& db) {
                return modifier(db, chef, {"chef", moment(1)}, un);
            });
        };
        const auto id = tilleuls_.id;
        CHECK(modifie({tilleuls(), id, 1, "les erables"}).error().code == "unite.deja");
        CHECK(modifie({tilleuls(), id, 1, ""}).error().code == "unite.nom_vide");
        CHECK(modifie({tilleuls(), "inconnue", 1, "Autre"}).error().code == "unite.inconnue");
        const auto faite = modifie({tilleuls(), id, 1, "Les tilleuls", 12});
        REQUIRE(faite);
        CHECK(faite->nom == "Les tilleuls");
        CHECK(faite->places == 12);
        CHECK(modifie({tilleuls(), id, 1, "Les tilleuls", 12})->version == 2);
        CHECK(modifie({tilleuls(), id, 1, "Autre", 12}).error().code == "element.version");
        const auto ferme = [&](std::size_t presentes) {
            const auto fait = base.write([&](Writer& db) {
                return fermer(db, chef, {"chef", moment(2)}, {tilleuls(), id, 2, presentes});
            });
            return fait ? std::string{"fait"} : fait.error().code + " " + fait.error().detail;
        };
        CHECK(ferme(3) == "unite.occupee 3");
        CHECK(ferme(0) == "fait");
        CHECK(ferme(0) == "unite.inconnue ");
        base.read([&](Reader& db) { CHECK(unites_de(db, "330000001").size() == 1); });
    });
}

}  // namespace grappe::unite
