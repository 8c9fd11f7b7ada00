// A search against a plain reading of its rule over every person.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <tuple>

#include "core/texte.hpp"
#include "dui/annuaire/monde_pour_tests.hpp"
#include "storage/test_bases.hpp"

namespace grappe::annuaire {
namespace {

using tests::enregistrer, tests::erables, tests::partout, tests::rafraichir, tests::saules,
    tests::tilleuls, tests::Traits, tests::un_sejour, tests::une_personne;
using Mots = std::vector<std::string>;

Mots mots_de(const std::string& texte) {
    Mots mots{""};
    for (const char c : core::fold(texte))
        if (std::isalnum(static_cast<unsigned char>(c)) != 0)
            mots.back() += c;
        else if (!mots.back().empty())
            mots.emplace_back();
    if (mots.back().empty()) mots.pop_back();
    return mots;
}

bool est_proche(const std::string& mot, const std::string& course) {
    if (core::distance(mot, course) <= 1) return true;
    for (std::size_t n = 0; n + 1 < mot.size(); ++n) {
        auto autre = mot;
        std::swap(autre[n], autre[n + 1]);
        if (autre == course) return true;
    }
    return false;
}

// Level of a word in one field, 4: none.
int niveau(const std::string& mot, const Mots& champ) {
    int meilleur = 4;
    std::string tout;
    for (const auto& un : champ) tout += un;
    if (tout.find(mot) != std::string::npos) meilleur = 2;
    for (std::size_t debut = 0; debut < champ.size(); ++debut) {
        std::string course;
        for (std::size_t fin = debut; fin < champ.size(); ++fin) {
            course += champ[fin];
            if (course == mot) return 0;
            if (course.starts_with(mot)) meilleur = std::min(meilleur, 1);
            if (mot.size() >= 4 && est_proche(mot, course)) meilleur = std::min(meilleur, 3);
        }
    }
    return meilleur;
}

int niveau(const std::string& mot, const Personne& une) {
    if (const auto date = date_tapee(mot))
        return !date->convient(*une.naissance) ? 4 : date->entiere() ? 0 : 1;
    Mots prenoms;
    for (const auto& un : une.prenoms)
        for (auto& partie : mots_de(un)) prenoms.push_back(partie);
    Mots lettres = mots_de(mot);
    std::string colle;
    for (const auto& un : lettres) colle += un;
    return std::min({niveau(colle, mots_de(une.nom_de_naissance)),
                     niveau(colle, mots_de(une.nom_utilise)), niveau(colle, prenoms)});
}

struct Monde {
    std::vector<Personne> personnes;
    std::vector<fait::Fait> faits;
};

using Attendu = std::vector<std::pair<std::string, int>>;

Attendu lecture_simple(const Monde& monde, const std::string& texte, const Lisible& lisible) {
    std::vector<std::tuple<int, std::string, std::string, core::Date, std::string>> trouves;
    for (const auto& une : monde.personnes) {
        const bool visible = lisible(une.finess_et) ||
                             std::any_of(une.sejours.begin(), une.sejours.end(),
                                         [&](const auto& un) { return lisible(un.finess_et); });
        if (!visible) continue;
        int pire = core::fold(texte) == core::fold(une.id) ? 0 : -1;
        std::string reste = core::fold(texte) + " ";
        for (std::size_t fin = 0; pire != 0 && (fin = reste.find(' ')) != std::string::npos;
             reste.erase(0, fin + 1)) {
            const auto mot = reste.substr(0, fin);
            if (mots_de(mot).empty()) continue;
            pire = std::max({pire, 0, niveau(mot, une)});
            if (pire == 0) pire = -2;  // exact so far: go on
        }
        if (pire == -2) pire = 0;
        if (pire < 0 || pire > 3) continue;
        std::string prenoms;
        for (const auto& un : une.prenoms) prenoms += core::fold(un) + " ";
        trouves.emplace_back(pire, core::fold(une.nom_de_naissance), prenoms, *une.naissance,
                             une.id);
    }
    std::sort(trouves.begin(), trouves.end());
    Attendu attendu;
    for (const auto& un : trouves) attendu.emplace_back(std::get<4>(un), std::get<0>(un));
    return attendu;
}

// Few letters, so that words meet, nearly meet and part.
class Sort {
public:
    explicit Sort(unsigned graine) : suite_{graine} {}
    unsigned sous(unsigned borne) { return static_cast<unsigned>(suite_() % borne); }

