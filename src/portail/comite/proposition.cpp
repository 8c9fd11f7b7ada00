// From candidates and stated rules to a proposal, and to what explains it.
#include "portail/comite/proposition.hpp"

#include <algorithm>

#include "portail/comite/comite_repository.hpp"
#include "portail/comite/notification.hpp"

namespace grappe::comite {
namespace {

// A limited answer is the same on every machine: nodes, not seconds.
constexpr std::int64_t noeuds = 20'000;
// For what money would bring in, of each project left out.
constexpr std::int64_t noeuds_par_dossier = 1'000;
// What an envelope gives way by: nobody grants cents.
constexpr auto pas = core::Money::cents(100'00);

using Constats = std::map<std::string, Presente>;  // by criterion, the last one

std::map<std::string, Constats> constats_de(const std::vector<PointDAttention>& points) {
    std::map<std::string, Constats> tous;
    for (const auto& point : points) tous[point.dossier][point.critere] = point.constat;
    return tous;
}

// What the session found of each criterion is an attribute too.
std::map<std::string, proposition::Repartition> parts_de(const Candidat& candidat,
                                                         const Constats& constats) {
    std::map<std::string, proposition::Repartition> parts;
    for (const auto& element : candidat.elements) {
        parts["secteur"][element.secteur] += element.montant;
        parts["departement"][element.departement] += element.montant;
        parts["statut"][element.statut] += element.montant;
    }
    for (const auto& [critere, constat] : constats)
        parts[critere][std::string{core::name_of(constat)}] =
            candidat.montant.value_or(core::Money{});
    return parts;
}

const Candidat& verifie(const std::vector<Candidat>& candidats, const std::string& nom) {
    const auto* candidat = nomme(candidats, nom);
    core::ensure(candidat != nullptr, "a statement that was verified names candidates");
    return *candidat;
}

// A list as ids; `numeros` receives them as the numbers that sentences say.
void designer(const std::vector<Candidat>& candidats, std::vector<std::string>& noms,
              std::vector<std::string>& numeros) {
    for (auto& nom : noms) {
        const auto& candidat = verifie(candidats, nom);
        nom = candidat.dossier.id;
        numeros.push_back(candidat.numero);
    }
}

// Of a statement that was verified: from here on it names each dossier by its id.
void contraindre(Preparee& preparee, core::Money limite) {
    auto& enonce = preparee.enonce;
    auto& contraintes = preparee.demande.contraintes;
    contraintes.enveloppe = enonce.enveloppe.value_or(limite);
    contraintes.parts_minimales = enonce.parts_minimales;
    const auto& tous = preparee.candidats;
    designer(tous, enonce.imposes, contraintes.imposes);
    designer(tous, enonce.exclus, contraintes.exclus);
    std::map<std::string, std::int64_t> par_id;
    for (const auto& [nom, combien] : enonce.points)
        par_id.emplace(verifie(tous, nom).dossier.id, combien);
    enonce.points = std::move(par_id);
}

// "secteur" of "PA" is "Secteur" of "Personnes âgées"; a criterion is its sentence.
void nommer(proposition::PartMinimale& part, const PourCompter& pour) {
    const auto& [enonce, criteres, phrases] = pour;
    const auto critere = std::ranges::find(criteres, part.attribut, &programme::Enonce::nom);
    const bool est_un_critere = critere != criteres.end();
    const auto genre =
        est_un_critere ? std::optional{Genre::critere} : core::named<Genre>(part.attribut);
    if (!genre) return;  // of an attribute that nobody has: it stays as it was stated
    part.valeur = cle_dite(*genre, part.valeur, phrases);
    part.attribut =
        est_un_critere ? critere->texte : phrases.rendre("comite.axe." + part.attribut, {});
}

void compter(Preparee& preparee, const std::map<std::string, Constats>& constats,
             const PourCompter& pour) {
    for (const auto& candidat : preparee.candidats) {
        const auto siens = constats.find(candidat.dossier.id);
        const auto trouves = siens == constats.end() ? Constats{} : siens->second;
        preparee.points.push_back(points_de(candidat, trouves, pour));
        preparee.demande.candidats.push_back({.numero = candidat.numero,
                                              .depose_le = candidat.depose_le,
                                              .points = preparee.points.back().points,
                                              .montant = candidat.montant.value_or(core::Money{}),
                                              .parts = parts_de(candidat, trouves)});
    }
    preparee.dite.contraintes = preparee.demande.contraintes;
    for (auto& part : preparee.dite.contraintes.parts_minimales) nommer(part, pour);
}

// What a computation needs of a committee, however it was read.
struct Lu {
    const Comite& comite;
    std::vector<Candidat> candidats;
    std::map<std::string, Constats> constats;  // by dossier
    core::Money limite;
    const referentiels::Territoires* territoires = nullptr;
    std::vector<FauteDEnonce>* fautes = nullptr;
};

// What cannot be read is told before anything is summed.
core::Result<void> verifier(const Lu& lu, const PourCompter& pour) {
    auto fautes = fautes_de(pour.enonce, {lu.candidats, pour.criteres, lu.territoires});
    if (fautes.empty()) return {};
    auto premiere = fautes.front().refus;
    if (lu.fautes != nullptr) *lu.fautes = std::move(fautes);
    return premiere;
}

core::Result<Preparee> preparer(Lu lu, const PourCompter& pour) {
    if (const auto juste = verifier(lu, pour); !juste) return juste.error();
    Preparee preparee{.comite = lu.comite,
                      .candidats = std::move(lu.candidats),
                      .enonce = pour.enonce,
                      .points = {},
                      .demande = {},
                      .dite = {}};
    contraindre(preparee, lu.limite);
    compter(preparee, lu.constats, {preparee.enonce, pour.criteres, pour.phrases});
    if (const auto fautes = proposition::fautes(preparee.demande); !fautes.empty())
        return fautes.front();
    return preparee;
}

}  // namespace

core::Result<Preparee> preparer(storage::Reader& db, const Demandeur& qui,
                                const ACalculer& a_calculer, const socle::Moyens& regles) {
    const auto& [vise, enonce, fautes] = a_calculer;
    const auto comite = demander_ouvert(db, qui, vise, access::Permission::comite_preparer);
    if (!comite) return comite.error();
    const auto* appel = regles.appel(comite->appel, comite->cree_le);
    core::ensure(appel != nullptr, "the call of a committee is known");
    auto tous = candidats(db, *comite, regles);
    if (est_concerne(tous, qui.acteur.compte, interets(db, comite->id)))
        return core::refuse(core::Reason::forbidden, "comite.interet");
    return preparer({.comite = *comite,
                     .candidats = std::move(tous),
                     .constats = constats_de(points_d_attention(db, comite->id)),
                     .limite = a_repartir(db, *comite),
                     .territoires = &regles.referentiels.territoires,
                     .fautes = fautes},
                    {enonce, appel->criteres, regles.phrases});
}

core::Result<Preparee> preparer(storage::Reader& db, const Demandeur& qui,
                                const ACalculer& a_calculer, const DejaVu& deja_vu) {
    const auto& [vise, enonce, fautes] = a_calculer;
    const auto& [vue, phrases] = deja_vu;
    const auto comite = demander_ouvert(db, qui, vise, access::Permission::comite_preparer);
    if (!comite) return comite.error();
    if (concerne(vue)) return core::refuse(core::Reason::forbidden, "comite.interet");
    Lu lu{
        .comite = *comite, .candidats = {}, .constats = {}, .limite = vue.limite, .fautes = fautes};
    for (const auto& vu : vue.candidats) {
        lu.candidats.push_back(vu.candidat);
        for (const auto& point : vu.points)
            lu.constats[vu.candidat.dossier.id][point.critere] = point.constat;
    }
    return preparer(std::move(lu), {enonce, vue.criteres, phrases});
}

Etude etudier(const Preparee& preparee, const std::function<bool()>& arreter) {
    using Etat = proposition::Proposition::Etat;
    const auto& demande = preparee.demande;
    const proposition::Limite limite{.noeuds = noeuds, .arreter = arreter};
    Etude etude;
    etude.proposition = proposition::proposer(demande, limite);
    if (etude.proposition.etat == Etat::impossible)
        etude.impossibilite = proposition::impossibilite(demande, pas, limite);
    const bool prouvee =
        etude.proposition.preuve != proposition::Preuve::aucune && etude.proposition.departagee;
    if (etude.proposition.etat == Etat::proposee && prouvee) {
        etude.effets = proposition::effets(demande, etude.proposition, limite);
        etude.entrees = proposition::entrees(demande, etude.proposition, limite);
    }
    for (const auto& entree : etude.entrees) {
        if (arreter && arreter()) break;
        if (entree.etat == proposition::Entree::Etat::jamais) continue;
        const proposition::Limite la_sienne{.noeuds = noeuds_par_dossier, .arreter = arreter};
        etude.par_enveloppe[entree.numero] =
            proposition::entree_par_enveloppe(demande, entree.numero, pas, la_sienne);
    }
    for (const auto& numero : etude.proposition.ensemble.retenus)
        etude.retenus.push_back(
            std::ranges::find(preparee.candidats, numero, &Candidat::numero)->dossier.id);
    etude.interrompue = arreter && arreter();
    return etude;
}

}  // namespace grappe::comite
