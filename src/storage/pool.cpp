// Lending of connections.
#include "storage/pool.hpp"

namespace grappe::storage {

core::Result<std::unique_ptr<Pool>> Pool::open(std::string url, Access access) {
    auto first = Base::open(url, access);
    if (!first) return first.error();
    std::unique_ptr<Pool> pool{new Pool{std::move(url), access}};
    pool->idle_.push_back(std::move(first).value());
    return pool;
}

Base Pool::take() {
    {
        const std::lock_guard lock{mutex_};
        if (!idle_.empty()) {
            auto base = std::move(idle_.back());
            idle_.pop_back();
            return base;
        }
    }
    auto opened = Base::open(url_, access_);
    if (!opened) throw Failure{"the database cannot be opened: " + opened.error().code};
    return std::move(opened).value();
}

void Pool::give_back(Base base) {
    const std::lock_guard lock{mutex_};
    idle_.push_back(std::move(base));
}

}  // namespace grappe::storage
