// Reading of the lines of a contract, and what follows from the line of a route.
#include "web/http/contract.hpp"

#include <algorithm>
#include <optional>

#include "core/integer.hpp"
#include "core/texte.hpp"

namespace grappe::http {
namespace {

constexpr int first_refusal = 400;

std::string name_of(Method method, std::string_view path) {
    return std::string{core::name_of(method)}.append(" ").append(path);
}

// Takes the first word away.
std::string_view next_word(std::string_view& line) {
    line = core::trimmed(line);
    const auto word = line.substr(0, line.find(' '));
    line.remove_prefix(word.size());
    return word;
}

bool read_status(Operation& operation, std::string_view word) {
    const auto equals = word.find('=');
    const auto status = core::integer<int>(word.substr(0, equals));
    if (!status || *status < 200 || *status > 599) return false;
    if (*status >= first_refusal) {
        operation.refusals.push_back(*status);
        return equals == word.npos;
    }
    operation.status = *status;
    if (equals != word.npos) operation.answer = word.substr(equals + 1);
    return true;
}

bool read_word(Operation& operation, std::string_view word) {
    constexpr std::string_view body{"corps="};
    if (word == "cle") {
        operation.repeats = Repeats::done_once;
    } else if (word == "version") {
        operation.if_match = IfMatch::required;
    } else if (word == "version?") {
        operation.if_match = IfMatch::optional;
    } else if (word.starts_with(body)) {
        operation.body = word.substr(body.size());
    } else {
        return read_status(operation, word);
    }
    return true;
}

std::optional<Operation> read_operation(std::string_view words) {
    Operation operation;
    for (auto word = next_word(words); !word.empty(); word = next_word(words))
        if (!read_word(operation, word)) return std::nullopt;
    return operation;
}

bool is_described(const Route& route) { return route.path.starts_with("/api/"); }

}  // namespace

core::Result<Contract> Contract::read(std::string_view operations, std::string_view schemas) {
    Contract contract;
    contract.schemas_ = core::trimmed(schemas);
    for (std::size_t at = 0; at < operations.size();) {
        const auto end = std::min(operations.find('\n', at), operations.size());
        const auto line = core::trimmed(operations.substr(at, end - at));
        at = end + 1;
        if (line.empty() || line.starts_with('#')) continue;
        auto words = line;
        const auto method = next_word(words);
        const auto path = next_word(words);
        auto operation = read_operation(words);
        const auto name = std::string{method}.append(" ").append(path);
        if (!operation || path.empty() ||
            !contract.operations_.emplace(name, *std::move(operation)).second)
            return core::refuse(core::Reason::invalid, "contrat.ligne", std::string{line});
    }
    return contract;
}

const Operation& Contract::of(Method method, std::string_view path) const {
    static const Operation any{};
    const auto found = operations_.find(name_of(method, path));
    return found == operations_.end() ? any : found->second;
}

std::vector<std::string> Contract::strangers(const Routes& routes) const {
    std::vector<std::string> names, alone;
    for (const auto& route : routes.lines())
        if (is_described(route)) names.push_back(name_of(route.method, route.path));
    for (const auto& name : names)
        if (!operations_.contains(name)) alone.push_back(name);
    for (const auto& [name, operation] : operations_)
        if (std::find(names.begin(), names.end(), name) == names.end()) alone.push_back(name);
    return alone;
}

bool is_guarded(const Route& route) {
    return !route.permission.empty() && route.permission != everybody;
}

bool writes(const Route& route) {
    return route.method != Method::get && route.method != Method::head;
}

std::vector<int> refusals_of(const Route& route, const Operation& operation) {
    auto all = operation.refusals;
    const auto add = [&](bool holds, std::initializer_list<int> statuses) {
        if (holds) all.insert(all.end(), statuses);
    };
    add(is_guarded(route), {401, 403});
    add(is_guarded(route) && writes(route), {507});
    add(route.path.find('{') != route.path.npos, {404});
    add(route.body_limit > 0, {400, 413});
    add(!route.accepts.empty(), {415});
    add(operation.repeats == Repeats::done_once, {400, 422});
    add(operation.if_match != IfMatch::none, {400, 412});
    add(operation.if_match == IfMatch::required, {428});
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

}  // namespace grappe::http
