// Rows of what a person wants of its mails, and of the news that wait for its summary.
#pragma once

#include <optional>

#include "identity/preference_courrier.hpp"

namespace grappe::identity {

std::optional<Regime> regime_choisi(storage::Reader& db, std::string_view compte);
void garder_le_regime(storage::Writer& db, std::string_view compte, Regime regime,
                      core::Instant maintenant);

struct Nouvelle {
    std::string objet, lien;
};
void garder_la_nouvelle(storage::Writer& db, std::string_view compte, const Nouvelle& nouvelle,
                        core::Instant reel);
std::vector<Nouvelle> nouvelles_avant(storage::Reader& db, std::string_view compte,
                                      core::Instant seuil);
void oublier_les_nouvelles(storage::Writer& db, std::string_view compte, core::Instant seuil);
std::vector<std::string> comptes_qui_attendent(storage::Reader& db, core::Instant seuil);

}  // namespace grappe::identity
