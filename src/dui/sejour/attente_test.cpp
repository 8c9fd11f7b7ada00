// Who waits: every fault at once, one state to the next, and erased on a retention of its own.
#include "dui/sejour/attente.hpp"

#include <doctest/doctest.h>

#include "core/calendar.hpp"
#include "dui/sejour/attente_repository.hpp"
#include "dui/sejour/essai_pour_tests.hpp"

namespace grappe::sejour {
namespace {

using element::tests::tilleuls;
using tests::cadre, tests::essayer, tests::id, tests::issue, tests::le, tests::Monde;

const Demande demande{.nom = "Exemple", .prenom = "Dominique", .modalite = "permanent"};

std::string inscrit(Monde& monde, const Inscription& voulue) {
    return issue(monde.base.write(
        [&](storage::Writer& db) { return inscrire(db, monde.redacteur(cadre), voulue); }));
}
std::string passe(Monde& monde, const Passage& voulu) {
    return issue(monde.base.write(
        [&](storage::Writer& db) { return passer(db, monde.redacteur(cadre), voulu); }));
}
std::size_t combien(Monde& monde, EtatDAttente etat) {
    return monde.base.read(
        [&](storage::Reader& db) { return attentes_de(db, tilleuls().text(), etat).size(); });
}

}  // namespace

TEST_CASE("a request says who and for which kind of stay, every fault at once") {
    CHECK(fautes_de(demande).empty());
    CHECK(fautes_de({.nom = " ",
                     .prenom = "",
                     .naissance = "hier",
                     .modalite = "x",
                     .souhaitee_le = "2024-02-30",
                     .contact = std::string(1'001, 'a'),
                     .remarque = ""}) == std::vector<Faute>{{"nom", "attente.faute.nom"},
                                                            {"prenom", "attente.faute.prenom"},
                                                            {"naissance", "sejour.faute.jour"},
                                                            {"modalite", "attente.faute.modalite"},
                                                            {"souhaitee_le", "sejour.faute.jour"},
                                                            {"contact", "sejour.faute.long"}});
}

TEST_CASE("from the request to the admission, which keeps the stay and forgets the rest") {
    essayer([](Monde& monde) {
        CHECK(inscrit(monde, {id(1), 0, tilleuls(), demande}) == "fait");
        CHECK(inscrit(monde, {id(1), 0, tilleuls(), demande}) == "fait");
        CHECK(combien(monde, EtatDAttente::demande) == 1);
        auto autre = demande;
        autre.remarque = "Visite faite.";
        CHECK(inscrit(monde, {id(1), 0, tilleuls(), autre}) == "attente.version");
        CHECK(inscrit(monde, {id(1), 1, tilleuls(), autre}) == "fait");
        CHECK(passe(monde, {id(1), 1, EtatDAttente::preadmission}) == "attente.version");
        CHECK(passe(monde, {id(1), 2, EtatDAttente::admise}) == "attente.passage");
        CHECK(passe(monde, {id(1), 2, EtatDAttente::preadmission}) == "fait");
        CHECK(passe(monde, {id(1), 3, EtatDAttente::close, " "}) == "attente.faute.motif");
        REQUIRE(monde.base.write([&](storage::Writer& db) {
            return admise(db, monde.redacteur(cadre), id(1), "sejour-p1");
        }));
        CHECK(combien(monde, EtatDAttente::admise) == 1);
        CHECK(passe(monde, {id(1), 4, EtatDAttente::close, "Non"}) == "attente.finie");
        monde.base.read([&](storage::Reader& db) {
            const auto une = attente(db, id(1));
            REQUIRE(une);
            CHECK(une->demande == Demande{});
            CHECK(une->sejour == "sejour-p1");
        });
    });
}

TEST_CASE("what nobody wrote in for its retention is erased, and nothing else") {
    essayer([](Monde& monde) {
        CHECK(inscrit(monde, {id(1), 0, tilleuls(), demande}) == "fait");
        const auto une =
            monde.base.read([&](storage::Reader& db) { return attente(db, id(1)).value(); });
        const auto fin = fin_de_conservation(une);
        CHECK(fin == core::plus_months(le("2024-08-01"), conservation_en_mois));
        const auto efface_le = [&](core::Date jour) {
            std::size_t effaces = 0;
            REQUIRE(monde.base.write([&](storage::Writer& db) -> core::Result<void> {
                effaces = effacer_les_anciennes(db, core::paris().at(jour, 12, 0));
                return {};
            }));
            return effaces;
        };
        CHECK(efface_le(fin.plus_days(-1)) == 0);
        CHECK(efface_le(fin) == 1);
        CHECK(combien(monde, EtatDAttente::demande) == 0);
    });
}

}  // namespace grappe::sejour
