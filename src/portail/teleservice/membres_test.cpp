// Members on every engine: invited, agreed, cancelled by a change of their part and by no other.
#include <doctest/doctest.h>

#include "audit/journal.hpp"
#include "courrier/boite.hpp"
#include "identity/preference_courrier.hpp"
#include "portail/teleservice/brouillon.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/monde_pour_tests.hpp"
#include "portail/teleservice/part_du_membre.hpp"
#include "storage/test_bases.hpp"

namespace grappe::teleservice {
namespace {

using storage::Base, storage::Reader, storage::Writer;

constexpr const char* une_entite = "339909996";
constexpr const char* autre_entite = "339909988";
constexpr const char* financeur = "ARS Nouvelle-Aquitaine";

const access::Acteur& tiers() {
    static const access::Acteur acteur{.compte = "tiers", .role = access::Role::porteur};
    return acteur;
}

// A dossier of two entities, and what people do with it, one transaction each.
struct Grappe {
    Base& base;
    std::string id{};
    std::string contenu{};
    core::Instant maintenant = tests::midi();

    template <class F>
    auto faire(F use_case) const {
        return base.write(use_case);
    }

    explicit Grappe(Base& ouverte) : base{ouverte} {
        (void)faire([](Writer& db) -> core::Result<bool> {
            tests::ajouter_comptes(db);
            db.script(
                "INSERT INTO compte (id, courriel, courriel_cle, nom, prenom, mot_de_passe, role,"
                " region, cree_le, version) VALUES ('tiers', 'tiers@exemple.test',"
                " 'tiers@exemple.test', 'Tiers', 'Dominique', '-', 'porteur', '',"
                " '2024-01-01T00:00:00Z', 1)");
            return true;
        });
        contenu = tests::contenu_de({.essms = 15});
        const auto ou = contenu.find(une_entite);
        contenu.replace(ou, 9, autre_entite);  // of the first establishment
        id = faire([&](Writer& db) {
                 return creer(db, le(tests::porteur()), "NA-2024", tests::appels());
             })
                 .value()
                 .id;
        REQUIRE(ecrit(tests::porteur(), 1, contenu));
    }

