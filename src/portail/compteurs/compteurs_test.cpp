// What the counters tell, as cases of text: rows, then the figures that anybody reads of them.
#include "portail/compteurs/chiffres.hpp"
#include "portail/compteurs/cibles.hpp"
#include "portail/compteurs/compteurs_pour_tests.hpp"

namespace grappe::compteurs {
namespace {

using tests::Lu;

// "region 75 dui_verifies 40", a line each; of lines told together: "region 75+94 dui_verifies 7".
std::string dit(const Lu& lu, std::size_t seuil) {
    std::string texte;
    for (const auto& chiffre : chiffres(lu.compter(seuil))) {
        std::string code = chiffre.code;
        for (const auto& un : chiffre.ensemble) code += (code.empty() ? "" : "+") + un;
        texte += std::string{core::name_of(chiffre.axe)} + " " + (code.empty() ? "" : code + " ") +
                 chiffre.compteur + " " + chiffre.valeur() + "\n";
    }
    return texte;
}

bool contient(const std::string& texte, const std::string& ligne) {
    return ("\n" + texte).find("\n" + ligne + "\n") != std::string::npos;
}

struct Cas {
    const char* nom;
    const char* lignes;
    std::vector<const char*> dits, tus;  // `tus`: how no line begins
};

}  // namespace

TEST_CASE("what is counted, and what is not") {
    const std::vector<Cas> tous{
        {"nothing supports a figure: none is zero", "", {}, {"national", "region"}},
        {"establishments of signed agreements, by their region and the sector of their line",
         "convention d1 NA-2024 75 330000001:PH:100 240000001:PA:200 2A0000001:PH:300",
         {"national projets 1", "national etablissements 3", "region 75 etablissements 2",
          "region 94 etablissements 1", "secteur PH etablissements 2",
          "secteur PA etablissements 1", "appel NA-2024 etablissements 3", "region 75 projets 1",
          "national convenu 600.00", "region 75 convenu 300.00", "secteur PH convenu 400.00"},
         {"national dui", "region 94 projets", "secteur PH projets", "national verse"}},
        {"an establishment of two agreements counts once, in the last one",
         "convention d1 NA-2024 75 330000001:PH:100\n"
         "convention d2 KIT-2024 75 330000001:PA:50",
         {"national etablissements 1", "appel KIT-2024 etablissements 1",
          "secteur PA etablissements 1", "appel NA-2024 convenu 100.00", "national convenu 150.00"},
         {"appel NA-2024 etablissements", "secteur PH etablissements"}},
        {"the last signed day counts, then the last received of that day",
         "convention d1 NA-2024 75 330000001:PH:100\n"
         "mesure d1 330000001 signe 2024-09-30 2 50\n"
         "mesure d1 330000001 signe 2024-06-30 3 90\n"
         "mesure d1 330000001 signe 2024-09-30 1 40",
         {"national dui_verifies 50", "national etablissements_mesures 1"},
         {"national dui_declares"}},
        {"a declared figure is apart, and gives way to a signed one, even older",
         "convention d1 NA-2024 75 330000001:PH:100 240000001:PA:200\n"
         "mesure d1 330000001 signe 2024-06-30 1 40\n"
         "mesure d1 330000001 declare 2024-09-30 2 99\n"
         "mesure d1 240000001 declare 2024-09-30 2 7",
         {"national dui_verifies 40", "national dui_declares 7", "secteur PA dui_declares 7"},
         {"secteur PH dui_declares", "secteur PA dui_verifies"}},
        {"a measure of another dossier, or of an agreement that is not signed, does not count",
         "convention d1 NA-2024 75 330000001:PH:100\n"
         "mesure d2 330000001 signe 2024-06-30 1 40\n"
         "mesure d1 240000001 signe 2024-06-30 1 40",
         {"national etablissements 1"},
         {"national dui"}},
        {"an establishment measured at zero is a figure",
         "convention d1 NA-2024 75 330000001:PH:100\n"
         "mesure d1 330000001 signe 2024-06-30 1 0",
         {"national dui_verifies 0"},
         {}},
        {"out of the register: a line of its own",
         "convention d1 NA-2024 75 990000001:PH:100",
         {"region etablissements 1"},
         {"region 75 etablissements"}},
        {"payments, by call and for all",
         "convention d1 NA-2024 75 330000001:PH:100\nverse d1 50",
         {"national verse 50.00", "appel NA-2024 verse 50.00"},
         {"region 75 verse"}},
        {"stages; who withdrew is not told",
         "depose depose 10\ndepose recevable 20\ndepose reserve 5\ndepose notifie 30\n"
         "depose conventionne 1\ndepose en_cours 1\ndepose solde 1\ndepose clos 1\n"
         "depose irrecevable 1\ndepose defavorable 1\nreserve 30 1\nrecouvre 2 1",
         {"national projets_en_examen 3", "national projets_retenus 1",
          "national projets_conventionnes 1", "national projets_en_cours 1",
          "national projets_termines 2", "national projets_non_retenus 2", "national demande 71.00",
          "national reserve 30.00", "national recouvre 2.00"},
         {"national projets_retire"}}};
    for (const auto& cas : tous) {
        CAPTURE(cas.nom);
        const auto texte = dit(Lu{cas.lignes}, 1);
        CAPTURE(texte);
        for (const auto* ligne : cas.dits) {
            CAPTURE(ligne);
            CHECK(contient(texte, ligne));
        }
        for (const auto* debut : cas.tus) {
            CAPTURE(debut);
            CHECK(("\n" + texte).find("\n" + std::string{debut}) == std::string::npos);
        }
    }
}

TEST_CASE("a sum that comes from too few is told with others, or not at all") {
    const std::string trois =
        "convention d1 NA-2024 75 330000001:PH:100 330000002:PH:100 330000003:PH:100 "
        "2A0000001:PA:9\n"
        "mesure d1 330000001 signe 2024-06-30 1 10\nmesure d1 330000002 signe 2024-06-30 1 20\n"
        "mesure d1 330000003 signe 2024-06-30 1 30\n";
    const auto seul = dit(Lu{trois + "mesure d1 2A0000001 signe 2024-06-30 1 4"}, 3);
    CAPTURE(seul);
    // 64 less 60 would tell the only one of Corse: both lines are told together.
    CHECK(contient(seul, "national dui_verifies 64"));
    CHECK(contient(seul, "region 75+94 dui_verifies 64"));
    CHECK(contient(seul, "region 94 etablissements 1"));
    CHECK(seul.find("region 94 dui") == std::string::npos);
    // One agreement: its amount is nobody's to read here.
    CHECK(seul.find("convenu") == std::string::npos);
    const auto sans = dit(Lu{trois}, 3);
    CHECK(contient(sans, "region 75 dui_verifies 60"));
    const auto peu = dit(Lu{trois}, 4);
    CHECK(peu.find("dui_verifies") == std::string::npos);
    CHECK(contient(peu, "national etablissements_mesures 3"));
}

TEST_CASE("an agreement over several regions counts once behind an amount") {
    const auto texte =
        dit(Lu{"convention d1 NA-2024 75 330000001:PH:1 2A0000001:PH:2 350000001:PH:4\n"
               "convention d2 NA-2024 75 330000002:PH:8\n"
               "convention d3 NA-2024 75 330000003:PH:16"},
            3);
    CAPTURE(texte);
    // Corse and Bretagne are of one agreement: three are behind no amount but with the third line.
    CHECK(contient(texte, "region 53+75+94 convenu 31.00"));
    CHECK(contient(texte, "secteur PH convenu 31.00"));
}

TEST_CASE("refusals too few to be told are said to be so") {
    const auto compteurs =
        Lu{"depose defavorable 1\ndepose irrecevable 1\ndepose depose 1"}.compter(3);
    CHECK(compteurs.trop_peu_de_refus);
    CHECK(compteurs.projets.count(Etape::non_retenus) == 0);
    CHECK_FALSE(Lu{"depose depose 1"}.compter(3).trop_peu_de_refus);
}

TEST_CASE("days and rules of what counts are told") {
    const auto compteurs =
        Lu{"convention d1 NA-2024 75 330000001:PH:1 240000001:PH:1\n"
           "mesure d1 330000001 signe 2024-06-30 1 1\n"
           "mesure d1 240000001 signe 2024-09-30 2 1"}
            .compter(1);
    const auto& verifies = compteurs.national.at(Compteur::dui_verifies);
    REQUIRE(verifies.jours);
    CHECK(verifies.jours->premier.text() == "2024-06-30");
    CHECK(verifies.jours->dernier.text() == "2024-09-30");
    CHECK(compteurs.regles == std::set<std::string>{"usage-1"});
}

TEST_CASE("targets are read with their source, or refused where they are wrong") {
    const std::string bon =
        "version | v | | n\ndui_actifs | 410000 | 2024-12-31 | texte\n"
        "etablissements | 36500 | | kit\nseuil | 3 | | choix\n";
    const auto lues = Cibles::lire(bon);
    REQUIRE(lues);
    CHECK(lues->dui_actifs.valeur == 410'000);
    CHECK(lues->dui_actifs.echeance->text() == "2024-12-31");
    CHECK_FALSE(lues->etablissements.echeance);
    CHECK(lues->seuil == 3);
    for (const auto& [mot, autre, ou] :
         {std::tuple{"410000", "beaucoup", "dui_actifs"},
          std::tuple{"2024-12-31", "noël", "dui_actifs"}, std::tuple{"seuil", "seuils", "seuil"},
          std::tuple{"kit", "", "etablissements"}, std::tuple{"version", "nom", "version"}}) {
        auto texte = bon;
        texte.replace(texte.find(mot), std::string{mot}.size(), autre);
        const auto lue = Cibles::lire(texte);
        REQUIRE_FALSE(lue);
        CHECK(lue.error().code == "compteurs.cibles");
        CHECK(lue.error().detail == ou);
    }
}

}  // namespace grappe::compteurs
