// Use cases: an evaluation is begun, filled step by step, approved, validated, taken up again.
#pragma once

#include <functional>
#include <variant>

#include "dui/acces/rattachement.hpp"
#include "dui/element/ecriture.hpp"
#include "dui/evaluation/chargement.hpp"
#include "dui/evaluation/evaluation.hpp"
#include "saisie/faute.hpp"

namespace grappe::passation {

inline constexpr std::size_t texte_au_plus = 2'000;  // characters of each free text

// Who writes, when, and who is accompanied where (dui/annuaire).
struct Redacteur {
    const acces::Professionnel& qui;
    magasin::Moment maintenant;
    const evaluation::Outils& outils;
    std::function<bool(std::string_view personne, std::string_view finess_et)> accompagnee{};
};

// Which class of data an evaluation by that scale is: decision 0075. A scale that nobody placed is
// care: what fewest professions write.
partage::Classe classe_de(std::string_view grille);

struct Ecrite {
    saisie::Fautes fautes;  // some: nothing was written
    std::int64_t version = 0;
};

struct Debut {
    std::string id;  // 32 hexadecimal digits, given by the form
    core::Finess finess_et;
    std::string personne;
    evaluation::Evaluation dite;  // its status is not read: it begins in preparation
};
// Refusals: "evaluation.id", "dui.etablissement_interdit", "dui.dossier_inconnu". Faults: those of
// `evaluation::lire_evaluation`, "evaluation.classe" (not this profession's), "evaluation.long".
// The same again is answered as it was the first time.
core::Result<Ecrite> commencer(storage::Writer& db, const Redacteur& redacteur, const Debut& debut);

struct Etape {
    std::string id;
    std::int64_t vue;  // the version that was before the eyes
    std::function<void(evaluation::Evaluation&)> remplir;
};
// What one step of the form says, over what is kept already: a new version, none when it says
// nothing new. Neither the scale nor the status changes by it. Refusals: "evaluation.inconnue"
// (none, or none that one reads), "evaluation.figee" (not in preparation), "evaluation.retiree",
// "evaluation.autre_grille", "element.version".
core::Result<Ecrite> remplir(storage::Writer& db, const Redacteur& redacteur, const Etape& etape);

struct Passage {
    std::string id;
    std::int64_t vue;
    evaluation::Statut vers;
};
// Of `evaluation::passages`, and its refusals. Back to preparation is how one corrects: what was
// approved stays as its own version.
core::Result<Ecrite> passer(storage::Writer& db, const Redacteur& redacteur,
                            const Passage& passage);

struct Retrait {
    std::string id;
    std::int64_t vue;
    std::string motif;
};
// Fault "evaluation.motif".
core::Result<Ecrite> retirer(storage::Writer& db, const Redacteur& redacteur,
                             const Retrait& retrait);

}  // namespace grappe::passation
