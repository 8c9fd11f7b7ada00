// A draft that looks for members is proposed to the lone structures of its region, as long as it is
// a draft and its porteur wants it; contacts come when both agree.
#include "portail/teleservice/ouverture.hpp"

#include <doctest/doctest.h>

#include "portail/teleservice/brouillon.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/monde_pour_tests.hpp"
#include "storage/test_bases.hpp"

namespace grappe::teleservice {
namespace {

using storage::Base, storage::Reader, storage::Writer;

struct Place {
    Base& base;
    std::string dossier{};

    Demandeur le(const access::Acteur& acteur) const { return {acteur, tests::midi()}; }
    template <class F>
    auto faire(F use_case) const {
        return base.write(use_case);
    }
    std::string ouvre(const access::Acteur& acteur) const {
        const auto fait = faire([&](Writer& db) {
            return ouvrir_a_d_autres(db, le(acteur), {dossier, "PA", "Camille, 01"},
                                     tests::moyens_d_ecriture());
        });
        return fait ? "ouvert" : fait.error().code;
    }
    // A lone structure of the region 75, that its owner knows.
    std::string seule(const access::Acteur& acteur) const {
        membres::DemandeGrappe demande{.id = {},
                                       .compte = {},
                                       .structure = "Maison seule",
                                       .couloir = "PA",
                                       .heures = {},
                                       .contact = "Sacha, 02",
                                       .finess = "330980014",
                                       .essms = 1,
                                       .dui = "Logiciel fictif",
                                       .editeur = {},
                                       .contact_editeur = {},
                                       .grappe = {},
                                       .region = "75",
                                       .etat = membres::EtatDeDemande::ouverte,
                                       .faite_le = tests::midi(),
                                       .motif = {}};
        const auto moyens = tests::moyens_d_ecriture();
        return faire([&](Writer& db) {
                   return membres::demander(db, qui_demande(le(acteur), moyens), demande);
               })
            .value()
            .id;
    }
    std::vector<membres::Proposition> propose(const access::Acteur& acteur,
                                              const std::string& demande) const {
        return base.read([&](Reader& db) { return membres::propositions(db, acteur, demande); })
            .value();
    }
    std::string sienne(const access::Acteur& acteur) const {
        return base.read([&](Reader& db) { return membres::demandes(db, acteur).front().id; });
    }
    bool conclue(const access::Acteur& acteur, const std::string& ici,
                 const std::string& autre) const {
        const auto moyens = tests::moyens_d_ecriture();
        return faire([&](Writer& db) {
                   return membres::accepter(db, qui_demande(le(acteur), moyens), {ici, autre});
               })
            .value()
            .conclue();
    }
};

void partout(const std::function<void(Place&)>& essai) {
    storage::on_every_portail([&](Base& base) {
        Place place{base};
        place.dossier =
            base.write([&](Writer& db) -> core::Result<std::string> {
                    tests::ajouter_comptes(db);
                    return creer(db, place.le(tests::porteur()), "NA-2024", tests::appels())->id;
                })
                .value();
        REQUIRE(base.write([&](Writer& db) {
            return ecrire(db, place.le(tests::porteur()),
                          {.dossier = place.dossier,
                           .version = 1,
                           .contenu = tests::contenu_de({.essms = 3})},
                          tests::moyens_d_ecriture());
        }));
        essai(place);
    });
}

}  // namespace

TEST_CASE("a draft is proposed once its porteur opens it, by what it is and not by whose it is") {
    partout([](Place& ici) {
        const auto seule = ici.seule(tests::voisin());
        CHECK(ici.propose(tests::voisin(), seule).empty());
        CHECK(ici.ouvre(tests::voisin()) == "dossier.inconnu");
        CHECK(ici.ouvre(tests::porteur()) == "ouvert");
        CHECK(ici.ouvre(tests::porteur()) == "grappe.deja_ouverte");
        const auto proposees = ici.propose(tests::voisin(), seule);
        REQUIRE(proposees.size() == 1);
        CHECK(proposees.front().autre.dossier == ici.dossier);
        CHECK(proposees.front().autre.essms == 3);
        CHECK(proposees.front().autre.dui == "Logiciel fictif");
        CHECK_FALSE(proposees.front().conclue());
        const auto ouverte = ici.sienne(tests::porteur());
        CHECK(ici.propose(tests::porteur(), ouverte).size() == 1);
        CHECK_FALSE(ici.conclue(tests::voisin(), seule, ouverte));
        CHECK(ici.conclue(tests::porteur(), ouverte, seule));
    });
}

TEST_CASE("a draft that was withdrawn, or that its porteur closes, is proposed no more") {
    partout([](Place& ici) {
        const auto seule = ici.seule(tests::voisin());
        REQUIRE(ici.ouvre(tests::porteur()) == "ouvert");
        const auto ouverte = ici.sienne(tests::porteur());
        const auto retire = [&] {
            const auto moyens = tests::moyens_d_ecriture();
            const auto fait = ici.faire([&](Writer& db) {
                return membres::retirer(db, qui_demande(ici.le(tests::porteur()), moyens), ouverte);
            });
            return fait ? "fait" : fait.error().code;
        };
        CHECK(retire() == "fait");
        CHECK(retire() == "grappe.traitee");
        CHECK(ici.propose(tests::voisin(), seule).empty());
        REQUIRE(ici.ouvre(tests::porteur()) == "ouvert");
        CHECK(ici.propose(tests::voisin(), seule).size() == 1);
        REQUIRE(ici.faire([&](Writer& db) {
            return teleservice::retirer(db, ici.le(tests::porteur()),
                                        {.dossier = ici.dossier, .motif = ""});
        }));
        CHECK(ici.propose(tests::voisin(), seule).empty());
        CHECK(ici.ouvre(tests::porteur()) == "dossier.etat");
    });
}

}  // namespace grappe::teleservice
