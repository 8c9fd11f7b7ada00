// For tests: a deposited dossier and what its porteur and its desk do, one transaction each.
#pragma once

#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "portail/instruction/decision.hpp"
#include "portail/instruction/demande.hpp"
#include "portail/instruction/prise_en_charge.hpp"
#include "portail/instruction/verdict.hpp"
#include "portail/teleservice/brouillon.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/monde_pour_tests.hpp"
#include "secret/empreinte.hpp"
#include "storage/test_bases.hpp"

namespace grappe::instruction::tests {

namespace monde = teleservice::tests;
using storage::Base, storage::Reader, storage::Writer;

struct Scene {
    Base& base;
    core::Instant maintenant = monde::midi();
    std::string id{};

    Moyens moyens() const {
        return {.regles = monde::moyens(),
                .adresse_publique = "https://grappe.test",
                .reel = monde::midi()};
    }
    Demandeur porteur() const { return {monde::porteur(), maintenant}; }
    Demandeur guichet() const { return {monde::guichet_de_nouvelle_aquitaine(), maintenant}; }
    Demandeur corse() const { return {monde::guichet_de_corse(), maintenant}; }

    std::string joint(const char* type, const char* nom, const std::string& remplace = "") const {
        const auto piece = base.write([&](Writer& db) {
            return teleservice::joindre(db, porteur(),
                                        {.dossier = id,
                                         .type = type,
                                         .organisme = "",
                                         .nom = nom,
                                         .format = pieces::Format::pdf,
                                         .sha256 = secret::empreinte(std::string{nom} + remplace),
                                         .taille = 12,
                                         .remplace = remplace});
        });
        return piece ? piece->id : piece.error().code;
    }
    void depose() const {
        const auto fait = base.write([&](Writer& db) {
            return teleservice::deposer(
                db, porteur(), {.dossier = id, .financeur = "ARS Nouvelle-Aquitaine"}, moyens());
        });
        REQUIRE(fait);
        REQUIRE(fait->recepisse);
    }
    std::string prend(const Demandeur& qui) const {
        return issue(base.write([&](Writer& db) { return prendre(db, qui, id, moyens()); }));
    }
    std::string juge(const std::string& piece, const char* verdict, const char* motif) const {
        return issue(base.write([&](Writer& db) {
            return rendre_verdict(
                db, guichet(),
                {.dossier = id, .piece = piece, .verdict = verdict, .motif = motif, .texte = ""},
                moyens());
        }));
    }
    std::string demande(const std::vector<PieceVoulue>& pieces,
                        const char* echeance = "2024-04-01") const {
        return issue(base.write([&](Writer& db) {
            return demander_complements(
                db, guichet(),
                {.dossier = id, .textes = {}, .pieces = pieces, .echeance = echeance}, moyens());
        }));
    }
    std::string tranche(const char* issue_voulue) const {
        const auto fait = base.write([&](Writer& db) {
            return decider(db, guichet(), {.dossier = id, .issue = issue_voulue, .motif = "Vu."},
                           moyens());
        });
        if (fait && !fait->decision) return "retenu";
        return issue(fait);
    }
    std::string apprecie(std::string_view regle, const char* decision) const {
        return issue(base.write([&](Writer& db) {
            return apprecier(db, guichet(),
                             {.dossier = id,
                              .regle = regle,
                              .objet = "",
                              .decision = decision,
                              .motif = "Vu par l'agence."},
                             moyens());
        }));
    }
    Statut statut() const {
        return base.read([&](Reader& db) { return teleservice::trouver(db, id)->statut; });
    }
    Examen examen() const {
        return base.read(
            [&](Reader& db) { return lire_examen(db, guichet(), id, monde::moyens()).value(); });
    }

    template <class T>
    static std::string issue(const core::Result<T>& resultat) {
        return resultat ? "fait" : resultat.error().code;
    }
};

// A dossier with one piece (DOC-05), not deposited yet, on every engine.
inline void sur_chaque_base(const std::function<void(Scene&)>& essai) {
    storage::on_every_portail([&](Base& base) {
        (void)base.write([](Writer& db) -> core::Result<void> {
            monde::ajouter_comptes(db);
            return {};
        });
        Scene scene{base};
        scene.id =
            base.write([&](Writer& db) {
                    return teleservice::creer(db, scene.porteur(), "NA-2024", monde::appels());
                })
                .value()
                .id;
        REQUIRE(base.write([&](Writer& db) {
            return teleservice::ecrire(
                db, scene.porteur(),
                {.dossier = scene.id, .version = 1, .contenu = monde::contenu_de({})},
                scene.moyens());
        }));
        essai(scene);
    });
}

}  // namespace grappe::instruction::tests
