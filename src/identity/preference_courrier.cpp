// What becomes of a mail, and the daily summary.
#include "identity/preference_courrier.hpp"

#include <chrono>

#include "audit/journal.hpp"
#include "courrier/lettre.hpp"
#include "identity/preference_repository.hpp"
#include "secret/hasard.hpp"

namespace grappe::identity {
namespace {

// One line a piece of news: what it is, and where to read it.
std::string lignes(const std::vector<Nouvelle>& nouvelles) {
    std::string texte;
    for (const auto& nouvelle : nouvelles) {
        texte.append(texte.empty() ? "" : "\n\n").append("– ").append(nouvelle.objet);
        if (!nouvelle.lien.empty()) texte.append("\n  ").append(nouvelle.lien);
    }
    return texte;
}

core::Result<int> resumer(storage::Writer& db, const std::string& id, const Poste& moyens,
                          core::Instant seuil) {
    const auto nouvelles = nouvelles_avant(db, id, seuil);
    oublier_les_nouvelles(db, id, seuil);
    const auto compte = trouver_compte(db, id);
    if (nouvelles.empty() || !compte || compte->ferme) return 0;
    const rules::Faits faits{{"nombre", static_cast<std::int64_t>(nouvelles.size())},
                             {"nouvelles", lignes(nouvelles)},
                             {"site", moyens.adresse_publique}};
    courrier::deposer(db,
                      courrier::composer(moyens.phrases, "resume", compte->courriel.text(), faits),
                      moyens.reel);
    return 1;
}

}  // namespace

Sort sort_de(Regime regime, Poids poids) {
    if (poids != Poids::nouvelle || regime == Regime::chaque) return Sort::aussitot;
    return regime == Regime::resume ? Sort::au_resume : Sort::jamais;
}

Regime regime_de(storage::Reader& db, std::string_view compte) {
    return regime_choisi(db, compte).value_or(Regime::chaque);
}

void choisir_le_regime(storage::Writer& db, std::string_view compte, Regime regime,
                       core::Instant maintenant) {
    garder_le_regime(db, compte, regime, maintenant);
    audit::noter(db,
                 {.acteur = std::string{compte},
                  .acte = "courriels.choisir",
                  .objet = "compte:" + std::string{compte},
                  .detail = std::string{core::name_of(regime)}},
                 maintenant);
}

void envoyer(storage::Writer& db, const Courrier& courrier, core::Instant reel) {
    if (courrier.compte.ferme) return;
    switch (sort_de(regime_de(db, courrier.compte.id), courrier.poids)) {
        case Sort::aussitot:
            return courrier::deposer(db, courrier.message, reel);
        case Sort::au_resume:
            return garder_la_nouvelle(db, courrier.compte.id,
                                      {courrier.message.objet, courrier.lien}, reel);
        case Sort::jamais:
            return;
    }
}

Poste poste_de(const Moyens& moyens) {
    return {.phrases = moyens.phrases,
            .adresse_publique = moyens.adresse_publique,
            .reel = moyens.reel};
}

void avertir(storage::Writer& db, const Avis& avis, const Poste& poste) {
    const auto compte = trouver_compte(db, std::string{avis.compte});
    if (!compte) return;
    envoyer(db,
            {.compte = *compte,
             .poids = avis.poids,
             .message =
                 courrier::composer(poste.phrases, avis.code, compte->courriel.text(), avis.faits),
             .lien = avis.lien},
            poste.reel);
}

core::Instant seuil_du_resume(core::Instant maintenant) {
    constexpr std::chrono::hours matin{7};
    const auto& paris = core::paris();
    const auto jour = paris.day_of(core::Instant::of(maintenant.utc() - matin));
    return core::Instant::of(paris.start_of(jour).utc() + matin);
}

int envoyer_les_resumes(storage::Base& base, const Poste& moyens, core::Instant maintenant) {
    int envoyes = 0;
    const auto seuil = seuil_du_resume(maintenant);
    const auto comptes =
        base.read([&](storage::Reader& db) { return comptes_qui_attendent(db, seuil); });
    for (const auto& compte : comptes) {
        const auto fait =
            base.write([&](storage::Writer& db) { return resumer(db, compte, moyens, seuil); });
        envoyes += fait ? *fait : 0;
    }
    return envoyes;
}

}  // namespace grappe::identity
