// Reads the dossier, finds its call, asks the register once, then judges.
#include "portail/socle/verification.hpp"

namespace grappe::socle {
namespace {

Numeros numeros_de(const dossier::Dossier& saisi) {
    Numeros numeros;
    numeros.reserve(saisi.essms.size());
    for (const auto& essms : saisi.essms) numeros.push_back(essms.finess_et.text());
    return numeros;
}

dossier::Faute appel_inconnu(const std::string& id, const Moyens& moyens) {
    return {.position = {},
            .chemin = "appel",
            .code = "dossier.appel_inconnu",
            .faits = {{"valeur", id}, {"connus", moyens.appels_connus}}};
}

Verification juger(dossier::Dossier saisi, const Moyens& moyens) {
    Verification verification;
    const auto* appel = moyens.appel(saisi.appel, saisi.depose_le);
    if (!appel) {
        verification.fautes.push_back(appel_inconnu(saisi.appel, moyens));
        return verification;
    }
    auto fiches = moyens.fiches(numeros_de(saisi));
    verification.verifie =
        std::make_unique<const Verifie>(std::move(saisi), std::move(fiches), *appel, moyens);
    return verification;
}

Verification verifier(dossier::Lecture lecture, const Moyens& moyens) {
    if (lecture.dossier) return juger(*std::move(lecture.dossier), moyens);
    // All faults at once: the call too, although the deposit has no date yet.
    if (!lecture.appel.empty() && !moyens.appel(lecture.appel, core::Instant::of({})))
        lecture.fautes.insert(lecture.fautes.begin(), appel_inconnu(lecture.appel, moyens));
    return {.fautes = std::move(lecture.fautes), .verifie = nullptr};
}

}  // namespace

Verifie::Verifie(dossier::Dossier saisi, dossier::FichesRegistre fiches,
                 const programme::Appel& appel, const Moyens& moyens)
    : saisi_{std::move(saisi)},
      fiches_{std::move(fiches)},
      appel_{appel},
      resolu_{dossier::resoudre(saisi_, fiches_, moyens.referentiels)},
      analyse_{analyse::analyser(resolu_, appel_, moyens.referentiels, moyens.phrases)} {}

Verification verifier(std::string_view texte, const std::optional<std::string>& appel_impose,
                      const Moyens& moyens) {
    return verifier(dossier::lire_dossier(texte, {.appel_impose = appel_impose,
                                                  .territoires = moyens.referentiels.territoires}),
                    moyens);
}

Verification verifier(const dossier::Arbre& arbre, const Moyens& moyens) {
    return verifier(dossier::lire_dossier(arbre, {.appel_impose = std::nullopt,
                                                  .territoires = moyens.referentiels.territoires}),
                    moyens);
}

Verification verifier(dossier::Dossier saisi, const Moyens& moyens) {
    return juger(std::move(saisi), moyens);
}

}  // namespace grappe::socle
