// Rights: the committed table, and both sides of every link.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <vector>

#include "access/matrice.hpp"
#include "access/peut.hpp"

namespace grappe::access {
namespace {

using enum Permission;

std::string lire(const std::string& chemin) {
    std::ifstream fichier{chemin};
    std::ostringstream texte;
    texte << fichier.rdbuf();
    return texte.str();
}

Acteur acteur(const char* compte, Role role, const char* region) {
    return {.compte = compte, .role = role, .region = region};
}

const std::vector<std::string> membres{"membre-1", "membre-2"};
const std::vector<std::string> invites{"grades-1"};

Portee dossier(Avancement avancement) {
    return {.porteur = "porteur-1",
            .membres = membres,
            .invites = invites,
            .guichet = "75",
            .avancement = avancement};
}

}  // namespace

TEST_CASE("the matrix is the committed one") {
    const auto chemin = std::string{GRAPPE_ROOT} + "/tests/committed/access-matrix.txt";
    const auto texte = matrice();
    if (texte != lire(chemin))
        std::ofstream{std::string{GRAPPE_ROOT} + "/build/access-matrix.txt"} << texte;
    INFO("the new text is in build/access-matrix.txt");
    CHECK(texte == lire(chemin));
}

TEST_CASE("a draft belongs to its porteur, its members and its guests") {
    const auto brouillon = dossier(Avancement::brouillon);
    CHECK(peut(acteur("porteur-1", Role::porteur, ""), dossier_lire, brouillon));
    CHECK(peut(acteur("porteur-1", Role::porteur, ""), dossier_ecrire, brouillon));
    CHECK_FALSE(peut(acteur("porteur-2", Role::porteur, ""), dossier_lire, brouillon));
    CHECK(peut(acteur("membre-2", Role::porteur, ""), dossier_lire, brouillon));
    CHECK(peut(acteur("membre-2", Role::porteur, ""), part_ecrire, brouillon));
    CHECK_FALSE(peut(acteur("membre-2", Role::porteur, ""), dossier_ecrire, brouillon));
    CHECK_FALSE(peut(acteur("porteur-1", Role::porteur, ""), part_ecrire, brouillon));
    CHECK(peut(acteur("grades-1", Role::grades, "75"), dossier_lire, brouillon));
    CHECK_FALSE(peut(acteur("grades-2", Role::grades, "75"), dossier_lire, brouillon));
    CHECK_FALSE(peut(acteur("ars-1", Role::ars, "75"), dossier_lire, brouillon));
    CHECK_FALSE(peut(acteur("national-1", Role::national, ""), dossier_lire, brouillon));
}

TEST_CASE("a deposited dossier is examined at its desk and by no other") {
    const auto depose = dossier(Avancement::depose);
    CHECK(peut(acteur("a", Role::ars, "75"), dossier_instruire, depose));
    CHECK_FALSE(peut(acteur("a", Role::ars, "94"), dossier_instruire, depose));
    CHECK_FALSE(peut(acteur("a", Role::ars, "94"), dossier_lire, depose));
    CHECK(peut(acteur("n", Role::national, ""), dossier_lire, depose));
    CHECK_FALSE(peut(acteur("n", Role::national, ""), dossier_instruire, depose));
    auto au_national = depose;
    au_national.guichet = guichet_national;
    CHECK(peut(acteur("n", Role::national, ""), dossier_instruire, au_national));
    CHECK_FALSE(peut(acteur("a", Role::ars, "75"), dossier_lire, au_national));
}

TEST_CASE("a committee reads what is receivable at its desk") {
    const auto membre_du_comite = acteur("c", Role::comite, "75");
    CHECK_FALSE(peut(membre_du_comite, dossier_lire, dossier(Avancement::depose)));
    CHECK(peut(membre_du_comite, dossier_lire, dossier(Avancement::recevable)));
    CHECK_FALSE(peut(acteur("c", Role::comite, "11"), avis_rendre, dossier(Avancement::recevable)));
}

TEST_CASE("an accountant stamps in its region, or everywhere when it has none") {
    const auto depose = dossier(Avancement::recevable);
    CHECK(peut(acteur("k", Role::comptable, ""), depenses_viser, depose));
    CHECK(peut(acteur("k", Role::comptable, "75"), depenses_viser, depose));
    CHECK_FALSE(peut(acteur("k", Role::comptable, "94"), depenses_viser, depose));
    CHECK_FALSE(peut(acteur("k", Role::comptable, ""), dossier_lire, depose));
}

TEST_CASE("acts without object") {
    CHECK(peut(acteur("p", Role::porteur, ""), dossier_creer));
    CHECK_FALSE(peut(acteur("p", Role::porteur, ""), dossier_ecrire));
    CHECK(pourrait(acteur("p", Role::porteur, ""), dossier_ecrire));
    CHECK(pourrait(acteur("p", Role::porteur, ""), part_ecrire));
    CHECK_FALSE(pourrait(acteur("a", Role::ars, "75"), dossier_ecrire));
    CHECK(peut(acteur("x", Role::admin, ""), journal_lire));
    CHECK_FALSE(peut(acteur("a", Role::ars, "75"), journal_lire));
}

TEST_CASE("who decides never writes the application, and who writes it never decides") {
    for (const auto permission : {dossier_ecrire, dossier_deposer, piece_deposer, part_ecrire,
                                  depenses_declarer, usage_declarer})
        for (const auto& role : names(Role{}))
            if (est_un_guichet(role.value)) CHECK(lien(permission, role.value) == Lien::rien);
    for (const auto permission : {dossier_instruire, recevabilite_decider, montant_decider,
                                  avis_rendre, solde_decider, versement_valider, depenses_viser})
        for (const auto role : {Role::porteur, Role::membre, Role::grades, Role::collectif})
            CHECK(lien(permission, role) == Lien::rien);
}

}  // namespace grappe::access
