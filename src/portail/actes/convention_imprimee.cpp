// Reading what the paper of an agreement says.
#include "portail/actes/convention_imprimee.hpp"

#include <algorithm>

#include "identity/compte.hpp"
#include "portail/convention/code.hpp"
#include "portail/convention/convention_repository.hpp"
#include "portail/documents/matiere.hpp"
#include "portail/documents/mots.hpp"
#include "portail/programme/canonique.hpp"
#include "portail/rendu/presentation.hpp"
#include "portail/subvention/calcul.hpp"
#include "portail/teleservice/depot.hpp"

namespace grappe::actes {
namespace {

using convention::Partie;

// What the computation that was agreed says of its lines: regime, rank, sources.
class Explication {
public:
    Explication(const socle::Verifie& verifie, const rules::Phrases& phrases)
        : verifie_{verifie}, phrases_{phrases} {}

    std::vector<LigneImprimee> lignes(const solde::Accorde& accorde) {
        std::vector<LigneImprimee> toutes;
        for (const auto& ligne : accorde.lignes) toutes.push_back(ligne_de(ligne));
        return toutes;
    }
    std::vector<std::string> sources() && { return std::move(sources_); }

private:
    std::size_t rang_de(const rules::Source& source) {
        const auto texte = en_clair(source);
        const auto ou = std::ranges::find(sources_, texte);
        const auto rang = static_cast<std::size_t>(ou - sources_.begin());
        if (ou == sources_.end()) sources_.push_back(texte);
        return rang;
    }

    // A step names a value of the call, or the table that holds it.
    std::vector<std::size_t> sources_de(const rules::Trace& trace) {
        std::vector<std::size_t> rangs;
        for (const auto& etape : trace) {
            if (!etape.appliquee) continue;
            for (const auto chemin : etape.parametres) {
                const auto* lue = programme::valeur(verifie_.appel(), chemin);
                if (lue == nullptr) continue;
                const auto rang = rang_de(lue->source);
                if (std::ranges::find(rangs, rang) == rangs.end()) rangs.push_back(rang);
            }
        }
        std::ranges::sort(rangs);
        return rangs;
    }

    std::string nom_de(std::string_view finess) const {
        const auto& essms = verifie_.resolu().essms;
        const auto ou = std::ranges::find(essms, finess, &dossier::EssmsResolu::finess);
        return ou == essms.end() ? std::string{} : documents::nom_de(*ou);
    }

    LigneImprimee ligne_de(const solde::LigneAccordee& accordee) {
        LigneImprimee imprimee{.finess_et = accordee.finess_et,
                               .nom = nom_de(accordee.finess_et),
                               .regime = {},
                               .rang = {},
                               .aides = accordee.aides,
                               .sources = {}};
        const auto& lignes = verifie_.analyse().subvention->lignes;
        const auto ou =
            std::ranges::find(lignes, accordee.finess_et, &subvention::Ligne::finess_et);
        if (ou == lignes.end()) return imprimee;
        imprimee.regime =
            documents::dire(phrases_, "regime." + std::string{core::name_of(ou->regime)});
        if (ou->rang) imprimee.rang = std::to_string(*ou->rang);
        imprimee.sources = sources_de(ou->trace);
        return imprimee;
    }

