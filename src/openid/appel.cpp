// HTTP over libcurl: TLS checked, no redirection, one mebibyte and five seconds at most.
#include "openid/appel.hpp"

#include <curl/curl.h>

#include <memory>

#include "core/ensure.hpp"
#include "core/texte.hpp"

namespace grappe::openid {
namespace {

struct Fin {
    void operator()(CURL* poignee) const { curl_easy_cleanup(poignee); }
};
using Poignee = std::unique_ptr<CURL, Fin>;

Poignee poignee() {
    static const auto pret = curl_global_init(CURL_GLOBAL_DEFAULT);
    core::ensure(pret == CURLE_OK, "libcurl cannot start");
    Poignee neuve{curl_easy_init()};
    core::ensure(neuve != nullptr, "libcurl gives a handle");
    return neuve;
}

// Fewer bytes taken than given ends the transfer.
std::size_t recevoir(char* octets, std::size_t taille, std::size_t nombre, void* corps) {
    constexpr std::size_t au_plus = std::size_t{1024} * 1024;
    auto& texte = *static_cast<std::string*>(corps);
    if (texte.size() + taille * nombre > au_plus) return 0;
    texte.append(octets, taille * nombre);
    return taille * nombre;
}

void regler(CURL* curl, const Adresse& adresse, std::string& corps) {
    constexpr long joindre_ms = 2000, tout_ms = 5000;
    curl_easy_setopt(curl, CURLOPT_URL, adresse.text().c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, adresse.chiffree() ? "https" : "http");
    if (!adresse.chiffree()) curl_easy_setopt(curl, CURLOPT_PROXY, "");  // this very machine
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, joindre_ms);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, tout_ms);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, recevoir);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &corps);
}

core::Result<Reponse> appeler(CURL* curl, std::string& corps) {
    const auto fait = curl_easy_perform(curl);
    if (fait != CURLE_OK)
        return core::refuse(core::Reason::unavailable, "openid.injoignable",
                            curl_easy_strerror(fait));
    Reponse reponse{.statut = 0, .corps = std::move(corps)};
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reponse.statut);
    return reponse;
}

}  // namespace

core::Result<Reponse> lire(const Adresse& adresse) {
    const auto prise = poignee();
    std::string corps;
    regler(prise.get(), adresse, corps);
    return appeler(prise.get(), corps);
}

core::Result<Reponse> envoyer(const Adresse& adresse, const Envoi& envoi) {
    const auto prise = poignee();
    std::string corps;
    regler(prise.get(), adresse, corps);
    curl_easy_setopt(prise.get(), CURLOPT_POSTFIELDSIZE,
                     static_cast<long>(envoi.formulaire.size()));
    curl_easy_setopt(prise.get(), CURLOPT_POSTFIELDS, envoi.formulaire.c_str());
    if (envoi.secret != nullptr && !envoi.client.empty()) {
        // Both are encoded as in a form before they are joined (RFC 6749, section 2.3.1).
        curl_easy_setopt(prise.get(), CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
        curl_easy_setopt(prise.get(), CURLOPT_USERNAME,
                         core::percent_encoded(envoi.client).c_str());
        curl_easy_setopt(prise.get(), CURLOPT_PASSWORD,
                         core::percent_encoded(envoi.secret->reveal()).c_str());
    }
    return appeler(prise.get(), corps);
}

}  // namespace grappe::openid
