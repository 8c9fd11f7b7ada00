// Opening of a database by its address.
#include "storage/base.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <random>
#include <thread>

namespace grappe::storage {
namespace {

bool starts_with(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}

}  // namespace

Address parse_address(std::string_view url) {
    if (starts_with(url, "postgresql://") || starts_with(url, "postgres://"))
        return {Engine::postgres, std::string{url}};
    constexpr std::string_view scheme = "sqlite:";
    if (starts_with(url, scheme)) url.remove_prefix(scheme.size());
    return {Engine::sqlite, std::string{url}};
}

core::Result<Base> Base::open(std::string_view url, Access access) {
    const auto address = parse_address(url);
    if (address.engine == Engine::postgres)
        return Base{address.engine, open_postgres(address.target)};
    const bool reads_only = access == Access::read_only || access == Access::frozen;
    if (reads_only && !std::filesystem::exists(address.target))
        return core::refuse(core::Reason::not_found, "base.absente", address.target);
    return Base{address.engine, open_sqlite(address.target, access)};
}

void Base::wait_before(int attempt) {
    thread_local std::minstd_rand random{std::random_device{}()};
    constexpr int longest_ms = 64;
    const int most = std::min(1 << attempt, longest_ms);
    std::this_thread::sleep_for(
        std::chrono::milliseconds{std::uniform_int_distribution{0, most}(random)});
}

Base Base::in_memory() { return {Engine::sqlite, open_sqlite(":memory:", Access::scratch)}; }

}  // namespace grappe::storage
