// The same use case as the portail's, over the facts of the file.
#include "portail/certificat/recalcul.hpp"

#include <set>

#include "portail/rendu/analyse_json.hpp"
#include "portail/socle/contexte.hpp"

namespace grappe::certificat {
namespace {

referentiels::Categories avec(referentiels::Categories categories,
                              const std::vector<referentiels::Categorie>& portees) {
    for (const auto& une : portees) categories = categories.avec(une);
    return categories;
}

std::vector<referentiels::Categorie> categories_de(const socle::Verifie& verifie,
                                                   const referentiels::Categories& categories) {
    std::set<std::string> codes;
    for (const auto& essms : verifie.resolu().essms) codes.insert(essms.categorie);
    for (const auto& [numero, fiche] : verifie.fiches().par_finess_et)
        codes.insert(fiche.categorie);
    std::vector<referentiels::Categorie> portees;
    for (const auto& code : codes)
        if (const auto* une = categories.find(code)) portees.push_back(*une);
    return portees;
}

}  // namespace

std::string octets(const socle::Verifie& verifie, const rules::Phrases& phrases) {
    return rendu::analyse_json(verifie.sujet(phrases)) + "\n";
}

Certificat etablir(AEtablir a_etablir, const socle::Verifie& verifie, const socle::Moyens& moyens) {
    return {.origine = std::move(a_etablir.origine),
            .regles = verifie.appel().empreinte,
            .appel = std::move(a_etablir.appel),
            .socle = std::move(a_etablir.socle),
            .territoires = empreinte(moyens.referentiels.territoires),
            .fiches = verifie.fiches(),
            .categories = categories_de(verifie, moyens.referentiels.categories),
            .entree = std::move(a_etablir.entree),
            .sortie = octets(verifie, moyens.phrases)};
}

Recalcul::Recalcul(const Certificat& certificat, const dossier::Referentiels& ici,
                   const rules::Phrases& phrases)
    : appels_{programme::lire_appel(certificat.appel, certificat.socle)},
      appel_{socle::appel_au(appels_, certificat.regles, core::Instant::of({}))},
      categories_{avec(ici.categories, certificat.categories)} {
    if (!appel_) return;
    verification_ = socle::verifier(
        certificat.entree, std::nullopt,
        {.appel = [this](std::string_view id,
                         core::Instant) { return id == appel_->id ? appel_ : nullptr; },
         .appels_connus = appel_->id,
         .referentiels = {ici.territoires, categories_},
         .phrases = phrases,
         .fiches = [&](const socle::Numeros&) { return certificat.fiches; }});
}

}  // namespace grappe::certificat
