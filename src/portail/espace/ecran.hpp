// Écran: a page of the teleservice as routes: GET shows it, POST does its act.
#pragma once

#include "portail/espace/espace.hpp"
#include "web/page/formulaire.hpp"
#include "web/page/vue.hpp"

namespace grappe::espace {

struct Ecran {
    std::string_view chemin, resume;
    access::Permission permission;
    garde::Action action;
    // Instead of the sign-in page, for who is signed in no more: what was typed is not lost.
    garde::Action sans_session{};
};

inline constexpr std::size_t petit_formulaire = std::size_t{64} * 1024;
inline constexpr std::size_t grand_formulaire = std::size_t{16} * 1024 * 1024;

void ajouter_lecture(const Espace& espace, Ecran ecran);
void ajouter_envoi(const Espace& espace, Ecran ecran, std::size_t corps_au_plus);

// The posted fields; a form that cannot be read is an empty one.
page::Formulaire lire_envoi(const garde::Visite& visite);

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
void ajouter_membres(const Espace& espace);
void ajouter_parts(const Espace& espace);
void ajouter_rappels(const Espace& espace);

}  // namespace grappe::espace
