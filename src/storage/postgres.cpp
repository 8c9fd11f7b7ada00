// The PostgreSQL engine: prepared statements by name, rows streamed, bulk inserts by COPY.
#include <postgresql/libpq-fe.h>

#include <memory>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/ensure.hpp"
#include "core/integer.hpp"
#include "storage/connection.hpp"
#include "storage/no_room.hpp"

namespace grappe::storage {
namespace {

struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using ResultPtr = std::unique_ptr<PGresult, ClearResult>;

struct CloseConnection {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};

[[noreturn]] void fail(PGconn* connection, const PGresult* result, std::string_view what) {
    const char* found = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const std::string_view state = found == nullptr ? "" : found;
    const auto message =
        "PostgreSQL, " + std::string{what} + ": " +
        (result == nullptr ? PQerrorMessage(connection) : PQresultErrorMessage(result));
    // serialization_failure, deadlock_detected, and unique_violation: the row that was absent when
    // it was looked for has come meanwhile, the use case tried again will see it.
    if (state == "40001" || state == "40P01" || state == "23505") throw Conflict{message};
    if (state == "53100") throw NoRoom{message};  // disk_full
    throw Failure{message};
}

// Values as libpq wants them: null or zero-ended texts.
class Texts {
public:
    explicit Texts(std::span<const Value> values) {
        held_.reserve(values.size());
        for (const auto& value : values) add(value);
    }
    const char* const* data() const { return pointers_.data(); }
    int size() const { return static_cast<int>(pointers_.size()); }

private:
    void add(const Value& value) {
        if (std::holds_alternative<std::monostate>(value)) {
            pointers_.push_back(nullptr);
            return;
        }
        if (const auto* integer = std::get_if<std::int64_t>(&value))
            held_.push_back(std::to_string(*integer));
        else
            held_.emplace_back(text_of(value));
        pointers_.push_back(held_.back().c_str());
    }

    std::vector<std::string> held_;
    std::vector<const char*> pointers_;
};

// The first row of a result, its cells by column name.
class PgRow : public RowSource, private Cell {
public:
    void set(const PGresult* result) { result_ = result; }

    const Cell& cell(std::string_view column) override {
        const int count = PQnfields(result_);
        for (int step = 1; step <= count; ++step) {
            const int candidate = (current_ + step) % count;
            if (PQfname(result_, candidate) != column) continue;
            current_ = candidate;
            return *this;
        }
        throw Failure{"column absent: " + std::string{column}};
    }

private:
    bool is_null() const override { return PQgetisnull(result_, 0, current_) == 1; }
    std::string_view text() const override {
        return {PQgetvalue(result_, 0, current_),
                static_cast<std::size_t>(PQgetlength(result_, 0, current_))};
    }
    std::int64_t integer() const override {
        const auto value = core::integer<std::int64_t>(text());
        if (!value) throw Failure{"integer expected"};
        return *value;
    }

    const PGresult* result_ = nullptr;
    int current_ = 0;
};

// Reads what an interrupted query still had to say, so that the connection can be used again.
class Drain {
public:
    explicit Drain(PGconn* connection) : connection_{connection} {}
    Drain(const Drain&) = delete;
    Drain& operator=(const Drain&) = delete;
    ~Drain() {
        while (auto* rest = PQgetResult(connection_)) PQclear(rest);
    }

private:
    PGconn* connection_;
};

class CopyBulk : public BulkSink {
public:
    CopyBulk(PGconn* connection, const BulkTable& table) : connection_{connection} {
        std::string sql = "COPY " + std::string{table.name} + " (";
        for (const auto& column : table.columns) {
            if (&column != &table.columns.front()) sql += ", ";
            sql += column;
        }
        const ResultPtr answer{PQexec(connection, (sql + ") FROM STDIN").c_str())};
        if (PQresultStatus(answer.get()) != PGRES_COPY_IN) fail(connection, answer.get(), "copy");
        open_ = true;
    }
    CopyBulk(const CopyBulk&) = delete;
    CopyBulk& operator=(const CopyBulk&) = delete;
    ~CopyBulk() override {
        if (!open_) return;
        PQputCopyEnd(connection_, "abandoned");
        const Drain drain{connection_};
    }

    void add(std::span<const Value> values) override {
        for (std::size_t n = 0; n < values.size(); ++n) {
            if (n > 0) buffer_ += '\t';
            add_one(values[n]);
        }
        buffer_ += '\n';
        constexpr std::size_t chunk = 65'536;
        if (buffer_.size() >= chunk) send();
    }

    void finish() override {
        send();
        open_ = false;
        if (PQputCopyEnd(connection_, nullptr) != 1) fail(connection_, nullptr, "copy");
        const ResultPtr answer{PQgetResult(connection_)};
        const Drain drain{connection_};
        if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK)
            fail(connection_, answer.get(), "copy");
    }

private:
    void send() {
        if (PQputCopyData(connection_, buffer_.data(), static_cast<int>(buffer_.size())) != 1)
            fail(connection_, nullptr, "copy");
        buffer_.clear();
    }