    Demandeur le(const access::Acteur& acteur) const {
        return {.acteur = acteur, .maintenant = maintenant};
    }
    core::Result<Dossier> ecrit(const access::Acteur& acteur, int version,
                                const std::string& texte) const {
        return faire([&](Writer& db) {
            return ecrire(db, le(acteur), {.dossier = id, .version = version, .contenu = texte},
                          tests::moyens_d_ecriture());
        });
    }
    core::Result<membres::Membre> invite(const char* finess_ej, const char* courriel) const {
        return faire([&](Writer& db) {
            return inviter(db, le(tests::porteur()), {id, finess_ej, courriel},
                           tests::moyens_d_ecriture());
        });
    }
    core::Result<MembreVu> accorde(const access::Acteur& acteur, const MembreCherche& cherche,
                                   Reponse reponse = Reponse::oui,
                                   const std::string& empreinte = "") const {
        return faire([&](Writer& db) {
            return accorder(db, le(acteur), {cherche, reponse, empreinte},
                            tests::moyens_d_ecriture());
        });
    }
    std::string code(const core::Result<MembreVu>& accord) const {
        return accord ? std::string{accord->d_accord() ? "d_accord" : "sans"} : accord.error().code;
    }
    std::vector<courrier::Pli> plis() const {
        return base.read([](Reader& db) {
            return courrier::a_envoyer(db, tests::instant("2030-01-01T00:00:00Z"), 100);
        });
    }
    // The one that was sent besides `connu`: mails of one instant are in no order.
    std::string jeton(const std::string& connu) const {
        std::string trouve;
        for (const auto& pli : plis())
            if (const auto ou = pli.message.corps.find("jeton="); ou != std::string::npos)
                if (auto lu = pli.message.corps.substr(ou + 6, 43); lu != connu)
                    trouve = std::move(lu);
        return trouve;
    }
    int lettres(const char* sujet) const {
        int combien = 0;
        for (const auto& pli : plis()) combien += pli.message.objet == sujet ? 1 : 0;
        return combien;
    }
    std::string depot() const {
        const auto depose = faire([&](Writer& db) {
            return deposer(db, le(tests::porteur()), {.dossier = id, .financeur = financeur},
                           tests::moyens_d_ecriture());
        });
        if (!depose) return depose.error().code;
        return depose->recepisse ? "fait" : depose->obstacles.front().code;
    }
    std::string avec(const std::string& avant, const std::string& apres) const {
        auto texte = contenu;
        const auto ou = texte.find(avant);
        REQUIRE(ou != std::string::npos);
        return texte.replace(ou, avant.size(), apres);
    }
    bool journal_sain() const {
        return base.read([](Reader& db) { return audit::verifier(db, std::nullopt).has_value(); });
    }
};

void avec_une_grappe(const std::function<void(Grappe&)>& essai) {
    storage::on_every_portail([&](Base& base) {
        Grappe grappe{base};
        essai(grappe);
        CHECK(grappe.journal_sain());
    });
}

}  // namespace

TEST_CASE("a dossier whose members were never invited can be deposited") {
    avec_une_grappe([](Grappe& grappe) { CHECK(grappe.depot() == "fait"); });
}

TEST_CASE("an invited member has to agree before the deposit") {
    avec_une_grappe([](Grappe& grappe) {
        REQUIRE(grappe.invite(autre_entite, "voisin@ailleurs.test"));
        CHECK(grappe.depot() == "depot.invitation_sans_reponse");
        const auto jeton = grappe.jeton("");
        const MembreCherche cherche{grappe.id, autre_entite, jeton};
        CHECK(grappe.code(grappe.accorde(tests::voisin(), cherche)) == "d_accord");
        CHECK(grappe.code(grappe.accorde(tests::voisin(), cherche)) == "d_accord");
        CHECK(grappe.lettres("Un membre a donné son accord") == 1);
        CHECK(grappe.depot() == "fait");
    });
}

TEST_CASE("each member is told once of each deposit, of its own part alone, and as it prefers") {
    avec_une_grappe([](Grappe& grappe) {
        REQUIRE(grappe.invite(autre_entite, "porteur-2@exemple.test"));
        REQUIRE(grappe.invite(une_entite, "tiers@exemple.test"));
        REQUIRE(grappe.accorde(tests::voisin(), {grappe.id, autre_entite, ""}));
        REQUIRE(grappe.accorde(tiers(), {grappe.id, une_entite, ""}));
        (void)grappe.faire([](Writer& db) -> core::Result<void> {
            identity::choisir_le_regime(db, "tiers", identity::Regime::actes, tests::midi());
            return {};
        });
        const auto aux_membres = [&] {
            std::vector<courrier::Message> recus;
            for (const auto& pli : grappe.plis())
                if (pli.message.objet.starts_with("Le dossier de votre grappe est déposé"))
                    recus.push_back(pli.message);
            return recus;
        };
        REQUIRE(grappe.depot() == "fait");
        REQUIRE(aux_membres().size() == 1);
        const auto recu = aux_membres().front();
        CHECK(recu.destinataire == "porteur-2@exemple.test");
        CHECK(recu.objet.find("NA-2024-") != std::string::npos);
        CHECK(recu.corps.find(financeur) != std::string::npos);
        CHECK(recu.corps.find("1 établissement de votre part") != std::string::npos);
        CHECK(recu.corps.find("/parts/" + grappe.id + "/" + autre_entite) != std::string::npos);
        for (const auto* d_autrui : {une_entite, "tiers@exemple.test", "porteur-1@", "{"})
            CHECK(recu.corps.find(d_autrui) == std::string::npos);
        // What is refused is no deposit.
        CHECK(grappe.depot() == "depot.inchange");
        CHECK(aux_membres().size() == 1);
    });
}

TEST_CASE("a change of one part ends that agreement alone, and tells its member") {
    avec_une_grappe([](Grappe& grappe) {
        REQUIRE(grappe.invite(autre_entite, "porteur-2@exemple.test"));
        REQUIRE(grappe.invite(une_entite, "tiers@exemple.test"));
        REQUIRE(grappe.accorde(tests::voisin(), {grappe.id, autre_entite, ""}));
        REQUIRE(grappe.accorde(tiers(), {grappe.id, une_entite, ""}));
        REQUIRE(grappe.ecrit(tests::porteur(), 2, grappe.avec("Logiciel fictif", "Autre")));
        CHECK(grappe.lettres("Votre part a changé\u00a0: votre accord est à redonner") == 0);
        const auto change =
            grappe.avec("\"regime\": \"acquisition\"", "\"regime\": \"montee_de_version\"");
        REQUIRE(grappe.ecrit(tests::porteur(), 3, change));
        CHECK(grappe.lettres("Votre part a changé\u00a0: votre accord est à redonner") == 1);
        const auto lus = grappe.base.read([&](Reader& db) {
            return lire_les_membres(db, grappe.le(tests::porteur()), grappe.id, tests::moyens())
                .value();
        });
        for (const auto& vu : lus.membres)
            CHECK(vu.etat() == (vu.membre.finess_ej.text() == autre_entite
                                    ? EtatDeMembre::part_changee
                                    : EtatDeMembre::d_accord));
        CHECK(grappe.depot() == "depot.accord_perime");
        REQUIRE(grappe.accorde(tests::voisin(), {grappe.id, autre_entite, ""}));
        CHECK(grappe.depot() == "fait");
    });
}

TEST_CASE("an agreement is given for the part as it was seen") {
    avec_une_grappe([](Grappe& grappe) {
        REQUIRE(grappe.invite(autre_entite, "porteur-2@exemple.test"));
        const MembreCherche cherche{grappe.id, autre_entite, ""};
        const auto vue = grappe.accorde(tests::voisin(), cherche).value().part.empreinte();
        REQUIRE(grappe.accorde(tests::voisin(), cherche, Reponse::non));
        CHECK(grappe.depot() == "depot.accord_manquant");
        REQUIRE(grappe.ecrit(
            tests::porteur(), 2,
            grappe.avec("\"regime\": \"acquisition\"", "\"regime\": \"montee_de_version\"")));
        CHECK(grappe.code(grappe.accorde(tests::voisin(), cherche, Reponse::oui, vue)) ==
              "accord.part_changee");
        CHECK(grappe.code(grappe.accorde(tests::voisin(), cherche)) == "d_accord");
    });
}

TEST_CASE("a link serves once, for its time, its entity and its dossier, never its porteur") {
    avec_une_grappe([](Grappe& grappe) {
        REQUIRE(grappe.invite(autre_entite, "un@ailleurs.test"));
        const auto premier = grappe.jeton("");
        REQUIRE(grappe.invite(autre_entite, "Un@Ailleurs.test"));  // again: the first link ends
        const auto jeton = grappe.jeton(premier);
        const auto essai = [&](const access::Acteur& qui, const char* entite,
                               const std::string& lien) {
            return grappe.code(grappe.accorde(qui, {grappe.id, entite, lien}));
        };
        CHECK(essai(tests::voisin(), autre_entite, premier) == "jeton.perime");
        CHECK(essai(tests::voisin(), autre_entite, "") == "dossier.inconnu");
        CHECK(essai(tests::voisin(), une_entite, jeton) == "accord.autre_entite");
        CHECK(essai(tests::porteur(), autre_entite, jeton) == "membre.porteur");
        CHECK(essai(tests::porteur(), autre_entite, "") == "part.interdite");
        grappe.maintenant = tests::instant("2024-03-31T12:00:00Z");
        CHECK(essai(tests::voisin(), autre_entite, jeton) == "jeton.perime");
        grappe.maintenant = tests::instant("2024-03-31T11:59:59Z");
        CHECK(essai(tests::voisin(), autre_entite, jeton) == "d_accord");
        CHECK(essai(tiers(), autre_entite, jeton) == "jeton.perime");
    });
}

TEST_CASE("only the porteur invites, one address an entity, and names what is wrong") {
    avec_une_grappe([](Grappe& grappe) {
        const auto code = [&](const char* entite, const char* courriel) {
            const auto fait = grappe.invite(entite, courriel);
            return fait ? std::string{"fait"} : fait.error().code;
        };
        CHECK(code("33", "a@b.fr") == "finess.longueur");
        CHECK(code(autre_entite, "personne") == "courriel.forme");
        CHECK(code(autre_entite, "porteur-2@exemple.test") == "fait");
        CHECK(code(autre_entite, "autre@exemple.test") == "membre.autre_adresse");
        const auto refus = grappe.faire([&](Writer& db) {
            return inviter(db, grappe.le(tests::voisin()), {grappe.id, une_entite, "a@b.fr"},
                           tests::moyens_d_ecriture());
        });
        CHECK(refus.error().code == "dossier.inconnu");
        REQUIRE(grappe.accorde(tests::voisin(), {grappe.id, autre_entite, ""}));
        CHECK(code(autre_entite, "porteur-2@exemple.test") == "membre.present");
    });
}

TEST_CASE("a member that is taken away reads nothing more and holds nothing back") {
    avec_une_grappe([](Grappe& grappe) {
        const auto membre = grappe.invite(autre_entite, "porteur-2@exemple.test").value();
        REQUIRE(grappe.accorde(tests::voisin(), {grappe.id, autre_entite, ""}));
        const auto lire = [&] {
            return grappe.base.read([&](Reader& db) {
                return lire_part(db, grappe.le(tests::voisin()), {grappe.id, autre_entite},
                                 tests::moyens())
                    .has_value();
            });
        };
        CHECK(lire());
        const auto ote = grappe.faire([&](Writer& db) {
            return oter(db, grappe.le(tests::porteur()), {grappe.id, membre.id},
                        tests::moyens_d_ecriture());
        });
        CHECK(ote);
        CHECK_FALSE(lire());
        CHECK(grappe.lettres("Vous ne participez plus à un dossier") == 1);
        CHECK(grappe.depot() == "fait");
    });
}

TEST_CASE("a member writes its own part, whoever else wrote meanwhile, and no other") {
    avec_une_grappe([](Grappe& grappe) {
        REQUIRE(grappe.invite(autre_entite, "porteur-2@exemple.test"));
        REQUIRE(grappe.accorde(tests::voisin(), {grappe.id, autre_entite, ""}));
        const auto numero = tests::finess("33980", 0);
        const auto part = R"({"essms":[{"finess_et":")" + numero +
                          R"(","regime":"montee_de_version"}],"recupere_tva":true})";
        const auto ecrit = [&](const access::Acteur& qui, const char* entite, int version) {
            const auto fait = grappe.faire([&](Writer& db) {
                return ecrire_part(
                    db, grappe.le(qui),
                    {.part = {grappe.id, entite}, .version = version, .contenu = part},
                    tests::moyens_d_ecriture());
            });
            return fait ? "fait " + std::to_string(fait->version) : fait.error().code;
        };
        CHECK(ecrit(tests::voisin(), une_entite, 2) == "part.interdite");
        CHECK(ecrit(tiers(), autre_entite, 2) == "dossier.inconnu");
        CHECK(ecrit(tests::porteur(), autre_entite, 2) == "dossier.inconnu");
        REQUIRE(grappe.ecrit(tests::porteur(), 2, grappe.avec("Logiciel fictif", "Autre")));
        CHECK(ecrit(tests::voisin(), autre_entite, 2) == "fait 4");  // nobody touched that part
        CHECK(ecrit(tests::voisin(), autre_entite, 2) == "dossier.version_perimee");
        CHECK(grappe.lettres("Votre part a changé\u00a0: votre accord est à redonner") == 0);
        const auto lue = grappe.base.read([&](Reader& db) {
            return lire_part(db, grappe.le(tests::voisin()), {grappe.id, autre_entite},
                             tests::moyens())
                .value();
        });
        CHECK(lue.vu.etat() == EtatDeMembre::part_changee);
        CHECK(lue.vu.membre.recupere_tva == true);
        CHECK_FALSE(lue.ecarts.empty());
        CHECK(lue.contenu.find(tests::finess("33980", 1)) == std::string::npos);
    });
}

