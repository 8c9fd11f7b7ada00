// Rows of committees and of what is said there. Lists are in the order of their writing.
#pragma once

#include <map>

#include "portail/comite/comite.hpp"
#include "portail/comite/equilibre.hpp"
#include "portail/comite/resultat.hpp"

namespace grappe::comite {

std::optional<Comite> trouver(storage::Reader& db, std::string_view id);
// The next to meet first.
std::vector<Comite> comites_du_guichet(storage::Reader& db, std::string_view guichet);

void ajouter(storage::Writer& db, const Comite& comite);
// The version after; false: the one in place is another.
bool avancer(storage::Writer& db, const Comite& comite);
void publier(storage::Writer& db, const Comite& comite, core::Instant quand);

// The last of each name, in the order of their first writing.
std::vector<Scenario> scenarios(storage::Reader& db, std::string_view comite);
Scenario ajouter(storage::Writer& db, std::string_view comite, Scenario scenario);

// All of them: the last of a dossier counts.
std::vector<Avis> avis_rendus(storage::Reader& db, std::string_view comite);
Avis ajouter(storage::Writer& db, std::string_view comite, Avis avis);

std::vector<Interet> interets(storage::Reader& db, std::string_view comite);
Interet ajouter(storage::Writer& db, std::string_view comite, Interet interet);

std::vector<Vote> votes(storage::Reader& db, std::string_view comite);
Vote ajouter(storage::Writer& db, std::string_view comite, Vote vote);

std::vector<PointDAttention> points_d_attention(storage::Reader& db, std::string_view comite);
PointDAttention ajouter(storage::Writer& db, std::string_view comite, PointDAttention point);

// By dossier, oldest first: what the committees of a desk published.
std::map<std::string, std::vector<Resultat>> resultats_du_guichet(storage::Reader& db,
                                                                  std::string_view guichet);
// Of the last receipt, by dossier.
std::map<std::string, std::string> numeros_du_guichet(storage::Reader& db,
                                                      std::string_view guichet);
void ajouter(storage::Writer& db, const Resultat& resultat);
// What of a dossier is counted once it is published.
struct PartPubliee {
    std::string_view comite, dossier;
    const Element& element;
};
void ajouter(storage::Writer& db, const PartPubliee& part);
// By dossier: those that the committee retained.
std::map<std::string, std::vector<Element>> parts_publiees(storage::Reader& db,
                                                           std::string_view comite);

// The open accounts of members of a committee at a desk.
std::vector<std::string> membres_du_guichet(storage::Reader& db, std::string_view guichet);

// What a desk has funded: results of its other committees, but for dossiers withdrawn since, and
// what it states of the time before.
std::vector<Element> portefeuille(storage::Reader& db, const Comite& sauf);

struct LigneImportee {
    std::string source;
    Element element;
};
struct Importateur {
    std::string_view guichet;
    std::string par;
    core::Instant importe_le;
};
void importer(storage::Writer& db, const std::vector<LigneImportee>& lignes,
              const Importateur& importateur);
// Where it was said to come from, once each, with the sums of its lines.
struct SourceImportee {
    std::string nom;
    std::int64_t lignes, essms;
    core::Money montant;
    core::Instant importee_le;
};
std::vector<SourceImportee> sources_importees(storage::Reader& db, std::string_view guichet);

}  // namespace grappe::comite
