// Écrans: the pages of the teleservice, each adding its routes.
#pragma once

#include "portail/espace/espace.hpp"
#include "web/garde/ecran.hpp"
#include "web/page/vue.hpp"

namespace grappe::espace {

using garde::Ecran, garde::lire_envoi;

inline constexpr std::size_t petit_formulaire = std::size_t{64} * 1024;
inline constexpr std::size_t grand_formulaire = std::size_t{16} * 1024 * 1024;

void ajouter_lecture(const Espace& espace, Ecran ecran);
void ajouter_envoi(const Espace& espace, Ecran ecran, std::size_t corps_au_plus);

// The page of a refusal, with its own status.
http::Response refuser(const Espace& espace, const garde::Visite& visite,
                       const core::Refusal& refus);

// Each screen adds its routes.
void ajouter_mes_dossiers(const Espace& espace);
void ajouter_documents_dossier(const Espace& espace);
void ajouter_maturite_dossier(const Espace& espace);
void ajouter_mes_exports(const Espace& espace);
void ajouter_conservation(const Espace& espace);
void ajouter_vue_d_ensemble(const Espace& espace);
void ajouter_saisie_dossier(const Espace& espace);
void ajouter_pieces_dossier(const Espace& espace);
void ajouter_depot_dossier(const Espace& espace);
void ajouter_recepisses(const Espace& espace);
void ajouter_historique(const Espace& espace);
void ajouter_echanges(const Espace& espace);
void ajouter_messages(const Espace& espace);
void ajouter_membres(const Espace& espace);
void ajouter_soutiens(const Espace& espace);
void ajouter_parts(const Espace& espace);
void ajouter_maturite_membre(const Espace& espace);
void ajouter_succession(const Espace& espace);
void ajouter_grappes(const Espace& espace);
void ajouter_mes_courriels(const Espace& espace);
void ajouter_rappels(const Espace& espace);

}  // namespace grappe::espace
