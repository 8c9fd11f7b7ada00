// Reading of the fields of a request.
#include "dui/fhir_api/negociation.hpp"

#include <algorithm>
#include <array>

#include "core/texte.hpp"

namespace grappe::fhir_api {
namespace {

template <class Voir>
bool un_de(std::string_view liste, char separateur, Voir voir) {
    while (true) {
        const auto fin = liste.find(separateur);
        if (voir(core::trimmed(liste.substr(0, fin)))) return true;
        if (fin == std::string_view::npos) return false;
        liste.remove_prefix(fin + 1);
    }
}

bool est_du_json(std::string_view type) {
    constexpr std::array admis{
        "application/fhir+json", "application/json", "application/*", "*/*", "json", "text/json"};
    return std::ranges::find(admis, http::media_type(type)) != admis.end();
}

// "…;q=0" is a refusal.
bool est_admis(std::string_view un) {
    const auto parametres = un.find(';');
    if (!est_du_json(un)) return false;
    if (parametres == std::string_view::npos) return true;
    return !un_de(un.substr(parametres + 1), ';', [](std::string_view dit) {
        return dit == "q=0" || dit == "q=0.0" || dit == "q=0.00" || dit == "q=0.000";
    });
}

}  // namespace

bool accepte(const http::Request& requete) {
    // An address turns the plus of "application/fhir+json" into a space.
    if (const auto format = requete.query("_format"); format && !format->empty()) {
        std::string dit{*format};
        std::ranges::replace(dit, ' ', '+');
        return est_du_json(dit);
    }
    const auto accept = requete.field("accept");
    return core::trimmed(accept).empty() || un_de(accept, ',', est_admis);
}

fhir::Traitement traitement(const http::Request& requete) {
    const auto prefere = requete.field("prefer");
    const auto tolerant = [](std::string_view dit) { return dit == "handling=lenient"; };
    const bool oui =
        un_de(prefere, ',', [&](std::string_view une) { return un_de(une, ';', tolerant); });
    return oui ? fhir::Traitement::tolerant : fhir::Traitement::strict;
}

bool a_deja(std::string_view if_none_match, std::string_view version) {
    const auto quotee = "\"" + std::string{version} + "\"";
    return un_de(if_none_match, ',', [&](std::string_view une) {
        if (une == "*") return true;
        if (une.starts_with("W/")) une.remove_prefix(2);
        return une == quotee;
    });
}

http::Response en_fhir(int statut, std::string json) {
    return {.status = statut, .content_type = fhir::type_de_contenu, .body = std::move(json)};
}

http::Response refuser(const garde::Visite& visite, std::vector<fhir::Constat> constats) {
    for (auto& un : constats)
        if (un.message.empty()) un.message = visite.comptes.phrases.rendre(un.code, {});
    return en_fhir(constats.front().statut, operation_outcome(constats, fhir::Gravite::erreur));
}

}  // namespace grappe::fhir_api
