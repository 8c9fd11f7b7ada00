// Rounds of the postman, and what a failure means for a message.
#include "courrier/facteur.hpp"

#include <array>
#include <chrono>

namespace grappe::courrier {
namespace {

using std::chrono::seconds;
using namespace std::chrono_literals;

// Some two days in all.
constexpr std::array<seconds, 12> attentes{5s, 30s, 2min, 10min, 30min, 1h,
                                           2h, 4h,  8h,   8h,    12h,   12h};
constexpr int refus_definitifs_au_plus = 3;
constexpr int plis_par_tournee = 100;

std::string nom_de_fichier(const Pli& pli) {
    std::string nom;
    for (const char c : pli.cree_le.utc_text())
        if (c != '-' && c != ':') nom += c;
    return nom + "-" + pli.id + ".eml";
}

Echec echec_de(const Pli& pli, const core::Refusal& refus, core::Instant maintenant) {
    const auto rang = static_cast<std::size_t>(pli.essais);
    const bool definitif = refus.reason == core::Reason::rule_not_met;
    const bool dernier =
        rang >= attentes.size() || (definitif && pli.essais + 1 >= refus_definitifs_au_plus);
    const auto attente = dernier ? 0s : attentes[rang];
    return {.faute = refus.detail,
            .prochain_essai = core::Instant::of(maintenant.utc() + attente),
            .etat = dernier ? Etat::abandonne : Etat::a_envoyer};
}

void noter(storage::Base& base, const std::function<void(storage::Writer&)>& ecrire) {
    (void)base.write([&](storage::Writer& db) -> core::Result<void> {
        ecrire(db);
        return {};
    });
}

}  // namespace

Tournee faire_tournee(storage::Base& base, Transport& transport, const Expediteur& expediteur,
                      core::Instant maintenant) {
    const auto plis =
        base.read([&](storage::Reader& db) { return a_envoyer(db, maintenant, plis_par_tournee); });
    Tournee tournee;
    for (const auto& pli : plis) {
        const auto fait = transport.envoyer({.id = pli.id,
                                             .nom_de_fichier = nom_de_fichier(pli),
                                             .expediteur = expediteur.adresse,
                                             .destinataire = pli.message.destinataire,
                                             .octets = rediger(pli, expediteur)});
        noter(base, [&](storage::Writer& db) {
            if (fait)
                noter_envoye(db, pli.id, maintenant);
            else
                noter_echec(db, pli.id, echec_de(pli, fait.error(), maintenant));
        });
        ++(fait ? tournee.envoyes : tournee.refuses);
        if (!fait && fait.error().reason == core::Reason::unavailable) break;
    }
    return tournee;
}

Facteur::Facteur(Reglages reglages, std::unique_ptr<Transport> transport)
    : reglages_{std::move(reglages)},
      transport_{std::move(transport)},
      gardien_{
          {.url = reglages_.base,
           .role = "facteur",
           .pause = 250ms,
           .round = [this](storage::Base& base) { servir(base); },
           .journal =
               [this](const std::string& faute) { reglages_.journal("courrier : " + faute); }}} {}

void Facteur::servir(storage::Base& base) {
    if (reglages_.entretien && entretien_.due()) reglages_.entretien(base);
    faire_tournee(base, *transport_, reglages_.expediteur, core::Instant::now());
}

}  // namespace grappe::courrier
