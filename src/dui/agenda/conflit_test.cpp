// Clashes: both sides of each bound, sentences, and a search two by two.
#include "dui/agenda/conflit.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "dui/agenda/pour_tests.hpp"

namespace grappe::agenda {

using tests::espaces_simples, tests::evenement, tests::personne;

namespace {

const std::vector<Ressource> lieux{
    {.genre = Genre::salle, .id = "1", .nom = "Salle 1", .places = 3, .partagee = true},
    {.genre = Genre::salle, .id = "2", .nom = "Salle 2", .places = 2},
    {.genre = Genre::vehicule, .id = "1", .nom = "Minibus", .places = 3}};

Participation salle(const std::string& id) { return {Genre::salle, id}; }

std::string textes(const std::vector<Conflit>& tous) {
    std::multiset<std::string> lignes;
    for (const auto& un : tous) {
        auto ligne = std::to_string(static_cast<int>(un.nature)) + " " +
                     std::string{core::name_of(un.genre)} + " " + un.ressource + " " +
                     un.de.utc_text() + " " + un.a.utc_text() + " " + std::to_string(un.prises);
        for (const auto indice : un.evenements) ligne += " " + std::to_string(indice);
        lignes.insert(ligne);
    }
    std::string texte;
    for (const auto& ligne : lignes) texte += ligne + "\n";
    return texte;
}

// What each thing is taken by, two by two and minute after minute.
class Recherche {
public:
    explicit Recherche(const std::vector<Evenement>& tous) : tous_{tous} {}

    std::vector<Conflit> faire() {
        for (const auto& [genre, nom] : names(Genre{}))
            for (int id = 1; id <= 4; ++id) chercher(genre, std::to_string(id));
        return trouves_;
    }

private:
    bool prise(std::size_t i, Genre genre, const std::string& id) const {
        const auto& siennes = tous_[i].participations;
        return tous_[i].statut != Statut::annule &&
               std::any_of(siennes.begin(), siennes.end(), [&](const Participation& une) {
                   return une.genre == genre && une.id == id &&
                          (une.presence == Presence::attendue ||
                           une.presence == Presence::presente);
               });
    }

    int places(std::size_t i) const {
        int nombre = 0;
        for (const auto& une : tous_[i].participations)
            nombre +=
                (une.genre == Genre::personne || une.genre == Genre::professionnel) &&
                        (une.presence == Presence::attendue || une.presence == Presence::presente)
                    ? 1
                    : 0;
        return nombre;
    }

    void chercher(Genre genre, const std::string& id) {
        const auto lieu = std::find_if(lieux.begin(), lieux.end(), [&](const Ressource& un) {
            return un.genre == genre && un.id == id;
        });
        if (lieu == lieux.end() || !lieu->partagee)
            for (std::size_t i = 0; i < tous_.size(); ++i)
                for (std::size_t j = i + 1; j < tous_.size(); ++j) comparer(i, j, genre, id);
        if (lieu != lieux.end()) remplir(*lieu);
    }

    void comparer(std::size_t i, std::size_t j, Genre genre, const std::string& id) {
        const auto de = std::max(tous_[i].de, tous_[j].de), a = std::min(tous_[i].a, tous_[j].a);
        if (prise(i, genre, id) && prise(j, genre, id) && de < a)
            trouves_.push_back({.nature = Nature::deux_fois,
                                .genre = genre,
                                .ressource = id,
                                .evenements = {i, j},
                                .de = de,
                                .a = a});
    }

    void remplir(const Ressource& lieu) {
        std::optional<Conflit> ouvert;
        const auto midi = tests::a("2026-11-24T12:00").utc();
        for (int n = 0; n < 60; ++n) {
            const auto debut = core::Instant::of(midi + std::chrono::minutes{15 * n});
            int prises = 0;
            std::set<std::size_t> dedans;
            for (std::size_t i = 0; i < tous_.size(); ++i)
                if (prise(i, lieu.genre, lieu.id) && tous_[i].de <= debut && debut < tous_[i].a &&
                    places(i) > 0) {
                    prises += places(i);
                    dedans.insert(i);
                }
            if (prises > lieu.places) {
                if (!ouvert)
                    ouvert = Conflit{.nature = Nature::trop_plein,
                                     .genre = lieu.genre,
                                     .ressource = lieu.id,
                                     .evenements = {},
                                     .de = debut,
                                     .a = debut};
                ouvert->prises = std::max(ouvert->prises, prises);
                dedans.insert(ouvert->evenements.begin(), ouvert->evenements.end());
                ouvert->evenements.assign(dedans.begin(), dedans.end());
            } else if (ouvert) {
                ouvert->a = debut;
                trouves_.push_back(*ouvert);
                ouvert.reset();
            }
        }
    }

