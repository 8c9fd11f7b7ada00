// Sheets: tables that hold together, every fault at once, both sides of each day, who writes what.
#include <doctest/doctest.h>

#include <fstream>
#include <set>

#include "dui/element/monde_pour_tests.hpp"
#include "dui/fiche/ecriture.hpp"
#include "storage/test_bases.hpp"

namespace grappe::fiche {
namespace {

using element::Genre;
using element::tests::moment, element::tests::tilleuls;
using partage::Profession;
using storage::Base, storage::Reader, storage::Writer;
using Codes = std::vector<std::string>;

const core::Date jour = core::Date::parse("2024-08-01").value();

const Rubrique& de(Genre genre) { return *rubrique_de(genre); }

Codes codes(Genre genre, const Textes& tapes) {
    Codes dits;
    for (const auto& une : fautes_de(de(genre), nettes(de(genre), tapes), jour))
        dits.push_back(une.chemin + " " + une.code);
    return dits;
}

Textes lea() {
    return {{"nature", "physique"},
            {"nom", "EXEMPLE"},
            {"prenom", "Léa"},
            {"relation", "enfant"},
            {"telephone", "05 56 00 00 01"},
            {"ordre", "1"}};
}

Fiche une(Genre genre, Textes textes, element::Etat etat = element::Etat::actif) {
    return {{1,
             1,
             1,
             {.id = "x",
              .genre = genre,
              .classe = de(genre).classe,
              .finess_et = tilleuls(),
              .personne = "p1",
              .lie_a = {},
              .debut = element::tests::a(0),
              .fin = {},
              .etat = etat,
              .contenu = {}}},
            std::move(textes)};
}

acces::Professionnel qui(Profession profession) {
    return {.acteur = {.compte = "c", .role = access::Role::professionnel},
            .etablissements = {tilleuls().text()},
            .profession = profession};
}

struct Essai {
    Base& base;
    acces::Professionnel auteur = qui(Profession::secretaire);

