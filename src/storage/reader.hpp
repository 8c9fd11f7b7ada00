// Reader reads, Writer (a Reader) writes; both borrow a connection inside a transaction.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/ensure.hpp"
#include "storage/connection.hpp"

namespace grappe::storage {

class Row {
public:
    explicit Row(RowSource& source) : source_{source} {}

    template <class T>
    T get(std::string_view column) const {
        return Column<T>::read(source_.cell(column));
    }

private:
    RowSource& source_;
};

class Reader {
public:
    explicit Reader(Connection& connection) : connection_{connection} {}

    // `each` is called with every row, in order.
    template <class Each>
    void each_of(const Statement& statement, std::span<const Value> values, Each&& each) {
        connection_.query(statement, values, [&](RowSource& source) { each(Row{source}); });
    }

    template <class Each, class... Args>
    void each(const Statement& statement, Each&& each, const Args&... args) {
        const std::array<Value, sizeof...(Args)> values{value_of(args)...};
        each_of(statement, values, std::forward<Each>(each));
    }

    template <class Read, class... Args>
    auto all(const Statement& statement, Read read, const Args&... args) {
        std::vector<std::invoke_result_t<Read, const Row&>> found;
        each(
            statement, [&](const Row& row) { found.push_back(read(row)); }, args...);
        return found;
    }

    // At most one row is expected: a second one is a Bug of the statement.
    template <class Read, class... Args>
    auto one(const Statement& statement, Read read, const Args&... args) {
        std::optional<std::invoke_result_t<Read, const Row&>> found;
        each(
            statement,
            [&](const Row& row) {
                core::ensure(!found, "one row expected");
                found = read(row);
            },
            args...);
        return found;
    }

protected:
    Connection& connection_;
};

// A bulk insert under way: SQLite reuses one prepared insert, PostgreSQL copies a stream.
class Bulk {
public:
    explicit Bulk(std::unique_ptr<BulkSink> sink) : sink_{std::move(sink)} {}

    template <class... Args>
    void add(const Args&... args) {
        const std::array<Value, sizeof...(Args)> values{value_of(args)...};
        sink_->add(values);
    }
    void finish() { sink_->finish(); }

private:
    std::unique_ptr<BulkSink> sink_;
};

class Writer : public Reader {
public:
    using Reader::Reader;

    // Answers how many rows changed.
    template <class... Args>
    std::int64_t run(const Statement& statement, const Args&... args) {
        const std::array<Value, sizeof...(Args)> values{value_of(args)...};
        return connection_.run(statement, values);
    }

    Bulk bulk(const BulkTable& table) { return Bulk{connection_.bulk(table)}; }
    void script(const std::string& sql) { connection_.script(sql); }
};

}  // namespace grappe::storage
