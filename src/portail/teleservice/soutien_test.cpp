// Supports on every engine: invited under a role, reading that dossier alone, withdrawn.
#include "portail/teleservice/soutien.hpp"

#include <doctest/doctest.h>

#include "audit/journal.hpp"
#include "courrier/boite.hpp"
#include "portail/teleservice/brouillon.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/lecture.hpp"
#include "portail/teleservice/monde_pour_tests.hpp"
#include "storage/test_bases.hpp"

namespace grappe::teleservice {
namespace {

using storage::Base, storage::Reader, storage::Writer;

access::Acteur acteur(const char* compte, access::Role role) {
    return {.compte = compte, .role = role, .region = role == access::Role::porteur ? "" : "75"};
}
const access::Acteur grades = acteur("grades", access::Role::grades);
const access::Acteur collectif = acteur("collectif", access::Role::collectif);
const access::Acteur tiers = acteur("tiers", access::Role::porteur);

// A deposited-to-be dossier of "porteur-1", and another one that nobody is invited to.
struct Scene {
    Base& base;
    std::string id{}, autre{};

    explicit Scene(Base& ouverte) : base{ouverte} {
        (void)base.write([](Writer& db) -> core::Result<void> {
            tests::ajouter_comptes(db);
            for (const auto* qui : {&grades, &collectif, &tiers})
                db.script(
                    "INSERT INTO compte (id, courriel, courriel_cle, nom, prenom,"
                    " mot_de_passe, role, region, cree_le, version) VALUES ('" +
                    qui->compte + "', '" + qui->compte + "@exemple.test', '" + qui->compte +
                    "@exemple.test', 'Exemple', 'Dominique', '-', '" +
                    std::string{core::name_of(qui->role)} + "', '" + qui->region +
                    "', '2024-01-01T00:00:00Z', 1)");
            return {};
        });
        id = cree();
        autre = cree();
        REQUIRE(base.write([&](Writer& db) {
            return ecrire(db, le(tests::porteur()),
                          {.dossier = id, .version = 1, .contenu = tests::contenu_de({})},
                          tests::moyens_d_ecriture());
        }));
    }
    static Demandeur le(const access::Acteur& qui) { return {qui, tests::midi()}; }

