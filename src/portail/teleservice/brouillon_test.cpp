// Drafts on every engine: who may write, which version, what is kept.
#include "portail/teleservice/brouillon.hpp"

#include <doctest/doctest.h>

#include "audit/journal.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/monde_pour_tests.hpp"
#include "portail/teleservice/rejeu.hpp"
#include "storage/test_bases.hpp"

namespace grappe::teleservice {
namespace {

using storage::Base, storage::Reader, storage::Writer;

Demandeur le(const access::Acteur& acteur) {
    return {.acteur = acteur, .maintenant = tests::midi()};
}

void avec_des_comptes(Base& base) {
    (void)base.write([](Writer& db) -> core::Result<void> {
        tests::ajouter_comptes(db);
        return {};
    });
}

core::Result<Dossier> commence(Base& base, const access::Acteur& acteur, const char* appel) {
    return base.write([&](Writer& db) { return creer(db, le(acteur), appel, tests::appels()); });
}

core::Result<Dossier> ecrit(Base& base, const access::Acteur& acteur, const Ecriture& ecriture) {
    return base.write(
        [&](Writer& db) { return ecrire(db, le(acteur), ecriture, tests::moyens_d_ecriture()); });
}

std::string texte_de(Base& base, const Dossier& dossier, int version) {
    return base.read([&](Reader& db) { return contenu(db, dossier.id, version).value_or("-"); });
}

std::string code(const core::Result<Dossier>& resultat) {
    return resultat ? "fait" : resultat.error().code;
}

}  // namespace

TEST_CASE("a dossier begins as the draft of its porteur, under a call that exists") {
    storage::on_every_portail([](Base& base) {
        avec_des_comptes(base);
        const auto cree = commence(base, tests::porteur(), "NA-2024");
        REQUIRE(cree);
        CHECK(cree->statut == Statut::brouillon);
        CHECK(cree->version == 1);
        CHECK(texte_de(base, *cree, 1) == R"({"appel":"NA-2024"})");
        CHECK(code(commence(base, tests::porteur(), "XX-2030")) == "dossier.appel_sans_fichier");
        CHECK(code(commence(base, tests::guichet_de_corse(), "NA-2024")) == "acces.interdit");
        const auto siens =
            base.read([](Reader& db) { return dossiers_du_compte(db, tests::porteur().compte); });
        CHECK(siens.size() == 1);
    });
}

TEST_CASE("what is written is kept byte for byte, and every version stays readable") {
    storage::on_every_portail([](Base& base) {
        avec_des_comptes(base);
        const auto cree = commence(base, tests::porteur(), "NA-2024").value();
        const std::string premier = "\n{ \"essms\" : [ ],\t\"inconnue\":\"é\\u0000 1e5\" }\n";
        const auto un =
            ecrit(base, tests::porteur(), {.dossier = cree.id, .version = 1, .contenu = premier});
        REQUIRE(un);
        CHECK(un->version == 2);
        const auto deux = ecrit(base, tests::porteur(),
                                {.dossier = cree.id, .version = 2, .contenu = "[\"faux\"]"});
        REQUIRE(deux);
        CHECK(texte_de(base, cree, 2) == premier);
        CHECK(texte_de(base, cree, 3) == "[\"faux\"]");
        CHECK(base.read([&](Reader& db) { return versions(db, cree.id).size(); }) == 3);
        CHECK(base.read([](Reader& db) {
            return audit::verifier(db, std::nullopt).value().numero;
        }) == 3);
    });
}

TEST_CASE("the same text again changes nothing; a text that is no JSON is refused") {
    storage::on_every_portail([](Base& base) {
        avec_des_comptes(base);
        const auto cree = commence(base, tests::porteur(), "NA-2024").value();
        const auto meme =
            ecrit(base, tests::porteur(),
                  {.dossier = cree.id, .version = 1, .contenu = R"({"appel":"NA-2024"})"});
        REQUIRE(meme);
        CHECK(meme->version == 1);
        for (const auto* faux : {"", "{", "{\"a\":1,}", "\xff"})
            CHECK(code(ecrit(base, tests::porteur(),
                             {.dossier = cree.id, .version = 1, .contenu = faux})) ==
                  "dossier.json");
    });
}

TEST_CASE("who writes from an old version loses nothing: the fields in conflict are told") {
    storage::on_every_portail([](Base& base) {
        avec_des_comptes(base);
        const auto cree = commence(base, tests::porteur(), "NA-2024").value();
        REQUIRE(ecrit(base, tests::porteur(),
                      {.dossier = cree.id, .version = 1, .contenu = R"({"nature":"nouveau"})"}));
        const Ecriture tardive{
            .dossier = cree.id, .version = 1, .contenu = R"({"nature":"extension"})"};
        CHECK(code(ecrit(base, tests::porteur(), tardive)) == "dossier.version_perimee");
        const auto trouves = base.read([&](Reader& db) { return ecarts_de(db, tardive); });
        REQUIRE(trouves.size() == 2);
        CHECK(trouves[0].chemin == "appel");
        CHECK(trouves[1].chemin == "nature");
        CHECK(trouves[1].en_conflit());
        CHECK(texte_de(base, cree, 2) == R"({"nature":"nouveau"})");
        CHECK(texte_de(base, cree, 3) == "-");
    });
}

TEST_CASE("another organisation and a desk see no draft of others") {
    storage::on_every_portail([](Base& base) {
        avec_des_comptes(base);
        const auto cree = commence(base, tests::porteur(), "NA-2024").value();
        const Ecriture intruse{.dossier = cree.id, .version = 1, .contenu = "{}"};
        CHECK(code(ecrit(base, tests::voisin(), intruse)) == "dossier.inconnu");
        CHECK(code(ecrit(base, tests::guichet_de_nouvelle_aquitaine(), intruse)) ==
              "dossier.inconnu");
        CHECK(code(ecrit(base, tests::porteur(),
                         {.dossier = "absent", .version = 1, .contenu = "{}"})) ==
              "dossier.inconnu");
        CHECK(code(base.write([&](Writer& db) {
                  return retirer(db, le(tests::voisin()), {.dossier = cree.id, .motif = ""});
              })) == "dossier.inconnu");
    });
}

TEST_CASE("a withdrawn draft is written no more, and says who withdrew it") {
    storage::on_every_portail([](Base& base) {
        avec_des_comptes(base);
        const auto cree = commence(base, tests::porteur(), "NA-2024").value();
        const auto retire = base.write([&](Writer& db) {
            return retirer(db, le(tests::porteur()), {.dossier = cree.id, .motif = "doublon"});
        });
        REQUIRE(retire);
        CHECK(retire->statut == Statut::retire);
        CHECK(code(ecrit(base, tests::porteur(),
                         {.dossier = cree.id, .version = 1, .contenu = "{}"})) == "dossier.etat");
        const auto vecu = base.read([&](Reader& db) { return passages(db, cree.id); });
        REQUIRE(vecu.size() == 1);
        CHECK(vecu[0].par == "porteur-1");
        CHECK(vecu[0].motif == "doublon");
    });
}

TEST_CASE("a request sent twice with its key does its work once") {
    storage::on_every_portail([](Base& base) {
        avec_des_comptes(base);
        int travaux = 0;
        const auto demander = [&](const char* cle, const char* empreinte) {
            return base.write([&](Writer& db) {
                return une_fois(db,
                                {.compte = "porteur-1",
                                 .cle = cle,
                                 .empreinte = empreinte,
                                 .maintenant = tests::midi()},
                                [&](Writer&) -> core::Result<ReponseGardee> {
                                    return ReponseGardee{201, std::to_string(++travaux)};
                                });
            });
        };
        CHECK(demander("k", "a")->corps == "1");
        CHECK(demander("k", "a")->corps == "1");
        CHECK(demander("k", "b").error().code == "rejeu.autre_demande");
        CHECK(demander("", "a")->corps == "2");
        CHECK(demander("", "a")->corps == "3");
        CHECK(demander(std::string(201, 'x').c_str(), "a").error().code == "rejeu.cle");
        (void)base.write([](Writer& db) -> core::Result<void> {
            CHECK(oublier_les_anciens(db, tests::midi()) == 0);
            CHECK(oublier_les_anciens(db, tests::instant("2024-03-02T12:00:01Z")) == 1);
            return {};
        });
        CHECK(demander("k", "b")->corps == "4");
    });
}

}  // namespace grappe::teleservice
