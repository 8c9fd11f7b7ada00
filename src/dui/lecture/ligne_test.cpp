// Lines of the import: what is kept of a sound one, what is said of one at fault.
#include "dui/lecture/ligne.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <string>

namespace grappe::lecture {

using fait::Etat;
using lecture::LecteurDeLigne;

namespace {

const std::string commun = R"("finess_et":"330000001",)";

std::string sejour(const std::string& suite) {
    return R"({"type":"sejour","id":"s1","personne":"p1",)" + commun + suite + "}";
}

// "champ code" of each fault, in the order of the contract's fields they came in.
std::vector<std::string> fautes(const std::string& ligne) {
    LecteurDeLigne lecteur;
    CHECK(lecteur.lire(ligne) == nullptr);
    std::vector<std::string> dites;
    for (const auto& faute : lecteur.fautes())
        dites.push_back(std::string{faute.champ} + " " + faute.code);
    return dites;
}

using Dites = std::vector<std::string>;

}  // namespace

TEST_CASE("a stay is kept with what the contract says of it") {
    LecteurDeLigne lecteur;
    const auto* ligne =
        lecteur.lire(sejour(R"("entree":"2024-01-02","sortie":null,"modalite":"temporaire")"));
    REQUIRE(ligne != nullptr);
    CHECK(ligne->fait.id == "s1");
    CHECK(ligne->fait.personnes == Dites{"p1"});
    CHECK(fait::texte_de(*ligne->fait.debut, fait::Unite::jour) == "2024-01-02");
    CHECK_FALSE(ligne->fait.fin);
    CHECK(ligne->fait.etat == Etat::temporaire);
    CHECK(ligne->fait.reste.empty());
    CHECK_FALSE(ligne->corrige);
    CHECK(ligne->avertissements.empty());
}

TEST_CASE("a default that is written and one left out are the same content") {
    LecteurDeLigne lecteur;
    const auto ecrit = lecteur
                           .lire(sejour(R"("entree":"2024-01-02","modalite":"domicile",)"
                                        R"("projet_possible":true,"corrige":true)"))
                           ->fait;
    const auto tu = lecteur.lire(sejour(R"("modalite":"domicile","entree":"2024-01-02")"))->fait;
    CHECK(ecrit == tu);
    const auto impossible = lecteur
                                .lire(sejour(R"("entree":"2024-01-02","modalite":"domicile",)"
                                             R"("projet_possible":false)"))
                                ->fait;
    CHECK(impossible.reste == R"({"projet_possible":false})");
}

TEST_CASE("all that is wrong in a line is said, each field once") {
    CHECK(fautes(sejour(R"("entree":"2024-02-30","sortie":12,"modalite":"hotel")")) ==
          Dites{"entree import.jour_attendu", "sortie import.jour_attendu",
                "modalite import.mot.sejour"});
    CHECK(fautes(sejour(R"("entree":"2024-02-02","sortie":"2024-02-01","modalite":"permanent")")) ==
          Dites{"sortie import.sortie_avant_entree"});
    CHECK(fautes(R"({"type":"sejour"})") == Dites{"id import.absent", "finess_et import.absent",
                                                  "personne import.absent", "entree import.absent",
                                                  "modalite import.absent"});
    CHECK(fautes(R"({"type":"visite","id":"v1","finess_et":"330000001"})") ==
          Dites{"type import.type_inconnu"});
    CHECK(fautes(R"({"type":"sejour","id":"","finess_et":"330000002","personne":"p",)"
                 R"("entree":"2024-01-01","modalite":"permanent"})") ==
          Dites{"id import.vide", "finess_et import.finess_cle"});
}

TEST_CASE("what is not one object of JSON is said so") {
    for (const auto* faux :
         {"bonjour", "12", "[]", "{", R"({"a":1}{"b":2})", R"({"a":1,})",
          R"({"type":"sejour" /* non */})", R"({"a":"\u0000"})", "{\"a\":\"\xff\"}"})
        CHECK(fautes(faux) == Dites{"json import.json"});
    for (const auto* vide : {"", " \t\r"}) CHECK(fautes(vide) == Dites{"json import.ligne_vide"});
    std::string profond = "{\"a\":";
    for (int n = 0; n < 100; ++n) profond += '[';
    CHECK(fautes(profond) == Dites{"json import.json"});
    CHECK(fautes("{\"a\":\"" + std::string(lecture::octets_par_ligne, 'x') + "\"}") ==
          Dites{"json import.ligne_trop_longue"});
    CHECK(fautes(R"({"a":1,"a":2})") == Dites{"json import.champ_repete"});
    std::string large = "{";
    for (int n = 0; n < 201; ++n) large += "\"c" + std::to_string(n) + "\":1,";
    large.back() = '}';
    CHECK(fautes(large) == Dites{"json import.trop_de_champs"});
}

TEST_CASE("the sentence about a closed word names each word that the line may say") {
    std::ifstream phrases{std::string{GRAPPE_ROOT} + "/locale/fr.txt"};
    std::map<std::string, std::string> dites;
    for (std::string ligne; std::getline(phrases, ligne);)
        if (const auto egal = ligne.find(" = "); egal != std::string::npos)
            dites[ligne.substr(0, egal)] = ligne.substr(egal + 3) + ' ';
    const auto nomme = [&](const std::string& code, std::string_view mot) {
        CAPTURE(mot);
        const auto& phrase = dites[code];
        const auto ici = phrase.find(" " + std::string{mot});
        REQUIRE(ici != std::string::npos);
        CHECK(std::string_view{" ,."}.find(phrase[ici + 1 + mot.size()]) != std::string::npos);
    };
    for (const auto& [type, nom] : names(fait::Type{})) {
        nomme("import.type_inconnu", nom);
        for (const auto& [etat, mot] : names(fait::Etat{}))
            if (fait::admet(type, etat)) nomme("import.mot." + std::string{nom}, mot);
    }
    for (const auto& [sexe, mot] : names(fait::Sexe{})) nomme("import.sexe_inconnu", mot);
}

TEST_CASE("an id fits on a line of the store and in an index") {
    const auto avec = [](const std::string& id) {
        return R"({"type":"sejour","id":")" + id + R"(","personne":"p1",)" + commun +
               R"("entree":"2024-01-02","modalite":"domicile"})";
    };
    LecteurDeLigne lecteur;
    CHECK(lecteur.lire(avec("a b é/" + std::string(octets_par_id - 7, 'x'))) != nullptr);
    CHECK(lecteur.lire(avec("x\\u2028")) != nullptr);
    for (const auto& id : {std::string(octets_par_id + 1, 'x'), std::string{R"(a\nb)"},
                           std::string{R"(a\tb)"}, std::string{R"(a\u007f)"}})
        CHECK(fautes(avec(id)) == Dites{"id import.id_impossible"});
}

TEST_CASE("whom a line names is known even where the rest of it is wrong") {
    LecteurDeLigne lecteur;
    REQUIRE(lecteur.lire(sejour(R"("entree":"2024-02-30","modalite":"permanent")")) == nullptr);
    REQUIRE(lecteur.fautif() != nullptr);
    CHECK(lecteur.fautif()->personnes == Dites{"p1"});
    REQUIRE(lecteur.lire("{") == nullptr);
    CHECK(lecteur.fautif() == nullptr);
}

TEST_CASE("a matricule asks for an identity that may have one") {
    const auto personne = [](const std::string& statut, const std::string& matricule) {
        return R"({"type":"personne","id":"p1",)" + commun +
               R"("nom_naissance":"DURAND","prenoms":["ANNE"],"date_naissance":"1940-01-01",)"
               R"("sexe":"F","lieu_naissance":"33063","statut_identite":")" +
               statut + R"(","matricule_ins":")" + matricule + R"("})";
    };
    const std::string matricule = "240013306300187";
    CHECK(fautes(personne("provisoire", matricule)) ==
          Dites{"matricule_ins import.matricule_sans_identite"});
    CHECK(fautes(personne("validee", matricule)) ==
          Dites{"matricule_ins import.matricule_sans_identite"});
    CHECK(fautes(personne("inconnue", matricule)) == Dites{"statut_identite import.mot.personne"});
    LecteurDeLigne lecteur;
    const auto* ligne = lecteur.lire(personne("qualifiee", "240013306300100"));
    REQUIRE(ligne != nullptr);
    CHECK(ligne->fait.reste == R"({"lieu_naissance":"33063","matricule_ins":"240013306300100",)"
                               R"("nom_naissance":"DURAND","prenoms":["ANNE"],"sexe":"F"})");
    REQUIRE(ligne->avertissements.size() == 1);  // its key is wrong: said, and kept
    CHECK(ligne->avertissements.front().code == "import.matricule_douteux");
}

TEST_CASE("names outside the INS set are kept and told") {
    LecteurDeLigne lecteur;
    const auto texte = std::string{
        R"({"type":"personne","id":"p1",)" + commun +
        R"("nom_naissance":"Düränd \"dit\" l'Aîné","prenoms":["Zoé"],)"
        R"("date_naissance":"1940-01-01",)"
        R"("sexe":"I","lieu_naissance":"Lisbonne","statut_identite":"provisoire","surnom":"Z"})"};
    const auto* ligne = lecteur.lire(texte);
    REQUIRE(ligne != nullptr);
    CHECK(ligne->fait.reste.find(R"("nom_naissance":"Düränd \"dit\" l'Aîné")") !=
          std::string::npos);
    Dites dites;
    for (const auto& un : ligne->avertissements) dites.push_back(un.code);
    CHECK(dites == Dites{"import.hors_jeu_ins", "import.hors_jeu_ins", "import.lieu_sans_code",
                         "import.champ_inconnu"});
    CHECK(lecteur.personne_annoncee() == "p1");
}

}  // namespace grappe::lecture
