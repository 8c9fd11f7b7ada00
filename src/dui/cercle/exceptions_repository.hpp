// Exceptional accesses as rows; those that are read are declared by exception.hpp.
#pragma once

#include "dui/cercle/exception.hpp"

namespace grappe::cercle {

void ajouter(storage::Writer& db, const Exception& une);
void ajouter(storage::Writer& db, const std::string& exception, const Revue& revue);

}  // namespace grappe::cercle
