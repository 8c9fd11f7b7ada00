// A usage report between HTTP and its use case: kept and shown, or refused with every reason.
#pragma once

#include <functional>

#include "portail/api/dossiers.hpp"
#include "portail/usages/examen.hpp"

namespace grappe::api {

using ReceptionDeRapport =
    std::function<core::Result<usages::RapportRecu>(storage::Writer&, const usages::Lu&)>;

http::Response recevoir_le_rapport(const Teleservice& service, const garde::Visite& visite,
                                   usages::Nature nature, const ReceptionDeRapport& recevoir);

}  // namespace grappe::api
