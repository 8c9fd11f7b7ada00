// Opening of a database by its address.
#include "storage/base.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <random>
#include <thread>

#include "storage/address.hpp"

namespace grappe::storage {
namespace {

constexpr auto schemes = std::to_array<std::string_view>({"sqlite", "postgresql", "postgres"});

bool starts_with(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_of_a_scheme(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
}

}  // namespace

std::string_view unknown_scheme(std::string_view url) {
    const auto scheme = url.substr(0, url.find(':'));
    if (scheme.size() == url.size() || scheme.size() < 2 || !is_letter(scheme.front())) return {};
    if (!std::all_of(scheme.begin(), scheme.end(), is_of_a_scheme)) return {};
    const bool known = std::find(schemes.begin(), schemes.end(), scheme) != schemes.end();
    return known ? std::string_view{} : scheme;
}

Address parse_address(std::string_view url) {
    if (starts_with(url, "postgresql://") || starts_with(url, "postgres://"))
        return {Engine::postgres, std::string{url}};
    constexpr std::string_view scheme = "sqlite:";
    if (starts_with(url, scheme)) url.remove_prefix(scheme.size());
    return {Engine::sqlite, std::string{url}};
}

core::Result<Base> Base::open(std::string_view url, Access access) {
    if (const auto scheme = unknown_scheme(url); !scheme.empty())
        return core::refuse(core::Reason::invalid, "base.adresse", std::string{scheme});
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
