// What was done to an identity is kept, replayed as known at any past instant, on both engines.
#include "dui/identite/changement.hpp"

#include <doctest/doctest.h>

#include "dui/lecture/ligne.hpp"
#include "dui/magasin/faits_repository.hpp"
#include "storage/test_bases.hpp"

namespace grappe::identite {

using identite::Demande;
using identite::Identite;
using identite::Statut;
using magasin::Moment;

namespace {

std::string ligne(const std::string& nom, const std::string& statut, const std::string& suite) {
    return R"({"type":"personne","id":"p1","finess_et":"330000001","nom_naissance":")" + nom +
           R"(","prenoms":["ANNE"],"date_naissance":"1940-01-01","sexe":"F",)" +
           R"("lieu_naissance":"33063","statut_identite":")" + statut + "\"" + suite + "}";
}

class Registre {
public:
    explicit Registre(storage::Base& base) : base_{base} {}

    // A version of the person's fact, under an act at that instant.
    void declarer(const std::string& texte, std::int64_t instant) {
        lecture::LecteurDeLigne lecteur;
        const auto* lue = lecteur.lire(texte);
        REQUIRE(lue != nullptr);
        REQUIRE(base_.write([&](storage::Writer& db) -> core::Result<void> {
            const auto acte = magasin::dernier_enregistrement(db).numero + 1;
            const magasin::Version version{.numero = magasin::dernier_fait(db) + 1,
                                           .version = ++versions_,
                                           .enregistrement = acte,
                                           .fait = lue->fait};
            magasin::ajouter(db, {&version, 1});
            magasin::ajouter_acte(db, {{acte, Moment{instant}}, "commande", "import", 1});
            return {};
        }));
    }
    template <class Faire>
    core::Result<Identite> faire(std::int64_t instant, Faire acte) {
        const identite::Geste geste{.personne = "p1",
                                    .auteur = "compte-7",
                                    .maintenant = Moment{instant},
                                    .aujourd_hui = core::Date::parse("2024-09-30").value()};
        return base_.write([&](storage::Writer& db) { return acte(db, geste); });
    }
    core::Result<Identite> changer(std::int64_t instant, const Demande& demande) {
        return faire(instant, [&](storage::Writer& db, const identite::Geste& geste) {
            return identite::changer(db, geste, demande);
        });
    }
    core::Result<Identite> poser(std::int64_t instant, Attribut attribut) {
        return faire(instant, [&](storage::Writer& db, const identite::Geste& geste) {
            return identite::poser(db, geste, attribut);
        });
    }
    std::vector<EtapeConnue> histoire(std::optional<Moment> connu_le) {
        return base_
            .read([&](storage::Reader& db) { return identite::histoire_de(db, "p1", connu_le); })
            .value();
    }
    Identite au(std::int64_t instant) { return histoire(Moment{instant}).back().etape.apres; }

private:
    storage::Base& base_;
    std::int64_t versions_ = 0;
};

const Matricule d_insi{"279035121518989", Autorite::nir_d_essai};

Demande vers_recuperee() { return {.vers = Statut::recuperee, .insi = d_insi}; }
Demande vers_qualifiee() {
    return {.vers = Statut::qualifiee,
            .vu = identite::Vu{Dispositif::passeport, core::Date::parse("2024-09-29").value(),
                               "compte-7"}};
}

}  // namespace

