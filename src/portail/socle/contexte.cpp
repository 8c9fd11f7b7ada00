// Loads the calls and opens the register; every fault of theirs is told, none is guessed around.
#include "portail/socle/contexte.hpp"

#include "portail/socle/figes.hpp"

namespace grappe::socle {
namespace {

const programme::Appel* version(const programme::Appels& appels, std::string_view empreinte) {
    for (const auto& charge : appels.tous)
        for (const auto& une : charge.versions)
            if (une.appel.empreinte == empreinte) return &une.appel;
    return nullptr;
}

}  // namespace

Moyens Contexte::moyens() {
    return {.appel = [this](std::string_view id,
                            core::Instant depot) { return appel_au(appels_, id, depot); },
            .appels_connus = appels_.ids(),
            .referentiels = {registre_.territoires(), registre_.categories()},
            .phrases = phrases_,
            .fiches = [this](const Numeros& numeros) -> dossier::FichesRegistre {
                auto fiches = registre_.fiches(numeros);
                return {.date_du_registre = registre_.date(),
                        .par_finess_et = std::move(fiches.par_finess_et),
                        .entites_juridiques = std::move(fiches.entites_juridiques)};
            }};
}

Ouverture ouvrir(const DemandeDeContexte& demande, const rules::Phrases& phrases) {
    programme::Dossiers dossiers{demande.racine + "/appels"};
    dossiers.insert(dossiers.end(), demande.appels.begin(), demande.appels.end());
    auto appels = demande.appel ? programme::charger_un_appel(dossiers, *demande.appel)
                                : programme::charger_appels(dossiers);
    Ouverture ouverture;
    for (const auto& defaut : appels.defauts)
        ouverture.defauts.push_back(programme::phrase(defaut, phrases));
    if (!ouverture.defauts.empty()) return ouverture;

    auto registre = referentiels::ouvrir_registre({.racine = demande.racine,
                                                   .option = demande.registre,
                                                   .maintenant = demande.maintenant,
                                                   .progres = demande.progres});
    if (!registre) {
        const auto ou = demande.registre ? *demande.registre + " : " : std::string{};
        ouverture.defauts.push_back(ou + phrases.dire(registre.error()));
        return ouverture;
    }
    ouverture.contexte =
        std::make_unique<Contexte>(std::move(appels), *std::move(registre), phrases);
    return ouverture;
}

const programme::Appel* appel_au(const programme::Appels& appels, std::string_view id,
                                 core::Instant depose_le) {
    if (est_une_empreinte(id)) return version(appels, id);
    const auto* charge = appels.find(id);
    return charge ? &charge->applicable(depose_le) : nullptr;
}

}  // namespace grappe::socle
