// Two people at once: nothing is lost, and what both changed is asked.
#include "portail/espace/fusion.hpp"

#include <doctest/doctest.h>

using grappe::espace::Conflit, grappe::espace::Cote, grappe::espace::differences;
using grappe::espace::fusionner;
using grappe::pages::Saisie;

namespace {

using Faits = std::initializer_list<std::pair<const char*, const char*>>;

Saisie saisie(Faits faits) {
    Saisie lue;
    for (const auto& [chemin, texte] : faits) lue.poser(chemin, texte);
    return lue;
}

const Saisie depart = saisie({{"porteur.siret", "12"},
                              {"solution.nom", "Alpha"},
                              {"essms[0].finess_et", "240000224"},
                              {"essms[0].regime", "acquisition"},
                              {"essms[1].finess_et", "240000570"},
                              {"essms[1].regime", "acquisition"}});

Saisie avec(Saisie lue, Faits faits) {
    for (const auto& [chemin, texte] : faits) lue.poser(chemin, texte);
    return lue;
}

}  // namespace

TEST_CASE("fields that only one of the two changed are all kept") {
    const auto ailleurs = avec(depart, {{"porteur.siret", "34"}});
    const auto mien = avec(depart, {{"solution.nom", "Bêta"}, {"essms[1].devis_materiel", "900"}});
    const auto fusion = fusionner({depart, ailleurs, mien}, {});
    CHECK(fusion.conflits.empty());
    CHECK(fusion.saisie.texte("porteur.siret") == "34");
    CHECK(fusion.saisie.texte("solution.nom") == "Bêta");
    CHECK(fusion.saisie.texte("essms[1].devis_materiel") == "900");
    CHECK(fusion.d_ailleurs == std::vector<std::string>{"porteur.siret"});
}

TEST_CASE("a field that both changed is asked, with the three values, and follows the choice") {
    const auto ailleurs = avec(depart, {{"solution.nom", "Gamma"}});
    const auto mien = avec(depart, {{"solution.nom", "Bêta"}});
    const auto fusion = fusionner({depart, ailleurs, mien}, {});
    CHECK(fusion.conflits == std::vector<Conflit>{{"solution.nom", "Alpha", "Gamma", "Bêta"}});
    const auto garde = fusionner({depart, ailleurs, mien}, {{"solution.nom", Cote::en_place}});
    CHECK(garde.conflits.empty());
    CHECK(garde.saisie.texte("solution.nom") == "Gamma");
    const auto mienne = fusionner({depart, ailleurs, mien}, {{"solution.nom", Cote::mien}});
    CHECK(mienne.saisie.texte("solution.nom") == "Bêta");
}

TEST_CASE("the same change on both sides is no conflict") {
    const auto change = avec(depart, {{"solution.nom", "Gamma"}});
    const auto fusion = fusionner({depart, change, change}, {});
    CHECK(fusion.conflits.empty());
    CHECK(fusion.saisie.texte("solution.nom") == "Gamma");
}

TEST_CASE("a line removed by one leaves the other's typing on its own line") {
    auto ailleurs = depart;
    ailleurs.retirer_essms(0);
    const auto mien = avec(depart, {{"essms[1].devis_materiel", "900"}});
    const auto fusion = fusionner({depart, ailleurs, mien}, {});
    CHECK(fusion.conflits.empty());
    REQUIRE(fusion.saisie.essms() == 1);
    CHECK(fusion.saisie.texte("essms[0].finess_et") == "240000570");
    CHECK(fusion.saisie.texte("essms[0].devis_materiel") == "900");
}

TEST_CASE("lines added on both sides are all there") {
    const auto ailleurs =
        avec(depart, {{"essms[2].finess_et", "240000588"}, {"essms[2].regime", "acquisition"}});
    const auto mien =
        avec(depart, {{"essms[2].finess_et", "240002071"}, {"essms[2].regime", "acquisition"}});
    const auto fusion = fusionner({depart, ailleurs, mien}, {});
    CHECK(fusion.conflits.empty());
    REQUIRE(fusion.saisie.essms() == 4);
    CHECK(fusion.saisie.texte("essms[2].finess_et") == "240000588");
    CHECK(fusion.saisie.texte("essms[3].finess_et") == "240002071");
}

TEST_CASE("a line that one removed and the other changed is asked as a whole") {
    auto mien = depart;
    mien.retirer_essms(0);
    const auto ailleurs = avec(depart, {{"essms[0].regime", "montee_de_version"}});
    const auto fusion = fusionner({depart, ailleurs, mien}, {});
    REQUIRE(fusion.conflits.size() == 1);
    CHECK(fusion.conflits.front() == Conflit{"essms[240000224]", "present", "present", ""});
    const auto gardee = fusionner({depart, ailleurs, mien}, {{"essms[240000224]", Cote::en_place}});
    REQUIRE(gardee.saisie.essms() == 2);
    CHECK(gardee.saisie.texte("essms[0].regime") == "montee_de_version");
    const auto partie = fusionner({depart, ailleurs, mien}, {{"essms[240000224]", Cote::mien}});
    CHECK(partie.saisie.essms() == 1);
}

TEST_CASE("the same number on two lines stays on two lines") {
    const auto double_ = avec(depart, {{"essms[2].finess_et", "240000224"}});
    const auto fusion = fusionner({depart, depart, double_}, {});
    CHECK(fusion.saisie.essms() == 3);
}

TEST_CASE("two versions differ by fields, and by lines that came or went") {
    auto apres = avec(depart, {{"solution.nom", ""}, {"essms[2].finess_et", "240000588"}});
    apres.retirer_essms(0);
    const auto trouvees = differences(depart, apres);
    REQUIRE(trouvees.size() == 3);
    CHECK(trouvees[0].chemin == "essms[240000588]");
    CHECK(trouvees[1].chemin == "essms[240000224]");
    CHECK(trouvees[1].apres.empty());
    CHECK(trouvees[2].chemin == "solution.nom");
    CHECK(trouvees[2].avant == "Alpha");
}