TEST_CASE("each act is kept with its author, its instant and its proof; the past stays") {
    storage::on_every_dui([](storage::Base& base) {
        Registre registre{base};
        registre.declarer(ligne("DURAND", "provisoire", ""), 10);
        REQUIRE(registre.changer(20, vers_recuperee()));
        REQUIRE(registre.changer(30, vers_qualifiee()));
        REQUIRE(registre.poser(40, Attribut::homonyme));
        REQUIRE(registre.poser(50, Attribut::douteuse));

        CHECK(registre.au(10) == Identite{});
        CHECK(registre.au(29) == Identite{.statut = Statut::recuperee, .matricule = d_insi});
        CHECK(registre.au(30) == Identite{.statut = Statut::qualifiee, .matricule = d_insi});
        CHECK(registre.au(40).attributs == Attributs{.homonyme = true});
        CHECK(registre.au(50) == Identite{.attributs = {.homonyme = true, .douteuse = true}});
        CHECK(a_emettre(registre.au(49)));
        CHECK_FALSE(a_emettre(registre.au(50)));

        const auto toutes = registre.histoire(std::nullopt);
        REQUIRE(toutes.size() == 5);
        CHECK(toutes[0].auteur == "commande");
        CHECK(toutes[2].auteur == "compte-7");
        CHECK(toutes[2].connu_le == Moment{30});
        CHECK(toutes[2].etape.dispositif == Dispositif::passeport);
        CHECK(toutes[2].etape.vu_le == core::Date::parse("2024-09-29").value());
    });
}

TEST_CASE("a refused act leaves nothing") {
    storage::on_every_dui([](storage::Base& base) {
        Registre registre{base};
        CHECK(registre.changer(5, vers_recuperee()).error().code == "dui.identite.inconnue");
        registre.declarer(ligne("DURAND", "provisoire", ""), 10);
        CHECK(registre.changer(20, vers_qualifiee()).error().code ==
              "identite.passage.provisoire.qualifiee");
        CHECK(registre.histoire(std::nullopt).size() == 1);
        CHECK(base.read([](storage::Reader& db) { return magasin::dernier_enregistrement(db); })
                  .numero == 1);
    });
}

TEST_CASE("another strict trait lowers the identity; the same words again undo nothing") {
    storage::on_every_dui([](storage::Base& base) {
        Registre registre{base};
        registre.declarer(ligne("DURAND", "provisoire", ""), 10);
        REQUIRE(registre.changer(20, vers_recuperee()));
        registre.declarer(ligne("DURAND", "provisoire", R"(,"decede_le":"2024-01-01")"), 30);
        CHECK(registre.au(30).statut == Statut::recuperee);
        registre.declarer(ligne("DUPOND", "provisoire", R"(,"decede_le":"2024-01-01")"), 40);
        CHECK(registre.au(40) == Identite{});
        CHECK(registre.histoire(std::nullopt).back().etape.acte == Acte::trait);
    });
}

TEST_CASE("a line that newly declares a state is taken, but never over a doubt") {
    storage::on_every_dui([](storage::Base& base) {
        const std::string matricule = R"(,"matricule_ins":"279035121518989")";
        Registre registre{base};
        registre.declarer(ligne("DURAND", "provisoire", ""), 10);
        registre.declarer(ligne("DURAND", "qualifiee", matricule), 20);
        CHECK(registre.au(20).statut == Statut::qualifiee);
        CHECK(a_emettre(registre.au(20)).error().code == "identite.emission.sans_oid");
        REQUIRE(registre.changer(30, {.vers = Statut::qualifiee, .insi = d_insi}));
        CHECK(a_emettre(registre.au(30)));
        REQUIRE(registre.poser(40, Attribut::douteuse));
        registre.declarer(ligne("DURAND", "validee", ""), 50);
        CHECK(registre.au(50) == Identite{.attributs = {.douteuse = true}});
    });
}

TEST_CASE("what was done to an identity cannot be changed or removed") {
    storage::on_every_dui([](storage::Base& base) {
        Registre registre{base};
        registre.declarer(ligne("DURAND", "provisoire", ""), 10);
        REQUIRE(registre.changer(20, vers_recuperee()));
        for (const auto* ordre :
             {"UPDATE identite SET statut = 'qualifiee'", "DELETE FROM identite"})
            CHECK_THROWS_AS((void)base.write([&](storage::Writer& db) -> core::Result<void> {
                db.script(ordre);
                return {};
            }),
                            storage::Failure);
    });
}

}  // namespace grappe::identite
