// The DUI's table of rights. Source: CSP R.1110-1 and R.1110-2 (sharing within each one's mission):
// whoever keeps accounts and machines reads no record, and a record is read where one works.
#pragma once

#include "access/table.hpp"

namespace grappe::access::dui {

using enum Lien;

// Columns: direction, encadrement, professionnel, secretariat, informatique.
constexpr auto table = std::to_array<LigneDe<5>>({
    {Permission::compte_sien, "Gérer son propre compte", {tous, tous, tous, tous, tous}},
    {Permission::compte_creer, "Créer un compte", {rien, rien, rien, rien, tous}},
    {Permission::journal_lire, "Lire le journal", {rien, rien, rien, rien, tous}},
    {Permission::indicateur_lire,
     "Lire les indicateurs d'usage",
     {etablissement, etablissement, rien, rien, rien}},
    {Permission::rapport_usage_signer,
     "Signer le rapport d'usage",
     {etablissement, rien, rien, rien, rien}},
    {Permission::dossier_usager_lire,
     "Lire le dossier d'une personne",
     {etablissement, etablissement, etablissement, etablissement, rien}},
    {Permission::dossier_usager_ecrire,
     "Écrire dans le dossier d'une personne",
     {rien, etablissement, etablissement, etablissement, rien}},
    {Permission::identite_verifier,
     "Vérifier l'identité d'une personne",
     {rien, etablissement, rien, etablissement, rien}},
    {Permission::cercle_tenir,
     "Tenir le cercle d'une personne, revoir les accès exceptionnels",
     {rien, etablissement, rien, rien, rien}},
    {Permission::appareil_enroler,
     "Enrôler ou retirer un appareil partagé",
     {rien, etablissement, rien, rien, rien}},
});

}  // namespace grappe::access::dui