    const socle::Verifie& verifie_;
    const rules::Phrases& phrases_;
    std::vector<std::string> sources_{};
};

std::string part_dite(const core::Rate& part) {
    std::string texte;
    rules::ajouter_valeur(texte, subvention::pour_cent(part));
    return texte + "\u00a0%";
}

// Those that concern somebody of this agreement.
std::vector<CibleImprimee> cibles_de(const solde::Accorde& accorde, const programme::Appel& appel,
                                     const rules::Phrases& phrases) {
    std::vector<const solde::LigneAccordee*> lignes;
    for (const auto& ligne : accorde.lignes) lignes.push_back(&ligne);
    std::vector<CibleImprimee> cibles;
    for (const auto& une : solde::juger(appel, lignes, {}).cibles) {
        const auto code = une.indicateur
                              ? "usage.indicateur." + std::string{core::name_of(*une.indicateur)}
                              : "regle." + une.cible->indicateur;
        cibles.push_back({.indicateur = phrases.contient(code) ? documents::dire(phrases, code)
                                                               : une.cible->indicateur,
                          .part = part_dite(une.cible->cible),
                          .pour = une.cible->secteur.empty()
                                      ? documents::dire(phrases, "actes.convention.tout_secteur")
                                      : une.cible->secteur,
                          .source = en_clair(une.cible->source)});
    }
    return cibles;
}

std::string texte_du_fait(const rules::Faits& faits, std::string_view nom) {
    std::string texte;
    const auto ou = std::ranges::find(faits, nom, &rules::Fait::nom);
    if (ou != faits.end()) rules::ajouter_valeur(texte, ou->valeur);
    return texte;
}

}  // namespace

SignatureImprimee signature_imprimee(storage::Reader& db,
                                     const std::vector<convention::Signature>& signatures,
                                     convention::Partie partie) {
    const auto* une = convention::signature_de(signatures, partie);
    if (une == nullptr) return {une, {}};
    const auto compte = identity::trouver_compte(db, une->par);
    return {une, compte ? compte->nom_affiche() : std::string{}};
}

core::Instant ConventionImprimee::etabli_le() const {
    auto le = sujet.convention.preparee_le;
    for (const auto& une : sujet.convention.signatures) le = std::max(le, une.signee_le);
    return le;
}

core::Result<ConventionImprimee> lire(storage::Reader& db, const Demandeur& qui,
                                      std::string_view dossier, const Moyens& moyens) {
    auto sujet =
        convention::acceder_par_le_dossier(db, qui, dossier, access::Permission::convention_lire);
    if (!sujet) return sujet.error();
    // The paper of what was first signed: amendments have their own.
    const auto convention = *convention::trouver_initiale(db, sujet->convention.id);
    const auto& phrases = moyens.regles.phrases;
    const auto depot = convention::depot_de(db, convention);
    const auto etat = teleservice::etat_depose(db, sujet->dossier, moyens.regles, depot);
    const auto* verifie = etat.jugement.verifie.get();
    core::ensure(verifie != nullptr && verifie->analyse().subvention,
                 "what was agreed was computed from a deposit that the rules read");
    const auto faits = documents::matiere_de({.verifie = *verifie,
                                              .dossier = sujet->dossier,
                                              .phrases = phrases,
                                              .maintenant = depot.depose_le})
                           .faits;
    Explication explication{*verifie, phrases};
    ConventionImprimee imprimee{.sujet = {convention, sujet->dossier},
                                .code = convention::code_de(convention, depot.numero),
                                .numero = depot.numero,
                                .depose_le = depot.depose_le,
                                .agence = depot.financeur,
                                .porteur = texte_du_fait(faits, "porteur"),
                                .siret = texte_du_fait(faits, "siret"),
                                .appel = texte_du_fait(faits, "appel"),
                                .solution = texte_du_fait(faits, "solution"),
                                .lignes = explication.lignes(convention.accorde),
                                .sources = {},
                                .source_de_l_avance = en_clair(verifie->appel().part_avance.source),
                                .cibles = cibles_de(convention.accorde, verifie->appel(), phrases),
                                .du_porteur = {},
                                .de_l_agence = {}};
    imprimee.sources = std::move(explication).sources();
    const auto& signatures = imprimee.sujet.convention.signatures;
    imprimee.du_porteur = signature_imprimee(db, signatures, Partie::porteur);
    imprimee.de_l_agence = signature_imprimee(db, signatures, Partie::ars);
    return imprimee;
}

}  // namespace grappe::actes
