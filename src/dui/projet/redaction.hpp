// Use cases: what a project holds is written, amended, withdrawn; the project goes from a state to
// another; when it is to be reviewed is kept.
#pragma once

#include <functional>

#include "dui/element/ecriture.hpp"
#include "dui/projet/lecture.hpp"

namespace grappe::projet {

// Who writes, when, who is accompanied where (dui/annuaire), and what rules say.
struct Redacteur {
    const acces::Professionnel& qui;
    magasin::Moment maintenant;
    std::function<bool(std::string_view personne, std::string_view finess_et)> accompagnee;
    const nomenclature::Serafin& serafin;
    Delais delais{};
};

struct Saisie {
    Genre genre;
    std::string id;  // 32 hexadecimal digits, given by the form
    core::Finess finess_et;
    std::string personne;
    std::string projet;    // of a project and of a life project: empty
    std::int64_t vue = 0;  // the version that was before the eyes; 0: a new one
    Textes tapes{};
};

struct Redigee {
    std::vector<Faute> fautes{};  // some: nothing was written
    std::int64_t version = 0;
};

// Faults: those of `fautes_de`, "projet.futur", "projet.plein". Refusals: "projet.genre_inconnu",
// "projet.id", "dui.etablissement_interdit", "dui.dossier_inconnu", "projet.profession",
// "projet.inconnu", "projet.clos", "projet.retire", "element.version". The same again is answered
// as it was the first time.
core::Result<Redigee> ecrire(storage::Writer& db, const Redacteur& redacteur, const Saisie& saisie);

struct Retrait {
    std::string id;
    std::int64_t vue;
    std::string motif;
};
// The fault "projet.motif"; the refusals of `ecrire`. A project is ended, not withdrawn.
core::Result<Redigee> retirer(storage::Writer& db, const Redacteur& redacteur,
                              const Retrait& retrait);

struct Pas {
    std::string projet;
    std::int64_t vue;
    Passage passage;
};
// With the fact `projet` that the indicator counts, in the same transaction. The fault
// "projet.accord_structure"; the refusals "projet.passage" and those of `ecrire`.
core::Result<Redigee> passer(storage::Writer& db, const Redacteur& redacteur, const Pas& pas);

}  // namespace grappe::projet
