// The balance, and the two people of a payment.
#include "portail/convention/versement.hpp"

#include <algorithm>
#include <map>

#include "identity/compte.hpp"
#include "portail/convention/argent_repository.hpp"
#include "portail/convention/avenant_repository.hpp"
#include "portail/convention/convention_repository.hpp"
#include "portail/convention/coordonnees.hpp"
#include "portail/convention/fonds.hpp"
#include "portail/instruction/lettres.hpp"
#include "portail/teleservice/depot.hpp"
#include "portail/teleservice/regles_appliquees.hpp"
#include "portail/usages/usages_repository.hpp"
#include "secret/hasard.hpp"

namespace grappe::convention {
namespace {

using access::Permission;
using instruction::GenreDeLettre;
using teleservice::Acte;

const programme::Appel& appel_de(storage::Reader& db, const Sujet& sujet, const Moyens& moyens) {
    const auto depot = teleservice::dernier_depot(db, sujet.dossier.id);
    core::ensure(depot.has_value(), "a dossier with an agreement was deposited");
    return teleservice::appel_du_depot(db, sujet.dossier, *depot, moyens.regles);
}

// Reports by measured day, then as they came: the later one measures an establishment again.
solde::Mesures mesures_de(storage::Reader& db, const std::vector<std::string>& rapports) {
    std::multimap<core::Date, usages::RapportRecu> par_jour;
    for (const auto& id : rapports)
        if (auto lu = usages::trouver(db, id)) par_jour.emplace(lu->tete.au, *std::move(lu));
    solde::Mesures mesures;
    for (const auto& [jour, rapport] : par_jour)
        for (const auto& ligne : rapport.lignes)
            mesures[ligne.finess_et.text()] = {rapport.tete.lecture, ligne.mesures};
    return mesures;
}

// Once amended, the advance is what both parties signed; before, the part that the call advances.
// What the bank sent back since was not paid: only what was is to be given back.
std::optional<solde::AvanceArretee> avance_arretee(storage::Reader& db,
                                                   const Convention& convention) {
    if (convention.avenant == 0) return std::nullopt;
    Money versee;
    for (const auto& un : versements_de(db, convention.id))
        if (un.objet == Objet::avance && un.verse()) versee += un.montant;
    const auto en_trop = versee > convention.avance ? versee - convention.avance : Money{};
    return solde::AvanceArretee{convention.avance, std::min(en_trop, convention.en_trop)};
}

SoldeCalcule calculer(storage::Reader& db, Sujet sujet, const Moyens& moyens) {
    auto rapports = rapports_de(db, sujet.convention.id);
    auto etat = dernier_etat(db, sujet.convention.id);
    const auto depenses = etat ? std::optional{etat->depenses()} : std::nullopt;
    auto solde = solde::calculer({.appel = appel_de(db, sujet, moyens),
                                  .accorde = sujet.convention.accorde,
                                  .mesures = mesures_de(db, rapports),
                                  .depenses = depenses ? &*depenses : nullptr,
                                  .avance = avance_arretee(db, sujet.convention)});
    return {std::move(sujet), std::move(etat), std::move(rapports), std::move(solde)};
}

// What may be paid, in French: "157 500,00 €", "de 0,00 € à 157 500,00 €".
std::string bornes(Money moins, Money plus) {
    std::string dites;
    if (moins != plus) dites = "de ";
    rules::ajouter_valeur(dites, moins);
    if (moins == plus) return dites;
    dites += " à ";
    rules::ajouter_valeur(dites, plus);
    return dites;
}

// The amount that a request names, where it can be no other than this one.
core::Result<void> est_le_seul(std::string_view demande, Money seul) {
    const auto lu = Money::parse(demande);
    if (demande.empty() || (lu && *lu == seul)) return {};
    return core::refuse(core::Reason::rule_not_met, "versement.montant", bornes(seul, seul));
}

// Where the rules decide there is nothing to say; where they do not, the agency says how much and
// why, between what is certain and what is left to it.
core::Result<Money> montant_decide(const solde::Solde& solde, const NouveauVersement& nouveau) {
    const auto refuser = [&](const char* code) {
        return core::refuse(core::Reason::rule_not_met, code,
                            bornes(solde.montant, solde.montant + solde.a_apprecier));
    };
    if (nouveau.montant.empty()) {
        if (solde.issue == solde::Issue::a_apprecier) return refuser("versement.a_decider");
        return solde.montant;
    }
    const auto montant = Money::parse(nouveau.montant);
    if (!montant || *montant < solde.montant || *montant > solde.montant + solde.a_apprecier)
        return refuser("versement.montant");
    if (solde.issue == solde::Issue::a_apprecier && nouveau.motif.empty())
        return refuser("versement.a_decider");
    return *montant;
}

struct AVerser {
    Money montant, a_recouvrer;
    std::optional<solde::Issue> issue{};
};

core::Result<AVerser> de_l_avance(const Sujet& sujet, const NouveauVersement& nouveau) {
    if (sujet.dossier.statut != Statut::conventionne)
        return teleservice::etat_refuse(sujet.dossier);
    if (sujet.convention.avance == Money{})
        return core::refuse(core::Reason::conflict, "versement.avance_nulle");
    if (const auto seul = est_le_seul(nouveau.montant, sujet.convention.avance); !seul)
        return seul.error();
    return AVerser{sujet.convention.avance, Money{}};
}

bool avance_due(const Sujet& sujet, const std::vector<Versement>& versements) {
    const auto versee = [](const Versement& un) { return un.objet == Objet::avance && un.verse(); };
    return sujet.convention.avance > Money{} && std::ranges::none_of(versements, versee);
}

// A payment that is asked for, beside those that were.
struct Voulu {
    const Sujet& sujet;
    const NouveauVersement& nouveau;
    const std::vector<Versement>& versements;
    Objet objet;
};

core::Result<AVerser> du_solde(storage::Reader& db, const Voulu& voulu, const Moyens& moyens) {
    const auto& sujet = voulu.sujet;
    const auto statut = sujet.dossier.statut;
    if (statut != Statut::conventionne && statut != Statut::en_cours)
        return teleservice::etat_refuse(sujet.dossier);
    if (avance_due(sujet, voulu.versements))
        return core::refuse(core::Reason::conflict, "versement.avance_due");
    const auto calcule = calculer(db, sujet, moyens);
    if (!calcule.solde.complet)
        return core::refuse(core::Reason::conflict, "versement.solde_incomplet");
    const auto montant = montant_decide(calcule.solde, voulu.nouveau);
    if (!montant) return montant.error();
    return AVerser{*montant, calcule.solde.a_recouvrer, calcule.solde.issue};
}

// What the bank sent back was decided: the same is asked for again, nothing is computed anew.
core::Result<AVerser> a_nouveau(const Voulu& voulu, const Versement& renvoye) {
    const auto montant = montant_a_redemander(voulu.sujet.convention, voulu.versements, renvoye);
    if (const auto seul = est_le_seul(voulu.nouveau.montant, montant); !seul) return seul.error();
    return AVerser{montant, renvoye.a_recouvrer, renvoye.issue};
}

core::Result<AVerser> a_verser(storage::Reader& db, const Voulu& voulu, const Moyens& moyens) {
    if (const auto* avant = renvoye(voulu.versements, voulu.objet)) return a_nouveau(voulu, *avant);
    return voulu.objet == Objet::avance ? de_l_avance(voulu.sujet, voulu.nouveau)
                                        : du_solde(db, voulu, moyens);
}

Fois fois_de(const std::vector<Versement>& versements, Objet objet) {
    const auto revenu = [&](const Versement& un) {
        return un.objet == objet && un.sort == Sort::rejete;
    };
    return std::ranges::any_of(versements, revenu) ? Fois::reprise : Fois::premiere;
}

int rang_suivant(const std::vector<Versement>& versements, Objet objet) {
    return 1 + static_cast<int>(std::ranges::count(versements, objet, &Versement::objet));
}

struct Verse {
    const Versement& versement;
    const Moyens& moyens;
};

// The project starts with its advance and ends with its balance; the porteur is told the amount.
void verser(storage::Writer& db, const Demandeur& qui, Dossier& dossier, const Verse& verse) {
    const bool avance = verse.versement.objet == Objet::avance;
    instruction::faire_passer(db, qui, dossier, {avance ? Acte::demarrer : Acte::solder});
    std::string montant;
    rules::ajouter_valeur(montant, verse.versement.montant);
    instruction::ecrire_au_porteur(
        db, qui, {dossier, verse.moyens},
        {.genre = avance ? GenreDeLettre::avance : GenreDeLettre::solde, .montant = montant});
}

// The account that is seen now is the one that is paid. A balance frees what an advance that the
// bank sent back would need: the advance comes first.
core::Result<void> valider(storage::Writer& db, const Demandeur& qui, Sujet& sujet,
                           const Verse& verse) {
    const auto& versement = verse.versement;
    const auto versements = versements_de(db, versement.convention);
    const auto fois = fois_de(versements, versement.objet);
    if (versement.objet == Objet::solde && fois == Fois::premiere && avance_due(sujet, versements))
        return core::refuse(core::Reason::conflict, "versement.avance_due");
    retenir_le_compte(db, versement);
    if (const auto paye = payer(db, qui, versement, fois); !paye) return paye;
    if (fois == Fois::premiere) verser(db, qui, sujet.dossier, verse);
    return {};
}

}  // namespace

core::Result<SoldeCalcule> lire_le_solde(storage::Reader& db, const Demandeur& qui,
                                         std::string_view id, const Moyens& moyens) {
    auto sujet = acceder(db, qui, id, Permission::solde_decider);
    if (!sujet) return sujet.error();
    return calculer(db, *std::move(sujet), moyens);
}

solde::Solde expliquer_le_solde(storage::Reader& db, const Sujet& sujet, const Moyens& moyens) {
    return calculer(db, sujet, moyens).solde;
}

core::Result<Versement> demander_un_versement(storage::Writer& db, const Demandeur& qui,
                                              const NouveauVersement& nouveau,
                                              const Moyens& moyens) {
    const auto sujet = acceder(db, qui, nouveau.convention, Permission::versement_demander);
    if (!sujet) return sujet.error();
    const auto objet = core::named<Objet>(nouveau.objet);
    if (!objet) return core::refuse(core::Reason::invalid, "versement.objet");
    auto motif = instruction::lire_texte_libre(nouveau.motif);
    if (!motif) return motif.error();
    const NouveauVersement lu{nouveau.convention, nouveau.objet, nouveau.montant, *motif};
    if (avenant_en_attente(db, sujet->convention.id))
        return core::refuse(core::Reason::conflict, "versement.avenant_en_attente");
    const auto versements = versements_de(db, sujet->convention.id);
    if (std::ranges::any_of(versements,
                            [&](const Versement& un) { return un.objet == *objet && un.compte(); }))
        return core::refuse(core::Reason::conflict, "versement.deja");
    const auto du = a_verser(db, {*sujet, lu, versements, *objet}, moyens);
    if (!du) return du.error();
    Versement versement{.id = secret::identifiant(),
                        .dossier = sujet->dossier.id,
                        .convention = sujet->convention.id,
                        .objet = *objet,
                        .rang = rang_suivant(versements, *objet),
                        .montant = du->montant,
                        .a_recouvrer = du->a_recouvrer,
                        .issue = du->issue,
                        .motif = *std::move(motif),
                        .demande_par = qui.acteur.compte,
                        .demande_le = qui.maintenant};
    ajouter(db, versement);
    noter(db, qui, *sujet, {"versement.demander", "versement:" + versement.id});
    return versement;
}

core::Result<Versement> decider(storage::Writer& db, const Demandeur& qui,
                                const DecisionVoulue& voulue, const Moyens& moyens) {
    auto trouve = trouver_versement(db, voulue.versement);
    auto permis =
        acceder_par(db, qui, trouve, {Permission::versement_valider, "versement.inconnu"});
    if (!permis) return permis.error();
    auto sujet = *std::move(permis);
    const auto decision = voulue.decision.empty() ? std::optional{Decision::valide}
                                                  : core::named<Decision>(voulue.decision);
    if (!decision) return core::refuse(core::Reason::invalid, "versement.decision");
    if (trouve->decision) return core::refuse(core::Reason::conflict, "versement.deja_decide");
    if (identity::meme_personne(db, trouve->demande_par, qui.acteur.compte))
        return core::refuse(core::Reason::forbidden, "versement.meme_personne");
    auto versement = *std::move(trouve);
    versement.decision = *decision;
    versement.decide_par = qui.acteur.compte;
    versement.decide_le = qui.maintenant;
    decider(db, versement);
    const auto* acte = *decision == Decision::valide ? "versement.valider" : "versement.rejeter";
    noter(db, qui, sujet, {acte, "versement:" + versement.id});
    if (*decision != Decision::valide) return versement;
    if (const auto paye = valider(db, qui, sujet, {versement, moyens}); !paye) return paye.error();
    return versement;
}

}  // namespace grappe::convention
