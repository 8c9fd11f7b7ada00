// Writing of refusals.
#include "portail/api/reponses.hpp"

#include <array>

#include "portail/garde/garde.hpp"

namespace grappe::api {
namespace {

struct Statut {
    std::string_view code;
    int statut;
};

// What HTTP has a word of its own for; the rest follows its reason.
constexpr auto statuts = std::to_array<Statut>({{"dossier.version_perimee", 412},
                                                {"planning.version_perimee", 412},
                                                {"maturite.version_perimee", 412},
                                                {"http.version_requise", 428},
                                                {"http.version_illisible", 400},
                                                {"dossier.json", 400},
                                                {"piece.formulaire", 400},
                                                {"message.formulaire", 400},
                                                {"rejeu.cle", 400},
                                                {"piece.suffixe", 415},
                                                {"piece.suffixe_jpeg", 415},
                                                {"piece.contenu", 415},
                                                {"piece.macros", 415},
                                                {"piece.vide", 415},
                                                {"antivirus.virus", 415}});

}  // namespace

int statut_de(const core::Refusal& refus) {
    for (const auto& [code, statut] : statuts)
        if (code == refus.code) return statut;
    return garde::statut_de(refus.reason);
}

http::Response refus(const rules::Phrases& phrases, int status, std::string_view code) {
    return http::problem({.status = status, .code = code, .title = phrases.rendre(code, {})});
}

http::Response refus_du_champ(const rules::Phrases& phrases, std::string_view code, Champ champ) {
    auto message = phrases.rendre(code, {{"valeur", champ.valeur}});
    return http::problem({.status = 400,
                          .code = code,
                          .title = message,
                          .fautes = {{.chemin = std::string{champ.chemin},
                                      .code = std::string{code},
                                      .message = message}}});
}

}  // namespace grappe::api
