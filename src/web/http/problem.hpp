// Errors of the API: RFC 9457 problem details with a stable code and, for a field, its path.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/http/response.hpp"

namespace grappe::http {

struct ProblemFault {
    std::string chemin;  // "essms[12].finess_et"; empty: the whole
    std::string code;
    std::string message;  // French: what is wrong and how to mend it
};

// One more member of the object; its value is JSON.
struct Member {
    std::string_view name;
    std::string json;
};

struct Problem {
    int status;
    std::string_view code;  // "dossier.lecture"
    std::string title;      // French sentence
    std::vector<ProblemFault> fautes{};
    std::vector<Member> further{};
};

Response problem(const Problem& problem);

// A JSON string, quotes included. Text is UTF-8.
void append_json_string(std::string& out, std::string_view text);

}  // namespace grappe::http
