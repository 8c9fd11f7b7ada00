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
const std::vector<Invite> invites{
    {"grades-1", Role::grades}, {"collectif-1", Role::collectif}, {"porteur-9", Role::grades}};

Portee dossier(Avancement avancement) {
    return {.porteur = "porteur-1",
            .membres = membres,
            .invites = invites,
            .guichet = "75",
            .avancement = avancement};
}

}  // namespace

TEST_CASE("the matrix of each program is the committed one") {
    const std::string racine{GRAPPE_ROOT};
    for (const auto& [programme, nom] : {std::pair{Programme::portail, "access-matrix.txt"},
                                         std::pair{Programme::dui, "access-matrix-dui.txt"}}) {
        const auto texte = matrice(programme), commise = lire(racine + "/tests/committed/" + nom);
        if (texte != commise) std::ofstream{racine + "/build/" + nom} << texte;
        INFO("the new text is in build/", std::string{nom});
        CHECK(texte == commise);
    }
}

TEST_CASE("but for accounts and journal, an act belongs to one program") {
    for (const auto& permission : names(Permission{})) {
        int au_portail = 0, au_dui = 0;
        for (const auto& role : names(Role{})) {
            const bool droit = lien(permission.value, role.value) != Lien::rien;
            (programme_de(role.value) == Programme::portail ? au_portail : au_dui) += droit ? 1 : 0;
        }
        CAPTURE(permission.name);
        const bool des_deux = permission.value == compte_sien || permission.value == compte_creer ||
                              permission.value == journal_lire;
        CHECK((au_portail > 0 && au_dui > 0) == des_deux);
        CHECK(au_portail + au_dui > 0);
    }
}

TEST_CASE("a record is read where one works, and nowhere by who keeps the machines") {
    const std::vector<std::string> ici{"750000010"}, partout;
    const auto soignant = acteur("s", Role::professionnel, "");
    CHECK(peut_a(soignant, dossier_usager_lire, ici, "750000010"));
    CHECK_FALSE(peut_a(soignant, dossier_usager_lire, ici, "750000028"));
    CHECK(peut_a(soignant, dossier_usager_lire, partout, "750000028"));
    CHECK_FALSE(peut_a(soignant, indicateur_lire, partout, "750000010"));
    CHECK_FALSE(
        peut_a(acteur("i", Role::informatique, ""), dossier_usager_lire, partout, "750000010"));
    CHECK_FALSE(peut_a(acteur("x", Role::admin, ""), dossier_usager_lire, partout, "750000010"));
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

TEST_CASE("who was invited reads that dossier under the role of its invitation") {
    const auto brouillon = dossier(Avancement::brouillon), depose = dossier(Avancement::depose);
    const auto grades = acteur("grades-1", Role::grades, "75");
    const auto collectif = acteur("collectif-1", Role::collectif, "75");
    CHECK(peut(grades, dossier_lire, depose));
    CHECK(peut(grades, usage_lire, depose));
    CHECK_FALSE(peut(grades, message_lire, depose));
    CHECK_FALSE(peut(grades, resultat_lire, depose));
    CHECK_FALSE(peut(grades, piece_deposer, brouillon));
    CHECK(peut(collectif, dossier_lire, brouillon));
    CHECK_FALSE(peut(collectif, dossier_lire, depose));
    CHECK_FALSE(peut(collectif, usage_lire, depose));
    // The link is of the role, not of the account alone.
    CHECK_FALSE(peut(acteur("grades-1", Role::collectif, "75"), dossier_lire, brouillon));
}

TEST_CASE("an account of the public has of its invitation nothing but that dossier") {
    const auto depose = dossier(Avancement::depose);
    const auto invite = acteur("porteur-9", Role::porteur, "");
    CHECK(peut(invite, dossier_lire, depose));
    CHECK(peut(invite, dossier_conseiller, depose));
    CHECK_FALSE(peut(invite, dossier_ecrire, depose));
    // What a GRADeS reads of its whole region stays that of accounts made for it.
    CHECK_FALSE(peut(invite, demande_grappe_lire, depose));
    CHECK_FALSE(peut(acteur("ars-9", Role::ars, "94"), dossier_conseiller, depose));
    CHECK_FALSE(pourrait(acteur("ars-9", Role::ars, "94"), dossier_conseiller));
    CHECK(pourrait(invite, dossier_conseiller));
}

TEST_CASE("a dossier that moved is examined there and still read where it was deposited") {
    auto porte = dossier(Avancement::depose);
    porte.examen = guichet_national;
    const auto ars = acteur("a", Role::ars, "75"), national = acteur("n", Role::national, "");
    CHECK(peut(national, dossier_instruire, porte));
    CHECK(peut(national, recevabilite_decider, porte));
    CHECK(peut(national, message_ecrire, porte));
    CHECK_FALSE(peut(ars, dossier_instruire, porte));
    CHECK_FALSE(peut(ars, recevabilite_decider, porte));
    CHECK_FALSE(peut(ars, message_ecrire, porte));
    CHECK(peut(ars, dossier_lire, porte));
    CHECK(peut(ars, note_lire, porte));
    CHECK(peut(ars, instruction_deplacer, porte));
    CHECK_FALSE(peut(acteur("a", Role::ars, "94"), note_lire, porte));
    // Its opinion and its money stay with the desk of the deposit.
    CHECK(peut(ars, avis_rendre, porte));
    CHECK_FALSE(peut(national, avis_rendre, porte));
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
