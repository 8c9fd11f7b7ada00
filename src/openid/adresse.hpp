// Adresse: a URL of the provider, taken apart; what the server calls is one of these.
#pragma once

#include <string>
#include <string_view>

#include "core/result.hpp"

namespace grappe::openid {

class Adresse {
public:
    // "https://hote[:port][/chemin]"; http only towards this very machine (tests, a proxy beside).
    // No user, no fragment, no space nor control character. Code "openid.adresse".
    static core::Result<Adresse> parse(std::string_view texte);

    const std::string& text() const { return texte_; }
    // "https://hote:443": scheme, host and port, in lower case.
    const std::string& origine() const { return origine_; }
    bool chiffree() const { return origine_.starts_with("https://"); }

private:
    Adresse(std::string texte, std::string origine)
        : texte_{std::move(texte)}, origine_{std::move(origine)} {}

    std::string texte_, origine_;
};

}  // namespace grappe::openid
