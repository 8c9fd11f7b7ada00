// Identity traits of a fictitious person: invented names, a place and a matricule that are
// nobody's.
#pragma once

#include "dui/generateur/ecrivain.hpp"
#include "dui/generateur/personne.hpp"

namespace grappe::generateur {

// From `nom_naissance` to `matricule_ins`, each with its comma before.
void ecrire_identite(Ecrivain& ecrivain, const Personne& lui, const Genre& genre, Graine graine);

}  // namespace grappe::generateur
