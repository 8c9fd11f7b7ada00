// Rows of deposits: what was frozen, and the establishments of live dossiers.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/instant.hpp"
#include "core/money.hpp"
#include "portail/programme/guichet.hpp"
#include "portail/teleservice/etats.hpp"
#include "storage/reader.hpp"

namespace grappe::teleservice {

struct Depot {
    std::string dossier;
    int rang;            // 1, then one more each amendment
    std::string numero;  // of its receipt
    int version;         // of the content
    std::string depose_par;
    core::Instant depose_le;
    programme::Niveau niveau;
    std::string financeur;
    std::optional<core::Instant> ferme_le;  // end of its window; empty: the call gives no date
    std::string regles;
    std::optional<core::Money> subvention;
    std::string empreinte;
    std::string recepisse;  // JSON: the answer that was given
};

std::optional<Depot> dernier_depot(storage::Reader& db, std::string_view dossier);
std::optional<Depot> depot_numero(storage::Reader& db, std::string_view numero);
std::vector<Depot> depots(storage::Reader& db, std::string_view dossier);

// With its pieces (ids) and its establishments, which replace those of the deposit before.
struct Gele {
    Depot depot;
    std::vector<std::string> pieces;
    std::vector<std::string> essms;
    std::string siret;
};
void ajouter(storage::Writer& db, const Gele& gele);
void remplacer_essms(storage::Writer& db, std::string_view dossier,
                     const std::vector<std::string>& essms, std::string_view siret);
std::vector<std::string> pieces_du_depot(storage::Reader& db, const Depot& depot);

// An establishment that another deposited dossier has.
struct Voisinage {
    std::string finess_et;
    std::string dossier, compte, siret;
    Statut statut;
};
// Whatever the state of these dossiers: the caller keeps the live ones.
std::vector<Voisinage> autres_dossiers(storage::Reader& db, std::string_view dossier,
                                       std::span<const std::string> essms);

}  // namespace grappe::teleservice
