// Which dossiers a committee looks at, and what it sees of each.
#include "portail/comite/candidat.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "portail/comite/comite_repository.hpp"
#include "portail/comite/convocation.hpp"
#include "portail/comite/pile.hpp"
#include "portail/dossier/texte_lu.hpp"
#include "portail/socle/figes.hpp"
#include "portail/teleservice/dossier_repository.hpp"

namespace grappe::comite {
namespace {

// A window of the call after that one that takes dossiers of this scope; without windows, another
// committee will do.
bool a_une_suite(const programme::Appel& appel, const Comite& comite,
                 const programme::Fenetre* depot) {
    const auto rang = rang_de_la_fenetre(appel, comite.fenetre);
    if (!rang) return true;
    return std::ranges::any_of(*appel.fenetres, [&](const programme::Fenetre& fenetre) {
        return rang_de_la_fenetre(appel, fenetre.id) > rang &&
               (depot == nullptr || std::ranges::any_of(depot->portees, [&](auto portee) {
                    return std::ranges::find(fenetre.portees, portee) != fenetre.portees.end();
                }));
    });
}

// Where the last reservation was said; empty: none was.
std::optional<std::string> reserve_a(const std::vector<Resultat>& passes) {
    for (auto un = passes.rbegin(); un != passes.rend(); ++un)
        if (un->sens == Sens::reserve) return un->fenetre;
    return std::nullopt;
}

bool est_de_la_fenetre(const programme::Appel& appel, const Comite& comite,
                       const programme::Fenetre* depot, const std::vector<Resultat>& passes) {
    const auto rang = rang_de_la_fenetre(appel, comite.fenetre);
    if (!rang) return true;
    if (!passes.empty() && passes.back().sens == Sens::attente)
        return rang_de_la_fenetre(appel, passes.back().fenetre) <= rang;
    if (const auto avant = reserve_a(passes)) return rang_de_la_fenetre(appel, *avant) < rang;
    return depot == nullptr || depot->id == comite.fenetre;
}

// What the last committee before this one published, where it left the dossier waiting.
std::optional<Resultat> attente_avant(const std::vector<Resultat>& passes, const Comite& comite) {
    std::optional<Resultat> dernier;
    for (const auto& un : passes) {
        if (un.comite == comite.id) break;
        dernier = un;
    }
    return dernier && dernier->sens == Sens::attente ? dernier : std::nullopt;
}

std::string secteur_de(const dossier::EssmsResolu& essms) {
    return essms.secteur ? std::string{core::name_of(*essms.secteur)} : std::string{};
}

std::vector<Element> elements_de(const socle::Verifie& verifie, const std::string& statut) {
    const auto& analyse = verifie.analyse();
    std::map<int, core::Money> montants;
    if (analyse.subvention)
        for (const auto& ligne : analyse.subvention->lignes) montants[ligne.ligne] = ligne.total();
    std::map<std::pair<std::string, std::string>, Element> par_genre;
    for (const auto& compte : analyse.recevabilite.comptes) {
        const auto& essms = *compte.essms;
        const auto secteur = secteur_de(essms);
        auto& element = par_genre[{secteur, essms.departement}];
        element.secteur = secteur;
        element.departement = essms.departement;
        element.statut = statut;
        ++element.essms;
        element.montant += montants[essms.ligne];
    }
    std::vector<Element> elements;
    for (auto& [genre, element] : par_genre) elements.push_back(std::move(element));
    return elements;
}

std::vector<std::string> organismes_de(const socle::Verifie& verifie) {
    std::vector<std::string> organismes{verifie.saisi().porteur.siret.text()};
    const auto noter = [&](const std::string& organisme) {
        if (!organisme.empty() && std::ranges::find(organismes, organisme) == organismes.end())
            organismes.push_back(organisme);
    };
    if (verifie.saisi().porteur.finess_ej.connue())
        noter(verifie.saisi().porteur.finess_ej->text());
    for (const auto& organisme : verifie.saisi().organismes) noter(organisme.finess_ej.text());
    for (const auto& essms : verifie.resolu().essms) noter(essms.finess_ej);
    return organismes;
}

std::string statut_de(const dossier::Porteur& porteur) {
    return porteur.statut.connue() ? std::string{core::name_of(*porteur.statut)} : std::string{};
}

void decrire(Candidat& candidat, const socle::Verifie& verifie) {
    const auto& porteur = verifie.saisi().porteur;
    candidat.porteur = porteur.raison_sociale.valeur_ou("");
    candidat.siret = porteur.siret.text();
    candidat.organismes = organismes_de(verifie);
    candidat.statut_juridique = statut_de(porteur);
    candidat.essms = static_cast<int>(verifie.analyse().recevabilite.comptes.size());
    if (verifie.analyse().subvention) candidat.montant = verifie.analyse().subvention->total;
    candidat.elements = elements_de(verifie, candidat.statut_juridique);
}

using Passes = std::vector<Resultat>;  // what committees published of a dossier

// Empty: the rules cannot read it, or it is of another window. Of its examination, only what a
// committee looks at is read.
std::optional<Candidat> juger(const Comite& comite, const Empile& un, const Passes& passes,
                              const socle::Moyens& regles) {
    const dossier::TexteLu contenu{un.contenu};
    const auto jugement = teleservice::juger(contenu.lecture(),
                                             {.appel = un.dossier.appel,
                                              .depose_le = un.depose_le,
                                              .pieces = teleservice::presentes(un.pieces)},
                                             socle::figes(regles, un.regles));
    if (!jugement.verifie) return std::nullopt;
    const auto& verifie = *jugement.verifie;
    const auto& fenetre = verifie.analyse().recevabilite.fenetre;
    const auto* depot = fenetre ? fenetre->fenetre : nullptr;
    // What is published stays where it was.
    if (!comite.notifie_le && !est_de_la_fenetre(verifie.appel(), comite, depot, passes))
        return std::nullopt;
    Candidat candidat{.dossier = un.dossier, .numero = un.numero, .depose_le = un.depose_le};
    candidat.constats = grouper(
        instruction::points(verifie, regles.phrases, un.pieces, {un.appreciations, un.verdicts}));
    candidat.suite = a_une_suite(verifie.appel(), comite, depot);
    candidat.reserves =
        static_cast<int>(std::ranges::count(passes, Sens::reserve, &Resultat::sens));
    candidat.attente = attente_avant(passes, comite);
    decrire(candidat, verifie);
    return candidat;
}

// What was published stays as it was, whatever its dossier or the rules have become since.
void figer(storage::Reader& db, const Comite& comite, std::vector<Candidat>& tous) {
    const auto passes = resultats_du_comite(db, comite.id);
    auto parts = parts_publiees(db, comite.id);
    for (auto& candidat : tous) {
        const auto dit = std::ranges::find(passes, candidat.dossier.id, &Resultat::dossier);
        if (dit != passes.end()) candidat.montant = dit->montant;
        const auto siennes = parts.find(candidat.dossier.id);
        if (siennes == parts.end()) continue;
        candidat.elements = std::move(siennes->second);
        candidat.essms = 0;
        for (const auto& element : candidat.elements) candidat.essms += element.essms;
    }
}

}  // namespace

std::vector<Constat> grouper(const std::vector<instruction::Point>& points) {
    std::vector<Constat> groupes;
    for (const auto& point : points) {
        auto groupe = std::ranges::find_if(groupes, [&](const Constat& un) {
            return un.genre == point.genre && un.regle == point.regle;
        });
        if (groupe == groupes.end())
            groupe = groupes.insert(groupes.end(),
                                    Constat{point.genre, point.regle, point.phrase, point.source});
        ++groupe->nombre;
        if (point.reponse) ++groupe->repondus;
    }
    return groupes;
}

std::vector<Candidat> candidats(storage::Reader& db, const Comite& comite,
                                const socle::Moyens& regles) {
    std::vector<Candidat> tous;
    const auto passes = resultats_du_guichet(db, comite.guichet);
    const Passes aucun;
    for (const auto& un : pile(db, comite)) {
        const auto siens = passes.find(un.dossier.id);
        const auto& les_siens = siens == passes.end() ? aucun : siens->second;
        if (auto candidat = juger(comite, un, les_siens, regles))
            tous.push_back(*std::move(candidat));
    }
    if (comite.notifie_le) figer(db, comite, tous);
    std::ranges::sort(tous, {}, [](const Candidat& candidat) {
        return std::tie(candidat.depose_le, candidat.numero);
    });
    return tous;
}

core::Result<Candidat> candidat(storage::Reader& db, const Comite& comite, std::string_view dossier,
                                const socle::Moyens& regles) {
    if (dossier.empty()) return core::refuse(core::Reason::rule_not_met, "comite.dossier");
    const auto trouve = teleservice::trouver(db, dossier);
    if (!trouve || trouve->guichet != comite.guichet)
        return core::refuse(core::Reason::not_found, "dossier.inconnu");
    if (!peut_etre_examine(trouve->statut))
        return core::refuse(core::Reason::conflict, "comite.non_recevable",
                            regles.phrases.rendre(
                                "espace.statut." + std::string{core::name_of(trouve->statut)}, {}));
    auto juge = trouve->appel == comite.appel
                    ? juger(comite, empile(db, *trouve), resultats(db, trouve->id), regles)
                    : std::nullopt;
    if (!juge) return core::refuse(core::Reason::rule_not_met, "comite.hors_fenetre");
    return *std::move(juge);
}

const Candidat* trouver(const std::vector<Candidat>& candidats, std::string_view dossier) {
    const auto trouve = std::ranges::find_if(
        candidats, [&](const Candidat& candidat) { return candidat.dossier.id == dossier; });
    return trouve == candidats.end() ? nullptr : &*trouve;
}

const Candidat* nomme(const std::vector<Candidat>& candidats, std::string_view nom) {
    const auto trouve = std::ranges::find_if(candidats, [&](const Candidat& candidat) {
        return candidat.dossier.id == nom || candidat.numero == nom;
    });
    return trouve == candidats.end() ? nullptr : &*trouve;
}

bool est_concerne(const Candidat& candidat, std::string_view membre,
                  const std::vector<Interet>& interets) {
    return std::ranges::any_of(interets, [&](const Interet& interet) {
        return interet.membre == membre &&
               std::ranges::find(candidat.organismes, interet.organisme) !=
                   candidat.organismes.end();
    });
}

bool est_concerne(const std::vector<Candidat>& candidats, std::string_view membre,
                  const std::vector<Interet>& interets) {
    return std::ranges::any_of(candidats, [&](const Candidat& candidat) {
        return est_concerne(candidat, membre, interets);
    });
}

}  // namespace grappe::comite
