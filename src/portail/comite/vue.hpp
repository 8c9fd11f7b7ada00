// Vue: a committee as one of its readers sees it, all of it read at once. What is said of a dossier
// is hidden from whoever has an interest in one of its bodies.
#pragma once

#include "portail/comite/convocation.hpp"
#include "portail/comite/deliberation.hpp"
#include "portail/comite/scenario.hpp"
#include "portail/enveloppe/grand_livre.hpp"

namespace grappe::comite {

struct CandidatVu {
    Candidat candidat;
    bool ecarte;                          // of this reader: what follows is empty
    std::vector<PointDAttention> points;  // the last of each criterion
    std::optional<Avis> avis;
    std::vector<Vote> votes;
    Presence presence;
};

// Of an axis: what is funded already, then that with each scenario, in their order.
struct EquilibreVu {
    Axe axe;
    std::string titre;
    Equilibre portefeuille;
    std::vector<Equilibre> avec;
};

struct Ecart {
    std::string de, vers;
    std::vector<std::string> phrases;
};

struct Vue {
    Comite comite;
    std::vector<programme::Enonce> criteres;
    std::vector<CandidatVu> candidats;
    std::vector<Scenario> scenarios;
    std::vector<Total> totaux;  // of each scenario
    Total retenu;               // of the favourable opinions
    core::Money limite;         // what can be retained at most
    std::vector<Interet> interets;
    std::vector<std::string> sources;  // of what was funded before this portail
    std::vector<EquilibreVu> equilibres;
    std::vector<Ecart> ecarts;
    enveloppe::Soldes soldes;
};

// Codes of `demander_le_comite`.
core::Result<Vue> voir(storage::Reader& db, const Demandeur& qui, std::string_view comite,
                       const Moyens& moyens);

// Whether a dossier of the committee concerns that reader.
bool concerne(const Vue& vue);

// Of the actor's desk, the last to meet first.
std::vector<Comite> lister(storage::Reader& db, const Demandeur& qui);

}  // namespace grappe::comite
