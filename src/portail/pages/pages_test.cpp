// Every page rendered on a small register and the shipped calls: a template that names a value
// which its view lacks is a Bug, so rendering is the test of the keys.
#include <doctest/doctest.h>

#include "portail/pages/services_pour_tests.hpp"

namespace http = grappe::http;
namespace pages = grappe::pages;
namespace referentiels = grappe::referentiels;

namespace {

referentiels::Etablissement fiche(const char* numero, const char* categorie) {
    auto lue = referentiels::etablissement_pour_tests(numero);
    lue.raison_sociale = "LES <TILLEULS> & CO";
    lue.categorie = categorie;
    lue.libelle_categorie = "Catégorie";
    lue.latitude_e6 = 44'840'000;
    lue.longitude_e6 = -580'000;
    return lue;
}

struct Monde : pages::ServicesPourTests {
    http::Routes routes;

    Monde()
        : ServicesPourTests{
              "pages",
              {fiche("330000001", "500"), fiche("330000027", "460"), fiche("330000035", "462")}} {
        pages::ajouter_pages(routes, services);
    }

    http::Response repondre(http::Method methode, std::string_view adresse, std::string corps) {
        auto requete = http::Request::of(methode, adresse, std::move(corps)).value();
        const std::string_view nom{"Content-Type"}, type{"application/x-www-form-urlencoded"};
        requete.head = std::string{nom} + std::string{type};
        const auto taille = static_cast<std::uint32_t>(nom.size());
        requete.fields = {{0, taille, taille, static_cast<std::uint32_t>(type.size())}};
        auto trouvee = routes.find(methode, requete.target);
        REQUIRE(trouvee.route != nullptr);
        requete.path_parameters = std::move(trouvee.parameters);
        return trouvee.route->handler(requete);
    }
    std::string page(std::string_view adresse) {
        return repondre(http::Method::get, adresse, {}).body;
    }
    std::string envoyer(std::string corps) {
        return repondre(http::Method::post, "/simulateur", std::move(corps)).body;
    }
};

bool contient(const std::string& page, std::string_view mots) {
    return page.find(mots) != page.npos;
}

}  // namespace

TEST_CASE("every page that takes no form is rendered") {
    Monde monde;
    for (const auto* adresse :
         {"/", "/appels", "/appels/NA-2024", "/appels/COR-2021", "/appels/IDF-2023",
          "/appels/KIT-2024", "/etablissements", "/etablissements?q=tilleuls",
          "/etablissements/330000001", "/simulateur", "/simulateur?appel=COR-2021",
          "/accessibilite", "/mentions-legales", "/donnees-personnelles", "/plan-du-site"}) {
        CAPTURE(adresse);
        CHECK(contient(monde.page(adresse), "</html>"));
    }
}

TEST_CASE("a name of the register is escaped wherever it is shown") {
    Monde monde;
    for (const auto* adresse : {"/etablissements?q=tilleuls", "/etablissements/330000001"}) {
        CAPTURE(adresse);
        CHECK(contient(monde.page(adresse), "LES &lt;TILLEULS&gt; &amp; CO"));
        CHECK_FALSE(contient(monde.page(adresse), "<TILLEULS>"));
    }
}

TEST_CASE("the form and the result are rendered for every call") {
    Monde monde;
    for (const auto* appel : {"NA-2024", "COR-2021", "IDF-2023", "KIT-2024"}) {
        CAPTURE(appel);
        const auto faits = std::string{"appel="} + appel +
                           "&depose_le=2024-05-12T09:00&liste=330000001%0A330000027%0Arien";
        const auto formulaire = monde.envoyer(faits + "&action=detailler:0");
        CHECK(contient(formulaire, R"(name="essms[0].commande_sons.solution")"));
        CHECK(contient(formulaire, ">rien\n</textarea>"));
        const auto resultat = monde.envoyer("appel=" + std::string{appel} +
                                            "&porteur.siret=26240001300018"
                                            "&essms[0].finess_et=330000001"
                                            "&essms[1].finess_et=330000027&action=resultat");
        CHECK(contient(resultat, "class=\"montant montant--grand\""));
    }
}

TEST_CASE("a fact that no field shows travels hidden, a wrong one stays where it was typed") {
    Monde monde;
    const auto page = monde.envoyer(
        "appel=NA-2024&depenses.materiel=12&porteur.siret=12&essms[0].finess_et=330000001"
        "&porteur.statut=bizarre&action=resultat");
    CHECK(contient(page, R"(<input type="hidden" name="depenses.materiel" value="12">)"));
    CHECK(contient(page, R"(<option value="bizarre" selected>)"));
    CHECK(contient(page, R"(<a href="#porteur-siret">)"));
}

TEST_CASE("a place of life shows neither its address nor its point") {
    Monde monde;
    const auto page = monde.page("/etablissements/330000035");
    CHECK_FALSE(contient(page, "carte__repere"));
    CHECK_FALSE(contient(page, "33000 BORDEAUX"));
}
