// The calls in order of what closes first.
#include "portail/pages/appels_vue.hpp"

#include <algorithm>
#include <set>

#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"

namespace grappe::pages {
namespace {

using page::Vue;
using programme::Appel;
using programme::Fenetre;

// Open, to come, closed, without dates.
int priorite(const Fenetre* fenetre, core::Instant instant) {
    return fenetre == nullptr ? 3 : static_cast<int>(etat_de(*fenetre, instant));
}

std::string echeance(const Services& services, const Appel& appel, const Fenetre* fenetre) {
    if (fenetre == nullptr) return dire(services, "pages.appel.sans_fenetre");
    const auto etat = etat_de(*fenetre, services.maintenant());
    const auto date = etat == EtatFenetre::a_venir ? moment(fenetre->ouvre_le, appel.fuseau)
                                                   : cloture(fenetre->ferme_le, appel.fuseau);
    const auto code = etat == EtatFenetre::ouverte   ? "pages.appel.ferme_le"
                      : etat == EtatFenetre::a_venir ? "pages.appel.ouvre_le"
                                                     : "pages.appel.ferme_depuis_le";
    return dire(services, code,
                {{"fenetre", std::string_view{fenetre->id}},
                 {"date", date},
                 {"compte", rebours(*fenetre, services.maintenant(), services.phrases)}});
}

Vue en_bref(const Services& services, const Appel& appel) {
    const auto instant = services.maintenant();
    const auto* fenetre = fenetre_du_moment(appel, instant);
    const auto etat = fenetre ? classe_de(etat_de(*fenetre, instant)) : "sans_date";
    return {{"id", appel.id},
            {"titre", appel.titre},
            {"etat", etat},
            {"etat_mots", dire(services, "pages.etat." + std::string{etat})},
            {"echeance", echeance(services, appel, fenetre)},
            {"choisi", false}};
}

// The scopes of every window open at the same moment.
std::string portees(const Services& services, const std::vector<Fenetre>& fenetres,
                    const Fenetre& celle_ci) {
    std::set<programme::Portee> portees;
    for (const auto& fenetre : fenetres)
        if (fenetre.ouvre_le == celle_ci.ouvre_le && fenetre.ferme_le == celle_ci.ferme_le)
            portees.insert(fenetre.portees.begin(), fenetre.portees.end());
    std::string texte;
    for (const auto portee : portees) {
        const auto code = "pages.portee." + std::string{core::name_of(portee)};
        texte.append(texte.empty() ? "" : "\u00a0; ").append(dire(services, code));
    }
    return texte;
}

}  // namespace

const Fenetre* fenetre_du_moment(const Appel& appel, core::Instant instant) {
    if (!appel.fenetres.definie() || appel.fenetres->empty()) return nullptr;
    const auto& fenetres = *appel.fenetres;
    for (const auto voulu : {EtatFenetre::ouverte, EtatFenetre::a_venir})
        for (const auto& fenetre : fenetres)
            if (etat_de(fenetre, instant) == voulu) return &fenetre;
    return &*std::max_element(
        fenetres.begin(), fenetres.end(),
        [](const Fenetre& une, const Fenetre& autre) { return une.ferme_le < autre.ferme_le; });
}

std::vector<const Appel*> appels_par_echeance(const Services& services) {
    const auto instant = services.maintenant();
    std::vector<const Appel*> appels;
    appels.reserve(services.appels.tous.size());
    for (const auto& charge : services.appels.tous) appels.push_back(&charge.applicable(instant));
    std::sort(appels.begin(), appels.end(), [&](const Appel* un, const Appel* autre) {
        const auto* f = fenetre_du_moment(*un, instant);
        const auto* g = fenetre_du_moment(*autre, instant);
        const auto p = priorite(f, instant), q = priorite(g, instant);
        if (p != q) return p < q;
        if (p == 3) return un->id < autre->id;
        return p == 2 ? f->ferme_le > g->ferme_le : f->ferme_le < g->ferme_le;
    });
    return appels;
}

Vue::Liste appels_en_bref(const Services& services) {
    Vue::Liste vues;
    for (const auto* appel : appels_par_echeance(services))
        vues.push_back(en_bref(services, *appel));
    return vues;
}

Vue::Liste appels_en_liste(const Services& services) {
    Vue::Liste vues;
    for (const auto* appel : appels_par_echeance(services)) {
        auto vue = en_bref(services, *appel);
        vue.ajouter("base_legale", appel->base_legale);
        vue.ajouter("fenetres", fenetres(services, *appel));
        vue.ajouter("sans_fenetre", appel->fenetres.definie()
                                        ? std::string{}
                                        : dire(services, "pages.appel.sans_fenetre"));
        vues.push_back(std::move(vue));
    }
    return vues;
}

// Windows of one moment that differ only by their scopes are one line.
Vue::Liste fenetres(const Services& services, const Appel& appel) {
    Vue::Liste vues;
    if (!appel.fenetres.definie()) return vues;
    const auto instant = services.maintenant();
    std::set<std::pair<core::Instant, core::Instant>> faites;
    for (const auto& fenetre : *appel.fenetres) {
        if (!faites.emplace(fenetre.ouvre_le, fenetre.ferme_le).second) continue;
        const rules::Faits dates{{"ouverture", jour(appel.fuseau.day_of(fenetre.ouvre_le))},
                                 {"cloture", cloture(fenetre.ferme_le, appel.fuseau)}};
        vues.push_back(Vue{{"id", fenetre.id},
                           {"periode", dire(services, "pages.appel.periode", dates)},
                           {"etat", classe_de(etat_de(fenetre, instant))},
                           {"compte", rebours(fenetre, instant, services.phrases)},
                           {"portees", portees(services, *appel.fenetres, fenetre)},
                           {"comite", fenetre.comite},
                           {"source", en_clair(fenetre.source)}});
    }
    return vues;
}

}  // namespace grappe::pages
