// The API as its routes answer it, on the shipped calls and a register of a few lines.
#include "portail/api/api.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "portail/api/comites.hpp"
#include "portail/api/regles.hpp"
#include "portail/compteurs/compteurs_tenus.hpp"
#include "portail/socle/portail_pour_tests.hpp"
#include "referentiels/etablissement_pour_tests.hpp"
#include "secret/hasard.hpp"
#include "web/http/exchange.hpp"

using std::string_literals::operator""s;
namespace core = grappe::core;
namespace http = grappe::http;
namespace programme = grappe::programme;
namespace referentiels = grappe::referentiels;
namespace socle = grappe::socle;
namespace storage = grappe::storage;

namespace {

referentiels::Etablissement etablissement(const char* numero, const char* nom,
                                          const char* categorie) {
    auto lu = referentiels::etablissement_pour_tests(numero);
    lu.finess_ej = "330000001";
    lu.raison_sociale = nom;
    lu.categorie = categorie;
    lu.latitude_e6 = 44'000'000;
    lu.longitude_e6 = -500'000;
    if (lu.categorie == "462")
        lu.code_postal.clear();
    else
        lu.adresse = "1 RUE DU PARC";
    return lu;
}

std::vector<referentiels::Etablissement> quelques_etablissements() {
    std::vector tous{etablissement("330000019", "EHPAD LES TILLEULS", "500"),
                     etablissement("330000027", "IME DES TILLEULS", "183"),
                     etablissement("330000035", "LIEU DE VIE DES TILLEULS", "462")};
    tous[1].ferme_le = core::Date::parse("2024-05-01").value();
    return tous;
}

// A folder of files that goes with the test.
struct DossierDEssai {
    std::string chemin = std::filesystem::temp_directory_path().string() + "/grappe-api-" +
                         grappe::secret::identifiant();

    DossierDEssai() = default;
    DossierDEssai(const DossierDEssai&) = delete;
    DossierDEssai& operator=(const DossierDEssai&) = delete;
    ~DossierDEssai() { std::filesystem::remove_all(chemin); }
};

struct Monde : socle::PortailPourTests {
    std::unique_ptr<storage::Pool> bassin =
        *storage::Pool::open("sqlite::memory:", storage::Access::scratch);
    grappe::secret::Coffre coffre = grappe::secret::Coffre::neuf();
    grappe::garde::Comptes comptes{
        .bassin = *bassin,
        .coffre = coffre,
        .phrases = phrases,
        .adresse_publique = [] { return std::string{"https://grappe.example"}; },
        .maintenant = portail.maintenant};
    DossierDEssai dossier{};
    std::unique_ptr<grappe::pieces::Magasin> magasin =
        grappe::pieces::Magasin::ouvrir(dossier.chemin).value();
    grappe::instruction::TableauTenu tableau{};
    grappe::api::Teleservice teleservice{
        .portail = portail, .comptes = comptes, .magasin = *magasin, .tableau = tableau};
    grappe::publication::Versions versions{appels};
    grappe::api::Regles regles{.service = teleservice, .versions = versions};
    grappe::comite::Calculs calculs{std::chrono::seconds{20}};
    grappe::compteurs::CompteursTenus compteurs{
        *bassin, {}, [](std::string_view) { return std::string{}; }, portail.maintenant};
    http::Contract contrat = grappe::api::lire_contrat(racine, "portail").value();
    http::Routes routes{};

    Monde()
        : PortailPourTests{quelques_etablissements(),
                           core::Instant::parse("2024-05-24T21:59:59Z").value()} {
        routes.sentences([&](std::string_view code) { return phrases.rendre(code, {}); });
        grappe::api::add_api_routes(routes, portail);
        grappe::api::add_identity_routes(routes, comptes);
        grappe::api::add_teleservice_routes(routes, teleservice);
        grappe::api::add_certificat_routes(routes, regles);
        grappe::api::add_repetition_routes(routes, regles);
        grappe::api::add_comites_routes(routes, {teleservice, calculs});
        grappe::api::add_compteurs_routes(routes, compteurs);
        grappe::api::add_description(routes, contrat, grappe::api::apropos);
    }
};

const Monde& monde() {
    static const Monde seul;
    return seul;
}

http::Response demander(http::Method methode, std::string_view cible, std::string corps) {
    auto demande = *http::Request::of(methode, cible, std::move(corps));
    auto trouvee = monde().routes.find(methode, demande.target);
    REQUIRE(trouvee.route);
    demande.path_parameters = std::move(trouvee.parameters);
    return answer(monde().routes, {.route = trouvee.route}, demande, {});
}

http::Response lire_a(std::string_view cible) { return demander(http::Method::get, cible, ""); }

bool contient(const http::Response& reponse, std::string_view texte) {
    return reponse.content().find(texte) != std::string_view::npos;
}

constexpr std::string_view dossier_minimal =
    R"({"appel":"NA-2024","depose_le":"2024-05-24T12:00:00+02:00",)"
    R"("porteur":{"siret":"12345678200010"},)"
    R"("essms":[{"finess_et":"330000019","regime":"acquisition"}]})";

}  // namespace

TEST_CASE("the description of the API is the committed one") {
    const auto texte = http::openapi(monde().routes, monde().contrat, grappe::api::apropos);
    const auto chemin = monde().racine + "/tests/committed/openapi.json";
    const auto commun = programme::texte_de(chemin);
    if (texte != commun) std::ofstream{monde().racine + "/build/openapi.json"} << texte;
    INFO("the new text is in build/openapi.json");
    CHECK(texte == commun);
}

TEST_CASE("each route of the API has its line in the contract, and each line its route") {
    CHECK(monde().contrat.strangers(monde().routes).empty());
}

