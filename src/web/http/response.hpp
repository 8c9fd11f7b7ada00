// An answer: status, body and fields; the server adds the security fields to every one.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "web/http/method.hpp"

namespace grappe::http {

struct ResponseField {
    std::string_view name;  // a literal
    std::string value;
};

struct Response {
    int status = 200;
    std::string_view content_type{};  // a literal; empty when there is no body
    std::string body{};
    std::string_view lasting_body{};         // sent instead of `body`; outlives the answer
    std::shared_ptr<const void> guardian{};  // of the lasting body, let go once it is sent
    std::string_view cache = "no-store";
    std::vector<ResponseField> fields{};

    std::string_view content() const { return lasting_body.empty() ? body : lasting_body; }

    static Response json(std::string body);
    static Response html(std::string body);
    static Response see_other(std::string location);  // 303
};

enum class Persistence { keep_alive, close };

// The head of an answer, ready to be sent before its content. A field value with a line break is
// a Bug.
void append_head(std::string& out, const Response& response, Persistence persistence);

std::string_view reason_phrase(int status);

}  // namespace grappe::http
