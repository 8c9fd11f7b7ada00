// The SQLite engine: prepared statements kept by name, `$n` bound by its name.
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/ensure.hpp"
#include "storage/connection.hpp"
#include "storage/flusher.hpp"
#include "storage/no_room.hpp"

namespace grappe::storage {
namespace {

// A full disk, or a limit of the system on a file: SQLite says which write it was.
bool has_no_room(int code) {
    return (code & 0xff) == SQLITE_FULL || code == SQLITE_IOERR_WRITE ||
           code == SQLITE_IOERR_SHMSIZE || code == SQLITE_IOERR_TRUNCATE;
}

[[noreturn]] void fail(sqlite3* db, std::string_view what) {
    const int extended = sqlite3_extended_errcode(db);
    const int code = extended & 0xff;
    const auto message = "SQLite, " + std::string{what} + ": " + sqlite3_errmsg(db);
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) throw Conflict{message};
    if (has_no_room(extended)) throw NoRoom{message};
    throw Failure{message};
}

struct CloseStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

// One prepared statement and where its parameters and columns are.
class Prepared : public RowSource, private Cell {
public:
    Prepared(sqlite3* db, const Statement& statement) : db_{db}, name_{statement.name} {
        sqlite3_stmt* made = nullptr;
        if (sqlite3_prepare_v3(db, statement.sql.data(), static_cast<int>(statement.sql.size()),
                               SQLITE_PREPARE_PERSISTENT, &made, nullptr) != SQLITE_OK)
            fail(db, name_);
        statement_.reset(made);
        // SQLite numbers `$n` by first appearance: the name decides.
        const int count = sqlite3_bind_parameter_count(made);
        for (int n = 1; n <= count; ++n)
            places_.push_back(
                sqlite3_bind_parameter_index(made, ("$" + std::to_string(n)).c_str()));
        for (int n = 0; n < sqlite3_column_count(made); ++n)
            columns_.emplace_back(sqlite3_column_name(made, n));
    }

    void bind(std::span<const Value> values) {
        core::ensure(!running_, "statement already running");
        core::ensure(values.size() == places_.size(), "number of values bound");
        for (std::size_t n = 0; n < values.size(); ++n) bind_one(places_[n], values[n]);
    }

    bool step() {
        running_ = true;
        const int answer = sqlite3_step(statement_.get());
        if (answer == SQLITE_ROW) return true;
        if (answer == SQLITE_DONE) return false;
        fail(db_, name_);
    }

    void reset() noexcept {
        running_ = false;
        sqlite3_reset(statement_.get());
    }

    // Columns are mostly read in their order: the next one is tried first.
    const Cell& cell(std::string_view column) override {
        const auto count = columns_.size();
        for (std::size_t step = 1; step <= count; ++step) {
            const auto candidate = (current_ + step) % count;
            if (columns_[candidate] != column) continue;
            current_ = candidate;
            return *this;
        }
        throw Failure{"column absent: " + std::string{column} + " in " + name_};
    }

private:
    void bind_one(int place, const Value& value) {
        int answer = SQLITE_OK;
        if (std::holds_alternative<std::monostate>(value)) {
            answer = sqlite3_bind_null(statement_.get(), place);
        } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
            answer = sqlite3_bind_int64(statement_.get(), place, *integer);
        } else {
            const auto text = text_of(value);
            answer = sqlite3_bind_text64(statement_.get(), place, text.empty() ? "" : text.data(),
                                         text.size(), SQLITE_STATIC, SQLITE_UTF8);
        }
        if (answer != SQLITE_OK) fail(db_, name_);
    }

    int index() const { return static_cast<int>(current_); }
    bool is_null() const override {
        return sqlite3_column_type(statement_.get(), index()) == SQLITE_NULL;
    }
    std::string_view text() const override {
        const auto* bytes = sqlite3_column_blob(statement_.get(), index());
        const auto size = sqlite3_column_bytes(statement_.get(), index());
        return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
    }
    std::int64_t integer() const override {
        if (sqlite3_column_type(statement_.get(), index()) != SQLITE_INTEGER)
            throw Failure{"integer expected: " + columns_[current_] + " in " + name_};
        return sqlite3_column_int64(statement_.get(), index());
    }

    sqlite3* db_;
    std::string name_;
    std::unique_ptr<sqlite3_stmt, CloseStatement> statement_;
    std::vector<int> places_;
    std::vector<std::string> columns_;
    std::size_t current_ = 0;
    bool running_ = false;
};

