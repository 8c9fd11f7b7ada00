// Lending of connections.
#include "storage/pool.hpp"

#include "storage/flusher.hpp"

namespace grappe::storage {

Pool::Pool(std::string url, Access access) : url_{std::move(url)}, access_{access} {}
Pool::~Pool() = default;

core::Result<std::unique_ptr<Pool>> Pool::open(std::string url, Access access) {
    auto first = Base::open(url, access);
    if (!first) return first.error();
    std::unique_ptr<Pool> pool{new Pool{std::move(url), access}};
    auto base = std::move(first).value();
    if (auto file = base.connection().file_to_flush(); !file.empty())
        pool->flusher_ =
            std::make_unique<Flusher>([file = std::move(file)] { return flush_file(file); });
    pool->share(base);
    pool->idle_.push_back(std::move(base));
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
    auto base = std::move(opened).value();
    share(base);
    return base;
}

void Pool::share(Base& base) {
    if (flusher_) base.connection().share(*flusher_);
}

void Pool::give_back(Base base) {
    const std::lock_guard lock{mutex_};
    idle_.push_back(std::move(base));
}

}  // namespace grappe::storage
