// The generator: same bytes everywhere, exact sizes, numbers that are nobody's.
#include "dui/generateur/generateur.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/finess.hpp"
#include "core/nir.hpp"
#include "dui/generateur/etablissement.hpp"
#include "dui/generateur/hasard.hpp"

namespace grappe::generateur {
namespace {

Demande petite() {
    return {.graine = 7,
            .etablissements = 30,
            .personnes = 400,
            .mois = 3,
            .au = core::Date::parse("2024-09-30").value(),
            .faits = 20'000};
}

std::string texte_de(const Demande& demande) {
    auto* fichier = std::tmpfile();
    REQUIRE(fichier != nullptr);
    const auto bilan = generer(demande, fichier);
    REQUIRE(bilan.has_value());
    std::string texte(bilan->octets, '\0');
    std::rewind(fichier);
    CHECK(std::fread(texte.data(), 1, texte.size(), fichier) == texte.size());
    CHECK(std::fgetc(fichier) == EOF);
    std::fclose(fichier);
    return texte;
}

std::vector<std::string_view> lignes_de(std::string_view texte) {
    std::vector<std::string_view> lignes;
    for (std::size_t debut = 0; debut < texte.size();) {
        const auto fin = texte.find('\n', debut);
        lignes.push_back(texte.substr(debut, fin - debut));
        debut = fin + 1;
    }
    return lignes;
}

// Of a field of text; empty when the line has none.
std::string_view champ(std::string_view ligne, const std::string& nom) {
    const auto marque = '"' + nom + "\":\"";
    const auto place = ligne.find(marque);
    if (place == std::string_view::npos) return {};
    const auto debut = place + marque.size();
    return ligne.substr(debut, ligne.find('"', debut) - debut);
}

std::uint64_t empreinte(std::string_view texte) {
    std::uint64_t somme = 0xcbf29ce484222325U;  // FNV-1a
    for (const auto octet : texte)
        somme = (somme ^ static_cast<unsigned char>(octet)) * 0x100000001b3U;
    return somme;
}

}  // namespace

TEST_CASE("a seed gives the same bytes on every machine, another seed others") {
    const auto texte = texte_de(petite());
    CHECK(empreinte(texte) == 0xc5da97ea8b0526b1U);
    // Traits are written as the national identity writes them: no accent.
    CHECK(std::all_of(texte.begin(), texte.end(), [](char c) { return c > 0; }));
    auto autre = petite();
    autre.graine = 8;
    CHECK(texte_de(autre) != texte);
}

TEST_CASE("sectors asked for come in turn, children only where children are") {
    auto demande = petite();
    demande.etablissements = 4;
    demande.personnes = 200;
    demande.secteurs = {"PDE", "PA"};
    const auto texte = texte_de(demande);
    CHECK(texte != texte_de(petite()));
    CHECK(texte.find(R"("date_naissance":"20)") != std::string::npos);
    CHECK(texte.find(R"("date_naissance":"19)") != std::string::npos);
    demande.secteurs = {"PA"};
    CHECK(texte_de(demande).find(R"("date_naissance":"20)") == std::string::npos);
}

TEST_CASE("the facts asked for are there, to the line") {
    for (const std::uint64_t faits : {6'000U, 20'000U, 20'001U, 90'000U}) {
        auto demande = petite();
        demande.faits = faits;
        const auto texte = texte_de(demande);
        std::uint64_t personnes = 0, autres = 0;
        for (const auto ligne : lignes_de(texte))
            ++(champ(ligne, "type") == "personne" ? personnes : autres);
        CHECK(personnes == demande.personnes);
        CHECK(autres == faits);
    }
}

TEST_CASE("without a total, the usual rhythm: some facts a person and a day") {
    auto demande = petite();
    demande.faits.reset();
    const auto lignes = lignes_de(texte_de(demande)).size();
    CHECK(lignes > demande.personnes * 60);
    CHECK(lignes < demande.personnes * 200);
}

TEST_CASE("fewer facts than the persons bring with them are refused, and how many they bring") {
    auto demande = petite();
    demande.faits = 10;
    const auto refus = generer(demande, nullptr);
    REQUIRE_FALSE(refus.has_value());
    CHECK(refus.error().code == "generateur.faits");
    demande.faits = std::stoull(refus.error().detail);
    CHECK(lignes_de(texte_de(demande)).size() == demande.personnes + *demande.faits);
}

TEST_CASE("sizes that cannot be are refused") {
    const auto code = [](auto change) {
        auto demande = petite();
        change(demande);
        return generer(demande, nullptr).error().code;
    };
    CHECK(code([](auto& d) { d.etablissements = 0; }) == "generateur.etablissements");
    CHECK(code([](auto& d) { d.etablissements = 100'001; }) == "generateur.etablissements");
    CHECK(code([](auto& d) { d.personnes = 0; }) == "generateur.personnes");
    CHECK(code([](auto& d) { d.mois = 0; }) == "generateur.mois");
    CHECK(code([](auto& d) { d.secteurs = {"PA", "EHPAD"}; }) == "generateur.secteur");
    CHECK(code([](auto& d) { d.mois = 241; }) == "generateur.mois");
}

TEST_CASE("a fictitious FINESS has a right key and a nine that no real one has") {
    for (std::uint32_t rang = 0; rang < 100'000; rang += 7) {
        const auto departement = 1 + rang % 95;
        if (departement == 20) continue;
        const auto numero = finess_fictif(departement, rang);
        const auto lu = core::Finess::parse(texte_de(numero));
        REQUIRE(lu.has_value());
        CHECK(lu->has_valid_key());
        CHECK(numero[2] == '9');
    }
    CHECK(texte_de(finess_fictif(75, 0)) == "759000003");
    CHECK(texte_de(finess_fictif(1, 12'345)) == "019123454");
}

TEST_CASE("a matricule has a right key, is nobody's, and goes with a state that may carry it") {
    std::size_t portes = 0;
    std::vector<std::string> vus;
    const auto texte = texte_de(petite());
    for (const auto ligne : lignes_de(texte)) {
        const auto matricule = champ(ligne, "matricule_ins");
        if (matricule.empty()) continue;
        ++portes;
        CHECK(core::Nir::parse(matricule).has_value());
        CHECK(matricule.substr(5, 2) == "99");   // born abroad,
        CHECK(matricule.substr(7, 3) >= "600");  // in a country that has no such code
        const auto statut = champ(ligne, "statut_identite");
        CHECK((statut == "qualifiee" || statut == "recuperee"));
        vus.emplace_back(matricule);
    }
    CHECK(portes > 200);
    std::sort(vus.begin(), vus.end());
    CHECK(std::adjacent_find(vus.begin(), vus.end()) == vus.end());
}

TEST_CASE("everything the model promises happens") {
    auto demande = petite();
    demande.personnes = 600;
    demande.mois = 12;
    demande.faits = 200'000;
    const auto texte = texte_de(demande);
    for (const char* morceau :
         {"\"decede_le\"", "\"modalite\":\"temporaire\"", "\"modalite\":\"domicile\"",
          "\"projet_possible\":false", "\"auteur\":\"reprise\",\"automatique\":true",
          "\"auteur\":\"synchronisation\"", "\"statut\":\"ENPAUSE\"",
          "\"statut\":\"ENPREPARATION\"", "\"statut\":\"ANNULE\"", "\"corrige\":true",
          "\"echec\":true", "\"issue\":\"rejetee\"", "\"type\":\"import_eprescription\"",
          "\"type\":\"echange_eparcours\"", "\",\"u"})
        CHECK_MESSAGE(texte.find(morceau) != std::string::npos, std::string{morceau});
    std::size_t transferts = 0;
    std::string_view domicile;
    for (const auto ligne : lignes_de(texte)) {
        if (champ(ligne, "type") == "personne") domicile = champ(ligne, "finess_et");
        if (champ(ligne, "type") == "sejour" && champ(ligne, "finess_et") != domicile) ++transferts;
    }
    CHECK(transferts > 0);
}

TEST_CASE("draws stay in their bounds and reach them") {
    Hasard hasard{1, 2, 3};
    std::array<int, 5> vus{};
    for (int fois = 0; fois < 1'000; ++fois) ++vus[static_cast<std::size_t>(hasard.entre(0, 4))];
    for (const auto combien : vus) CHECK(combien > 100);
    CHECK(hasard.entre(3, 3) == 3);
    CHECK(hasard.entre(3, 2) == 3);
}

}  // namespace grappe::generateur
