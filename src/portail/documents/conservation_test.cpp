// Conservation: what is due, what holds it, and what a purge leaves.
#include "portail/documents/conservation.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "audit/journal.hpp"
#include "portail/documents/monde_pour_tests.hpp"
#include "portail/membres/membre.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/succession.hpp"
#include "storage/test_bases.hpp"

namespace grappe::documents {
namespace {

using storage::Base, storage::Reader, storage::Writer;
using teleservice::Statut;

core::Instant jour(std::string_view date) {
    return tests::instant(std::string{date} + "T12:00:00Z");
}

std::vector<DureeDeGarde> livrees() {
    std::ifstream fichier{std::string{GRAPPE_ROOT} + "/donnees/conservation.txt"};
    std::ostringstream texte;
    texte << fichier.rdbuf();
    return lire_durees(texte.str()).value();
}

const std::vector<DureeDeGarde> durees{
    {.cas = Cas::brouillon, .appel = "*", .mois = 12, .source = "essai"},
    {.cas = Cas::brouillon, .appel = "NA-2024", .mois = 1, .source = "essai"}};

// Its bytes and its purge: one transaction each.
void faire(Base& base, const std::function<void(Writer&)>& acte) {
    REQUIRE(base.write([&](Writer& db) -> core::Result<void> {
        acte(db);
        return {};
    }));
}

std::vector<DossierGarde> gardes(Base& base) {
    return base.read([](Reader& db) { return dossiers_gardes(db); });
}

}  // namespace

TEST_CASE("the shipped durations have each their reason") {
    CHECK(livrees().size() == 4);
    for (const auto& duree : livrees()) CHECK_FALSE(duree.source.empty());
    CHECK(lire_durees("brouillon | * | 0 | x").error().detail == "1");
    CHECK(lire_durees("# x\ninconnu | * | 1 | x").error().detail == "2");
    CHECK(lire_durees("brouillon | * | 1").error().code == "conservation.ligne");
}

TEST_CASE("a dossier is due when its months are over, those of its call first") {
    const auto due = [](Statut statut, std::string appel, core::Instant maintenant) {
        const std::vector<DossierGarde> dossiers{{.id = "d1",
                                                  .appel = std::move(appel),
                                                  .statut = statut,
                                                  .depuis = jour("2024-01-31")}};
        return !echeances(dossiers, durees, maintenant).empty();
    };
    CHECK_FALSE(due(Statut::brouillon, "KIT-2024", jour("2025-01-30")));
    CHECK(due(Statut::brouillon, "KIT-2024", jour("2025-01-31")));
    CHECK_FALSE(due(Statut::brouillon, "NA-2024", jour("2024-02-28")));
    CHECK(due(Statut::brouillon, "NA-2024", jour("2024-02-29")));
    for (const auto& [statut, nom] : teleservice::names(Statut{})) {
        CAPTURE(nom);
        if (statut != Statut::brouillon) CHECK_FALSE(due(statut, "NA-2024", jour("2099-01-01")));
    }
}

TEST_CASE("a dossier under examination or with money under way is never due") {
    for (const auto statut :
         {Statut::depose, Statut::en_instruction, Statut::pieces_demandees, Statut::recevable,
          Statut::notifie, Statut::conventionne, Statut::en_cours, Statut::solde})
        CHECK_FALSE(cas_de(statut).has_value());
    CHECK(cas_de(Statut::irrecevable) == Cas::refuse);
    CHECK(cas_de(Statut::clos) == Cas::clos);
}

TEST_CASE("a purge needs a list, its notice, and no hold") {
    const auto purgeable = [](std::optional<std::string> retenue,
                              std::optional<core::Instant> annonce, bool recouvrement = false) {
        const std::vector<DossierGarde> dossiers{{.id = "d1",
                                                  .appel = "NA-2024",
                                                  .statut = Statut::brouillon,
                                                  .depuis = jour("2024-01-01"),
                                                  .retenue = std::move(retenue),
                                                  .annonce = annonce,
                                                  .recouvrement_ouvert = recouvrement}};
        return echeances(dossiers, durees, jour("2024-06-15")).at(0).purgeable;
    };
    CHECK_FALSE(purgeable({}, {}));
    CHECK_FALSE(purgeable({}, jour("2024-06-02")));
    CHECK(purgeable({}, jour("2024-06-01")));
    CHECK_FALSE(purgeable("contrôle en cours", jour("2024-06-01")));
    CHECK_FALSE(purgeable({}, jour("2024-06-01"), true));
}

TEST_CASE("a recovery holds its dossier until it is rejected, or given back to the last cent") {
    storage::on_every_portail([](Base& base) {
        const auto tenu = [&] { return gardes(base).front().tenu(); };
        faire(base, [](Writer& db) {
            tests::ajouter_comptes(db);
            teleservice::ajouter(db, tests::dossier(), tests::contenu_complet());
        });
        CHECK_FALSE(tenu());
        faire(base, tests::ouvrir_un_recouvrement);
        CHECK(tenu());
        faire(base, [](Writer& db) { tests::decider_le_recouvrement(db, "valide"); });
        CHECK(tenu());
        faire(base, [](Writer& db) { tests::rendre(db, 1, 4); });
        CHECK(tenu());
        faire(base, [](Writer& db) { tests::rendre(db, 2, 6); });
        CHECK_FALSE(tenu());
        CHECK_FALSE(gardes(base).front().retenue.has_value());
    });
    storage::on_every_portail([](Base& base) {
        faire(base, [](Writer& db) {
            tests::ajouter_comptes(db);
            teleservice::ajouter(db, tests::dossier(), tests::contenu_complet());
            tests::ouvrir_un_recouvrement(db);
            tests::decider_le_recouvrement(db, "rejete");
        });
        CHECK_FALSE(gardes(base).front().tenu());
    });
}

TEST_CASE("a notice of before the last change is no notice: it begins again") {
    const auto vue = [](const char* depuis, const char* annonce, const char* maintenant) {
        const std::vector<DossierGarde> dossiers{{.id = "d1",
                                                  .appel = "NA-2024",
                                                  .statut = Statut::brouillon,
                                                  .depuis = jour(depuis),
                                                  .annonce = jour(annonce)}};
        const auto trouvees = echeances(dossiers, durees, jour(maintenant));
        return std::pair{trouvees.at(0).annoncee, trouvees.at(0).purgeable};
    };
    CHECK(vue("2010-01-01", "2023-01-10", "2024-06-15") == std::pair{true, true});
    CHECK(vue("2023-01-20", "2023-01-10", "2024-06-15") == std::pair{false, false});
}

TEST_CASE("a purge leaves no word of anybody, and the journal whole") {
    storage::on_every_portail([](Base& base) {
        faire(base, [](Writer& db) {
            tests::ajouter_comptes(db);
            teleservice::ajouter(db, tests::dossier(), tests::contenu_complet());
            const auto courriel = identity::Courriel::parse("membre@exemple.fr").value();
            const membres::Membre membre{.id = "m1",
                                         .dossier = "d1",
                                         .finess_ej = core::Finess::parse("750100018").value(),
                                         .courriel = courriel,
                                         .compte = std::nullopt,
                                         .recupere_tva = std::nullopt,
                                         .invite_le = jour("2024-03-02"),
                                         .accepte_le = std::nullopt};
            membres::ajouter(db, membre);
            membres::rattacher(db, membre.id, "c2", jour("2024-03-03"));
            teleservice::ouvrir(
                db, {{"d1", courriel, "c1", jour("2024-05-01")}, "c2", jour("2024-04-01")});
        });
        const auto maintenant = jour("2026-03-01");
        const auto regles = livrees();  // echeances borrow them
        const auto trouvees = [&](core::Instant instant, const std::vector<DossierGarde>& tous) {
            return echeances(tous, regles, instant);
        };
        auto lus = gardes(base);
        faire(base, [&](Writer& db) {
            annoncer(db, trouvees(maintenant, lus), {audit::commande, maintenant},
                     {tests::francais(), "https://grappe.example", maintenant});
        });
        lus = gardes(base);
        CHECK(lus.front().annonce == maintenant);
        CHECK_FALSE(trouvees(maintenant, lus).front().purgeable);
        CHECK(trouvees(jour("2026-03-15"), lus).front().purgeable);

        const ActeDeGarde acte{
            .dossier = "d1", .par = audit::commande, .motif = "contrôle", .maintenant = maintenant};
        REQUIRE(base.write([&](Writer& db) { return retenir(db, acte); }));
        CHECK(gardes(base).front().retenue == "contrôle");
        REQUIRE(base.write([&](Writer& db) { return lever(db, acte); }));
        CHECK(base.write([&](Writer& db) { return lever(db, acte); }).error().code ==
              "conservation.sans_retenue");
        CHECK_FALSE(gardes(base).front().retenue.has_value());

        faire(base, [&](Writer& db) {
            const core::Instant plus_tard = jour("2026-03-15");
            CHECK(purger(db, trouvees(plus_tard, lus), {audit::commande, plus_tard}) == 1);
        });
        CHECK(gardes(base).empty());
        const auto reste = base.read(
            [](Reader& db) { return teleservice::contenu(db, "d1", tests::dossier().version); });
        CHECK(reste == "{}");
        CHECK(base.read([](Reader& db) { return teleservice::trouver(db, "d1"); })->appel ==
              "NA-2024");
        const auto membres =
            base.read([](Reader& db) { return membres::membres_du_compte(db, "c2"); });
        REQUIRE(membres.size() == 1);
        CHECK(membres.front().courriel.text() == "efface@purge.invalid");
        CHECK_FALSE(base.read([](Reader& db) { return teleservice::succession_de(db, "d1"); }));
        CHECK(base.read([](Reader& db) { return audit::verifier(db, {}); }));
    });
}

TEST_CASE("only a dossier that exists is held, and for a reason") {
    storage::on_every_portail([](Base& base) {
        const auto refus = [&](std::string_view motif) {
            return base
                .write([&](Writer& db) {
                    return retenir(db, {.dossier = "nulle-part",
                                        .par = audit::commande,
                                        .motif = motif,
                                        .maintenant = jour("2026-03-01")});
                })
                .error()
                .code;
        };
        CHECK(refus("") == "conservation.motif");
        CHECK(refus("audit") == "dossier.inconnu");
    });
}

}  // namespace grappe::documents
