// Recalcul: what a certificate says, computed again from what it carries and from nothing else but
// the territories and the French sentences of this program.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "portail/certificat/certificat.hpp"
#include "portail/programme/chargement.hpp"
#include "portail/socle/verification.hpp"

namespace grappe::certificat {

// Of a dossier that was judged here: the certificate carries what that judgement read.
struct AEtablir {
    Origine origine;
    std::string appel, socle;  // texts
    std::string entree;        // that gave `verifie`
};
Certificat etablir(AEtablir a_etablir, const socle::Verifie& verifie, const socle::Moyens& moyens);

// The answer of a check as bytes: what the command writes with --json.
std::string octets(const socle::Verifie& verifie, const rules::Phrases& phrases);

// Owns all that its answer borrows: it does not move. What it is given outlives it.
class Recalcul {
public:
    Recalcul(const Certificat& certificat, const dossier::Referentiels& ici,
             const rules::Phrases& phrases);
    Recalcul(const Recalcul&) = delete;
    Recalcul& operator=(const Recalcul&) = delete;

    const programme::Defauts& defauts() const { return appels_.defauts; }  // of the carried call
    const socle::Verification& verification() const { return verification_; }
    // Null: the text of the call does not give that digest in this program.
    const programme::Appel* appel() const { return appel_; }

private:
    programme::Appels appels_;
    const programme::Appel* appel_;
    referentiels::Categories categories_;
    socle::Verification verification_;
};

}  // namespace grappe::certificat
