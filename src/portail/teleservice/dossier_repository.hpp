// Rows of dossiers, of their versions and of their changes of state.
#pragma once

#include <string_view>

#include "portail/teleservice/dossier_du_porteur.hpp"
#include "storage/reader.hpp"

namespace grappe::teleservice {

std::optional<Dossier> trouver(storage::Reader& db, std::string_view id);
std::vector<Dossier> dossiers_du_compte(storage::Reader& db, std::string_view compte);
// Where it accepted to support the porteur, with who was invited there.
std::vector<Dossier> dossiers_soutenus(storage::Reader& db, std::string_view compte);
std::vector<Dossier> dossiers_du_guichet(storage::Reader& db, std::string_view guichet);
std::vector<Dossier> dossiers_deposes(storage::Reader& db);  // at any desk

// Empty: no such version.
std::optional<std::string> contenu(storage::Reader& db, std::string_view dossier, int version);
std::vector<Version> versions(storage::Reader& db, std::string_view dossier);
std::vector<Passage> passages(storage::Reader& db, std::string_view dossier);

void ajouter(storage::Writer& db, const Dossier& dossier, std::string_view contenu);
// Writes `dossier.version + 1`. False: the version in place is another one.
bool ajouter_version(storage::Writer& db, const Dossier& dossier, const Version& version,
                     std::string_view contenu);
// The state and the desk of `apres`; the passage is numbered here.
void passer(storage::Writer& db, const Dossier& apres, const Passage& passage);

}  // namespace grappe::teleservice
