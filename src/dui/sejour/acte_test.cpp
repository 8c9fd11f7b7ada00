// Acts done for a stay, and the facts that deadlines are computed from: asked, never guessed.
#include "dui/sejour/acte.hpp"

#include <doctest/doctest.h>

#include "dui/echeance/cas_pour_tests.hpp"
#include "dui/sejour/essai_pour_tests.hpp"

namespace grappe::sejour {
namespace {

using tests::cadre, tests::essayer, tests::id, tests::issue, tests::le, tests::Monde;

annuaire::Personne personne(std::optional<core::Date> naissance) {
    return {.id = "p", .naissance = naissance, .deces = {}};
}
const annuaire::Sejour un_sejour{.id = "s",
                                 .finess_et = "330000001",
                                 .entree = le("2024-07-01"),
                                 .sortie = {},
                                 .modalite = fait::Etat::permanent};

FaitsDuSejour faits(std::optional<referentiels::Secteur> secteur,
                    std::optional<core::Date> naissance, const Suivi& suivi) {
    const auto qui = personne(naissance);
    return faits_du_sejour({secteur, qui, un_sejour, suivi, {}, le("2024-08-01")});
}

}  // namespace

TEST_CASE("what is not known is asked, all at once, and nothing is computed until then") {
    using enum Inconnue;
    const auto adulte = le("1950-01-01"), enfant = le("2010-01-01");
    const auto PH = referentiels::Secteur::PH;
    CHECK(faits({}, {}, {}).inconnues == std::vector{secteur, naissance});
    CHECK(faits({}, enfant, {}).inconnues == std::vector{secteur, mesure});
    CHECK(faits(PH, enfant, {}).inconnues == std::vector{mesure});
    CHECK(faits(PH, adulte, {}).inconnues.empty());
    CHECK_FALSE(faits(PH, enfant, {}).sejour);
    const auto juge = faits(PH, enfant, {.mesure = Reponse::oui});
    REQUIRE(juge.sejour);
    CHECK(juge.sejour->mesure == echeance::Mesure::judiciaire);
    CHECK(juge.sejour->age == echeance::Age::mineur);
    CHECK(faits(PH, adulte, {.sans_sejour = Reponse::oui}).sejour->accompagnement ==
          echeance::Accompagnement::sans_sejour);
    // The day of the eighteenth birthday is that of an adult.
    CHECK(faits(PH, le("2006-08-01"), {}).sejour->age == echeance::Age::majeur);
    CHECK(faits(PH, le("2006-08-02"), {}).inconnues == std::vector{mesure});
}

TEST_CASE("an act noted meets its deadline; taken back with a reason, it is late again") {
    essayer([](Monde& monde) {
        const auto qui = monde.personne("p1");
        const auto note = [&](const SaisieDActe& une) {
            return issue(monde.base.write([&](storage::Writer& db) {
                return noter_un_acte(db, monde.redacteur(cadre), une);
            }));
        };
        CHECK(note({id(1), "sejour-p1", "", "2024-08-02"}) == "acte.faute.acte acte.faute.futur");
        CHECK(note({id(1), "sejour-p1", "remise_contrat", ""}) ==
              "acte.faute.jour acte.faute.participants");
        CHECK(note({id(1), "sejour-p1", "renouvellement", "2024-07-01"}) == "acte.faute.acte");
        CHECK(note({id(1), "inconnu", "bilan", "2024-07-01"}) == "sejour.inconnu");
        REQUIRE(issue(monde.base.write([&](storage::Writer& db) {
                    return dire_le_secteur(db, monde.redacteur(cadre), element::tests::tilleuls(),
                                           referentiels::Secteur::PA);
                })) == "fait");
        const auto remise = [&] {
            return monde.base.read([&](storage::Reader& db) {
                const auto lus = lire_les_faits(db, qui, qui.sejours.front(), le("2024-08-01"));
                const auto toutes =
                    echeance::calculer(*lus.sejour, echeance::tests::regles(), le("2024-08-01"));
                return toutes.at(1);
            });
        };
        CHECK(remise().code == echeance::Code::remise);
        CHECK(remise().etat == echeance::Etat::en_retard);
        CHECK(note({id(1), "sejour-p1", "remise_contrat", "2024-07-15", "L'usager, sa fille"}) ==
              "fait");
        CHECK(remise().etat == echeance::Etat::faite_en_retard);
        const auto retire = [&](const char* motif) {
            return issue(monde.base.write([&](storage::Writer& db) {
                return retirer_un_acte(db, monde.redacteur(cadre), {id(1), 1, motif});
            }));
        };
        CHECK(retire("") == "sejour.faute.motif");
        CHECK(retire("Autre personne") == "fait");
        CHECK(retire("Autre personne") == "acte.inconnu");
        CHECK(remise().etat == echeance::Etat::en_retard);
    });
}

}  // namespace grappe::sejour