TEST_CASE("a search answers the fields of the contract") {
    const auto reponse = lire_a("/api/etablissements?q=ehpad+til");
    CHECK(reponse.status == 200);
    CHECK(reponse.body ==
          R"({"resultats":[{"finess_et":"330000019","finess_ej":"330000001",)"
          R"("raison_sociale":"EHPAD LES TILLEULS","categorie":"500","libelle_categorie":null,)"
          R"("secteur":"PA","commune":"BORDEAUX","departement":"33","region":"75",)"
          R"("ouvert":true}],"total":1})");
}

TEST_CASE("an establishment closed at the clock's instant is not open") {
    CHECK(contient(lire_a("/api/etablissements/330000027"), R"("ouvert":false)"));
    CHECK(contient(lire_a("/api/etablissements/330000019"), R"("ouvert":true)"));
}

TEST_CASE("a place of life shows neither address nor point") {
    const auto reponse = lire_a("/api/etablissements/330000035");
    CHECK(reponse.status == 200);
    for (const auto* cle : {"adresse", "code_postal", "latitude", "longitude", "440000"})
        CHECK_FALSE(contient(reponse, cle));
    CHECK(contient(lire_a("/api/etablissements/330000019"), R"("latitude_e6":44000000)"));
}

TEST_CASE("a search is limited, and its limit is checked") {
    CHECK(contient(lire_a("/api/etablissements?q=til&limite=1"), R"("total":3)"));
    for (const auto* limite : {"0", "101", "-1", "x", "1x", ""}) {
        CAPTURE(limite);
        const auto reponse = lire_a("/api/etablissements?q=a&limite="s + limite);
        CHECK(reponse.status == 400);
        CHECK(contient(reponse, R"("chemin":"limite")"));
    }
    CHECK(lire_a("/api/etablissements?q=" + std::string(201, 'a')).status == 400);
}

TEST_CASE("what does not exist is a problem with its code") {
    CHECK(lire_a("/api/etablissements/330000000").status == 404);
    CHECK(contient(lire_a("/api/appels/XX-2024"), R"("code":"api.appel_inconnu")"));
    CHECK(lire_a("/api/appels/XX-2024").content_type == "application/problem+json");
}

TEST_CASE("a call says what is open at the clock's instant") {
    const auto reponse = lire_a("/api/appels/NA-2024");
    CHECK(contient(reponse, R"("ouvert":true)"));
    CHECK(contient(reponse, R"("ferme_le":"2024-05-25T00:00:00+02:00","ouverte":true)"));
    CHECK(contient(reponse, R"("nom":"convention_rang")"));
    CHECK(contient(lire_a("/api/appels/COR-2021"), R"("fenetres":null)"));
}

TEST_CASE("every shipped call is listed") {
    for (const auto* id : {"COR-2021", "IDF-2023", "KIT-2024", "NA-2024"})
        CHECK(contient(lire_a("/api/appels"), R"("id":")"s + id + '"'));
}

TEST_CASE("a dossier is analysed whatever its outcome") {
    const auto reponse = demander(http::Method::post, "/api/check", std::string{dossier_minimal});
    CHECK(reponse.status == 200);
    CHECK(reponse.content().starts_with(R"({"appel":"NA-2024","regles":"sha256:)"));
    CHECK(reponse.content().ends_with("}\n"));
    const auto autre =
        demander(http::Method::post, "/api/check?appel=COR-2021", std::string{dossier_minimal});
    CHECK(autre.content().starts_with(R"({"appel":"COR-2021")"));
}

TEST_CASE("invalid JSON is 400 and says where, a misread dossier is 422 with every fault") {
    const auto rompu = demander(http::Method::post, "/api/check", "{\"a\":1,");
    CHECK(rompu.status == 400);
    CHECK(contient(rompu, "ligne 1, colonne 8"));
    CHECK_FALSE(contient(rompu, R"("chemin":"")"));
    const auto illisible =
        demander(http::Method::post, "/api/check", R"({"appel":"X","depose_le":"x","essms":[{}]})");
    CHECK(illisible.status == 422);
    for (const auto* chemin : {"depose_le", "essms[0].finess_et", "essms[0].regime"})
        CHECK(contient(illisible, R"("chemin":")"s + chemin + '"'));
    const auto inconnu =
        demander(http::Method::post, "/api/check?appel=XX-1", std::string{dossier_minimal});
    CHECK(inconnu.status == 422);
    CHECK(contient(inconnu, R"("chemin":"appel")"));
    CHECK_FALSE(contient(inconnu, "--appel"));
    CHECK(contient(inconnu, "NA-2024"));
}

TEST_CASE("every code that the server can answer has its sentence") {
    for (const auto* code :
         {"http.adresse", "http.adresse_longue", "http.attente_inconnue", "http.cadrage",
          "http.codage_inconnu", "http.corps_trop_grand", "http.entetes_longs",
          "http.erreur_interne", "http.hote", "http.introuvable", "http.longueur_requise",
          "http.mal_forme", "http.methode_inconnue", "http.methode_refusee", "http.stockage_plein",
          "http.surcharge", "http.trop_lent", "http.type_refuse", "http.version"})
        CHECK(monde().phrases.contient(code));
}

TEST_CASE("the service says that its clock is fixed") {
    CHECK(contient(lire_a("/api/sante"), R"("maintenant":"2024-05-24T21:59:59Z")"));
    CHECK(contient(lire_a("/api/sante"), R"("horloge_fixee":true)"));
}

TEST_CASE("every route says what it takes to be served") {
    for (const auto& line : monde().routes.lines()) {
        CAPTURE(line.path);
        const bool known = grappe::core::named<grappe::access::Permission>(line.permission) ||
                           line.permission == http::everybody;
        CHECK(known);
    }
}
