// A computation exported, read back, done again; every change of the file is told.
#include "portail/certificat/certificat.hpp"

#include <doctest/doctest.h>

#include "portail/certificat/confrontation.hpp"
#include "portail/certificat/recalcul.hpp"
#include "portail/socle/portail_pour_tests.hpp"
#include "referentiels/etablissement_pour_tests.hpp"

namespace grappe::certificat {
namespace {

socle::PortailPourTests& portail() {
    static socle::PortailPourTests monde{{referentiels::etablissement_pour_tests("330780081")},
                                         core::Instant::parse("2024-05-01T12:00:00Z").value()};
    return monde;
}

const dossier::Referentiels& ici() { return portail().portail.referentiels; }

Certificat certifie(std::string entree) {
    const auto appels = portail().racine + "/appels";
    const auto& moyens = portail().portail.moyens;
    const auto verification = socle::verifier(entree, std::nullopt, moyens);
    REQUIRE(verification.verifie);
    return etablir({.origine = {"dossier", 3, "00", "NA-2024-0000", "sha256:00"},
                    .appel = programme::texte_de(appels + "/NA-2024.toml"),
                    .socle = programme::texte_de(appels + "/socle/instruction-2024.toml"),
                    .entree = std::move(entree)},
                   *verification.verifie, moyens);
}

Certificat exporte() {
    return certifie(programme::texte_de(portail().racine + "/docs/exemple-dossier.json"));
}

std::string grand_dossier(std::size_t nombre) {
    std::string essms;
    for (std::size_t rang = 0; rang < nombre; ++rang)
        essms.append(rang == 0 ? "" : ",")
            .append(R"({"finess_et": ")")
            .append(std::to_string(330'000'000 + rang))
            .append(R"(", "regime": "acquisition", "categorie": "500", "departement": "33"})");
    return R"({"appel": "NA-2024", "depose_le": "2024-05-01T12:00:00Z",
               "porteur": {"siret": "99999900600011"}, "essms": [)" +
           essms + "]}";
}

Accord confronte(std::string_view texte) {
    const auto lu = lire(texte);
    if (!lu) return {false, lu.error().code};
    const Recalcul recalcul{*lu, ici(), portail().phrases};
    const auto* verifie = recalcul.verification().verifie.get();
    return confronter({.fichier = texte,
                       .certificat = *lu,
                       .recalcul = verifie ? octets(*verifie, portail().phrases) : std::string{},
                       .territoires = empreinte(ici().territoires)},
                      portail().phrases);
}

}  // namespace

TEST_CASE("a certificate is computed again from its own facts, with the same bytes") {
    const auto texte = rendre(exporte());
    REQUIRE(est_un_certificat(texte));
    const auto lu = lire(texte);
    REQUIRE(lu);
    CHECK(rendre(*lu) == texte);
    const auto accord = confronte(texte);
    CHECK_MESSAGE(accord.concorde, accord.phrase);
}

TEST_CASE("the certificate of a large dossier is longer than a dossier may be, and is read") {
    const auto texte = rendre(certifie(grand_dossier(dossier::essms_max)));
    CHECK(texte.size() > dossier::octets_max);
    const auto accord = confronte(texte);
    CHECK_MESSAGE(accord.concorde, accord.phrase);
    CHECK(lire(std::string(octets_max + 1, ' ')).error().code == "certificat.trop_long");
}

TEST_CASE("a register of unknown date is told so, and null in the file") {
    auto certificat = exporte();
    certificat.fiches.date_du_registre.reset();
    const auto texte = rendre(certificat);
    CHECK(texte.find("\"registre\":{\"date\":null,") != std::string::npos);
    const auto lu = lire(texte);
    REQUIRE(lu);
    CHECK_FALSE(lu->fiches.date_du_registre);
    const Recalcul recalcul{*lu, ici(), portail().phrases};
    REQUIRE(recalcul.verification().verifie);
    certificat.sortie = octets(*recalcul.verification().verifie, portail().phrases);
    const auto accord = confronte(rendre(certificat));
    CHECK(accord.concorde);
    CHECK(accord.phrase.find("le registre de date inconnue") != std::string::npos);
    CHECK(confronte(rendre(exporte())).phrase.find("le registre au ") != std::string::npos);
}

TEST_CASE("the same facts give the same bytes, in whatever order they came") {
    auto certificat = exporte();
    for (const auto* numero : {"330000019", "750000028", "240000037", "870000046"})
        certificat.fiches.entites_juridiques.insert(numero);
    const auto texte = rendre(certificat);
    CHECK(rendre(lire(texte).value()) == texte);
}

TEST_CASE("a changed byte is told, wherever it stands") {
    const auto texte = rendre(exporte());
    for (std::size_t octet = 0; octet < texte.size(); octet += 997) {
        auto touche = texte;
        touche[octet] = touche[octet] == '7' ? '8' : '7';
        CAPTURE(octet);
        CHECK_FALSE(confronte(touche).concorde);
    }
}

TEST_CASE("what does not follow from the rest is found by the recomputation") {
    auto menti = exporte();
    const auto ou = menti.sortie.find("\"subvention\":{\"total\":\"") + 23;
    menti.sortie[ou] = menti.sortie[ou] == '9' ? '8' : '9';
    const auto accord = confronte(rendre(menti));
    CHECK_FALSE(accord.concorde);
    CHECK(accord.phrase.find("subvention.total") != std::string::npos);
}

TEST_CASE("a call whose text gives other rules is told") {
    auto autre = exporte();
    autre.regles.back() = autre.regles.back() == '0' ? '1' : '0';
    CHECK(confronte(rendre(autre)).phrase.find("ne retrouve pas les règles") != std::string::npos);
}

TEST_CASE("a certificate that lacks a value says which") {
    const auto lu = lire("{\"certificat\":\"grappe\",\"dossier\":{\"id\":\"1\"}}");
    REQUIRE_FALSE(lu);
    CHECK(lu.error().code == "certificat.illisible");
    CHECK_FALSE(est_un_certificat("{\"appel\":\"NA-2024\"}"));
}

TEST_CASE("the place of a byte is the path of its value") {
    constexpr std::string_view json = R"({"a":{"b":[1,{"c\"":"x,y"}]},"d":2})";
    const auto chemin = [&](std::string_view de) { return chemin_de_l_octet(json, json.find(de)); };
    CHECK(chemin("1,") == "a.b[0]");
    CHECK(chemin("x,y") == "a.b[1].c\\\"");
    CHECK(chemin("2}") == "d");
}

}  // namespace grappe::certificat
