// Preparing and signing.
#include "portail/convention/signature.hpp"

#include <algorithm>

#include "identity/compte.hpp"
#include "identity/connexion.hpp"
#include "portail/convention/convention_repository.hpp"
#include "portail/convention/fonds.hpp"
#include "portail/convention/partie.hpp"
#include "portail/instruction/lettres.hpp"
#include "portail/solde/avance.hpp"
#include "portail/teleservice/depot.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "secret/empreinte.hpp"
#include "secret/hasard.hpp"

namespace grappe::convention {
namespace {

using access::Permission;
using instruction::GenreDeLettre;
using teleservice::Acte;

// A committee was for it before it was notified.
bool fut_favorable(storage::Reader& db, const Dossier& dossier) {
    const auto passages = teleservice::passages(db, dossier.id);
    return std::ranges::any_of(passages, [](const teleservice::Passage& un) {
        return un.apres == Statut::notifie && (un.avant == Statut::favorable ||
                                               un.avant == Statut::favorable_avec_recommandations);
    });
}

// What the parties sign, in one form: the deposit, the rules, each line in cents.
std::string texte_signe(const Convention& convention, const teleservice::Depot& depot) {
    std::string texte = convention.id + "\n" + convention.dossier + "\n" + depot.empreinte + "\n" +
                        convention.regles + "\n" + convention.avance.text() + "\n";
    for (const auto& [finess, secteur, sons, aides, devis] : convention.accorde.lignes)
        texte += finess + ";" + aides.usage.text() + ";" + aides.equipement.text() + ";" +
                 aides.materiel.text() + ";" + aides.amoa.text() + "\n";
    return texte;
}

core::Result<Convention> etablir(storage::Reader& db, const Demandeur& qui, const Dossier& dossier,
                                 const Moyens& moyens) {
    const auto depot = teleservice::dernier_depot(db, dossier.id);
    core::ensure(depot.has_value(), "a notified dossier was deposited");
    const auto etat = teleservice::etat_depose(db, dossier, moyens.regles, *depot);
    const auto* verifie = etat.jugement.verifie.get();
    if (verifie == nullptr || !verifie->analyse().subvention)
        return core::refuse(core::Reason::rule_not_met, "convention.sans_montant");
    const auto& appel = verifie->appel();
    Convention convention{
        .id = secret::identifiant(),
        .dossier = dossier.id,
        .depot = depot->rang,
        .regles = appel.empreinte,
        .forme = Forme::ad_hoc,
        .accorde = solde::accorde_de(*verifie->analyse().subvention, verifie->resolu()),
        .avance = {},
        .empreinte = {},
        .version = 1,
        .preparee_par = qui.acteur.compte,
        .preparee_le = qui.maintenant};
    convention.avance = solde::avancer(convention.accorde, appel).total.total();
    convention.empreinte = secret::empreinte(texte_signe(convention, *depot));
    return convention;
}

core::Result<void> permettre(storage::Reader& db, const Demandeur& qui, const Sujet& sujet,
                             const Signature& signature) {
    if (sujet.dossier.statut != Statut::notifie) return teleservice::etat_refuse(sujet.dossier);
    return laisser_signer(db, qui, {sujet.dossier, sujet.convention.signatures, signature});
}

}  // namespace

core::Result<Sujet> preparer(storage::Writer& db, const Demandeur& qui,
                             const NouvelleConvention& nouvelle, const Moyens& moyens) {
    auto dossier =
        teleservice::demander(db, qui, nouvelle.dossier, Permission::convention_preparer);
    if (!dossier) return dossier.error();
    const auto forme =
        nouvelle.forme.empty() ? std::optional{Forme::ad_hoc} : core::named<Forme>(nouvelle.forme);
    if (!forme) return core::refuse(core::Reason::invalid, "convention.forme");
    if (trouver_du_dossier(db, dossier->id))
        return core::refuse(core::Reason::conflict, "convention.deja");
    const bool refuse = dossier->statut == Statut::defavorable;
    if (dossier->statut != Statut::notifie && !refuse) return teleservice::etat_refuse(*dossier);
    if (refuse || !fut_favorable(db, *dossier))
        return core::refuse(core::Reason::conflict, "convention.sans_avis_favorable");
    auto etablie = etablir(db, qui, *dossier, moyens);
    if (!etablie) return etablie.error();
    Sujet sujet{*std::move(etablie), *std::move(dossier)};
    sujet.convention.forme = *forme;
    ajouter(db, sujet.convention);
    noter(db, qui, sujet, {"convention.preparer", sujet.convention.empreinte});
    instruction::ecrire_au_porteur(db, qui, {sujet.dossier, moyens},
                                   {.genre = GenreDeLettre::convention});
    return sujet;
}

core::Result<Sujet> signer(storage::Writer& db, const Demandeur& qui,
                           const NouvelleSignature& nouvelle, const Moyens& moyens) {
    auto demande = acceder(db, qui, nouvelle.convention, Permission::convention_signer);
    if (!demande) return demande;
    auto sujet = *std::move(demande);
    auto lue = lire_la_signature(qui, {nouvelle.partie, nouvelle.mode});
    if (!lue) return lue.error();
    auto signature = *std::move(lue);
    if (const auto permis = permettre(db, qui, sujet, signature); !permis) return permis.error();
    auto& convention = sujet.convention;
    if (nouvelle.vue && *nouvelle.vue != convention.version) return version_perimee(convention);
    signature.empreinte = convention.empreinte;
    if (!ajouter(db, convention, signature)) return version_perimee(convention);
    convention.signatures.push_back(signature);
    ++convention.version;
    noter(db, qui, sujet,
          {"convention.signer", std::string{core::name_of(signature.partie)} + " " +
                                    std::string{core::name_of(signature.mode)}});
    if (!convention.signee_le()) return sujet;
    if (const auto engage = engager(db, qui, convention); !engage) return engage.error();
    instruction::faire_passer(db, qui, sujet.dossier, {Acte::conventionner});
    instruction::ecrire_au_porteur(db, qui, {sujet.dossier, moyens},
                                   {.genre = GenreDeLettre::conventionne});
    return sujet;
}

core::Result<void> confirmer_avant_de_signer(
    const identity::Moyens& identite, const Demandeur& qui, const AConfirmer& a_confirmer,
    const std::function<core::Result<Sujet>(storage::Reader&)>& permettre) {
    if (core::named<Mode>(a_confirmer.mode) != Mode::electronique) return {};
    const auto permis = identite.base.read(permettre);
    if (!permis) return permis.error();
    const auto juste =
        identity::confirmer_mot_de_passe(identite, qui.acteur.compte, a_confirmer.mot_de_passe);
    if (!juste) return juste.error();
    return {};
}

core::Result<Sujet> signer_en_ligne(const identity::Moyens& identite, const Demandeur& qui,
                                    const SignatureEnLigne& en_ligne, const Moyens& moyens) {
    const auto& nouvelle = en_ligne.signature;
    const auto confirme = confirmer_avant_de_signer(
        identite, qui, {nouvelle.mode, en_ligne.mot_de_passe}, [&](storage::Reader& db) {
            return acceder(db, qui, nouvelle.convention, Permission::convention_signer);
        });
    if (!confirme) return confirme.error();
    return identite.base.write(
        [&](storage::Writer& db) { return signer(db, qui, nouvelle, moyens); });
}

}  // namespace grappe::convention
