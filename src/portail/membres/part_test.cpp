// Parts: what changes a digest and what leaves it, on made and on random dossiers.
#include "portail/membres/part.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "portail/membres/fusion.hpp"

namespace grappe::membres {
namespace {

const Rattachements registre{{"330000019", "330000001"}, {"330000027", "330000002"}};

dossier::Arbre arbre(const std::string& texte) { return *dossier::lire_arbre(texte).arbre; }

Part part(const std::string& texte, const char* finess_ej) {
    return part_de(arbre(texte), {finess_ej}, registre);
}

std::string empreinte(const std::string& texte, const char* finess_ej) {
    return part(texte, finess_ej).empreinte();
}

const std::string deux_entites =
    R"({"porteur":{"raison_sociale":"Exemple"},"organismes":[
    {"finess_ej":"330000001","raison_sociale":"Une","essms_geres":3}],"essms":[
    {"finess_et":"330000019","regime":"acquisition","heures":{"total":"10","apa":"4"}},
    {"finess_et":"330000035","finess_ej":"330000002","regime":"acquisition"},
    {"finess_et":"330000043","finess_ej":"330000001","regime":"montee_de_version"}]})";

std::string sans(std::string texte, const std::string& avant, const std::string& apres) {
    const auto ou = texte.find(avant);
    REQUIRE(ou != std::string::npos);
    return texte.replace(ou, avant.size(), apres);
}

core::Result<std::string> fondu(const std::string& contenu, const std::string& propose,
                                const char* finess_ej) {
    const auto place = arbre(contenu), propose_lu = arbre(propose);
    return fondre(place, {propose_lu, finess_ej, registre});
}

// A dossier of random lines of three entities, written with random spaces.
struct Tirage {
    std::mt19937 hasard;

    int un_de(int combien) { return std::uniform_int_distribution{0, combien - 1}(hasard); }
    std::string ligne(int rang) {
        return fmt::format(R"({{ "finess_et":{}"33000{:04d}","finess_ej":"33000000{}",)"
                           R"("devis_materiel":"{}.00","ght":{} }})",
                           std::string(static_cast<std::size_t>(un_de(3)), ' '), rang, 1 + un_de(3),
                           un_de(5), un_de(2) == 0 ? "true" : "null");
    }
    std::vector<std::string> lignes() {
        std::vector<std::string> toutes;
        for (int rang = 0, combien = 1 + un_de(8); rang < combien; ++rang)
            toutes.push_back(ligne(rang));
        return toutes;
    }
};

std::string dossier_de(const std::vector<std::string>& lignes) {
    std::string texte{R"({"essms":[)"};
    for (const auto& ligne : lignes) texte.append(texte.back() == '[' ? "" : ",").append(ligne);
    return texte + "]}";
}

}  // namespace

TEST_CASE("a part holds the lines of its entity, said or known by the register, and its body") {
    const auto une = part(deux_entites, "330000001");
    CHECK(une.essms == std::vector<std::string>{"330000019", "330000043"});
    CHECK(une.texte ==
          R"({"essms":{"330000019":{"finess_et":"330000019","heures":{"apa":"4","total":"10"},)"
          R"("regime":"acquisition"},"330000043":{"finess_ej":"330000001",)"
          R"("finess_et":"330000043","regime":"montee_de_version"}},"finess_ej":"330000001",)"
          R"("organisme":{"essms_geres":3,"finess_ej":"330000001","raison_sociale":"Une"},)"
          R"("recupere_tva":null})");
    CHECK(part(deux_entites, "330000002").essms == std::vector<std::string>{"330000035"});
    CHECK(part(deux_entites, "330000009").vide());
}

TEST_CASE("every fact of a part changes its digest, and no fact of another's does") {
    const auto avant = empreinte(deux_entites, "330000001");
    for (const auto& [un, autre] : std::vector<std::pair<std::string, std::string>>{
             {R"("apa":"4")", R"("apa":"5")"},
             {R"("essms_geres":3)", R"("essms_geres":4)"},
             {R"("montee_de_version")", R"("acquisition")"},
             {R"("finess_et":"330000043","finess_ej":"330000001")",
              R"("finess_et":"330000043","finess_ej":"330000002")"}}) {
        CAPTURE(un);
        CHECK(empreinte(sans(deux_entites, un, autre), "330000001") != avant);
    }
    const auto voisin = sans(deux_entites, R"("finess_ej":"330000002","regime":"acquisition")",
                             R"("finess_ej":"330000002","regime":"montee_de_version")");
    CHECK(empreinte(voisin, "330000001") == avant);
    CHECK(empreinte(voisin, "330000002") != empreinte(deux_entites, "330000002"));
    CHECK(empreinte(sans(deux_entites, "Exemple", "Autre"), "330000001") == avant);
}

TEST_CASE("the VAT regime that a member declares is of its part") {
    const auto lu = arbre(deux_entites);
    const auto dit = [&](std::optional<bool> tva) {
        return part_de(lu, {"330000001", tva}, registre).empreinte();
    };
    CHECK(dit(true) != dit(false));
    CHECK(dit(false) != dit(std::nullopt));
}

