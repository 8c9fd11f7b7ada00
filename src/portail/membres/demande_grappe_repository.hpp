// Rows of requests for a grappe, and of who agreed to be put in touch.
#pragma once

#include "portail/membres/demande_grappe.hpp"

namespace grappe::membres {

void ajouter(storage::Writer& db, const DemandeGrappe& demande);
std::optional<DemandeGrappe> trouver_demande(storage::Reader& db, std::string_view id);
std::vector<DemandeGrappe> demandes_du_compte(storage::Reader& db, std::string_view compte);
std::vector<DemandeGrappe> demandes_de_la_region(storage::Reader& db, std::string_view region);
std::vector<DemandeGrappe> toutes_les_demandes(storage::Reader& db);
void noter_la_suite(storage::Writer& db, const DemandeGrappe& demande, std::string_view par,
                    core::Instant maintenant);

// False: it agreed already.
bool noter_l_accord(storage::Writer& db, const Choix& choix, core::Instant maintenant);
bool a_accepte(storage::Reader& db, const Choix& choix);

}  // namespace grappe::membres
