// A project is written, agreed, started, reviewed and ended; its fact and its term follow in the
// same transaction. On both engines.
#include "dui/projet/redaction.hpp"

#include <doctest/doctest.h>

#include "dui/element/monde_pour_tests.hpp"
#include "dui/nomenclature/serafin_pour_tests.hpp"
#include "storage/test_bases.hpp"

namespace grappe::projet {
namespace {

using element::tests::moment, element::tests::tilleuls;
using partage::Profession;
using storage::Base, storage::Reader, storage::Writer;

const std::string lui(32, 'a');

acces::Professionnel professionnel(std::optional<Profession> profession,
                                   const std::string& finess = tilleuls().text()) {
    return {.acteur = {.compte = "alix", .role = access::Role::professionnel},
            .etablissements = {finess},
            .profession = profession};
}
const auto eddy = professionnel(Profession::educateur);

std::string id(int n) {
    auto texte = std::to_string(n);
    return std::string(32 - texte.size(), '0') + texte;
}

struct Essai {
    Base& base;

    Redacteur redacteur(const acces::Professionnel& qui, int jour) const {
        return {qui, moment(jour * 86'400),
                [](std::string_view personne, std::string_view) { return personne == "p1"; },
                nomenclature::serafin_livree()};
    }
    static std::string issue(const core::Result<Redigee>& fait) {
        if (!fait) return fait.error().code;
        std::string codes;
        for (const auto& une : fait->fautes) (codes += codes.empty() ? "" : " ") += une.code;
        return codes.empty() ? "fait" : codes;
    }
    std::string ecrit(const Saisie& saisie, const acces::Professionnel& qui = eddy,
                      int jour = 0) const {
        return issue(
            base.write([&](Writer& db) { return ecrire(db, redacteur(qui, jour), saisie); }));
    }
    std::string passe(Passage passage, std::int64_t vue, int jour = 0) const {
        return issue(base.write([&](Writer& db) {
            return passer(db, redacteur(eddy, jour), {lui, vue, passage});
        }));
    }
    std::string retire(const std::string& un, std::int64_t vue, const std::string& motif) const {
        return issue(base.write([&](Writer& db) {
            return retirer(db, redacteur(eddy, 0), {un, vue, motif});
        }));
    }
    // The versions of the fact, the last one last: "ENPREPARATION 2024-08-01".
    std::vector<std::string> faits() const {
        std::map<std::int64_t, std::string> versions;
        const auto nom = "projet:" + lui;
        const std::string_view vu{nom};
        base.read([&](Reader& db) {
            magasin::versions_de(db, {&vu, 1}, [&](const magasin::Version& une) {
                auto& texte = versions[une.version];
                texte = std::string{core::name_of(une.fait.etat)} + " " +
                        fait::texte_de(*une.fait.debut, fait::Unite::jour);
                if (une.fait.fin) texte += " " + fait::texte_de(*une.fait.fin, fait::Unite::jour);
            });
        });
        std::vector<std::string> tous;
        for (auto& [version, texte] : versions) tous.push_back(std::move(texte));
        return tous;
    }
    std::string terme() const {
        const auto derniere =
            base.read([&](Reader& db) { return element::derniere(db, "revision:" + lui); });
        return std::string{lu(*derniere).champ("terme")};
    }
    Projet projet() const {
        return base.read([&](Reader& db) { return lire(db, eddy, lui).value(); });
    }
};

Saisie projet_neuf() {
    return {.genre = Genre::projet,
            .id = lui,
            .finess_et = tilleuls(),
            .personne = "p1",
            .projet = {},
            .tapes = {{"titre", "Mon projet"}}};
}
Saisie part(Genre genre, int n, Textes tapes) {
    return {.genre = genre,
            .id = id(n),
            .finess_et = tilleuls(),
            .personne = "p1",
            .projet = lui,
            .tapes = std::move(tapes)};
}
Saisie accord_de(const char* qui, int n) {
    return part(Genre::accord, n, {{"de", qui}, {"auteur", "La direction"}, {"le", "2024-08-01"}});
}

void essayer(const std::function<void(Essai&)>& faire) {
    storage::on_every_dui([&](Base& base) {
        element::tests::connaitre(base, {"p1", "p2"});
        Essai essai{base};
        faire(essai);
    });
}

}  // namespace

TEST_CASE("a project begins in preparation, with its fact and the term of its review") {
    essayer([](Essai& essai) {
        CHECK(essai.ecrit(projet_neuf()) == "fait");
        CHECK(essai.ecrit(projet_neuf()) == "fait");
        CHECK(essai.faits() == std::vector<std::string>{"ENPREPARATION 2024-08-01"});
        CHECK(essai.terme() == "2025-08-01");
        auto autre = projet_neuf();
        autre.vue = 1;
        autre.tapes = {{"titre", "Mon projet"}, {"debut", "2024-07-01"}};
        CHECK(essai.ecrit(autre) == "fait");
        CHECK(essai.faits().back() == "ENPREPARATION 2024-07-01");
        CHECK(essai.terme() == "2025-07-01");
        autre.tapes = {{"titre", "Un autre titre"}};
        CHECK(essai.ecrit(autre) == "element.version");
    });
}

TEST_CASE("each passage says its fact; starting asks for the agreement of the structure") {
    essayer([](Essai& essai) {
        REQUIRE(essai.ecrit(projet_neuf()) == "fait");
        CHECK(essai.passe(Passage::demarrer, 1) == "projet.accord_structure");
        REQUIRE(essai.ecrit(accord_de("personne", 1)) == "fait");
        CHECK(essai.passe(Passage::demarrer, 1) == "projet.accord_structure");
        REQUIRE(essai.ecrit(accord_de("structure", 2)) == "fait");
        CHECK(essai.passe(Passage::suspendre, 1) == "projet.passage");
        CHECK(essai.passe(Passage::demarrer, 1, 5) == "fait");
        CHECK(essai.passe(Passage::suspendre, 1, 6) == "element.version");
        CHECK(essai.passe(Passage::suspendre, 2, 6) == "fait");
        CHECK(essai.passe(Passage::terminer, 3, 7) == "fait");
        CHECK(essai.faits() == std::vector<std::string>{"ENPREPARATION 2024-08-01",
                                                        "ENCOURS 2024-08-01", "ENPAUSE 2024-08-01",
                                                        "TERMINE 2024-08-01 2024-08-08"});
        CHECK(essai.terme() == "9999-12-31");
        CHECK(essai.ecrit(accord_de("structure", 3)) == "projet.clos");
        auto tard = projet_neuf();
        tard.vue = 4;
        tard.tapes["titre"] = "Après la fin";
        CHECK(essai.ecrit(tard) == "projet.clos");
        CHECK(essai.passe(Passage::reprendre, 4) == "projet.passage");
    });
}

TEST_CASE("a life event brings the review near, a review held sends it away") {
    essayer([](Essai& essai) {
        REQUIRE(essai.ecrit(projet_neuf()) == "fait");
        const auto chute = part(Genre::revue, 1, {{"motif", "chute"}, {"le", "2024-08-02"}});
        CHECK(essai.ecrit(chute) == "projet.futur");
        CHECK(essai.ecrit(chute, eddy, 3) == "fait");
        CHECK(essai.terme() == "2024-09-02");
        CHECK(essai.projet().evenements_ouverts().size() == 1);
        auto bilan = part(Genre::bilan, 2, {{"le", "2024-08-20"}});
        CHECK(essai.ecrit(bilan, eddy, 3) == "fait");
        CHECK(essai.terme() == "2024-09-02");
        bilan.vue = 1;
        bilan.tapes["synthese"] = "Il marche avec une canne.";
        CHECK(essai.ecrit(bilan, eddy, 3) == "projet.futur");
        bilan.tapes["prochain"] = "2025-02-01";
        CHECK(essai.ecrit(bilan, eddy, 30) == "fait");
        CHECK(essai.terme() == "2025-02-01");
        CHECK(essai.projet().evenements_ouverts().empty());
        CHECK(essai.retire(id(2), 2, " ") == "projet.motif");
        CHECK(essai.retire(id(2), 2, "Bilan d'une autre personne.") == "fait");
        CHECK(essai.terme() == "2024-09-02");
        CHECK(essai.retire(id(2), 3, "Encore.") == "projet.retire");
    });
}

TEST_CASE("links hold within one project of one person") {
    essayer([](Essai& essai) {
        REQUIRE(essai.ecrit(projet_neuf()) == "fait");
        CHECK(essai.ecrit(part(Genre::besoin, 1, {{"description", "Bouger"}})) == "fait");
        const Textes objectif{{"titre", "Prendre le bus"},
                              {"description", "Seul"},
                              {"besoin", id(1)},
                              {"statut", "ACTIF"}};
        CHECK(essai.ecrit(part(Genre::objectif, 2, objectif)) == "fait");
        CHECK(essai.ecrit(part(Genre::action, 3,
                               {{"titre", "x"}, {"objectifs", id(1)}, {"statut", "ACTIF"}})) ==
              "projet.lien");
        auto ailleurs = part(Genre::besoin, 4, {{"description", "Bouger"}});
        ailleurs.projet = id(9);
        CHECK(essai.ecrit(ailleurs) == "projet.inconnu");
        ailleurs = part(Genre::besoin, 1, {{"description", "Bouger"}});
        ailleurs.vue = 1;
        ailleurs.genre = Genre::attente;
        ailleurs.tapes["origine"] = "personne";
        CHECK(essai.ecrit(ailleurs) == "projet.inconnu");
        auto d_une_autre = projet_neuf();
        d_une_autre.personne = "p2";
        CHECK(essai.ecrit(d_une_autre) == "dui.dossier_inconnu");
        auto sans_id = projet_neuf();
        sans_id.id = "X";
        CHECK(essai.ecrit(sans_id) == "projet.id");
        auto pas_d_un_projet = projet_neuf();
        pas_d_un_projet.genre = Genre::transmission;
        CHECK(essai.ecrit(pas_d_un_projet) == "projet.genre_inconnu");
    });
}

TEST_CASE("who writes a project, and who reads it") {
    essayer([](Essai& essai) {
        CHECK(essai.ecrit(projet_neuf(), professionnel(Profession::aide_soignant)) ==
              "projet.profession");
        CHECK(essai.ecrit(projet_neuf(), professionnel(std::nullopt)) == "projet.profession");
        CHECK(essai.ecrit(projet_neuf(), professionnel(Profession::educateur, "330000019")) ==
              "dui.etablissement_interdit");
        REQUIRE(essai.ecrit(projet_neuf()) == "fait");
        const auto lit = [&](const acces::Professionnel& qui) {
            return essai.base.read([&](Reader& db) { return bool{lire(db, qui, lui)}; });
        };
        CHECK(lit(professionnel(Profession::aide_soignant)));
        CHECK_FALSE(lit(professionnel(Profession::secretaire)));
        CHECK_FALSE(lit(professionnel(Profession::educateur, "330000019")));
    });
}

TEST_CASE("a life project survives a change of establishment") {
    essayer([](Essai& essai) {
        auto vie = projet_neuf();
        vie.genre = Genre::projet_vie;
        REQUIRE(essai.ecrit(vie) == "fait");
        const auto la_bas = professionnel(Profession::educateur, "330000019");
        const auto lue = [&](const acces::Professionnel& qui) {
            return essai.base.read([&](Reader& db) { return projet_de_vie(db, qui, "p1"); });
        };
        REQUIRE(lue(la_bas));
        CHECK_FALSE(lue(professionnel(Profession::secretaire)));
        auto suite = vie;
        suite.finess_et = core::Finess::parse("330000019").value();
        suite.vue = 1;
        suite.tapes["titre"] = "Vivre près de ma sœur";
        CHECK(essai.ecrit(suite, la_bas) == "fait");
        CHECK(lue(eddy)->champ("titre") == "Vivre près de ma sœur");
        CHECK(lue(eddy)->version.version == 2);
    });
}

TEST_CASE("a project of thirty years is read by two questions, and holds no more than it may") {
    essayer([](Essai& essai) {
        REQUIRE(essai.ecrit(projet_neuf()) == "fait");
        for (int n = 1; n < static_cast<int>(elements_au_plus); ++n)
            REQUIRE(essai.ecrit(part(Genre::attente, n,
                                     {{"description", "Attente"}, {"origine", "personne"}})) ==
                    "fait");
        CHECK(essai.ecrit(part(Genre::attente, 999,
                               {{"description", "De trop"}, {"origine", "personne"}})) ==
              "projet.plein");
        CHECK(essai.projet().elements == elements_au_plus);
    });
}

TEST_CASE("terms of an establishment are listed late ones first, as many as asked") {
    essayer([](Essai& essai) {
        REQUIRE(essai.ecrit(projet_neuf()) == "fait");
        const auto avant = [&](const char* jour, std::size_t combien) {
            const auto limite = core::paris().start_of(core::Date::parse(jour).value());
            return essai.base.read([&](Reader& db) {
                return element::premiers_du_lieu(
                           db, {tilleuls().text(), Genre::echeance_projet, limite, combien})
                    .size();
            });
        };
        CHECK(avant("2025-08-01", 10) == 0);
        CHECK(avant("2025-08-02", 10) == 1);
        CHECK(avant("2025-08-02", 0) == 0);
        REQUIRE(essai.passe(Passage::terminer, 1) == "fait");
        CHECK(avant("2030-01-01", 10) == 0);
    });
}

}  // namespace grappe::projet
