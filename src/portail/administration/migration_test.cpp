// Which dossiers may not move to the rules in force, and why.
#include "portail/administration/migration.hpp"

#include <doctest/doctest.h>

namespace grappe::administration {
namespace {

using analyse::IssueDossier;

repetition::Replique replique() {
    const repetition::Resultat resultat{.issue = IssueDossier::recevable,
                                        .guichet = "ARS Nouvelle-Aquitaine",
                                        .a_temps = true,
                                        .essms = 15,
                                        .total = core::Money::euros(1000),
                                        .usage = {},
                                        .equipement = {},
                                        .specifique = {}};
    return {.dossier = "1",
            .appel = "NA-2024",
            .numero = "NA-2024-0000",
            .porteur = "Association fictive",
            .guichet = "75",
            .financeur = "ARS Nouvelle-Aquitaine",
            .statut = Statut::en_instruction,
            .regles = "sha256:00",
            .avant = resultat,
            .apres = resultat};
}

}  // namespace

TEST_CASE("a dossier that is still judged moves, whatever its amount becomes") {
    auto une = replique();
    une.apres.total = core::Money::euros(1);
    for (const auto statut :
         {Statut::depose, Statut::en_instruction, Statut::pieces_demandees, Statut::recevable}) {
        une.statut = statut;
        CHECK(blocage_de(une).empty());
    }
}

TEST_CASE("an amount that is decided stays under its rules") {
    auto une = replique();
    for (const auto statut : {Statut::irrecevable, Statut::favorable, Statut::notifie,
                              Statut::conventionne, Statut::solde}) {
        une.statut = statut;
        CHECK(blocage_de(une) == "migration.decide");
    }
}

TEST_CASE("an act on the rules neither refuses a dossier nor takes it to another desk") {
    auto refuse = replique();
    refuse.apres.issue = IssueDossier::irrecevable;
    CHECK(blocage_de(refuse) == "migration.irrecevable");
    refuse.avant.issue = IssueDossier::irrecevable;
    CHECK(blocage_de(refuse).empty());
    auto ailleurs = replique();
    ailleurs.apres.guichet = "ARS Corse";
    CHECK(blocage_de(ailleurs) == "migration.guichet");
}

}  // namespace grappe::administration
