// What happens between a request's head and its answer: route, limits, handler. No I/O.
#pragma once

#include <optional>

#include "web/http/message_reader.hpp"
#include "web/http/routes.hpp"

namespace grappe::http {

struct Decision {
    const Route* route = nullptr;  // null without refusal: OPTIONS
    std::optional<Refused> refused{};
};

// Once the head is read: which route, and may its body come. Fills the path parameters.
Decision decide(const Routes& routes, MessageReader& reader);

using Journal = std::function<void(std::string_view line)>;

// Runs the handler. A failure becomes a 500 that tells nothing; the journal gets the reason.
Response answer(const Routes& routes, const Decision& decision, const Request& request,
                const Journal& journal);

// Before any route is known: always a problem.
Response answer_fault(const Routes& routes, const Request& request, Fault fault);

}  // namespace grappe::http