    std::string cree() const {
        return base
            .write([](Writer& db) {
                return creer(db, le(tests::porteur()), "NA-2024", tests::appels());
            })
            .value()
            .id;
    }
    core::Result<membres::Soutien> invite(const char* role, const char* courriel,
                                          const access::Acteur& qui = tests::porteur()) const {
        return base.write([&](Writer& db) {
            return inviter_un_soutien(db, le(qui), {id, role, courriel},
                                      tests::moyens_d_ecriture());
        });
    }
    template <class T>
    static std::string code(const core::Result<T>& fait) {
        return fait ? std::string{"fait"} : fait.error().code;
    }
    std::vector<courrier::Message> messages() const {
        std::vector<courrier::Message> messages;
        for (const auto& pli : base.read([](Reader& db) {
                 return courrier::a_envoyer(db, tests::instant("2030-01-01T00:00:00Z"), 100);
             }))
            messages.push_back(pli.message);
        return messages;
    }
    std::string jeton(const char* courriel) const {
        std::string trouve;
        for (const auto& message : messages())
            if (const auto ou = message.corps.find("jeton=");
                ou != std::string::npos && message.destinataire == courriel)
                trouve = message.corps.substr(ou + 6, 43);
        return trouve;
    }
    std::string accepte(const access::Acteur& qui, const std::string& jeton) const {
        return code(base.write([&](Writer& db) {
            return accepter_en_soutien(db, le(qui), jeton, tests::moyens_d_ecriture());
        }));
    }
    std::string lit(const access::Acteur& qui, const std::string& dossier) const {
        return code(
            base.read([&](Reader& db) { return lire(db, le(qui), dossier, tests::moyens()); }));
    }
    void depose() const {
        const auto fait = base.write([&](Writer& db) {
            return deposer(db, le(tests::porteur()),
                           {.dossier = id, .financeur = "ARS Nouvelle-Aquitaine"},
                           tests::moyens_d_ecriture());
        });
        REQUIRE(fait);
        REQUIRE(fait->recepisse);
    }
};

void sur_chaque_base(const std::function<void(Scene&)>& essai) {
    storage::on_every_portail([&](Base& base) {
        Scene scene{base};
        essai(scene);
        CHECK(base.read([](Reader& db) { return audit::verifier(db, std::nullopt).has_value(); }));
    });
}

}  // namespace

TEST_CASE("a GRADeS that accepts reads that dossier, before and after its deposit, no other") {
    sur_chaque_base([](Scene& scene) {
        CHECK(scene.lit(grades, scene.id) == "dossier.inconnu");
        const auto invite = scene.invite("grades", "grades@exemple.test");
        REQUIRE(invite);
        CHECK(scene.lit(grades, scene.id) == "dossier.inconnu");
        CHECK(scene.accepte(grades, scene.jeton("grades@exemple.test")) == "fait");
        CHECK(scene.lit(grades, scene.id) == "fait");
        CHECK(scene.lit(grades, scene.autre) == "dossier.inconnu");
        scene.depose();
        CHECK(scene.lit(grades, scene.id) == "fait");
        CHECK(Scene::code(scene.invite("grades", "grades@exemple.test")) == "soutien.present");
    });
}

TEST_CASE("the Collectif SI reads until the deposit, and is not invited after it") {
    sur_chaque_base([](Scene& scene) {
        REQUIRE(scene.invite("collectif", "collectif@exemple.test"));
        CHECK(scene.accepte(collectif, scene.jeton("collectif@exemple.test")) == "fait");
        CHECK(scene.lit(collectif, scene.id) == "fait");
        scene.depose();
        CHECK(scene.lit(collectif, scene.id) == "dossier.inconnu");
        CHECK(Scene::code(scene.invite("collectif", "autre@exemple.test")) == "soutien.depose");
    });
}

TEST_CASE("an account of the public takes the role in that dossier; that of a desk keeps its own") {
    sur_chaque_base([](Scene& scene) {
        REQUIRE(scene.invite("grades", "ailleurs@exemple.test"));
        const auto jeton = scene.jeton("ailleurs@exemple.test");
        CHECK(scene.accepte(collectif, jeton) == "invitation.autre_role");
        CHECK(scene.accepte(tests::guichet_de_corse(), jeton) == "invitation.autre_role");
        CHECK(scene.accepte(tests::porteur(), jeton) == "membre.porteur");
        CHECK(scene.accepte(tiers, jeton) == "fait");
        CHECK(scene.accepte(grades, jeton) == "jeton.perime");
        CHECK(scene.lit(tiers, scene.id) == "fait");
        const auto soutenus =
            scene.base.read([](Reader& db) { return dossiers_du_soutien(db, Scene::le(tiers)); });
        REQUIRE(soutenus.size() == 1);
        CHECK(soutenus[0].soutien.role == access::Role::grades);
        // It writes nothing, and is no member.
        const auto ecrit = scene.base.write([&](Writer& db) {
            return ecrire(db, Scene::le(tiers),
                          {.dossier = scene.id, .version = 2, .contenu = "{}"},
                          tests::moyens_d_ecriture());
        });
        CHECK(Scene::code(ecrit) == "dossier.interdit");
    });
}

TEST_CASE("an invitation to one's own address needs no link, and a member's link is no support's") {
    sur_chaque_base([](Scene& scene) {
        const auto invite = scene.invite("grades", "grades@exemple.test");
        REQUIRE(invite);
        const auto sans_lien = [&](const access::Acteur& qui) {
            return Scene::code(scene.base.write([&](Writer& db) {
                return accepter_sans_lien(db, Scene::le(qui), invite->id,
                                          tests::moyens_d_ecriture());
            }));
        };
        CHECK(sans_lien(tiers) == "soutien.inconnu");
        CHECK(sans_lien(grades) == "fait");
        CHECK(sans_lien(grades) == "soutien.inconnu");
        const auto membre = scene.base.write([&](Writer& db) {
            return inviter(db, Scene::le(tests::porteur()),
                           {scene.id, "339909988", "membre@exemple.test"},
                           tests::moyens_d_ecriture());
        });
        REQUIRE(membre);
        CHECK(scene.accepte(tiers, scene.jeton("membre@exemple.test")) == "jeton.perime");
        // A support holds no deposit back and is listed among no members.
        const auto lus = scene.base.read([&](Reader& db) {
            return lire_les_membres(db, Scene::le(tests::porteur()), scene.id, tests::moyens());
        });
        CHECK(lus->membres.size() == 1);
    });
}

TEST_CASE("what was invited is withdrawn: the link, the access, and who is told") {
    sur_chaque_base([](Scene& scene) {
        const auto invite = scene.invite("grades", "grades@exemple.test");
        REQUIRE(invite);
        const auto retire = [&](const access::Acteur& qui) {
            return Scene::code(scene.base.write([&](Writer& db) {
                return retirer_un_soutien(db, Scene::le(qui), {scene.id, invite->id},
                                          tests::moyens_d_ecriture());
            }));
        };
        CHECK(scene.accepte(grades, scene.jeton("grades@exemple.test")) == "fait");
        CHECK(retire(grades) == "dossier.interdit");
        CHECK(retire(tests::porteur()) == "fait");
        CHECK(retire(tests::porteur()) == "soutien.inconnu");
        CHECK(scene.lit(grades, scene.id) == "dossier.inconnu");
        int fins = 0;
        for (const auto& message : scene.messages()) {
            fins += message.objet == "Votre accès à un dossier est retiré" ? 1 : 0;
            CHECK(message.corps.find('{') == std::string::npos);
        }
        CHECK(fins == 1);
    });
}

TEST_CASE("what is wrong with an invitation is named") {
    sur_chaque_base([](Scene& scene) {
        CHECK(Scene::code(scene.invite("ars", "a@b.fr")) == "soutien.role");
        CHECK(Scene::code(scene.invite("grades", "personne")) == "courriel.forme");
        CHECK(Scene::code(scene.invite("grades", "a@b.fr", tiers)) == "dossier.inconnu");
        REQUIRE(scene.invite("grades", "a@b.fr"));
        const auto premier = scene.jeton("a@b.fr");
        REQUIRE(scene.invite("grades", "A@b.fr"));  // again: one row, the first link ends
        CHECK(scene.accepte(tiers, premier) == "jeton.perime");
        CHECK(scene.base
                  .read([&](Reader& db) {
                      return lire_les_soutiens(db, Scene::le(tests::porteur()), scene.id);
                  })
                  ->size() == 1);
    });
}

}  // namespace grappe::teleservice