    Redacteur redacteur(std::int64_t secondes) const {
        return {auteur, moment(secondes),
                [](std::string_view personne, std::string_view) { return personne == "p1"; }};
    }
    static std::string issue(const core::Result<Ecrite>& fait) {
        if (!fait) return fait.error().code;
        return fait->fautes.empty() ? "fait" : fait->fautes.front().code;
    }
    std::string ecrit(Genre genre, const Textes& textes, char id = 'a',
                      const char* personne = "p1") {
        return issue(base.write([&](Writer& db) {
            return ecrire(db, redacteur(0),
                          {std::string(32, id), genre, tilleuls(), personne, textes});
        }));
    }
    std::string amende(std::int64_t vue, const Textes& textes) {
        return issue(base.write([&](Writer& db) {
            return amender(db, redacteur(60), {std::string(32, 'a'), vue, textes});
        }));
    }
    std::string clot(std::int64_t vue, Fin fin, const char* motif) {
        return issue(base.write([&](Writer& db) {
            return clore(db, redacteur(90), {std::string(32, 'a'), vue, fin, motif});
        }));
    }
    std::vector<Fiche> lues(Genre genre) {
        return base.read([&](Reader& db) { return fiches_de(db, auteur, "p1", genre); });
    }
};

void essayer(const std::function<void(Essai&)>& faire) {
    storage::on_every_dui([&](Base& base) {
        element::tests::connaitre(base, {"p1", "p2"});
        Essai essai{base};
        faire(essai);
    });
}

}  // namespace

TEST_CASE("each table names its fields once, and its title and period among them") {
    std::set<Genre> genres;
    for (const auto& rubrique : rubriques()) {
        CHECK(genres.insert(rubrique.genre).second);
        std::set<std::string_view> noms;
        for (const auto& champ : rubrique.champs) {
            CHECK(noms.insert(champ.nom).second);
            CHECK((champ.sorte == Sorte::mot) == !champ.mots.empty());
        }
        for (const auto nom : mots_de(rubrique.titre)) CHECK(rubrique.champ(nom) != nullptr);
        for (const auto nom : {rubrique.debut, rubrique.fin})
            CHECK((nom.empty() || rubrique.champ(nom) != nullptr));
    }
    CHECK(rubrique_de(Genre::transmission) == nullptr);
}

TEST_CASE("each field and each word has its sentence") {
    std::ifstream fichier{std::string{GRAPPE_ROOT} + "/locale/fr.txt"};
    std::set<std::string> dits;
    for (std::string ligne; std::getline(fichier, ligne);)
        dits.insert(ligne.substr(0, ligne.find(" = ")));
    const auto dit = [&](const std::string& code) {
        CAPTURE(code);
        CHECK(dits.contains(code));
    };
    for (const auto& rubrique : rubriques()) {
        const std::string genre{core::name_of(rubrique.genre)};
        dit("fiche.genre." + genre);
        dit("fiche.ajouter." + genre);
        dit("fiche.aucune." + genre);
        for (const auto& champ : rubrique.champs) {
            dit("fiche.champ." + genre + "." + std::string{champ.nom});
            for (const auto mot : mots_de(champ.mots))
                dit("fiche.mot." + genre + "." + std::string{champ.nom} + "." + std::string{mot});
        }
    }
    for (const auto& un : names(Vigueur{})) dit("fiche.vigueur." + std::string{un.name});
}

TEST_CASE("all that is wrong in a sheet is said at once") {
    CHECK(codes(Genre::contact, lea()).empty());
    CHECK(codes(Genre::contact, {{"nature", "chat"}, {"ordre", "0"}, {"courriel", "x"}}) ==
          Codes{"nature fiche.mot", "nom fiche.vide", "ordre fiche.nombre",
                "courriel fiche.courriel"});
    CHECK(codes(Genre::contact, {{"nature", "morale"}, {"nom", "Exemple"}, {"prenom", "Léa"}}) ==
          Codes{"telephone fiche.contact.moyen", "nature fiche.contact.morale"});
    CHECK(codes(Genre::confiance, {{"nom", "A"}, {"prenom", "B"}, {"designee_le", "2024-08-02"}}) ==
          Codes{"designee_le fiche.futur", "ecrit fiche.confiance.ecrit"});
    CHECK(codes(Genre::directives, {{"existence", "redigees"}}) ==
          Codes{"lieu fiche.directives.lieu"});
    CHECK(codes(Genre::directives, {{"existence", "aucune"}}).empty());
    CHECK(codes(Genre::droit, {{"sorte", "amo"},
                               {"intitule", std::string(201, 'a')},
                               {"ouverture", "2024-02-02"},
                               {"echeance", "2024-02-01"}}) ==
          Codes{"intitule fiche.long", "echeance fiche.fin_avant_debut"});
    CHECK(codes(Genre::complement, {{"inconnu", "x"}, {"langue", " "}}) ==
          Codes{"adresse fiche.rien"});
    CHECK(codes(Genre::complement, {{"telephone", "rouge"}}) == Codes{"telephone fiche.telephone"});
}

TEST_CASE("both sides of the days when a sheet begins, ends, and is warned of") {
    const auto le = [&](const char* debut, const char* fin) {
        Textes textes;
        if (*debut != 0) textes["ouverture"] = debut;
        if (*fin != 0) textes["echeance"] = fin;
        const auto fiche = une(Genre::droit, textes);
        return std::pair{vigueur_de(fiche, jour), alerte_de(fiche, jour)};
    };
    using enum Vigueur;
    using enum Alerte;
    CHECK(le("2024-08-01", "") == std::pair{en_vigueur, aucune});
    CHECK(le("2024-08-02", "2024-09-01") == std::pair{a_venir, aucune});
    CHECK(le("2024-01-01", "2024-07-31") == std::pair{echue, aucune});
    CHECK(le("2024-01-01", "2024-08-01") == std::pair{en_vigueur, trois_mois});
    CHECK(le("2024-01-01", "2024-11-01") == std::pair{en_vigueur, trois_mois});
    CHECK(le("2024-01-01", "2024-11-02") == std::pair{en_vigueur, six_mois});
    CHECK(le("2024-01-01", "2025-02-01") == std::pair{en_vigueur, six_mois});
    CHECK(le("2024-01-01", "2025-02-02") == std::pair{en_vigueur, douze_mois});
    CHECK(le("2024-01-01", "2025-08-01") == std::pair{en_vigueur, douze_mois});
    CHECK(le("2024-01-01", "2025-08-02") == std::pair{en_vigueur, aucune});
    // Three months after 30 November is the last day of February.
    const auto novembre = core::Date::parse("2024-11-30").value();
    CHECK(alerte_de(une(Genre::droit, {{"echeance", "2025-02-28"}}), novembre) == trois_mois);
    CHECK(alerte_de(une(Genre::droit, {{"echeance", "2025-03-01"}}), novembre) == six_mois);
    CHECK(vigueur_de(une(Genre::autorisation, {{"revoquee_le", "2024-08-01T10:00:00Z"}}), jour) ==
          revoquee);
    CHECK(vigueur_de(une(Genre::contact, {}, element::Etat::retire), jour) == retiree);
    CHECK(alerte_de(une(Genre::bien, {{"rendu_le", "2024-08-01"}}), jour) == aucune);
}

TEST_CASE("contacts come in call order, those without one last") {
    std::vector<Fiche> fiches;
    for (const auto* ordre : {"10", "", "2", "1"}) {
        fiches.push_back(une(Genre::contact, {{"nom", ordre}, {"ordre", ordre}}));
        fiches.back().version.numero = static_cast<std::int64_t>(fiches.size());
    }
    ordonner(fiches);
    Codes noms;
    for (const auto& fiche : fiches) noms.push_back(fiche.texte("nom"));
    CHECK(noms == Codes{"1", "2", "10", ""});
}

TEST_CASE("written once, amended on the version seen, then withdrawn with a reason") {
    essayer([](Essai& essai) {
        CHECK(essai.ecrit(Genre::contact, lea()) == "fait");
        CHECK(essai.ecrit(Genre::contact, lea()) == "fait");
        REQUIRE(essai.lues(Genre::contact).size() == 1);
        CHECK(essai.lues(Genre::contact).front().version.version == 1);
        auto autre = lea();
        autre["telephone"] = "05 56 00 00 02";
        CHECK(essai.amende(1, autre) == "fait");
        CHECK(essai.amende(1, lea()) == "element.version");
        CHECK(essai.clot(2, Fin::revocation, "") == "fiche.irrevocable");
        CHECK(essai.clot(2, Fin::retrait, " ") == "fiche.motif");
        CHECK(essai.clot(2, Fin::retrait, "Erreur de personne") == "fait");
        CHECK(essai.amende(3, autre) == "fiche.close");
        const auto versions = essai.base.read(
            [&](Reader& db) { return lire(db, essai.auteur, std::string(32, 'a')); });
        REQUIRE(versions->size() == 3);
        CHECK(versions->front().fiche.texte("telephone") == "05 56 00 00 01");
    });
}

TEST_CASE("a revocation needs no reason and counts from its instant") {
    essayer([](Essai& essai) {
        CHECK(essai.ecrit(Genre::autorisation, {{"type", "image"},
                                                {"reponse", "accordee"},
                                                {"auteur", "Léa EXEMPLE"},
                                                {"signee_le", "2024-07-01"}}) == "fait");
        CHECK(essai.clot(1, Fin::revocation, "") == "fait");
        const auto fiche = essai.lues(Genre::autorisation).front();
        CHECK(vigueur_de(fiche, jour) == Vigueur::revoquee);
        CHECK(fiche.texte("revoquee_le") == "2024-08-01T10:01:30Z");
        CHECK(essai.clot(2, Fin::revocation, "") == "fiche.close");
    });
}

TEST_CASE("each profession writes and reads the sheets of its classes, and no other") {
    essayer([](Essai& essai) {
        char id = 'a';
        for (const auto& une : names(Profession{})) {
            essai.auteur = qui(une.value);
            for (const auto& rubrique : rubriques()) {
                CAPTURE(une.name);
                CAPTURE(core::name_of(rubrique.genre));
                // An empty one: faults where it may be written, a refusal where not.
                const auto issue = essai.ecrit(rubrique.genre, {}, id);
                CHECK((issue == "fiche.profession") == !partage::ecrit(une.value, rubrique.classe));
            }
        }
        essai.auteur = qui(Profession::infirmier);
        REQUIRE(essai.ecrit(Genre::allergie, {{"substance", "Arachide"}}) == "fait");
        for (const auto& une : names(Profession{})) {
            essai.auteur = qui(une.value);
            const bool lit = partage::lit(une.value, partage::Classe::soins);
            CHECK(essai.lues(Genre::allergie).size() == (lit ? 1U : 0U));
            CHECK((essai.clot(9, Fin::retrait, "x") == "fiche.inconnue") == !lit);
        }
        essai.auteur = qui(Profession::secretaire);
        CHECK(essai.ecrit(Genre::contact, lea(), 'b', "p2") == "dui.dossier_inconnu");
        CHECK(essai.ecrit(Genre::transmission, lea(), 'b') == "fiche.genre");
        CHECK(essai.ecrit(Genre::contact, lea(), 'X') == "fiche.id");
        essai.auteur.etablissements = {"750000010"};
        CHECK(essai.ecrit(Genre::contact, lea(), 'b') == "dui.etablissement_interdit");
        CHECK(essai.lues(Genre::contact).empty());
    });
}

TEST_CASE("what is read of a long history is bounded") {
    essayer([](Essai& essai) {
        for (std::size_t n = 0; n < fiches_au_plus + 30; ++n) {
            auto hex = std::to_string(n);
            hex = std::string(32 - hex.size(), '0') + hex;
            REQUIRE(essai.base.write([&](Writer& db) {
                return ecrire(db, essai.redacteur(static_cast<std::int64_t>(n)),
                              {hex, Genre::contact, tilleuls(), "p1", lea()});
            }));
        }
        CHECK(essai.lues(Genre::contact).size() == fiches_au_plus);
    });
}

}  // namespace grappe::fiche
