// The table of rights: what must link an actor of a role to the object of an act. Source: the
// rights matrix of the programme (catalogue, section 6); its deductions are kept narrow.
#include "access/matrice.hpp"

#include "access/peut.hpp"

namespace grappe::access {
namespace {

using enum Lien;

struct Ligne {
    Permission permission;
    std::string_view libelle;
    std::array<Lien, roles> liens;
};

constexpr std::size_t permissions = names(Permission{}).size();

// Columns: porteur, membre, ars, comite, national, grades, collectif, comptable, admin.
constexpr std::array<Ligne, permissions> table{{
    {Permission::compte_sien,
     "Gérer son propre compte",
     {tous, tous, tous, tous, tous, tous, tous, tous, tous}},
    {Permission::compte_creer,
     "Créer le compte d'un guichet",
     {rien, rien, rien, rien, rien, rien, rien, rien, tous}},
    {Permission::journal_lire,
     "Lire le journal",
     {rien, rien, rien, rien, rien, rien, rien, rien, tous}},
    {Permission::service_administrer,
     "Administrer appels, courriers types et conservation",
     {rien, rien, rien, rien, rien, rien, rien, rien, tous}},
    {Permission::demande_grappe_ecrire,
     "Demander à rejoindre une grappe",
     {tous, tous, rien, rien, rien, rien, rien, rien, rien}},
    {Permission::demande_grappe_lire,
     "Lire une demande de grappe",
     {sien, part, guichet, rien, rien, ressort, ressort, rien, rien}},
    {Permission::dossier_creer,
     "Commencer un dossier",
     {tous, rien, rien, rien, rien, rien, rien, rien, rien}},
    {Permission::dossier_lire,
     "Lire un dossier",
     {sien, part, guichet, recevable, depose, invite, invite, rien, rien}},
    {Permission::dossier_ecrire,
     "Écrire un dossier",
     {sien, rien, rien, rien, rien, rien, rien, rien, rien}},
    {Permission::dossier_deposer,
     "Déposer, modifier ou retirer un dossier",
     {sien, rien, rien, rien, rien, rien, rien, rien, rien}},
    {Permission::dossier_conseiller,
     "Conseiller le porteur",
     {rien, rien, rien, rien, rien, invite, invite, rien, rien}},
    {Permission::dossier_corriger,
     "Rouvrir, prolonger, remplacer un membre, avec motif",
     {rien, rien, rien, rien, rien, rien, rien, rien, tous}},
    {Permission::dossier_lister,
     "Lister les dossiers que l'on peut lire",
     {tous, tous, tous, tous, tous, tous, tous, rien, rien}},
    {Permission::piece_deposer,
     "Déposer une pièce",
     {sien, rien, rien, rien, rien, rien, rien, rien, rien}},
    {Permission::membre_inviter,
     "Inviter un membre",
     {sien, rien, rien, rien, rien, rien, rien, rien, rien}},
    {Permission::part_ecrire,
     "Écrire sa part et donner son accord",
     {rien, part, rien, rien, rien, rien, rien, rien, rien}},
    {Permission::note_lire,
     "Lire et écrire les notes du guichet",
     {rien, rien, guichet, rien, guichet, rien, rien, rien, rien}},
    {Permission::message_lire,
     "Lire les messages entre porteur et guichet",
     {sien, part, guichet, rien, guichet, rien, rien, rien, rien}},
    {Permission::message_ecrire,
     "Écrire un message au guichet ou au porteur",
     {sien, rien, guichet, rien, guichet, rien, rien, rien, rien}},
    {Permission::dossier_instruire,
     "Prendre un dossier, demander des pièces, apprécier",
     {rien, rien, guichet, rien, guichet, rien, rien, rien, rien}},
    {Permission::recevabilite_decider,
     "Décider de la recevabilité",
     {rien, rien, guichet, rien, guichet, rien, rien, rien, rien}},
    {Permission::guichet_changer,
     "Réorienter vers un autre guichet",
     {rien, rien, guichet, rien, guichet, rien, rien, rien, rien}},
    {Permission::montant_lire,
     "Lire le calcul de la subvention",
     {sien, part, guichet, recevable, depose, invite, invite, rien, rien}},
    {Permission::montant_decider,
     "Arrêter le montant et vérifier les heures",
     {rien, rien, guichet, rien, guichet, rien, rien, rien, rien}},
    {Permission::comite_preparer,
     "Préparer un comité et ses scénarios",
     {rien, rien, tous, rien, tous, rien, rien, rien, rien}},
    {Permission::avis_rendre,
     "Rendre l'avis du comité",
     {rien, rien, guichet, recevable, guichet, rien, rien, rien, rien}},
    {Permission::resultat_notifier,
     "Notifier les résultats",
     {rien, rien, guichet, rien, guichet, rien, rien, rien, rien}},
    {Permission::resultat_lire,
     "Lire le résultat",
     {sien, part, guichet, recevable, depose, rien, rien, rien, rien}},
    {Permission::convention_lire,
     "Lire une convention",
     {sien, part, guichet, rien, depose, rien, rien, rien, rien}},
    {Permission::convention_preparer,
     "Préparer une convention",
     {rien, rien, guichet, rien, guichet, rien, rien, rien, rien}},
    {Permission::convention_signer,
     "Signer une convention",
     {sien, rien, guichet, rien, guichet, rien, rien, rien, rien}},
    {Permission::depenses_declarer,
     "Déclarer les dépenses",
     {sien, rien, rien, rien, rien, rien, rien, rien, rien}},
    {Permission::depenses_lire,
     "Lire un état de dépenses",
     {sien, part, guichet, rien, depose, rien, rien, ressort, rien}},
    {Permission::depenses_viser,
     "Viser un état de dépenses",
     {rien, rien, rien, rien, rien, rien, rien, ressort, rien}},
    {Permission::usage_declarer,
     "Transmettre un rapport d'usage",
     {sien, rien, rien, rien, rien, rien, rien, rien, rien}},
    {Permission::usage_lire,
     "Lire les indicateurs d'usage",
     {sien, part, guichet, rien, depose, invite, rien, rien, rien}},
    {Permission::solde_decider,
     "Calculer et décider le solde",
     {rien, rien, guichet, rien, guichet, rien, rien, rien, rien}},
    {Permission::versement_lire,
     "Lire les versements",
     {sien, part, guichet, rien, depose, rien, rien, ressort, rien}},
    {Permission::versement_demander,
     "Demander un versement",
     {rien, rien, guichet, rien, guichet, rien, rien, rien, rien}},
    {Permission::versement_valider,
     "Valider un versement demandé par un autre",
     {rien, rien, guichet, rien, guichet, rien, rien, rien, rien}},
}};

constexpr bool complete() {
    for (std::size_t rang = 0; rang < table.size(); ++rang)
        if (table[rang].permission != names(Permission{})[rang].value) return false;
    return true;
}
static_assert(complete(), "each permission has its line, in the order of its enumeration");

const Ligne& ligne(Permission permission) { return table[static_cast<std::size_t>(permission)]; }

std::size_t colonnes(std::string_view texte) {
    std::size_t compte = 0;
    for (const char c : texte) compte += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    return compte;
}

void ecrire_case(std::string& sortie, std::string_view texte, std::size_t largeur) {
    sortie += texte;
    sortie.append(largeur - colonnes(texte), ' ');
}

constexpr std::size_t largeur_du_nom = 25, largeur_du_role = 11;

void clore_la_ligne(std::string& sortie, std::string_view fin) {
    sortie += fin;
    sortie.erase(sortie.find_last_not_of(' ') + 1);
    sortie += '\n';
}

}  // namespace

Lien lien(Permission permission, Role role) {
    return ligne(permission).liens[static_cast<std::size_t>(role)];
}

std::string_view libelle(Permission permission) { return ligne(permission).libelle; }

std::string matrice() {
    std::string sortie;
    ecrire_case(sortie, "permission", largeur_du_nom);
    for (const auto& role : names(Role{})) ecrire_case(sortie, role.name, largeur_du_role);
    clore_la_ligne(sortie, "acte");
    for (const auto& [permission, intitule, liens] : table) {
        ecrire_case(sortie, core::name_of(permission), largeur_du_nom);
        for (const auto un : liens) ecrire_case(sortie, core::name_of(un), largeur_du_role);
        clore_la_ligne(sortie, intitule);
    }
    return sortie;
}

}  // namespace grappe::access
