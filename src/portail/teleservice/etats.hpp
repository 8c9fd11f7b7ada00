// États: the life of a dossier as one table: which act is possible in which state, and what
// follows. Source: life-cycle of the application (catalogue, 5.1); names of the states: contract
// portail-api.
#pragma once

#include <optional>

#include "access/peut.hpp"
#include "core/named.hpp"

namespace grappe::teleservice {

enum class Statut {
    brouillon,
    depose,
    en_instruction,
    pieces_demandees,
    recevable,
    irrecevable,
    favorable,
    favorable_avec_recommandations,
    reserve,
    defavorable,
    notifie,
    conventionne,
    en_cours,
    solde,
    clos,
    retire
};

constexpr auto names(Statut) {
    using enum Statut;
    return std::to_array<core::Named<Statut>>(
        {{brouillon, "brouillon"},
         {depose, "depose"},
         {en_instruction, "en_instruction"},
         {pieces_demandees, "pieces_demandees"},
         {recevable, "recevable"},
         {irrecevable, "irrecevable"},
         {favorable, "favorable"},
         {favorable_avec_recommandations, "favorable_avec_recommandations"},
         {reserve, "reserve"},
         {defavorable, "defavorable"},
         {notifie, "notifie"},
         {conventionne, "conventionne"},
         {en_cours, "en_cours"},
         {solde, "solde"},
         {clos, "clos"},
         {retire, "retire"}});
}

// What a porteur does, then what its desk does, then an administrator, then a committee, then what
// an agreement and its payments do. To deposit again replaces the deposit: an amendment.
enum class Acte {
    ecrire,
    joindre,
    deposer,
    retirer,
    repondre,
    prendre,
    examiner,
    demander,
    reprendre,
    recevoir,
    ecarter,
    rouvrir,
    amender,
    favoriser,
    recommander,
    reserver,
    refuser,
    notifier,
    conventionner,
    demarrer,
    solder
};

constexpr auto names(Acte) {
    using enum Acte;
    return std::to_array<core::Named<Acte>>({{ecrire, "ecrire"},
                                             {joindre, "joindre"},
                                             {deposer, "deposer"},
                                             {retirer, "retirer"},
                                             {repondre, "repondre"},
                                             {prendre, "prendre"},
                                             {examiner, "examiner"},
                                             {demander, "demander"},
                                             {reprendre, "reprendre"},
                                             {recevoir, "recevoir"},
                                             {ecarter, "ecarter"},
                                             {rouvrir, "rouvrir"},
                                             {amender, "amender"},
                                             {favoriser, "favoriser"},
                                             {recommander, "recommander"},
                                             {reserver, "reserver"},
                                             {refuser, "refuser"},
                                             {notifier, "notifier"},
                                             {conventionner, "conventionner"},
                                             {demarrer, "demarrer"},
                                             {solder, "solder"}});
}

// The state that follows; empty: the act is not possible in that state.
std::optional<Statut> suite(Statut statut, Acte acte);

// Where a dossier goes on when it is reopened: judged, it is examined again; withdrawn, it is where
// its withdrawal left it (`avant`). Empty: there is nothing to reopen.
std::optional<Statut> reouverture(Statut statut, std::optional<Statut> avant);

// Deposited and neither refused nor withdrawn: its establishments are taken (one establishment, one
// financing).
bool est_vivant(Statut statut);

// What of a state decides who may read the dossier. A dossier withdrawn after its deposit stays a
// deposited one for its desk.
access::Avancement avancement(Statut statut, bool deja_depose);

}  // namespace grappe::teleservice
