// What is written is read back the same; what is wrong is told whole; statuses pass as the table
// says.
#include "dui/evaluation/evaluation.hpp"

#include <random>

#include "dui/evaluation/essai_pour_tests.hpp"
#include "dui/evaluation/evaluation_json.hpp"

namespace grappe::evaluation {
namespace {

using tests::le;

Contexte contexte() {
    return {.grilles = tests::outils().grilles, .aujourd_hui = le("2026-11-23")};
}

std::string fautes_de(std::string_view json) {
    const auto lue = lire_evaluation(json, contexte());
    const auto* fautes = std::get_if<saisie::Fautes>(&lue);
    return fautes == nullptr ? "" : tests::dites(*fautes);
}

// Draws an evaluation of any shipped scale, with any part of it filled.
class Tirage {
public:
    explicit Tirage(unsigned graine) : hasard_{graine} {}

    Evaluation evaluation() {
        const auto& grilles = tests::outils().grilles;
        const auto& grille = grilles[combien(grilles.size())];
        Evaluation une{.grille = grille.cle, .date = le("2020-01-01").plus_days(entier(2000))};
        une.mode = texte();
        une.auto_evaluation = une_fois_sur_deux();
        une.responsable = texte();
        une.auteur = texte();
        une.evaluateur = une.auto_evaluation ? texte() : "e" + texte();
        une.statut = static_cast<Statut>(entier(4));
        for (const auto& variable : grille.variables)
            if (une_fois_sur_deux()) une.reponses[variable.cle] = reponse(grille, variable);
        if (grille.calcul == Calcul::aucun && grille.resultat != Sorte::rien && une_fois_sur_deux())
            une.resultat = 1 + entier(6);
        for (int i = entier(3); i > 0; --i) une.pieces.push_back("p" + std::to_string(i) + texte());
        une.commentaire = texte();
        return une;
    }

private:
    std::size_t combien(std::size_t n) { return hasard_() % n; }
    int entier(int n) { return static_cast<int>(combien(static_cast<std::size_t>(n))); }
    bool une_fois_sur_deux() { return combien(2) == 0; }
    std::string texte() {
        static constexpr const char* textes[] = {"", "à domicile", "« \"\\\n\t »", "<b>&é\u00a0"};
        return textes[combien(4)];
    }
    Cotation cotation(const Grille& grille) {
        Cotation une;
        if (une_fois_sur_deux())
            une.modalite = grille.modalites[combien(grille.modalites.size())].cle;
        for (const auto& critere : grille.criteres)
            if (une_fois_sur_deux()) une.criteres[critere.cle] = une_fois_sur_deux();
        une.commentaire = texte();
        return une;
    }
    Reponse reponse(const Grille& grille, const Variable& variable) {
        Reponse une{.cotation = cotation(grille), .sous_variables = {}};
        for (const auto& sous : variable.sous_variables)
            if (une_fois_sur_deux()) une.sous_variables[sous.cle] = cotation(grille);
        return une;
    }

    std::mt19937 hasard_;
};

}  // namespace

TEST_CASE("any evaluation is read back as it was written, and written again the same") {
    Tirage tirage{20'261'123};
    for (int fois = 0; fois < 500; ++fois) {
        const auto une = tirage.evaluation();
        const auto json = en_json(une);
        CAPTURE(json);
        const auto lue = lire_evaluation(json, contexte());
        REQUIRE(std::holds_alternative<Evaluation>(lue));
        REQUIRE(std::get<Evaluation>(lue) == une);
        REQUIRE(en_json(std::get<Evaluation>(lue)) == json);
    }
}

TEST_CASE("all the faults of an evaluation are told, each with its path") {
    CHECK(fautes_de(R"({"grille":"aggir-pa-1","date":"2026-11-24","statut":"FINI",
        "reponses":{"TOILETTE":{"modalite":"D","criteres":{"vite":true,"totalement":1},
                                "sous_variables":{"haut":{"modalite":"A","x":1},"tete":{}}},
                    "CHANT":{"modalite":"A"},"ACHATS":"A"},
        "resultat":2,"pieces":["p","p"],"commentair":"x"})") ==
          "date evaluation.a_venir\n"
          "statut saisie.mot\n"
          "evaluateur evaluation.sans_professionnel\n"
          "pieces[1] saisie.doublon\n"
          "reponses.TOILETTE.modalite saisie.mot\n"
          "reponses.TOILETTE.criteres.vite evaluation.critere_inconnu\n"
          "reponses.TOILETTE.criteres.totalement saisie.attendu_booleen\n"
          "reponses.TOILETTE.sous_variables.haut.x saisie.inconnu\n"
          "reponses.TOILETTE.sous_variables.tete evaluation.sous_variable_inconnue\n"
          "reponses.CHANT evaluation.variable_inconnue\n"
          "reponses.ACHATS saisie.attendu_table\n"
          "resultat evaluation.resultat_calcule\n"
          "commentair saisie.inconnu_proche\n");
}

