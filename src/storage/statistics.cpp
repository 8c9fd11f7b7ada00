// One statement, of PostgreSQL alone.
#include "storage/statistics.hpp"

#include "core/ensure.hpp"

namespace grappe::storage {
namespace {

constexpr Statement analyze{"storage.analyze", "ANALYZE"};

}  // namespace

void refresh_statistics(Base& base) {
    if (base.engine() != Engine::postgres) return;
    const auto done = base.write([](Writer& db) -> core::Result<void> {
        db.run(analyze);
        return {};
    });
    core::ensure(done.has_value(), "ANALYZE is never refused");
}

}  // namespace grappe::storage
