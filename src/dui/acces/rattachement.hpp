// Rattachement: the establishments where an account works. None: the whole organisation.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/peut.hpp"
#include "core/finess.hpp"
#include "storage/reader.hpp"

namespace grappe::acces {

// In ascending order.
std::vector<std::string> etablissements_de(storage::Reader& db, const std::string& compte);

// Code "compte.rattachement_double" when one is named twice.
core::Result<void> rattacher(storage::Writer& db, const std::string& compte,
                             const std::vector<core::Finess>& etablissements);

// Whom a request speaks for, and where.
struct Professionnel {
    access::Acteur acteur;
    std::vector<std::string> etablissements;

    bool peut_a(access::Permission permission, std::string_view finess_et) const {
        return access::peut_a(acteur, permission, etablissements, finess_et);
    }
};
Professionnel professionnel(storage::Reader& db, const access::Acteur& acteur);

}  // namespace grappe::acces
