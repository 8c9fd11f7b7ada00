// Service: how a type of resource is read and searched. One small file each, one line in
// `services`.
#pragma once

#include <set>

#include "dui/acces/rattachement.hpp"
#include "dui/cercle/cercle.hpp"
#include "dui/fhir/patient.hpp"
#include "dui/fhir/recherche.hpp"
#include "dui/fhir/reponse.hpp"
#include "dui/fhir_api/fhir_api.hpp"

namespace grappe::fhir_api {

// Who asks, on which day; for the length of a request, in one read transaction.
struct Acces {
    const Fhir& fhir;
    storage::Reader& db;
    acces::Professionnel qui;
    core::Date aujourd_hui;
    cercle::Personnes fermees;  // whose record is closed to who asks: they are not there

    bool lit(std::string_view finess_et) const {
        return qui.peut_a(access::Permission::dossier_usager_lire, finess_et);
    }
};

// A resource and whose records it is of: the journal names the persons.
struct Lue {
    fhir::Ressource ressource;
    std::set<std::string> personnes;
};

struct Page {
    std::vector<Lue> trouvees, incluses;
    std::string apres;  // our id of the last one looked at; empty: there is nothing more
};

// What is stable whatever the day: a client that has the version needs no second copy of it.
enum class Changement { par_version, par_version_et_par_jour };

struct Service {
    const fhir::Description& description;
    // First version first; none: it does not exist, or one may not know that it does.
    std::function<std::vector<Lue>(const Acces&, const std::string& logique)> versions;
    std::function<Page(const Acces&, const fhir::Recherche&)> chercher;
    Changement change = Changement::par_version;
};

// All that is served, in the order of the CapabilityStatement.
const std::vector<Service>& services();

Service service_des_personnes();   // personnes.cpp
Service service_des_encounters();  // sejours.cpp
Service service_des_episodes();
Service service_des_projets();  // elements.cpp
Service service_des_objectifs();
Service service_des_documents();
Service service_des_evaluations();
Service service_des_rendez_vous();  // rendez_vous.cpp

// Of persons that this request may show, by our id or by that of FHIR.
std::optional<annuaire::Personne> personne_visible(const Acces& acces, const std::string& id);
std::string id_de_la_personne(const Acces& acces, const std::string& logique);
std::optional<Lue> personne_lue(const Acces& acces, annuaire::Personne&& vue);
// The persons that a search names by a reference, in the order of their ids; nothing: it names
// none.
std::optional<std::vector<std::string>> personnes_nommees(const Acces& acces,
                                                          const fhir::Recherche& recherche);
// Those of what was found, once each.
void inclure_les_personnes(const Acces& acces, Page& page);
// `_lastUpdated`, where it is asked.
bool enregistree_quand(const fhir::Recherche& recherche, const fhir::Meta& meta);

// Pages look at so many candidates in the database at most: a page may be short, the next follows.
inline constexpr std::size_t regardes_au_plus = 500;

// Of the act that recorded it.
fhir::Meta meta_de(storage::Reader& db, std::int64_t enregistrement);

}  // namespace grappe::fhir_api
