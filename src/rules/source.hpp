// Where a value or a rule comes from: always a document, and its section when it has one.
#pragma once

#include <string>

namespace grappe::rules {

struct Source {
    std::string document;
    std::string section;

    bool operator==(const Source&) const = default;
};

// "AAP ESMS numérique 2024, §4.2.A"
inline std::string en_clair(const Source& source) {
    return source.section.empty() ? source.document : source.document + ", " + source.section;
}

}  // namespace grappe::rules
