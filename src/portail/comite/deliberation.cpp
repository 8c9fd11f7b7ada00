// What is said in a session, and what keeps somebody from saying it.
#include "portail/comite/deliberation.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "portail/comite/comite_repository.hpp"
#include "portail/comite/scenario.hpp"

namespace grappe::comite {
namespace {

using access::Permission;

core::Result<std::string> lire_organisme(std::string_view texte) {
    if (const auto finess = core::Finess::parse(texte)) return finess->text();
    if (const auto siret = core::Siret::parse(texte)) return siret->text();
    return core::refuse(core::Reason::rule_not_met, "comite.organisme");
}

// A dossier that the actor may speak of.
struct Parle {
    const Comite& comite;
    std::string_view dossier;
};
core::Result<Candidat> admettre(storage::Reader& db, const Demandeur& qui, const Parle& parle,
                                const socle::Moyens& regles) {
    auto vu = candidat(db, parle.comite, parle.dossier, regles);
    if (!vu) return vu;
    if (est_concerne(*vu, qui.acteur.compte, interets(db, parle.comite.id)))
        return core::refuse(core::Reason::forbidden, "comite.interet");
    return vu;
}

core::Result<Sens> lire_sens(std::string_view texte) {
    const auto sens = core::named<Sens>(texte);
    if (!sens) return core::refuse(core::Reason::rule_not_met, "comite.avis");
    return *sens;
}

std::string noms_des_criteres(const programme::Appel& appel) {
    std::string noms;
    for (const auto& critere : appel.criteres)
        noms.append(noms.empty() ? "" : ", ").append(critere.nom);
    return noms;
}

constexpr std::int64_t rang_max = 9999;

core::Result<std::optional<int>> lire_rang(Sens sens, std::optional<std::int64_t> rang) {
    const bool attend = sens == Sens::attente;
    const bool juste = attend ? rang && *rang >= 1 && *rang <= rang_max : !rang;
    if (!juste)
        return core::refuse(core::Reason::rule_not_met,
                            attend ? "comite.rang" : "comite.rang_sans_attente");
    return rang ? std::optional{static_cast<int>(*rang)} : std::nullopt;
}

struct Paroles {
    Sens sens;
    std::string recommandations, motif;
    std::optional<int> rang;
};
core::Result<Paroles> lire(const NouvelAvis& nouveau, const Candidat& candidat) {
    const auto sens = lire_sens(nouveau.sens);
    if (!sens) return sens.error();
    auto recommandations = instruction::lire_texte_libre(nouveau.recommandations);
    if (!recommandations) return recommandations.error();
    auto motif = instruction::lire_texte_libre(nouveau.motif);
    if (!motif) return motif.error();
    if (!retient(*sens) && motif->empty())
        return core::refuse(core::Reason::rule_not_met, "comite.motif");
    if (*sens == Sens::favorable_avec_recommandations && recommandations->empty())
        return core::refuse(core::Reason::rule_not_met, "comite.recommandations");
    if (*sens == Sens::reserve && !candidat.suite)
        return core::refuse(core::Reason::conflict, "comite.reserve_sans_suite");
    const auto rang = lire_rang(*sens, nouveau.rang);
    if (!rang) return rang.error();
    return Paroles{*sens, *std::move(recommandations), *std::move(motif), *rang};
}

// A rank is of one dossier: of what the committee says last of each.
core::Result<void> garder_unique(std::optional<int> rang, const std::vector<Avis>& rendus,
                                 const std::string& dossier) {
    bool pris = false;
    int suivant = 1;
    for (const auto& avis : rendus) {
        if (!avis.rang || avis.dossier == dossier || avis_sur(rendus, avis.dossier) != &avis)
            continue;
        pris = pris || avis.rang == rang;
        suivant = std::max(suivant, *avis.rang + 1);
    }
    if (!pris) return {};
    return core::refuse(core::Reason::conflict, "comite.rang_pris", std::to_string(suivant));
}

// Names, a line each, of the chosen scenario and of the last proposal kept, where they say
// otherwise.
std::string ecarts(const std::vector<Scenario>& scenarios, const std::string& dossier, Sens sens) {
    const auto* choisi = scenario_choisi(scenarios);
    const auto* proposee = derniere_proposition(scenarios);
    std::string noms;
    for (const auto& scenario : scenarios) {
        const bool suivi = &scenario == choisi || &scenario == proposee;
        const bool retenu = std::ranges::find(scenario.retenus, dossier) != scenario.retenus.end();
        if (!suivi || retenu == retient(sens)) continue;
        noms.append(noms.empty() ? "" : "\n").append(scenario.nom);
    }
    return noms;
}

}  // namespace

core::Result<Interet> declarer(storage::Writer& db, const Demandeur& qui,
                               const NouvelInteret& nouveau) {
    const auto comite = ouvrir(db, qui, nouveau.vise, Permission::avis_rendre);
    if (!comite) return comite.error();
    const auto organisme = lire_organisme(nouveau.organisme);
    if (!organisme) return organisme.error();
    auto motif = instruction::lire_texte(nouveau.motif);
    if (!motif) return motif.error();
    auto declare = ajouter(db, comite->id,
                           Interet{.numero = 0,
                                   .membre = qui.acteur.compte,
                                   .organisme = *organisme,
                                   .motif = *std::move(motif),
                                   .declare_le = qui.maintenant});
    noter(db, qui, *comite, {"comite.interet", "organisme:" + declare.organisme});
    return declare;
}

core::Result<Vote> voter(storage::Writer& db, const Demandeur& qui, const NouveauVote& nouveau,
                         const socle::Moyens& regles) {
    const auto comite = ouvrir(db, qui, nouveau.vise, Permission::avis_rendre);
    if (!comite) return comite.error();
    if (qui.acteur.role != access::Role::comite)
        return core::refuse(core::Reason::forbidden, "comite.pas_membre");
    const auto vu = admettre(db, qui, {*comite, nouveau.dossier}, regles);
    if (!vu) return vu.error();
    const auto sens = lire_sens(nouveau.sens);
    if (!sens) return sens.error();
    auto rendu = ajouter(db, comite->id,
                         Vote{.numero = 0,
                              .dossier = vu->dossier.id,
                              .membre = qui.acteur.compte,
                              .sens = *sens,
                              .rendu_le = qui.maintenant});
    noter(db, qui, *comite, {"comite.vote", teleservice::objet_du_journal(vu->dossier)});
    return rendu;
}

core::Result<PointDAttention> relever(storage::Writer& db, const Demandeur& qui,
                                      const NouveauPoint& nouveau, const socle::Moyens& regles) {
    const auto comite = ouvrir(db, qui, nouveau.vise, Permission::avis_rendre);
    if (!comite) return comite.error();
    const auto vu = admettre(db, qui, {*comite, nouveau.dossier}, regles);
    if (!vu) return vu.error();
    const auto* appel = regles.appel(comite->appel, comite->cree_le);
    core::ensure(appel != nullptr, "the call of a committee is known");
    if (std::ranges::find(appel->criteres, nouveau.critere, &programme::Enonce::nom) ==
        appel->criteres.end())
        return core::refuse(core::Reason::rule_not_met, "comite.critere",
                            noms_des_criteres(*appel));
    const auto constat = core::named<Presente>(nouveau.constat);
    if (!constat) return core::refuse(core::Reason::rule_not_met, "comite.constat");
    auto texte = instruction::lire_texte_libre(nouveau.texte);
    if (!texte) return texte.error();
    auto releve = ajouter(db, comite->id,
                          PointDAttention{.numero = 0,
                                          .dossier = vu->dossier.id,
                                          .critere = std::string{nouveau.critere},
                                          .constat = *constat,
                                          .texte = *std::move(texte),
                                          .par = qui.acteur.compte,
                                          .note_le = qui.maintenant});
    noter(db, qui, *comite, {"comite.point", teleservice::objet_du_journal(vu->dossier)});
    return releve;
}

core::Result<Avis> opiner(storage::Writer& db, const Demandeur& qui, const NouvelAvis& nouveau,
                          const socle::Moyens& regles) {
    const auto comite = ouvrir(db, qui, nouveau.vise, Permission::avis_rendre);
    if (!comite) return comite.error();
    const auto vu = admettre(db, qui, {*comite, nouveau.dossier}, regles);
    if (!vu) return vu.error();
    auto paroles = lire(nouveau, *vu);
    if (!paroles) return paroles.error();
    const auto rendus = avis_rendus(db, comite->id);
    if (const auto unique = garder_unique(paroles->rang, rendus, vu->dossier.id); !unique)
        return unique.error();
    auto contre = ecarts(scenarios(db, comite->id), vu->dossier.id, paroles->sens);
    if (!contre.empty() && paroles->motif.empty()) {
        std::ranges::replace(contre, '\n', ',');
        return core::refuse(core::Reason::rule_not_met, "comite.ecart_sans_motif",
                            std::move(contre));
    }
    const auto membres = membres_du_guichet(db, comite->guichet);
    const auto declares = interets(db, comite->id);
    const auto voix = votes(db, comite->id);
    const auto presents = presence({membres, declares, voix, comite->quorum}, *vu);
    if (!atteint_le_quorum(presents))
        return core::refuse(
            core::Reason::conflict, "comite.quorum",
            std::to_string(presents.votants) + "/" + std::to_string(presents.requis));
    auto rendu = ajouter(db, comite->id,
                         Avis{.numero = 0,
                              .dossier = vu->dossier.id,
                              .sens = paroles->sens,
                              .recommandations = paroles->recommandations,
                              .motif = paroles->motif,
                              .ecarts = std::move(contre),
                              .presence = presents,
                              .par = qui.acteur.compte,
                              .rendu_le = qui.maintenant,
                              .rang = paroles->rang});
    noter(db, qui, *comite,
          {"comite.avis", teleservice::objet_du_journal(vu->dossier) + " " +
                              std::string{core::name_of(rendu.sens)}});
    return rendu;
}

std::vector<Vote> votes_comptes(const Seance& seance, const Candidat& candidat) {
    std::map<std::string, Vote> derniers;
    for (const auto& vote : seance.votes)
        if (vote.dossier == candidat.dossier.id &&
            std::ranges::find(seance.membres, vote.membre) != seance.membres.end() &&
            !est_concerne(candidat, vote.membre, seance.interets))
            derniers.insert_or_assign(vote.membre, vote);
    std::vector<Vote> comptes;
    for (auto& [membre, vote] : derniers) comptes.push_back(std::move(vote));
    return comptes;
}

Presence presence(const Seance& seance, const Candidat& candidat) {
    const auto ecartes = std::ranges::count_if(seance.membres, [&](const std::string& membre) {
        return est_concerne(candidat, membre, seance.interets);
    });
    Presence presents{.membres = static_cast<int>(seance.membres.size()),
                      .ecartes = static_cast<int>(ecartes),
                      .votants = static_cast<int>(votes_comptes(seance, candidat).size()),
                      .requis = 0};
    const int en_droit = presents.membres - presents.ecartes;
    // At least one, so that a dossier of which nobody may speak waits for somebody.
    if (seance.quorum) presents.requis = std::max(1, (en_droit * *seance.quorum + 99) / 100);
    return presents;
}

bool atteint_le_quorum(const Presence& presence) { return presence.votants >= presence.requis; }

const Avis* avis_sur(const std::vector<Avis>& avis, std::string_view dossier) {
    const Avis* dernier = nullptr;
    for (const auto& un : avis)
        if (un.dossier == dossier) dernier = &un;
    return dernier;
}

const Candidat* saute_par(const Candidat& candidat, const std::vector<Candidat>& candidats,
                          const std::vector<Avis>& avis) {
    const auto garde = [&](const Candidat& un) {
        const auto* dit = avis_sur(avis, un.dossier.id);
        return dit != nullptr && retient(dit->sens);
    };
    // The first published, then the first ranked.
    const auto rang = [](const Candidat& un) {
        return std::tie(un.attente->notifie_le, un.attente->comite, un.attente->rang);
    };
    if (!candidat.attente || !garde(candidat)) return nullptr;
    const Candidat* saute = nullptr;
    for (const auto& autre : candidats)
        if (autre.attente && !garde(autre) && rang(autre) < rang(candidat) &&
            (saute == nullptr || rang(autre) < rang(*saute)))
            saute = &autre;
    return saute;
}

}  // namespace grappe::comite
