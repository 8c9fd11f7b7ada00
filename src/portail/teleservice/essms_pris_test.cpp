// An establishment that a live dossier has is told while a draft is written, and nothing else of
// it.
#include <doctest/doctest.h>

#include "portail/teleservice/brouillon.hpp"
#include "portail/teleservice/depot.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/monde_pour_tests.hpp"
#include "storage/test_bases.hpp"

namespace grappe::teleservice {
namespace {

using storage::Base, storage::Reader, storage::Writer;

struct Atelier {
    Base& base;
    core::Instant maintenant = tests::midi();

    std::string dossier(const access::Acteur& qui, const tests::Grappe& grappe) const {
        const Demandeur demandeur{qui, maintenant};
        const auto cree = base.write(
            [&](Writer& db) { return creer(db, demandeur, "NA-2024", tests::appels()); });
        REQUIRE(base.write([&](Writer& db) {
            return ecrire(db, demandeur,
                          {.dossier = cree->id, .version = 1, .contenu = contenu_de(grappe)},
                          tests::moyens_d_ecriture());
        }));
        return cree->id;
    }
    void depose(const access::Acteur& qui, const std::string& id) const {
        const auto fait = base.write([&](Writer& db) {
            return deposer(db, {qui, maintenant},
                           {.dossier = id, .financeur = "ARS Nouvelle-Aquitaine"},
                           tests::moyens_d_ecriture());
        });
        REQUIRE(fait);
        REQUIRE(fait->recepisse);
    }
    std::vector<EssmsPris> pris(const std::string& id) const {
        return base.read([&](Reader& db) {
            const auto etat = etat_de(db, *trouver(db, id), tests::moyens(), maintenant);
            return essms_pris(candidature_de(etat, tests::moyens(), maintenant, ""), etat.contenu);
        });
    }
};

void partout(const std::function<void(Atelier&)>& essai) {
    storage::on_every_portail([&](Base& base) {
        REQUIRE(base.write([](Writer& db) -> core::Result<void> {
            tests::ajouter_comptes(db);
            return {};
        }));
        Atelier atelier{base};
        essai(atelier);
    });
}

}  // namespace

TEST_CASE("a draft takes nothing; a deposited dossier takes its establishments, whoever has it") {
    partout([](Atelier& ici) {
        const auto autre = ici.dossier(tests::voisin(), {.essms = 15, .siret = "99999900600029"});
        const auto sien = ici.dossier(tests::porteur(), {.essms = 2});
        CHECK(ici.pris(sien).empty());
        ici.depose(tests::voisin(), autre);
        const auto pris = ici.pris(sien);
        REQUIRE(pris.size() == 2);
        CHECK(pris[0].finess_et == tests::finess("33980", 0));
        CHECK(pris[1].chemin == "essms[1].finess_et");
        CHECK(pris[1].code == "depot.essms_pris");
        CHECK(pris[1].message.find(autre) == std::string::npos);
        CHECK(pris[1].message.find("Association") == std::string::npos);
    });
}

TEST_CASE("one's own deposited dossier is said so, whatever the window and the desk") {
    partout([](Atelier& ici) {
        ici.depose(tests::porteur(), ici.dossier(tests::porteur(), {}));
        const auto second = ici.dossier(tests::porteur(), {.essms = 1});
        REQUIRE(ici.pris(second).size() == 1);
        CHECK(ici.pris(second).front().code == "depot.essms_deja_depose");
        ici.maintenant = tests::instant("2030-01-01T12:00:00Z");  // no window is open
        CHECK(ici.pris(second).size() == 1);
    });
}

TEST_CASE("a line that cannot be judged yet names its establishment already") {
    partout([](Atelier& ici) {
        ici.depose(tests::voisin(),
                   ici.dossier(tests::voisin(), {.essms = 15, .siret = "99999900600029"}));
        const auto id = ici.dossier(tests::porteur(), {.essms = 1});
        REQUIRE(ici.base.write([&](Writer& db) {
            return ecrire(db, {tests::porteur(), ici.maintenant},
                          {.dossier = id,
                           .version = 2,
                           .contenu = R"({"essms": [{}, {"finess_et": ")" +
                                      tests::finess("33980", 4) + R"("}]})"},
                          tests::moyens_d_ecriture());
        }));
        REQUIRE(ici.pris(id).size() == 1);
        CHECK(ici.pris(id).front().chemin == "essms[1].finess_et");
    });
}

TEST_CASE("what is withdrawn is free again") {
    partout([](Atelier& ici) {
        const auto autre = ici.dossier(tests::voisin(), {.essms = 15, .siret = "99999900600029"});
        ici.depose(tests::voisin(), autre);
        REQUIRE(ici.base.write([&](Writer& db) {
            return retirer(db, {tests::voisin(), ici.maintenant}, {.dossier = autre, .motif = ""});
        }));
        CHECK(ici.pris(ici.dossier(tests::porteur(), {.essms = 2})).empty());
    });
}

}  // namespace grappe::teleservice
