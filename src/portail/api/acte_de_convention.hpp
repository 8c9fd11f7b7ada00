// One act on an agreement or on its money, once for each key; whatever is refused leaves a line.
#pragma once

#include <string>
#include <string_view>

#include "portail/api/dossiers.hpp"
#include "portail/teleservice/journal.hpp"

namespace grappe::api {

struct ActeDeConvention {
    std::string_view nom, genre;  // "convention.signer", "convention": of what the path names
};

inline http::Response agir(const garde::Visite& visite, const ActeDeConvention& acte,
                           const Travail& travail) {
    const auto fait = une_fois(visite, visite.requete.body, travail);
    if (!fait) {
        const auto objet = std::string{acte.genre}.append(":").append(visite.requete.path("id"));
        teleservice::noter_le_refus(visite.base, demandeur(visite),
                                    {acte.nom, objet, fait.error().code});
    }
    return repondre(visite, fait);
}

}  // namespace grappe::api
