// Amendments on every engine: prepared, signed by two people, in force; and after any series of
// them the ledger holds every euro once, and what is paid and due never exceeds what is granted.
#include "portail/convention/avenants.hpp"

#include <doctest/doctest.h>

#include <random>

#include "portail/convention/avenant_dit.hpp"
#include "portail/convention/avenant_repository.hpp"
#include "portail/convention/convention_repository.hpp"
#include "portail/convention/versement.hpp"
#include "portail/enveloppe/grand_livre.hpp"
#include "portail/instruction/monde_pour_tests.hpp"

namespace grappe::convention {
namespace {

namespace monde = teleservice::tests;
using enveloppe::Compte;
using instruction::tests::Scene, instruction::tests::sur_chaque_base;
using storage::Reader, storage::Writer;
using Genre = GenreDeChangement;
using Changements = std::vector<Changement>;

const enveloppe::Enveloppe aquitaine{"NA-2024", "75"};

constexpr storage::Statement insert_compte{"essai.collegue", R"(
    INSERT INTO compte (id, courriel, courriel_cle, nom, prenom, mot_de_passe, role, region,
                        cree_le, version)
    VALUES ('collegue', 'c@exemple.test', 'c@exemple.test', 'Exemple', 'Alix', '-', 'ars', '75',
            '2024-01-01T00:00:00Z', 1))"};
constexpr storage::Statement notifier{"essai.notifier",
                                      "UPDATE dossier SET statut = 'notifie' WHERE id = $1"};
constexpr storage::Statement passage{"essai.passage", R"(
    INSERT INTO dossier_passage (dossier, numero, acte, avant, apres, par, fait_le, motif)
    VALUES ($1, 90, 'notifier', 'favorable', 'notifie', 'ars-75', '2024-03-01T12:00:00Z', ''))"};

const access::Acteur& collegue() {
    static const access::Acteur un{.compte = "collegue", .role = access::Role::ars, .region = "75"};
    return un;
}

// The register of these tests: anybody of the second series is an open establishment of the
// Gironde.
const socle::Moyens& regles() {
    static const auto moyens = [] {
        auto copie = socle::Moyens{monde::moyens()};
        copie.fiches = [](const socle::Numeros& numeros) {
            dossier::FichesRegistre fiches{
                .date_du_registre = core::Date::parse("2024-01-01").value(),
                .par_finess_et = {},
                .entites_juridiques = {}};
            for (const auto& un : numeros)
                if (un.starts_with("33981"))
                    fiches.par_finess_et.emplace(
                        un,
                        referentiels::Etablissement{.finess_et = core::Finess::parse(un).value(),
                                                    .finess_ej = "339819996",
                                                    .raison_sociale = "EHPAD fictif",
                                                    .categorie = "500",
                                                    .departement = "33",
                                                    .region = "75"});
            return fiches;
        };
        return copie;
    }();
    return moyens;
}

std::string numero(int rang) { return monde::finess("33980", rang); }
std::string autre(int rang) { return monde::finess("33981", rang); }

// An agreement of fifteen establishments signed by both, with its money committed.
struct Essai {
    Scene& scene;
    std::string id{};

    Moyens moyens() const {
        return {
            .regles = regles(), .adresse_publique = "https://grappe.test", .reel = monde::midi()};
    }
    Demandeur guichet() const { return scene.guichet(); }
    Demandeur du_collegue() const { return {collegue(), scene.maintenant}; }
    template <class Faire>
    auto ecrit(Faire faire) const {
        return scene.base.write([&](Writer& db) { return faire(db); });
    }

