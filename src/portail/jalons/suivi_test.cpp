// Plays every case of tests/jalons, and whole years.
#include "portail/jalons/suivi.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "portail/jalons/cas_pour_tests.hpp"
#include "portail/jalons/terme.hpp"
#include "rules/phrases.hpp"

namespace grappe::jalons {

using tests::Cas, tests::Ligne, tests::Monde, tests::Mots;

namespace {

const rules::Phrases& phrases() {
    static const auto toutes = [] {
        std::ifstream fichier{tests::racine + "/locale/fr.txt"};
        std::ostringstream texte;
        texte << fichier.rdbuf();
        return rules::Phrases::charger(texte.str()).value();
    }();
    return toutes;
}

std::string ou_rien(const std::optional<core::Date>& jour) { return jour ? jour->text() : "-"; }

std::string obtenu(const Jalon& jalon, const std::string& cle) {
    if (cle == "etat") return std::string{core::name_of(jalon.etat)};
    if (cle == "nature") return std::string{core::name_of(jalon.nature)};
    if (cle == "suite") return std::string{core::name_of(jalon.suite)};
    if (cle == "terme") return ou_rien(jalon.terme);
    if (cle == "texte") return ou_rien(jalon.terme_du_texte);
    if (cle == "prevu") return ou_rien(jalon.prevu_le);
    if (cle == "fait") return ou_rien(jalon.fait_le);
    if (cle == "jours") return jalon.jours ? std::to_string(*jalon.jours) : "-";
    return "?";
}

std::string suite(const Mots& m, std::size_t debut) {
    std::string texte;
    for (std::size_t i = debut; i < m.size(); ++i) texte += (i == debut ? "" : " ") + m[i];
    return texte;
}

std::string espaces_simples(std::string texte) {
    for (const std::string espace : {"\u00a0", "\u202f"})
        for (auto ou = texte.find(espace); ou != texte.npos; ou = texte.find(espace))
            texte.replace(ou, espace.size(), " ");
    return texte;
}

std::string imperatif(const Suivi& suivi) {
    const auto* premier = suivi.prochain_imperatif();
    if (premier == nullptr) return "-";
    return std::string{core::name_of(premier->genre)} + " " + premier->terme->text();
}

// "=> JALON [E1] cle valeur"
void verifier_un_jalon(const Mots& m, const Suivi& suivi) {
    const auto genre = core::named<Genre>(m[1]).value();
    const bool d_un_essms = suivi.deploiement(m[2]) != nullptr;
    const auto& jalon = d_un_essms ? *suivi.deploiement(m[2]) : suivi.jalon(genre);
    const std::size_t cle = d_un_essms ? 3 : 2;
    const auto attendu = suite(m, cle + 1);
    if (m[cle] == "dit")
        CHECK(espaces_simples(phrases().rendre(jalon.phrase, jalon.faits)).find(attendu) !=
              std::string::npos);
    else if (m[cle] == "source")
        CHECK(rules::en_clair(jalon.source).find(attendu) != std::string::npos);
    else
        CHECK(obtenu(jalon, m[cle]) == attendu);
}

void jouer(const Cas& cas) {
    CAPTURE(cas.nom);
    Monde monde{cas};
    std::string tolere;
    for (const auto& ligne : cas.lignes) {
        CAPTURE(ligne.numero);
        if (monde.donner(ligne)) {
            CHECK(tolere.empty());  // a refusal that no line expects
            tolere = monde.refus();
            continue;
        }
        if (ligne.mots[1] == "refus") {
            CHECK(tolere == ligne.mots[2]);
            tolere.clear();
        } else if (ligne.mots[1] == "imperatif") {
            CHECK(imperatif(monde.suivi()) == suite(ligne.mots, 2));
        } else {
            CHECK(tolere.empty());
            verifier_un_jalon(ligne.mots, monde.suivi());
        }
    }
    CHECK(tolere.empty());
}

core::Date le(const char* jour) { return core::Date::parse(jour).value(); }

}  // namespace

TEST_CASE("every case of tests/jalons") {
    int joues = 0;
    for (const auto& entree : std::filesystem::directory_iterator{tests::racine + "/tests/jalons"})
        if (entree.path().extension() == ".cas")
            for (const auto& cas : tests::lire_les_cas(entree.path().string())) {
                jouer(cas);
                ++joues;
            }
    CHECK(joues >= 45);
}

TEST_CASE("a forfeiture counts whole years from the next 1 January") {
    for (const char* signee : {"2023-01-01", "2023-11-12", "2023-12-31"})
        CHECK(dernier_jour_d_annee(le(signee), 48) == le("2027-12-31"));
}

TEST_CASE("every sentence of a milestone is written, for every kind, state and nature") {
    for (const auto& [genre, nom] : names(Genre{}))
        CHECK(phrases().contient("jalons.nom." + std::string{nom}));
    for (const auto& [etat, nom] : names(Etat{}))
        CHECK(phrases().contient("jalons.etat." + std::string{nom}));
    for (const auto& [nature, nom] : names(Nature{}))
        CHECK(phrases().contient("jalons.nature." + std::string{nom}));
}

}  // namespace grappe::jalons
