// Use cases of a session: interests declared, votes, points of attention, opinions. Who has an
// interest in a dossier neither reads what is said of it nor says anything.
#pragma once

#include "portail/comite/candidat.hpp"
#include "portail/teleservice/moyens.hpp"

namespace grappe::comite {

struct NouvelInteret {
    Vise vise;
    std::string_view organisme;  // FINESS EJ or SIRET
    std::string_view motif;
};
// For oneself. Codes of `ouvrir`, "comite.organisme", "instruction.texte_vide" (no reason).
core::Result<Interet> declarer(storage::Writer& db, const Demandeur& qui,
                               const NouvelInteret& nouveau);

struct NouveauVote {
    Vise vise;
    std::string_view dossier, sens;
};
// Codes of `ouvrir` and of `candidat`, "comite.pas_membre" (Reason::forbidden), "comite.interet"
// (Reason::forbidden), "comite.avis".
core::Result<Vote> voter(storage::Writer& db, const Demandeur& qui, const NouveauVote& nouveau,
                         const socle::Moyens& regles);

struct NouveauPoint {
    Vise vise;
    std::string_view dossier, critere, constat, texte;
};
// Codes of `ouvrir` and of `candidat`, "comite.interet", "comite.critere" (the detail names those
// of the call), "comite.constat".
core::Result<PointDAttention> relever(storage::Writer& db, const Demandeur& qui,
                                      const NouveauPoint& nouveau, const socle::Moyens& regles);

struct NouvelAvis {
    Vise vise;
    std::string_view dossier, sens, recommandations, motif;
    std::optional<std::int64_t> rang{};  // of "attente", and of nothing else
};
// The opinion of the committee, as who holds the session writes it. Nothing of it is public yet.
// Codes of `ouvrir` and of `candidat`, "comite.interet", "comite.avis", "comite.motif" (a
// reservation, a wait or a refusal says why), "comite.recommandations" (there are none),
// "comite.rang" (a wait has one, other opinions none), "comite.rang_pris" (Reason::conflict: the
// detail is the first that is free after all),
// "comite.reserve_sans_suite" (Reason::conflict: no later window is open to that dossier),
// "comite.ecart_sans_motif" (the detail names the scenarios that it departs from), "comite.quorum"
// (Reason::conflict: the detail says how many voted, and of how many needed).
core::Result<Avis> opiner(storage::Writer& db, const Demandeur& qui, const NouvelAvis& nouveau,
                          const socle::Moyens& regles);

// The members of a committee who may speak of that dossier, those who voted, and the quorum over
// them: who has an interest counts on neither side. Pure.
struct Seance {
    const std::vector<std::string>& membres;
    const std::vector<Interet>& interets;
    const std::vector<Vote>& votes;
    std::optional<int> quorum;  // percent
};
Presence presence(const Seance& seance, const Candidat& candidat);
bool atteint_le_quorum(const Presence& presence);

// The last vote of each member that counts. Pure.
std::vector<Vote> votes_comptes(const Seance& seance, const Candidat& candidat);

// Of the candidates that waited, the first of a better rank that is not retained while this one is;
// null: it passes over nobody. Pure.
const Candidat* saute_par(const Candidat& candidat, const std::vector<Candidat>& candidats,
                          const std::vector<Avis>& avis);

// The last opinion on a dossier; null: none.
const Avis* avis_sur(const std::vector<Avis>& avis, std::string_view dossier);

}  // namespace grappe::comite
