// Who is told, with what all of them say.
#include "portail/convention/avis.hpp"

#include "portail/instruction/decision_repository.hpp"
#include "portail/teleservice/fiche_repository.hpp"

namespace grappe::convention {
namespace {

struct APoster {
    std::string_view compte;
    identity::Poids poids;
};

void poster(storage::Writer& db, const Sujet& sujet,
            const std::pair<const AvisDeConvention&, APoster>& pli, const identity::Poste& poste) {
    const auto& [avis, a_poster] = pli;
    const auto fiche = teleservice::trouver_fiche(db, sujet.dossier.id);
    core::ensure(fiche.has_value(), "a dossier with an agreement was deposited");
    auto lien = poste.adresse_publique + "/dossiers/" + sujet.dossier.id + "/convention";
    auto faits = avis.faits;
    faits.push_back({"numero", fiche->numero});
    faits.push_back({"porteur", fiche->porteur});
    faits.push_back({"lien", lien});
    faits.push_back({"site", poste.adresse_publique});
    identity::avertir(db,
                      {.compte = a_poster.compte,
                       .code = avis.code,
                       .poids = a_poster.poids,
                       .faits = std::move(faits),
                       .lien = std::move(lien)},
                      poste);
}

}  // namespace

void avertir_le_porteur(storage::Writer& db, const Sujet& sujet, const AvisDeConvention& avis,
                        const identity::Poste& poste) {
    poster(db, sujet, {avis, {sujet.dossier.compte, identity::Poids::obligatoire}}, poste);
}

void avertir_le_guichet(storage::Writer& db, const std::pair<const Demandeur&, const Sujet&>& a,
                        const AvisDeConvention& avis, const identity::Poste& poste) {
    const auto& [qui, sujet] = a;
    for (const auto& compte :
         instruction::comptes_du_guichet(db, sujet.dossier.guichet.value_or("")))
        if (compte != qui.acteur.compte)
            poster(db, sujet, {avis, {compte, identity::Poids::acte}}, poste);
}

}  // namespace grappe::convention