class ResetAtEnd {
public:
    explicit ResetAtEnd(Prepared& statement) : statement_{statement} {}
    ResetAtEnd(const ResetAtEnd&) = delete;
    ResetAtEnd& operator=(const ResetAtEnd&) = delete;
    ~ResetAtEnd() { statement_.reset(); }

private:
    Prepared& statement_;
};

class SqliteBulk : public BulkSink {
public:
    SqliteBulk(sqlite3* db, const BulkTable& table)
        : sql_{insert_into(table)}, insert_{db, {"bulk", sql_}} {}

    void add(std::span<const Value> values) override {
        insert_.bind(values);
        const ResetAtEnd guard{insert_};
        insert_.step();
    }
    void finish() override {}

private:
    static std::string insert_into(const BulkTable& table) {
        std::string columns;
        std::string places;
        for (std::size_t n = 0; n < table.columns.size(); ++n) {
            const std::string comma = n == 0 ? "" : ", ";
            columns += comma + std::string{table.columns[n]};
            places += comma + "$" + std::to_string(n + 1);
        }
        return "INSERT INTO " + std::string{table.name} + " (" + columns + ") VALUES (" + places +
               ")";
    }

    std::string sql_;
    Prepared insert_;
};

// A write waits for its turn some milliseconds at most between two tries: those that SQLite would
// take are as long as many writes.
int wait_for_turn(void* /*unused*/, int tries) {
    constexpr int patience_tries = 5'000, longest_us = 2'000, first_us = 100;
    if (tries >= patience_tries) return 0;
    ::usleep(static_cast<useconds_t>(std::min(longest_us, first_us * (tries + 1))));
    return 1;
}

// Brings what was committed to the disk. The lock of writers is free meanwhile, so that writes of
// several threads go to the disk together: SQLite's own way (synchronous = FULL) is one at a time.
class WalOnDisk {
public:
    explicit WalOnDisk(std::string path) : path_{std::move(path)} {}
    WalOnDisk(const WalOnDisk&) = delete;
    WalOnDisk& operator=(const WalOnDisk&) = delete;
    ~WalOnDisk() {
        if (file_ >= 0) ::close(file_);
    }

    const std::string& path() const { return path_; }
    void flush() {
        if (file_ < 0) file_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
        if (file_ < 0 || ::fdatasync(file_) != 0) throw Failure{"SQLite, flush: " + path_};
    }

private:
    std::string path_;
    int file_ = -1;
};

struct CloseDatabase {
    void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
};

class SqliteConnection : public Connection {
public:
    explicit SqliteConnection(sqlite3* db) : db_{db} {}

    // What is committed is on the disk from here on. Without a write-ahead log (a file system that
    // has none), SQLite sees to it.
    void last() {
        bool has_wal = false;
        query({"journal_mode", "PRAGMA journal_mode"}, {},
              [&](RowSource& row) { has_wal = row.cell("journal_mode").text() == "wal"; });
        const char* file = sqlite3_db_filename(db_.get(), "main");
        if (has_wal && file != nullptr)
            wal_ = std::make_unique<WalOnDisk>(sqlite3_filename_wal(file));
        else
            script("PRAGMA synchronous = FULL");
    }

    std::int64_t run(const Statement& statement, std::span<const Value> values) override {
        if (writer_ != nullptr) return writer_->run(statement, values);
        auto& prepared = prepared_for(statement);
        prepared.bind(values);
        const ResetAtEnd guard{prepared};
        while (prepared.step()) {
        }
        return sqlite3_changes64(db_.get());
    }

    void query(const Statement& statement, std::span<const Value> values,
               const EachRow& each) override {
        if (writer_ != nullptr) return writer_->query(statement, values, each);
        auto& prepared = prepared_for(statement);
        prepared.bind(values);
        const ResetAtEnd guard{prepared};
        while (prepared.step()) each(prepared);
    }

    std::unique_ptr<BulkSink> bulk(const BulkTable& table) override {
        if (writer_ != nullptr) return writer_->bulk(table);
        return std::make_unique<SqliteBulk>(db_.get(), table);
    }

    // Of the log of a new file, SQLite says that another connection is at it and waits for nobody.
    void set(const char* sql) {
        for (int tries = 0;; ++tries) {
            const int answer = sqlite3_exec(db_.get(), sql, nullptr, nullptr, nullptr);
            if (answer == SQLITE_OK) return;
            if ((answer & 0xff) != SQLITE_BUSY || wait_for_turn(nullptr, tries) == 0)
                fail(db_.get(), "settings");
        }
    }

