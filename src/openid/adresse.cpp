// Taking a URL apart, strictly: what is odd is refused rather than understood.
#include "openid/adresse.hpp"

#include <algorithm>

#include "core/integer.hpp"

namespace grappe::openid {
namespace {

constexpr std::string_view https = "https://", http = "http://";

char minuscule(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool est_cette_machine(std::string_view hote) {
    return hote == "localhost" || hote == "127.0.0.1" || hote == "[::1]";
}

bool lettres_d_adresse(std::string_view texte) {
    return std::all_of(texte.begin(), texte.end(), [](char c) {
        return c > ' ' && c < '\x7f' && c != '\\' && c != '"' && c != '<' && c != '>' && c != '#';
    });
}

bool lettres_d_hote(std::string_view hote) {
    if (hote.starts_with('[')) return hote == "[::1]";
    return !hote.empty() && std::all_of(hote.begin(), hote.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
}

bool est_un_port(std::string_view texte) {
    constexpr int dernier = 65535;
    const auto port = core::integer<int>(texte);
    return port && *port > 0 && *port <= dernier;
}

}  // namespace

core::Result<Adresse> Adresse::parse(std::string_view texte) {
    constexpr std::size_t octets_au_plus = 2000;
    const auto refus = core::refuse(core::Reason::invalid, "openid.adresse", std::string{texte});
    const bool tls = texte.starts_with(https);
    if ((!tls && !texte.starts_with(http)) || texte.size() > octets_au_plus) return refus;
    if (!lettres_d_adresse(texte)) return refus;
    const auto schema = tls ? https : http;
    auto reste = texte.substr(schema.size());
    std::string autorite{reste.substr(0, reste.find_first_of("/?"))};
    std::transform(autorite.begin(), autorite.end(), autorite.begin(), minuscule);
    const auto crochet = autorite.find(']');
    const auto deux_points = autorite.find(':', crochet == std::string::npos ? 0 : crochet);
    const auto hote = autorite.substr(0, deux_points);
    const std::string port{deux_points == std::string::npos ? (tls ? "443" : "80")
                                                            : autorite.substr(deux_points + 1)};
    if (!lettres_d_hote(hote) || !est_un_port(port)) return refus;
    if (!tls && !est_cette_machine(hote)) return refus;
    return Adresse{std::string{texte}, std::string{schema} + hote + ":" + port};
}

}  // namespace grappe::openid
