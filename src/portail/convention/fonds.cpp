// Moves of the ledger, each with the act that it follows from.
#include "portail/convention/fonds.hpp"

#include "portail/enveloppe/grand_livre.hpp"

namespace grappe::convention {
namespace {

using enveloppe::Compte;

enveloppe::Passation passation(const Demandeur& qui, std::string motif) {
    return {.motif = std::move(motif), .par = qui.acteur.compte, .faite_le = qui.maintenant};
}

core::Result<void> mouvoir(storage::Writer& db, const enveloppe::Mouvement& mouvement,
                           const enveloppe::Passation& passation) {
    const auto ecrite = enveloppe::ecrire(db, mouvement, passation);
    if (!ecrite) return ecrite.error();
    return {};
}

// Where the money of a dossier is kept: committed, else paid. Empty: no committee reserved any.
std::optional<enveloppe::Somme> caisse_de(storage::Reader& db, std::string_view dossier) {
    auto engage = enveloppe::tenu_par(db, dossier, Compte::engage);
    if (engage) return engage;
    auto verse = enveloppe::tenu_par(db, dossier, Compte::verse);
    if (verse) verse->montant = Money{};
    return verse;
}

// Of what is granted, what is not paid yet.
Money a_engager(const Version& version) {
    const auto accorde = version.accorde.total().total();
    return accorde > version.verse ? accorde - version.verse : Money{};
}

}  // namespace

core::Result<void> ajuster(storage::Writer& db, const Demandeur& qui, const Avenant& avenant,
                           std::string_view dossier) {
    auto somme = caisse_de(db, dossier);
    if (!somme) return {};
    const auto tenu = somme->montant;
    const auto voulu = a_engager(avenant.version);
    const auto acte = passation(qui, "avenant:" + avenant.id);
    if (voulu == tenu) return {};
    if (voulu < tenu) {
        somme->montant = tenu - voulu;
        return mouvoir(db, enveloppe::liberation(*somme, Compte::engage), acte);
    }
    somme->montant = voulu - tenu;
    const auto reserve = mouvoir(db, enveloppe::reservation(*somme), acte);
    if (!reserve) return reserve;
    return mouvoir(db, enveloppe::engagement(*somme), acte);
}

std::optional<Money> manque_pour(storage::Reader& db, const Version& version,
                                 std::string_view dossier) {
    const auto somme = caisse_de(db, dossier);
    if (!somme) return std::nullopt;
    const auto libre =
        enveloppe::soldes(db, somme->enveloppe).disponible(somme->enveloppe) + somme->montant;
    const auto voulu = a_engager(version);
    return voulu > libre ? std::optional{voulu - libre} : std::nullopt;
}

core::Result<void> engager(storage::Writer& db, const Demandeur& qui,
                           const Convention& convention) {
    const auto reserve = enveloppe::tenu_par(db, convention.dossier, Compte::reserve);
    if (!reserve) return {};
    return mouvoir(db, enveloppe::engagement(*reserve),
                   passation(qui, "convention:" + convention.id));
}

core::Result<void> payer(storage::Writer& db, const Demandeur& qui, const Versement& versement,
                         Fois fois) {
    auto engage = enveloppe::tenu_par(db, versement.dossier, Compte::engage);
    if (!engage) return {};
    const auto acte = passation(qui, "versement:" + versement.id);
    if (versement.montant > Money{}) {
        engage->montant = versement.montant;
        const auto paye = mouvoir(db, enveloppe::versement(*engage), acte);
        if (!paye) return paye;
    }
    if (versement.objet != Objet::solde || fois == Fois::reprise) return {};
    return enveloppe::liberer_tout(db, versement.dossier, acte);
}

core::Result<void> revenir(storage::Writer& db, const Demandeur& qui, const Versement& versement) {
    auto verse = enveloppe::tenu_par(db, versement.dossier, Compte::verse);
    if (!verse) return {};
    verse->montant = versement.montant;
    return mouvoir(db, enveloppe::retour(*verse), passation(qui, "renvoi:" + versement.id));
}

core::Result<void> recouvrer(storage::Writer& db, const Demandeur& qui, const SommeRendue& rendue) {
    auto verse = enveloppe::tenu_par(db, rendue.dossier, Compte::verse);
    if (!verse) return {};
    verse->montant = rendue.montant;
    return mouvoir(db, enveloppe::recouvrement(*verse),
                   passation(qui, "recouvrement:" + std::string{rendue.recouvrement} + ":" +
                                      std::to_string(rendue.rang)));
}

}  // namespace grappe::convention
