// Bordereau: what a payment order says to a bank, as a file of the standard ISO 20022 or as a
// table. Pure: the same order gives the same bytes.
#pragma once

#include <string>
#include <vector>

#include "core/instant.hpp"
#include "core/money.hpp"

namespace grappe::ordre {

struct Virement {
    std::string id;  // of the payment: comes back with every answer of the bank
    std::string beneficiaire, iban;
    std::string bic;  // empty: the bank is known by the IBAN
    core::Money montant;
    std::string objet;  // "avance"
    std::string convention, dossier;
    std::string finess_ej, siret;  // of the porteur; the first may be empty
};

struct Bordereau {
    std::string reference, payeur;
    core::Instant emis_le;
    std::vector<Virement> virements;
};

// pain.001.001.09, customer credit transfer initiation, in the characters that SEPA takes. The
// paying account is not known here: who executes the order writes it (decision 56).
std::string en_pain_001(const Bordereau& bordereau);

// Separated by semicolons, with a byte order mark; no cell is a formula.
std::string en_csv(const Bordereau& bordereau);

// Capitals without accents; what SEPA does not take is a space. At most `signes` of them.
std::string en_sepa(std::string_view texte, std::size_t signes);

}  // namespace grappe::ordre
