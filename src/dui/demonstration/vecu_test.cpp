// The shipped sentences are sound, and the month that they tell is whole, twice the same.
#include "dui/demonstration/vecu.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>

#include "dui/cercle/cercle.hpp"
#include "dui/demonstration/cercles.hpp"
#include "dui/element/elements_repository.hpp"
#include "dui/element/monde_pour_tests.hpp"
#include "dui/nomenclature/serafin_pour_tests.hpp"
#include "dui/transmission/releve.hpp"
#include "storage/test_bases.hpp"

namespace grappe::demonstration {
namespace {

using storage::Base, storage::Reader, storage::Writer;

const auto fichier = std::string{GRAPPE_ROOT} + "/donnees/demonstration/transmissions.csv";

const auto projets = std::string{GRAPPE_ROOT} + "/donnees/demonstration/projets.csv";

Mois mois() {
    return {.au = core::Date::parse("2024-08-01").value(),
            .jours = 30,
            .graine = 7,
            .maintenant = element::tests::moment(0)};
}

const auto ici = std::string{GRAPPE_ROOT} + "/donnees/demonstration/";

// Where documents go; gone with the test.
struct Dossier {
    std::filesystem::path chemin =
        std::filesystem::temp_directory_path() / ("demonstration-" + std::to_string(::getpid()));
    ~Dossier() { std::filesystem::remove_all(chemin); }
};

core::Result<Bilan> vecu(Base& base) {
    const Dossier dossier;
    const auto coffret = base.read([&](Reader& db) {
                                 return document::ouvrir_le_coffret(dossier.chemin.string(), db);
                             })
                             .value();
    const auto outils = evaluation::charger(GRAPPE_ROOT);
    const auto types = document::Types::charger(GRAPPE_ROOT);
    annuaire::Annuaire annuaire;
    return vivre(base, annuaire,
                 {.phrases = lire_les_phrases(fichier).value(),
                  .projets = lire_les_projets(projets).value(),
                  .serafin = nomenclature::serafin_livree(),
                  .activites = lire_les_activites(ici + "agenda.csv").value(),
                  .evaluations = lire_les_bilans(ici + "evaluations.csv").value(),
                  .outils = outils,
                  .papiers = lire_les_papiers(ici + "documents.csv").value(),
                  .armoire = {types, coffret}},
                 mois());
}

void avec_ines(Base& base) {
    REQUIRE(base.write([](Writer& db) -> core::Result<void> {
        element::tests::ouvrir_un_compte(db, "ines");
        acces::dire_la_profession(db, "ines", partage::Profession::aide_soignant);
        return {};
    }));
}

}  // namespace

TEST_CASE("each sector has something to tell for a carer, and something urgent") {
    const auto phrases = lire_les_phrases(fichier);
    REQUIRE(phrases);
    for (const auto* secteur : {"PA", "PH", "DOM", "PDE"}) {
        int ordinaires = 0, urgentes = 0;
        for (const auto& une : *phrases)
            if (une.secteur == secteur)
                ++(une.dit.urgence == transmission::Urgence::urgente ? urgentes : ordinaires);
        CHECK(ordinaires > 5);
        CHECK(urgentes > 0);
    }
    CHECK(lire_les_phrases("/nulle/part").error().code == "demonstration.phrases_absentes");
}

TEST_CASE("each sector has a project, sound, that its structure agreed to") {
    const auto traits = lire_les_projets(projets).value();
    storage::on_every_dui([&](Base& base) {
        element::tests::connaitre(base, {"p1", "p2", "p3", "p4"});
        const acces::Professionnel eddy{
            .acteur = {.compte = "eddy", .role = access::Role::professionnel},
            .etablissements = {"330000001"},
            .profession = partage::Profession::educateur};
        int rang = 0;
        for (const auto* secteur : {"PA", "PH", "DOM", "PDE"}) {
            const auto personne = "p" + std::to_string(++rang);
            const projet::Redacteur redacteur{
                eddy, element::tests::moment(0),
                [](std::string_view, std::string_view) { return true; },
                nomenclature::serafin_livree()};
            const auto objectif = base.write([&](Writer& db) {
                return ecrire_un_projet(
                    db, redacteur,
                    {traits, secteur, element::tests::tilleuls(), personne, mois().au});
            });
            REQUIRE(objectif);
            base.read([&](Reader& db) {
                const auto lus = projet::projets_de(db, eddy, personne);
                REQUIRE(lus.size() == 1);
                const auto lu = projet::lire(db, eddy, lus.front().id()).value();
                CHECK(lu.statut() == projet::Statut::en_cours);
                CHECK(lu.trouver(*objectif, element::Genre::objectif) != nullptr);
            });
        }
    });
    CHECK(lire_les_projets("/nulle/part").error().code == "demonstration.phrases_absentes");
}

TEST_CASE("a place is of the sector of those who live there") {
    const auto jour = mois().au;
    struct Cas {
        int annees;
        fait::Etat modalite;
        std::size_t secteur;
    };
    for (const auto& cas :
         {Cas{90, fait::Etat::permanent, pa}, Cas{66, fait::Etat::permanent, pa},
          Cas{66, fait::Etat::domicile, dom}, Cas{64, fait::Etat::domicile, ph},
          Cas{19, fait::Etat::permanent, ph}, Cas{17, fait::Etat::domicile, pde}}) {
        CAPTURE(cas.annees);
        annuaire::Personne une;
        une.naissance = jour.plus_days(-cas.annees * 36'525 / 100 - 1);
        une.sejours = {{.id = "s",
                        .finess_et = "330000001",
                        .entree = jour,
                        .sortie = {},
                        .modalite = cas.modalite}};
        CHECK(secteur_de(std::vector{une, une, une}, "330000001", jour) == cas.secteur);
    }
    CHECK(secteur_de({}, "330000001", jour) == pa);
}

// What each profession would write, whatever its place, in a sector.
TEST_CASE("each sector has its agenda, evaluations, documents and circles, all sound") {
    const auto activites = lire_les_activites(ici + "agenda.csv").value();
    const auto bilans = lire_les_bilans(ici + "evaluations.csv").value();
    const auto papiers = lire_les_papiers(ici + "documents.csv").value();
    const auto outils = evaluation::charger(GRAPPE_ROOT);
    const auto types = document::Types::charger(GRAPPE_ROOT);
    const std::vector<std::string> personnes{"p1", "p2", "p3", "p4", "p5"};
    for (std::size_t secteur = 0; secteur < secteurs.size(); ++secteur) {
        CAPTURE(secteurs[secteur]);
        storage::on_every_dui([&](Base& base) {
            element::tests::connaitre(base, {"p1", "p2", "p3", "p4", "p5"});
            REQUIRE(base.write([](Writer& db) -> core::Result<void> {
                for (const auto* qui : {"cadre", "ivan", "eddy", "psy"})
                    element::tests::ouvrir_un_compte(db, qui);
                acces::dire_la_profession(db, "cadre", partage::Profession::cadre);
                acces::dire_la_profession(db, "ivan", partage::Profession::infirmier);
                acces::dire_la_profession(db, "eddy", partage::Profession::educateur);
                acces::dire_la_profession(db, "psy", partage::Profession::psychologue);
                return {};
            }));
            const Dossier dossier;
            const auto coffret =
                base.read([&](Reader& db) {
                        return document::ouvrir_le_coffret(dossier.chemin.string(), db);
                    })
                    .value();
            const auto fait = base.write([&](Writer& db) -> core::Result<void> {
                auto professionnels = acces::professionnels(db);
                for (auto& qui : professionnels)
                    if (qui.acteur.compte == "cadre") qui.acteur.role = access::Role::encadrement;
                const Entoures la{.finess_et = element::tests::tilleuls(),
                                  .secteur = secteur,
                                  .personnes = personnes,
                                  .au = mois().au,
                                  .maintenant = element::tests::moment(0)};
                const std::map<std::string, std::string> objectifs{{"p1", ""}, {"p2", ""}};
                const Vie vie{db, professionnels, la, objectifs};
                const auto tenus = tenir_l_agenda(vie, activites, 28);
                REQUIRE(tenus);
                CHECK(tenus->rendez_vous == 6);
                CHECK(tenus->pointages > 20);
                CHECK(evaluer(vie, bilans, outils).value() ==
                      std::ranges::count(bilans, secteurs[secteur], &Evaluee::secteur));
                CHECK(classer(vie, papiers, {types, coffret}).value() ==
                      std::ranges::count(papiers, secteurs[secteur], &Papier::secteur));
                CHECK(entourer_d_un_cercle(vie).value() == 2);
                CHECK(cercle::cercle_de(db, "p1").membres.size() == 4);
                CHECK(cercle::cercle_de(db, "p2").etendue == cercle::Etendue::restreint);
                return {};
            });
            REQUIRE(fait);
        });
    }
}

TEST_CASE("a month is told once, read up to the last evening, and not told again") {
    storage::on_every_dui([](Base& base) {
        element::tests::connaitre(base, {"p1", "p2"});
        CHECK(vecu(base).error().code == "demonstration.sans_compte");
        avec_ines(base);
        const auto bilan = vecu(base);
        REQUIRE(bilan);
        CHECK(bilan->unites == 3);
        CHECK(bilan->personnes == 2);
        CHECK(bilan->transmissions == 91);  // three shifts a day for thirty days, and one morning
        CHECK(vecu(base).error().code == "demonstration.deja");
        base.read([](Reader& db) {
            const auto prise = transmission::derniere_prise(db, "ines", {"330000001"});
            REQUIRE(prise);
            CHECK(prise->numero == element::dernier_numero(db) - 2);  // a night and a morning
            // She writes care, and nothing of the administrative class.
            CHECK(element::du_dossier(db, {"p1", element::Genre::allergie, 9}).size() == 1);
            CHECK(element::du_dossier(db, {"p1", element::Genre::contact, 9}).empty());
        });
    });
}

}  // namespace grappe::demonstration
