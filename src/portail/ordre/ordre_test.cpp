// Which payments may leave, what an answer is about, and the bytes that a bank reads.
#include "portail/ordre/ordre.hpp"

#include <doctest/doctest.h>

#include <random>

#include "portail/ordre/bordereau.hpp"

namespace grappe::ordre {
namespace {

const auto instant = core::Instant::parse("2024-06-03T22:30:00Z").value();

Candidat candidat(const char* versement, int compte, int vu, bool confirme = false) {
    return {.versement = versement,
            .convention = "c",
            .dossier = "d",
            .objet = Objet::avance,
            .montant = Money::cents(3'150'001),
            .numero = std::string{"NA-"} + versement,
            .porteur = "Association",
            .valide_le = instant,
            .compte = compte,
            .vu = vu,
            .confirme = confirme};
}

std::string issue(const core::Result<std::vector<Candidat>>& choisis) {
    if (!choisis) return choisis.error().code + " " + choisis.error().detail;
    std::string noms;
    for (const auto& un : *choisis) noms += un.versement;
    return noms;
}

std::string issue(const core::Result<std::vector<Ligne>>& lignes) {
    return lignes ? std::to_string(lignes->size()) : lignes.error().code;
}

Virement virement(std::string beneficiaire) {
    return {.id = "0123456789abcdef0123456789abcdef",
            .beneficiaire = std::move(beneficiaire),
            .iban = "FR7630006000011234567890189",
            .bic = {},
            .montant = Money::cents(3'150'001),
            .objet = "avance",
            .convention = "NA-2024-AAAA-BBBB-CCCC-1F3A",
            .dossier = "NA-2024-AAAA-BBBB-CCCC",
            .finess_ej = "240000018",
            .siret = "99999900600011"};
}

Ordre ordre(std::vector<std::optional<Sort>> sorts) {
    Ordre un{.id = "o", .guichet = "75", .numero = 7, .emis_par = "ars", .emis_le = instant};
    for (const auto& sort : sorts)
        un.lignes.push_back({.rang = static_cast<int>(un.lignes.size()) + 1,
                             .versement = "v" + std::to_string(un.lignes.size() + 1),
                             .convention = "c",
                             .dossier = "d",
                             .objet = Objet::solde,
                             .montant = Money::cents(100 + static_cast<int>(un.lignes.size())),
                             .numero = "N",
                             .porteur = "P",
                             .fin = "0189",
                             .sort = sort});
    return un;
}

}  // namespace

TEST_CASE("an account holds a payment back when it is missing, or changed since it was seen") {
    struct Cas {
        const char* nom;
        int compte, vu;
        bool confirme;
        std::optional<Obstacle> attendu;
    };
    const Cas cas[] = {{"none", 0, 0, false, Obstacle::sans_compte},
                       {"the one that was seen", 1, 1, false, std::nullopt},
                       {"the first, given since", 1, 0, false, std::nullopt},
                       {"the second, none was seen", 2, 0, false, Obstacle::compte_change},
                       {"changed since", 3, 2, false, Obstacle::compte_change},
                       {"changed since, confirmed", 3, 2, true, std::nullopt}};
    for (const auto& un : cas) {
        CAPTURE(un.nom);
        CHECK(obstacle(candidat("v", un.compte, un.vu, un.confirme)) == un.attendu);
    }
}

TEST_CASE("an order takes what is named, or all that is ready; every fault of a kind is told") {
    const std::vector<Candidat> tous{candidat("a", 1, 1), candidat("b", 0, 0), candidat("c", 2, 1),
                                     candidat("d", 3, 1), candidat("e", 1, 0)};
    const auto choisi = [&](std::vector<std::string> noms) { return issue(choisir(tous, noms)); };
    CHECK(choisi({}) == "ae");
    CHECK(choisi({"e"}) == "e");
    CHECK(choisi({"a", "c", "d"}) == "ordre.compte_change NA-c, NA-d");
    CHECK(choisi({"b"}) == "ordre.sans_compte NA-b");
    CHECK(choisi({"a", "z"}) == "ordre.versement z");
    CHECK(issue(choisir(std::span{tous}.subspan(1, 2), {})) == "ordre.vide ");
}

TEST_CASE("whatever is drawn, what leaves and what stays are all that waited") {
    std::mt19937 hasard{20240603};
    for (int n = 0; n < 300; ++n) {
        std::vector<Candidat> tous;
        for (int rang = 0; rang < static_cast<int>(hasard() % 12); ++rang)
            tous.push_back(candidat(std::to_string(rang).c_str(), static_cast<int>(hasard() % 4),
                                    static_cast<int>(hasard() % 3), hasard() % 2 == 0));
        const auto choisis = choisir(tous, {});
        Money partent, restent, attendaient;
        if (choisis)
            for (const auto& un : *choisis) {
                CHECK_FALSE(obstacle(un));
                partent += un.montant;
            }
        for (const auto& un : tous) {
            attendaient += un.montant;
            if (obstacle(un)) restent += un.montant;
        }
        CHECK(partent + restent == attendaient);
    }
}

TEST_CASE("an answer is about the line it names, or about all that wait; each is told once") {
    const auto un = ordre({std::nullopt, Sort::execute, std::nullopt, Sort::rejete});
    CHECK(un.reference() == "OP-75-0007");
    CHECK(un.version() == 3);
    CHECK(un.total() == Money::cents(406));
    CHECK(un.total(Sort::execute) == Money::cents(101));
    CHECK(un.total(Sort::rejete) == Money::cents(103));
    CHECK(issue(concernees(un, "")) == "2");
    CHECK(issue(concernees(un, "v3")) == "1");
    CHECK(issue(concernees(un, "v2")) == "ordre.sort_deja");
    CHECK(issue(concernees(un, "v9")) == "ordre.ligne");
    CHECK(issue(concernees(ordre({Sort::execute}), "")) == "ordre.rien_n_attend");
}

TEST_CASE("names are written in the characters that SEPA takes") {
    CHECK(en_sepa("Association « Les Œillets » & Cie – été", 70) ==
          "ASSOCIATION LES OEILLETS CIE - ETE");
    CHECK(en_sepa("L’Abri", 70) == "L'ABRI");
    CHECK(en_sepa("a b", 2) == "A");
}

TEST_CASE("the file is the same each time, its sums those of its lines, its day that of Paris") {
    const Bordereau un{.reference = "OP-75-0007",
                       .payeur = "ARS Nouvelle-Aquitaine",
                       .emis_le = instant,
                       .virements = {virement("Association <A>"), virement("B")}};
    const auto xml = en_pain_001(un);
    CHECK(xml == en_pain_001(un));
    for (const auto* dit :
         {"<MsgId>OP-75-0007</MsgId>", "<NbOfTxs>2</NbOfTxs>", "<CtrlSum>63000.02</CtrlSum>",
          "<InstdAmt Ccy=\"EUR\">31500.01</InstdAmt>", "<Dt>2024-06-04</Dt>",
          "<Nm>ASSOCIATION A</Nm>",
          "<Ustrd>ESMS NUMERIQUE - AVANCE - CONVENTION NA-2024-AAAA-BBBB-CCCC-1F3A - EJ "
          "240000018</Ustrd>"}) {
        CAPTURE(dit);
        CHECK(xml.find(dit) != std::string::npos);
    }
    CHECK(xml.find("BICFI") == std::string::npos);
}

TEST_CASE("no cell of the table is a formula") {
    const Bordereau un{.reference = "OP-75-0007",
                       .payeur = "ARS",
                       .emis_le = instant,
                       .virements = {virement("=1+1"), virement("A;\"B\"")}};
    const auto csv = en_csv(un);
    CHECK(csv.find(";'=1+1;FR76") != std::string::npos);
    CHECK(csv.find(";\"A;\"\"B\"\"\";FR76") != std::string::npos);
    CHECK(csv.find(";31500.01;EUR;avance;") != std::string::npos);
}

}  // namespace grappe::ordre
