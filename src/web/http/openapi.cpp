// Writing of the API's description.
#include "web/http/openapi.hpp"

#include "web/http/problem.hpp"

namespace grappe::http {
namespace {

// JSON text, indented, one entry a line, so that a change shows in a difference.
class Outline {
public:
    void open(std::string_view name) {
        entry(name);
        text_ += '{';
        deeper();
    }
    void open_list(std::string_view name) {
        entry(name);
        text_ += '[';
        deeper();
    }
    void close(char bracket) {
        --depth_;
        line();
        text_ += bracket;
        first_ = false;
    }
    void add(std::string_view name, std::string_view value) {
        entry(name);
        append_json_string(text_, value);
    }
    void add_true(std::string_view name) {
        entry(name);
        text_ += "true";
    }
    // A value that is JSON already, written over several lines.
    void add_json(std::string_view name, std::string_view json) {
        entry(name);
        for (const char c : json) {
            if (c == '\n')
                line();
            else
                text_ += c;
        }
    }
    std::string take() { return std::move(text_) + "\n"; }

private:
    void entry(std::string_view name) {
        if (!first_) text_ += ',';
        if (depth_ > 0) line();
        first_ = false;
        if (name.empty()) return;
        append_json_string(text_, name);
        text_ += ": ";
    }
    void deeper() {
        ++depth_;
        first_ = true;
    }
    void line() { text_.append("\n").append(2 * depth_, ' '); }

    std::string text_;
    std::size_t depth_ = 0;
    bool first_ = true;
};

std::string lower_name(Method method) {
    std::string name{core::name_of(method)};
    for (char& c : name) c = static_cast<char>(c - 'A' + 'a');
    return name;
}

struct Parameter {
    std::string_view where, name, summary;
    bool required = false;
};

void write_parameter(Outline& out, const Parameter& parameter) {
    out.open("");
    out.add("name", parameter.name);
    out.add("in", parameter.where);
    if (!parameter.summary.empty()) out.add("description", parameter.summary);
    if (parameter.required) out.add_true("required");
    out.open("schema");
    out.add("type", "string");
    out.close('}');
    out.close('}');
}

std::vector<QueryLine> path_parameters(std::string_view path) {
    std::vector<QueryLine> found;
    for (auto at = path.find('{'); at != path.npos; at = path.find('{', at + 1))
        found.push_back({path.substr(at + 1, path.find_first_of(".}", at) - at - 1), {}});
    return found;
}

// The fields that a client sends besides those of HTTP itself.
std::vector<Parameter> header_parameters(const Route& route, const Operation& operation) {
    std::vector<Parameter> fields;
    if (operation.if_match != IfMatch::none)
        fields.push_back({.where = "header",
                          .name = "If-Match",
                          .summary = "Version lue, entre guillemets : \"3\"",
                          .required = operation.if_match == IfMatch::required});
    if (is_guarded(route) && writes(route))
        fields.push_back({.where = "header",
                          .name = "X-CSRF-Token",
                          .summary = "Valeur csrf donnée à l'ouverture de la session",
                          .required = true});
    if (operation.repeats == Repeats::done_once)
        fields.push_back({.where = "header",
                          .name = "Idempotency-Key",
                          .summary = "La même clé et le même corps : la même réponse, et rien deux "
                                     "fois ; 200 caractères au plus"});
    return fields;
}

void write_parameters(Outline& out, const Route& route, const Operation& operation) {
    std::vector<Parameter> all;
    for (const auto& line : path_parameters(route.path))
        all.push_back({.where = "path", .name = line.name, .summary = {}, .required = true});
    for (const auto& line : route.query)
        all.push_back({.where = "query", .name = line.name, .summary = line.summary});
    for (const auto& field : header_parameters(route, operation)) all.push_back(field);
    if (all.empty()) return;
    out.open_list("parameters");
    for (const auto& parameter : all) write_parameter(out, parameter);
    out.close(']');
}

void write_content(Outline& out, std::string_view type, std::string_view schema) {
    out.open(type);
    if (!schema.empty()) {
        out.open("schema");
        out.add("$ref", std::string{"#/components/schemas/"}.append(schema));
        out.close('}');
    }
    out.close('}');
}

void write_body(Outline& out, const Route& route, const Operation& operation) {
    if (route.body_limit == 0 || (operation.body.empty() && route.accepts.empty())) return;
    out.open("requestBody");
    if (!operation.body.empty()) out.add_true("required");
    out.open("content");
    for (const auto type : route.accepts) write_content(out, type, operation.body);
    if (route.accepts.empty()) write_content(out, "multipart/form-data", operation.body);
    out.close('}');
    out.close('}');
}

void write_refusal(Outline& out, std::string_view status) {
    out.open(status);
    out.add("$ref", "#/components/responses/Refus");
    out.close('}');
}

constexpr int no_content = 204;

void write_answers(Outline& out, const Route& route, const Operation& operation) {
    out.open("responses");
    out.open(std::to_string(operation.status));
    out.add("description", route.summary);
    if (operation.status != no_content) {
        out.open("content");
        write_content(out, route.answers, operation.answer);
        out.close('}');
    }
    out.close('}');
    for (const int status : refusals_of(route, operation))
        write_refusal(out, std::to_string(status));
    write_refusal(out, "default");
    out.close('}');
}

void write_operation(Outline& out, const Route& route, const Operation& operation) {
    out.open(lower_name(route.method));
    out.add("summary", route.summary);
    if (is_guarded(route)) {
        out.add("x-permission", route.permission);
        out.open_list("security");
        out.open("");
        out.open_list("session");
        out.close(']');
        out.close('}');
        out.close(']');
    }
    write_parameters(out, route, operation);
    write_body(out, route, operation);
    write_answers(out, route, operation);
    out.close('}');
}

bool described_before(const std::vector<Route>& lines, std::size_t at) {
    for (std::size_t i = 0; i < at; ++i)
        if (lines[i].path == lines[at].path) return true;
    return false;
}

void write_paths(Outline& out, const Routes& routes, const Contract& contract) {
    const auto& lines = routes.lines();
    out.open("paths");
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!lines[i].path.starts_with("/api/") || described_before(lines, i)) continue;
        out.open(lines[i].path);
        for (const auto& line : lines)
            if (line.path == lines[i].path)
                write_operation(out, line, contract.of(line.method, line.path));
        out.close('}');
    }
    out.close('}');
}

void write_components(Outline& out, const Contract& contract, const About& about) {
    out.open("components");
    out.open("securitySchemes");
    out.open("session");
    out.add("type", "apiKey");
    out.add("in", "cookie");
    out.add("name", about.cookie);
    out.close('}');
    out.close('}');
    out.open("responses");
    out.open("Refus");
    out.add("description", "Refus, selon la RFC 9457 ; code est stable, chemin nomme le champ");
    out.open("content");
    write_content(out, "application/problem+json", "Probleme");
    out.close('}');
    out.close('}');
    out.close('}');
    if (!contract.schemas().empty()) out.add_json("schemas", contract.schemas());
    out.close('}');
}

}  // namespace

std::string openapi(const Routes& routes, const Contract& contract, const About& about) {
    Outline out;
    out.open("");
    out.add("openapi", "3.1.0");
    out.open("info");
    out.add("title", about.title);
    out.add("version", about.version);
    out.close('}');
    write_paths(out, routes, contract);
    write_components(out, contract, about);
    out.close('}');
    return out.take();
}

}  // namespace grappe::http
