// What is copied, and what only looks alike.
#include "portail/rendu/redites.hpp"

#include <doctest/doctest.h>

namespace grappe::rendu {
namespace {

constexpr std::string_view phrase = "elig.conforme";
const rules::Source source{"AAP", "§1"};

rules::Constat constat(std::string_view finess, std::string_view categorie) {
    return {.regle = rules::RegleId::elig_01,
            .issue = rules::Issue::conforme,
            .objet = rules::Objet::de_l_essms(0, finess),
            .phrase = phrase,
            .faits = {{"categorie", categorie}},
            .source = &source};
}

}  // namespace

TEST_CASE("findings that differ by their objects alone say the same") {
    const auto un = constat("330000001", "500");
    CHECK(se_redisent(un, constat("330000019", "500")));
    CHECK_FALSE(se_redisent(un, constat("330000019", "183")));
    auto autre = un;
    autre.issue = rules::Issue::alerte;
    CHECK_FALSE(se_redisent(un, autre));
    autre = un;
    autre.objet = rules::Objet::du_dossier();
    CHECK_FALSE(se_redisent(un, autre));
    autre = un;
    const rules::Source texte_egal = source;
    autre.source = &texte_egal;
    CHECK_FALSE(se_redisent(un, autre));
}

TEST_CASE("what was written once is copied, even when the buffer grows meanwhile") {
    const std::vector<rules::Etape> etapes{
        {rules::RegleId::fin_01, true, phrase, {{"rang", std::int64_t{1}}}, {"bareme"}},
        {rules::RegleId::fin_01, true, phrase, {{"rang", std::int64_t{2}}}, {"bareme"}},
        {rules::RegleId::fin_01, true, phrase, {{"rang", std::int64_t{1}}}, {"bareme"}},
        {rules::RegleId::fin_01, true, phrase, {{"rang", std::int64_t{1}}}, {"plafond"}}};
    const std::string long_texte(20'000, 'x');
    Redites<rules::Etape> redites;
    Tampon tampon{0};
    int ecrites = 0;
    for (const auto& etape : etapes)
        redites.ajouter(tampon, etape, [&] {
            tampon.append(std::to_string(++ecrites));
            tampon.append(long_texte);
        });
    CHECK(ecrites == 3);
    CHECK(tampon.texte() ==
          "1" + long_texte + "2" + long_texte + "1" + long_texte + "3" + long_texte);
}

TEST_CASE("the oldest are forgotten first") {
    std::vector<rules::Etape> etapes;
    for (std::int64_t rang = 0; rang < 5; ++rang)
        etapes.push_back({rules::RegleId::fin_01, true, phrase, {{"rang", rang}}, {}});
    Redites<rules::Etape> redites;
    for (const auto& etape : etapes) redites.noter({&etape, {}, {}});
    CHECK(redites.trouver(etapes[0]) == nullptr);
    CHECK(redites.trouver(etapes[4]) != nullptr);
}

}  // namespace grappe::rendu