    void add_one(const Value& value) {
        if (std::holds_alternative<std::monostate>(value))
            buffer_ += "\\N";
        else if (const auto* integer = std::get_if<std::int64_t>(&value))
            buffer_ += std::to_string(*integer);
        else
            add_text(text_of(value));
    }

    void add_text(std::string_view text) {
        for (const char c : text) {
            if (c == '\\')
                buffer_ += "\\\\";
            else if (c == '\t')
                buffer_ += "\\t";
            else if (c == '\n')
                buffer_ += "\\n";
            else if (c == '\r')
                buffer_ += "\\r";
            else
                buffer_ += c;
        }
    }

    PGconn* connection_;
    std::string buffer_;
    bool open_ = false;
};

constexpr const char* turn = "(hashtext('storage.turn'))";

class PostgresConnection : public Connection {
public:
    explicit PostgresConnection(PGconn* connection) : connection_{connection} {}

    std::int64_t run(const Statement& statement, std::span<const Value> values) override {
        prepare(statement);
        const Texts texts{values};
        const ResultPtr answer{PQexecPrepared(raw(), std::string{statement.name}.c_str(),
                                              texts.size(), texts.data(), nullptr, nullptr, 0)};
        const auto status = PQresultStatus(answer.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
            refuse(answer.get(), statement.name);
        const std::string changed = PQcmdTuples(answer.get());
        return changed.empty() ? 0 : std::stoll(changed);
    }

    void query(const Statement& statement, std::span<const Value> values,
               const EachRow& each) override {
        prepare(statement);
        const Texts texts{values};
        if (PQsendQueryPrepared(raw(), std::string{statement.name}.c_str(), texts.size(),
                                texts.data(), nullptr, nullptr, 0) != 1)
            refuse(nullptr, statement.name);
        const Drain drain{raw()};
        PQsetSingleRowMode(raw());
        PgRow row;
        while (const ResultPtr answer{PQgetResult(raw())}) {
            const auto status = PQresultStatus(answer.get());
            if (status == PGRES_TUPLES_OK) continue;
            if (status != PGRES_SINGLE_TUPLE) refuse(answer.get(), statement.name);
            row.set(answer.get());
            each(row);
        }
    }

    std::unique_ptr<BulkSink> bulk(const BulkTable& table) override {
        return std::make_unique<CopyBulk>(raw(), table);
    }

    void script(const std::string& sql) override {
        const ResultPtr answer{PQexec(raw(), sql.c_str())};
        const auto status = PQresultStatus(answer.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY)
            refuse(answer.get(), "script");
    }

    void prepare(const Statement& statement) override {
        if (prepared_.contains(statement.name)) return;
        const ResultPtr answer{PQprepare(raw(), std::string{statement.name}.c_str(),
                                         std::string{statement.sql}.c_str(), 0, nullptr)};
        if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) refuse(answer.get(), statement.name);
        prepared_.insert(statement.name);
    }

    // A write that has met a conflict is tried again alone: it waits for those under way, and those
    // that come wait for it. The lock is taken before the transaction, whose view begins later.
    void begin_write() override {
        const std::string shared = std::exchange(in_conflict_, false) ? "" : "_shared";
        script("BEGIN; SELECT pg_advisory_lock" + shared + turn +
               "; COMMIT; BEGIN ISOLATION LEVEL SERIALIZABLE");
        leave_turn_ = "; SELECT pg_advisory_unlock" + shared + turn;
    }
    void begin_read() override { script("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"); }
    void commit() override {
        script("COMMIT" + leave_turn_);
        leave_turn_.clear();
    }
    void rollback() noexcept override {
        const ResultPtr answer{PQexec(raw(), ("ROLLBACK" + leave_turn_).c_str())};
        leave_turn_.clear();
    }

private:
    PGconn* raw() const { return connection_.get(); }

    [[noreturn]] void refuse(const PGresult* answer, std::string_view what) try {
        fail(raw(), answer, what);
    } catch (const Conflict&) {
        in_conflict_ = true;
        throw;
    }

    std::unique_ptr<PGconn, CloseConnection> connection_;
    std::unordered_set<std::string_view> prepared_;
    bool in_conflict_ = false;  // the last write failed so: it will be tried again
    std::string leave_turn_;    // what ends the lock of the write under way
};

void ignore_notice(void* /*unused*/, const char* /*text*/) {}

}  // namespace

std::unique_ptr<Connection> open_postgres(const std::string& url) {
    std::unique_ptr<PGconn, CloseConnection> opened{PQconnectdb(url.c_str())};
    if (PQstatus(opened.get()) != CONNECTION_OK) fail(opened.get(), nullptr, "open");
    PQsetNoticeProcessor(opened.get(), ignore_notice, nullptr);
    PQsetClientEncoding(opened.get(), "UTF8");
    return std::make_unique<PostgresConnection>(opened.release());
}

}  // namespace grappe::storage
