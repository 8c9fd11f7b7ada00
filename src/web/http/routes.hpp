// The routes of a program: one line each holds method, path, summary and limits. The same lines
// give the dispatcher, the 404 and 405 answers and the API's description.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "web/http/request.hpp"
#include "web/http/response.hpp"

namespace grappe::http {

using Handler = std::function<Response(const Request&)>;

// Where the body of a request goes as it comes. Called once its head is read.
using SinkMaker = std::function<std::unique_ptr<BodySink>(const Request&)>;

// The permission of a route that asks nothing. It is said, never implied: a test of each program
// walks its routes and refuses one without a permission.
inline constexpr std::string_view everybody = "-";

struct QueryLine {
    std::string_view name;
    std::string_view summary;
};

// A handler may wait for a database, a file, another server; one that only computes is run by the
// thread that has read the request.
enum class Pace { may_wait, computes };

struct Route {
    Method method;
    std::string_view path;  // "/api/appels/{id}", "/{nom}.pdf"; "/actifs/{chemin...}": the rest
    std::string_view summary;
    Handler handler;
    std::vector<QueryLine> query{};
    std::size_t body_limit = 0;               // bytes; 0: the route takes no body
    std::vector<std::string_view> accepts{};  // media types of the body; empty: any
    std::string_view answers = "application/json";
    SinkMaker sink{};  // empty: the body is held
    Pace pace = Pace::may_wait;
    std::string_view permission{};  // what a client must be allowed to do, or `everybody`
};

// Why a request gets no handler, for the page or the problem that says so.
struct Refused {
    int status;
    std::string_view code;  // "http.introuvable"
};

// With its sentence, of locale/fr.txt.
struct RefusalSaid {
    int status;
    std::string_view code;
    const std::string& sentence;
};
using RefusalDocument = std::function<Response(const RefusalSaid&)>;
using RefusalPage = std::function<Response(const Request&, const Refused&)>;
// The last word on an answer, for what all of them share: a fragment of page, a field.
using Finish = std::function<void(const Request&, Response&)>;
using Sentence = std::function<std::string(std::string_view code)>;  // of locale/fr.txt

class Routes {
public:
    void add(Route route);  // two lines with the same method and path: a Bug
    void get(std::string_view path, std::string_view summary, Handler handler);

    // The HTML of a refusal, for requests that ask for a page. Without it: a plain document.
    void refusal_page(RefusalPage page) { refusal_page_ = std::move(page); }
    // What programs ask under this beginning of path ("/fhir/") is refused in its own language.
    void refusals_under(std::string_view prefix, RefusalDocument say) {
        dialects_.push_back({prefix, std::move(say)});
    }
    bool is_for_programs(std::string_view path) const;
    void sentences(Sentence sentence) { sentence_ = std::move(sentence); }
    void finish(Finish finish) { finish_ = std::move(finish); }

    struct Match {
        const Route* route = nullptr;
        std::vector<Parameter> parameters;
        bool known_path = false;  // without route: another method has this path
    };
    Match find(Method method, const Target& target) const;
    std::string allowed(const Target& target) const;  // "GET, HEAD, OPTIONS"

    // A page or `application/problem+json`, according to what the request asks.
    Response refuse(const Request& request, const Refused& refused) const;

    void complete(const Request& request, Response& response) const {
        if (finish_) finish_(request, response);
    }

    const std::vector<Route>& lines() const { return lines_; }

private:
    struct Pattern {
        std::vector<std::string_view> segments;
        bool takes_rest = false;
    };
    struct Dialect {
        std::string_view prefix;
        RefusalDocument say;
    };
    const Dialect* dialect_of(std::string_view path) const;
    static bool matches(const Pattern& pattern, const Target& target);

    std::vector<Route> lines_;
    std::vector<Pattern> patterns_;
    RefusalPage refusal_page_;
    std::vector<Dialect> dialects_;
    Sentence sentence_;
    Finish finish_;
};

}  // namespace grappe::http