TEST_CASE("neither order nor spaces change a digest; a repeated number does") {
    for (unsigned graine = 0; graine < 300; ++graine) {
        Tirage tirage{std::mt19937{graine}};
        auto lignes = tirage.lignes();
        const auto avant = empreinte(dossier_de(lignes), "330000001");
        std::shuffle(lignes.begin(), lignes.end(), tirage.hasard);
        CHECK(empreinte(dossier_de(lignes), "330000001") == avant);
        lignes.push_back(
            R"({"finess_et":"330000000","finess_ej":"330000001","devis_materiel":"9.00"})");
        CHECK(empreinte(dossier_de(lignes), "330000001") != avant);
    }
}

TEST_CASE("changing one line changes the part of its entity and leaves all others") {
    for (unsigned graine = 0; graine < 300; ++graine) {
        Tirage tirage{std::mt19937{graine}};
        auto lignes = tirage.lignes();
        const auto avant = dossier_de(lignes);
        auto& ligne =
            lignes[static_cast<std::size_t>(tirage.un_de(static_cast<int>(lignes.size())))];
        const auto sienne = ligne.substr(ligne.find("finess_ej") + 12, 9);
        ligne = sans(ligne, "\"ght\"", "\"nouveau\":1,\"ght\"");
        const auto apres = dossier_de(lignes);
        for (const auto* entite : {"330000001", "330000002", "330000003"}) {
            CAPTURE(ligne);
            CHECK((empreinte(avant, entite) == empreinte(apres, entite)) == (entite != sienne));
        }
    }
}

TEST_CASE("what is no dossier has empty parts") {
    for (const auto* texte : {"null", "[]", "12", R"({"essms":{}})", R"({"essms":[1,null,"x"]})",
                              R"({"essms":[{"finess_ej":12}]})"})
        CHECK(part(texte, "330000001").vide());
}

TEST_CASE("a member's lines take the place of its own and leave every other byte of the values") {
    const auto propose =
        R"({"essms":[{"finess_et":"330000043","regime":"acquisition"},)"
        R"({"finess_et":"330000050","regime":"acquisition"}],"organisme":{"essms_geres":4}})";
    const auto apres = fondu(deux_entites, propose, "330000001");
    REQUIRE(apres);
    CHECK(*apres ==
          R"({"porteur":{"raison_sociale":"Exemple"},)"
          R"("organismes":[{"essms_geres":4,"finess_ej":"330000001"}],"essms":[)"
          R"({"finess_et":"330000035","finess_ej":"330000002","regime":"acquisition"},)"
          R"({"finess_et":"330000043","regime":"acquisition","finess_ej":"330000001"},)"
          R"({"finess_et":"330000050","regime":"acquisition","finess_ej":"330000001"}]})");
}

TEST_CASE("a merge leaves the parts of others as they were, on random dossiers") {
    for (unsigned graine = 0; graine < 300; ++graine) {
        Tirage tirage{std::mt19937{graine}};
        const auto avant = dossier_de(tirage.lignes());
        const auto apres =
            fondu(avant, R"({"essms":[{"finess_et":"330009999","finess_ej":null}]})", "330000001");
        REQUIRE(apres);
        for (const auto* autre : {"330000002", "330000003"})
            CHECK(empreinte(*apres, autre) == empreinte(avant, autre));
        CHECK(part(*apres, "330000001").essms == std::vector<std::string>{"330009999"});
    }
}

TEST_CASE("an establishment of another entity is refused, said or known, in its part or not") {
    const auto code = [](const char* propose) {
        const auto fait = fondu(deux_entites, propose, "330000001");
        return fait ? std::string{"fait"} : fait.error().code + " " + fait.error().detail;
    };
    const std::string refus{"part.etablissement_d_un_autre essms[0].finess_et"};
    CHECK(code(R"({"essms":[{"finess_et":"330000043","finess_ej":"330000002"}]})") == refus);
    CHECK(code(R"({"essms":[{"finess_et":"330000027"}]})") == refus);  // by the register
    CHECK(code(R"({"essms":[{"finess_et":"330000035"}]})") == refus);  // in another's part
    CHECK(code(R"({"essms":[{"finess_et":"330000043","finess_ej":12}]})") == refus);
    CHECK(code(R"({"essms":["330000043"]})") == refus);
    CHECK(code(R"({"essms":[]})") == "fait");
    CHECK(code(R"({"essms":{}})") == "part.forme ");
    CHECK(code(R"([])") == "part.forme ");
    CHECK(code(R"({"essms":[],"organisme":{"finess_ej":"330000002"}})") == "part.forme ");
}

TEST_CASE("a member reads what all share and its own lines alone") {
    const auto lu = arbre(deux_entites);
    CHECK(reduire(lu, {"330000002"}, registre) ==
          R"({"porteur":{"raison_sociale":"Exemple"},"organismes":[],"essms":[)"
          R"({"finess_et":"330000035","finess_ej":"330000002","regime":"acquisition"}]})");
}

TEST_CASE("entities, names, and the lines that the register is asked for") {
    const auto lu = arbre(deux_entites);
    CHECK(entites_de(lu, registre) == std::vector<std::string>{"330000001", "330000002"});
    CHECK(entites_de(lu, {}) == std::vector<std::string>{"330000001", "330000002"});
    CHECK(sans_entite(lu) == std::vector<std::string>{"330000019"});
    CHECK(raison_sociale_de(lu, "330000001") == "Une");
    CHECK(raison_sociale_de(lu, "330000002").empty());
    CHECK(porteur_de(lu).raison_sociale == "Exemple");
}

}  // namespace grappe::membres
