// Values of the page of milestones.
#pragma once

#include "portail/conventionnement/convention_page.hpp"
#include "portail/jalons/lecture.hpp"
#include "web/page/vue.hpp"

namespace grappe::conventionnement {

// What was just refused: the milestone of its form, its words, what was typed.
struct SuiteDeJalon {
    std::string jalon{};  // empty: the page is only read
    std::string faute{};
    page::Formulaire saisie{};
    int statut = 200;
};

struct VuesDeJalons : Mots {
    const jalons::Lu& lu;
    const std::map<std::string, std::string>& noms;  // of who spoke, by account
    const SuiteDeJalon& suite;
};

page::Vue vue_des_jalons(const VuesDeJalons& vues);

// Parts of it: the table of deployments with its form, the readings of the call, what was said.
void ajouter_les_deploiements(page::Vue& vue, const VuesDeJalons& vues);
void ajouter_les_lectures(page::Vue& vue, const VuesDeJalons& vues);
void ajouter_l_historique(page::Vue& vue, const VuesDeJalons& vues);

// Shared by the parts: where a milestone stands, and the acts that its reader may do on it.
page::Vue vue_du_jalon(const VuesDeJalons& vues, const jalons::Jalon& jalon);
page::Vue::Liste actes_possibles(const VuesDeJalons& vues, const jalons::Jalon& jalon);
void ajouter_le_formulaire(page::Vue& vue, const VuesDeJalons& vues, const jalons::Jalon& jalon);

}  // namespace grappe::conventionnement