TEST_CASE("a member reads its part under the rules of the deposit once a desk has taken it") {
    avec_une_grappe([](Grappe& grappe) {
        REQUIRE(grappe.invite(autre_entite, "porteur-2@exemple.test"));
        REQUIRE(grappe.accorde(tests::voisin(), {grappe.id, autre_entite, ""}));
        REQUIRE(grappe.depot() == "fait");
        const tests::ReglesChangees ensuite;
        const auto total = [&] {
            const auto lue = grappe.base.read([&](Reader& db) {
                return lire_part(db, grappe.le(tests::voisin()), {grappe.id, autre_entite},
                                 ensuite.regles)
                    .value();
            });
            return lue.etat.jugement.verifie->analyse().subvention->total;
        };
        const auto avant_la_prise = total();
        grappe.base.connection().script("UPDATE dossier SET statut = 'pieces_demandees'");
        CHECK(total() < avant_la_prise);
    });
}

TEST_CASE("a member does not read the whole, and others do not know that there is one") {
    avec_une_grappe([](Grappe& grappe) {
        REQUIRE(grappe.invite(autre_entite, "porteur-2@exemple.test"));
        REQUIRE(grappe.accorde(tests::voisin(), {grappe.id, autre_entite, ""}));
        const auto code = [&](const access::Acteur& qui) {
            return grappe.base.read([&](Reader& db) {
                const auto lu =
                    demander(db, grappe.le(qui), grappe.id, access::Permission::dossier_lire);
                return lu ? std::string{"lu"} : lu.error().code;
            });
        };
        CHECK(code(tests::porteur()) == "lu");
        CHECK(code(tests::voisin()) == "dossier.part_seulement");
        CHECK(code(tiers()) == "dossier.inconnu");
        CHECK(code(tests::guichet_de_nouvelle_aquitaine()) == "dossier.inconnu");
    });
}

}  // namespace grappe::teleservice
