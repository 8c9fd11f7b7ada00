// Pool: open connections to one database, lent to one thread at a time.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/result.hpp"
#include "storage/base.hpp"

namespace grappe::storage {

class Pool {
public:
    ~Pool();

    // Opens a first connection: an unusable database is known at the start. Refusals of Base::open.
    static core::Result<std::unique_ptr<Pool>> open(std::string url, Access access);

    // `use(Base&)` runs on a connection that nobody else has; what it wrote is on the disk after
    // it. A failure closes that connection: the next one asked for is new, so a server outlives a
    // restart of its database.
    template <class F>
    auto with(F&& use) {
        auto lent = take();
        if constexpr (std::is_void_v<std::invoke_result_t<F, Base&>>) {
            use(lent);
            lent.settle();
            give_back(std::move(lent));
        } else {
            auto answer = use(lent);
            lent.settle();
            give_back(std::move(lent));
            return answer;
        }
    }

private:
    Pool(std::string url, Access access);

    Base take();
    void share(Base& base);
    void give_back(Base base);

    std::string url_;
    Access access_;
    std::unique_ptr<Flusher> flusher_{};  // of all its connections; null: each sees to it
    std::mutex mutex_;
    std::vector<Base> idle_;
};

}  // namespace grappe::storage
