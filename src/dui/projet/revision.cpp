// The earliest term, and its reason.
#include "dui/projet/revision.hpp"

#include <algorithm>

#include "core/calendar.hpp"
#include "dui/echeance/regle.hpp"

namespace grappe::projet {
namespace {

int mois_de(const echeance::Regles& regles, echeance::Code code, core::Date jour, int sinon) {
    const auto* regle = regles.trouver(code, echeance::Profil::contrat, jour);
    const bool en_mois = regle != nullptr && regle->delai.unite == echeance::Delai::Unite::mois;
    return en_mois ? regle->delai.nombre : sinon;
}

}  // namespace

Delais delais_de(const echeance::Regles& regles, core::Date jour) {
    Delais delais;
    delais.annuelle = mois_de(regles, echeance::Code::revision, jour, delais.annuelle);
    delais.apres_un_evenement =
        mois_de(regles, echeance::Code::revision_demandee, jour, delais.apres_un_evenement);
    delais.proche_en_jours = regles.proche_en_jours;
    return delais;
}

std::optional<Revision> revision_de(const Vie& vie, const Delais& delais) {
    if (vie.statut == Statut::termine) return std::nullopt;
    const auto dernier = std::ranges::max_element(vie.bilans, {}, &Bilan::le);
    const bool revu = dernier != vie.bilans.end();
    Revision plus_tot{core::plus_months(revu ? dernier->le : vie.debut, delais.annuelle),
                      Motif::annuelle};
    const auto avancer = [&](core::Date terme, Motif motif) {
        if (terme < plus_tot.terme) plus_tot = {terme, motif};
    };
    if (revu && dernier->prochain) avancer(*dernier->prochain, Motif::prochain_bilan);
    for (const auto evenement : vie.evenements)
        if (!revu || evenement > dernier->le)
            avancer(core::plus_months(evenement, delais.apres_un_evenement), Motif::evenement);
    return plus_tot;
}

Urgence urgence_de(core::Date terme, core::Date aujourd_hui, const Delais& delais) {
    if (terme < aujourd_hui) return Urgence::en_retard;
    return core::days_between(aujourd_hui, terme) <= delais.proche_en_jours ? Urgence::bientot
                                                                            : Urgence::plus_tard;
}

std::optional<int> silence_de(core::Date debut, std::optional<core::Date> derniere_trace,
                              core::Date aujourd_hui) {
    const auto jours = core::days_between(derniere_trace.value_or(debut), aujourd_hui);
    return jours >= silence_en_jours ? std::optional{jours} : std::nullopt;
}

}  // namespace grappe::projet
