// Corps: a small JSON object of texts, as the routes of accounts take it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace grappe::api {

class Corps {
public:
    // Members that are null count as absent; members that are not texts are kept apart. Code
    // "api.json_invalide": no JSON, or no object.
    static core::Result<Corps> lire(std::string_view json);

    // Empty when absent.
    const std::string& texte(std::string_view nom) const;
    // Empty when absent, or no whole number.
    std::optional<std::int64_t> entier(std::string_view nom) const;
    // Empty when absent, or no boolean.
    std::optional<bool> booleen(std::string_view nom) const;
    // Every text, by name.
    const std::map<std::string, std::string, std::less<>>& textes() const { return textes_; }
    // What is no text, nor null, as JSON, by name.
    const std::map<std::string, std::string, std::less<>>& autres() const { return autres_; }
    // The first of these names whose value is no text; empty: all are fine.
    std::string mal_type(std::initializer_list<std::string_view> noms) const;
    // The members that none of these names, by name; null ones are absent.
    std::vector<std::string> autres_que(const std::vector<std::string_view>& noms) const;

private:
    std::map<std::string, std::string, std::less<>> textes_;
    std::map<std::string, std::string, std::less<>> autres_;
};

}  // namespace grappe::api
