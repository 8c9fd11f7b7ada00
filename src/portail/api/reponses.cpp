// Writing of refusals.
#include "portail/api/reponses.hpp"

namespace grappe::api {

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
