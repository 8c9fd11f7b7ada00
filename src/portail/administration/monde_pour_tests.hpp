// For tests: a dossier at a desk, and what an administrator does to it, one transaction each.
#pragma once

#include "audit/journal.hpp"
#include "courrier/boite.hpp"
#include "portail/administration/correction.hpp"
#include "portail/administration/delais.hpp"
#include "portail/administration/recherche.hpp"
#include "portail/administration/remplacement.hpp"
#include "portail/administration/reouverture.hpp"
#include "portail/instruction/monde_pour_tests.hpp"

namespace grappe::administration::tests {

namespace monde = teleservice::tests;
using instruction::tests::Scene, instruction::tests::sur_chaque_base;
using storage::Reader, storage::Writer;

inline const access::Acteur& administrateur() {
    static const access::Acteur acteur{.compte = "admin-1", .role = access::Role::admin};
    return acteur;
}

struct Administration {
    Scene& scene;

    Demandeur admin() const { return {administrateur(), scene.maintenant}; }
    Demande demande() const { return {scene.id, "Demandé par l'agence."}; }

    template <class Faire>
    std::string fait(Faire faire) const {
        return Scene::issue(scene.base.write([&](Writer& db) { return faire(db); }));
    }
    std::string rouvre() const {
        return fait([&](Writer& db) { return rouvrir(db, admin(), demande(), scene.moyens()); });
    }
    std::string amende(const char* jusqu_au) const {
        return fait([&](Writer& db) {
            return ouvrir_a_la_modification(db, admin(), {demande(), jusqu_au}, scene.moyens());
        });
    }
    std::string prolonge(const char* jusqu_au) const {
        return fait([&](Writer& db) {
            return prolonger(db, admin(), {demande(), jusqu_au}, scene.moyens());
        });
    }
    std::string reporte(const char* numero, const char* echeance) const {
        return fait([&](Writer& db) {
            return reporter(db, admin(), {demande(), numero, echeance}, scene.moyens());
        });
    }
    std::string remplace(const char* membre, const char* courriel) const {
        return fait([&](Writer& db) {
            return remplacer_un_membre(db, admin(), {demande(), membre, courriel}, scene.moyens());
        });
    }
    std::string confie(const char* courriel) const {
        return fait([&](Writer& db) {
            return remplacer_le_porteur(db, admin(), {demande(), courriel}, scene.moyens());
        });
    }
    std::string corrige(const char* chemin, const char* valeur) const {
        return fait([&](Writer& db) {
            return corriger(db, admin(), {demande(), {chemin, valeur}}, scene.moyens());
        });
    }
    std::string retire() const {
        return fait([&](Writer& db) {
            return teleservice::retirer(db, scene.porteur(), {.dossier = scene.id, .motif = ""});
        });
    }
    std::string ecrit(int version, const std::string& contenu) const {
        return fait([&](Writer& db) {
            return teleservice::ecrire(
                db, scene.porteur(), {.dossier = scene.id, .version = version, .contenu = contenu},
                scene.moyens());
        });
    }
    // "fait", the code of a refusal, or that of the first obstacle.
    std::string depot() const {
        const auto depose = scene.base.write([&](Writer& db) {
            return teleservice::deposer(
                db, scene.porteur(), {.dossier = scene.id, .financeur = "ARS Nouvelle-Aquitaine"},
                scene.moyens());
        });
        if (!depose) return depose.error().code;
        return depose->recepisse ? "fait" : depose->obstacles.front().code;
    }
    std::vector<Intervention> faites() const {
        return scene.base.read(
            [&](Reader& db) { return teleservice::interventions(db, scene.id); });
    }
    // Mails of that subject to that address.
    int lettres(std::string_view objet, std::string_view a) const {
        int combien = 0;
        for (const auto& pli : scene.base.read([](Reader& db) {
                 return courrier::a_envoyer(db, monde::instant("2030-01-01T00:00:00Z"), 200);
             }))
            combien +=
                pli.message.objet.find(objet) != std::string::npos && pli.message.destinataire == a
                    ? 1
                    : 0;
        return combien;
    }
};

inline void avec_un_administrateur(const std::function<void(Administration&)>& essai) {
    sur_chaque_base([&](Scene& scene) {
        (void)scene.base.write([](Writer& db) -> core::Result<bool> {
            db.script(
                "INSERT INTO compte (id, courriel, courriel_cle, nom, prenom, mot_de_passe, role,"
                " region, cree_le, version) VALUES ('admin-1', 'admin@exemple.test',"
                " 'admin@exemple.test', 'Admin', 'Alix', '-', 'admin', '',"
                " '2024-01-01T00:00:00Z', 1)");
            return true;
        });
        Administration administration{scene};
        essai(administration);
        CHECK(scene.base.read(
            [](Reader& db) { return audit::verifier(db, std::nullopt).has_value(); }));
    });
}

}  // namespace grappe::administration::tests
