// Use case: the best set of dossiers under the rules that a committee states, with its proof. It is
// kept; it becomes a scenario when it is asked to; the committee decides (SEL-08: the points are
// its own).
#pragma once

#include "portail/comite/enonce_verifie.hpp"
#include "portail/comite/vue.hpp"
#include "portail/proposition/dire.hpp"

namespace grappe::comite {

// All that a computation needs, read once: it runs without the base.
struct Preparee {
    Comite comite;
    std::vector<Candidat> candidats;
    Enonce enonce;                   // each dossier by its id
    std::vector<PointsDits> points;  // of each candidate
    proposition::Demande demande;
    proposition::Demande dite;  // the same, its attributes and values in the words of people
};

struct Etude {
    proposition::Proposition proposition;
    std::vector<proposition::Effet> effets;    // of a proposal that is proved
    std::vector<proposition::Entree> entrees;  // idem
    // By number; of a project left out that more money brings in.
    std::map<std::string, proposition::EntreeParEnveloppe> par_enveloppe;
    std::optional<proposition::Impossibilite> impossibilite;
    std::vector<std::string> retenus;  // ids of dossiers
    bool interrompue = false;          // the caller's clock stopped it before its end
};

struct ACalculer {
    Vise vise;
    const Enonce& enonce;
    std::vector<FauteDEnonce>* fautes = nullptr;  // where all of them are wanted, with their places
};
// Codes of `demander_ouvert`, "comite.interet" (Reason::forbidden: points and sums would tell),
// those of `fautes_de` and "proposition.*" (the first fault).
core::Result<Preparee> preparer(storage::Reader& db, const Demandeur& qui,
                                const ACalculer& a_calculer, const socle::Moyens& regles);

// Of a committee that was read already by that reader: no candidate is judged again.
struct DejaVu {
    const Vue& vue;
    const rules::Phrases& phrases;
};
core::Result<Preparee> preparer(storage::Reader& db, const Demandeur& qui,
                                const ACalculer& a_calculer, const DejaVu& deja_vu);

// Within a number of nodes, so that it is the same on every run; `arreter`, which may be empty,
// stops it sooner. Pure.
Etude etudier(const Preparee& preparee, const std::function<bool()>& arreter);

}  // namespace grappe::comite
