// Each question that a report may raise, on both sides of its bound.
#include "portail/usages/plausibilite.hpp"

#include <doctest/doctest.h>

#include "portail/usages/monde_pour_tests.hpp"

namespace grappe::usages {
namespace {

using tests::codes, tests::Declare;
using usage::Indicateur, usage::Mesure;

Lu lu_de(const Declare& declare) {
    return examiner(declare.csv(), Nature::declare, tests::moyens().regles).lu.value();
}

struct Avant {
    int actifs = 0, personnes = 0;
    Nature nature = Nature::declare;
    usage::Denominateur lecture = usage::Denominateur::fenetre;
};

std::vector<Constat> constats(const Lu& lu, const Precedents& precedents = {},
                              const std::vector<std::string>& absents = {}) {
    return constats_de(lu, {.seuils = tests::moyens().seuils,
                            .registre = tests::moyens().registre,
                            .precedents = precedents,
                            .absents = absents,
                            .maintenant = tests::recu_le()});
}

std::string dit(const Declare& declare, const Avant& avant) {
    const auto finess = rapport::numero(declare.finess.c_str());
    Precedents precedents;
    precedents.emplace(finess.text(),
                       Precedent{.rapport = "r",
                                 .numero = 1,
                                 .nature = avant.nature,
                                 .au = core::Date::parse("2024-06-30").value(),
                                 .lecture = avant.lecture,
                                 .cle = "",
                                 .ligne = {.finess_et = finess,
                                           .mesures = {{Indicateur::dossiers_actifs,
                                                        {avant.actifs, avant.personnes}}}}});
    return codes(constats(lu_de(declare), precedents));
}

}  // namespace

TEST_CASE("a likely report raises no question") {
    CHECK(codes(constats(lu_de({}))) == "");
    CHECK(dit({.actifs = 84, .personnes = 84}, {80, 84}) == "");
}

TEST_CASE("a jump is asked about from twenty points on, up or down") {
    CHECK(dit({.actifs = 69, .personnes = 100}, {50, 100}) == "");
    CHECK(dit({.actifs = 70, .personnes = 100}, {50, 100}) == "saut");
    CHECK(dit({.actifs = 31, .personnes = 100}, {50, 100}) == "");
    CHECK(dit({.actifs = 30, .personnes = 100}, {50, 100}) == "saut");
    CHECK(dit({.actifs = 3, .personnes = 3}, {0, 9}) == "");
}

TEST_CASE("persons are asked about beyond thirty per cent of the greater number") {
    CHECK(dit({.actifs = 70, .personnes = 70}, {100, 100}) == "");
    CHECK(dit({.actifs = 69, .personnes = 69}, {100, 100}) == "denominateur");
    CHECK(dit({.actifs = 100, .personnes = 100}, {69, 69}) == "denominateur");
    CHECK(dit({.actifs = 0, .personnes = 0}, {100, 100}) == "sans_personne denominateur");
}

TEST_CASE("more than 100 %, zero everywhere, nobody and huge numbers are asked about") {
    auto lu = lu_de({});
    lu.lignes.front().mesures[Indicateur::mssante] = {85, 84};
    CHECK(codes(constats(lu)) == "au_dela_de_cent");
    lu.lignes.front().mesures[Indicateur::mssante] = {84, 84};
    CHECK(codes(constats(lu)) == "");
    lu.lignes.front().mesures[Indicateur::mssante] = {1, 0};
    CHECK(codes(constats(lu)) == "sans_denominateur");
    CHECK(codes(constats(lu_de({.actifs = 0, .personnes = 84}))) == "tout_a_zero");
    CHECK(codes(constats(lu_de({.actifs = 0, .personnes = 0}))) == "sans_personne");
    CHECK(codes(constats(lu_de({.actifs = 1, .personnes = 1'000'000}))) == "");
    CHECK(codes(constats(lu_de({.actifs = 1, .personnes = 1'000'001}))) == "demesure");
    CHECK(dit({.actifs = 1, .personnes = 2'000'000}, {1, 2'000'000}) == "demesure");
}

TEST_CASE("messages of one establishment for all are asked about from thirty points on (AMB-23)") {
    const auto dit_de = [](std::vector<Mesure> mesures) {
        auto lu = lu_de({});
        const auto modele = lu.lignes.front();
        lu.lignes.clear();
        for (const auto& mesure : mesures) {
            lu.lignes.push_back(modele);
            lu.lignes.back().mesures[Indicateur::mssante] = mesure;
        }
        return codes(constats(lu));
    };
    CHECK(dit_de({{50, 50}, {50, 50}}) == "");
    CHECK(dit_de({{79, 100}, {21, 100}}) == "");
    CHECK(dit_de({{80, 100}, {20, 100}}) == "concentration");
    // The target of the whole is reached, by one of three.
    CHECK(dit_de({{210, 100}, {0, 100}, {0, 100}}) == "au_dela_de_cent concentration");
    // The one that sends most is also the one where most persons are; nobody sends; too few
    // persons.
    CHECK(dit_de({{90, 90}, {10, 10}}) == "");
    CHECK(dit_de({{0, 50}, {0, 50}}) == "");
    CHECK(dit_de({{4, 5}, {0, 4}}) == "");
    CHECK(dit_de({{4, 5}, {0, 5}}) == "concentration");
    CHECK(dit_de({{300, 300}}) == "");
    // Counts that nobody has are told as such, and compared with nothing.
    CHECK(dit_de({{9'000'000'000'000'000'000, 100}, {0, 100}}) == "demesure au_dela_de_cent");
}

TEST_CASE("figures of another reading are not compared, and a change of nature is told") {
    CHECK(dit({.actifs = 10, .personnes = 100},
              {90, 100, Nature::declare, usage::Denominateur::presents}) == "autre_lecture");
    CHECK(dit({.actifs = 90, .personnes = 100}, {90, 100, Nature::signe}) == "etait_signe");
}

TEST_CASE("the register asks its own questions") {
    CHECK(codes(constats(lu_de({.finess = "640000014"}))) == "ferme");
    CHECK(codes(constats(lu_de({.finess = "330000027"}))) == "hors_registre");
    auto lu = lu_de({});
    lu.tete.organisation = "330000001";
    CHECK(codes(constats(lu)) == "");
    lu.tete.organisation = "750000010";
    CHECK(codes(constats(lu)) == "autre_organisation");
}

TEST_CASE("a day that is not over and establishments that are missing are told") {
    CHECK(codes(constats(lu_de({.au = "2024-10-05"}))) == "");
    CHECK(codes(constats(lu_de({.au = "2024-10-06"}))) == "periode_a_venir");
    CHECK(codes(constats(lu_de({}), {}, {"750000010"})) == "absent");
}

TEST_CASE("thresholds are read whole or refused with what is missing") {
    const auto faute = [](const char* texte) {
        const auto lus = Seuils::lire(texte);
        return lus ? std::string{"lus"} : lus.error().detail;
    };
    constexpr const char* tous =
        "# rien\n\nversion | v\nsaut_en_points | 20 | source\necart_de_denominateur | 30\n"
        "personnes_au_moins | 10\ncompte_au_plus | 1000000\nconcentration_en_points | 30\n";
    CHECK(faute(tous) == "lus");
    CHECK(faute("") == "version");
    CHECK(faute("saut 20") == "saut 20");
    CHECK(faute("version | v\nsaut_en_points | vingt\n") == "saut_en_points");
    CHECK(faute("version | v\nsaut_en_points | 20\n") == "ecart_de_denominateur");
}

}  // namespace grappe::usages
