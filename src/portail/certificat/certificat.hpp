// Certificat: one computation of the portail with all that it read, so that a program elsewhere
// does it again from this file alone: the dossier as it was judged, the call, the facts of the
// register, and the bytes that were answered. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "portail/dossier/arbre_json.hpp"
#include "portail/dossier/resolution.hpp"
#include "referentiels/categories.hpp"

namespace grappe::certificat {

// Of the longest that is read: it carries a dossier and its answer, which is much longer.
inline constexpr std::size_t octets_max = 16 * dossier::octets_max;

// Which dossier this is the amount of. A draft has no number and no receipt.
struct Origine {
    std::string dossier;    // id
    int version;            // of its content
    std::string contenu;    // SHA-256 of that content as its porteur wrote it
    std::string numero;     // of its last deposit
    std::string recepisse;  // digest of that receipt
};

struct Certificat {
    Origine origine;
    std::string regles;        // digest of the version of the call
    std::string appel, socle;  // text of its file, and of its national layer (empty: none)
    std::string territoires;   // digest of the departments and agencies, which are not carried
    dossier::FichesRegistre fiches;
    std::vector<referentiels::Categorie> categories;  // those that its establishments name
    std::string entree;                               // what `check` reads
    std::string sortie;  // what `check --json` wrote, with its last line feed
};

// JSON that ends with the digest of all that stands before it: the same values, the same bytes.
std::string rendre(const Certificat& certificat);

// Whether a text is meant as one, be it damaged.
bool est_un_certificat(std::string_view texte);

// Codes "certificat.trop_long", "certificat.illisible", with the place as its detail. A digest that
// does not hold is no matter of reading: see `confronter`.
core::Result<Certificat> lire(std::string_view texte);

// "sha256:…" of what a certificate does not carry and a program has.
std::string empreinte(const referentiels::Territoires& territoires);

}  // namespace grappe::certificat
