// A candidate played on a few dossiers: who gains, who loses, why.
#include "portail/repetition/repetition.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "portail/repetition/raisons.hpp"
#include "portail/repetition/rendu.hpp"
#include "portail/socle/portail_pour_tests.hpp"
#include "referentiels/etablissement_pour_tests.hpp"

namespace grappe::repetition {
namespace {

using analyse::IssueDossier;

socle::PortailPourTests& monde() {
    static socle::PortailPourTests portail{{referentiels::etablissement_pour_tests("330780081")},
                                           core::Instant::parse("2024-05-01T12:00:00Z").value()};
    return portail;
}

std::string lire(const std::string& chemin) {
    return programme::texte_de(monde().racine + "/" + chemin);
}

// The call in force with one text in place of another.
programme::Appels candidat(std::string_view avant, std::string_view apres) {
    auto texte = lire("appels/NA-2024.toml");
    const auto ou = texte.find(avant);
    REQUIRE(ou != std::string::npos);
    texte.replace(ou, avant.size(), apres);
    auto lus = programme::lire_appel(texte, lire("appels/socle/instruction-2024.toml"));
    REQUIRE(lus.defauts.empty());
    return lus;
}

Stocke stocke(std::string numero) {
    const auto instant = core::Instant::parse("2024-05-01T12:00:00Z").value();
    return {.dossier = "id-" + numero,
            .appel = "NA-2024",
            .numero = numero,
            .porteur = "Association fictive",
            .guichet = "75",
            .financeur = "ARS Nouvelle-Aquitaine",
            .statut = teleservice::Statut::depose,
            .depose_le = instant,
            .regles = monde().appels.find("NA-2024")->applicable(instant).empreinte,
            .contenu = lire("docs/exemple-dossier.json")};
}

Repetition jouee(const programme::Appels& candidats) {
    const Stock stock{
        .appel = "NA-2024", .dossiers = {stocke("B"), stocke("A")}, .brouillons = 3, .retires = 1};
    return repeter(stock, candidats.tous.front(), monde().portail.moyens);
}

bool dit(const Replique& une, std::string_view mots) {
    return std::ranges::any_of(une.raisons, [&](const std::string& raison) {
        return raison.find(mots) != std::string::npos;
    });
}

}  // namespace

TEST_CASE("the call in force changes nothing") {
    const auto repetition = jouee(candidat("usage = 7000", "usage = 7000"));
    CHECK_FALSE(repetition.tous_les_appels);
    CHECK(repetition.valeurs.empty());
    CHECK(repetition.bilan.changes == 0);
    CHECK(repetition.bilan.tout.ecart() == core::Money{});
    REQUIRE(repetition.repliques.size() == 2);
    CHECK(repetition.repliques.front().numero == "A");
    CHECK_FALSE(repetition.repliques.front().change());
}

TEST_CASE("a flat that rises is gained by whom it counts for, and is told as the reason") {
    const auto repetition = jouee(candidat("usage = 7000", "usage = 7100"));
    const auto& une = repetition.repliques.front();
    CHECK(une.ecart() > core::Money{});
    CHECK(une.ecart().in_cents() % 10'000 == 0);
    CHECK(dit(une, "bareme.acquisition.1.usage passe de 7000.00 à 7100.00"));
    CHECK_FALSE(dit(une, "bareme.acquisition.2"));
    const auto& bilan = repetition.bilan;
    CHECK(bilan.tout.gagnants == 2);
    CHECK(bilan.tout.perdants == 0);
    CHECK(bilan.tout.ecart() == une.ecart() * 2);
    CHECK(bilan.par_guichet.at("ARS Nouvelle-Aquitaine").ecart() == bilan.tout.ecart());
    core::Money par_secteur;
    for (const auto& compte : bilan.par_secteur) par_secteur += compte.ecart();
    CHECK(par_secteur == bilan.tout.ecart());
    REQUIRE(repetition.valeurs.size() == 1);
    CHECK(repetition.valeurs.front().apres == "7100.00");
}

TEST_CASE("a minimum that becomes strict refuses whoever is below, by the rule that says so") {
    const auto lus = candidat("metropole = 15", "metropole = 40");
    const auto repetition = jouee(lus);
    const auto& une = repetition.repliques.front();
    CHECK(dit(une, "GRP-01"));
    CHECK(dit(une, "minimum.metropole"));
    CHECK(une.avant.total == une.apres.total);
    CHECK(repetition.bilan.changes == 2);
}

TEST_CASE("a window that closes earlier refuses the dossiers that came after") {
    auto anterieur = stocke("A");
    anterieur.depose_le = core::Instant::parse("2030-01-01T12:00:00Z").value();
    const Stock stock{.appel = "NA-2024", .dossiers = {anterieur}};
    const auto lus = candidat("usage = 7000", "usage = 7000");
    const auto repetition = repeter(stock, lus.tous.front(), monde().portail.moyens);
    CHECK(repetition.repliques.front().apres.issue == IssueDossier::irrecevable);
    CHECK_FALSE(repetition.repliques.front().devient_irrecevable());
}

TEST_CASE("a candidate with an id of its own plays the dossiers at the opening of its window") {
    const auto lus = candidat("appel = \"NA-2024\"", "appel = \"NA-2030\"");
    auto tardif = stocke("A");
    tardif.depose_le = core::Instant::parse("2030-01-01T12:00:00Z").value();
    const Stock stock{.appel = "", .dossiers = {tardif}};
    const auto repetition = repeter(stock, lus.tous.front(), monde().portail.moyens);
    CHECK(repetition.tous_les_appels);
    const auto& une = repetition.repliques.front();
    CHECK(une.avant.a_temps == false);
    CHECK(une.apres.a_temps == true);
    CHECK(une.devient_recevable());
}

TEST_CASE("a dossier that cannot be read is named, the others are played") {
    auto illisible = stocke("X");
    illisible.contenu = "[]";
    const Stock stock{.appel = "NA-2024", .dossiers = {illisible, stocke("A")}};
    const auto lus = candidat("usage = 7000", "usage = 7000");
    const auto repetition = repeter(stock, lus.tous.front(), monde().portail.moyens);
    CHECK(repetition.illisibles == std::vector<std::string>{"X"});
    CHECK(repetition.repliques.size() == 1);
}

TEST_CASE("the file for a spreadsheet holds one line a dossier and no formula") {
    auto repetition = jouee(candidat("usage = 7000", "usage = 7100"));
    repetition.repliques.front().porteur = "=1+1;\"x\"";
    const auto csv = en_csv(repetition.repliques, monde().phrases);
    CHECK(csv.find(";\"'=1+1;\"\"x\"\"\";") != std::string::npos);
    CHECK(std::ranges::count(csv, '\n') == 3);
}

}  // namespace grappe::repetition
