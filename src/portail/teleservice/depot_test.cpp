// Deposits on every engine: the order of the checks, what is frozen, what is told.
#include "portail/teleservice/depot.hpp"

#include <doctest/doctest.h>

#include "audit/journal.hpp"
#include "courrier/boite.hpp"
#include "portail/teleservice/brouillon.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/lecture.hpp"
#include "portail/teleservice/monde_pour_tests.hpp"
#include "secret/empreinte.hpp"
#include "storage/test_bases.hpp"

namespace grappe::teleservice {
namespace {

using storage::Base, storage::Reader, storage::Writer;

constexpr const char* nouvelle_aquitaine = "ARS Nouvelle-Aquitaine";

std::string total(const Etat& etat) {
    return etat.jugement.verifie->analyse().subvention->total.text();
}

// What a porteur does, one transaction each.
struct Porteur {
    Base& base;
    const access::Acteur& acteur = tests::porteur();
    core::Instant maintenant = tests::midi();

    Demandeur qui() const { return {.acteur = acteur, .maintenant = maintenant}; }

    std::string dossier(const std::string& contenu, const char* appel = "NA-2024") const {
        const auto cree =
            base.write([&](Writer& db) { return creer(db, qui(), appel, tests::appels()); });
        ecrit(cree.value().id, 1, contenu);
        return cree.value().id;
    }
    void ecrit(const std::string& id, int version, const std::string& contenu) const {
        REQUIRE(base.write([&](Writer& db) {
            return ecrire(db, qui(), {.dossier = id, .version = version, .contenu = contenu},
                          tests::moyens_d_ecriture());
        }));
    }
    core::Result<Piece> joint(const std::string& id, const std::string& type,
                              const std::string& remplace) const {
        return base.write([&](Writer& db) {
            return joindre(db, qui(),
                           {.dossier = id,
                            .type = type,
                            .organisme = "",
                            .nom = "note.pdf",
                            .format = pieces::Format::pdf,
                            .sha256 = secret::empreinte(type + remplace),
                            .taille = 12,
                            .remplace = remplace});
        });
    }
    core::Result<Depose> depose(const std::string& id, const char* financeur) const {
        const Moyens moyens{.regles = tests::moyens(),
                            .adresse_publique = "https://grappe.test",
                            .reel = tests::midi()};
        return base.write([&](Writer& db) {
            return deposer(db, qui(), {.dossier = id, .financeur = financeur}, moyens);
        });
    }
    // "fait", the code of a refusal, or "409 code chemin" of the first obstacle.
    std::string issue(const std::string& id, const char* financeur) const {
        const auto resultat = depose(id, financeur);
        if (!resultat) return resultat.error().code;
        if (resultat->recepisse) return "fait";
        const auto& premier = resultat->obstacles.front();
        return (premier.raison == core::Reason::conflict ? "409 " : "422 ") + premier.code + " " +
               premier.chemin;
    }
    Depot dernier(const std::string& id) const {
        return base.read([&](Reader& db) { return dernier_depot(db, id).value(); });
    }
    Statut statut(const std::string& id) const {
        return base.read([&](Reader& db) { return trouver(db, id)->statut; });
    }
    std::size_t courriels() const {
        return base.read([](Reader& db) {
            return courrier::a_envoyer(db, tests::instant("2030-01-01T00:00:00Z"), 100).size();
        });
    }
};

void sur_chaque_base(const std::function<void(Base&)>& essai) {
    storage::on_every_portail([&](Base& base) {
        (void)base.write([](Writer& db) -> core::Result<void> {
            tests::ajouter_comptes(db);
            return {};
        });
        essai(base);
    });
}

}  // namespace

TEST_CASE("a deposit freezes the dossier, gives a receipt, and writes to the porteur once") {
    sur_chaque_base([](Base& base) {
        const Porteur porteur{base};
        const auto contenu = tests::contenu_de({});
        const auto id = porteur.dossier(contenu);
        REQUIRE(porteur.joint(id, "DOC-01", ""));
        const auto depose = porteur.depose(id, "ars nouvelle-aquitaine");
        REQUIRE(depose);
        REQUIRE(depose->recepisse);
        CHECK(depose->recepisse->find("\"total\":\"315000.00\"") != std::string::npos);
        CHECK(depose->recepisse->find("\"regle\":\"DOC-02\",\"issue\":\"MANQUE\"") !=
              std::string::npos);
        CHECK(porteur.statut(id) == Statut::depose);
        CHECK(porteur.courriels() == 1);
        const auto depot = porteur.dernier(id);
        CHECK(depot.depose_le == tests::midi());
        CHECK(depot.version == 2);
        CHECK(*depot.ferme_le == tests::instant("2024-05-24T22:00:00Z"));
        CHECK(depot.empreinte.size() == 64);
        CHECK(base.read([](Reader& db) { return audit::verifier(db, std::nullopt).has_value(); }));
    });
}

TEST_CASE("what is in place is judged by today's rules until a desk takes its deposit") {
    sur_chaque_base([](Base& base) {
        const Porteur porteur{base};
        const auto id = porteur.dossier(tests::contenu_de({}));
        REQUIRE(porteur.issue(id, nouvelle_aquitaine) == "fait");
        const tests::ReglesChangees ensuite;
        const auto demain = tests::instant("2030-01-01T12:00:00Z");
        const auto en_place = [&] {
            return base.read([&](Reader& db) {
                return etat_en_place(db, *trouver(db, id), ensuite.regles, demain);
            });
        };
        CHECK(total(en_place().etat) == "316500.00");
        CHECK(en_place().instant == demain);
        base.connection().script("UPDATE dossier SET statut = 'pieces_demandees'");
        const auto prise = en_place();
        CHECK(total(prise.etat) == "315000.00");
        CHECK(prise.instant == porteur.dernier(id).depose_le);
        CHECK(prise.depot->numero == porteur.dernier(id).numero);
        CHECK(prise.regles.appel("NA-2024", demain)->empreinte == porteur.dernier(id).regles);
        const auto vue = base.read([&](Reader& db) {
            return lire(db, {tests::porteur(), demain}, id, ensuite.regles).value();
        });
        CHECK(total(vue.etat) == total(prise.etat));
    });
}

TEST_CASE("anyone can check a receipt by its number and digest, and by nothing else") {
    sur_chaque_base([](Base& base) {
        const Porteur porteur{base};
        const auto id = porteur.dossier(tests::contenu_de({}));
        REQUIRE(porteur.issue(id, nouvelle_aquitaine) == "fait");
        const auto depot = porteur.dernier(id);
        const auto verifie = [&](const std::string& numero, const std::string& empreinte) {
            return base.read(
                [&](Reader& db) { return verifier_recepisse(db, numero, empreinte).has_value(); });
        };
        CHECK(verifie(depot.numero, depot.empreinte));
        CHECK(verifie(depot.numero, "sha256:" + depot.empreinte));
        CHECK_FALSE(verifie(depot.numero, ""));
        CHECK_FALSE(verifie(depot.numero, std::string(64, '0')));
        CHECK_FALSE(verifie("NA-2024-0000-0000-0000", depot.empreinte));
    });
}

TEST_CASE("the window is looked at first, then the desk, then the rest") {
    sur_chaque_base([](Base& base) {
        Porteur porteur{base};
        auto boiteux = tests::contenu_de({});
        boiteux.replace(boiteux.find("99999900600011"), 14, "99999");
        const auto id = porteur.dossier(boiteux);
        porteur.maintenant = tests::instant("2024-09-15T22:00:00Z");
        CHECK(porteur.issue(id, "ARS Corse") == "409 depot.fenetre_fermee ");
        porteur.maintenant = tests::instant("2024-01-14T22:59:59Z");
        CHECK(porteur.issue(id, "ARS Corse") == "409 depot.fenetre_a_venir ");
        porteur.maintenant = tests::instant("2024-09-15T21:59:59Z");
        CHECK(porteur.issue(id, "ARS Corse") == "422 depot.guichet financeur");
        CHECK(porteur.issue(id, nouvelle_aquitaine) == "409 dossier.siret.forme porteur.siret");
        porteur.ecrit(id, 2, tests::contenu_de({}));
        CHECK(porteur.issue(id, nouvelle_aquitaine) == "fait");
    });
}

TEST_CASE("the refused desk names the right one and says why") {
    sur_chaque_base([](Base& base) {
        const Porteur porteur{base};
        const auto id = porteur.dossier(tests::contenu_de({}));
        const auto refus = porteur.depose(id, "National (CNSA - PAI Numérique)").value();
        REQUIRE(refus.obstacles.size() == 1);
        CHECK(refus.guichet->financeur == nouvelle_aquitaine);
        CHECK(refus.obstacles[0].message.find(nouvelle_aquitaine) != std::string::npos);
        CHECK(porteur.statut(id) == Statut::brouillon);
        CHECK(porteur.courriels() == 0);
    });
}

TEST_CASE("a dossier without establishment has no desk; what cannot be read is said all at once") {
    sur_chaque_base([](Base& base) {
        const Porteur porteur{base};
        const auto vide = porteur.dossier(R"({"porteur":{"siret":"99999900600011"},"essms":[]})");
        CHECK(porteur.issue(vide, nouvelle_aquitaine) == "422 depot.aucun_essms essms");
        const auto rien = porteur.dossier("{}");
        CHECK(porteur.depose(rien, nouvelle_aquitaine)->obstacles.size() == 2);
        CHECK(porteur.issue(rien, nouvelle_aquitaine) == "409 dossier.requis_absent porteur");
        CHECK(porteur.issue(porteur.dossier("[1]"), "x") == "409 dossier.attendu_objet ");
    });
}

TEST_CASE("one applicant has an establishment in one live dossier; others are told, not shown") {
    sur_chaque_base([](Base& base) {
        const Porteur porteur{base};
        const auto un = porteur.dossier(tests::contenu_de({}));
        REQUIRE(porteur.issue(un, nouvelle_aquitaine) == "fait");
        const auto deux = porteur.dossier(tests::contenu_de({.essms = 1}));
        CHECK(porteur.issue(deux, nouvelle_aquitaine) ==
              "409 depot.essms_deja_depose essms[0].finess_et");
        const Porteur complice{base, tests::voisin()};
        const auto meme_siret = complice.dossier(tests::contenu_de({.essms = 1}));
        CHECK(complice.issue(meme_siret, nouvelle_aquitaine) ==
              "409 depot.essms_deja_depose essms[0].finess_et");
        const auto autre =
            complice.dossier(tests::contenu_de({.essms = 1, .siret = "12345678200010"}));
        const auto depose = complice.depose(autre, nouvelle_aquitaine).value();
        REQUIRE(depose.recepisse);
        CHECK(depose.recepisse->find("\"essms_dans_un_autre_dossier\":[\"" +
                                     tests::finess("33980", 0) + "\"]") != std::string::npos);
        CHECK(depose.recepisse->find(un) == std::string::npos);
    });
}

TEST_CASE("a withdrawn dossier gives its establishments back") {
    sur_chaque_base([](Base& base) {
        const Porteur porteur{base};
        const auto un = porteur.dossier(tests::contenu_de({}));
        REQUIRE(porteur.issue(un, nouvelle_aquitaine) == "fait");
        REQUIRE(base.write(
            [&](Writer& db) { return retirer(db, porteur.qui(), {.dossier = un, .motif = ""}); }));
        CHECK(porteur.issue(un, nouvelle_aquitaine) == "dossier.etat");
        CHECK(porteur.issue(porteur.dossier(tests::contenu_de({})), nouvelle_aquitaine) == "fait");
    });
}

TEST_CASE("an amendment is a deposit more, until the window closes; each receipt stays true") {
    sur_chaque_base([](Base& base) {
        Porteur porteur{base};
        const auto id = porteur.dossier(tests::contenu_de({}));
        REQUIRE(porteur.issue(id, nouvelle_aquitaine) == "fait");
        const auto premier = porteur.dernier(id);
        CHECK(porteur.issue(id, nouvelle_aquitaine) == "depot.inchange");
        REQUIRE(porteur.joint(id, "DOC-02", ""));
        CHECK(porteur.issue(id, nouvelle_aquitaine) == "fait");
        porteur.ecrit(id, 2, tests::contenu_de({.essms = 16}));
        CHECK(porteur.dernier(id).version == 2);
        CHECK(porteur.issue(id, nouvelle_aquitaine) == "fait");
        CHECK(porteur.dernier(id).rang == 3);
        CHECK(porteur.dernier(id).version == 3);
        CHECK(base.read([&](Reader& db) {
            return verifier_recepisse(db, premier.numero, premier.empreinte).has_value();
        }));
        porteur.maintenant = tests::instant("2024-05-24T22:00:00Z");
        CHECK(porteur.joint(id, "DOC-03", "").error().code == "dossier.fenetre_fermee");
    });
}

TEST_CASE("pieces come, are replaced and go; a desk reads those that were deposited") {
    sur_chaque_base([](Base& base) {
        const Porteur porteur{base};
        const auto id = porteur.dossier(tests::contenu_de({}));
        const auto une = porteur.joint(id, "DOC-01", "").value();
        CHECK(porteur.joint(id, "DOC-20", "").error().code == "piece.type");
        CHECK(porteur.joint(id, "DOC-02", "absente").error().code == "piece.inconnue");
        const auto deux = porteur.joint(id, "DOC-01", une.id).value();
        CHECK(porteur.joint(id, "DOC-01", une.id).error().code == "piece.inconnue");
        REQUIRE(porteur.issue(id, nouvelle_aquitaine) == "fait");
        const auto lue = [&](const access::Acteur& acteur, const Piece& piece) {
            const Demandeur qui{.acteur = acteur, .maintenant = tests::midi()};
            return base.read([&](Reader& db) {
                return lire_piece(db, qui, {id, piece.id}).has_value();
            });
        };
        CHECK(lue(tests::porteur(), une));
        CHECK(lue(tests::guichet_de_nouvelle_aquitaine(), deux));
        CHECK_FALSE(lue(tests::guichet_de_nouvelle_aquitaine(), une));
        CHECK_FALSE(lue(tests::guichet_de_corse(), deux));
        CHECK_FALSE(lue(tests::voisin(), deux));
    });
}

TEST_CASE("the canonical text of a receipt is the one of its documentation") {
    Recepisse recepisse{.numero = "NA-2024-7K3M-9QRT-2XWV",
                        .dossier = "3f",
                        .version = 4,
                        .appel = "NA-2024",
                        .depose_le = tests::midi(),
                        .guichet = {.niveau = programme::Niveau::regional,
                                    .financeur = nouvelle_aquitaine,
                                    .code = "75",
                                    .regions = {"75"}},
                        .regles = "sha256:aa",
                        .contenu = "bb",
                        .pieces = {},
                        .subvention = core::Money::euros(315'000)};
    CHECK(texte_canonique(recepisse) ==
          "grappe recepisse 1\nnumero NA-2024-7K3M-9QRT-2XWV\ndossier 3f\nversion 4\n"
          "appel NA-2024\ndepose_le 2024-03-01T12:00:00Z\nguichet ARS Nouvelle-Aquitaine\n"
          "regles sha256:aa\ncontenu bb\nsubvention 315000.00\n");
    recepisse.subvention.reset();
    CHECK(texte_canonique(recepisse).ends_with("subvention -\n"));
    CHECK(nouveau_numero("NA-2024").size() == 22);
    CHECK(nouveau_numero("NA-2024") != nouveau_numero("NA-2024"));
}

}  // namespace grappe::teleservice
