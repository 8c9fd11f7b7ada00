// Values of the page of an agreement, a function a part.
#pragma once

#include "portail/conventionnement/convention_page.hpp"
#include "web/page/vue.hpp"

namespace grappe::conventionnement {

// What every part takes.
struct Vues : Mots {
    const ConventionLue& lue;
    const Suite& suite;

    const convention::Convention& convention() const { return lue.sujet.convention; }
    std::string nom_de_l_essms(const std::string& finess) const;
    // Where a desk files the scan of what that party signed; empty: the reader is no desk.
    std::string adresse_du_scan(const std::string& code, convention::Partie partie) const;
};

std::string euros(core::Money montant);
std::string le(core::Instant instant);  // "24 mai 2024 à 23 h 59"

page::Vue vue_de_la_convention(const Vues& vues);

// The two parties, each with its signature or without, and the scans of what was signed on paper.
struct Signe {
    const std::vector<convention::Signature>& signatures;
    int avenant;  // rank; 0: the agreement itself
    std::string code;
};
page::Vue::Liste vues_des_signatures(const Vues& vues, const Signe& signe);

// Parts of it.
void ajouter_les_signatures(page::Vue& vue, const Vues& vues);
void ajouter_les_lignes(page::Vue& vue, const Vues& vues);
void ajouter_le_suivi(page::Vue& vue, const Vues& vues);  // reports, expenses, stamp
void ajouter_les_versements(page::Vue& vue, const Vues& vues);
void ajouter_les_recouvrements(page::Vue& vue, const Vues& vues);
void ajouter_le_solde(page::Vue& vue, const Vues& vues);

}  // namespace grappe::conventionnement
