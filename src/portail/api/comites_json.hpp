// Committees, what is said there and the ledger of envelopes, as JSON.
#pragma once

#include <string>

#include "portail/comite/notification.hpp"
#include "portail/comite/proposition.hpp"
#include "portail/comite/vue.hpp"
#include "portail/rendu/ecrivain_json.hpp"

namespace grappe::api {

std::string comite_json(const comite::Comite& comite);
std::string comites_json(const std::vector<comite::Comite>& comites);

struct VueAEcrire {
    const comite::Vue& vue;
    const rules::Phrases& phrases;
};
std::string vue_json(const VueAEcrire& a_ecrire);

// A scenario as it was written, with what it costs beside what can be retained.
struct ScenarioEcrit {
    const comite::Scenario& scenario;
    comite::Total total;
    core::Money limite;
    int version;  // of the committee
};
std::string scenario_json(const ScenarioEcrit& ecrit);

// What is proposed, what proves it, its number among those of the committee, and the scenario that
// keeps it (0: there is no set to keep).
struct EtudeAEcrire {
    const comite::Preparee& preparee;
    const comite::Etude& etude;
    const rules::Phrases& phrases;
    int numero, scenario;
};
std::string etude_json(const EtudeAEcrire& a_ecrire);

std::string avis_json(const comite::Avis& avis);
std::string vote_json(const comite::Vote& vote);
std::string interet_json(const comite::Interet& interet);
std::string point_json(const comite::PointDAttention& point);
std::string proces_verbal_json(const std::vector<std::string>& paragraphes);
std::string publication_json(const comite::Publication& publication);
void ecrire(rendu::EcrivainJson& json, const comite::Resultat& resultat);

struct LivreAEcrire {
    const enveloppe::Enveloppe& enveloppe;
    const std::vector<enveloppe::Ecriture>& ecritures;
    const enveloppe::Soldes& soldes;
};
std::string livre_json(const LivreAEcrire& livre);
std::string ecriture_json(const enveloppe::Ecriture& ecriture);

}  // namespace grappe::api
