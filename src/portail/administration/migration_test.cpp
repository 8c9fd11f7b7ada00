// Which dossiers may not move to the rules in force, and why.
#include "portail/administration/migration.hpp"

#include <doctest/doctest.h>

#include "portail/administration/monde_pour_tests.hpp"

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

TEST_CASE("a dossier that is named twice moves once, and what is not named is not played") {
    tests::avec_un_administrateur([](tests::Administration& ici) {
        ici.scene.depose();
        tests::monde::ReglesChangees ensuite;
        auto& regles = ensuite.regles;
        std::size_t demandes = 0;
        regles.fiches = [&](const socle::Numeros& numeros) {
            demandes += numeros.size();
            return dossier::FichesRegistre{};
        };
        const Moyens moyens{.regles = regles, .adresse_publique = "", .reel = tests::monde::midi()};
        const auto migre = [&](const std::vector<std::string>& dossiers) {
            return ici.fait([&](tests::Writer& db) {
                return migrer(db, ici.admin(),
                              {.appel = "NA-2024", .dossiers = dossiers, .motif = "Erreur."},
                              {{ensuite.nouvelles, regles}, moyens});
            });
        };
        CHECK(migre({"ailleurs"}) == "migration.sans_objet");
        CHECK(demandes == 0);
        CHECK(migre({ici.scene.id, ici.scene.id}) == "fait");
        CHECK(demandes == 15);
        CHECK(ici.faites().size() == 1);
        CHECK(migre({ici.scene.id}) == "migration.sans_objet");
    });
}

}  // namespace grappe::administration
