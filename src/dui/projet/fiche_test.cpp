// The forms of a project, its passages, its review and its chain: pure decisions.
#include "dui/projet/fiche.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "dui/echeance/lecture.hpp"
#include "dui/nomenclature/serafin_pour_tests.hpp"
#include "dui/projet/passage.hpp"
#include "dui/projet/plan.hpp"

namespace grappe::projet {
namespace {

core::Date le(const char* jour) { return core::Date::parse(jour).value(); }

std::string codes(Genre genre, const Textes& champs) {
    const auto tous = fautes_de(*fiche_de(genre), champs, nomenclature::serafin_livree(),
                                [](std::string_view id, Genre) { return id == "la"; });
    std::string dits;
    for (const auto& une : tous) dits += une.chemin + "=" + une.code + " ";
    return dits;
}

std::string lire_le_fichier(const std::string& nom) {
    std::ifstream flux{std::string{GRAPPE_ROOT} + "/" + nom};
    std::ostringstream texte;
    texte << flux.rdbuf();
    return texte.str();
}

}  // namespace

TEST_CASE("every attribute of TDDUI that a field carries is in the table of the README") {
    const auto livre = lire_le_fichier("src/dui/projet/README.md");
    int attributs = 0;
    for (const auto& fiche : fiches()) {
        CHECK(livre.find("`" + std::string{core::name_of(fiche.genre)} + "`") != std::string::npos);
        for (const auto& champ : fiche.champs)
            for (const auto& un : mots_de(champ.tddui)) {
                CAPTURE(un);
                CHECK(livre.find(un) != std::string::npos);
                ++attributs;
            }
    }
    CHECK(attributs > 60);
}

TEST_CASE("each field that must be said has its own sentence, and each word of a choice") {
    const auto phrases = lire_le_fichier("locale/fr.txt");
    const auto dite = [&](const std::string& code) {
        CAPTURE(code);
        CHECK(phrases.find("\n" + code + " = ") != std::string::npos);
    };
    for (const auto& fiche : fiches()) {
        const std::string genre{core::name_of(fiche.genre)};
        dite("projet.genre." + genre);
        for (const auto& champ : fiche.champs) {
            const auto nom = "." + genre + "." + std::string{champ.nom};
            dite("projet.champ" + nom);
            if (champ.presence == Presence::requis) dite("projet.manque" + nom);
            for (const auto& mot : mots_de(champ.mots))
                dite("projet.mot" + nom + "." + std::string{mot});
        }
    }
}

TEST_CASE("an expectation is not saved without its origin") {
    CHECK(codes(Genre::attente, {{"description", "Voir la mer"}}) ==
          "origine=projet.manque.attente.origine ");
    CHECK(codes(Genre::attente, {{"description", "Voir la mer"}, {"origine", "voisin"}}) ==
          "origine=projet.choix ");
    for (const auto* origine : {"personne", "proche", "professionnel"})
        CHECK(
            codes(Genre::attente, {{"description", "Voir la mer"}, {"origine", origine}}).empty());
}

TEST_CASE(
    "all that a form got wrong is told at once; an opinion that is not there blocks nothing") {
    CHECK(
        codes(Genre::objectif, {{"debut", "2024-05-01"}, {"fin", "2024-04-30"}, {"besoin", "x"}}) ==
        "titre=projet.manque.objectif.titre description=projet.manque.objectif.description "
        "besoin=projet.lien statut=projet.manque.objectif.statut fin=projet.fin_avant_debut ");
    CHECK(codes(Genre::objectif, {{"titre", "Prendre le bus"},
                                  {"description", "Seul"},
                                  {"besoin", "la"},
                                  {"statut", "ACTIF"}})
              .empty());
    CHECK(codes(Genre::action, {{"titre", std::string(201, 'a')},
                                {"objectifs", "la,ailleurs"},
                                {"statut", "ACTIF"},
                                {"debut", "demain"}}) ==
          "titre=projet.ligne_longue objectifs=projet.lien debut=projet.jour ");
}

TEST_CASE("a need has a code of needs, a service codes of services") {
    CHECK(codes(Genre::besoin, {{"description", "d"}, {"serafin", "1.2.1.1"}}).empty());
    CHECK(codes(Genre::besoin, {{"description", "d"}, {"serafin", "2.1"}}) ==
          "serafin=projet.serafin ");
    CHECK(codes(Genre::prestation, {{"titre", "t"}, {"statut", "ACTIF"}, {"serafin", "2.1,3.1"}})
              .empty());
    CHECK(codes(Genre::prestation, {{"titre", "t"}, {"statut", "ACTIF"}, {"serafin", "2.1,1.2"}}) ==
          "serafin=projet.serafin ");
}

TEST_CASE("fields that a class does not have are left out, and spaces around the others") {
    CHECK(nets(*fiche_de(Genre::projet_vie),
               {{"titre", "  Vivre près de ma sœur "}, {"statut", "x"}}) ==
          Textes{{"titre", "Vivre près de ma sœur"}});
    CHECK(fiche_de(Genre::transmission) == nullptr);
}

TEST_CASE("the table of passages, whole") {
    using enum Statut;
    using P = Passage;
    const auto non = std::optional<Statut>{};
    struct Ligne {
        Statut de;
        std::optional<Statut> demarrer, reprendre_l_ecriture, suspendre, reprendre, terminer;
    };
    const Ligne lignes[] = {{en_preparation, en_cours, non, non, non, termine},
                            {en_cours, non, en_preparation, en_pause, non, termine},
                            {en_pause, non, non, non, en_cours, termine},
                            {termine, non, non, non, non, non}};
    for (const auto& une : lignes) {
        CHECK(apres(une.de, P::demarrer) == une.demarrer);
        CHECK(apres(une.de, P::reprendre_l_ecriture) == une.reprendre_l_ecriture);
        CHECK(apres(une.de, P::suspendre) == une.suspendre);
        CHECK(apres(une.de, P::reprendre) == une.reprendre);
        CHECK(apres(une.de, P::terminer) == une.terminer);
    }
}

TEST_CASE("a review is due within a year of the last one, earlier when it says so or life does") {
    const Delais delais{};
    const auto due = [&](std::vector<Bilan> bilans, std::vector<core::Date> evenements) {
        const auto une =
            revision_de({Statut::en_cours, le("2024-01-15"), bilans, evenements}, delais);
        return une->terme.text() + " " + std::string{core::name_of(une->motif)};
    };
    CHECK(due({}, {}) == "2025-01-15 annuelle");
    CHECK(due({{le("2024-06-01"), {}}, {le("2024-03-01"), le("2024-04-01")}}, {}) ==
          "2025-06-01 annuelle");
    CHECK(due({{le("2024-06-01"), le("2024-12-01")}}, {}) == "2024-12-01 prochain_bilan");
    CHECK(due({{le("2024-06-01"), le("2026-12-01")}}, {}) == "2025-06-01 annuelle");
    CHECK(due({}, {le("2024-02-10")}) == "2024-03-10 evenement");
    CHECK(due({{le("2024-02-10"), {}}}, {le("2024-02-10")}) == "2025-02-10 annuelle");
    CHECK(due({{le("2024-02-10"), {}}}, {le("2024-02-11")}) == "2024-03-11 evenement");
    CHECK_FALSE(revision_de({Statut::termine, le("2024-01-15"), {}, {}}, delais));
}

TEST_CASE(
    "late the day after the term, soon within thirty days of it; the file of terms says both") {
    const auto regles =
        echeance::lire(lire_le_fichier("donnees/echeances/echeances-1.toml")).regles.value();
    const auto delais = delais_de(regles, le("2024-09-30"));
    CHECK(delais.annuelle == 12);
    CHECK(delais.apres_un_evenement == 1);
    CHECK(urgence_de(le("2024-09-29"), le("2024-09-30"), delais) == Urgence::en_retard);
    CHECK(urgence_de(le("2024-09-30"), le("2024-09-30"), delais) == Urgence::bientot);
    CHECK(urgence_de(le("2024-10-30"), le("2024-09-30"), delais) == Urgence::bientot);
    CHECK(urgence_de(le("2024-10-31"), le("2024-09-30"), delais) == Urgence::plus_tard);
    CHECK_FALSE(silence_de(le("2024-01-01"), le("2024-09-01"), le("2024-09-30")));
    CHECK(silence_de(le("2024-01-01"), le("2024-08-31"), le("2024-09-30")) == 30);
    CHECK(silence_de(le("2024-08-01"), {}, le("2024-09-30")) == 60);
}

namespace {

Objet objet(Genre genre, const std::string& id, Textes dit) {
    const auto debut = core::Instant::parse("2024-01-01T00:00:00Z").value();
    return {{1,
             1,
             1,
             {.id = id,
              .genre = genre,
              .classe = partage::Classe::projet,
              .finess_et = core::Finess::parse("330000001").value(),
              .personne = "p1",
              .lie_a = "projet",
              .debut = debut,
              .fin = {},
              .contenu = {}}},
            std::move(dit)};
}

std::string ecrite(const std::vector<Maillon>& maillons) {
    std::string texte;
    for (const auto& un : maillons)
        texte += (un.objet == nullptr ? "-" : un.objet->id()) +
                 (un.suite.empty() ? " " : "(" + ecrite(un.suite) + ") ");
    return texte;
}

Projet essai() {
    Projet projet{
        .lui = objet(Genre::projet, "projet", {{"statut", "ENCOURS"}, {"cree_le", "2024-01-10"}})};
    const auto ajouter = [&](Genre genre, const char* id, Textes dit) {
        projet.parts[genre].push_back(objet(genre, id, std::move(dit)));
    };
    ajouter(Genre::attente, "a1", {});
    ajouter(Genre::attente, "a2", {});
    ajouter(Genre::besoin, "b1", {{"attente", "a1"}});
    ajouter(Genre::besoin, "b2", {{"attente", "retiree"}});
    ajouter(Genre::objectif, "o1", {{"besoin", "b1"}, {"fin", "2024-03-31"}});
    ajouter(Genre::objectif, "o2", {{"besoin", "b2"}});
    ajouter(Genre::action, "x1", {{"objectifs", "o1,o2"}, {"statut", "ACTIF"}});
    ajouter(Genre::action, "x2", {{"objectifs", "retire"}, {"statut", "ANNULE"}});
    ajouter(Genre::moyen, "m1", {{"action", "x1"}});
    ajouter(Genre::prestation, "s1", {{"statut", "ACTIF"}, {"fin", "2024-02-10"}});
    ajouter(Genre::bilan, "r1", {{"le", "2024-02-20"}, {"synthese", "s"}});
    ajouter(Genre::bilan, "r2", {{"le", "2024-03-20"}});
    ajouter(Genre::revue, "v1", {{"le", "2024-02-01"}, {"motif", "chute"}});
    return projet;
}

}  // namespace

TEST_CASE("a chain holds all that stands, what hangs from nothing last") {
    CHECK(ecrite(chaine(essai())) ==
          "a1(b1(o1(x1(m1 ) ) ) ) a2 -(b2(o2(x1(m1 ) ) ) ) -(x2 ) -(s1 ) ");
    CHECK(chaine(Projet{.lui = essai().lui}).empty());
}

TEST_CASE("a month holds its reviews by day, then the actions that it sees") {
    const auto projet = essai();
    const auto revision = projet.revision({});
    CHECK(projet.evenements_ouverts().empty());
    REQUIRE(revision);
    CHECK(*revision == Revision{le("2025-02-20"), Motif::annuelle});
    std::string dits;
    for (const auto& mois : mois_de(projet, revision, le("2024-02-01"), 13)) {
        if (mois.premier > le("2024-03-01") && mois.premier < le("2025-02-01")) continue;
        dits += mois.premier.text() + ":";
        for (const auto& un : mois.evenements)
            dits += " " + std::string{core::name_of(un.quoi)} +
                    (un.le ? "@" + un.le->text().substr(8) : "");
        dits += "\n";
    }
    CHECK(dits ==
          "2024-02-01: revue@01 bilan_tenu@20 action prestation\n"
          "2024-03-01: bilan_prevu@20 objectif_finit@31 action\n"
          "2025-02-01: revision@20 action\n");
}

}  // namespace grappe::projet
