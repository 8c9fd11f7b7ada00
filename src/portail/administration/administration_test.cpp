// Acts of an administrator on every engine: reopening, time, correction; who may, and what is told.
#include <doctest/doctest.h>

#include "portail/administration/monde_pour_tests.hpp"
#include "portail/instruction/lettres.hpp"
#include "portail/teleservice/complement_repository.hpp"
#include "portail/teleservice/fiche_repository.hpp"
#include "portail/teleservice/lecture.hpp"

namespace grappe::administration {
namespace {

using tests::Administration, tests::avec_un_administrateur;
using tests::Reader, tests::Scene, tests::Writer;

constexpr const char* apres_les_fenetres = "2024-09-15T23:00:00Z";  // the last closed at 22:00Z
constexpr const char* intervention = "intervention d'un administrateur";
constexpr const char* du_porteur = "porteur-1@exemple.test";
constexpr const char* de_l_agence = "ars-75@exemple.test";

int en_vigueur(const Scene& scene) {
    return scene.base.read([&](Reader& db) {
        return teleservice::version_en_vigueur(db, *teleservice::dernier_depot(db, scene.id));
    });
}

std::string contenu(const Scene& scene, int version) {
    return scene.base.read(
        [&](Reader& db) { return teleservice::contenu(db, scene.id, version).value_or(""); });
}

}  // namespace

TEST_CASE("nobody but an administrator does these acts, and never without a reason") {
    avec_un_administrateur([](Administration& ici) {
        ici.scene.depose();
        for (const auto& qui : {ici.scene.porteur(), ici.scene.guichet(), ici.scene.corse()})
            CHECK(ici.fait([&](Writer& db) {
                return rouvrir(db, qui, ici.demande(), ici.scene.moyens());
            }) == "acces.interdit");
        CHECK(ici.fait([&](Writer& db) {
            return ouvrir_a_la_modification(db, ici.admin(), {{ici.scene.id, "  "}, "2024-06-15"},
                                            ici.scene.moyens());
        }) == "administration.motif");
        CHECK(ici.fait([&](Writer& db) {
            return rouvrir(db, ici.admin(), {"ailleurs", "Pour voir."}, ici.scene.moyens());
        }) == "dossier.inconnu");
        CHECK(ici.faites().empty());
    });
}

TEST_CASE("who examines is told of an intervention in the words of its desk") {
    avec_un_administrateur([](Administration& ici) {
        ici.scene.depose();
        REQUIRE(ici.scene.prend(ici.scene.guichet()) == "fait");
        REQUIRE(ici.scene.base.write([&](Writer& db) {
            return instruction::changer(db, ici.scene.guichet(),
                                        {.genre = instruction::GenreDeLettre::guichet_intervention,
                                         .objet = "À nous : {numero}",
                                         .corps = "{fait} {motif} {lien}",
                                         .motif = "Nos mots.",
                                         .guichet = "75"});
        }));
        REQUIRE(ici.retire() == "fait");
        REQUIRE(ici.rouvre() == "fait");
        CHECK(ici.lettres("À nous", de_l_agence) == 1);
        CHECK(ici.lettres("À nous", du_porteur) == 0);
        CHECK(ici.lettres(intervention, du_porteur) == 1);
    });
}

TEST_CASE("a withdrawn dossier is reopened where it stood, and both sides are told") {
    avec_un_administrateur([](Administration& ici) {
        CHECK(ici.rouvre() == "dossier.etat");  // a draft
        ici.scene.depose();
        REQUIRE(ici.scene.prend(ici.scene.guichet()) == "fait");
        REQUIRE(ici.scene.demande({{"DOC-02"}}) == "fait");
        REQUIRE(ici.retire() == "fait");
        CHECK(ici.rouvre() == "fait");
        CHECK(ici.scene.statut() == Statut::pieces_demandees);
        const auto fiche = ici.scene.base.read(
            [&](Reader& db) { return teleservice::trouver_fiche(db, ici.scene.id); });
        CHECK(fiche->statut == Statut::pieces_demandees);
        CHECK(fiche->echeance.has_value());
        CHECK(ici.lettres(intervention, du_porteur) == 1);
        CHECK(ici.lettres(intervention, de_l_agence) == 1);
        CHECK(ici.faites().back().apres == "pieces_demandees");
    });
}

TEST_CASE("a withdrawn draft is a draft again") {
    avec_un_administrateur([](Administration& ici) {
        REQUIRE(ici.retire() == "fait");
        CHECK(ici.rouvre() == "fait");
        CHECK(ici.scene.statut() == Statut::brouillon);
        CHECK(ici.depot() == "fait");
    });
}

TEST_CASE("what was judged irreceivable by mistake is examined again; the decision stays") {
    avec_un_administrateur([](Administration& ici) {
        ici.scene.depose();
        REQUIRE(ici.scene.prend(ici.scene.guichet()) == "fait");
        CHECK(ici.rouvre() == "dossier.etat");
        REQUIRE(ici.scene.tranche("irrecevable") == "fait");
        CHECK(ici.rouvre() == "fait");
        CHECK(ici.scene.statut() == Statut::en_instruction);
        CHECK(ici.scene.examen().decisions.size() == 1);
        CHECK(ici.scene.tranche("irrecevable") == "fait");
        CHECK(ici.scene.examen().decisions.size() == 2);
    });
}

TEST_CASE("an establishment that went to another dossier holds a withdrawn one back") {
    avec_un_administrateur([](Administration& ici) {
        auto& scene = ici.scene;
        scene.depose();
        REQUIRE(ici.retire() == "fait");
        const auto premier = scene.id;
        scene.id = scene.base
                       .write([&](Writer& db) {
                           return teleservice::creer(db, scene.porteur(), "NA-2024",
                                                     tests::monde::appels());
                       })
                       .value()
                       .id;
        REQUIRE(ici.ecrit(1, tests::monde::contenu_de({})) == "fait");
        REQUIRE(ici.depot() == "fait");
        scene.id = premier;
        CHECK(ici.rouvre() == "administration.essms_ailleurs");
        CHECK(scene.statut() == Statut::retire);
    });
}

TEST_CASE("a deposited dossier is opened to changes after its window, until that day") {
    avec_un_administrateur([](Administration& ici) {
        auto& scene = ici.scene;
        scene.depose();
        scene.maintenant = tests::monde::instant(apres_les_fenetres);
        const auto texte = tests::monde::contenu_de({.siret = "99999900600029"});
        CHECK(ici.ecrit(2, texte) == "dossier.fenetre_fermee");
        CHECK(ici.amende("2024-09-15") == "administration.date");  // it is the 16th in Paris
        CHECK(ici.amende("bientôt") == "administration.date");
        CHECK(ici.amende("2024-09-30") == "fait");
        CHECK(ici.ecrit(2, texte) == "fait");
        CHECK(ici.depot() == "fait");
        scene.maintenant = tests::monde::instant("2024-09-30T22:00:00Z");
        CHECK(ici.ecrit(3, tests::monde::contenu_de({})) == "dossier.fenetre_fermee");
    });
}

TEST_CASE("opened to changes while it is examined, its desk waits for another deposit") {
    avec_un_administrateur([](Administration& ici) {
        ici.scene.depose();
        REQUIRE(ici.scene.prend(ici.scene.guichet()) == "fait");
        REQUIRE(ici.scene.demande({{"DOC-02"}}) == "fait");
        CHECK(ici.amende("2024-06-15") == "fait");
        CHECK(ici.scene.statut() == Statut::depose);
        CHECK(ici.scene.examen().demande_ouverte() == nullptr);
        CHECK(ici.ecrit(2, tests::monde::contenu_de({.siret = "99999900600029"})) == "fait");
        CHECK(ici.depot() == "fait");
        CHECK(ici.scene.prend(ici.scene.guichet()) == "fait");
    });
}

TEST_CASE("a draft whose window closed is deposited within its own delay, and judged late") {
    avec_un_administrateur([](Administration& ici) {
        auto& scene = ici.scene;
        CHECK(ici.prolonge("2024-04-01") == "administration.deja_ouvert");  // the window is longer
        scene.maintenant = tests::monde::instant("2024-09-20T10:00:00Z");   // after W2
        CHECK(ici.depot() == "depot.fenetre_fermee");
        CHECK(ici.prolonge("2024-09-30") == "fait");
        CHECK(ici.prolonge("2024-09-30") == "administration.deja_ouvert");
        CHECK(ici.lettres(intervention, du_porteur) == 1);
        REQUIRE(ici.depot() == "fait");
        REQUIRE(scene.prend(scene.guichet()) == "fait");
        CHECK(ici.prolonge("2024-10-30") == "dossier.etat");
        bool en_retard = false;  // for the desk to answer: the rule is not rewritten
        for (const auto& point : scene.examen().points)
            en_retard = en_retard || (point.regle.starts_with("CAL-") && point.retient);
        CHECK(en_retard);
    });
}

TEST_CASE("a request for complements is due later, never sooner") {
    avec_un_administrateur([](Administration& ici) {
        ici.scene.depose();
        REQUIRE(ici.scene.prend(ici.scene.guichet()) == "fait");
        CHECK(ici.reporte("1", "2024-05-01") == "dossier.etat");
        REQUIRE(ici.scene.demande({{"DOC-02"}}, "2024-04-01") == "fait");
        CHECK(ici.reporte("2", "2024-05-01") == "administration.demande");
        CHECK(ici.reporte("1", "2024-04-01") == "administration.plus_tot");
        CHECK(ici.reporte("1", "2024-05-01") == "fait");
        CHECK(ici.scene.examen().demandes.back().echeance.text() == "2024-05-01");
        CHECK(ici.faites().back().avant == "2024-04-01");
    });
}

TEST_CASE("a corrected field stands beside the deposited version, and the desk judges it") {
    avec_un_administrateur([](Administration& ici) {
        auto& scene = ici.scene;
        CHECK(ici.corrige("porteur.raison_sociale", "Autre nom") == "dossier.etat");  // a draft
        scene.depose();
        CHECK(ici.corrige("porteur.nom_inconnu", "x") == "administration.champ");
        CHECK(ici.corrige("appel", "KIT-2024") == "administration.champ");
        CHECK(ici.corrige("porteur.siret", "12") == "administration.illisible");
        CHECK(ici.corrige("essms[0].autre_aide_europeenne", "peut-être") ==
              "administration.valeur");
        CHECK(ici.corrige("porteur.raison_sociale", "Association fictive") ==
              "administration.inchange");
        CHECK(ici.faites().empty());
        CHECK(ici.corrige("porteur.raison_sociale", "Association « corrigée »") == "fait");
        CHECK(en_vigueur(scene) == 3);
        CHECK(contenu(scene, 3).find("Association « corrigée »") != std::string::npos);
        CHECK(contenu(scene, 2) == tests::monde::contenu_de({}));  // as it was deposited
        const auto fiche =
            scene.base.read([&](Reader& db) { return teleservice::trouver_fiche(db, scene.id); });
        CHECK(fiche->porteur == "Association « corrigée »");
        CHECK(ici.faites().back().avant == "Association fictive");
        CHECK(ici.lettres(intervention, du_porteur) == 1);
    });
}

TEST_CASE("an amount that was null is typed in digits, as any other") {
    avec_un_administrateur([](Administration& ici) {
        auto contenu_ecrit = tests::monde::contenu_de({});
        const std::string premier = "\"essms\": [{";
        const auto ou = contenu_ecrit.find(premier);
        REQUIRE(ou != std::string::npos);
        contenu_ecrit.insert(ou + premier.size(), "\"devis_materiel\":null,");
        REQUIRE(ici.ecrit(2, contenu_ecrit) == "fait");
        ici.scene.depose();
        CHECK(ici.corrige("essms[0].devis_materiel", "six mille") == "administration.illisible");
        REQUIRE(ici.corrige("essms[0].devis_materiel", "6200") == "fait");
        CHECK(contenu(ici.scene, en_vigueur(ici.scene)).find("\"devis_materiel\": \"6200\"") !=
              std::string::npos);
        CHECK(ici.faites().back().apres == "6200");
        REQUIRE(ici.corrige("essms[0].devis_materiel", "6300.50") == "fait");
    });
}

TEST_CASE("what the porteur is writing is not put in force by a correction, nor lost") {
    avec_un_administrateur([](Administration& ici) {
        auto& scene = ici.scene;
        scene.depose();
        REQUIRE(ici.ecrit(2, tests::monde::contenu_de({.essms = 16})) == "fait");
        REQUIRE(ici.corrige("porteur.raison_sociale", "Nouveau nom") == "fait");
        CHECK(en_vigueur(scene) == 4);
        const auto sixieme = tests::monde::finess("33980", 15);
        CHECK(contenu(scene, 4).find(sixieme) == std::string::npos);
        CHECK(contenu(scene, 5).find(sixieme) != std::string::npos);
        CHECK(contenu(scene, 5).find("Nouveau nom") != std::string::npos);
    });
}

TEST_CASE("time that is given is news; what undoes, changes or opens to others is always told") {
    using identity::Poids;
    CHECK(poids_de(GenreDIntervention::prolongation) == Poids::nouvelle);
    CHECK(poids_de(GenreDIntervention::echeance) == Poids::nouvelle);
    CHECK(poids_de(GenreDIntervention::amendement) == Poids::acte);
    for (const auto genre : {GenreDIntervention::reouverture, GenreDIntervention::correction,
                             GenreDIntervention::membre, GenreDIntervention::porteur})
        CHECK(poids_de(genre) == Poids::obligatoire);
    avec_un_administrateur([](Administration& ici) {
        ici.scene.depose();
        REQUIRE(ici.scene.prend(ici.scene.guichet()) == "fait");
        (void)ici.scene.base.write([&](Writer& db) -> core::Result<void> {
            for (const auto* compte : {"porteur-1", "ars-75"})
                identity::choisir_le_regime(db, compte, identity::Regime::actes,
                                            ici.scene.maintenant);
            return {};
        });
        REQUIRE(ici.amende("2024-06-15") == "fait");  // an act is waited for
        CHECK(ici.lettres(intervention, du_porteur) == 1);
        CHECK(ici.lettres(intervention, de_l_agence) == 0);
    });
}

TEST_CASE("the history of a dossier tells interventions to its readers") {
    avec_un_administrateur([](Administration& ici) {
        ici.scene.depose();
        REQUIRE(ici.amende("2024-06-15") == "fait");
        const auto histoire = ici.scene.base.read([&](Reader& db) {
            return teleservice::historique(db, ici.scene.guichet(), ici.scene.id);
        });
        REQUIRE(histoire);
        REQUIRE(histoire->interventions.size() == 1);
        CHECK(teleservice::phrase_de(histoire->interventions.front(), tests::monde::francais()) ==
              "Dossier ouvert à la modification jusqu'au 15 juin 2024 inclus "
              "(il était\u00a0: Déposé).");
    });
}

}  // namespace grappe::administration
