// Assembles what a reader of a committee sees.
#include "portail/comite/vue.hpp"

#include <algorithm>

#include "portail/comite/comite_repository.hpp"
#include "portail/comite/notification.hpp"

namespace grappe::comite {
namespace {

struct Dit {
    std::vector<std::string> membres;
    std::vector<Interet> interets;
    std::vector<Vote> votes;
    std::vector<Avis> avis;
    std::vector<PointDAttention> points;
};

std::vector<PointDAttention> points_sur(const Dit& dit, const std::string& dossier) {
    std::map<std::string, PointDAttention> derniers;
    for (const auto& point : dit.points)
        if (point.dossier == dossier) derniers.insert_or_assign(point.critere, point);
    std::vector<PointDAttention> points;
    for (auto& [critere, point] : derniers) points.push_back(std::move(point));
    return points;
}

CandidatVu vu_par(const Demandeur& qui, const Comite& comite, const Dit& dit, Candidat candidat) {
    const bool ecarte = est_concerne(candidat, qui.acteur.compte, dit.interets);
    const auto id = candidat.dossier.id;
    CandidatVu vu{.candidat = std::move(candidat), .ecarte = ecarte};
    if (ecarte) return vu;
    const Seance seance{dit.membres, dit.interets, dit.votes, comite.quorum};
    vu.points = points_sur(dit, id);
    if (const auto* avis = avis_sur(dit.avis, id)) vu.avis = *avis;
    vu.votes = votes_comptes(seance, vu.candidat);
    vu.presence = presence(seance, vu.candidat);
    return vu;
}

void ajouter_les_constats(Candidat& candidat, const Dit& dit) {
    for (const auto& point : points_sur(dit, candidat.dossier.id))
        for (auto& element : candidat.elements)
            element.constats[point.critere] = core::name_of(point.constat);
}

std::vector<Axe> axes(const std::vector<programme::Enonce>& criteres) {
    std::vector<Axe> tous{{Genre::secteur}, {Genre::departement}, {Genre::statut}};
    for (const auto& critere : criteres) tous.push_back({Genre::critere, critere.nom});
    return tous;
}

std::vector<Element> avec(const std::vector<Element>& portefeuille,
                          const std::vector<Candidat>& candidats, const Scenario& scenario) {
    auto elements = portefeuille;
    for (const auto& id : scenario.retenus)
        if (const auto* candidat = trouver(candidats, id))
            elements.insert(elements.end(), candidat->elements.begin(), candidat->elements.end());
    return elements;
}

std::string titre_de(const Axe& axe, const std::vector<programme::Enonce>& criteres,
                     const rules::Phrases& phrases) {
    const auto enonce = std::ranges::find(criteres, axe.critere, &programme::Enonce::nom);
    if (axe.genre == Genre::critere && enonce != criteres.end()) return enonce->texte;
    return phrases.rendre("comite.axe." + std::string{core::name_of(axe.genre)}, {});
}

void comparer(Vue& vue, const std::vector<Candidat>& candidats,
              const std::vector<Element>& portefeuille, const rules::Phrases& phrases) {
    for (const auto& axe : axes(vue.criteres)) {
        EquilibreVu vu{.axe = axe,
                       .titre = titre_de(axe, vue.criteres, phrases),
                       .portefeuille = equilibre(axe, portefeuille)};
        for (const auto& scenario : vue.scenarios)
            vu.avec.push_back(equilibre(axe, avec(portefeuille, candidats, scenario)));
        vue.equilibres.push_back(std::move(vu));
    }
    const Monde monde{candidats, portefeuille, vue.limite};
    for (std::size_t de = 0; de < vue.scenarios.size(); ++de)
        for (auto vers = de + 1; vers < vue.scenarios.size(); ++vers) {
            const auto& un = vue.scenarios[de];
            const auto& autre = vue.scenarios[vers];
            vue.ecarts.push_back({un.nom, autre.nom, differences(monde, un, autre, phrases)});
        }
}

// Who has an interest learns from no list, sum or sentence what is thought of that dossier.
void taire(Vue& vue) {
    if (!concerne(vue)) return;
    vue.scenarios.clear();
    vue.retenu = {};
}

Total retenu_par_avis(const std::vector<CandidatVu>& candidats) {
    Total somme;
    for (const auto& vu : candidats) {
        if (!vu.avis || !retient(vu.avis->sens)) continue;
        ++somme.dossiers;
        somme.essms += vu.candidat.essms;
        somme.montant += vu.candidat.montant.value_or(core::Money{});
    }
    return somme;
}

// Its reservations are made once it is published: what it had is what it has shared out.
core::Money limite_de(storage::Reader& db, const Comite& comite) {
    return comite.notifie_le ? comite.enveloppe : a_repartir(db, comite);
}

std::vector<std::string> noms_des_sources(storage::Reader& db, std::string_view guichet) {
    std::vector<std::string> noms;
    for (auto& une : sources_importees(db, guichet)) noms.push_back(std::move(une.nom));
    return noms;
}

}  // namespace

core::Result<Vue> voir(storage::Reader& db, const Demandeur& qui, std::string_view id,
                       const Moyens& moyens) {
    const auto comite = demander_le_comite(db, qui, id, access::Permission::avis_rendre);
    if (!comite) return comite.error();
    const auto* appel = moyens.regles.appel(comite->appel, comite->cree_le);
    core::ensure(appel != nullptr, "the call of a committee is known");
    const Dit dit{.membres = membres_du_guichet(db, comite->guichet),
                  .interets = interets(db, id),
                  .votes = votes(db, id),
                  .avis = avis_rendus(db, id),
                  .points = points_d_attention(db, id)};
    auto tous = candidats(db, *comite, moyens.regles);
    for (auto& candidat : tous) ajouter_les_constats(candidat, dit);
    Vue vue{.comite = *comite,
            .criteres = appel->criteres,
            .candidats = {},
            .scenarios = scenarios(db, id),
            .totaux = {},
            .retenu = {},
            .limite = limite_de(db, *comite),
            .interets = dit.interets,
            .sources = noms_des_sources(db, comite->guichet),
            .equilibres = {},
            .ecarts = {},
            .soldes = enveloppe::soldes(db, {comite->appel, comite->guichet})};
    for (const auto& candidat : tous) vue.candidats.push_back(vu_par(qui, *comite, dit, candidat));
    vue.retenu = retenu_par_avis(vue.candidats);
    taire(vue);
    for (const auto& scenario : vue.scenarios) vue.totaux.push_back(total(tous, scenario.retenus));
    comparer(vue, tous, portefeuille(db, *comite), moyens.regles.phrases);
    return vue;
}

bool concerne(const Vue& vue) { return std::ranges::any_of(vue.candidats, &CandidatVu::ecarte); }

std::vector<Comite> lister(storage::Reader& db, const Demandeur& qui) {
    if (!access::pourrait(qui.acteur, access::Permission::avis_rendre)) return {};
    return comites_du_guichet(db, qui.acteur.guichet());
}

}  // namespace grappe::comite