TEST_CASE("a text that is no evaluation says so") {
    CHECK(fautes_de("{") == " saisie.json_syntaxe\n");
    CHECK(fautes_de("[]") == " saisie.attendu_table\n");
    CHECK(fautes_de("{}") ==
          "grille saisie.requis\ndate saisie.requis\nstatut saisie.requis\n"
          "evaluateur evaluation.sans_professionnel\n");
    CHECK(fautes_de(R"({"grille":"inconnue","date":"x","statut":"VALIDE","auteur":"a"})") ==
          "grille saisie.mot\ndate saisie.jour\n");
}

TEST_CASE("a result is given within its bounds, and only where the scale waits for one") {
    const auto de = [](const std::string& cle, int resultat) {
        return fautes_de("{\"grille\":\"" + cle +
                         "\",\"date\":\"2026-01-02\",\"statut\":\"VALIDE\",\"auteur\":\"a\","
                         "\"resultat\":" +
                         std::to_string(resultat) + "}");
    };
    CHECK(de("aggir-ssiad-pa-1", 1).empty());
    CHECK(de("aggir-ssiad-pa-1", 6).empty());
    CHECK(de("aggir-ssiad-pa-1", 0) == "resultat evaluation.resultat_hors_bornes\n");
    CHECK(de("aggir-ssiad-pa-1", 7) == "resultat evaluation.resultat_hors_bornes\n");
    CHECK(de("mmse-1", 0).empty());
    CHECK(de("mmse-1", 30).empty());
    CHECK(de("mmse-1", 31) == "resultat evaluation.resultat_hors_bornes\n");
    CHECK(de("situation-ssiad-1", 1) == "resultat evaluation.sans_resultat\n");
}

TEST_CASE("a self-evaluation names no professional; any other names one at least") {
    const std::string debut = R"({"grille":"mmse-1","date":"2026-11-23","statut":"ENPREPARATION",)";
    CHECK(fautes_de(debut + R"("auto_evaluation":true})").empty());
    CHECK(fautes_de(debut + R"("auto_evaluation":false})") ==
          "evaluateur evaluation.sans_professionnel\n");
    for (const auto* qui : {"evaluateur", "responsable", "auteur"})
        CHECK(fautes_de(debut + "\"" + qui + "\":\"x\"}").empty());
}

TEST_CASE("a status passes as the table says, and no other way") {
    const auto dit = [](Statut de, Statut vers, bool complet) {
        const auto fait = passer(de, vers, complet);
        return fait ? std::string{"oui"} : fait.error().code.substr(11);
    };
    std::string table;
    for (const auto& [de, nom] : names(Statut{})) {
        for (const auto& [vers, autre] : names(Statut{}))
            table += dit(de, vers, true) + "/" + dit(de, vers, false) + " ";
        table += "\n";
    }
    CHECK(table ==
          "passage/passage oui/incomplete passage/passage passage/passage \n"
          "oui/oui passage/passage oui/incomplete passage/passage \n"
          "oui/oui passage/passage passage/passage oui/incomplete \n"
          "passage/passage passage/passage passage/passage passage/passage \n");
    CHECK(passer(Statut::approuve, Statut::termine, true).error().detail ==
          "ENPREPARATION, VALIDE");
    CHECK(passer(Statut::termine, Statut::valide, true).error().detail == "aucun");
}

}  // namespace grappe::evaluation
