// A record opened: faults all at once, duplicates before anything is written, once whatever is
// sent twice; corrections that lower the identity, and those that do not.
#include <doctest/doctest.h>

#include "dui/element/monde_pour_tests.hpp"
#include "dui/identite/changement.hpp"
#include "dui/inscription/ecriture.hpp"
#include "storage/test_bases.hpp"

namespace grappe::inscription {
namespace {

using storage::Base, storage::Reader, storage::Writer;
using Codes = std::vector<std::string>;

const core::Date jour = core::Date::parse("2024-08-01").value();
const std::string tilleuls = "330000001";

Traits anne() {
    return {.nom_naissance = " Durand-Lévêque ",
            .prenoms = "Anne Marie",
            .nom_utilise = "Martin",
            .prenom_utilise = {},
            .naissance = "1940-05-06",
            .sexe = "F",
            .lieu = "33063"};
}

Saisie saisie(char chiffre, Traits traits = anne()) {
    return {.id = std::string(32, chiffre),
            .traits = std::move(traits),
            .entree = {tilleuls, "2024-07-01", "permanent"},
            .piece = {}};
}

Codes codes(const std::vector<Faute>& fautes) {
    Codes dits;
    for (const auto& une : fautes) dits.push_back(une.chemin + " " + une.code);
    return dits;
}

acces::Professionnel secretaire() {
    return {.acteur = {.compte = "secretaire", .role = access::Role::secretariat},
            .etablissements = {tilleuls},
            .profession = partage::Profession::secretaire};
}

struct Essai {
    Base& base;
    annuaire::Annuaire annuaire{};
    acces::Professionnel qui = secretaire();

