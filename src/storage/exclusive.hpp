// Exclusive: a role that one process at a time has over a database (sending mail, purging); the
// system frees it when that process dies, however it dies.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "storage/base.hpp"

namespace grappe::storage {

class Exclusive {
public:
    // Null: another process has it. SQLite: a lock on the file `PATH-NAME.lock`; PostgreSQL: an
    // advisory lock, of a connection kept for it.
    static std::unique_ptr<Exclusive> take(std::string_view url, const std::string& name);
    ~Exclusive();
    Exclusive(const Exclusive&) = delete;
    Exclusive& operator=(const Exclusive&) = delete;

private:
    Exclusive(int file, std::optional<Base> base) : file_{file}, base_{std::move(base)} {}

    int file_;  // -1: none
    std::optional<Base> base_;
};

}  // namespace grappe::storage
