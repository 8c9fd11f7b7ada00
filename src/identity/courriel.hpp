// Courriel: a mail address, as typed, and the form under which it is looked up.
#pragma once

#include <string>
#include <string_view>

#include "core/result.hpp"

namespace grappe::identity {

class Courriel {
public:
    // Spaces around go. Codes "courriel.vide", "courriel.forme", "courriel.accents".
    static core::Result<Courriel> parse(std::string_view text);

    const std::string& text() const { return text_; }
    std::string cle() const;  // lower case: two spellings are one address
    // The key without what follows a "+": where mail of that address arrives.
    std::string boite() const;

    bool operator==(const Courriel&) const = default;

private:
    explicit Courriel(std::string text) : text_{std::move(text)} {}

    std::string text_;
};

}  // namespace grappe::identity
