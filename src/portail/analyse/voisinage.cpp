// Evaluation of a neighbour, and the sentences that tell it from the dossier.
#include "portail/analyse/voisinage.hpp"

namespace grappe::analyse {
namespace {

using programme::Niveau, recevabilite::Comptes, recevabilite::Decompte;

subvention::Choix choix_de(const programme::Appel& appel) {
    return appel.donne_des_montants() ? subvention::choix_de_l_appel(appel) : subvention::Choix{};
}

std::optional<Phrase> effet_sur_le_minimum(const Etat& avant, const Etat& apres) {
    if (avant.minimum_atteint() == apres.minimum_atteint()) return std::nullopt;
    const rules::Fait minimum{"minimum", std::int64_t{*apres.minimum}};
    return Phrase{apres.minimum_atteint() ? std::string_view{"analyse.effet.minimum_atteint"}
                                          : std::string_view{"analyse.effet.minimum_perdu"},
                  {minimum}};
}

std::string_view phrase_du_guichet(Niveau niveau) {
    switch (niveau) {
        case Niveau::regional:
            return "analyse.effet.guichet_regional";
        case Niveau::national:
            return "analyse.effet.guichet_national";
        case Niveau::non_defini:
            break;
    }
    return "analyse.effet.guichet_non_defini";
}

std::optional<Phrase> effet_sur_le_guichet(const Etat& avant, const Etat& apres) {
    const rules::Fait financeur{"financeur", apres.routage.financeur};
    if (avant.routage.niveau != apres.routage.niveau)
        return Phrase{phrase_du_guichet(apres.routage.niveau), {financeur}};
    if (avant.routage.financeur != apres.routage.financeur)
        return Phrase{"analyse.effet.financeur", {financeur}};
    return std::nullopt;
}

std::optional<Phrase> effet_sur_la_fenetre(const Etat& avant, const Etat& apres) {
    if (apres.essms == 0) return Phrase{"analyse.effet.plus_aucun", {}};
    if (avant.fenetre.has_value() != apres.fenetre.has_value())
        return Phrase{apres.fenetre ? std::string_view{"analyse.effet.date_donnee"}
                                    : std::string_view{"analyse.effet.sans_date"},
                      {}};
    if (!avant.fenetre || avant.fenetre->a_temps() == apres.fenetre->a_temps()) return std::nullopt;
    return Phrase{apres.fenetre->a_temps() ? std::string_view{"analyse.effet.a_temps"}
                                           : std::string_view{"analyse.effet.hors_delai"},
                  {}};
}

}  // namespace

Phrase effet_sur_le_total(core::Money avant, core::Money apres) {
    if (avant == apres) return {"analyse.effet.total_egal", {{"apres", apres}}};
    const bool hausse = avant < apres;
    return {
        hausse ? std::string_view{"analyse.effet.total_hausse"}
               : std::string_view{"analyse.effet.total_baisse"},
        {{"avant", avant}, {"apres", apres}, {"ecart", hausse ? apres - avant : avant - apres}}};
}

Semblable::Semblable(const dossier::EssmsResolu& modele, programme::Regime regime)
    : saisi{*modele.saisi}, resolu{modele} {
    saisi.regime = regime;
    saisi.devis_materiel = dossier::Donnee<core::Money>::nulle();
    resolu.saisi = &saisi;
}

Voisinage::Voisinage(const Sujet& sujet, std::optional<core::Money> total)
    : sujet_{sujet},
      contexte_{recevabilite::contexte_de(sujet.dossier, sujet.appel, sujet.referentiels)},
      choix_{choix_de(sujet.appel)},
      decompte_{recevabilite::decompter(sujet.recevabilite.comptes)},
      etat_{sans_total(decompte_)} {
    etat_.total = total;
}

Etat Voisinage::evaluer(const Comptes& comptes) const {
    const auto& appel = sujet_.appel;
    auto etat = sans_total(recevabilite::decompter(comptes));
    if (appel.donne_des_montants())
        etat.total = subvention::calculer_total({sujet_.dossier, appel, comptes}, choix_);
    return etat;
}

Etat Voisinage::sans_total(const Decompte& decompte) const {
    const auto& appel = sujet_.appel;
    Etat etat{.essms = decompte.essms(),
              .minimum = std::nullopt,
              .routage = recevabilite::router(contexte_, decompte),
              .portee = std::nullopt,
              .fenetre = std::nullopt,
              .total = std::nullopt};
    if (appel.minimum.definie())
        etat.minimum = recevabilite::minimum_applicable(contexte_, decompte);
    etat.portee = recevabilite::portee_de(etat.routage, decompte);
    if (etat.portee)
        etat.fenetre = recevabilite::choisir_fenetre(appel, {*etat.portee, nature()},
                                                     contexte_.saisi().depose_le);
    return etat;
}

std::optional<core::Money> Voisinage::total(const dossier::Dossier& saisi) const {
    if (!sujet_.appel.donne_des_montants()) return std::nullopt;
    const dossier::DossierResolu autre{
        .saisi = &saisi,
        .essms = {},
        .doublons = {},
        .porteur_en_corse_ou_outre_mer = sujet_.dossier.porteur_en_corse_ou_outre_mer,
        .source_registre = sujet_.dossier.source_registre};
    return subvention::calculer_total({autre, sujet_.appel, comptes()}, choix_);
}

std::vector<Phrase> Voisinage::effets(const Etat& voisin) const {
    std::vector<Phrase> effets;
    for (auto* effet : {effet_sur_le_minimum, effet_sur_le_guichet, effet_sur_la_fenetre})
        if (auto phrase = effet(etat_, voisin)) effets.push_back(*std::move(phrase));
    if (etat_.total && voisin.total)
        effets.push_back(effet_sur_le_total(*etat_.total, *voisin.total));
    if (effets.empty()) effets.push_back({"analyse.effet.aucun", {}});
    return effets;
}

}  // namespace grappe::analyse
