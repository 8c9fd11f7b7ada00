// The forms of an agreement: each calls one use case; what is refused comes back as it was typed.
#include "core/integer.hpp"
#include "portail/convention/signature.hpp"
#include "portail/convention/suivi.hpp"
#include "portail/conventionnement/acte.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/modele.hpp"
#include "portail/usages/examen.hpp"

namespace grappe::conventionnement {
namespace {

using access::Permission;
using garde::Visite;
using page::Formulaire;
using reception::demandeur;

http::Response preparer(const Conventions& conventions, Visite& visite) {
    return agir(conventions, visite, {"preparation", "convention.preparer", "etablie"},
                [&](const Formulaire& saisie) {
                    return visite.base.write([&](storage::Writer& db) {
                        return convention::preparer(db, demandeur(visite),
                                                    {id_de(visite), saisie.valeur("forme")},
                                                    moyens_de(conventions, visite));
                    });
                });
}

http::Response signer(const Conventions& conventions, Visite& visite) {
    const auto lue = garde::lire_envoi(visite);
    const bool papier = lue.valeur("mode") == "papier";
    const auto vue = core::integer<int>(lue.valeur("version"));
    return agir(conventions, visite,
                {papier ? "papier" : "signature", "convention.signer", "signee"},
                [&](const Formulaire& saisie) {
                    const auto id = convention_de(visite);
                    const secret::Secret mot{std::string{saisie.valeur("mot_de_passe")}};
                    return convention::signer_en_ligne(visite.moyens, demandeur(visite),
                                                       {{.convention = id,
                                                         .partie = saisie.valeur("partie"),
                                                         .mode = saisie.valeur("mode"),
                                                         .vue = vue},
                                                        mot},
                                                       moyens_de(conventions, visite));
                });
}

http::Response donner_les_coordonnees(const Conventions& conventions, Visite& visite) {
    return agir(
        conventions, visite, {"coordonnees", "coordonnees.poser", "coordonnees"},
        [&](const Formulaire& saisie) {
            const auto id = convention_de(visite);
            return convention::poser_les_coordonnees(
                visite.moyens, demandeur(visite),
                {id, saisie.valeur("titulaire"), saisie.valeur("iban"), saisie.valeur("bic")},
                secret::Secret{std::string{saisie.valeur("mot_de_passe")}});
        });
}

http::Response confirmer_les_coordonnees(const Conventions& conventions, Visite& visite) {
    return agir(conventions, visite, {"confirmation", "coordonnees.confirmer", "confirmation"},
                [&](const Formulaire& saisie) {
                    return convention::confirmer_les_coordonnees(
                        visite.moyens, demandeur(visite), convention_de(visite),
                        secret::Secret{std::string{saisie.valeur("mot_de_passe")}});
                });
}

std::string_view fichier_de(const Formulaire& saisie, std::string_view champ) {
    for (const auto& fichier : saisie.fichiers)
        if (fichier.champ == champ) return fichier.octets;
    return {};
}

Suite suite_du_rapport(const Conventions& conventions, const usages::Examine& examine) {
    constexpr std::size_t au_plus = 20;
    Suite suite;
    for (const auto& un : examine.reproches)
        if (suite.raisons.size() < au_plus)
            suite.raisons.push_back(conventions.services().phrases.rendre(un.code, un.faits));
    return suite;
}

http::Response transmettre(const Conventions& conventions, Visite& visite) {
    const Acte acte{"rapport", "convention.rapport", "rapport"};
    const auto saisie = garde::lire_envoi(visite);
    const auto octets = fichier_de(saisie, "rapport");
    if (octets.empty())
        return conclure(conventions, visite, acte,
                        {core::refuse(core::Reason::invalid, "usages.fichier_absent"), {}});
    const auto examine = usages::examiner(octets, usages::Nature::signe, conventions.usages.regles);
    if (!examine.lu)
        return conclure(conventions, visite, acte,
                        {examine.refus, suite_du_rapport(conventions, examine)});
    const auto id = convention_de(visite);
    const auto recu = visite.base.write([&](storage::Writer& db) {
        return convention::recevoir(db, demandeur(visite), {id, *examine.lu, octets},
                                    conventions.usages);
    });
    if (!recu) return conclure(conventions, visite, acte, {recu.error(), {}});
    return http::Response::see_other(adresse_de(visite, acte.fait));
}

// Amounts as people write them; every fault at its field.
struct DepensesLues {
    std::map<solde::Categorie, core::Money> montants{};
    std::map<std::string, std::string> fautes{};
};

DepensesLues lire_les_depenses(const Conventions& conventions, const Formulaire& saisie) {
    DepensesLues lues;
    for (const auto& [categorie, nom] : names(solde::Categorie{})) {
        const auto tape = pages::nettoyer(pages::Genre::montant, saisie.valeur(nom));
        if (tape.empty()) continue;
        const auto montant = core::Money::parse(tape);
        if (montant && *montant >= core::Money{})
            lues.montants[categorie] = *montant;
        else
            lues.fautes[std::string{nom}] =
                pages::dire(conventions.services(), "conventionnement.montant_illisible");
    }
    return lues;
}

http::Response declarer(const Conventions& conventions, Visite& visite) {
    const Acte acte{"depenses", "depenses.declarer", "depenses"};
    auto saisie = garde::lire_envoi(visite);
    auto lues = lire_les_depenses(conventions, saisie);
    if (!lues.fautes.empty())
        return conclure(
            conventions, visite, acte,
            {core::refuse(core::Reason::invalid, "depenses.illisibles"),
             {.faute = pages::dire(conventions.services(), "conventionnement.depenses_illisibles"),
              .par_champ = std::move(lues.fautes),
              .saisie = std::move(saisie)}});
    const auto id = convention_de(visite);
    const auto etat = visite.base.write([&](storage::Writer& db) {
        return convention::declarer(db, demandeur(visite), {id, lues.montants});
    });
    if (etat) return http::Response::see_other(adresse_de(visite, acte.fait));
    auto suite = Suite{.saisie = std::move(saisie)};
    if (etat.error().code == "depenses.vides")
        suite.faute = pages::dire(conventions.services(), "conventionnement.depenses_vides");
    return conclure(conventions, visite, acte, {etat.error(), std::move(suite)});
}

http::Response viser(const Conventions& conventions, Visite& visite) {
    return agir(conventions, visite, {"visa", "depenses.viser", "visa"},
                [&](const Formulaire& saisie) {
                    return visite.base.write([&](storage::Writer& db) {
                        return convention::viser(db, demandeur(visite), saisie.valeur("etat"));
                    });
                });
}

http::Response demander(const Conventions& conventions, Visite& visite) {
    return agir(conventions, visite, {"versement", "versement.demander", "demande"},
                [&](const Formulaire& saisie) {
                    const auto id = convention_de(visite);
                    const auto montant =
                        pages::nettoyer(pages::Genre::montant, saisie.valeur("montant"));
                    return visite.base.write([&](storage::Writer& db) {
                        return convention::demander_un_versement(db, demandeur(visite),
                                                                 {.convention = id,
                                                                  .objet = saisie.valeur("objet"),
                                                                  .montant = montant,
                                                                  .motif = saisie.valeur("motif")},
                                                                 moyens_de(conventions, visite));
                    });
                });
}

http::Response decider(const Conventions& conventions, Visite& visite) {
    return agir(conventions, visite, {"decision", "versement.valider", "decision"},
                [&](const Formulaire& saisie) {
                    return visite.base.write([&](storage::Writer& db) {
                        return convention::decider(
                            db, demandeur(visite),
                            {saisie.valeur("versement"), saisie.valeur("decision")},
                            moyens_de(conventions, visite));
                    });
                });
}

}  // namespace

void ajouter_les_actes(const Conventions& conventions) {
    const auto envoi = [&](const Envoi& un) { ajouter_envoi(conventions, un); };
    envoi({"/dossiers/{id}/convention", "Établir une convention", Permission::convention_preparer,
           preparer});
    envoi({"/dossiers/{id}/convention/signatures", "Signer une convention",
           Permission::convention_signer, signer});
    envoi({"/dossiers/{id}/convention/coordonnees", "Donner le compte où le porteur est payé",
           Permission::convention_signer, donner_les_coordonnees});
    envoi({"/dossiers/{id}/convention/confirmation", "Confirmer le compte où le porteur est payé",
           Permission::convention_signer, confirmer_les_coordonnees});
    envoi({"/dossiers/{id}/convention/rapports", "Transmettre un rapport d'usage signé",
           Permission::usage_declarer, transmettre,
           espace::petit_formulaire + usages::rapport_max});
    envoi({"/dossiers/{id}/convention/depenses", "Déclarer les dépenses du projet",
           Permission::depenses_declarer, declarer});
    envoi({"/dossiers/{id}/convention/visa", "Viser l'état des dépenses",
           Permission::depenses_viser, viser});
    envoi({"/dossiers/{id}/convention/versements", "Demander un versement",
           Permission::versement_demander, demander});
    envoi({"/dossiers/{id}/convention/decisions", "Valider ou rejeter un versement",
           Permission::versement_valider, decider});
}

}  // namespace grappe::conventionnement
