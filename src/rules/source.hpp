// Where a value or a rule comes from: always a document, and its section when it has one.
#pragma once

#include <string>

namespace grappe::rules {

struct Source {
    std::string document;
    std::string section;

    bool operator==(const Source&) const = default;
};

}  // namespace grappe::rules
