// Reads a C++ file as tidy sees it: comments and literals blanked, line numbers kept.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tidy {

// The same text with comments and the inside of literals replaced by spaces.
std::string blanked(std::string_view text);

struct Function {
    int line;    // of the opening brace
    int length;  // lines from the opening brace to the closing one
    int parameters;
};

// Bodies of functions and lambdas found in a blanked text.
std::vector<Function> functions(std::string_view blanked_text);

}  // namespace tidy
