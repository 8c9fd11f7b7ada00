// Draws and proofs on every engine: who draws, what is opened, what is refused and kept.
#include "portail/usages/controle.hpp"

#include <doctest/doctest.h>

#include "portail/usages/monde_pour_tests.hpp"
#include "rapport/tirage.hpp"

namespace grappe::usages {
namespace {

using tests::Declare, tests::Scene, tests::sur_chaque_base;

struct Controle {
    const Scene& scene;
    RapportRecu recu = recevoir_un(scene);

    static identity::Poste poste() {
        return {teleservice::tests::francais(), "https://grappe.example", tests::recu_le()};
    }
    // "destinataire : objet" of the mails that wait.
    std::string plis() const {
        return scene.base.read([](storage::Reader& db) {
            std::string tous;
            for (const auto& pli :
                 courrier::a_envoyer(db, tests::monde::instant("2030-01-01T00:00:00Z"), 100))
                tous += pli.message.destinataire + " : " + pli.message.objet + "\n";
            return tous;
        });
    }
    static RapportRecu recevoir_un(const Scene& scene) {
        REQUIRE(scene.pose("DUI", scene.dui.cle));
        return scene.envoie(scene.octets()).recu.value();
    }

    core::Result<Tirage> tire(const access::Acteur& qui, const NouveauTirage& voulu) const {
        return scene.base.write(
            [&](storage::Writer& db) { return tirer(db, scene.autre(qui), voulu, poste()); });
    }
    core::Result<Tirage> tire(const access::Acteur& qui, std::int64_t nombre = 5) const {
        return tire(qui, {recu.id, "c0ffee", nombre, "Loterie du 6 octobre 2024"});
    }
    std::string preuves(std::int64_t nombre = 5) const {
        return scene.dui.preuves(scene.dui.signe(), nombre).value();
    }
    core::Result<Preuves> prouve(const std::string& tirage, const std::string& octets) const {
        return scene.base.write([&](storage::Writer& db) {
            return recevoir_les_preuves(db, scene.qui(), {{recu.id, tirage}, octets},
                                        teleservice::tests::francais());
        });
    }
};

template <class T>
std::string code(const core::Result<T>& issue) {
    return issue ? "fait" : issue.error().code;
}

const auto& na = teleservice::tests::guichet_de_nouvelle_aquitaine;

}  // namespace

TEST_CASE("its desk draws once for one seed and one number, as the command would") {
    sur_chaque_base([](const Scene& scene) {
        const Controle ici{scene};
        const auto tirage = ici.tire(na());
        REQUIRE(tirage);
        CHECK(scene.journal() == "usage.tirer fait tirage 1");
        CHECK(ici.tire(na())->id == tirage->id);
        CHECK(ici.tire(na(), 6)->rang == 2);
        const auto fichier = scene.base.read([&](storage::Reader& db) {
            return fichier_du_tirage(db, scene.qui(), {ici.recu.id, tirage->id}).value();
        });
        const auto rapport = scene.dui.signe();
        CHECK(fichier == rapport::ecrire(rapport::tirer(
                             {rapport::empreinte_de(rapport), rapport.feuilles}, "c0ffee", 5)) +
                             "\n");
    });
}

TEST_CASE("who has to answer a draw is told of it, once") {
    sur_chaque_base([](const Scene& scene) {
        const Controle ici{scene};
        CHECK(ici.plis().empty());
        REQUIRE(ici.tire(na()));
        const auto attendu = "porteur-1@exemple.test : Rapport d'usage n° " +
                             std::to_string(ici.recu.numero) +
                             "\u00a0: des preuves sont demandées\n";
        CHECK(ici.plis() == attendu);
        REQUIRE(ici.tire(na()));  // the same one
        CHECK(ici.plis() == attendu);
    });
}

TEST_CASE("nobody else draws, and nothing is drawn of declared figures") {
    sur_chaque_base([](const Scene& scene) {
        const Controle ici{scene};
        CHECK(code(ici.tire(scene.acteur)) == "usages.interdit");
        CHECK(code(ici.tire(teleservice::tests::guichet_de_corse())) == "usages.inconnu");
        CHECK(code(ici.tire(teleservice::tests::voisin())) == "usages.inconnu");
        CHECK(code(ici.tire({.compte = "n", .role = access::Role::national})) == "usages.interdit");
        const auto declare = scene.envoie(Declare{}.csv(), Nature::declare).recu.value();
        CHECK(code(ici.tire(na(), {declare.id, "c0ffee", 5, "Loterie"})) ==
              "usages.tirage_declare");
    });
}

TEST_CASE("a seed, a number and where the seed comes from are asked for") {
    sur_chaque_base([](const Scene& scene) {
        const Controle ici{scene};
        const auto dit = [&](const char* graine, std::int64_t nombre, const char* source) {
            return code(ici.tire(na(), {ici.recu.id, graine, nombre, source}));
        };
        CHECK(dit("pas hexa", 5, "Loterie") == "usages.tirage_graine");
        CHECK(dit("", 5, "Loterie") == "usages.tirage_graine");
        CHECK(dit("c0ffee", 0, "Loterie") == "usages.tirage_nombre");
        CHECK(dit("c0ffee", tirage_max + 1, "Loterie") == "usages.tirage_nombre");
        CHECK(dit("c0ffee", 5, "  ") == "usages.tirage_source");
        CHECK(dit("C0FFEE", tirage_max, "Loterie") == "fait");
    });
}

TEST_CASE("right openings are kept as right, once") {
    sur_chaque_base([](const Scene& scene) {
        const Controle ici{scene};
        const auto tirage = ici.tire(na()).value();
        const auto attendues = [&] {
            return scene.base.read([&](storage::Reader& db) {
                return lister(db, scene.acteur, Critere{}).rapports.front().preuves_attendues;
            });
        };
        CHECK(attendues() == 1);
        const auto preuves = ici.prouve(tirage.id, ici.preuves());
        REQUIRE(preuves);
        CHECK(preuves->issue == IssueDesPreuves::justes);
        CHECK(preuves->ouvertures == 5);
        CHECK(attendues() == 0);
        CHECK(scene.journal() == "usage.prouver fait justes");
        CHECK(ici.prouve(tirage.id, ici.preuves())->rang == 1);
        const auto lus =
            scene.base.read([&](storage::Reader& db) { return tirages_de(db, ici.recu.id); });
        REQUIRE(lus.size() == 1);
        REQUIRE(lus.front().preuves.size() == 1);
        CHECK(lus.front().dernieres()->empreinte == preuves->empreinte);
    });
}

TEST_CASE("openings of another draw, or changed ones, are kept as refused with their reasons") {
    sur_chaque_base([](const Scene& scene) {
        const Controle ici{scene};
        const auto tirage = ici.tire(na()).value();
        const auto autre = ici.prouve(tirage.id, ici.preuves(6));
        REQUIRE(autre);
        CHECK(autre->issue == IssueDesPreuves::refusees);
        REQUIRE(autre->reproches.size() == 1);
        CHECK(autre->reproches.front().find("un autre tirage") != std::string::npos);
        const auto faux =
            rapport::remplace(ici.preuves(), "\"automatique\":0", "\"automatique\":1");
        const auto refusees = ici.prouve(tirage.id, faux);
        REQUIRE(refusees);
        CHECK(refusees->issue == IssueDesPreuves::refusees);
        CHECK_FALSE(refusees->reproches.empty());
        CHECK(ici.prouve(tirage.id, ici.preuves())->rang == 3);
    });
}

TEST_CASE("what has not the form of openings is neither read nor kept: it might name a person") {
    sur_chaque_base([](const Scene& scene) {
        const Controle ici{scene};
        const auto tirage = ici.tire(na()).value();
        const auto avant = scene.fichiers();
        for (const auto& octets :
             {std::string{"Mme Exemple"}, std::string{"{}"}, ici.preuves() + " ",
              rapport::remplace(ici.preuves(), "\"numero\":", "\"nom\":\"Exemple\",\"numero\":"),
              rapport::remplace(ici.preuves(), "\"projets\":[",
                                "\"personne\":\"X\",\"projets\":[")}) {
            CAPTURE(octets.substr(0, 60));
            CHECK(code(ici.prouve(tirage.id, octets)) == "usages.preuves_illisibles");
        }
        CHECK(scene.fichiers() == avant);
    });
}

TEST_CASE("only the porteur of a draw answers it") {
    sur_chaque_base([](const Scene& scene) {
        const Controle ici{scene};
        const auto tirage = ici.tire(na()).value();
        const auto prouve = [&](const access::Acteur& qui, const std::string& vise) {
            return code(scene.base.write([&](storage::Writer& db) {
                return recevoir_les_preuves(db, scene.autre(qui),
                                            {{ici.recu.id, vise}, ici.preuves()},
                                            teleservice::tests::francais());
            }));
        };
        CHECK(prouve(na(), tirage.id) == "usages.interdit");
        CHECK(prouve(teleservice::tests::voisin(), tirage.id) == "usages.inconnu");
        CHECK(prouve(scene.acteur, "ailleurs") == "usages.tirage_inconnu");
        CHECK(prouve(scene.acteur, tirage.id) == "fait");
    });
}

}  // namespace grappe::usages
