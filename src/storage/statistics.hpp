// Statistics: what the planner of PostgreSQL knows of tables.
#pragma once

#include "storage/base.hpp"

namespace grappe::storage {

// After a great many rows at once: PostgreSQL learns of them by itself a minute later, and until
// then walks tables that it believes empty. SQLite, which chooses by its indexes, is left as it is.
void refresh_statistics(Base& base);

}  // namespace grappe::storage
