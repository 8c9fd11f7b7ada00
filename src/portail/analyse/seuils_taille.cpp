// One establishment more or fewer, of each regime; enough of them to reach the minimum or to change
// the desk; the regime of one line changed.
#include <algorithm>

#include "portail/analyse/seuils.hpp"
#include "portail/analyse/seuils_communs.hpp"

namespace grappe::analyse {
namespace {

using programme::Regime, recevabilite::Comptes, rules::RegleId;

std::int64_t combien(const Comptes& comptes, Regime regime) {
    return std::count_if(comptes.begin(), comptes.end(),
                         [&](const auto& compte) { return compte.regime == regime; });
}

Regime regime_majoritaire(const Comptes& comptes) {
    const auto acquisitions = combien(comptes, Regime::acquisition);
    return 2 * acquisitions >= static_cast<std::int64_t>(comptes.size())
               ? Regime::acquisition
               : Regime::montee_de_version;
}

// The last counted establishment that is no home-care service (its flat is whole), else the last.
const dossier::EssmsResolu& modele(const Voisinage& voisinage) {
    const auto& comptes = voisinage.comptes();
    const auto plein = std::find_if(comptes.rbegin(), comptes.rend(), [&](const auto& compte) {
        return !recevabilite::est_saad(voisinage.sujet().appel, *compte.essms);
    });
    return plein == comptes.rend() ? *comptes.back().essms : *plein->essms;
}

std::string_view phrase_d_ajout(Regime regime) {
    return regime == Regime::acquisition ? "analyse.changement.ajouter_acquisition"
                                         : "analyse.changement.ajouter_montee";
}

class Tailles {
public:
    Tailles(const Voisinage& voisinage, std::vector<Voisin>& voisins)
        : voisinage_{voisinage}, voisins_{voisins} {}

    void ajouter(int nombre, Regime regime) {
        const Semblable semblable{modele(voisinage_), regime};
        auto comptes = voisinage_.comptes();
        comptes.insert(comptes.end(), static_cast<std::size_t>(nombre),
                       {&semblable.resolu, regime});
        noter({phrase_d_ajout(regime), {{"nombre", std::int64_t{nombre}}}}, comptes);
    }

    // The last ones of the list, of that regime.
    void retirer(int nombre, Regime regime) {
        Comptes comptes;
        comptes.reserve(voisinage_.comptes().size());
        auto gardes = combien(voisinage_.comptes(), regime) - nombre;
        for (const auto& compte : voisinage_.comptes())
            if (compte.regime != regime || gardes-- > 0) comptes.push_back(compte);
        noter({regime == Regime::acquisition ? "analyse.changement.retirer_acquisition"
                                             : "analyse.changement.retirer_montee",
               {{"nombre", std::int64_t{nombre}}}},
              comptes);
    }

    void retirer_les_derniers(std::size_t nombre) {
        auto comptes = voisinage_.comptes();
        comptes.resize(comptes.size() - nombre);
        noter({"analyse.changement.retirer_derniers", {{"nombre", compte(nombre)}}}, comptes);
    }

    // The first line of that regime, under the other one.
    void changer_de_regime(Regime regime) {
        auto comptes = voisinage_.comptes();
        const auto place = std::find_if(comptes.begin(), comptes.end(),
                                        [&](const auto& c) { return c.regime == regime; });
        if (place == comptes.end()) return;
        const bool acquisition = regime == Regime::acquisition;
        place->regime = acquisition ? Regime::montee_de_version : Regime::acquisition;
        const auto etat = voisinage_.evaluer(comptes);
        voisins_.push_back(
            {acquisition ? RegleId::fin_02 : RegleId::fin_01,
             {acquisition ? "analyse.changement.en_montee" : "analyse.changement.en_acquisition",
              {{"finess", place->essms->finess()}}},
             voisinage_.effets(etat)});
    }

private:
    static std::int64_t compte(std::size_t nombre) { return static_cast<std::int64_t>(nombre); }

    void noter(Phrase changement, const Comptes& comptes) {
        const auto etat = voisinage_.evaluer(comptes);
        voisins_.push_back(
            {regle_de(voisinage_, etat), std::move(changement), voisinage_.effets(etat)});
    }

    const Voisinage& voisinage_;
    std::vector<Voisin>& voisins_;
};

void atteindre_le_minimum(const Voisinage& voisinage, Tailles& tailles) {
    const auto& etat = voisinage.etat();
    if (etat.minimum_atteint()) return;
    const int manquent = *etat.minimum - etat.essms;
    if (manquent > 1) tailles.ajouter(manquent, regime_majoritaire(voisinage.comptes()));
}

// The nearest bounds of the routing table above and below the count, where the desk changes.
void changer_de_guichet(const Voisinage& voisinage, Tailles& tailles) {
    const auto& routage = voisinage.sujet().appel.routage;
    if (!routage.definie()) return;
    const int essms = voisinage.etat().essms;
    int au_dessus = 0;
    int au_dessous = 0;
    for (const auto& ligne : *routage)
        for (const auto& borne : {ligne.a_partir_de, ligne.moins_de}) {
            if (!borne) continue;
            if (*borne > essms && (au_dessus == 0 || *borne < au_dessus)) au_dessus = *borne;
            if (*borne <= essms && *borne > au_dessous) au_dessous = *borne;
        }
    // One more or one fewer is already told.
    if (au_dessus > essms + 1)
        tailles.ajouter(au_dessus - essms, regime_majoritaire(voisinage.comptes()));
    if (au_dessous > 1 && essms - au_dessous >= 1)
        tailles.retirer_les_derniers(static_cast<std::size_t>(essms - au_dessous) + 1);
}

void sans_etablissement(const Voisinage& voisinage, std::vector<Voisin>& voisins) {
    const auto& minimum = voisinage.etat().minimum;
    if (!minimum) return;
    voisins.push_back(
        {RegleId::grp_01,
         {"analyse.changement.ajouter_eligibles", {{"nombre", std::int64_t{*minimum}}}},
         {{"analyse.effet.minimum_atteint", {{"minimum", std::int64_t{*minimum}}}}}});
}

}  // namespace

void voisins_de_taille(const Voisinage& voisinage, std::vector<Voisin>& voisins) {
    const auto& comptes = voisinage.comptes();
    if (comptes.empty()) return sans_etablissement(voisinage, voisins);
    Tailles tailles{voisinage, voisins};
    for (const auto regime : {Regime::acquisition, Regime::montee_de_version}) {
        if (combien(comptes, regime) == 0) continue;
        tailles.ajouter(1, regime);
        tailles.retirer(1, regime);
        tailles.changer_de_regime(regime);
    }
    atteindre_le_minimum(voisinage, tailles);
    changer_de_guichet(voisinage, tailles);
}

}  // namespace grappe::analyse
