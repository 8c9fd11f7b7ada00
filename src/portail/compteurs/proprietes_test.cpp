// Whatever the rows: what each axis tells sums to the national figure, and nothing told comes from
// too few.
#include <random>

#include "portail/compteurs/compteurs_pour_tests.hpp"

namespace grappe::compteurs {
namespace {

std::string hasard(unsigned graine) {
    std::mt19937 tirage{graine};
    const auto un = [&](std::size_t bornes) { return static_cast<std::size_t>(tirage()) % bornes; };
    const std::array departements{"33", "24", "2A", "2B", "35", "99"};
    const std::array secteurs{"PA", "PH", "DOM", "PDE"};
    std::string texte;
    int numero = 0;
    const auto conventions = un(8);
    for (std::size_t c = 0; c < conventions; ++c) {
        const auto dossier = "d" + std::to_string(c);
        const auto guichet = un(4) == 0 ? "national" : "75";
        texte += "convention " + dossier + (un(2) ? " NA-2024 " : " KIT-2024 ") + guichet;
        std::string mesures;
        const auto essms = 1 + un(6);
        for (std::size_t e = 0; e < essms; ++e) {
            const auto finess =
                departements[un(departements.size())] + std::to_string(1000000 + un(12));
            texte +=
                " " + finess + ":" + secteurs[un(secteurs.size())] + ":" + std::to_string(un(900));
            for (auto m = un(3); m > 0; --m)
                mesures += "mesure " + dossier + " " + finess + (un(3) ? " signe" : " declare") +
                           " 2024-0" + std::to_string(1 + un(9)) + "-15 " +
                           std::to_string(++numero) + " " + std::to_string(un(80)) + "\n";
        }
        texte += "\n" + mesures;
        if (un(2)) texte += "verse " + dossier + " " + std::to_string(1 + un(500)) + "\n";
    }
    return texte;
}

void verifier(Compteur compteur, const Colonne& colonne, const Compteurs& compteurs,
              std::size_t seuil) {
    const auto national = compteurs.national.find(compteur);
    REQUIRE(colonne.total.has_value() == (national != compteurs.national.end()));
    std::int64_t somme = colonne.regroupe ? colonne.regroupe->valeur : 0;
    std::size_t regroupees = 0;
    const bool nombre = compteur == Compteur::projets || compteur == Compteur::etablissements ||
                        compteur == Compteur::etablissements_mesures;
    for (const auto& [code, cellule] : colonne.cellules) {
        CHECK(cellule.etat != Etat::absente);
        regroupees += cellule.etat == Etat::regroupee;
        if (cellule.etat != Etat::dite) continue;
        somme += cellule.grandeur.valeur;
        CHECK((nombre || cellule.grandeur.unites >= seuil));
    }
    if (!colonne.total) {
        CHECK(regroupees == colonne.cellules.size());
        CHECK_FALSE(colonne.regroupe);
        return;
    }
    CHECK(regroupees != 1);
    CHECK(somme == colonne.total->valeur);
    CHECK(*colonne.total == national->second);
    if (colonne.regroupe) CHECK(colonne.regroupe->unites >= seuil);
}

}  // namespace

TEST_CASE("each axis sums to the national figure and nothing told comes from too few") {
    for (unsigned graine = 0; graine < 400; ++graine) {
        const auto texte = hasard(graine);
        CAPTURE(texte);
        const tests::Lu lu{texte};
        for (const std::size_t seuil : {1U, 2U, 3U, 5U}) {
            CAPTURE(seuil);
            const auto compteurs = lu.compter(seuil);
            for (const auto* axe : {&compteurs.regions, &compteurs.secteurs, &compteurs.appels})
                for (const auto& [compteur, colonne] : axe->colonnes)
                    verifier(compteur, colonne, compteurs, seuil);
        }
    }
}

TEST_CASE("the order in which reports are read changes nothing") {
    for (unsigned graine = 0; graine < 100; ++graine) {
        const auto texte = hasard(graine);
        std::istringstream lignes{texte};
        std::string autres, mesures;
        for (std::string ligne; std::getline(lignes, ligne);)
            if (ligne.starts_with("mesure"))
                mesures = ligne + "\n" + mesures;
            else
                autres += ligne + "\n";
        CHECK(tests::Lu{texte}.compter(1).national ==
              tests::Lu{autres + mesures}.compter(1).national);
    }
}

}  // namespace grappe::compteurs