    core::Result<Inscrite> inscrit(const Saisie& voulue) {
        return inscrire(base, annuaire, {qui, element::tests::moment(0)}, voulue);
    }
    std::string corrige(const std::string& personne, std::int64_t vue, const Traits& traits) {
        const auto fait = base.write([&](Writer& db) {
            return corriger(db, {qui, element::tests::moment(9)}, {personne, vue, traits});
        });
        if (!fait) return fait.error().code;
        return fait->empty() ? "fait" : fait->front().code;
    }
    identite::Identite identite(const std::string& personne) {
        return base.read([&](Reader& db) {
            return identite::histoire_de(db, personne, {})->back().etape.apres;
        });
    }
    std::int64_t faits() {
        return base.read([](Reader& db) { return magasin::dernier_fait(db); });
    }
};

void essayer(const std::function<void(Essai&)>& faire) {
    storage::on_every_dui([&](Base& base) {
        Essai essai{base};
        faire(essai);
    });
}

}  // namespace

TEST_CASE("strict traits are capitals without accents, names of use stay as typed") {
    const auto nette = nets(anne());
    CHECK(nette.nom_naissance == "DURAND-LEVEQUE");
    CHECK(nette.nom_utilise == "Martin");
    CHECK(prenoms_de("ANNE MARIE") == Codes{"ANNE", "MARIE"});
    CHECK(prenoms_de("ANNE MARIE, , LOU ") == Codes{"ANNE MARIE", "LOU"});
    CHECK(prenoms_de(" , ").empty());
}

TEST_CASE("all that is wrong in a form is said at once") {
    CHECK(fautes_de(nets(anne()), jour).empty());
    const Traits faux{.nom_naissance = "X Æ 12",
                      .prenoms = " ",
                      .nom_utilise = std::string(101, 'a'),
                      .prenom_utilise = {},
                      .naissance = "hier",
                      .sexe = "",
                      .lieu = "Lisbonne"};
    CHECK(codes(fautes_de(nets(faux), jour)) ==
          Codes{"nom_naissance inscription.hors_jeu", "prenoms inscription.vide",
                "nom_utilise inscription.long", "naissance inscription.naissance",
                "sexe inscription.sexe", "lieu inscription.lieu"});
    CHECK(codes(fautes_de(Entree{"330000009", "", "hotel"}, {}, jour)) ==
          Codes{"finess inscription.finess", "entree inscription.entree",
                "modalite inscription.modalite"});
}

TEST_CASE("both sides of each bound of a birth, a place, an entry, a device") {
    const auto naissance = [](const char* dite) {
        auto traits = nets(anne());
        traits.naissance = dite;
        return codes(fautes_de(traits, jour));
    };
    CHECK(naissance("2024-08-01").empty());
    CHECK(naissance("2024-08-02") == Codes{"naissance inscription.naissance_future"});
    CHECK(naissance("1894-01-01").empty());
    CHECK(naissance("1893-12-31") == Codes{"naissance inscription.naissance_ancienne"});
    for (const auto& [lieu, juste] : {std::pair{"2A004", true},
                                      {"2B033", true},
                                      {"99109", true},
                                      {"99999", true},
                                      {"2C004", false},
                                      {"3306", false},
                                      {"330630", false},
                                      {"33O63", false}}) {
        auto traits = nets(anne());
        traits.lieu = lieu;
        CAPTURE(lieu);
        CHECK(fautes_de(traits, jour).empty() == juste);
    }
    const auto ne = core::Date::parse("2010-08-02").value();
    const auto entree = [&](const char* le) {
        return codes(fautes_de(Entree{tilleuls, le, "domicile"}, ne, jour));
    };
    CHECK(entree("2010-08-02").empty());
    CHECK(entree("2010-08-01") == Codes{"entree inscription.entree_avant_naissance"});
    CHECK(entree("2025-08-02").empty());
    CHECK(entree("2025-08-03") == Codes{"entree inscription.entree_lointaine"});
    const auto piece = [&](const char* quoi, const char* le, std::optional<core::Date> elle) {
        return codes(fautes_de(Piece{quoi, le}, elle, jour));
    };
    CHECK(piece("", "", ne).empty());
    CHECK(piece("passeport", "2024-08-01", ne).empty());
    CHECK(piece("passeport", "2024-08-02", ne) == Codes{"vu_le identite.vu_trop_tard"});
    CHECK(piece("permis", "", ne) ==
          Codes{"dispositif inscription.dispositif", "vu_le inscription.vu_le"});
    CHECK(piece("document_de_circulation", "2024-08-01", ne).empty());
    CHECK(piece("document_de_circulation", "2024-08-01", core::Date::parse("1940-01-01").value()) ==
          Codes{"dispositif identite.dispositif_de_mineur"});
    CHECK(piece("document_de_circulation", "2024-08-01", {}).empty());
}

TEST_CASE("a record is opened once, provisional, with its stay; or validated by a device seen") {
    essayer([](Essai& essai) {
        const auto premiere = essai.inscrit(saisie('a'));
        REQUIRE(premiere);
        CHECK(premiere->personne == "3330000001/" + std::string(32, 'a'));
        CHECK(essai.identite(premiere->personne).statut == identite::Statut::provisoire);
        const auto faits = essai.faits();
        CHECK(faits == 2);
        CHECK(essai.inscrit(saisie('a'))->personne == premiere->personne);
        CHECK(essai.faits() == faits);
        CHECK(essai.annuaire.presentes(tilleuls, jour) == Codes{premiere->personne});
        CHECK(essai.annuaire.personne(premiere->personne)->nom_utilise == "Martin");

        auto autre = saisie('b', {"OUENNEVEL", "ODE", {}, {}, "1951-01-01", "F", "99109"});
        autre.piece = {"passeport", "2024-08-01"};
        const auto vue = essai.inscrit(autre);
        REQUIRE(vue);
        CHECK(essai.identite(vue->personne).statut == identite::Statut::validee);
    });
}

TEST_CASE("who may be known already is shown first; nothing is written before one says no") {
    essayer([](Essai& essai) {
        const auto connue = essai.inscrit(saisie('a'))->personne;
        for (const auto& [nom, prenoms, naissance] :
             {std::array{"DURAND LEVEQUE", "ANNE", "1940-05-06"},
              {"DURANT LEVEQUE", "ANNE", "1940-06-05"},
              {"ANNE", "DURAND-LEVEQUE", "1940-05-06"}}) {
            CAPTURE(nom);
            auto semblable = saisie('c', anne());
            semblable.traits.nom_naissance = nom;
            semblable.traits.prenoms = prenoms;
            semblable.traits.naissance = naissance;
            const auto arretee = essai.inscrit(semblable);
            REQUIRE(arretee);
            REQUIRE(arretee->ressemblantes.size() == 1);
            CHECK(arretee->ressemblantes.front().personne.id == connue);
            CHECK(arretee->ressemblantes.front().ressemblance.score >= annuaire::score_a_montrer);
            CHECK(essai.faits() == 2);
        }
        auto autre = saisie('d');
        autre.ecartees = {connue};
        CHECK_FALSE(essai.inscrit(autre)->personne.empty());
        // Somebody set aside the first one only: the second one is shown in her turn.
        autre.id = std::string(32, 'e');
        CHECK(essai.inscrit(autre)->ressemblantes.size() == 1);
        CHECK(essai.faits() == 4);
    });
}

TEST_CASE("nobody opens a record where one does not work, nor without the profession to") {
    essayer([](Essai& essai) {
        auto ailleurs = saisie('a');
        ailleurs.entree.finess_et = "750000010";
        CHECK(essai.inscrit(ailleurs).error().code == "dui.etablissement_interdit");
        essai.qui.profession = {};
        CHECK(essai.inscrit(saisie('a')).error().code == "inscription.profession");
        essai.qui = secretaire();
        essai.qui.acteur.role = access::Role::professionnel;
        CHECK(essai.inscrit(saisie('a')).error().code == "dui.etablissement_interdit");
        essai.qui = secretaire();
        auto abime = saisie('a');
        abime.id = "xyz";
        CHECK(essai.inscrit(abime).error().code == "inscription.id");
        CHECK(essai.faits() == 0);
    });
}

TEST_CASE("another strict trait lowers the identity; a name of use, or an accent, does not") {
    essayer([](Essai& essai) {
        auto voulue = saisie('a');
        voulue.piece = {"passeport", "2024-08-01"};
        const auto personne = essai.inscrit(voulue)->personne;
        auto traits = anne();
        traits.nom_utilise = "MARTIN-PETIT";
        CHECK(essai.corrige(personne, 1, traits) == "fait");
        CHECK(essai.identite(personne).statut == identite::Statut::validee);
        CHECK(essai.corrige(personne, 1, traits) == "inscription.version");
        CHECK(essai.corrige(personne, 2, traits) == "fait");  // the same again: no version more
        traits.lieu = "33";
        CHECK(essai.corrige(personne, 2, traits) == "inscription.lieu");
        traits.lieu = "33522";
        CHECK(essai.corrige(personne, 2, traits) == "fait");
        CHECK(essai.identite(personne).statut == identite::Statut::provisoire);
        CHECK(essai.corrige("personne", 1, traits) == "dui.dossier_inconnu");
    });
}

TEST_CASE("what an import kept in its own way is no change") {
    essayer([](Essai& essai) {
        element::tests::connaitre(essai.base, {"p1"});
        const auto [tenue, traits, version] =
            *essai.base.read([](Reader& db) { return traits_de(db, "p1"); });
        CHECK(traits.nom_naissance == "EXEMPLE");
        auto autre = traits;
        autre.nom_naissance = "Exemplé";
        autre.prenom_utilise = "Alix";
        REQUIRE(essai.corrige("p1", version, autre) == "fait");
        const auto apres = *essai.base.read([](Reader& db) { return traits_de(db, "p1"); });
        CHECK(apres.traits.nom_naissance == "EXEMPLE");
        CHECK(apres.traits.prenom_utilise == "Alix");
    });
}

}  // namespace grappe::inscription
