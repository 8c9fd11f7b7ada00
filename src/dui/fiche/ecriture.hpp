// Use cases: a sheet is written, amended, revoked, withdrawn; and what is read of them.
#pragma once

#include <functional>

#include "dui/acces/rattachement.hpp"
#include "dui/element/ecriture.hpp"
#include "dui/element/elements_repository.hpp"
#include "dui/fiche/fiche.hpp"
#include "dui/magasin/faits_repository.hpp"

namespace grappe::fiche {

inline constexpr std::size_t fiches_au_plus = 200;  // read of a rubrique of a person

// Who writes, when, and who is accompanied where (dui/annuaire).
struct Redacteur {
    const acces::Professionnel& qui;
    magasin::Moment maintenant;
    std::function<bool(std::string_view personne, std::string_view finess_et)> accompagnee{};
};

struct Saisie {
    std::string id;  // 32 hexadecimal digits, given by the form
    element::Genre genre;
    core::Finess finess_et;
    std::string personne;
    Textes textes;
};

struct Ecrite {
    std::vector<Faute> fautes;  // some: nothing was written
    std::int64_t version = 0;
};

// Refusals: "fiche.id", "fiche.genre", "fiche.profession" (that does not write that class),
// "dui.etablissement_interdit", "dui.dossier_inconnu". The same again is answered as the first
// time.
core::Result<Ecrite> ecrire(storage::Writer& db, const Redacteur& redacteur, const Saisie& saisie);

struct Amendement {
    std::string id;
    std::int64_t vue;  // the version that was before the eyes
    Textes textes;
};
// By whoever writes that class there. Refusals: "fiche.inconnue" (none, or none that one reads),
// "fiche.profession", "fiche.close" (revoked or withdrawn), "element.version".
core::Result<Ecrite> amender(storage::Writer& db, const Redacteur& redacteur,
                             const Amendement& amendement);

// Withdrawn: it was an error. Revoked: it was true, and counts no more from that instant on.
enum class Fin { retrait, revocation };
struct Cloture {
    std::string id;
    std::int64_t vue;
    Fin fin;
    std::string motif;
};
// As `amender`, the fault "fiche.motif" of a withdrawal, the refusal "fiche.irrevocable".
core::Result<Ecrite> clore(storage::Writer& db, const Redacteur& redacteur, const Cloture& cloture);

// The last versions, those that one reads, in order; one statement whatever the history.
std::vector<Fiche> fiches_de(storage::Reader& db, const acces::Professionnel& qui,
                             std::string_view personne, element::Genre genre);

struct Signee {
    Fiche fiche;
    magasin::Signature signature;
};
// First version first. Code "fiche.inconnue".
core::Result<std::vector<Signee>> lire(storage::Reader& db, const acces::Professionnel& qui,
                                       const std::string& id);

}  // namespace grappe::fiche
