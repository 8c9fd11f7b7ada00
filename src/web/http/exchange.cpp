// The decisions about one request.
#include "web/http/exchange.hpp"

#include <algorithm>
#include <exception>

#include "web/http/refusal_thrown.hpp"

namespace grappe::http {
namespace {

bool type_fits(const Route& route, const Request& request) {
    const auto given = request.field("content-type");
    if (route.accepts.empty() || given.empty()) return true;
    return std::find(route.accepts.begin(), route.accepts.end(), media_type(given)) !=
           route.accepts.end();
}

bool is_plain(const Request& request) {
    const auto coding = request.field("content-encoding");
    return coding.empty() || same_text(coding, "identity");
}

std::optional<Refused> refusal_of_body(const Route& route, const MessageReader& reader,
                                       const Request& request) {
    if (route.body_limit > 0 && !reader.says_length()) return Refused{411, "http.longueur_requise"};
    if (!reader.has_body()) return std::nullopt;
    if (route.body_limit == 0 || reader.length() > route.body_limit)
        return Refused{413, "http.corps_trop_grand"};
    if (!type_fits(route, request) || !is_plain(request)) return Refused{415, "http.type_refuse"};
    return std::nullopt;
}

Response refuse(const Routes& routes, const Request& request, const Refused& refused) {
    auto response = routes.refuse(request, refused);
    try {
        routes.complete(request, response);
    } catch (const std::exception&) {  // the refusal is worth more than its last touch
    }
    return response;
}

Response run(const Route& route, const Routes& routes, const Request& request,
             const Journal& journal) {
    std::string reason = "unknown exception";
    try {
        auto response = route.handler(request);
        routes.complete(request, response);
        return response;
    } catch (const RefusalThrown& thrown) {
        if (journal) journal(std::string{route.path}.append(": ").append(thrown.what()));
        return refuse(routes, request, {thrown.status(), thrown.code()});
    } catch (const std::exception& failure) {
        reason = failure.what();
    } catch (...) {
    }
    if (journal) journal(std::string{route.path}.append(": ").append(reason));
    return refuse(routes, request, {500, "http.erreur_interne"});
}

}  // namespace

Decision decide(const Routes& routes, MessageReader& reader) {
    auto& request = reader.request();
    if (request.method == Method::options && request.target.path == "*" && !reader.has_body())
        return {};
    auto match = routes.find(request.method, request.target);
    if (!match.known_path) return {.refused = Refused{404, "http.introuvable"}};
    if (request.method == Method::options && !match.route && !reader.has_body()) return {};
    if (!match.route) return {.refused = Refused{405, "http.methode_refusee"}};
    request.path_parameters = std::move(match.parameters);
    return {.route = match.route, .refused = refusal_of_body(*match.route, reader, request)};
}

Response answer(const Routes& routes, const Decision& decision, const Request& request,
                const Journal& journal) {
    if (decision.refused) return refuse(routes, request, *decision.refused);
    if (decision.route) return run(*decision.route, routes, request, journal);
    return {.status = 204, .fields = {{"Allow", routes.allowed(request.target)}}};
}

Response answer_fault(const Routes& routes, const Request& request, Fault fault) {
    return refuse(routes, request, {fault.status, fault.code});
}

}  // namespace grappe::http
