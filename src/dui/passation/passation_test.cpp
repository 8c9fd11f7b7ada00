// Evaluations are kept step by step, pass only by the table, and are read by whom their class
// allows. On both engines.
#include "dui/passation/passation.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "dui/element/monde_pour_tests.hpp"
#include "dui/passation/lecture.hpp"
#include "storage/test_bases.hpp"

namespace grappe::passation {
namespace {

using element::tests::a, element::tests::moment, element::tests::tilleuls;
using evaluation::Statut;
using partage::Profession;
using storage::Base, storage::Reader, storage::Writer;

const evaluation::Outils& outils() {
    static const auto livres = evaluation::charger(GRAPPE_ROOT);
    return livres;
}

acces::Professionnel professionnel(const char* compte, std::optional<Profession> profession) {
    return {.acteur = {.compte = compte, .role = access::Role::professionnel},
            .etablissements = {tilleuls().text()},
            .profession = profession};
}
const auto ines = professionnel("ines", Profession::infirmier);
const auto eddy = professionnel("eddy", Profession::educateur);
const auto sans = professionnel("sans", std::nullopt);

std::string id(int n) {
    auto texte = std::to_string(n);
    return std::string(32 - texte.size(), '0') + texte;
}

struct Essai {
    Base& base;

    static std::string issue(const core::Result<Ecrite>& fait) {
        if (!fait) return fait.error().code;
        std::string codes;
        for (const auto& une : fait->fautes)
            codes += (codes.empty() ? "" : " ") + une.chemin + ":" + une.code;
        return codes.empty() ? "fait" : codes;
    }
    template <class Faire>
    std::string faire(const acces::Professionnel& qui, std::int64_t secondes, Faire acte) const {
        return issue(base.write([&](Writer& db) {
            return acte(db, Redacteur{qui, moment(secondes), outils(),
                                      [](std::string_view personne, std::string_view finess_et) {
                                          return personne.starts_with('p') &&
                                                 finess_et == tilleuls().text();
                                      }});
        }));
    }
    static Debut debut(int n, const char* grille = "aggir-pa-1", const char* jour = "2024-07-30") {
        return {.id = id(n),
                .finess_et = tilleuls(),
                .personne = "p1",
                .dite = {.grille = grille,
                         .date = core::Date::parse(jour).value(),
                         .evaluateur = "Alix Exemple"}};
    }
    std::string commence(const acces::Professionnel& qui, const Debut& voulu,
                         std::int64_t secondes = 100) const {
        return faire(qui, secondes, [&](Writer& db, const Redacteur& redacteur) {
            return commencer(db, redacteur, voulu);
        });
    }
    std::string cote(const acces::Professionnel& qui, const Etape& etape,
                     std::int64_t secondes = 200) const {
        return faire(qui, secondes, [&](Writer& db, const Redacteur& redacteur) {
            return remplir(db, redacteur, etape);
        });
    }
    std::string passe(const acces::Professionnel& qui, const Passage& passage,
                      std::int64_t secondes = 300) const {
        return faire(qui, secondes, [&](Writer& db, const Redacteur& redacteur) {
            return passer(db, redacteur, passage);
        });
    }
    std::vector<Version> versions(const acces::Professionnel& qui, int n) const {
        return base.read([&](Reader& db) {
            auto lues = lire(db, {qui, outils()}, id(n));
            return lues ? *std::move(lues) : std::vector<Version>{};
        });
    }
    Page page(const acces::Professionnel& qui, std::size_t combien = regardees) const {
        return base.read([&](Reader& db) { return page_de(db, {qui, outils()}, {"p1", combien}); });
    }
};

void essayer(const std::function<void(Essai&)>& faire) {
    storage::on_every_dui([&](Base& base) {
        element::tests::connaitre(base, {"p1", "p2"});
        Essai essai{base};
        faire(essai);
    });
}

Etape cotation(int n, std::int64_t vue, std::string variable, std::string modalite) {
    return {id(n), vue, [variable, modalite](evaluation::Evaluation& dite) {
                dite.reponses[variable].cotation.modalite = modalite;
            }};
}

// The eight variables that weigh, all at that letter.
std::int64_t coter_tout(Essai& essai, int n, const char* lettre) {
    std::int64_t vue = 1;
    for (const auto variable : evaluation::aggir::variables) {
        REQUIRE(essai.cote(ines, cotation(n, vue, std::string{variable}, lettre)) == "fait");
        ++vue;
    }
    return vue;
}

}  // namespace

TEST_CASE("every shipped scale has its class: care, but SERAFIN, which is project") {
    for (const auto& une : outils().grilles)
        CHECK(classe_de(une.cle) ==
              (une.cle.starts_with("serafin-") ? partage::Classe::projet : partage::Classe::soins));
    CHECK(classe_de("inconnue-1") == partage::Classe::soins);
}

TEST_CASE("a second sending of the first form writes nothing more, even once it was filled") {
    essayer([](Essai& essai) {
        CHECK(essai.commence(ines, Essai::debut(1)) == "fait");
        CHECK(essai.commence(ines, Essai::debut(1), 150) == "fait");
        CHECK(essai.versions(ines, 1).size() == 1);
        CHECK(essai.cote(ines, cotation(1, 1, "TOILETTE", "B")) == "fait");
        CHECK(essai.commence(ines, Essai::debut(1), 250) == "fait");
        CHECK(essai.versions(ines, 1).size() == 2);
        CHECK(essai.commence(ines, Essai::debut(1, "mmse-1")) == "element.version");
    });
}

TEST_CASE("all faults of a beginning at once, and nothing written") {
    essayer([](Essai& essai) {
        auto une = Essai::debut(1, "aggir-pa-1", "2024-08-02");
        une.dite.mode = std::string(texte_au_plus + 1, 'x');
        CHECK(essai.commence(eddy, une) ==
              "date:evaluation.a_venir mode:evaluation.long grille:evaluation.classe");
        CHECK(essai.versions(ines, 1).empty());
        CHECK(essai.commence(sans, Essai::debut(1)) == "grille:evaluation.classe");
        CHECK(essai.commence(ines, Essai::debut(1, "autre-1")) == "grille:saisie.mot");
        une = Essai::debut(1);
        une.personne = "inconnue";
        CHECK(essai.commence(ines, une) == "dui.dossier_inconnu");
        une = Essai::debut(1);
        une.id = "ABC";
        CHECK(essai.commence(ines, une) == "evaluation.id");
        une = Essai::debut(1);
        une.finess_et = core::Finess::parse("330000019").value();
        CHECK(essai.commence(ines, une) == "dui.etablissement_interdit");
    });
}

TEST_CASE("each step is a version; the same again is none; a late one is refused") {
    essayer([](Essai& essai) {
        REQUIRE(essai.commence(ines, Essai::debut(1)) == "fait");
        CHECK(essai.cote(ines, cotation(1, 1, "TOILETTE", "B")) == "fait");
        CHECK(essai.cote(ines, cotation(1, 2, "TOILETTE", "B")) == "fait");
        CHECK(essai.cote(ines, cotation(1, 1, "HABILLAGE", "C")) == "element.version");
        CHECK(essai.cote(ines, cotation(1, 2, "TOILETTE", "Z")) ==
              "reponses.TOILETTE.modalite:saisie.mot");
        CHECK(essai.cote(ines, cotation(1, 2, "NEANT", "A")) ==
              "reponses.NEANT:evaluation.variable_inconnue");
        CHECK(essai.cote(eddy, cotation(1, 2, "TOILETTE", "A")) == "evaluation.inconnue");
        CHECK(essai.cote(ines, {id(1), 2, [](auto& dite) { dite.grille = "mmse-1"; }}) ==
              "evaluation.autre_grille");
        const auto versions = essai.versions(ines, 1);
        REQUIRE(versions.size() == 2);
        CHECK(versions[1].dite().reponses.at("TOILETTE").cotation.modalite == "B");
    });
}

TEST_CASE("a status only passes by the table, cell by cell, and only a draft is filled") {
    essayer([](Essai& essai) {
        REQUIRE(essai.commence(ines, Essai::debut(1)) == "fait");
        CHECK(essai.passe(ines, {id(1), 1, Statut::approuve}) == "evaluation.incomplete");
        auto vue = coter_tout(essai, 1, "C");
        const auto permis = [](Statut de, Statut vers) {
            return std::ranges::any_of(evaluation::passages, [&](const auto& une) {
                return une.de == de && une.vers == vers;
            });
        };
        auto la = Statut::en_preparation;
        for (const auto vers :
             {Statut::approuve, Statut::en_preparation, Statut::approuve, Statut::valide,
              Statut::en_preparation, Statut::approuve, Statut::valide, Statut::termine}) {
            for (const auto& autre : names(Statut{}))
                if (!permis(la, autre.value))
                    CHECK(essai.passe(ines, {id(1), vue, autre.value}) == "evaluation.passage");
            CHECK(essai.passe(ines, {id(1), vue - 1, vers}) == "element.version");
            CHECK(essai.passe(ines, {id(1), vue, vers}) == "fait");
            ++vue;
            la = vers;
            CHECK(essai.cote(ines, {id(1), vue, [](auto&) {}}) ==
                  (la == Statut::en_preparation ? "fait" : "evaluation.figee"));
        }
        CHECK(essai.versions(ines, 1).size() == static_cast<std::size_t>(vue));
        CHECK(resultat_de(outils(), essai.versions(ines, 1).back().dite()).valeur == 1);
    });
}

TEST_CASE("a score under rights waits for its value, within its bounds") {
    essayer([](Essai& essai) {
        REQUIRE(essai.commence(ines, Essai::debut(1, "mmse-1")) == "fait");
        CHECK(essai.passe(ines, {id(1), 1, Statut::approuve}) == "evaluation.incomplete");
        const auto donner = [](std::int64_t vue, std::int64_t valeur) {
            return Etape{id(1), vue, [valeur](auto& dite) { dite.resultat = valeur; }};
        };
        CHECK(essai.cote(ines, donner(1, 31)) == "resultat:evaluation.resultat_hors_bornes");
        CHECK(essai.cote(ines, donner(1, 22)) == "fait");
        CHECK(essai.passe(ines, {id(1), 2, Statut::approuve}) == "fait");
    });
}

TEST_CASE("the one before is the last approved by the same scale; a trend says what changed") {
    essayer([](Essai& essai) {
        REQUIRE(essai.commence(ines, Essai::debut(1, "aggir-pa-1", "2023-01-10")) == "fait");
        REQUIRE(essai.passe(ines, {id(1), coter_tout(essai, 1, "B"), Statut::approuve}) == "fait");
        REQUIRE(essai.commence(ines, Essai::debut(2, "aggir-pa-1", "2023-06-10")) == "fait");
        REQUIRE(essai.commence(ines, Essai::debut(3)) == "fait");
        (void)coter_tout(essai, 3, "C");
        const auto page = essai.page(ines);
        REQUIRE(page.evaluations.size() == 3);
        const auto* avant = precedente(page, page.evaluations.front());
        REQUIRE(avant != nullptr);
        CHECK(avant->version.element.id == id(1));  // the second one is a draft
        const auto dits = tendance(outils(), *avant, page.evaluations.front());
        REQUIRE(dits.size() == 9);
        CHECK(dits.front().code == "evaluation.compare.gir");
        CHECK(precedente(page, *avant) == nullptr);
    });
}

TEST_CASE("withdrawn with a reason it stays, and changes no more") {
    essayer([](Essai& essai) {
        REQUIRE(essai.commence(ines, Essai::debut(1)) == "fait");
        const auto retire = [&](std::int64_t vue, const char* motif) {
            return essai.faire(ines, 400, [&](Writer& db, const Redacteur& redacteur) {
                return retirer(db, redacteur, {id(1), vue, motif});
            });
        };
        CHECK(retire(1, "  ") == "motif:evaluation.motif");
        CHECK(retire(1, "Autre personne.") == "fait");
        CHECK(retire(2, "Encore.") == "evaluation.retiree");
        CHECK(essai.cote(ines, cotation(1, 2, "TOILETTE", "A")) == "evaluation.retiree");
        const auto versions = essai.versions(ines, 1);
        REQUIRE(versions.size() == 2);
        CHECK(versions.back().contenu.motif == "Autre personne.");
    });
}

TEST_CASE("a class that one does not read: it is counted, not shown; lists are bounded") {
    essayer([](Essai& essai) {
        for (int n = 1; n <= 5; ++n)
            REQUIRE(essai.commence(ines, Essai::debut(n, n % 2 == 0 ? "serafin-besoins-1"
                                                                    : "aggir-pa-1")) == "fait");
        CHECK(essai.page(ines).evaluations.size() == 5);
        CHECK(essai.page(eddy).evaluations.size() == 2);
        CHECK(essai.page(eddy).tues == 3);
        CHECK(essai.page(sans).tues == 5);
        CHECK(essai.versions(eddy, 1).empty());
        const auto bornee = essai.page(ines, 3);
        CHECK(bornee.evaluations.size() == 3);
        REQUIRE(bornee.suite);
        const auto suite = essai.base.read([&](Reader& db) {
            return page_de(db, {ines, outils()}, {"p1", 3, *bornee.suite});
        });
        CHECK(suite.evaluations.size() == 2);
    });
}

}  // namespace grappe::passation
