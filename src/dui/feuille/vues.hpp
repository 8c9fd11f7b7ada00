// Evaluations as pages say them, and what each of their pages reads first.
#pragma once

#include "dui/element/droits.hpp"
#include "dui/feuille/feuille.hpp"
#include "dui/passation/lecture.hpp"
#include "dui/rencontre/rencontre.hpp"
#include "web/page/formulaire.hpp"
#include "web/page/vue.hpp"

namespace grappe::feuille {

inline constexpr std::size_t envoi_au_plus = std::size_t{256} * 1024;

std::string adresse_de_la_liste(std::string_view personne);
std::string adresse_de(const passation::Version& une);
std::string adresse_de(const std::string& id, std::string_view variable);

// "GIR 3", "Score 22", "pas encore de résultat".
std::string resultat_court(const Feuilles& feuilles, const evaluation::Evaluation& dite);
std::string statut_dit(const Feuilles& feuilles, const passation::Version& une);

// A "phrase" for each.
page::Vue::Liste phrases_de(const Feuilles& feuilles, const std::vector<evaluation::Dit>& dits);
// Those of a refused step, each with its link to its field.
page::Vue::Liste fautes_dites(const Feuilles& feuilles, const saisie::Fautes& fautes);

std::string modalite_dite(const evaluation::Grille& grille, const std::optional<std::string>& cle);

// One evaluation, whose it is, and the one before by the same scale.
struct Ouverte {
    rencontre::Rencontre rencontre;
    std::vector<passation::Version> versions;
    std::optional<passation::Version> avant{};
    const evaluation::Grille& grille;

    const passation::Version& derniere() const { return versions.back(); }
    bool remplissable() const {
        return !derniere().retiree() && element::ecrit(rencontre.qui, derniere().version.element);
    }
    bool en_preparation() const {
        return remplissable() && derniere().dite().statut == evaluation::Statut::en_preparation;
    }
};
// Of the id in the address. Its opening is a line of the journal.
core::Result<Ouverte> ouvrir(const Feuilles& feuilles, garde::Visite& visite);

// Who acts in a transaction, and on which version the form was read.
passation::Redacteur redacteur(const Feuilles& feuilles, const acces::Professionnel& qui);
std::int64_t version_vue(const page::Formulaire& envoi);

}  // namespace grappe::feuille
