// tidy: the conventions of the house that a program can check. Usage: tidy ROOT; exits 1 on faults.
// `tidy ROOT --typographie` first writes the sentences anew where their spaces or apostrophes are
// not those of the house.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "lexer.hpp"
#include "typography.hpp"

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_columns = 100;
constexpr int most_function_lines = 50, most_parameters = 4;
constexpr int most_file_lines = 400, most_header_lines = 200;

struct House {
    fs::path root;
    std::map<std::string, std::set<std::string>> modules;  // a module and what it may include
    std::set<std::string> exceptions;                      // "path rule", may only shrink
    std::set<std::string> used_exceptions;
    int faults = 0;
};

std::string read(const fs::path& path) {
    std::ifstream file{path};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

void fault(House& house, const std::string& path, int line, const std::string& rule_and_why) {
    const auto key = path + " " + rule_and_why.substr(0, rule_and_why.find(':'));
    if (house.exceptions.count(key)) {
        house.used_exceptions.insert(key);
        return;
    }
    std::cerr << path << ":" << line << ": " << rule_and_why << "\n";
    ++house.faults;
}

std::size_t columns(const std::string& line) {
    return static_cast<std::size_t>(
        std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string module_of(const House& house, const std::string& path) {
    std::string best;
    for (const auto& [name, unused] : house.modules)
        if (path.rfind(name + "/", 0) == 0 && name.size() > best.size()) best = name;
    return best;
}

void check_include(House& house, const std::string& path, int number, const std::string& line) {
    if (line.find("#include <reg"
                  "ex>") != std::string::npos)
        fault(house, path, number, "regex: that header is not used here");
    if (line.rfind("#include <CLI/", 0) == 0 && path != "src/cli/options.cpp")
        fault(house, path, number, "CLI11: commands are declared by cli/options.hpp");
    if (line.rfind("#include \"", 0) != 0 || path.rfind("src/", 0) != 0) return;
    const auto included = line.substr(10, line.find('"', 10) - 10);
    const auto from = module_of(house, path.substr(4)), to = module_of(house, included);
    if (from.empty() || from == to) return;
    if (to.empty() || !house.modules[from].count(to))
        fault(house, path, number, "include: " + from + " may not include " + included);
}

// A precompiled header gives it to whoever forgets it: a plain build alone would see.
void check_algorithm(House& house, const std::string& path, const std::string& text) {
    const auto code = tidy::blanked(text);
    const std::string ranges = "std::ranges::";
    if (text.find("#include <algorithm>") != std::string::npos) return;
    for (auto at = code.find(ranges); at != std::string::npos; at = code.find(ranges, at + 1)) {
        const auto name = code.substr(at + ranges.size(), 7);
        if (name.starts_with("greater") || name.starts_with("less")) continue;
        const auto line = 1 + std::count(code.begin(), code.begin() + static_cast<long>(at), '\n');
        return fault(house, path, static_cast<int>(line),
                     "algorithm: std::ranges without #include <algorithm>");
    }
}

bool has_word(const std::string& line, const std::string& word) {
    const auto inside = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
    };
    for (auto at = line.find(word); at != std::string::npos; at = line.find(word, at + 1)) {
        const bool before = at > 0 && inside(line[at - 1]);
        const bool after = at + word.size() < line.size() && inside(line[at + word.size()]);
        if (!before && !after) return true;
    }
    return false;
}

void check_words(House& house, const std::string& path, int number, const std::string& line) {
    const bool floats_allowed =
        path.find("/web/") != std::string::npos || path.rfind("bench/", 0) == 0 ||
        path.rfind("src/exportation/", 0) == 0 || path.rfind("src/portail/export/", 0) == 0 ||
        path == "src/portail/proposition/relaxation.cpp" ||
        path == "src/portail/proposition/secours.cpp";
    if (!floats_allowed && (has_word(line, "float") || has_word(line, "double")))
        fault(house, path, number,
              "floating: no floating type outside web, export drawings and calls of CBC");
    const auto import = line.find("using namespace");
    if (import != std::string::npos && line.find("_literals", import) == std::string::npos)
        fault(house, path, number, "using: no using namespace");
    for (const auto* word : {"stable_sort", "stable_partition", "inplace_merge"})
        if (has_word(line, word))
            fault(house, path, number,
                  "stable: clang refuses what it stands on; sort by a whole key");
}

void check_lines(House& house, const std::string& path, const std::string& text) {
    std::istringstream raw{text}, code{tidy::blanked(text)};
    std::string line, blank;
    int number = 0;
    while (std::getline(raw, line) && std::getline(code, blank)) {
        ++number;
        if (columns(line) > most_columns) fault(house, path, number, "line: over 100 columns");
        for (const auto* word : {"TO"
                                 "DO",
                                 "FIX"
                                 "ME",
                                 "XX"
                                 "X"})
            if (has_word(line, word)) fault(house, path, number, "todo: open an issue instead");
        check_include(house, path, number, line);
        check_words(house, path, number, blank);
    }
    const bool header = path.ends_with(".hpp");
    const int most = header ? most_header_lines : most_file_lines;
    if (number > most) fault(house, path, number, "file: over " + std::to_string(most) + " lines");
    if (text.rfind("//", 0) != 0)
        fault(house, path, 1, "opening: no sentence says what this is for");
    if (header && text.find("#pragma once") == std::string::npos)
        fault(house, path, 1, "pragma: no #pragma once");
}

void check_functions(House& house, const std::string& path, const std::string& text) {
    if (path.ends_with("_test.cpp")) return;
    for (const auto& function : tidy::functions(tidy::blanked(text))) {
        if (function.length > most_function_lines)
            fault(house, path, function.line,
                  "function: " + std::to_string(function.length) + " lines");
        if (function.parameters > most_parameters)
            fault(house, path, function.line, "parameters: " + std::to_string(function.parameters));
    }
}

void read_modules(House& house) {
    std::ifstream file{house.root / "src/modules.txt"};
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#') continue;
        const auto colon = line.find(':');
        std::istringstream names{line.substr(colon + 1, line.find('|') - colon - 1)};
        auto& allowed = house.modules[line.substr(0, colon)];
        for (std::string name; names >> name;) allowed.insert(name);
    }
}

// What a module is stands in its README, under its name: a formatter once took two for C++.
void check_readmes(House& house) {
    for (const auto& [name, unused] : house.modules) {
        const auto path = "src/" + name + "/README.md";
        const auto text = read(house.root / path), title = "# " + name;
        if (!text.starts_with(title + "\n") && !text.starts_with(title + ": "))
            fault(house, path, 1, "readme: does not open with the name of its module");
    }
}

// What a line shows a user: of fr.txt, what stands after the code; of a template, all of it.
std::size_t shown_from(const std::string& path, const std::string& line) {
    if (line.starts_with('#')) return line.size();
    if (path != "locale/fr.txt") return 0;
    const auto equals = line.find(" = ");
    return equals == std::string::npos ? line.size() : equals + 3;
}

std::vector<std::string> files_of_sentences(const House& house) {
    std::vector<std::string> paths{"locale/fr.txt"};
    for (const auto& entry : fs::recursive_directory_iterator{house.root / "modeles"})
        if (entry.is_regular_file())
            paths.push_back(fs::relative(entry.path(), house.root).string());
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::string typeset_line(const std::string& path, const std::string& line) {
    const auto from = shown_from(path, line);
    return line.substr(0, from) + tidy::typeset(std::string_view{line}.substr(from));
}

void mend_typography(const House& house) {
    for (const auto& path : files_of_sentences(house)) {
        std::istringstream lines{read(house.root / path)};
        std::string mended;
        for (std::string line; std::getline(lines, line);)
            mended += typeset_line(path, line) + "\n";
        std::ofstream{house.root / path, std::ios::binary} << mended;
    }
}

void check_typography(House& house) {
    for (const auto& path : files_of_sentences(house)) {
        std::istringstream lines{read(house.root / path)};
        int number = 0;
        for (std::string line; std::getline(lines, line);)
            if (++number; typeset_line(path, line) != line)
                fault(house, path, number, "typography: tidy --typographie writes it otherwise");
    }
}

void read_exceptions(House& house) {
    std::ifstream file{house.root / "tools/tidy/exceptions.txt"};
    for (std::string line; std::getline(file, line);)
        if (!line.empty() && line[0] != '#') house.exceptions.insert(line);
}

void check_exceptions(House& house) {
    for (const auto& exception : house.exceptions)
        if (!house.used_exceptions.count(exception)) {
            std::cerr << "tools/tidy/exceptions.txt: no longer needed: " << exception << "\n";
            ++house.faults;
        }
}

int check(House& house) {
    read_modules(house);
    read_exceptions(house);
    int files = 0;
    for (const auto* folder : {"src", "tools", "bench", "tests"}) {
        if (!fs::exists(house.root / folder)) continue;
        for (const auto& entry : fs::recursive_directory_iterator{house.root / folder}) {
            const auto path = fs::relative(entry.path(), house.root).string();
            if (path.find("node_modules") != std::string::npos) continue;
            if (!path.ends_with(".cpp") && !path.ends_with(".hpp")) continue;
            const auto text = read(entry.path());
            check_lines(house, path, text);
            check_functions(house, path, text);
            check_algorithm(house, path, text);
            ++files;
        }
    }
    check_readmes(house);
    check_typography(house);
    check_exceptions(house);
    std::cout << "tidy: " << files << " files, " << house.faults << " faults\n";
    return house.faults == 0 && files > 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    House house;
    house.root = argc > 1 ? argv[1] : ".";
    if (argc > 2 && std::string_view{argv[2]} == "--typographie") mend_typography(house);
    return check(house);
}