    void mouvoir(const enveloppe::Mouvement& mouvement) const {
        REQUIRE(ecrit([&](Writer& db) {
            return enveloppe::ecrire(db, mouvement, {"Essai.", "ars-75", monde::midi()});
        }));
    }
    void etablir(std::int64_t enveloppe) {
        scene.depose();
        mouvoir(enveloppe::ouverture(aquitaine, Money::euros(enveloppe)));
        mouvoir(enveloppe::reservation({aquitaine, scene.id, Money::euros(315'000)}));
        const auto faite = ecrit([&](Writer& db) {
            db.run(insert_compte);
            db.run(notifier, scene.id);
            db.run(passage, scene.id);
            return convention::preparer(db, guichet(), {scene.id, ""}, moyens());
        });
        REQUIRE(faite);
        id = faite->convention.id;
        CHECK(faite->convention.accorde.total().total() == Money::euros(315'000));
        for (const auto& [qui, partie] :
             {std::pair{scene.porteur(), "porteur"}, std::pair{du_collegue(), "ars"}})
            REQUIRE(ecrit([&](Writer& db) {
                return signer(db, qui, {id, partie, "electronique"}, moyens());
            }));
    }
    // "fait", the code of the refusal, or those of the faults.
    std::string prepare(const Changements& changements, std::optional<int> vue = {}) const {
        const auto fait = ecrit([&](Writer& db) {
            return preparer_un_avenant(db, guichet(), {id, "Un départ.", changements, vue},
                                       moyens());
        });
        std::string codes;
        if (fait)
            for (const auto& une : fait->fautes) codes += une.code + " ";
        return codes.empty() ? Scene::issue(fait) : codes;
    }
    Avenant dernier() const {
        return scene.base.read([&](Reader& db) { return avenants_de(db, id).back(); });
    }
    std::string signe(const Demandeur& qui, const char* partie) const {
        const auto avenant = dernier().id;
        return Scene::issue(ecrit([&](Writer& db) {
            return signer_un_avenant(db, qui, {avenant, partie, "electronique"}, moyens());
        }));
    }
    std::string abandonne() const {
        const auto avenant = dernier().id;
        return Scene::issue(ecrit([&](Writer& db) {
            return abandonner(db, guichet(), {avenant, "Une erreur."}, moyens());
        }));
    }
    std::string en_vigueur(const Changements& changements) const {
        if (const auto fait = prepare(changements); fait != "fait") return fait;
        if (const auto fait = signe(scene.porteur(), "porteur"); fait != "fait") return fait;
        return signe(du_collegue(), "ars");
    }
    std::string demande_l_avance() const {
        return Scene::issue(ecrit([&](Writer& db) {
            return demander_un_versement(db, guichet(), {id, "avance"}, moyens());
        }));
    }
    void verse_l_avance() const {
        const auto demande = ecrit([&](Writer& db) {
            return demander_un_versement(db, guichet(), {id, "avance"}, moyens());
        });
        REQUIRE(demande);
        REQUIRE(ecrit([&](Writer& db) {
            return decider(db, du_collegue(), {demande->id, "valide"}, moyens());
        }));
    }
    Convention convention() const {
        return scene.base.read([&](Reader& db) { return *trouver(db, id); });
    }
    enveloppe::Soldes soldes() const {
        return scene.base.read([](Reader& db) { return enveloppe::soldes(db, aquitaine); });
    }
    Money a(Compte compte) const { return soldes().total(aquitaine, compte); }
    solde::Solde solde() const {
        return scene.base.read([&](Reader& db) {
            return expliquer_le_solde(
                db, *acceder(db, guichet(), id, access::Permission::convention_lire), moyens());
        });
    }
    std::string phrases() const {
        const auto lu = scene.base.read([&](Reader& db) {
            return lire_un_avenant(db, guichet(), avenants_de(db, id).back().id, moyens()).value();
        });
        std::string texte;
        for (const auto& une : dire(lu, monde::francais())) texte += une + "\n";
        return texte;
    }

    // Every euro has one place; what is committed is what remains due.
    void verifier() const {
        const auto livre = soldes();
        CHECK(livre.somme() == Money{});
        for (const auto& [place, montant] : livre.places())
            CHECK((place.compte == Compte::source || montant >= Money{}));
        const auto lue = convention();
        const auto accorde = lue.accorde.total().total();
        const auto verse = a(Compte::verse), engage = a(Compte::engage);
        CHECK(a(Compte::reserve) == Money{});
        CHECK(engage == (accorde > verse ? accorde - verse : Money{}));
        CHECK(lue.avance <= accorde);
        // Advance and balance: what is due, or told as to be given back.
        const auto reste = solde();
        if (verse > Money{}) {
            CHECK(verse + reste.plein - reste.a_recouvrer == accorde);
            CHECK(reste.avance.total.total() + reste.plein == accorde);
        }
    }
};

void essayer(std::int64_t enveloppe, const std::function<void(Essai&)>& faire) {
    sur_chaque_base([&](Scene& scene) {
        Essai essai{scene};
        essai.etablir(enveloppe);
        essai.verifier();
        faire(essai);
    });
}

}  // namespace

TEST_CASE("a member leaves: computed again, signed by two people, then only in force") {
    essayer(1'000'000, [](Essai& essai) {
        REQUIRE(essai.prepare({{Genre::retrait, numero(0)}, {Genre::retrait, numero(1)}}) ==
                "fait");
        CHECK(essai.convention().avenant == 0);
        CHECK(essai.a(Compte::engage) == Money::euros(315'000));
        CHECK(essai.prepare({{Genre::retrait, numero(2)}}) == "avenant.deja_en_attente");
        CHECK(essai.demande_l_avance() == "versement.avenant_en_attente");
        CHECK(essai.signe(essai.guichet(), "porteur") == "signature.d_un_autre");
        CHECK(essai.signe(essai.scene.corse(), "ars") == "avenant.inconnu");
        REQUIRE(essai.signe(essai.guichet(), "ars") == "fait");
        CHECK(essai.signe(essai.du_collegue(), "ars") == "signature.deja");
        CHECK(essai.convention().avenant == 0);
        REQUIRE(essai.signe(essai.scene.porteur(), "porteur") == "fait");
        CHECK(essai.signe(essai.scene.porteur(), "porteur") == "avenant.clos");
        CHECK(essai.abandonne() == "avenant.clos");
        const auto apres = essai.convention();
        CHECK(apres.avenant == 1);
        CHECK(apres.accorde.lignes.size() == 13);
        CHECK(apres.accorde.total().total() == Money::euros(273'000));
        CHECK(apres.avance == Money::euros(136'500));
        CHECK(essai.a(Compte::engage) == Money::euros(273'000));
        CHECK(essai.a(Compte::disponible) == Money::euros(727'000));
        essai.verifier();
        // The first version stays as it was signed; the desk is that of the deposit.
        const auto premiere =
            essai.scene.base.read([&](Reader& db) { return *trouver_initiale(db, essai.id); });
        CHECK(premiere.accorde.lignes.size() == 15);
        CHECK(essai.dernier().alertes == std::vector{Alerte::sous_le_minimum});
        const auto dit = essai.phrases();
        CHECK(dit.find("quitte le projet") != std::string::npos);
        CHECK(dit.find("315\u202f000,00\u00a0€ avant, 273\u202f000,00\u00a0€ après") !=
              std::string::npos);
    });
}

TEST_CASE("a paid advance stands: the balance carries the difference, what exceeds is given back") {
    essayer(1'000'000, [](Essai& essai) {
        essai.verse_l_avance();
        CHECK(essai.a(Compte::verse) == Money::euros(157'500));
        REQUIRE(essai.en_vigueur({{Genre::retrait, numero(0)}}) == "fait");
        CHECK(essai.convention().avance == Money::euros(157'500));
        CHECK(essai.solde().plein == Money::euros(136'500));
        essai.verifier();
        Changements departs;
        for (int rang = 1; rang < 10; ++rang) departs.push_back({Genre::retrait, numero(rang)});
        REQUIRE(essai.en_vigueur(departs) == "fait");
        const auto solde = essai.solde();
        CHECK(essai.convention().accorde.total().total() == Money::euros(105'000));
        CHECK(solde.plein == Money{});
        CHECK(solde.a_recouvrer == Money::euros(52'500));
        CHECK(essai.a(Compte::engage) == Money{});
        CHECK(essai.phrases().find("sont à recouvrer") != std::string::npos);
        essai.verifier();
        // Somebody joins: what was given too much is due again.
        REQUIRE(essai.en_vigueur({{Genre::ajout, autre(0), "acquisition"},
                                  {Genre::ajout, autre(1), "acquisition"},
                                  {Genre::ajout, autre(2), "acquisition"}}) == "fait");
        CHECK(essai.solde().a_recouvrer == Money{});
        CHECK(essai.a(Compte::engage) == Money::euros(10'500));
        essai.verifier();
    });
}

TEST_CASE("an establishment joins while the envelope holds it, and takes its place") {
    essayer(336'000, [](Essai& essai) {
        REQUIRE(essai.en_vigueur({{Genre::ajout, autre(0), "acquisition"}}) == "fait");
        CHECK(essai.a(Compte::engage) == Money::euros(336'000));
        CHECK(essai.a(Compte::disponible) == Money{});
        REQUIRE(essai.prepare({{Genre::ajout, autre(1), "acquisition"}}) == "fait");
        REQUIRE(essai.signe(essai.scene.porteur(), "porteur") == "fait");
        CHECK(essai.signe(essai.guichet(), "ars") == "enveloppe.depassee");
        CHECK(essai.convention().avenant == 1);  // nothing was done by halves
        CHECK(essai.dernier().signatures.size() == 1);
        REQUIRE(essai.abandonne() == "fait");
        CHECK(essai.prepare({{Genre::ajout, autre(0), "acquisition"}}) == "avenant.finess_deja ");
        CHECK(essai.prepare({{Genre::ajout, numero(90), "acquisition"}}) ==
              "avenant.essms_ecarte ");
        REQUIRE(essai.prepare({{Genre::retrait, autre(0)}}) == "fait");
        CHECK(essai.dernier().rang == 3);
        essai.verifier();
    });
}

TEST_CASE("a fact is corrected, a delay is extended and never shortened") {
    essayer(1'000'000, [](Essai& essai) {
        CHECK(essai.prepare({}) == "avenant.vide");
        CHECK(essai.prepare({{Genre::retrait, numero(0)}}, 7) == "convention.version_perimee");
        CHECK(essai.prepare({{Genre::fin_deploiement, "", "2024-03-01"}}) ==
              "avenant.delai_raccourci ");
        REQUIRE(essai.en_vigueur({{Genre::regime, numero(0), "montee_de_version"},
                                  {Genre::fin_deploiement, "", "2025-12-31"}}) == "fait");
        CHECK(essai.convention().accorde.total().total() == Money::euros(299'000));
        CHECK(essai.convention().fin_deploiement->text() == "2025-12-31");
        CHECK(essai.phrases().find("Régime, désormais montée de version") != std::string::npos);
        CHECK(essai.prepare({{Genre::fin_deploiement, "", "2025-12-31"}}) ==
              "avenant.delai_raccourci ");
        REQUIRE(essai.en_vigueur({{Genre::fin_deploiement, "", "2026-03-31"}}) == "fait");
        CHECK(essai.phrases().find("31 décembre 2025 avant, 31 mars 2026 après") !=
              std::string::npos);
        CHECK(essai.convention().accorde.total().total() == Money::euros(299'000));
        essai.verifier();
    });
}

TEST_CASE("a payment that waits holds an amendment back") {
    essayer(1'000'000, [](Essai& essai) {
        REQUIRE(essai.demande_l_avance() == "fait");
        CHECK(essai.prepare({{Genre::retrait, numero(0)}}) == "avenant.versement_en_cours");
    });
}

// Drawn among departures, arrivals and corrections, possible or not.
class Tirage {
public:
    Changements suivants() {
        Changements demandes;
        for (int n = un(3); n >= 0; --n) {
            const auto genre = std::array{Genre::retrait, Genre::ajout,
                                          Genre::regime}[static_cast<std::size_t>(un(3))];
            const auto qui = un(2) == 0 ? autre(un(12)) : numero(un(15));
            demandes.push_back({genre, qui, un(2) == 0 ? "acquisition" : "montee_de_version"});
        }
        return demandes;
    }
    int un(unsigned parmi) { return static_cast<int>(hasard_() % parmi); }

private:
    std::mt19937 hasard_{29};
};

TEST_CASE("after any series of amendments the ledger holds every euro once") {
    essayer(330'000, [](Essai& essai) {
        Tirage tirage;
        std::map<std::string, int> issues;
        for (int pas = 0; pas < 300; ++pas) {
            CAPTURE(pas);
            if (pas == 150) essai.verse_l_avance();
            auto issue = essai.prepare(tirage.suivants());
            if (issue == "fait") {
                REQUIRE(essai.signe(essai.scene.porteur(), "porteur") == "fait");
                issue = tirage.un(5) == 0 ? "abandonne" : essai.signe(essai.guichet(), "ars");
                if (issue != "fait") REQUIRE(essai.abandonne() == "fait");
            }
            ++issues[issue];
            essai.verifier();
        }
        CHECK(issues["fait"] > 20);
        CHECK(issues["abandonne"] > 2);
        CHECK(issues["enveloppe.depassee"] > 0);
    });
}

}  // namespace grappe::convention
