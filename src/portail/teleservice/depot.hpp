// Use case: deposit a dossier, or deposit it again with its changes while the window is open.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "portail/teleservice/acces.hpp"
#include "portail/teleservice/moyens.hpp"
#include "portail/teleservice/obstacle.hpp"
#include "portail/teleservice/recepisse.hpp"
#include "storage/base.hpp"

namespace grappe::teleservice {

struct DemandeDeDepot {
    std::string_view dossier;
    std::string_view financeur;
};

// Either the JSON of the receipt, or why there is none: then nothing was changed.
struct Depose {
    std::optional<std::string> recepisse;
    std::vector<Obstacle> obstacles;
    std::optional<GuichetDuDepot> guichet;  // the right one, when it is known
};

// One transaction: the frozen version, its receipt, the change of state, the journal, the mail to
// the porteur. Codes of `demander_pour`, "depot.inchange" (Reason::conflict: this very content is
// deposited already; the detail is the number).
core::Result<Depose> deposer(storage::Writer& db, const Demandeur& qui,
                             const DemandeDeDepot& demande, const Moyens& moyens);

// What the rules say of the content in place, with the pieces that are there, at this instant.
struct Etat {
    Dossier dossier;
    dossier::TexteLu contenu;
    std::vector<Piece> pieces;
    Jugement jugement;
    std::vector<Voisinage> voisins;
    std::vector<MembreVu> membres{};                 // of the content in place, not of a deposit
    std::optional<core::Instant> ouvert_jusqu_au{};  // whatever the window: an administrator's word
};
Etat etat_de(storage::Reader& db, const Dossier& dossier, const socle::Moyens& regles,
             core::Instant maintenant);

// The same of a version whose text the caller has read.
struct Redige {
    const Dossier& dossier;
    dossier::TexteLu contenu;  // of its version
};
Etat etat_de(storage::Reader& db, Redige redige, const socle::Moyens& regles,
             core::Instant maintenant);

// The same of a deposit, at its instant: its frozen content and pieces, as the porteur's answers to
// its desk have corrected them.
Etat etat_depose(storage::Reader& db, const Dossier& dossier, const socle::Moyens& regles,
                 const Depot& depot);

// The content in place as who writes it reads it: judged now or, once a desk has taken its deposit,
// at the instant of that deposit and by its rules, its window being no more the question.
struct EnPlace {
    Etat etat;
    std::optional<Depot> depot;  // the last one
    core::Instant instant;
    socle::Moyens regles;  // that judge
};
EnPlace etat_en_place(storage::Reader& db, const Dossier& dossier, const socle::Moyens& regles,
                      core::Instant maintenant);
EnPlace etat_en_place(storage::Reader& db, Redige redige, const socle::Moyens& regles,
                      core::Instant maintenant);

// An establishment that another live dossier of the same applicant has; empty: none.
std::string deja_ailleurs(const Etat& etat);

// What the porteur answers to its desk with a corrected content: its establishments and its row in
// lists follow. Codes "reponse.illisible" (Reason::conflict: the rules cannot read all of it),
// "reponse.essms_deja_depose" (the detail is an establishment of another live dossier of its own),
// "reponse.accord_manquant" (the detail names the legal entities of members whose part changes from
// what is in force and who do not agree to it: as at a deposit, nobody speaks for them).
core::Result<void> corriger(storage::Writer& db, const Dossier& dossier, const Depot& depot,
                            const socle::Moyens& regles);

// The journal's line of a deposit that was refused; in a transaction of its own.
void noter_le_refus(storage::Base& base, const Demandeur& qui, std::string_view dossier,
                    const Obstacle& obstacle);

// The call of the dossier at that instant.
const programme::Appel& appel_de(const Dossier& dossier, const socle::Moyens& regles,
                                 core::Instant maintenant);

Candidature candidature_de(const Etat& etat, const socle::Moyens& regles, core::Instant maintenant,
                           std::string_view financeur);

// The deposit of that number, when the digest is its own. Code "recepisse.inconnu".
core::Result<Depot> verifier_recepisse(storage::Reader& db, std::string_view numero,
                                       std::string_view empreinte);

}  // namespace grappe::teleservice
