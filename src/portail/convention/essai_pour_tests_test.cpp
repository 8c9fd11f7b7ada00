// See essai_pour_tests.hpp.
#include "portail/convention/essai_pour_tests.hpp"

#include "portail/convention/avenant_dit.hpp"
#include "portail/convention/avenant_repository.hpp"
#include "portail/convention/convention_repository.hpp"
#include "portail/convention/versement.hpp"

namespace grappe::convention::tests {

namespace monde = teleservice::tests;
using enveloppe::Compte;
using instruction::tests::Scene, instruction::tests::sur_chaque_base;
using storage::Reader, storage::Writer;

namespace {

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

// The register of these tests: anybody of the second series is an open establishment of the
// Gironde, of the third a service at home.
const socle::Moyens& regles() {
    static const auto moyens = [] {
        auto copie = socle::Moyens{monde::moyens()};
        copie.fiches = [](const socle::Numeros& numeros) {
            dossier::FichesRegistre fiches{
                .date_du_registre = core::Date::parse("2024-01-01").value(),
                .par_finess_et = {},
                .entites_juridiques = {}};
            for (const auto& un : numeros)
                if (un.starts_with("33981") || un.starts_with("33982"))
                    fiches.par_finess_et.emplace(
                        un, referentiels::Etablissement{
                                .finess_et = core::Finess::parse(un).value(),
                                .finess_ej = "339819996",
                                .raison_sociale = "EHPAD fictif",
                                .categorie = un.starts_with("33981") ? "500" : "460",
                                .departement = "33",
                                .region = "75"});
            return fiches;
        };
        return copie;
    }();
    return moyens;
}

}  // namespace

const access::Acteur& collegue() {
    static const access::Acteur un{.compte = "collegue", .role = access::Role::ars, .region = "75"};
    return un;
}

std::string numero(int rang) { return monde::finess("33980", rang); }
std::string autre(int rang) { return monde::finess("33981", rang); }
std::string a_domicile() { return monde::finess("33982", 0); }

Moyens Essai::moyens() const {
    return {.regles = regles(), .adresse_publique = "https://grappe.test", .reel = monde::midi()};
}

void Essai::mouvoir(const enveloppe::Mouvement& mouvement) const {
    REQUIRE(ecrit([&](Writer& db) {
        return enveloppe::ecrire(db, mouvement, {"Essai.", "ars-75", monde::midi()});
    }));
}

std::string Essai::prepare_apres_une_correction(const Changements& changements) const {
    static const auto corrige = [] {
        auto appel = *regles().appel("NA-2024", monde::midi());
        appel.empreinte = "sha256:corrige";
        return appel;
    }();
    auto autres = regles();
    autres.appel = [](std::string_view voulu, core::Instant instant) {
        const auto* depose = regles().appel("NA-2024", instant);
        return voulu == depose->empreinte ? depose : &corrige;
    };
    return Scene::issue(ecrit([&](Writer& db) {
        return preparer_un_avenant(
            db, guichet(), {id, "Un départ.", changements, {}},
            {.regles = autres, .adresse_publique = "https://grappe.test", .reel = monde::midi()});
    }));
}

void Essai::repeter_une_ligne() const {
    auto contenu = monde::contenu_de({});
    const auto fin = contenu.find("],\n  \"solution\"");
    REQUIRE(fin != std::string::npos);
    const auto debut = contenu.rfind("{\"finess_et\"", fin);
    contenu.insert(fin, ",\n  " + contenu.substr(debut, fin - debut));
    REQUIRE(ecrit([&](Writer& db) {
        return teleservice::ecrire(db, scene.porteur(),
                                   {.dossier = scene.id, .version = 2, .contenu = contenu},
                                   scene.moyens());
    }));
}

void Essai::etablir(std::int64_t enveloppe) {
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

std::string Essai::prepare(const Changements& changements, std::optional<int> vue) const {
    const auto fait = ecrit([&](Writer& db) {
        return preparer_un_avenant(db, guichet(), {id, "Un départ.", changements, vue}, moyens());
    });
    std::string codes;
    if (fait)
        for (const auto& une : fait->fautes) codes += une.code + " ";
    return codes.empty() ? Scene::issue(fait) : codes;
}

Avenant Essai::dernier() const {
    return scene.base.read([&](Reader& db) { return avenants_de(db, id).back(); });
}

std::string Essai::signe(const Demandeur& qui, const char* partie) const {
    const auto avenant = dernier().id;
    return Scene::issue(ecrit([&](Writer& db) {
        return signer_un_avenant(db, qui, {avenant, partie, "electronique"}, moyens());
    }));
}

std::string Essai::abandonne() const {
    const auto avenant = dernier().id;
    return Scene::issue(ecrit([&](Writer& db) {
        return abandonner(db, guichet(), {avenant, "Une erreur."}, moyens());
    }));
}

std::string Essai::en_vigueur(const Changements& changements) const {
    if (const auto fait = prepare(changements); fait != "fait") return fait;
    if (const auto fait = signe(scene.porteur(), "porteur"); fait != "fait") return fait;
    return signe(du_collegue(), "ars");
}

std::string Essai::demande_l_avance() const {
    return Scene::issue(ecrit([&](Writer& db) {
        return demander_un_versement(db, guichet(), {id, "avance"}, moyens());
    }));
}

void Essai::verse_l_avance() const {
    const auto demande = ecrit([&](Writer& db) {
        return demander_un_versement(db, guichet(), {id, "avance"}, moyens());
    });
    REQUIRE(demande);
    REQUIRE(ecrit([&](Writer& db) {
        return decider(db, du_collegue(), {demande->id, "valide"}, moyens());
    }));
}

Convention Essai::convention() const {
    return scene.base.read([&](Reader& db) { return *trouver(db, id); });
}

enveloppe::Soldes Essai::soldes() const {
    return scene.base.read([](Reader& db) { return enveloppe::soldes(db, aquitaine); });
}

Money Essai::a(Compte compte) const { return soldes().total(aquitaine, compte); }

solde::Solde Essai::solde() const {
    return scene.base.read([&](Reader& db) {
        return expliquer_le_solde(
            db, *acceder(db, guichet(), id, access::Permission::convention_lire), moyens());
    });
}

std::string Essai::phrases() const {
    const auto lu = scene.base.read([&](Reader& db) {
        return lire_un_avenant(db, guichet(), avenants_de(db, id).back().id, moyens()).value();
    });
    std::string texte;
    for (const auto& une : dire(lu, monde::francais())) texte += une + "\n";
    return texte;
}

void Essai::verifier() const {
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

void essayer(std::int64_t enveloppe, const std::function<void(Essai&)>& faire) {
    sur_chaque_base([&](Scene& scene) {
        Essai essai{scene};
        essai.etablir(enveloppe);
        essai.verifier();
        faire(essai);
    });
}

}  // namespace grappe::convention::tests