    std::string mot() {
        static const Mots morceaux{"a", "b", "é", "ma", "ri", "an", "ne", "d", "to"};
        std::string un;
        for (auto n = 1 + sous(4); n > 0; --n)
            un += morceaux[sous(static_cast<unsigned>(morceaux.size()))];
        return un;
    }
    std::string nom() {
        static const Mots entre{"-", " ", "'", "’", " - "};
        auto un = mot();
        for (auto n = sous(3); n > 0; --n)
            un += entre[sous(static_cast<unsigned>(entre.size()))] + mot();
        return un;
    }
    std::string jour() {
        static const Mots jours{"1941-03-12", "1941-12-03", "1942-03-12", "1841-03-12"};
        return jours[sous(static_cast<unsigned>(jours.size()))];
    }
    std::string lieu() {
        static const Mots lieux{tilleuls, erables, saules};
        return lieux[sous(static_cast<unsigned>(lieux.size()))];
    }
    std::string texte() {
        static const Mots dates{"1941", "12/03/1941", "12/03", "03/1941", "12/03/41", "P7", "-"};
        std::string tout;
        for (auto n = 1 + sous(3); n > 0; --n)
            tout += (sous(5) == 0 ? dates[sous(static_cast<unsigned>(dates.size()))] : nom()) + " ";
        return tout;
    }

private:
    std::minstd_rand suite_;
};

Traits traits_tires(Sort& sort) {
    Traits traits{sort.nom(), {sort.nom()}, sort.jour(), sort.lieu()};
    if (sort.sous(4) == 0) traits.prenoms.push_back(sort.nom());
    if (sort.sous(3) == 0) traits.nom_utilise = sort.nom();
    return traits;
}

Monde un_monde(Sort& sort) {
    Monde monde;
    for (int n = 0; n < 60; ++n) {
        const auto id = "p" + std::to_string(n);
        monde.faits.push_back(une_personne(id, traits_tires(sort)));
        auto une = personne_de(monde.faits.back());
        for (auto sejours = sort.sous(3); sejours > 0; --sejours) {
            monde.faits.push_back(un_sejour(id + "-" + std::to_string(sejours), id, {sort.lieu()}));
            une.sejours.push_back(sejour_de(monde.faits.back()));
        }
        monde.personnes.push_back(std::move(une));
    }
    return monde;
}

void changer_des_noms(Sort& sort, Monde& monde, storage::Base& base) {
    std::vector<fait::Fait> faits;
    for (auto& une : monde.personnes) {
        if (sort.sous(8) != 0) continue;
        faits.push_back(une_personne(une.id, traits_tires(sort)));
        auto sejours = std::move(une.sejours);
        une = personne_de(faits.back());
        une.sejours = std::move(sejours);
    }
    enregistrer(base, faits);
}

Attendu reponse_de(const Annuaire& annuaire, const Question& question) {
    Attendu ici;
    for (const auto& une : annuaire.chercher(question).trouvailles)
        ici.emplace_back(une.personne.id, static_cast<int>(une.niveau));
    return ici;
}

}  // namespace

TEST_CASE("a search answers what a plain reading of its rule answers, in its order") {
    const Lisible aux_tilleuls = [](std::string_view lieu) { return lieu == tilleuls; };
    std::size_t trouvees = 0;
    for (unsigned graine = 1; graine <= 30; ++graine) {
        Sort sort{graine};
        auto monde = un_monde(sort);
        Annuaire annuaire;
        auto base = storage::Base::in_memory();
        REQUIRE(storage::migrate(
            base, storage::read_migrations(std::string{GRAPPE_ROOT} + "/schema/dui").value()));
        // In two acts: the second one is woven into the first.
        const auto milieu = monde.faits.begin() + sort.sous(100) % 60;
        enregistrer(base, {monde.faits.begin(), milieu});
        rafraichir(annuaire, base);
        enregistrer(base, {milieu, monde.faits.end()});
        rafraichir(annuaire, base);
        changer_des_noms(sort, monde, base);
        rafraichir(annuaire, base);
        for (int n = 0; n < 60; ++n) {
            const auto texte = n % 2 == 0 ? sort.texte() : sort.mot();
            const auto& lisible = n % 3 == 0 ? aux_tilleuls : partout;
            CAPTURE(graine);
            CAPTURE(texte);
            auto attendu = lecture_simple(monde, texte, lisible);
            REQUIRE(reponse_de(annuaire, {texte, lisible, 1000}) == attendu);
            trouvees += attendu.size();
            const std::size_t combien = 1 + sort.sous(5);
            CHECK(annuaire.chercher({texte, lisible, combien}).il_y_en_a_d_autres ==
                  (attendu.size() > combien));
            if (attendu.size() > combien) attendu.resize(combien);
            REQUIRE(reponse_de(annuaire, {texte, lisible, combien}) == attendu);
        }
    }
    CHECK(trouvees > 10'000);
}

TEST_CASE("an answer depends on nobody whom the asker may not see") {
    for (unsigned graine = 100; graine < 110; ++graine) {
        Sort sort{graine};
        const auto monde = un_monde(sort);
        Monde visibles;
        const Lisible aux_tilleuls = [](std::string_view lieu) { return lieu == tilleuls; };
        const auto gardee = [&](const std::string& id) {
            for (const auto& une : monde.personnes)
                if (une.id == id)
                    return une.finess_et == tilleuls ||
                           std::any_of(une.sejours.begin(), une.sejours.end(),
                                       [](const auto& un) { return un.finess_et == tilleuls; });
            return false;
        };
        for (const auto& un : monde.faits)
            if (gardee(un.personnes.empty() ? un.id : un.personnes[0]))
                visibles.faits.push_back(un);
        Annuaire tout, partie;
        for (auto [annuaire, faits] :
             {std::pair{&tout, &monde.faits}, {&partie, &visibles.faits}}) {
            auto base = storage::Base::in_memory();
            REQUIRE(storage::migrate(
                base, storage::read_migrations(std::string{GRAPPE_ROOT} + "/schema/dui").value()));
            enregistrer(base, *faits);
            rafraichir(*annuaire, base);
        }
        for (int n = 0; n < 50; ++n) {
            const auto texte = n % 2 == 0 ? sort.texte() : sort.mot();
            const auto a = tout.chercher({texte, aux_tilleuls, 5});
            const auto b = partie.chercher({texte, aux_tilleuls, 5});
            CHECK(a.il_y_en_a_d_autres == b.il_y_en_a_d_autres);
            REQUIRE(a.trouvailles.size() == b.trouvailles.size());
            for (std::size_t k = 0; k < a.trouvailles.size(); ++k) {
                CHECK(a.trouvailles[k].personne == b.trouvailles[k].personne);
                CHECK(a.trouvailles[k].raisons == b.trouvailles[k].raisons);
            }
        }
    }
}

TEST_CASE("why somebody was found is told, word by word; her stays elsewhere are not") {
    Annuaire annuaire;
    auto base = storage::Base::in_memory();
    REQUIRE(storage::migrate(
        base, storage::read_migrations(std::string{GRAPPE_ROOT} + "/schema/dui").value()));
    enregistrer(base, {une_personne("P-12", {"PEYREMONT", {"ALIX"}, "1941-03-12", erables}),
                       un_sejour("s1", "P-12", {tilleuls}), un_sejour("s2", "P-12", {saules})});
    rafraichir(annuaire, base);
    const Lisible aux_tilleuls = [](std::string_view lieu) { return lieu == tilleuls; };
    const auto reponse = annuaire.chercher({"Alix peyramont 12/03/1941", aux_tilleuls, 5});
    REQUIRE(reponse.trouvailles.size() == 1);
    const auto& une = reponse.trouvailles[0];
    CHECK(une.niveau == Niveau::faute);
    CHECK(une.raisons ==
          std::vector<Raison>{{"alix", {Niveau::exact, Champ::prenoms}},
                              {"peyramont", {Niveau::faute, Champ::nom_de_naissance}},
                              {"12/03/1941", {Niveau::exact, Champ::naissance}}});
    REQUIRE(une.personne.sejours.size() == 1);
    CHECK(une.personne.sejours[0].finess_et == tilleuls);
    CHECK(une.personne.finess_et.empty());
    const auto par_id = annuaire.chercher({"p-12", partout, 5});
    REQUIRE(par_id.trouvailles.size() == 1);
    CHECK(par_id.trouvailles[0].raisons ==
          std::vector<Raison>{{"p-12", {Niveau::exact, Champ::id}}});
    CHECK(annuaire.chercher({"", partout, 5}).trouvailles.empty());
    CHECK(annuaire.chercher({" - ", partout, 5}).trouvailles.empty());
}

}  // namespace grappe::annuaire
