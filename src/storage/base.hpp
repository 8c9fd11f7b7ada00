// Base: one open database, SQLite or PostgreSQL, and its transactions.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.hpp"
#include "storage/connection.hpp"
#include "storage/reader.hpp"

namespace grappe::storage {

enum class Engine { sqlite, postgres };

struct Address {
    Engine engine;
    std::string target;  // the path, or the whole URL
};

// "sqlite:PATH", "postgresql://…", "postgres://…", or a bare path.
Address parse_address(std::string_view url);

// One connection: a thread uses its own Base.
class Base {
public:
    // Refusals "base.absente" (read-only access to a file that is not there), "base.illisible".
    static core::Result<Base> open(std::string_view url, Access access);
    static Base in_memory();

    Engine engine() const { return engine_; }
    Connection& connection() { return *connection_; }  // migrations and tests

    // One read transaction: every statement sees the same state.
    template <class F>
    auto read(F&& question) {
        connection_->begin_read();
        Transaction transaction{*connection_};
        Reader reader{*connection_};
        return question(reader);
    }

    // One write transaction: a refusal rolls back, an exception too; a conflict is tried again.
    // `use_case(Writer&)` answers a core::Result.
    template <class F>
    auto write(F&& use_case) {
        return write_until(use_case, [](Connection& connection) { connection.commit(); });
    }

    // The same, but others see the write, and the caller goes on, while the disk still takes it:
    // nothing of it may leave before `settle`, which the pool calls.
    template <class F>
    auto write_soon(F&& use_case) {
        return write_until(use_case, [](Connection& connection) { connection.commit_soon(); });
    }

    // All that was written is on the disk from here on.
    void settle() { connection_->settle(); }

private:
    static constexpr int attempts = 12;
    static void wait_before(int attempt);  // a random while, longer each time

    class Transaction {
    public:
        explicit Transaction(Connection& connection) : connection_{&connection} {}
        Transaction(const Transaction&) = delete;
        Transaction& operator=(const Transaction&) = delete;
        ~Transaction() {
            if (connection_ != nullptr) connection_->rollback();
        }
        template <class Commit>
        void commit(Commit& commit) {
            commit(*connection_);
            connection_ = nullptr;
        }

    private:
        Connection* connection_;
    };

    Base(Engine engine, std::unique_ptr<Connection> connection)
        : engine_{engine}, connection_{std::move(connection)} {}

    template <class F, class Commit>
    auto write_until(F& use_case, Commit commit) {
        for (int attempt = 1;; ++attempt) {
            try {
                return write_once(use_case, commit);
            } catch (const Conflict&) {
                if (attempt == attempts) throw;
            }
            wait_before(attempt);
        }
    }

    template <class F, class Commit>
    auto write_once(F& use_case, Commit& commit) {
        connection_->begin_write();
        Transaction transaction{*connection_};
        Writer writer{*connection_};
        auto answer = use_case(writer);
        if (answer) transaction.commit(commit);
        return answer;
    }

    Engine engine_;
    std::unique_ptr<Connection> connection_;
};

}  // namespace grappe::storage
