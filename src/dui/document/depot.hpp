// Use cases: documents are deposited, replaced, withdrawn. Their files are in the magasin already.
#pragma once

#include <functional>

#include "dui/acces/rattachement.hpp"
#include "dui/document/document.hpp"
#include "dui/document/types.hpp"
#include "dui/element/ecriture.hpp"

namespace grappe::document {

// Who writes, when, and who is accompanied where (dui/annuaire).
struct Redacteur {
    const acces::Professionnel& qui;
    magasin::Moment maintenant;
    const Types& types;
    std::function<bool(std::string_view personne, std::string_view finess_et)> accompagnee{};
};

struct Ecrit {
    std::vector<Faute> fautes;  // some: nothing was written
    std::int64_t version = 0;
};

struct Depot {
    std::string id;  // 32 hexadecimal digits, given by the form
    core::Finess finess_et;
    std::string personne;
    Document document;
};
// What would be refused of a form before any file takes its place: faults of `fautes_de`,
// "document.type" (none of that code), "document.classe" (not this profession's), "document.lien".
std::vector<Faute> fautes_du_depot(storage::Reader& db, const Redacteur& redacteur,
                                   const std::string& personne, const Fiche& fiche);

// Refusals: "document.id", "dui.etablissement_interdit", "dui.dossier_inconnu". The same again is
// answered as it was the first time.
core::Result<Ecrit> deposer(storage::Writer& db, const Redacteur& redacteur, const Depot& depot);

struct Remplacement {
    std::string id;
    std::int64_t vue;  // the version that was before the eyes
    Fiche fiche;
    std::optional<Document> fichier{};  // its file and words; nothing: those that stand
};
// A new version; the former one stays. The class of data cannot change by it: fault
// "document.autre_classe". Refusals: "document.inconnu" (none, or none that one reads),
// "document.lecture_seule", "document.retire", "element.version".
core::Result<Ecrit> remplacer(storage::Writer& db, const Redacteur& redacteur,
                              const Remplacement& remplacement);

struct Retrait {
    std::string id;
    std::int64_t vue;
    std::string motif;
};
// Faults "document.motif", "document.motif_long".
core::Result<Ecrit> retirer(storage::Writer& db, const Redacteur& redacteur,
                            const Retrait& retrait);

}  // namespace grappe::document
