// NoRoom: a write that the disk had no place for. Nothing of its transaction is kept.
#pragma once

#include "storage/statement.hpp"

namespace grappe::storage {

class NoRoom : public Failure {
public:
    using Failure::Failure;
};

}  // namespace grappe::storage
