// Connection: what each database engine must do. Two implementations: SQLite and PostgreSQL.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "storage/column.hpp"
#include "storage/statement.hpp"

namespace grappe::storage {

class Flusher;

// The row under the cursor, its cells by column name.
class RowSource {
public:
    virtual ~RowSource() = default;
    virtual const Cell& cell(std::string_view column) = 0;  // an unknown column is a Failure
};

// Where a bulk insert goes: rows of `columns` in this order.
struct BulkTable {
    std::string_view name;
    std::span<const std::string_view> columns;
};

class BulkSink {
public:
    virtual ~BulkSink() = default;
    virtual void add(std::span<const Value> values) = 0;
    virtual void finish() = 0;  // without it, what was added is lost with the transaction
};

using EachRow = std::function<void(RowSource&)>;

class Connection {
public:
    virtual ~Connection() = default;

    virtual std::int64_t run(const Statement& statement, std::span<const Value> values) = 0;
    virtual void query(const Statement& statement, std::span<const Value> values,
                       const EachRow& each) = 0;
    virtual std::unique_ptr<BulkSink> bulk(const BulkTable& table) = 0;
    virtual void script(const std::string& sql) = 0;  // several statements, no value
    virtual void prepare(const Statement& statement) = 0;

    virtual void begin_write() = 0;
    virtual void begin_read() = 0;
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0;

    // Connections of one process to one database may share what brings their writes to the disk.
    // An engine without such a file sees to it alone: its commit is on the disk in every case.
    virtual std::string file_to_flush() { return {}; }
    virtual void share(Flusher&) {}  // outlives the connection
    virtual void commit_soon() { commit(); }
    virtual void settle() {}
};

enum class Access {
    read_write,  // created when absent
    read_only,
    frozen,   // read only, and nobody writes it any more
    scratch,  // a private file being built: no journal on disk, the maker flushes it at the end
};

std::unique_ptr<Connection> open_sqlite(const std::string& path, Access access);
std::unique_ptr<Connection> open_postgres(const std::string& url);

}  // namespace grappe::storage
