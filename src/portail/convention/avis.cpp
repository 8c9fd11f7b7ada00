// Who is told, with what all of them say.
#include "portail/convention/avis.hpp"

#include "portail/instruction/decision_repository.hpp"
#include "portail/teleservice/fiche_repository.hpp"

namespace grappe::convention {
namespace {

// As the porteur gets it: never refused.
identity::Avis a_poster(storage::Reader& db, const Sujet& sujet, const AvisDeConvention& avis,
                        const identity::Poste& poste) {
    const auto fiche = teleservice::trouver_fiche(db, sujet.dossier.id);
    core::ensure(fiche.has_value(), "a dossier with an agreement was deposited");
    auto lien = poste.adresse_publique + "/dossiers/" + sujet.dossier.id + "/convention";
    auto faits = avis.faits;
    faits.push_back({"numero", fiche->numero});
    faits.push_back({"porteur", fiche->porteur});
    faits.push_back({"lien", lien});
    faits.push_back({"site", poste.adresse_publique});
    return {.compte = sujet.dossier.compte,
            .code = avis.code,
            .poids = identity::Poids::obligatoire,
            .faits = std::move(faits),
            .lien = std::move(lien)};
}

}  // namespace

void avertir_le_porteur(storage::Writer& db, const Sujet& sujet, const AvisDeConvention& avis,
                        const identity::Poste& poste) {
    identity::avertir(db, a_poster(db, sujet, avis, poste), poste);
}

void avertir_le_guichet(storage::Writer& db, const std::pair<const Demandeur&, const Sujet&>& a,
                        const AvisDeConvention& avis, const identity::Poste& poste) {
    const auto& [qui, sujet] = a;
    auto pli = a_poster(db, sujet, avis, poste);
    pli.poids = identity::Poids::acte;
    for (const auto& compte :
         instruction::comptes_du_guichet(db, sujet.dossier.guichet.value_or("")))
        if (compte != qui.acteur.compte) {
            pli.compte = compte;
            identity::avertir(db, pli, poste);
        }
}

}  // namespace grappe::convention
