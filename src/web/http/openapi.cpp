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

void write_parameter(Outline& out, std::string_view where, const QueryLine& line) {
    out.open("");
    out.add("name", line.name);
    out.add("in", where);
    if (!line.summary.empty()) out.add("description", line.summary);
    if (where == "path") out.add_true("required");
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

void write_parameters(Outline& out, const Route& route) {
    const auto in_path = path_parameters(route.path);
    if (in_path.empty() && route.query.empty()) return;
    out.open_list("parameters");
    for (const auto& line : in_path) write_parameter(out, "path", line);
    for (const auto& line : route.query) write_parameter(out, "query", line);
    out.close(']');
}

void write_body(Outline& out, const Route& route) {
    if (route.body_limit == 0) return;
    out.open("requestBody");
    out.add_true("required");
    out.open("content");
    for (const auto type : route.accepts) {
        out.open(type);
        out.close('}');
    }
    out.close('}');
    out.close('}');
}

void write_answer(Outline& out, std::string_view status, std::string_view summary,
                  std::string_view type) {
    out.open(status);
    out.add("description", summary);
    out.open("content");
    out.open(type);
    out.close('}');
    out.close('}');
    out.close('}');
}

void write_operation(Outline& out, const Route& route) {
    out.open(lower_name(route.method));
    out.add("summary", route.summary);
    if (!route.permission.empty() && route.permission != everybody)
        out.add("x-permission", route.permission);
    write_parameters(out, route);
    write_body(out, route);
    out.open("responses");
    write_answer(out, "200", route.summary, route.answers);
    write_answer(out, "default", "RFC 9457", "application/problem+json");
    out.close('}');
    out.close('}');
}

bool described_before(const std::vector<Route>& lines, std::size_t at) {
    for (std::size_t i = 0; i < at; ++i)
        if (lines[i].path == lines[at].path) return true;
    return false;
}

}  // namespace

std::string openapi(const Routes& routes, std::string_view title, std::string_view version) {
    const auto& lines = routes.lines();
    Outline out;
    out.open("");
    out.add("openapi", "3.1.0");
    out.open("info");
    out.add("title", title);
    out.add("version", version);
    out.close('}');
    out.open("paths");
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!lines[i].path.starts_with("/api/") || described_before(lines, i)) continue;
        out.open(lines[i].path);
        for (const auto& line : lines)
            if (line.path == lines[i].path) write_operation(out, line);
        out.close('}');
    }
    out.close('}');
    out.close('}');
    return out.take();
}

}  // namespace grappe::http
