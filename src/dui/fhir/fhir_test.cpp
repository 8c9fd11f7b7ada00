// What a search asks, what answers it, and what is written of a person.
#include <doctest/doctest.h>

#include <array>

#include "dui/fhir/id_logique.hpp"
#include "dui/fhir/patient.hpp"
#include "dui/fhir/piece.hpp"
#include "dui/fhir/recherche.hpp"
#include "dui/fhir/sejour.hpp"

using namespace std::string_literals;
namespace agenda = grappe::agenda;
namespace core = grappe::core;
namespace fhir = grappe::fhir;
namespace identite = grappe::identite;

namespace {

using Question = std::vector<std::pair<std::string, std::string>>;

fhir::Recherche lue(const Question& question,
                    fhir::Traitement traitement = fhir::Traitement::strict) {
    return fhir::lire_recherche(fhir::description_du_patient, question, traitement);
}

core::Date le(const char* jour) { return core::Date::parse(jour).value(); }

fhir::Patient patient(identite::Statut statut) {
    return {.personne = {.id = "a/1",
                         .nom_de_naissance = "EXEMPLE \"X\"",
                         .nom_utilise = "AUTRE",
                         .prenoms = {"ALIX", "ODE"},
                         .prenom_utilise = {},
                         .sexe = "F",
                         .lieu_de_naissance = "33063",
                         .naissance = le("1941-03-12"),
                         .deces = {},
                         .finess_et = "330000001",
                         .sejours = {}},
            .identite = {.statut = statut,
                         .attributs = {},
                         .matricule = identite::Matricule{"279035121518989",
                                                          identite::Autorite::nir_d_essai}},
            .meta = {"7", "2024-08-01T10:00:00.000000Z"}};
}

bool naissance_convient(const char* dit, const char* jour) {
    const auto recherche = lue({{"birthdate", dit}});
    REQUIRE(recherche.fautes.empty());
    return fhir::convient(recherche.criteres.front(), fhir::jour(le(jour)));
}

}  // namespace

TEST_CASE("an id is ours where FHIR takes it, else written in its signs, and comes back") {
    for (const auto& id :
         {"p1"s, "0123456789abcdef0123456789abcdef"s, "330/é x"s, "x.a"s, "h.1"s,
          std::string(64, 'a'), ".."s, "a_b"s, "3480787529/147720425367411-SEJOUR-21"s}) {
        CAPTURE(id);
        const auto logique = fhir::id_logique(id);
        CHECK(logique.size() <= 64);
        CHECK(logique.find_first_of("/_ ") == std::string::npos);
        CHECK(fhir::id_de(logique) == id);
    }
    CHECK(fhir::id_logique("p1") == "p1");
    const std::string longue(500, '/');
    CHECK(fhir::id_logique(longue).size() == 64);
    CHECK_FALSE(fhir::id_de(fhir::id_logique(longue)).has_value());
    CHECK_FALSE(fhir::id_de("x.a_b").has_value());
}

TEST_CASE("every fault of a question is told at once") {
    const auto recherche = lue({{"birthdate", "1941-13"},
                                {"inconnu", "x"},
                                {"name", ""},
                                {"gender:not", "male"},
                                {"_count", "0"},
                                {"_sort", "gender"},
                                {"_include", "Patient:organization"},
                                {"_apres", "a_b"}});
    const std::vector<fhir::Faute> attendues{
        {"birthdate", "fhir.date"},     {"inconnu", "fhir.parametre_inconnu"},
        {"name", "fhir.vide"},          {"gender:not", "fhir.modificateur"},
        {"_count", "fhir.compte"},      {"_sort", "fhir.tri"},
        {"_include", "fhir.inclusion"}, {"_apres", "fhir.suite"}};
    CHECK(recherche.fautes == attendues);
}

