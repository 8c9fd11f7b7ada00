// Presentation: an analysis in French words, ready to be laid out. The text of the command, the
// pages, the PDF and the sheet all show these same strings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "portail/analyse/analyse.hpp"
#include "rules/phrases.hpp"

namespace grappe::rendu {

struct Sujet {  // what a presentation speaks of; all outlive the call
    const analyse::Analyse& analyse;
    const dossier::DossierResolu& dossier;
    const programme::Appel& appel;
    const rules::Phrases& phrases;
};

struct Detail {
    std::string objet;  // "330012345 — EHPAD …", "DOC-05", empty for the dossier
    std::string phrase;
};

// The findings of one rule with one outcome. `phrase` is set when all its details say the same.
struct Groupe {
    rules::RegleId regle;
    rules::Issue issue;
    std::string titre;  // "Nouvelle opération (acquisition)"
    std::string phrase;
    std::vector<Detail> details;
    std::string source;  // "AAP ESMS numérique 2024, …, §4.2.A"
};

struct LigneVue {
    std::string finess_et, nom, secteur, rang, regime;
    std::string usage, equipement, specifique, total;
};

struct VarianteVue {
    std::string choix, valeur;  // French labels of the question and of the answer
    std::string total;
    bool retenue;
};

struct Presentation {
    std::string appel;    // title of the call
    std::string montant;  // "780 000,00 €", or a sentence when the call gives no amounts
    std::string issue;    // "À apprécier par l'autorité"
    std::string essms;    // "60 ESSMS retenus"
    std::string guichet;  // "ARS Nouvelle-Aquitaine", or why there is none
    std::string fenetre;  // "Fenêtre 1, du 15 janvier 2024 au 24 mai 2024 à minuit : dépôt à temps"
    // Findings on establishments that are left out are in `exclus` only, by the rule that does it.
    std::vector<Groupe> bloquants, exclus, manques, a_apprecier, alertes, conformes, sans_objet;
    std::vector<LigneVue> lignes;
    LigneVue total;
    std::string avance, solde;
    std::vector<VarianteVue> variantes;
};

Presentation presenter(const Sujet& sujet);

// For an answer in short: the findings without their words, but for the first that blocks; no line,
// nothing of what is left out or without object.
Presentation presenter_en_bref(const Sujet& sujet);

// The same words as in a presentation.
std::string issue_en_mots(const Sujet& sujet);
std::string guichet_en_mots(const Sujet& sujet);

// "Fenêtre 1, du 15 janvier 2024 au 24 mai 2024 à minuit : dépôt à temps"
std::string phrase_de_fenetre(const Sujet& sujet);
// The sentence of DESK-01: why this desk.
std::string raison_du_guichet(const analyse::Analyse& analyse, const rules::Phrases& phrases);
// Is this reading the one that the amounts follow?
bool est_retenue(const Sujet& sujet, const subvention::Variante& variante);
std::string montant_en_francais(core::Money montant);  // "1 034 000,00 €", with thin spaces
std::string ecart_en_francais(core::Money ecart);  // "+ 20 000,00 €", "− 20 000,00 €", "0,00 €"

}  // namespace grappe::rendu
