// Opened by one person, validated by another; what came back leaves the dossier in the ledger.
#include "portail/convention/recouvrement.hpp"

#include <algorithm>

#include "core/texte.hpp"
#include "identity/compte.hpp"
#include "portail/convention/argent_repository.hpp"
#include "portail/convention/avis.hpp"
#include "portail/convention/fonds.hpp"
#include "portail/convention/recouvrement_repository.hpp"
#include "portail/instruction/moyens.hpp"
#include "secret/hasard.hpp"

namespace grappe::convention {
namespace {

using access::Permission;

constexpr std::size_t reference_max = 140;

struct Trouve {
    Sujet sujet;
    Recouvrement recouvrement;
};
core::Result<Trouve> acceder_au_recouvrement(storage::Reader& db, const Demandeur& qui,
                                             std::string_view id, Permission permission) {
    auto trouve = trouver_recouvrement(db, id);
    auto sujet = acceder_par(db, qui, trouve, {permission, "recouvrement.inconnu"});
    if (!sujet) return sujet.error();
    return Trouve{*std::move(sujet), *std::move(trouve)};
}

core::Result<core::Date> lire_le_jour(std::string_view texte, core::Instant maintenant) {
    const auto jour = core::Date::parse(core::trimmed(texte));
    if (!jour || *jour > core::paris().day_of(maintenant))
        return core::refuse(core::Reason::invalid, "recouvrement.jour");
    return *jour;
}

core::Result<std::string> lire_la_reference(std::string_view tapee, const Recouvrement& un) {
    std::string reference{core::trimmed(tapee)};
    if (reference.empty() || reference.size() > reference_max)
        return core::refuse(core::Reason::invalid, "recouvrement.reference");
    if (std::ranges::find(un.retours, reference, &Retour::reference) != un.retours.end())
        return core::refuse(core::Reason::conflict, "recouvrement.reference_deja");
    return reference;
}

core::Result<Money> lire_le_montant(std::string_view texte, Money au_plus) {
    const auto montant = Money::parse(texte);
    if (!montant || *montant <= Money{} || *montant > au_plus)
        return core::refuse(core::Reason::rule_not_met, "recouvrement.montant", au_plus.text());
    return *montant;
}

// `paye`: what the agreement still holds of what was paid.
core::Result<Retour> lire_le_retour(const Demandeur& qui, const NouveauRetour& nouveau,
                                    const Recouvrement& un, Money paye) {
    if (paye == Money{} && un.reste() > Money{})
        return core::refuse(core::Reason::conflict, "recouvrement.versement_renvoye");
    const auto montant = lire_le_montant(nouveau.montant, std::min(paye, un.reste()));
    const auto jour = lire_le_jour(nouveau.recu_le, qui.maintenant);
    auto reference = lire_la_reference(nouveau.reference, un);
    std::vector<FauteDeRetour> fautes;
    const auto retenir = [&](const char* chemin, const auto& lu) {
        if (!lu) fautes.push_back({chemin, lu.error()});
    };
    retenir("montant", montant);
    retenir("recu_le", jour);
    retenir("reference", reference);
    if (!fautes.empty()) {
        auto premiere = fautes.front().refus;
        if (nouveau.fautes != nullptr) *nouveau.fautes = std::move(fautes);
        return premiere;
    }
    return Retour{.rang = static_cast<int>(un.retours.size()) + 1,
                  .montant = *montant,
                  .recu_le = *jour,
                  .reference = *std::move(reference),
                  .par = qui.acteur.compte,
                  .note_le = qui.maintenant};
}

}  // namespace

Money Recouvrement::rendu() const {
    Money total;
    for (const auto& un : retours) total += un.montant;
    return total;
}

Money a_ouvrir(const std::vector<Versement>& versements,
               const std::vector<Recouvrement>& recouvrements) {
    Money dit, demande;
    for (const auto& un : versements)
        if (un.verse()) dit += un.a_recouvrer;
    for (const auto& un : recouvrements)
        if (un.compte()) demande += un.montant;
    return dit > demande ? dit - demande : Money{};
}

Money rendu(const std::vector<Recouvrement>& recouvrements) {
    Money total;
    for (const auto& un : recouvrements) total += un.rendu();
    return total;
}

core::Result<void> laisser_recouvrer(const std::vector<Versement>& versements) {
    if (un_est_renvoye(versements))
        return core::refuse(core::Reason::conflict, "recouvrement.versement_renvoye");
    if (!sans_suite(versements))
        return core::refuse(core::Reason::conflict, "recouvrement.versement_en_cours");
    return {};
}

Money encore_verse(const std::vector<Versement>& versements,
                   const std::vector<Recouvrement>& recouvrements) {
    Money paye;
    for (const auto& un : versements)
        if (un.verse()) paye += un.montant;
    const auto revenu = rendu(recouvrements);
    return paye > revenu ? paye - revenu : Money{};
}

core::Result<Money> ouvrable(const std::vector<Versement>& versements,
                             const std::vector<Recouvrement>& recouvrements) {
    const auto libre = laisser_recouvrer(versements);
    const auto montant = a_ouvrir(versements, recouvrements);
    if (montant == Money{} && !un_est_renvoye(versements))
        return core::refuse(core::Reason::conflict, "recouvrement.rien");
    if (!libre) return libre.error();
    return montant;
}

core::Result<Recouvrement> ouvrir_un_recouvrement(storage::Writer& db, const Demandeur& qui,
                                                  const NouveauRecouvrement& nouveau) {
    const auto sujet = acceder(db, qui, nouveau.convention, Permission::versement_demander);
    if (!sujet) return sujet.error();
    const auto avant = recouvrements_de(db, sujet->convention.id);
    const auto montant = ouvrable(versements_de(db, sujet->convention.id), avant);
    if (!montant) return montant.error();
    auto motif = instruction::lire_texte(nouveau.motif, "recouvrement.motif");
    if (!motif) return motif.error();
    Recouvrement ouvert{.id = secret::identifiant(),
                        .dossier = sujet->dossier.id,
                        .convention = sujet->convention.id,
                        .rang = static_cast<int>(avant.size()) + 1,
                        .montant = *montant,
                        .motif = *std::move(motif),
                        .demande_par = qui.acteur.compte,
                        .demande_le = qui.maintenant};
    ajouter(db, ouvert);
    noter(db, qui, *sujet, {"recouvrement.ouvrir", "recouvrement:" + ouvert.id});
    return ouvert;
}

core::Result<Recouvrement> decider_un_recouvrement(storage::Writer& db, const Demandeur& qui,
                                                   const DecisionDeRecouvrement& voulue,
                                                   const Moyens& moyens) {
    auto permis =
        acceder_au_recouvrement(db, qui, voulue.recouvrement, Permission::versement_valider);
    if (!permis) return permis.error();
    auto [sujet, un] = *std::move(permis);
    const auto decision = voulue.decision.empty() ? std::optional{Decision::valide}
                                                  : core::named<Decision>(voulue.decision);
    if (!decision) return core::refuse(core::Reason::invalid, "versement.decision");
    if (un.decision) return core::refuse(core::Reason::conflict, "recouvrement.deja_decide");
    if (identity::meme_personne(db, un.demande_par, qui.acteur.compte))
        return core::refuse(core::Reason::forbidden, "recouvrement.meme_personne");
    if (*decision == Decision::valide)
        if (const auto libre = laisser_recouvrer(versements_de(db, un.convention)); !libre)
            return libre.error();
    un.decision = *decision;
    un.decide_par = qui.acteur.compte;
    un.decide_le = qui.maintenant;
    decider(db, un);
    const bool valide = *decision == Decision::valide;
    noter(db, qui, sujet,
          {valide ? "recouvrement.valider" : "recouvrement.rejeter", "recouvrement:" + un.id});
    if (valide)
        avertir_le_porteur(db, sujet, {"convention_recouvrement", {{"montant", un.montant}}},
                           teleservice::poste_de(moyens));
    return un;
}

core::Result<Recouvrement> noter_un_retour(storage::Writer& db, const Demandeur& qui,
                                           const NouveauRetour& nouveau) {
    auto permis =
        acceder_au_recouvrement(db, qui, nouveau.recouvrement, Permission::versement_demander);
    if (!permis) return permis.error();
    auto [sujet, un] = *std::move(permis);
    if (!un.valide()) return core::refuse(core::Reason::conflict, "recouvrement.pas_valide");
    const auto paye =
        encore_verse(versements_de(db, un.convention), recouvrements_de(db, un.convention));
    auto lu = lire_le_retour(qui, nouveau, un, paye);
    if (!lu) return lu.error();
    ajouter(db, un.id, *lu);
    const auto rendu = recouvrer(db, qui, {sujet.dossier.id, un.id, lu->rang, lu->montant});
    if (!rendu) return rendu.error();
    noter(db, qui, sujet,
          {"recouvrement.rendre", "recouvrement:" + un.id + " " + lu->montant.text()});
    un.retours.push_back(*std::move(lu));
    return un;
}

}  // namespace grappe::convention
