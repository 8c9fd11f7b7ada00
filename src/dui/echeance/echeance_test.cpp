// Plays every case of tests/echeances; the table of sectors and kinds; lists across stays.
#include "dui/echeance/echeance.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "dui/echeance/cas_pour_tests.hpp"
#include "dui/echeance/liste.hpp"

namespace grappe::echeance {

using rules::tests::espaces_simples;
using tests::le, tests::phrases, tests::regles;

namespace {

std::string ou_rien(const std::optional<core::Date>& jour) { return jour ? jour->text() : "-"; }

std::string obtenu(const Obligation& une, const std::string& cle) {
    if (cle == "etat") return std::string{core::name_of(une.etat)};
    if (cle == "terme") return ou_rien(une.terme);
    if (cle == "faite") return ou_rien(une.faite_le);
    if (cle == "jours") return une.jours ? std::to_string(*une.jours) : "-";
    if (cle == "alerte") return une.alerte ? en_clair(*une.alerte) : "-";
    if (cle == "certitude" && une.regle) return std::string{core::name_of(une.regle->certitude)};
    return "?";
}

bool contient(const std::string& texte, const std::string& mots) {
    return espaces_simples(texte).find(mots) != std::string::npos;
}

// What follows the n-th word of a line.
std::string apres(const tests::Ligne& ligne, std::size_t mots) {
    std::string texte;
    for (std::size_t i = mots; i < ligne.mots.size(); ++i)
        texte += (i == mots ? "" : " ") + ligne.mots[i];
    return texte;
}

void verifier_le_choix(const tests::Ligne& ligne, const Choix& choix) {
    const auto attendu = apres(ligne, 2);
    if (ligne.mots[1] == "document") CHECK(core::name_of(choix.profil) == attendu);
    if (ligne.mots[1] == "motif")
        CHECK(std::any_of(choix.motifs.begin(), choix.motifs.end(), [&](const Motif& un) {
            return contient(phrases().rendre(un.phrase, un.faits), attendu);
        }));
}

// "=> CODE [n] cle valeur"
void verifier(const tests::Ligne& ligne, const std::vector<Obligation>& toutes) {
    const auto code = core::named<Code>(ligne.mots[1]).value();
    std::vector<const Obligation*> siennes;
    for (const auto& une : toutes)
        if (une.code == code) siennes.push_back(&une);
    std::size_t cle = 2, rang = 0;
    if (std::isdigit(static_cast<unsigned char>(ligne.mots[2][0])) != 0)
        rang = std::stoul(ligne.mots[cle++]) - 1;
    const auto attendu = apres(ligne, cle + 1);
    if (ligne.mots[cle] == "nombre") {
        CHECK(std::to_string(siennes.size()) == attendu);
        return;
    }
    REQUIRE(rang < siennes.size());
    const auto& une = *siennes[rang];
    if (ligne.mots[cle] == "dit") {
        const auto dit = dire(une, phrases());
        CAPTURE(dit);
        CHECK(contient(dit, attendu));
    } else if (ligne.mots[cle] == "source") {
        CHECK(contient(rules::en_clair(une.regle->source), attendu));
    } else {
        CHECK(obtenu(une, ligne.mots[cle]) == attendu);
    }
}

void jouer(const tests::Cas& cas) {
    CAPTURE(cas.nom);
    tests::Monde monde;
    for (const auto& ligne : cas.lignes) {
        CAPTURE(ligne.numero);
        if (monde.donner(ligne)) continue;
        if (ligne.mots[1] == "document" || ligne.mots[1] == "motif")
            verifier_le_choix(ligne, monde.choix());
        else
            verifier(ligne, monde.obligations());
    }
}

// Every sector, kind of care, age and measure, for a stay without an end and for a short one.
std::vector<std::pair<std::string, Sejour>> tous_les_sejours() {
    std::vector<std::pair<std::string, Sejour>> tous;
    for (const auto& [secteur, nom_secteur] : names(referentiels::Secteur{}))
        for (const auto& [genre, nom_genre] : names(Accompagnement{}))
            for (const auto& [age, nom_age] : names(Age{}))
                for (const auto mesure : {Mesure::aucune, Mesure::judiciaire})
                    for (const bool court : {false, true}) {
                        Sejour un{.secteur = secteur,
                                  .accompagnement = genre,
                                  .admission = le("2026-01-05"),
                                  .age = age,
                                  .mesure = mesure,
                                  .entretien = le("2026-01-02"),
                                  .notification = le("2025-12-15")};
                        if (court) un.fin_prevue = le("2026-02-01");
                        tous.emplace_back(std::string{nom_secteur} + " " + std::string{nom_genre} +
                                              " " + std::string{nom_age} +
                                              (mesure == Mesure::judiciaire ? " judiciaire" : "") +
                                              (court ? " court" : ""),
                                          std::move(un));
                    }
    return tous;
}

std::string table() {
    std::string texte =
        "# Document et échéances par secteur, accompagnement, âge, mesure et durée ; admission le "
        "2026-01-05,\n# entretien le 2026-01-02, notification le 2025-12-15, fin d'un séjour court "
        "le 2026-02-01. Produit par les tests.\n";
    for (const auto& [nom, sejour] : tous_les_sejours()) {
        texte += nom + " : ";
        texte += core::name_of(choisir(sejour, regles(), sejour.admission).profil);
        for (const auto& une : calculer(sejour, regles(), sejour.admission))
            if (une.terme)
                texte += " ; " + std::string{core::name_of(une.code)} + " " + une.terme->text();
        texte += "\n";
    }
    return texte;
}

}  // namespace

TEST_CASE("every case of tests/echeances") {
    int joues = 0;
    for (const auto& entree :
         std::filesystem::directory_iterator{tests::racine + "/tests/echeances"})
        if (entree.path().extension() == ".cas")
            for (const auto& cas : tests::lire_les_cas(entree.path().string())) {
                jouer(cas);
                ++joues;
            }
    CHECK(joues >= 30);
}

TEST_CASE("sectors and kinds are the committed table") {
    const auto texte = table();
    const auto commise = tests::lire_fichier("tests/committed/echeances.txt");
    if (texte != commise) std::ofstream{tests::racine + "/build/echeances.txt"} << texte;
    INFO("the new text is in build/echeances.txt");
    CHECK(texte == commise);
}

TEST_CASE("each obligation is told once at least, in a sentence, with its reason") {
    for (const auto& [nom, sejour] : tous_les_sejours()) {
        CAPTURE(nom);
        const auto toutes = calculer(sejour, regles(), sejour.admission);
        for (const auto& [code, mot] : names(Code{}))
            CHECK(std::any_of(toutes.begin(), toutes.end(),
                              [&](const Obligation& une) { return une.code == code; }));
        for (const auto& une : toutes) {
            CHECK(!dire(une, phrases()).empty());
            CHECK(une.terme.has_value() ==
                  (une.etat != Etat::sans_objet && une.etat != Etat::a_dater));
        }
        for (const auto& motif : choisir(sejour, regles(), sejour.admission).motifs)
            CHECK(!phrases().rendre(motif.phrase, motif.faits).empty());
    }
}

TEST_CASE("every word of a rule has its sentence") {
    for (const auto& [certitude, nom] : names(Certitude{}))
        CHECK(phrases().contient("echeance.certitude." + std::string{nom}));
    for (const auto& [etat, nom] : names(Etat{}))
        CHECK(phrases().contient("echeance.etat." + std::string{nom}));
}

TEST_CASE("a rule that changes holds for what starts from its day on") {
    auto changees = regles();
    for (auto une : regles().toutes)
        if (une.code == Code::signature) {
            une.du = le("2026-01-10");
            une.delai = {2, Delai::Unite::mois};
            changees.toutes.push_back(une);
        }
    Sejour sejour{.secteur = referentiels::Secteur::PA,
                  .accompagnement = Accompagnement::permanent,
                  .admission = le("2026-01-09")};
    const auto signature = [&] {
        for (const auto& une : calculer(sejour, changees, le("2026-03-01")))
            if (une.code == Code::signature) return une.terme->text();
        return std::string{};
    };
    CHECK(signature() == "2026-02-09");
    sejour.admission = le("2026-01-10");
    CHECK(signature() == "2026-03-10");
}

TEST_CASE("lists across stays have one order, whatever the order of the stays") {
    std::vector<Suivi> suivis;
    for (const auto* jour : {"2026-01-05", "2025-12-20", "2026-01-05", "2025-11-01"}) {
        const Sejour sejour{.secteur = referentiels::Secteur::PH,
                            .accompagnement = Accompagnement::permanent,
                            .admission = le(jour)};
        suivis.push_back(
            {"S" + std::to_string(suivis.size()), calculer(sejour, regles(), le("2026-01-21"))});
    }
    const auto textes = [](const std::vector<Ligne>& lignes) {
        std::vector<std::string> dits;
        for (const auto& [sejour, une] : lignes)
            dits.push_back(une->terme->text() + " " + std::string{core::name_of(une->code)} + " " +
                           std::string{sejour});
        return dits;
    };
    const auto liste = lister(suivis, 30);
    CHECK(textes(liste.en_retard) ==
          std::vector<std::string>{"2025-11-16 remise S3", "2025-12-01 signature S3",
                                   "2026-01-04 remise S1", "2026-01-20 remise S0",
                                   "2026-01-20 remise S2", "2026-01-20 signature S1"});
    CHECK(textes(liste.bientot) ==
          std::vector<std::string>{"2026-02-05 signature S0", "2026-02-05 signature S2"});
    auto autres = suivis;
    std::reverse(autres.begin(), autres.end());
    CHECK(textes(lister(autres, 30).en_retard) == textes(liste.en_retard));
}

}  // namespace grappe::echeance
