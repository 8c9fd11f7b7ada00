// The signed report: made twice it is the same, and whatever is changed in it is refused.
#include <doctest/doctest.h>

#include "rapport/json.hpp"
#include "rapport/monde_pour_tests.hpp"

namespace grappe::rapport {
namespace {

// Changed, then signed again by the same key: what the signature does not stop.
std::string resigne(const Monde& monde, Rapport rapport) { return signer(rapport, monde.cle); }

std::string resigne_par_un_autre(Rapport rapport) {
    return signer(rapport, secret::CleDeSignature::de_graine(std::string(32, 'x')));
}

}  // namespace

TEST_CASE("a report is made, written, read back, and found sound") {
    const Monde monde;
    const auto rapport = monde.signe();
    const auto octets = ecrire(rapport);
    CHECK(verdict(monde, octets) == "");
    CHECK(lire(octets).rapport == rapport);
    CHECK(ecrire(monde.signe()) == octets);  // made again, it is the same
    CHECK(rapport.etablissements.size() == 3);
    CHECK(rapport.feuilles == rapport.etablissements[0].feuilles + 8);
    CHECK(rapport.racine.compteurs[usage::Compteur::actif] > 10);
    CHECK(octets.find("personne") == std::string::npos);
    CHECK(octets.back() == '}');
}

TEST_CASE("its counts are those of the records, one by one") {
    const Monde monde;
    const auto rapport = monde.signe();
    const auto fenetre = usage::fenetre_de(usage::jour("2024-09-30"), 3);
    usage::Compteurs total;
    for (const auto& [finess, dossiers] : monde.dossiers)
        for (const auto& dossier : dossiers)
            total += usage::evaluer(dossier.faits, fenetre).compteurs;
    CHECK(rapport.racine.compteurs == total);
}

TEST_CASE("a flipped byte, wherever it is, is refused with a reason") {
    const Monde monde;
    const auto octets = ecrire(monde.signe());
    for (std::size_t ou = 0; ou < octets.size(); ++ou) {
        for (const char bit : {'\x01', '\x04', '\x20', '\x80'}) {
            auto change = octets;
            change[ou] = static_cast<char>(change[ou] ^ bit);
            CAPTURE(ou);
            REQUIRE(verdict(monde, change) != "");
        }
    }
}

TEST_CASE("a byte that is added or taken away is refused with a reason") {
    const Monde monde;
    const auto octets = ecrire(monde.signe());
    for (std::size_t ou = 0; ou <= octets.size(); ++ou) {
        auto plus = octets, moins = octets;
        plus.insert(ou, 1, ou % 2 == 0 ? ' ' : '1');
        CAPTURE(ou);
        REQUIRE(verdict(monde, plus) != "");
        if (ou < octets.size()) REQUIRE(verdict(monde, moins.erase(ou, 1)) != "");
    }
    CHECK(verdict(monde, octets + "\n") == "rapport.forme");
    CHECK(verdict(monde, octets.substr(0, octets.size() / 2)) == "rapport.illisible");
    CHECK(verdict(monde, "") == "rapport.illisible");
}

TEST_CASE("another key is refused, and a key that is not the one awaited") {
    const Monde monde;
    auto rapport = monde.signe();
    CHECK(verdict(monde, resigne_par_un_autre(rapport)) == "rapport.autre_cle");
    rapport.cle_publique = secret::CleDeSignature::neuve().publique();
    CHECK(verdict(monde, ecrire(rapport)) == "rapport.signature rapport.autre_cle");
}

TEST_CASE("a key of small order signs nothing") {
    const Monde monde;
    auto rapport = monde.signe();
    rapport.cle_publique = std::string(32, '\0');
    rapport.signature = std::string(64, '\0');
    const auto lu = lire(ecrire(rapport));
    REQUIRE(lu.rapport);
    CHECK(codes(verifier(*lu.rapport, {.regles = monde.regles, .cle_publique = {}})) ==
          "rapport.signature");
}

TEST_CASE("counts moved between establishments, by the owner of the key, no longer add up") {
    const Monde monde;
    auto rapport = monde.signe();
    using usage::Compteur;
    rapport.etablissements[0].racine.compteurs[Compteur::mssante] -= 1;
    rapport.etablissements[2].racine.compteurs[Compteur::mssante] += 1;
    CHECK(verdict(monde, resigne(monde, rapport)) == "rapport.racine");
    // With the total made again, the report alone is coherent: the leaves then tell (preuves_test).
    totaliser(rapport);
    CHECK(verdict(monde, resigne(monde, rapport)) == "");
}

TEST_CASE("a total that is not the sum is refused, even signed") {
    const Monde monde;
    auto rapport = monde.signe();
    rapport.racine.compteurs[usage::Compteur::dmp] += 1;
    CHECK(verdict(monde, resigne(monde, rapport)) == "rapport.total");
    rapport = monde.signe();
    rapport.feuilles += 1;
    CHECK(verdict(monde, resigne(monde, rapport)) == "rapport.total");
    rapport = monde.signe();
    rapport.racine.empreinte[5] ^= 1;
    CHECK(verdict(monde, resigne(monde, rapport)) == "rapport.racine");
}

TEST_CASE("counts that no records give are refused, even signed") {
    using usage::Compteur;
    const Monde monde;
    const auto avec = [&](std::size_t rang, Compteur compteur, std::int64_t valeur) {
        auto rapport = monde.signe();
        rapport.etablissements[rang].racine.compteurs[compteur] = valeur;
        totaliser(rapport);
        return verdict(monde, resigne(monde, rapport));
    };
    CHECK(avec(0, Compteur::fenetre, 1'000'000) == "rapport.invraisemblable");
    CHECK(avec(0, Compteur::actif, 0) == "rapport.invraisemblable");
    CHECK(avec(0, Compteur::presents, 45) == "rapport.invraisemblable");
    CHECK(avec(0, Compteur::eligible_fenetre, 46) == "rapport.invraisemblable");
    CHECK(avec(0, Compteur::eprescription_depuis_le_debut, 0) == "rapport.invraisemblable");
    CHECK(avec(1, Compteur::mssante, 1) == "rapport.invraisemblable");  // it has no leaf
}

TEST_CASE("sums that leave what JSON carries are refused, not wrapped") {
    const Monde monde;
    const auto octets = ecrire(monde.signe());
    const auto enorme = remplace(octets, "\"mssante\":", "\"mssante\":9007199254740991");
    CHECK(verdict(monde, enorme).starts_with("rapport."));
    auto rapport = monde.signe();
    for (auto rang : {std::size_t{0}, std::size_t{2}})
        rapport.etablissements[rang].racine.compteurs[usage::Compteur::mssante] = plus_grand_nombre;
    CHECK(codes(verifier(rapport, monde.attendus())) == "rapport.signature rapport.total");
}

TEST_CASE("establishments out of order, told twice, of a wrong key are refused") {
    const Monde monde;
    const auto octets = ecrire(monde.signe());
    CHECK(verdict(monde, remplace(octets, "\"330000019\"", "\"750000010\"")) ==
          "rapport.ordre rapport.signature");
    CHECK(verdict(monde, remplace(octets, "\"330000019\"", "\"990000010\"")) ==
          "rapport.champ rapport.signature");
    CHECK(verdict(monde, remplace(octets, "\"330000019\"", "\"330000018\"")) ==
          "rapport.champ rapport.signature");
}

TEST_CASE("another rule, another period, another format are refused, even signed") {
    const Monde monde;
    auto rapport = monde.signe();
    rapport.en_tete.regle.version = "usage-0";
    CHECK(verdict(monde, resigne(monde, rapport)) == "rapport.regle_inconnue");
    rapport = monde.signe();
    rapport.en_tete.regle.empreinte[0] ^= 1;
    CHECK(verdict(monde, resigne(monde, rapport)) == "rapport.regle_changee");
    rapport = monde.signe();
    rapport.en_tete.du = usage::jour("2024-01-01");
    CHECK(verdict(monde, resigne(monde, rapport)) == "rapport.periode");
    CHECK(verdict(monde, remplace(ecrire(monde.signe()), "usage-1\",\"log", "usage-2\",\"log")) ==
          "rapport.format rapport.signature");
}

TEST_CASE("numbers, keys and texts in another form are refused") {
    const Monde monde;
    const auto octets = ecrire(monde.signe());
    const auto dit = [&](const char* avant, const char* apres) {
        return verdict(monde, remplace(octets, avant, apres));
    };
    CHECK(dit("\"actif\":", "\"actif\":0") == "rapport.illisible");
    CHECK(dit("\"dmp\":0,", "\"dmp\":0.0,") == "rapport.forme");
    CHECK(dit("\"dmp\":0,", "\"dmp\":0e2,") == "rapport.forme");
    CHECK(dit("\"dmp\":0,", "\"dmp\":-0,") == "rapport.forme");
    CHECK(dit("\"dmp\":0,", "\"dmp\":\"0\",") == "rapport.champ rapport.signature");
    CHECK(dit("\"dmp\":0,", "\"dmp\":0,\"dmp\":0,") == "rapport.forme");
    CHECK(dit("{\"cle_publique\"", "{\"a\":1,\"cle_publique\"") ==
          "rapport.champ_inconnu rapport.signature");
    CHECK(dit("Logiciel d'essai", "Logiciel d\\u0027essai") == "rapport.forme");
    CHECK(dit("Logiciel d'essai", "Logiciel d'essa\xC3\xAF") == "rapport.signature");
    CHECK(dit("Logiciel d'essai", "Logiciel d'essa\xFF") != "");
    CHECK(dit("\"indicateurs\":{\"dmp\":{\"fenetre\":[",
              "\"indicateurs\":{\"dmp\":{\"fenetre\":[1") ==
          "rapport.indicateurs rapport.signature");
}

TEST_CASE("names that would act on the terminal of their reader are refused, even signed") {
    const Monde monde;
    for (const char* nom :
         {"\x1b[2J", "a\nRapport sain", "\x7f", "\xC2\x9B", "\xE2\x80\xAE", "\xE2\x81\xA6", ""}) {
        auto rapport = monde.signe();
        rapport.en_tete.logiciel.nom = nom;
        CHECK(verdict(monde, resigne(monde, rapport)) == "rapport.champ");
    }
    for (const char* nom : {"Évaluation « 2 » – v1", "a\xC2\xA0z", "\xE2\x80\x99"}) {
        auto rapport = monde.signe();
        rapport.en_tete.logiciel.nom = nom;
        CHECK(verdict(monde, resigne(monde, rapport)) == "");
    }
}

TEST_CASE("a signature of other texts of the same key is not that of a report") {
    const Monde monde;
    auto rapport = monde.signe();
    const auto sans_nom = octets_signes(rapport).substr(format_du_rapport.size() + 1);
    rapport.signature = monde.cle.signer(sans_nom);
    CHECK(verdict(monde, ecrire(rapport)) == "rapport.signature");
}

TEST_CASE("a report of no establishment is sound and proves nothing") {
    const Monde monde;
    Fabrique fabrique{monde.en_tete(), monde.regles.front(), monde.sels};
    auto rapport = fabrique.finir();
    CHECK(verdict(monde, signer(rapport, monde.cle)) == "");
    CHECK(rapport.feuilles == 0);
}

TEST_CASE("the same record twice, establishments out of order: the maker stops") {
    const Monde monde;
    Fabrique fabrique{monde.en_tete(), monde.regles.front(), monde.sels};
    const Dossier un{"personne:1", {}};
    CHECK_THROWS_AS(fabrique.ajouter(numero("330000019"), {un, un}), core::Bug);
    fabrique.ajouter(numero("750000010"), {un});
    fabrique.ajouter(numero("330000019"), {un});
    CHECK_THROWS_AS((void)fabrique.finir(), core::Bug);
}

}  // namespace grappe::rapport