    void script(const std::string& sql) override {
        if (writer_ != nullptr) return writer_->script(sql);
        if (sqlite3_exec(db_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            fail(db_.get(), "script");
    }

    void prepare(const Statement& statement) override { prepared_for(statement); }

    // Another process may write too.
    void begin_write() override {
        if (flusher_ == nullptr) return script("BEGIN IMMEDIATE");
        std::unique_lock turn{flusher_->turn().mutex};
        auto& writer = flusher_->turn().writer;
        if (!writer)
            writer = open_sqlite(sqlite3_db_filename(db_.get(), "main"), Access::read_write);
        writer->script("BEGIN IMMEDIATE");
        turn_ = std::move(turn);
        writer_ = writer.get();
    }
    void begin_read() override { script("BEGIN"); }
    void commit() override {
        commit_in_memory();
        if (flusher_)
            flusher_->wait(flusher_->ask());
        else if (wal_)
            wal_->flush();
    }
    void rollback() noexcept override {
        if (writer_ == nullptr) {
            sqlite3_exec(db_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
            return;
        }
        writer_->rollback();
        if (std::uncaught_exceptions() > 0)
            flusher_->turn().writer.reset();  // who failed is not lent
        leave();
    }

    std::string file_to_flush() override { return wal_ ? wal_->path() : std::string{}; }
    void share(Flusher& flusher) override { flusher_ = &flusher; }
    void commit_soon() override {
        if (!flusher_) return commit();
        commit_in_memory();
        round_ = flusher_->ask();
    }
    void settle() override {
        if (const auto round = std::exchange(round_, std::nullopt)) flusher_->wait(*round);
    }

private:
    // A failure leaves the turn to the rollback that follows.
    void commit_in_memory() {
        script("COMMIT");
        leave();
    }
    void leave() noexcept {
        writer_ = nullptr;
        turn_ = {};
    }

    Prepared& prepared_for(const Statement& statement) {
        const auto known = prepared_.find(statement.name);
        if (known != prepared_.end()) return *known->second;
        auto made = std::make_unique<Prepared>(db_.get(), statement);
        return *prepared_.emplace(statement.name, std::move(made)).first->second;
    }

    std::unique_ptr<sqlite3, CloseDatabase> db_;
    std::unique_ptr<WalOnDisk> wal_;  // null: nothing lasts, or SQLite flushes
    Flusher* flusher_ = nullptr;      // of the pool
    std::unique_lock<std::mutex> turn_{};
    Connection* writer_ = nullptr;  // of the turn, while this one has it
    std::optional<Flusher::Round> round_{};
    // Names are those of Statement constants: they outlive the connection.
    std::unordered_map<std::string_view, std::unique_ptr<Prepared>> prepared_;
};

std::string uri_of(const std::string& path, Access access) {
    std::string uri = "file:";
    for (const char c : path) {
        if (c == '?' || c == '#' || c == '%')
            uri += c == '?' ? "%3f" : c == '#' ? "%23" : "%25";
        else
            uri += c;
    }
    return access == Access::frozen ? uri + "?immutable=1" : uri;
}

const char* settings(Access access) {
    switch (access) {
        // The log goes into the base every 32 MB: at SQLite's own 4 MB, under the writes of many
        // people, that is twenty times a second with two flushes each.
        case Access::read_write:
            return "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                   "PRAGMA foreign_keys = ON; PRAGMA cache_size = -32768;"
                   "PRAGMA wal_autocheckpoint = 8000;";
        case Access::scratch:
            return "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;"
                   "PRAGMA foreign_keys = ON; PRAGMA cache_size = -32768;";
        case Access::read_only:
        case Access::frozen:
            return "PRAGMA query_only = ON;";
    }
    return "";
}

}  // namespace

std::unique_ptr<Connection> open_sqlite(const std::string& path, Access access) {
    const bool writes = access == Access::read_write || access == Access::scratch;
    const int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX |
                      (writes ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
    sqlite3* db = nullptr;
    const auto target = path == ":memory:" ? path : uri_of(path, access);
    const int answer = sqlite3_open_v2(target.c_str(), &db, flags, nullptr);
    auto connection = std::make_unique<SqliteConnection>(db);
    if (answer != SQLITE_OK) fail(db, "open " + path);
    sqlite3_busy_handler(db, wait_for_turn, nullptr);
    connection->set(settings(access));
    if (access == Access::read_write) connection->last();
    return connection;
}

}  // namespace grappe::storage
