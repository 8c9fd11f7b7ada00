// Mail by SMTP over libcurl. `smtp://` takes TLS where the relay offers it; `smtps://` asks for it
// and for a certificate that can be checked.
#include <curl/curl.h>

#include <algorithm>
#include <cstring>

#include "core/ensure.hpp"
#include "courrier/transport.hpp"

namespace grappe::courrier {
namespace {

struct Fin {
    void operator()(CURL* poignee) const { curl_easy_cleanup(poignee); }
    void operator()(curl_slist* liste) const { curl_slist_free_all(liste); }
};
using Poignee = std::unique_ptr<CURL, Fin>;
using Liste = std::unique_ptr<curl_slist, Fin>;

std::size_t donner(char* tampon, std::size_t taille, std::size_t nombre, void* reste) {
    auto& texte = *static_cast<std::string_view*>(reste);
    const auto donnes = std::min(texte.size(), taille * nombre);
    std::memcpy(tampon, texte.data(), donnes);
    texte.remove_prefix(donnes);
    return donnes;
}

bool refuse_pour_de_bon(long statut) { return statut >= 500 && statut < 600; }

class Smtp : public Transport {
public:
    explicit Smtp(std::string url) : url_{std::move(url)} {
        static const auto pret = curl_global_init(CURL_GLOBAL_DEFAULT);
        core::ensure(pret == CURLE_OK, "libcurl cannot start");
    }

    core::Result<void> envoyer(const Envoi& envoi) override {
        const Poignee poignee{curl_easy_init()};
        const Liste destinataires{
            curl_slist_append(nullptr, ("<" + envoi.destinataire + ">").c_str())};
        const auto expediteur = "<" + envoi.expediteur + ">";
        std::string_view reste{envoi.octets};
        auto* const curl = poignee.get();
        regler(curl);
        curl_easy_setopt(curl, CURLOPT_MAIL_FROM, expediteur.c_str());
        curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, destinataires.get());
        curl_easy_setopt(curl, CURLOPT_READFUNCTION, donner);
        curl_easy_setopt(curl, CURLOPT_READDATA, &reste);
        return verdict(curl, curl_easy_perform(curl));
    }

private:
    void regler(CURL* curl) const {
        constexpr long secondes = 20;
        curl_easy_setopt(curl, CURLOPT_URL, url_.c_str());
        curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
        curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(curl, CURLOPT_TIMEOUT, secondes);
        if (url_.starts_with("smtps://")) return;
        curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_TRY));
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0L);
    }

    static core::Result<void> verdict(CURL* curl, CURLcode code) {
        if (code == CURLE_OK) return {};
        long statut = 0;
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &statut);
        const auto mots =
            std::string{curl_easy_strerror(code)} + " (" + std::to_string(statut) + ")";
        if (refuse_pour_de_bon(statut))
            return core::refuse(core::Reason::rule_not_met, "courrier.refuse", mots);
        return core::refuse(core::Reason::unavailable, "courrier.injoignable", mots);
    }

    std::string url_;
};

}  // namespace

std::unique_ptr<Transport> ouvrir_smtp(const std::string& url) {
    return std::make_unique<Smtp>(url);
}

}  // namespace grappe::courrier
