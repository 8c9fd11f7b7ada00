// The examination on every engine: taking, verdicts, requests, decisions, and who may do them.
#include "portail/instruction/instruction.hpp"

#include <doctest/doctest.h>

#include "audit/journal.hpp"
#include "courrier/boite.hpp"
#include "portail/instruction/lettres.hpp"
#include "portail/instruction/monde_pour_tests.hpp"
#include "portail/teleservice/brouillon.hpp"
#include "portail/teleservice/fiche_repository.hpp"

namespace grappe::instruction {
namespace {

using storage::Reader, storage::Writer;
using tests::Scene, tests::sur_chaque_base;

std::size_t courriels(const Scene& scene) {
    return scene.base.read([](Reader& db) {
        return courrier::a_envoyer(db, tests::monde::instant("2030-01-01T00:00:00Z"), 100).size();
    });
}

// Every point that retains the dossier is answered by the desk.
void repond_a_tout(const Scene& scene) {
    for (const auto& point : scene.examen().points)
        if (point.retient) CHECK(scene.apprecie(point.regle, "conforme") == "fait");
}

}  // namespace

TEST_CASE("a desk takes a dossier once; the second one is told so, a stranger that there is none") {
    sur_chaque_base([](Scene& scene) {
        CHECK(scene.prend(scene.guichet()) == "dossier.inconnu");  // a draft
        scene.depose();
        CHECK(scene.prend(scene.corse()) == "dossier.inconnu");
        CHECK(scene.prend(scene.porteur()) == "dossier.interdit");
        CHECK(scene.prend(scene.guichet()) == "fait");
        CHECK(scene.prend(scene.guichet()) == "dossier.etat");
        CHECK(scene.statut() == Statut::en_instruction);
        CHECK(scene.examen().affectations.back().instructeur == "ars-75");
        CHECK(courriels(scene) == 2);  // the receipt, then this
        CHECK(scene.base.read(
            [](Reader& db) { return audit::verifier(db, std::nullopt).has_value(); }));
    });
}

TEST_CASE("a verdict needs one of three words, a reason to refuse, and a piece in force") {
    sur_chaque_base([](Scene& scene) {
        const auto piece = scene.joint("DOC-05", "planning.pdf");
        scene.depose();
        CHECK(scene.juge(piece, "conforme", "") == "dossier.etat");
        REQUIRE(scene.prend(scene.guichet()) == "fait");
        CHECK(scene.juge(piece, "oui", "") == "instruction.verdict");
        CHECK(scene.juge(piece, "non_conforme", " ") == "instruction.motif_vide");
        CHECK(scene.juge("ailleurs", "conforme", "") == "piece.inconnue");
        CHECK(scene.juge(piece, "non_conforme", "illisible") == "fait");
        CHECK(scene.juge(piece, "conforme", "") == "fait");
        const auto examen = scene.examen();
        CHECK(examen.verdicts.size() == 2);  // the earlier one stays
        CHECK(verdict_de(examen.verdicts, piece)->verdict == Conformite::conforme);
    });
}

TEST_CASE("of two instructors who judge one piece from the same state, the second one is told") {
    sur_chaque_base([](Scene& scene) {
        const auto piece = scene.joint("DOC-05", "planning.pdf");
        scene.depose();
        REQUIRE(scene.prend(scene.guichet()) == "fait");
        const auto juge = [&](int vu) {
            return Scene::issue(scene.base.write([&](Writer& db) {
                return rendre_verdict(db, scene.guichet(),
                                      {.dossier = scene.id,
                                       .piece = piece,
                                       .verdict = "conforme",
                                       .motif = "",
                                       .texte = "",
                                       .vu = vu},
                                      scene.moyens());
            }));
        };
        CHECK(juge(0) == "fait");
        CHECK(juge(0) == "instruction.entretemps");
        CHECK(juge(1) == "fait");
    });
}

TEST_CASE("a request says something, for a day to come, about types or pieces that exist") {
    sur_chaque_base([](Scene& scene) {
        scene.depose();
        CHECK(scene.demande({{"DOC-05"}}) == "dossier.etat");
        REQUIRE(scene.prend(scene.guichet()) == "fait");
        CHECK(scene.demande({}) == "complements.vide");
        CHECK(scene.demande({{"DOC-05"}}, "2024-02-29") == "complements.echeance");
        CHECK(scene.demande({{"DOC-05"}}, "bientôt") == "complements.echeance");
        CHECK(scene.demande({{"DOC-99"}}) == "complements.piece");
        CHECK(scene.demande({{"DOC-05"}}, "2024-03-01") == "fait");  // today still counts
        CHECK(scene.statut() == Statut::pieces_demandees);
        CHECK(courriels(scene) == 3);
    });
}

TEST_CASE("the porteur gives what is asked and nothing else; the last piece accepted closes it") {
    sur_chaque_base([](Scene& scene) {
        const auto planning = scene.joint("DOC-05", "planning.pdf");
        const auto lettre = scene.joint("DOC-04", "lettre.pdf");
        scene.depose();
        REQUIRE(scene.prend(scene.guichet()) == "fait");
        CHECK(scene.joint("DOC-02", "gouvernance.pdf") == "dossier.etat");
        REQUIRE(scene.demande({{planning}, {"DOC-02"}}) == "fait");
        CHECK(scene.joint("DOC-07", "strategie.pdf") == "piece.non_demandee");
        const auto nouveau = scene.joint("DOC-05", "planning 2.pdf", planning);
        const auto gouvernance = scene.joint("DOC-02", "gouvernance.pdf");
        CHECK(scene.examen().etat.pieces.size() == 3);  // the replaced one is out
        CHECK(scene.juge(planning, "conforme", "") == "piece.inconnue");
        CHECK(scene.juge(lettre, "conforme", "") == "fait");
        CHECK(scene.juge(nouveau, "conforme", "") == "fait");
        CHECK(scene.statut() == Statut::pieces_demandees);
        CHECK(scene.juge(gouvernance, "conforme", "") == "fait");
        CHECK(scene.statut() == Statut::en_instruction);
        CHECK(scene.examen().demandes.back().cloture == Cloture::acceptee);
        const auto ecrites = scene.base.read([&](Reader& db) { return lettres(db, scene.id); });
        CHECK(ecrites.back().genre == GenreDeLettre::complet);
        CHECK(ecrites.back().corps.find("\n\n\n") == std::string::npos);
        CHECK(scene.joint("DOC-02", "gouvernance 2.pdf") == "dossier.etat");
    });
}

TEST_CASE("a dossier withdrawn while complements are asked waits for nothing any more") {
    sur_chaque_base([](Scene& scene) {
        scene.depose();
        REQUIRE(scene.prend(scene.guichet()) == "fait");
        REQUIRE(scene.demande({{"DOC-02"}}) == "fait");
        const auto echeance = [&] {
            return scene.base.read(
                [&](Reader& db) { return teleservice::trouver_fiche(db, scene.id)->echeance; });
        };
        CHECK(echeance().has_value());
        REQUIRE(scene.base.write([&](storage::Writer& db) {
            return teleservice::retirer(db, scene.porteur(), {.dossier = scene.id, .motif = ""});
        }));
        CHECK_FALSE(echeance().has_value());
    });
}

TEST_CASE("a piece that joins a wrong one of its kind answers for it once it is accepted") {
    sur_chaque_base([](Scene& scene) {
        const auto planning = scene.joint("DOC-05", "planning.pdf");
        scene.depose();
        REQUIRE(scene.prend(scene.guichet()) == "fait");
        CHECK(scene.juge(planning, "non_conforme", "illisible") == "fait");
        const auto retenues = [&] {
            const auto points = scene.examen().points;
            return std::count_if(points.begin(), points.end(), [](const Point& point) {
                return point.genre == Genre::piece && point.retient;
            });
        };
        CHECK(retenues() == 1);
        REQUIRE(scene.demande({{planning}}) == "fait");
        const auto autre = scene.joint("DOC-05", "planning 2.pdf");
        CHECK(retenues() == 1);
        CHECK(scene.juge(autre, "conforme", "") == "fait");
        CHECK(retenues() == 0);
        CHECK(scene.juge(planning, "non_conforme", "illisible") == "fait");  // and again
        CHECK(retenues() == 1);
    });
}

TEST_CASE("where the texts are silent the desk may answer, and the dossier does not wait for it") {
    sur_chaque_base([](Scene& scene) {
        scene.depose();
        REQUIRE(scene.prend(scene.guichet()) == "fait");
        for (const auto& point : scene.examen().points)
            CHECK((point.genre != Genre::non_defini || !point.retient));
    });
}

TEST_CASE("a decision is read whatever its case and accents, and another word is refused") {
    sur_chaque_base([](Scene& scene) {
        scene.depose();
        REQUIRE(scene.prend(scene.guichet()) == "fait");
        const auto points = scene.examen().points;
        REQUIRE_FALSE(points.empty());
        const auto& regle = points.front().regle;
        CHECK(scene.apprecie(regle, "CONFORME") == "fait");
        CHECK(scene.apprecie(regle, "Acceptée") == "fait");
        CHECK(scene.examen().appreciations.back().decision == Conformite::conforme);
        CHECK(scene.apprecie(regle, "Défavorable") == "fait");
        CHECK(scene.examen().appreciations.back().decision == Conformite::non_conforme);
        CHECK(scene.apprecie(regle, "peut-être") == "appreciation.decision");
    });
}

TEST_CASE("an answer withdrawn gives back what was deposited; what was deposited does not go") {
    sur_chaque_base([](Scene& scene) {
        const auto planning = scene.joint("DOC-05", "planning.pdf");
        scene.depose();
        REQUIRE(scene.prend(scene.guichet()) == "fait");
        REQUIRE(scene.demande({{planning}}) == "fait");
        const auto retire = [&](const std::string& piece) {
            return Scene::issue(scene.base.write([&](Writer& db) {
                return teleservice::retirer_piece(db, scene.porteur(), {scene.id, piece});
            }));
        };
        CHECK(retire(planning) == "piece.deposee");
        const auto nouveau = scene.joint("DOC-05", "planning 2.pdf", planning);
        const auto encore = scene.joint("DOC-05", "planning 3.pdf", nouveau);
        CHECK(scene.examen().etat.pieces.size() == 1);
        CHECK(scene.examen().etat.pieces.front().id == encore);
        CHECK(retire(encore) == "fait");
        CHECK(scene.examen().etat.pieces.front().id == planning);
    });
}

TEST_CASE("a dossier is receivable once each point has its answer; irreceivable with a reason") {
    sur_chaque_base([](Scene& scene) {
        scene.depose();
        CHECK(scene.tranche("recevable") == "dossier.etat");
        REQUIRE(scene.prend(scene.guichet()) == "fait");
        CHECK(scene.tranche("peut-être") == "recevabilite.issue");
        CHECK(scene.tranche("recevable") == "retenu");
        CHECK(scene.statut() == Statut::en_instruction);
        CHECK(scene.apprecie("DOC-01", "non_conforme") == "fait");
        CHECK(scene.apprecie("ZZZ-01", "conforme") == "appreciation.sans_point");
        CHECK(scene.apprecie("DOC-01", "bof") == "appreciation.decision");
        repond_a_tout(scene);
        CHECK(scene.tranche("recevable") == "fait");
        CHECK(scene.statut() == Statut::recevable);
        CHECK(scene.apprecie("DOC-01", "conforme") == "dossier.etat");
        const auto envoyees = scene.base.read([&](Reader& db) { return lettres(db, scene.id); });
        CHECK(envoyees.back().genre == GenreDeLettre::recevable);
    });
}

TEST_CASE("a corrected content is judged from the answer on, and the deposited one stays") {
    sur_chaque_base([](Scene& scene) {
        scene.depose();
        REQUIRE(scene.prend(scene.guichet()) == "fait");
        const auto repond = [&](const char* texte) {
            return Scene::issue(scene.base.write([&](Writer& db) {
                return repondre(db, scene.porteur(), {scene.id, texte}, scene.moyens());
            }));
        };
        CHECK(repond("Voici.") == "dossier.etat");
        REQUIRE(scene.demande({{"DOC-05"}}) == "fait");
        CHECK(repond("") == "reponse.vide");
        REQUIRE(scene.base.write([&](Writer& db) {
            return teleservice::ecrire(db, scene.porteur(),
                                       {.dossier = scene.id,
                                        .version = 2,
                                        .contenu = tests::monde::contenu_de({.essms = 16})},
                                       scene.moyens());
        }));
        CHECK_FALSE(scene.examen().corrige());
        CHECK(repond("") == "fait");
        const auto examen = scene.examen();
        CHECK(examen.corrige());
        CHECK(examen.etat.jugement.verifie->saisi().essms.size() == 16);
        CHECK(examen.depot.version == 2);
        CHECK(scene.base.write([&](Writer& db) {
            return reprendre(db, scene.guichet(), {scene.id, "Suffisant."}, scene.moyens());
        }));
        CHECK(scene.statut() == Statut::en_instruction);
    });
}

TEST_CASE("notes are read by the desk only; an examiner is one of the desk") {
    sur_chaque_base([](Scene& scene) {
        scene.depose();
        const auto annote = [&](const Demandeur& qui) {
            return Scene::issue(scene.base.write([&](Writer& db) {
                return annoter(db, qui, {scene.id, "À revoir"});
            }));
        };
        CHECK(annote(scene.guichet()) == "fait");
        CHECK(annote(scene.corse()) == "dossier.inconnu");
        CHECK(annote(scene.porteur()) == "dossier.interdit");
        const auto lues = [&](const Demandeur& qui) {
            return Scene::issue(
                scene.base.read([&](Reader& db) { return lire_notes(db, qui, scene.id); }));
        };
        CHECK(lues(scene.guichet()) == "fait");
        CHECK(lues(scene.porteur()) == "dossier.inconnu");
        const auto affecte = [&](const char* compte) {
            return Scene::issue(scene.base.write([&](Writer& db) {
                return affecter(db, scene.guichet(), {scene.id, compte});
            }));
        };
        CHECK(affecte("ars-75") == "fait");
        CHECK(affecte("ars-94") == "instruction.instructeur");
        CHECK(affecte("") == "fait");
        CHECK_FALSE(scene.examen().affectations.back().instructeur);
    });
}

}  // namespace grappe::instruction