    const std::vector<Evenement>& tous_;
    std::vector<Conflit> trouves_{};
};

}  // namespace

TEST_CASE("an end is not a clash; a minute in common is one") {
    std::vector<Evenement> tous{evenement("chant", "10:00", "11:00", {personne("A")}),
                                evenement("cuisine", "11:00", "12:00", {personne("A")})};
    CHECK(conflits(tous, {}).empty());
    tous[1].de = tests::a("2026-11-24T10:59");
    const auto trouves = conflits(tous, {});
    REQUIRE(trouves.size() == 1);
    CHECK(trouves[0].de == tests::a("2026-11-24T10:59"));
    CHECK(trouves[0].a == tests::a("2026-11-24T11:00"));
    CHECK(espaces_simples(dire(trouves[0], {tous, "Alix E."}, tests::phrases())) ==
          "Alix E. est attendue à plusieurs endroits le 24 novembre 2026 de 10 h 59 à 11 h : "
          "« chant », « cuisine ».");
}

TEST_CASE("what is cancelled takes nothing, nor who refused, is away or excused") {
    for (const auto presence : {Presence::refusee, Presence::absente, Presence::excusee}) {
        const std::vector<Evenement> tous{
            evenement("chant", "10:00", "11:00", {personne("A", presence)}),
            evenement("cuisine", "10:00", "11:00", {personne("A")})};
        CHECK(conflits(tous, {}).empty());
    }
    std::vector<Evenement> tous{evenement("chant", "10:00", "11:00", {personne("A")}),
                                evenement("cuisine", "10:00", "11:00", {personne("A")})};
    tous[0].statut = Statut::annule;
    CHECK(conflits(tous, {}).empty());
}

TEST_CASE("a group is one event; the same person named twice in it does not clash") {
    const std::vector<Evenement> tous{
        evenement("chant", "10:00", "11:00", {personne("A"), personne("B"), personne("A")})};
    CHECK(conflits(tous, {}).empty());
}

TEST_CASE("a shared room takes several events as long as there are places") {
    std::vector<Evenement> tous{
        evenement("chant", "10:00", "11:00", {personne("A"), personne("B"), salle("1")}),
        evenement("cuisine", "10:30", "12:00", {personne("C"), salle("1")})};
    CHECK(conflits(tous, lieux).empty());
    tous[1].participations.push_back({Genre::professionnel, "P"});
    const auto trouves = conflits(tous, lieux);
    REQUIRE(trouves.size() == 1);
    CHECK(espaces_simples(dire(trouves[0], {tous, "Salle 1"}, tests::phrases())) ==
          "Salle 1 : 4 personnes pour 3 places, le 24 novembre 2026 de 10 h 30 à 11 h : « chant », "
          "« cuisine ».");
}

TEST_CASE("a room that is not shared has one event, and may be too small for it") {
    const std::vector<Evenement> tous{
        evenement("chant", "10:00", "11:00",
                  {personne("A"), personne("B"), personne("C"), salle("2")}),
        evenement("cuisine", "10:30", "12:00", {personne("D"), salle("2")})};
    const auto trouves = conflits(tous, lieux);
    REQUIRE(trouves.size() == 2);
    CHECK(trouves[0].nature == Nature::trop_plein);
    CHECK(trouves[1].nature == Nature::deux_fois);
    for (const auto& un : trouves) CHECK(!dire(un, {tous, "Salle 2"}, tests::phrases()).empty());
}

TEST_CASE("the sweep finds what a search two by two finds") {
    tests::Hasard hasard;
    for (int essai = 0; essai < 300; ++essai) {
        CAPTURE(essai);
        const auto tous = hasard.evenements(hasard.entre(0, 25));
        const auto trouves = conflits(tous, lieux);
        REQUIRE(textes(trouves) == textes(Recherche{tous}.faire()));
        REQUIRE(std::is_sorted(
            trouves.begin(), trouves.end(),
            [](const Conflit& un, const Conflit& autre) { return un.de < autre.de; }));
    }
}

TEST_CASE("a thousand events at the same hour are told up to a bound") {
    std::vector<Evenement> tous;
    for (int i = 0; i < 1000; ++i)
        tous.push_back(evenement("chant", "10:00", "11:00", {personne("A")}));
    CHECK(conflits(tous, {}).size() == conflits_max);
}

}  // namespace grappe::agenda
