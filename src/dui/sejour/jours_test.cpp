// Absences and grids of presence: found whatever the history, validated by two, changed by a
// reason.
#include <doctest/doctest.h>

#include "dui/sejour/absence.hpp"
#include "dui/sejour/essai_pour_tests.hpp"
#include "dui/sejour/presence.hpp"

namespace grappe::sejour {
namespace {

using element::tests::a, element::tests::tilleuls;
using tests::cadre, tests::chef, tests::essayer, tests::id, tests::issue, tests::le, tests::Monde,
    tests::soignant;

constexpr std::int64_t jour = 24 * 3600;

SaisieDAbsence saisie(int n, std::int64_t debut, std::optional<std::int64_t> fin) {
    return {.id = id(n),
            .finess_et = tilleuls(),
            .personne = "p1",
            .debut = a(debut),
            .fin = fin ? std::optional{a(*fin)} : std::nullopt,
            .nature = "famille",
            .prevue = "oui"};
}
std::string declare(Monde& monde, const SaisieDAbsence& voulue) {
    return issue(monde.base.write(
        [&](storage::Writer& db) { return declarer(db, monde.redacteur(soignant), voulue); }));
}
std::string absents(Monde& monde, std::int64_t du, std::int64_t au) {
    std::string ids;
    monde.base.read([&](storage::Reader& db) {
        for (const auto& une : absences_de(db, tilleuls().text(), {a(du), a(au)}))
            ids += une.id.substr(29) + " ";
    });
    return ids;
}

const LieuDuJour le_jour{tilleuls(), "", le("2024-08-01")};

std::string valide(Monde& monde, const acces::Professionnel& qui, const ValidationDeLUnite& une) {
    return issue(monde.base.write(
        [&](storage::Writer& db) { return valider_l_unite(db, monde.redacteur(qui), une); }));
}
std::string confirme(Monde& monde, const acces::Professionnel& qui, std::int64_t vue) {
    return issue(monde.base.write([&](storage::Writer& db) {
        return valider_le_service(db, monde.redacteur(qui), {le_jour, vue});
    }));
}

}  // namespace

TEST_CASE("an absence says its kind and when, every fault at once") {
    essayer([](Monde& monde) {
        CHECK(declare(monde, {.id = id(1),
                              .finess_et = tilleuls(),
                              .personne = "p1",
                              .debut = {},
                              .fin = {},
                              .nature = "",
                              .prevue = ""}) ==
              "absence.faute.debut absence.faute.nature absence.faute.prevue");
        auto sans_motif = saisie(1, 0, -60);
        sans_motif.nature = "autre";
        CHECK(declare(monde, sans_motif) == "absence.faute.fin absence.faute.motif");
        CHECK(declare(monde, saisie(1, 0, jour)) == "fait");
        CHECK(declare(monde, saisie(1, 0, jour)) == "fait");
        CHECK(declare(monde, saisie(2, jour - 1, 2 * jour)) == "absence.faute.deja");
        CHECK(declare(monde, saisie(2, jour, 2 * jour)) == "fait");
    });
}

TEST_CASE("who is away at an instant, an absence begun long ago or open included") {
    essayer([](Monde& monde) {
        CHECK(declare(monde, saisie(1, -400 * jour, -300 * jour)) == "fait");
        CHECK(declare(monde, saisie(2, -100 * jour, -99 * jour)) == "fait");
        CHECK(declare(monde, saisie(3, -jour, std::nullopt)) == "fait");
        CHECK(absents(monde, -350 * jour, -350 * jour + 1) == "001 ");
        CHECK(absents(monde, -99 * jour - 1, -99 * jour) == "002 ");
        CHECK(absents(monde, -99 * jour, -99 * jour + 1) == "");
        CHECK(absents(monde, 0, 1) == "003 ");
        CHECK(absents(monde, 500 * jour, 500 * jour + 1) == "003 ");
        const auto rentre = [&](std::int64_t vue, std::int64_t quand) {
            return issue(monde.base.write([&](storage::Writer& db) {
                return rentrer(db, monde.redacteur(soignant), {id(3), vue, a(quand)});
            }));
        };
        CHECK(rentre(1, -2 * jour) == "absence.faute.retour_avant");
        CHECK(rentre(1, jour) == "absence.faute.retour_futur");
        CHECK(rentre(0, 0) == "element.version");
        CHECK(rentre(1, 0) == "fait");
        CHECK(absents(monde, 0, 1) == "");
        CHECK(absents(monde, -60, 0) == "003 ");
        CHECK(issue(monde.base.write([&](storage::Writer& db) {
                  return retirer(db, monde.redacteur(soignant), {id(3), 2, "Erreur"});
              })) == "fait");
        CHECK(absents(monde, -60, 0) == "");
    });
}

TEST_CASE(
    "a day is validated by the unit, then by somebody else who leads, and changes by a reason") {
    essayer([](Monde& monde) {
        CHECK(confirme(monde, chef, 0) == "presence.pas_encore");
        CHECK(valide(monde, soignant, {le_jour, 0, {}}) == "presence.personne");
        CHECK(valide(monde, soignant,
                     {{tilleuls(), "", le("2024-08-02")}, 0, {{"p1", "ici"}, {"p2", ""}}}) ==
              "presence.faute.mot presence.faute.mot presence.faute.futur");
        const ValidationDeLUnite premiere{le_jour, 0, {{"p1", "presente"}, {"p2", "absente"}}};
        CHECK(valide(monde, soignant, premiere) == "fait");
        CHECK(valide(monde, soignant, premiere) == "fait");
        CHECK(confirme(monde, soignant, 1) == "presence.service_par");
        CHECK(confirme(monde, chef, 1) == "fait");
        CHECK(confirme(monde, chef, 2) == "presence.deja");
        ValidationDeLUnite change{le_jour, 2, {{"p1", "presente"}, {"p2", "presente"}}};
        CHECK(valide(monde, chef, change) == "presence.faute.motif");
        change.motif = "Rentrée à midi.";
        change.vue = 1;
        CHECK(valide(monde, chef, change) == "element.version");
        change.vue = 2;
        CHECK(valide(monde, chef, change) == "fait");
        CHECK(confirme(monde, chef, 3) == "presence.meme_personne");
        monde.base.read([&](storage::Reader& db) {
            const auto versions = versions_de_la_grille(db, le_jour);
            REQUIRE(versions.size() == 3);
            CHECK(versions[0].lignes.at("p2") == Presence::absente);
            CHECK(versions[1].par_le_service == "chef");
            CHECK(versions[2].par_l_unite == "chef");
            CHECK(versions[2].par_le_service.empty());
            CHECK(versions[2].motif == "Rentrée à midi.");
        });
    });
}

}  // namespace grappe::sejour
