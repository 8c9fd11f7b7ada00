// The world of this module's tests: three dossiers of two porteurs, the small DUI of `rapport`.
#pragma once

#include <string>
#include <vector>

#include "portail/teleservice/monde_pour_tests.hpp"
#include "portail/usages/cles.hpp"
#include "portail/usages/lecture.hpp"
#include "portail/usages/transmission.hpp"
#include "rapport/declaration.hpp"
#include "rapport/monde_pour_tests.hpp"
#include "secret/empreinte.hpp"
#include "storage/test_bases.hpp"

namespace grappe::usages::tests {

namespace monde = teleservice::tests;
using storage::Base, storage::Reader, storage::Writer;

inline core::Instant recu_le() { return monde::instant("2024-10-05T09:00:00Z"); }

inline const Moyens& moyens() {
    static const std::vector<referentiels::Etablissement> connus = [] {
        std::vector<referentiels::Etablissement> tous;
        for (const auto* numero : {"330000019", "640000014", "750000010", "010000024"})
            tous.push_back({.finess_et = rapport::numero(numero), .finess_ej = "330000001"});
        tous[1].ferme_le = core::Date::parse("2020-01-01").value();
        return tous;
    }();
    static const Moyens tous{
        .regles = rapport::Monde{}.regles,
        .seuils = Seuils::lire(rapport::contenu("donnees/usages/plausibilite-2.txt")).value(),
        .registre = [](std::string_view finess) -> const referentiels::Etablissement* {
            for (const auto& un : connus)
                if (un.finess_et.text() == finess) return &un;
            return nullptr;
        }};
    return tous;
}

// "'2024-01'" as an instant.
inline std::string avec_instants(std::string valeurs) {
    const std::string jour = "-01T00:00:00Z'";
    for (auto ou = valeurs.find("'2024-"); ou != valeurs.npos; ou = valeurs.find("'2024-", ou + 1))
        valeurs.replace(ou + 8, 1, jour);
    return valeurs;
}

// Dossiers "d1" and "d3" of porteur-1, at the desks of Nouvelle-Aquitaine and of Corse; "d2" of
// porteur-2; "d0" is withdrawn, "brouillon" is not deposited.
struct Scene {
    Base& base;
    rapport::Monde dui{};
    const access::Acteur& acteur = monde::porteur();

    Demandeur qui() const { return {.acteur = acteur, .maintenant = recu_le()}; }
    Demandeur autre(const access::Acteur& un) const {
        return {.acteur = un, .maintenant = recu_le()};
    }

    void planter() const {
        REQUIRE(base.write([](Writer& db) -> core::Result<void> {
            monde::ajouter_comptes(db);
            for (const auto* valeurs :
                 {"'d0', 'porteur-1', 'NA-2024', 'retire', 1, '2024-01', '2024-01', '75'",
                  "'d1', 'porteur-1', 'NA-2024', 'depose', 1, '2024-02', '2024-02', '75'",
                  "'d2', 'porteur-2', 'NA-2024', 'depose', 1, '2024-02', '2024-02', '94'",
                  "'d3', 'porteur-1', 'NA-2024', 'conventionne', 1, '2024-03', '2024-03', '94'",
                  "'brouillon', 'porteur-1', 'NA-2024', 'brouillon', 1, '2024-04', '2024-04', "
                  "NULL"})
                db.script("INSERT INTO dossier VALUES (" + avec_instants(valeurs) + ")");
            db.script(R"(
INSERT INTO depot_essms VALUES ('330000019', 'd1', 's');
INSERT INTO depot_essms VALUES ('640000014', 'd1', 's');
INSERT INTO depot_essms VALUES ('750000010', 'd1', 's');
INSERT INTO depot_essms VALUES ('010000024', 'd0', 's');
INSERT INTO depot_essms VALUES ('010000024', 'd2', 's'))");
            return {};
        }));
    }

    core::Result<Cle> pose(const std::string& dui_nomme, const secret::CleDeSignature& cle) const {
        return base.write([&](Writer& db) {
            return poser(db, qui(), {dui_nomme, secret::en_hexadecimal(cle.publique())});
        });
    }

    Issue envoie(const std::string& octets, Nature nature = Nature::signe,
                 std::string_view dossier = {}) const {
        return transmettre(base, qui(), {octets, nature, dossier}, moyens());
    }
    // "recu", or the code of the refusal.
    std::string dit(const std::string& octets, Nature nature = Nature::signe,
                    std::string_view dossier = {}) const {
        const auto issue = envoie(octets, nature, dossier);
        return issue.recu ? "recu" : issue.examine.refus.code;
    }
    std::string octets() const { return rapport::ecrire(dui.signe()); }

    std::int64_t rapports() const {
        static constexpr storage::Statement compte{"essai.rapports",
                                                   "SELECT COUNT(*) AS n FROM usage_rapport"};
        return compter(compte);
    }
    std::int64_t fichiers() const {
        static constexpr storage::Statement compte{"essai.fichiers",
                                                   "SELECT COUNT(*) AS n FROM usage_fichier"};
        return compter(compte);
    }
    std::int64_t compter(const storage::Statement& compte) const {
        return base.read([&](Reader& db) {
            return *db.one(compte,
                           [](const storage::Row& row) { return row.get<std::int64_t>("n"); });
        });
    }
    // "acte issue detail" of the last line of the journal.
    std::string journal() const {
        static constexpr storage::Statement derniere{
            "essai.journal",
            "SELECT acte, issue, detail FROM journal ORDER BY numero DESC LIMIT 1"};
        return base.read([](Reader& db) {
            return *db.one(derniere, [](const storage::Row& row) {
                return row.get<std::string>("acte") + " " + row.get<std::string>("issue") + " " +
                       row.get<std::string>("detail");
            });
        });
    }
};

inline void sur_chaque_base(const std::function<void(const Scene&)>& essai) {
    storage::on_every_portail([&](Base& base) {
        Scene scene{.base = base};
        scene.planter();
        essai(scene);
    });
}

// The declaration of one establishment: its active records, and nothing else.
struct Declare {
    std::string finess = "330000019", au = "2024-09-30";
    int actifs = 84, personnes = 84;

    std::string csv() const {
        return std::string{rapport::entete_de_declaration} + "\n" + finess + ";" + au +
               ";fenetre;dossiers_actifs;" + std::to_string(actifs) + ";" +
               std::to_string(personnes) + "\n";
    }
};

inline std::string codes(const std::vector<Constat>& constats) {
    std::string tous;
    for (const auto& un : constats)
        tous += (tous.empty() ? "" : " ") + un.code.substr(std::string{"usages.constat."}.size());
    return tous;
}

}  // namespace grappe::usages::tests
