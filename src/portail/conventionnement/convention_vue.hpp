// Values of the page of an agreement, a function a part.
#pragma once

#include "portail/conventionnement/convention_page.hpp"
#include "web/page/vue.hpp"

namespace grappe::conventionnement {

// What every part takes.
struct Vues {
    const Conventions& conventions;
    const ConventionLue& lue;
    const Suite& suite;

    const convention::Convention& convention() const { return lue.sujet.convention; }
    std::string dire(std::string_view code) const;
    std::string dire(std::string_view code, const rules::Faits& faits) const;
    std::string nom_de_l_essms(const std::string& finess) const;
};

std::string euros(core::Money montant);
std::string le(core::Instant instant);  // "24 mai 2024 à 23 h 59"

page::Vue vue_de_la_convention(const Vues& vues);

// The two parties, each with its signature or without.
page::Vue::Liste vues_des_signatures(const Vues& vues,
                                     const std::vector<convention::Signature>& signatures);

// Parts of it.
void ajouter_les_signatures(page::Vue& vue, const Vues& vues);
void ajouter_les_lignes(page::Vue& vue, const Vues& vues);
void ajouter_le_suivi(page::Vue& vue, const Vues& vues);  // reports, expenses, stamp
void ajouter_les_versements(page::Vue& vue, const Vues& vues);
void ajouter_le_solde(page::Vue& vue, const Vues& vues);

}  // namespace grappe::conventionnement
