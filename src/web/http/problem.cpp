// Writing of problem details.
#include "web/http/problem.hpp"

#include <fmt/format.h>

namespace grappe::http {
namespace {

void append_fault(std::string& out, const ProblemFault& fault) {
    out += '{';
    if (!fault.chemin.empty()) {
        out += R"("chemin":)";
        append_json_string(out, fault.chemin);
        out += ',';
    }
    out += R"("code":)";
    append_json_string(out, fault.code);
    out += R"(,"message":)";
    append_json_string(out, fault.message);
    out += '}';
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out.append(1, '\\').append(1, c);
        } else if (static_cast<unsigned char>(c) < 0x20) {
            fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
        } else {
            out += c;
        }
    }
    out += '"';
}

Response problem(const Problem& problem) {
    std::string body = R"({"type":"about:blank","title":)";
    append_json_string(body, problem.title);
    fmt::format_to(std::back_inserter(body), R"(,"status":{},"code":)", problem.status);
    append_json_string(body, problem.code);
    if (!problem.fautes.empty()) {
        if (problem.fautes.size() == 1 && !problem.fautes.front().chemin.empty()) {
            body += R"(,"chemin":)";
            append_json_string(body, problem.fautes.front().chemin);
        }
        body += R"(,"fautes":[)";
        for (const auto& fault : problem.fautes) {
            if (body.back() != '[') body += ',';
            append_fault(body, fault);
        }
        body += ']';
    }
    for (const auto& member : problem.further)
        body.append(",\"").append(member.name).append("\":").append(member.json);
    body += '}';
    return {.status = problem.status,
            .content_type = "application/problem+json",
            .body = std::move(body)};
}

}  // namespace grappe::http
