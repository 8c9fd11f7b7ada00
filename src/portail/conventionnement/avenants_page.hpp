// Avenants: the page of the versions of an agreement, and that of a new amendment.
#pragma once

#include "portail/convention/avenants.hpp"
#include "portail/conventionnement/convention_page.hpp"
#include "portail/conventionnement/convention_vue.hpp"

namespace grappe::conventionnement {

using convention::AvenantLu;

struct AvenantsLus {
    ConventionLue lue;
    std::vector<AvenantLu> avenants{};  // oldest first; none where only the frame is read
    std::optional<convention::Possibles> possibles{};  // of the one that waits; empty: none does
    std::optional<espace::DossierLu> du_porteur{};     // empty: the reader is no porteur
};

// What surrounds a page of amendments. Codes of `lire`, "convention.interdite" (an accountant reads
// no amendment).
core::Result<AvenantsLus> lire_le_cadre(const Conventions& conventions, storage::Reader& db,
                                        const garde::Visite& visite);
core::Result<AvenantsLus> lire_les_avenants(const Conventions& conventions, storage::Reader& db,
                                            const garde::Visite& visite);

http::Response refuser_les_avenants(const Conventions& conventions, const garde::Visite& visite,
                                    const core::Refusal& refus);

// The frame of a page of amendments, and what its head says. `lus` outlives the frame.
Cadre cadre_de(const AvenantsLus& lus, std::string_view gabarit);
void ajouter_la_tete(page::Vue& vue, const AvenantsLus& lus);

// What an amendment changes: its sentences, each establishment before and after, its sums.
void ajouter_ce_qui_change(page::Vue& vue, const Vues& vues, const AvenantLu& un);

http::Response montrer_les_avenants(const Conventions& conventions, garde::Visite& visite,
                                    const Suite& suite);

void ajouter_le_nouvel_avenant(const Conventions& conventions);

}  // namespace grappe::conventionnement
