// Look-up of a route and the answers when there is none.
#include "web/http/routes.hpp"

#include <algorithm>

#include "core/ensure.hpp"
#include "web/http/problem.hpp"

namespace grappe::http {
namespace {

bool is_parameter(std::string_view segment) { return segment.starts_with('{'); }

std::string_view parameter_name(std::string_view segment) {
    segment.remove_prefix(1);
    return segment.substr(0, segment.find_first_of(".}"));
}

// "{numero}.pdf" ends with ".pdf".
std::string_view suffix_of(std::string_view segment) {
    return segment.substr(segment.find('}') + 1);
}

bool fits(std::string_view wanted, std::string_view given) {
    if (!is_parameter(wanted)) return wanted == given;
    const auto suffix = suffix_of(wanted);
    return given.size() > suffix.size() && given.ends_with(suffix);
}

std::string value_of(std::string_view wanted, std::string_view given) {
    return std::string{given.substr(0, given.size() - suffix_of(wanted).size())};
}

std::vector<std::string_view> split(std::string_view path) {
    std::vector<std::string_view> segments;
    core::ensure(path.starts_with('/'), "a route's path begins with a slash");
    if (path == "/") return segments;
    for (path.remove_prefix(1);; path.remove_prefix(path.find('/') + 1)) {
        segments.push_back(path.substr(0, path.find('/')));
        if (path.find('/') == std::string_view::npos) return segments;
    }
}

std::string joined(const std::vector<std::string>& segments, std::size_t from) {
    std::string text;
    for (std::size_t i = from; i < segments.size(); ++i)
        text.append(i == from ? "" : "/").append(segments[i]);
    return text;
}

bool asks_for_page(const Request& request) {
    return request.field("accept").find("text/html") != std::string_view::npos;
}

Method looked_up(Method method) { return method == Method::head ? Method::get : method; }

}  // namespace

void Routes::add(Route route) {
    Pattern pattern{.segments = split(route.path)};
    pattern.takes_rest = !pattern.segments.empty() && pattern.segments.back().ends_with("...}");
    for (const auto& line : lines_)
        core::ensure(line.method != route.method || line.path != route.path,
                     "a method and a path have one route");
    lines_.push_back(std::move(route));
    patterns_.push_back(std::move(pattern));
}

void Routes::get(std::string_view path, std::string_view summary, Handler handler) {
    add({.method = Method::get,
         .path = path,
         .summary = summary,
         .handler = std::move(handler),
         .permission = everybody});
}

bool Routes::matches(const Pattern& pattern, const Target& target) {
    const auto& wanted = pattern.segments;
    const auto& given = target.segments;
    if (pattern.takes_rest ? given.size() < wanted.size() : given.size() != wanted.size())
        return false;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (!fits(wanted[i], given[i])) return false;
    return true;
}

Routes::Match Routes::find(Method method, const Target& target) const {
    Match match;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (!matches(patterns_[i], target)) continue;
        match.known_path = true;
        if (lines_[i].method != looked_up(method)) continue;
        const auto& wanted = patterns_[i].segments;
        for (std::size_t at = 0; at < wanted.size(); ++at) {
            if (!is_parameter(wanted[at])) continue;
            const bool rest = patterns_[i].takes_rest && at + 1 == wanted.size();
            match.parameters.push_back(
                {std::string{parameter_name(wanted[at])},
                 rest ? joined(target.segments, at) : value_of(wanted[at], target.segments[at])});
        }
        match.route = &lines_[i];
        return match;
    }
    return match;
}

std::string Routes::allowed(const Target& target) const {
    std::string text;
    for (const auto& [method, name] : names(Method{})) {
        bool known = method == Method::options;
        for (std::size_t i = 0; i < lines_.size() && !known; ++i)
            known = lines_[i].method == looked_up(method) && matches(patterns_[i], target);
        if (known) text.append(text.empty() ? "" : ", ").append(name);
    }
    return text;
}

const Routes::Dialect* Routes::dialect_of(std::string_view path) const {
    for (const auto& dialect : dialects_)
        if (path.starts_with(dialect.prefix)) return &dialect;
    return nullptr;
}

bool Routes::is_for_programs(std::string_view path) const {
    return path.starts_with("/api/") || dialect_of(path) != nullptr;
}

Response Routes::refuse(const Request& request, const Refused& refused) const {
    Response answer;
    const auto sentence =
        sentence_ ? sentence_(refused.code) : std::string{reason_phrase(refused.status)};
    if (const auto* dialect = dialect_of(request.target.path)) {
        answer = dialect->say({refused.status, refused.code, sentence});
    } else if (is_for_programs(request.target.path) || !asks_for_page(request)) {
        answer = problem({.status = refused.status, .code = refused.code, .title = sentence});
    } else if (refusal_page_) {
        answer = refusal_page_(request, refused);
    } else {  // `sentence` is ours: nothing to escape
        answer = Response::html("<!doctype html><html lang=\"fr\"><title>" + sentence +
                                "</title><h1>" + sentence + "</h1></html>");
    }
    answer.status = refused.status;
    if (refused.status == 405) answer.fields.push_back({"Allow", allowed(request.target)});
    return answer;
}

}  // namespace grappe::http
