// Use case: what somebody writes in a record, as a new element or as a new version of one.
#pragma once

#include <vector>

#include "dui/element/element.hpp"
#include "dui/magasin/moment.hpp"
#include "storage/reader.hpp"

namespace grappe::element {

// Who writes, and when.
struct Geste {
    std::string auteur;  // account
    magasin::Moment maintenant;
};

// The version that the writer had before the eyes; 0: there was none.
struct Ecriture {
    Element element;
    std::int64_t vue = 0;
    std::vector<std::string> concerne{};  // whose records it updates, besides its own person's
};

// Codes "element.inconnu" (there is none of that id to amend), "element.version" (somebody wrote
// since; detail: the version that stands), "element.personne_inconnue", "element.autre_chose" (what
// a version may not change). In the transaction of `db`: the version, its act, and for each person
// the modification of that day that the indicators count.
core::Result<Version> ecrire(storage::Writer& db, const Geste& geste, const Ecriture& ecriture);

}  // namespace grappe::element