TEST_CASE("lenient leaves out what is unknown, never a value that cannot be read") {
    const auto recherche =
        lue({{"inconnu", "x"}, {"name", "du"}, {"birthdate", "hier"}}, fhir::Traitement::tolerant);
    CHECK(recherche.ignorees == std::vector<fhir::Faute>{{"inconnu", "fhir.parametre_inconnu"}});
    CHECK(recherche.fautes == std::vector<fhir::Faute>{{"birthdate", "fhir.date"}});
    CHECK(recherche.comprise == "name=du");
}

TEST_CASE("prefixes of dates, both sides of each bound") {
    struct Cas {
        const char* dit;
        const char* oui;
        const char* non;
    };
    constexpr std::array cas{Cas{"1941-03-12", "1941-03-12", "1941-03-13"},
                             Cas{"1941-03", "1941-03-31", "1941-04-01"},
                             Cas{"1941", "1941-12-31", "1942-01-01"},
                             Cas{"ne1941-03", "1941-04-01", "1941-03-01"},
                             Cas{"gt1941-03-12", "1941-03-13", "1941-03-12"},
                             Cas{"lt1941-03-12", "1941-03-11", "1941-03-12"},
                             Cas{"ge1941-03-12", "1941-03-12", "1941-03-11"},
                             Cas{"le1941-03-12", "1941-03-12", "1941-03-13"},
                             Cas{"sa1941-03", "1941-04-01", "1941-03-31"},
                             Cas{"eb1941-03", "1941-02-28", "1941-03-01"}};
    for (const auto& un : cas) {
        CAPTURE(un.dit);
        CHECK(naissance_convient(un.dit, un.oui));
        CHECK_FALSE(naissance_convient(un.dit, un.non));
    }
}

TEST_CASE("texts agree by their beginning, without accents, wholly or anywhere") {
    struct Cas {
        const char* nom;
        const char* dit;
        bool attendu;
    };
    constexpr std::array<std::string_view, 2> noms{"LÉON-OUENNEVEL", "Ode"};
    for (const auto& [nom, dit, attendu] :
         {Cas{"name", "leon", true}, Cas{"name", "ouenn", false},
          Cas{"name:contains", "OUENN", true}, Cas{"name:exact", "Ode", true},
          Cas{"name:exact", "ode", false}, Cas{"name", "xyz,od", true},
          Cas{"name", "xyz\\,od", false}}) {
        CAPTURE(dit);
        const auto recherche = lue({{nom, dit}});
        REQUIRE(recherche.fautes.empty());
        CHECK(fhir::convient(recherche.criteres.front(), noms) == attendu);
    }
}

TEST_CASE("a token names its system, none, or any") {
    const std::array<fhir::Jeton, 1> jeton{{{"urn:x", "a|b"}}};
    for (const auto& [dit, attendu] :
         {std::pair{"a\\|b", true}, std::pair{"urn:x|a\\|b", true}, std::pair{"|a\\|b", false},
          std::pair{"urn:x|", true}, std::pair{"urn:y|a\\|b", false}}) {
        CAPTURE(dit);
        const auto recherche = lue({{"identifier", dit}});
        REQUIRE(recherche.fautes.empty());
        CHECK(fhir::convient(recherche.criteres.front(), jeton) == attendu);
    }
}

TEST_CASE("the matricule and its OID leave with a qualified identity only") {
    using identite::Statut;
    for (const auto& une : names(Statut{})) {
        CAPTURE(une.name);
        const auto json = fhir::en_ressource(patient(une.value)).json;
        const bool sort = json.find("279035121518989") != std::string::npos;
        CHECK(sort == (une.value == Statut::qualifiee));
        CHECK((json.find("1.2.250.1.213.1.4") != std::string::npos) == sort);
    }
}

