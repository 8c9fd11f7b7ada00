// From candidates and stated rules to a proposal, and to what explains it.
#include "portail/comite/proposition.hpp"

#include <algorithm>

#include "portail/comite/comite_repository.hpp"
#include "portail/comite/notification.hpp"

namespace grappe::comite {
namespace {

// A limited answer is the same on every machine: nodes, not seconds.
constexpr std::int64_t noeuds = 20'000;
// What an envelope gives way by: nobody grants cents.
constexpr auto pas = core::Money::cents(100'00);

const Candidat* nomme(const std::vector<Candidat>& candidats, const std::string& nom) {
    const auto trouve = std::ranges::find_if(candidats, [&](const Candidat& candidat) {
        return candidat.dossier.id == nom || candidat.numero == nom;
    });
    return trouve == candidats.end() ? nullptr : &*trouve;
}

core::Refusal inconnu(const std::string& nom) {
    return core::refuse(core::Reason::rule_not_met, "comite.scenario_dossier", nom.substr(0, 40));
}

core::Result<std::vector<std::string>> numeros(const std::vector<Candidat>& candidats,
                                               const std::vector<std::string>& noms) {
    std::vector<std::string> lus;
    for (const auto& nom : noms) {
        const auto* candidat = nomme(candidats, nom);
        if (candidat == nullptr) return inconnu(nom);
        lus.push_back(candidat->numero);
    }
    return lus;
}

// What the session found of each criterion is an attribute too.
std::map<std::string, proposition::Repartition> parts_de(
    const Candidat& candidat, const std::vector<PointDAttention>& points) {
    std::map<std::string, proposition::Repartition> parts;
    for (const auto& element : candidat.elements) {
        parts["secteur"][element.secteur] += element.montant;
        parts["departement"][element.departement] += element.montant;
        parts["statut"][element.statut] += element.montant;
    }
    std::map<std::string, std::string> constats;
    for (const auto& point : points)
        if (point.dossier == candidat.dossier.id)
            constats[point.critere] = core::name_of(point.constat);
    for (const auto& [critere, constat] : constats)
        parts[critere][constat] = candidat.montant.value_or(core::Money{});
    return parts;
}

core::Result<proposition::Demande> formuler(const std::vector<Candidat>& candidats,
                                            const std::vector<PointDAttention>& points,
                                            const Enonce& enonce, core::Money limite) {
    proposition::Demande demande;
    demande.contraintes.enveloppe = enonce.enveloppe.value_or(limite);
    demande.contraintes.parts_minimales = enonce.parts_minimales;
    auto imposes = numeros(candidats, enonce.imposes);
    if (!imposes) return imposes.error();
    auto exclus = numeros(candidats, enonce.exclus);
    if (!exclus) return exclus.error();
    demande.contraintes.imposes = *std::move(imposes);
    demande.contraintes.exclus = *std::move(exclus);
    for (const auto& candidat : candidats)
        demande.candidats.push_back({.numero = candidat.numero,
                                     .depose_le = candidat.depose_le,
                                     .points = enonce.points.empty() ? 1 : 0,
                                     .montant = candidat.montant.value_or(core::Money{}),
                                     .parts = parts_de(candidat, points)});
    for (const auto& [nom, combien] : enonce.points) {
        const auto* candidat = nomme(candidats, nom);
        if (candidat == nullptr) return inconnu(nom);
        std::ranges::find(demande.candidats, candidat->numero, &proposition::Candidat::numero)
            ->points = combien;
    }
    return demande;
}

Etude calculer(proposition::Demande demande, const std::vector<Candidat>& candidats) {
    using Etat = proposition::Proposition::Etat;
    const proposition::Limite limite{.noeuds = noeuds};
    Etude etude{.demande = std::move(demande)};
    etude.proposition = proposition::proposer(etude.demande, limite);
    if (etude.proposition.etat == Etat::impossible)
        etude.impossibilite = proposition::impossibilite(etude.demande, pas, limite);
    const bool prouvee =
        etude.proposition.preuve != proposition::Preuve::aucune && etude.proposition.departagee;
    if (etude.proposition.etat == Etat::proposee && prouvee) {
        etude.effets = proposition::effets(etude.demande, etude.proposition, limite);
        etude.entrees = proposition::entrees(etude.demande, etude.proposition, limite);
    }
    for (const auto& numero : etude.proposition.ensemble.retenus)
        etude.retenus.push_back(nomme(candidats, numero)->dossier.id);
    return etude;
}

}  // namespace

core::Result<Etude> etudier(storage::Reader& db, const Demandeur& qui, const ACalculer& a_calculer,
                            const socle::Moyens& regles) {
    const auto& [vise, enonce] = a_calculer;
    const auto comite = demander_ouvert(db, qui, vise, access::Permission::comite_preparer);
    if (!comite) return comite.error();
    const auto tous = candidats(db, *comite, regles);
    auto demande =
        formuler(tous, points_d_attention(db, comite->id), enonce, a_repartir(db, *comite));
    if (!demande) return demande.error();
    if (const auto fautes = proposition::fautes(*demande); !fautes.empty()) return fautes.front();
    return calculer(*std::move(demande), tous);
}

}  // namespace grappe::comite
