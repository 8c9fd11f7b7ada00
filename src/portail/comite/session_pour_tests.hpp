// What the tests of committees share: a session with what its people do, three receivable dossiers.
#pragma once

#include <functional>
#include <map>

#include "portail/comite/notification.hpp"
#include "portail/comite/proposition_lue.hpp"
#include "portail/comite/proposition_repository.hpp"
#include "portail/comite/vue.hpp"
#include "portail/instruction/monde_pour_tests.hpp"

namespace grappe::comite::tests {

namespace monde = teleservice::tests;
using core::Money;
using instruction::tests::Scene, instruction::tests::sur_chaque_base;
using storage::Reader, storage::Writer;

inline constexpr storage::Statement insert_membre{"essai.membre", R"(
    INSERT INTO compte (id, courriel, courriel_cle, nom, prenom, mot_de_passe, role, region,
                        cree_le, version)
    VALUES ($1, $1, $1, 'Exemple', 'Camille', '-', 'comite', $2, '2024-01-01T00:00:00Z', 1))"};

inline const access::Acteur& membre(int rang) {
    static const access::Acteur tous[] = {
        {.compte = "membre-1", .role = access::Role::comite, .region = "75"},
        {.compte = "membre-2", .role = access::Role::comite, .region = "75"},
        {.compte = "membre-3", .role = access::Role::comite, .region = "94"}};
    return tous[rang];
}

// The committee of a window, with what its people do, one transaction each.
struct Session {
    Scene& scene;
    std::string id{};

    Demandeur guichet() const { return scene.guichet(); }
    Demandeur siege(int rang) const { return {membre(rang), scene.maintenant}; }

    template <class Faire>
    std::string fait(Faire faire) const {
        return Scene::issue(scene.base.write([&](Writer& db) { return faire(db); }));
    }
    std::string convoque(const char* enveloppe, std::optional<std::int64_t> quorum = {},
                         const char* fenetre = "1") {
        const auto cree = scene.base.write([&](Writer& db) {
            return convoquer(db, guichet(),
                             {.appel = "NA-2024",
                              .fenetre = fenetre,
                              .tenu_le = "2024-06-04",
                              .enveloppe = enveloppe,
                              .quorum = quorum},
                             scene.moyens());
        });
        if (cree) id = cree->id;
        return Scene::issue(cree);
    }
    std::string opine(const std::string& dossier, const char* sens, const char* motif = "",
                      const char* recommandations = "") const {
        return fait([&](Writer& db) {
            return opiner(db, guichet(),
                          {.vise = {id},
                           .dossier = dossier,
                           .sens = sens,
                           .recommandations = recommandations,
                           .motif = motif},
                          monde::moyens());
        });
    }
    std::string vote(int rang, const std::string& dossier, const char* sens) const {
        return fait([&](Writer& db) {
            return voter(db, siege(rang), {.vise = {id}, .dossier = dossier, .sens = sens},
                         monde::moyens());
        });
    }
    std::string declare(int rang, const char* organisme) const {
        return fait([&](Writer& db) {
            return declarer(db, siege(rang),
                            {.vise = {id}, .organisme = organisme, .motif = "J'y siège."});
        });
    }
    std::string dessine(const char* nom, std::vector<std::string> retenus,
                        bool choisi = false) const {
        return fait([&](Writer& db) {
            return ecrire(
                db, guichet(),
                {.vise = {id}, .nom = nom, .retenus = std::move(retenus), .choisi = choisi},
                monde::moyens());
        });
    }
    core::Result<Preparee> prepare(const Enonce& enonce) const {
        return scene.base.read([&](Reader& db) {
            return preparer(db, guichet(), {{id}, enonce}, monde::moyens());
        });
    }
    int calcule(const Enonce& enonce) const {
        const auto preparee = prepare(enonce).value();
        const auto dite =
            decrire(guichet(), preparee, etudier(preparee, {}), scene.moyens().regles.phrases);
        return scene.base.write([&](Writer& db) { return garder(db, guichet(), {id}, dite); })
            .value()
            .numero;
    }
    PropositionGardee proposition(int numero) const {
        return scene.base.read([&](Reader& db) { return proposition_gardee(db, id, numero); })
            .value();
    }
    std::string garde_en_scenario(const Demandeur& qui, int numero, const char* nom) const {
        return fait([&](Writer& db) {
            return garder_en_scenario(db, qui, {.vise = {id}, .numero = numero, .nom = nom},
                                      monde::moyens());
        });
    }
    std::string garde(const char* nom, std::vector<std::string> retenus) const {
        return fait([&](Writer& db) {
            return ecrire(db, guichet(),
                          {.vise = {id},
                           .nom = nom,
                           .retenus = std::move(retenus),
                           .origine = Origine::proposition},
                          monde::moyens());
        });
    }
    std::string releve(const std::string& dossier, const char* critere, const char* constat) const {
        return fait([&](Writer& db) {
            return relever(db, guichet(),
                           {.vise = {id},
                            .dossier = dossier,
                            .critere = critere,
                            .constat = constat,
                            .texte = ""},
                           monde::moyens());
        });
    }
    // "publie", or the codes of what keeps it back.
    std::string notifie() const {
        const auto fait = scene.base.write(
            [&](Writer& db) { return notifier(db, guichet(), {id}, scene.moyens()); });
        if (!fait) return fait.error().code;
        std::string codes;
        for (const auto& un : fait->empechements) codes += un.code + " ";
        return codes.empty() ? "publie" : codes;
    }
    Vue vue(const Demandeur& qui) const {
        return scene.base.read(
            [&](Reader& db) { return voir(db, qui, id, scene.moyens()).value(); });
    }
    Money disponible() const {
        const auto soldes = vue(guichet()).soldes;
        return soldes.disponible({"NA-2024", "75"});
    }
};

// Another dossier of the desk, receivable.
inline std::string recevable(Scene& scene, const char* prefixe, const char* siret, int essms = 15) {
    Scene autre{scene.base, scene.maintenant};
    autre.id = scene.base
                   .write([&](Writer& db) {
                       return teleservice::creer(db, scene.porteur(), "NA-2024", monde::appels());
                   })
                   .value()
                   .id;
    REQUIRE(scene.base.write([&](Writer& db) {
        return teleservice::ecrire(
            db, scene.porteur(),
            {.dossier = autre.id,
             .version = 1,
             .contenu = monde::contenu_de(
                 {.essms = essms, .prefixe = prefixe, .departement = "33", .siret = siret})},
            scene.moyens());
    }));
    autre.depose();
    REQUIRE(autre.prend(scene.guichet()) == "fait");
    for (const auto& point : autre.examen().points)
        if (point.retient) CHECK(autre.apprecie(point.regle, "conforme") == "fait");
    REQUIRE(autre.tranche("recevable") == "fait");
    return autre.id;
}

struct Trois {
    std::string a, b, c;
};
inline void avec_trois(const std::function<void(Scene&, Session&, const Trois&)>& essai) {
    sur_chaque_base([&](Scene& scene) {
        (void)scene.base.write([](Writer& db) -> core::Result<void> {
            for (int rang = 0; rang < 3; ++rang)
                db.run(insert_membre, membre(rang).compte, membre(rang).region);
            return {};
        });
        const Trois trois{recevable(scene, "33980", "99999900600011"),
                          recevable(scene, "33981", "99999907100007"),
                          recevable(scene, "33982", "99999908900009", 20)};
        Session session{scene};
        essai(scene, session, trois);
    });
}

}  // namespace grappe::comite::tests
