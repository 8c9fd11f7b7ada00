// A dossier that was written is the one that was read: no fact is lost, unknown and none stay
// apart.
#include "portail/documents/dossier_ecrit.hpp"

#include <doctest/doctest.h>

#include "portail/dossier/lecture_dossier.hpp"
#include "portail/dossier/territoires_pour_tests.hpp"

namespace grappe::documents {
namespace {

std::string relu(std::string_view texte) {
    const auto territoires = dossier::territoires_pour_tests();
    const auto lecture =
        dossier::lire_dossier(texte, {.appel_impose = {}, .territoires = territoires});
    REQUIRE(lecture.fautes.empty());
    return ecrire_le_dossier(*lecture.dossier);
}

// Every key of contract portail-check, in its order.
constexpr std::string_view entier =
    R"({"appel":"NA-2024","depose_le":"2024-05-24T21:59:59Z","nature":"extension",)"
    R"("porteur":{"raison_sociale":"Association \"fictive\"","siret":"35600000000048",)"
    R"("finess_ej":"330012345","region":"75","statut":"prive_non_lucratif","recupere_tva":false,)"
    R"("commande_publique":true,"ght":null,"entite_nationale":false},)"
    R"("organismes":[{"finess_ej":"330012345","raison_sociale":null,"essms_geres":12}],)"
    R"("essms":[{"finess_et":"330012345","finess_ej":"330012345","regime":"montee_de_version",)"
    R"("categorie":"460","secteur":"DOM","departement":"33",)"
    R"("financeurs":["assurance_maladie","departement"],"eligible_sons":true,)"
    R"("contrat_editeur_signe_le":null,)"
    R"("heures":{"annee":2023,"total":"48000.50","apa":"22000.00","pch":null,"autres":"0.00"},)"
    R"("devis_materiel":"6200.00","autre_aide_europeenne":false,)"
    R"("financement_anterieur":{"programme":"esms_numerique","solution":"Logiciel"},)"
    R"("commande_sons":{"solution":"Logiciel","va_signee_le":"2023-02-01"},)"
    R"("premiere_mom_le":"2023-03-01","entite_nationale":false}],)"
    R"("solution":{"nom":"Logiciel","version":"1","dsr":["MS1","MS2"],"referencee_le":null,)"
    R"("referencement_en_cours":true,"editeur_inscrit_au_guichet_le":"2024-01-01",)"
    R"("debut_parametrage_le":"2024-09-01","mise_en_concurrence":null,"centrale_achat":"oui",)"
    R"("ght":{"marche_public":true,"etude_couverture":false,"sans_autre_aide":true}},)"
    R"("amoa":{"devis":"84000.00"},)"
    R"("extension":{"grappe_deja_financee":true,"contrat_regulier":true,)"
    R"("sans_risque_excessif":null,)"
    R"("essms_deja_finances":{"acquisition":45,"montee_de_version":0}},)"
    R"("pieces":[{"type":"DOC-01","fichier":"note.pdf"},)"
    R"({"type":"DOC-04","fichier":"lettre.pdf","organisme":"330012345"}],)"
    R"("convention_signee_le":null,"depenses":{"materiel":"100.00","amoa":"0.00"}})";

}  // namespace

TEST_CASE("every fact of the contract is written as it is read") { CHECK(relu(entier) == entier); }

TEST_CASE("what is unknown is left out") {
    constexpr std::string_view peu =
        R"({"appel":"NA-2024","depose_le":"2024-05-24T21:59:59Z",)"
        R"("porteur":{"siret":"35600000000048"},"organismes":[],)"
        R"("essms":[{"finess_et":"330012345","regime":"acquisition","heures":{"total":"12.00"}}],)"
        R"("pieces":[]})";
    CHECK(relu(peu) == peu);
}

}  // namespace grappe::documents
