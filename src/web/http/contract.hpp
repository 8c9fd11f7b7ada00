// What the API's description says of a route besides its line: statuses, schemas, conditions.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "web/http/routes.hpp"

namespace grappe::http {

enum class IfMatch { none, optional, required };
enum class Repeats { done_again, done_once };  // done_once: it honours Idempotency-Key

struct Operation {
    int status = 200;           // when it went well
    std::string answer;         // a schema's name; empty: not described
    std::string body;           // idem
    std::vector<int> refusals;  // of its own, beside those that follow from its line
    IfMatch if_match = IfMatch::none;
    Repeats repeats = Repeats::done_again;
};

// Data of a program: a line an operation, and the schemas that the lines name.
class Contract {
public:
    // "POST /api/choses 201=Chose corps=NouvelleChose cle version? 409 422", `#` begins a comment.
    // `schemas` is a JSON object, one schema a name. Code "contrat.ligne": the detail is that line.
    static core::Result<Contract> read(std::string_view operations, std::string_view schemas);

    // That of a route, or what is true of all of them.
    const Operation& of(Method method, std::string_view path) const;
    const std::string& schemas() const { return schemas_; }

    // "GET /api/choses": routes of the API without a line, lines without a route.
    std::vector<std::string> strangers(const Routes& routes) const;

private:
    std::map<std::string, Operation, std::less<>> operations_;
    std::string schemas_;
};

bool is_guarded(const Route& route);  // it asks a session
bool writes(const Route& route);

// Every status of a refusal that a client must expect: its own, and those of its line.
std::vector<int> refusals_of(const Route& route, const Operation& operation);

}  // namespace grappe::http
