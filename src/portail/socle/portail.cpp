// The means of a check when everything is in memory.
#include "portail/socle/portail.hpp"

#include "portail/socle/contexte.hpp"
#include "referentiels/registre_en_service.hpp"

namespace grappe::socle {

Moyens moyens_du_serveur(const referentiels::RegistreEnMemoire& registre,
                         const programme::Appels& appels, const dossier::Referentiels& referentiels,
                         const rules::Phrases& phrases) {
    return {.appel = [&appels](std::string_view id,
                               core::Instant depot) { return appel_au(appels, id, depot); },
            .appels_connus = appels.ids(),
            .referentiels = referentiels,
            .phrases = phrases,
            .fiches = [&registre](const Numeros& numeros) -> dossier::FichesRegistre {
                auto fiches = referentiels::fiches(registre, numeros);
                return {.date_du_registre = registre.date(),
                        .par_finess_et = std::move(fiches.par_finess_et),
                        .entites_juridiques = std::move(fiches.entites_juridiques)};
            }};
}

}  // namespace grappe::socle
