// The JSON of an analysis (contract portail-check, "Output"), and that of reading faults.
#pragma once

#include <string>
#include <vector>

#include "portail/dossier/faute.hpp"
#include "portail/rendu/ecrivain_json.hpp"
#include "portail/rendu/presentation.hpp"
#include "portail/rendu/tampon.hpp"

namespace grappe::rendu {

// Deterministic bytes, keys in the order of the contract, on one line.
Tampon analyse_octets(const Sujet& source);
std::string analyse_json(const Sujet& source);

// Its `subvention` alone; "null" where the call gives no amounts.
std::string subvention_json(const analyse::Analyse& analyse);

// "objet" of a finding: "essms:330012345", "dossier", "piece:DOC-05".
std::string nom_de_l_objet(const rules::Objet& objet);

// A finding in short: "regle", "issue", "objet", "message".
void ecrire_constat(EcrivainJson& json, const rules::Constat& constat,
                    const rules::Phrases& phrases);

// One fault as people read it.
struct FauteDite {
    std::string ou;      // "ligne 3, colonne 7", "essms[12].finess_et"; empty: the whole text
    std::string code;    // "dossier.montant.forme"
    std::string defaut;  // what is wrong, without a final stop
    std::string remede;  // how to mend it: a sentence
};
FauteDite dire(const dossier::Faute& faute, const rules::Phrases& phrases);

}  // namespace grappe::rendu