TEST_CASE("a person as FHIR says her") {
    const auto une = fhir::en_ressource(patient(identite::Statut::provisoire));
    CHECK(une.json ==
          R"({"resourceType":"Patient","id":"x.YS8x","meta":{"versionId":"7","lastUpdated":)"
          R"("2024-08-01T10:00:00.000000Z"},"extension":[{"url":)"
          R"("http://hl7.org/fhir/StructureDefinition/patient-birthPlace","valueAddress":)"
          R"({"text":"33063"}}],"identifier":[{"use":"usual","type":{"coding":[{"system":)"
          R"("http://terminology.hl7.org/CodeSystem/v2-0203","code":"PI"}]},"system":)"
          R"("https://identifiant-medicosocial-localusager.esante.gouv.fr","value":)"
          R"("3330000001/a/1"}],"name":[{"use":"official","family":"EXEMPLE \"X\"","given":)"
          R"(["ALIX","ODE"]},{"use":"usual","family":"AUTRE"}],"gender":"female","birthDate":)"
          R"("1941-03-12","managingOrganization":{"identifier":{"system":)"
          R"("urn:oid:1.2.250.1.71.4.2.2","value":"1330000001"}}})");
}

TEST_CASE("a stay is to come, goes on, is over: the day of its exit is not one of presence") {
    const grappe::annuaire::Sejour sejour{.id = "s1",
                                          .finess_et = "330000001",
                                          .entree = le("2024-02-01"),
                                          .sortie = le("2024-03-01"),
                                          .modalite = grappe::fait::Etat::permanent};
    using fhir::Phase;
    for (const auto& [jour, phase] :
         {std::pair{"2024-01-31", Phase::a_venir}, std::pair{"2024-02-01", Phase::en_cours},
          std::pair{"2024-02-29", Phase::en_cours}, std::pair{"2024-03-01", Phase::finie}})
        CHECK(fhir::phase_de(sejour, le(jour)) == phase);
    CHECK(fhir::identifiant_du_sejour(sejour, "p1") == "3330000001/p1-SEJOUR-s1");
}

TEST_CASE("each parameter of the table is in the CapabilityStatement, and no other type") {
    const auto json = fhir::capacites(
        {.nom = "essai", .version = "1", .publie_le = "2026-11-23", .adresse = "http://x/fhir"},
        {&fhir::description_du_patient});
    for (const auto& un : fhir::description_du_patient.parametres)
        CHECK(json.find("\"name\":\"" + std::string{un.nom} + "\"") != std::string::npos);
    CHECK(json.find("Encounter") == std::string::npos);
}

TEST_CASE("an appointment is named by its event and when the rule has it, and read back") {
    const std::string id(32, 'a');
    const auto nom = fhir::id_de_l_appointment(id, "2024-10-01T09:00");
    CHECK(nom == id + ".20241001T0900");
    CHECK(nom.size() <= 64);
    const auto lue = fhir::designee(nom);
    REQUIRE(lue.has_value());
    CHECK(lue->rendez_vous == id);
    CHECK(lue->prevue == "2024-10-01T09:00");
    for (const auto& faux : {id, id + ".20241301T0900", id + ".20241001T2500",
                             id + ".2024100100900", nom + "0", "x" + nom.substr(1), ""s})
        CHECK_FALSE(fhir::designee(faux).has_value());
}

TEST_CASE("who did not come, said no or is awaited: what an appointment says of it") {
    using agenda::Presence, agenda::Statut;
    const auto dite = [](Statut statut, const std::vector<Presence>& presences) {
        agenda::Evenement un{.id = "e",
                             .titre = "Chant",
                             .de = core::Instant::parse("2024-10-01T07:00:00Z").value(),
                             .a = core::Instant::parse("2024-10-01T08:00:00Z").value(),
                             .statut = statut};
        for (const auto une : presences)
            un.participations.push_back({agenda::Genre::personne, "p", une});
        return std::string{fhir::traits_du_rendez_vous(un).statut};
    };
    CHECK(dite(Statut::planifie, {Presence::attendue}) == "booked");
    CHECK(dite(Statut::valide, {}) == "booked");
    CHECK(dite(Statut::realise, {Presence::presente, Presence::absente}) == "fulfilled");
    CHECK(dite(Statut::realise, {Presence::absente, Presence::absente}) == "noshow");
    CHECK(dite(Statut::realise, {Presence::refusee}) == "fulfilled");  // a refusal is no absence
    CHECK(dite(Statut::annule, {Presence::absente}) == "cancelled");
}
