// RefusalThrown: a failure that a client can be told: its status and code, and for the journal why.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace grappe::http {

class RefusalThrown : public std::runtime_error {
public:
    RefusalThrown(int status, std::string_view code, const std::string& why)
        : std::runtime_error{why}, status_{status}, code_{code} {}
    int status() const { return status_; }
    std::string_view code() const { return code_; }  // a literal

private:
    int status_;
    std::string_view code_;
};

}  // namespace grappe::http
