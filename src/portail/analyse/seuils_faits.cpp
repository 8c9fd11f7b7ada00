// Facts of the dossier changed: exclusions lifted, a small body that grows, a software referenced,
// another day of deposit.
#include <algorithm>

#include "portail/analyse/seuils.hpp"
#include "portail/analyse/seuils_communs.hpp"

namespace grappe::analyse {
namespace {

using rules::RegleId;

constexpr std::size_t organismes_racontes = 3;

// "330000001, 330000118": the first ones, and how many more.
std::string numeros(const std::vector<recevabilite::Exclusion>& exclus) {
    constexpr std::size_t cites = 5;
    std::string liste;
    for (std::size_t rang = 0; rang < std::min(exclus.size(), cites); ++rang) {
        if (rang > 0) liste += ", ";
        liste += exclus[rang].finess_et;
    }
    if (exclus.size() > cites) liste += "…";
    return liste;
}

// The bodies that are small today, with the size at which they are no longer so.
int limite(const Voisinage& voisinage, std::string_view organisme) {
    const auto& seuils = *voisinage.sujet().appel.petit_organisme;
    const auto& comptes = voisinage.comptes();
    const bool insulaire = std::all_of(comptes.begin(), comptes.end(), [&](const auto& compte) {
        return compte.essms->finess_ej != organisme || compte.essms->corse_ou_outre_mer;
    });
    return insulaire && seuils.corse_outre_mer ? *seuils.corse_outre_mer : seuils.metropole;
}

// The dossier without its establishments, which the total reads from the counted ones.
dossier::Dossier sans_les_essms(const dossier::Dossier& saisi) {
    return {.appel = saisi.appel,
            .depose_le = saisi.depose_le,
            .nature = saisi.nature,
            .porteur = saisi.porteur,
            .organismes = saisi.organismes,
            .essms = {},
            .solution = {},
            .devis_amoa = saisi.devis_amoa,
            .extension = saisi.extension,
            .pieces = {},
            .convention_signee_le = saisi.convention_signee_le,
            .depenses = saisi.depenses};
}

bool referencement_en_defaut(const Voisinage& voisinage) {
    const auto& saisi = voisinage.contexte().saisi();
    const auto& regles = voisinage.sujet().appel.solution;
    if (!regles.definie() || !voisinage.contexte().applique(RegleId::sol_02)) return false;
    if (!saisi.solution.connue()) return true;
    const auto& date = saisi.solution->referencee_le;
    return !date.connue() || *date > voisinage.contexte().jour_du_depot;
}

const programme::Fenetre* prochaine(const Voisinage& voisinage, core::Instant apres) {
    const programme::Fenetre* prochaine = nullptr;
    for (const auto& fenetre : *voisinage.sujet().appel.fenetres)
        if (recevabilite::concerne(fenetre, {*voisinage.etat().portee, voisinage.nature()}) &&
            fenetre.ouvre_le >= apres &&
            (prochaine == nullptr || fenetre.ouvre_le < prochaine->ouvre_le))
            prochaine = &fenetre;
    return prochaine;
}

rules::Faits jours_de(const Voisinage& voisinage, const programme::Fenetre& fenetre) {
    const auto& fuseau = voisinage.sujet().appel.fuseau;
    const auto dernier = core::Instant::of(fenetre.ferme_le.utc() - std::chrono::seconds{1});
    return {{"ouvre_le", fuseau.day_of(fenetre.ouvre_le)},
            {"dernier_jour", fuseau.day_of(dernier)}};
}

std::int64_t jours_restants(const Voisinage& voisinage, const programme::Fenetre& fenetre) {
    const auto depot = voisinage.contexte().saisi().depose_le.utc();
    return std::chrono::duration_cast<std::chrono::days>(fenetre.ferme_le.utc() - depot).count();
}

void apres_la_fenetre(const Voisinage& voisinage, const programme::Fenetre& fenetre,
                      std::vector<Voisin>& voisins) {
    auto faits = jours_de(voisinage, fenetre);
    faits.push_back({"jours", jours_restants(voisinage, fenetre)});
    Voisin voisin{fenetre.regle, {"analyse.changement.deposer_apres", std::move(faits)}, {}};
    if (const auto* suivante = prochaine(voisinage, fenetre.ferme_le))
        voisin.effets.push_back({"analyse.effet.fenetre_suivante", jours_de(voisinage, *suivante)});
    else
        voisin.effets.push_back({"analyse.effet.plus_de_fenetre", {}});
    voisins.push_back(std::move(voisin));
}

// Late or early: the day that would mend it.
void a_temps(const Voisinage& voisinage, const recevabilite::ChoixDeFenetre& choix,
             std::vector<Voisin>& voisins) {
    const auto& fenetre = *choix.fenetre;
    const auto* suivante = prochaine(voisinage, voisinage.contexte().saisi().depose_le);
    const auto* visee = suivante != nullptr ? suivante : &fenetre;
    const bool avant = suivante == nullptr;
    voisins.push_back({visee->regle,
                       {avant ? std::string_view{"analyse.changement.deposer_avant"}
                              : std::string_view{"analyse.changement.deposer_dans"},
                        jours_de(voisinage, *visee)},
                       {{"analyse.effet.a_temps", {}}}});
}

}  // namespace

void voisins_d_exclusion(const Voisinage& voisinage, std::vector<Voisin>& voisins) {
    const auto& exclus = voisinage.sujet().recevabilite.exclus;
    if (exclus.empty()) return;
    const auto nombre = static_cast<std::int64_t>(exclus.size());
    const rules::Faits faits{{"nombre", nombre}, {"finess", numeros(exclus)}};
    voisins.push_back({RegleId::elig_11,
                       {"analyse.changement.retirer_exclus", faits},
                       {{"analyse.effet.retires", {}}}});
    auto comptes = voisinage.comptes();
    for (const auto& essms : voisinage.sujet().dossier.essms)
        for (const auto& exclu : exclus)
            if (exclu.ligne == essms.ligne)
                comptes.push_back(
                    {&essms, recevabilite::regime_effectif(voisinage.contexte(), *essms.saisi)});
    std::sort(comptes.begin(), comptes.end(),
              [](const auto& a, const auto& b) { return a.essms->ligne < b.essms->ligne; });
    voisins.push_back({exclus.front().regle,
                       {"analyse.changement.regulariser", faits},
                       voisinage.effets(voisinage.evaluer(comptes))});
}

void voisins_d_organisme(const Voisinage& voisinage, std::vector<Voisin>& voisins) {
    const auto& etat = voisinage.etat();
    if (!voisinage.sujet().appel.petit_organisme.definie() || !etat.total) return;
    auto saisi = sans_les_essms(voisinage.contexte().saisi());
    std::size_t racontes = 0;
    for (auto& organisme : saisi.organismes) {
        if (!organisme.essms_geres.connue() || racontes == organismes_racontes) continue;
        const int declares = *organisme.essms_geres;
        const int seuil = limite(voisinage, organisme.finess_ej.text());
        if (declares >= seuil) continue;
        organisme.essms_geres = seuil;
        const auto total = voisinage.total(saisi);
        organisme.essms_geres = declares;
        if (*total == *etat.total) continue;
        ++racontes;
        voisins.push_back(
            {RegleId::grp_09,
             {"analyse.changement.organisme_grandit",
              {{"organisme", organisme.finess_ej.text()},
               {"declares", std::int64_t{declares}},
               {"seuil", std::int64_t{seuil}}}},
             {{"analyse.effet.plus_petit", {}}, effet_sur_le_total(*etat.total, *total)}});
    }
}

void voisins_de_solution(const Voisinage& voisinage, std::vector<Voisin>& voisins) {
    if (voisinage.comptes().empty() || !referencement_en_defaut(voisinage)) return;
    voisins.push_back(
        {RegleId::sol_02,
         {"analyse.changement.referencer", {{"depose_le", voisinage.contexte().jour_du_depot}}},
         {{voisinage.sujet().recevabilite.bloque
               ? std::string_view{"analyse.effet.referencee_bloque"}
               : std::string_view{"analyse.effet.referencee"},
           {}}}});
}

void voisins_de_date(const Voisinage& voisinage, std::vector<Voisin>& voisins) {
    const auto& choix = voisinage.etat().fenetre;
    if (!choix) return;
    if (choix->a_temps()) return apres_la_fenetre(voisinage, *choix->fenetre, voisins);
    a_temps(voisinage, *choix, voisins);
}

}  // namespace grappe::analyse
