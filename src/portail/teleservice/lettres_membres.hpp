// Lettres aux membres: mails about invitations and agreements, queued with their reason.
#pragma once

#include <string>
#include <string_view>

#include "portail/membres/soutien.hpp"
#include "portail/teleservice/membres_vus.hpp"

namespace grappe::teleservice {

struct DossierNomme {
    const Dossier& dossier;
    std::string nom;  // of its porteur, as people know it
};

struct InvitationEcrite {
    const membres::Membre& membre;
    std::string_view jeton;
    core::Instant expire_le;
};
void envoyer_l_invitation(storage::Writer& db, const InvitationEcrite& invitation,
                          const DossierNomme& dossier, const Moyens& moyens);

// To the member: its agreement ended because others changed its part.
void annoncer_l_annulation(storage::Writer& db, const MembreVu& vu, const DossierNomme& dossier,
                           const Moyens& moyens);

// To the member: it was taken away from the dossier.
void annoncer_le_retrait(storage::Writer& db, const membres::Membre& membre,
                         const DossierNomme& dossier, const Moyens& moyens);

// The same of who supports the porteur: its link, the end of its access.
struct InvitationDeSoutien {
    const membres::Soutien& soutien;
    std::string_view jeton;
    core::Instant expire_le;
};
void envoyer_l_invitation_de_soutien(storage::Writer& db, const InvitationDeSoutien& invitation,
                                     const DossierNomme& dossier, const Moyens& moyens);
void annoncer_la_fin_du_soutien(storage::Writer& db, const membres::Soutien& soutien,
                                const DossierNomme& dossier, const Moyens& moyens);
void dire_au_porteur_qu_il_est_soutenu(storage::Writer& db, const membres::Soutien& soutien,
                                       const DossierNomme& dossier, const Moyens& moyens);

// To each member whose part was deposited: when, under which number, to which desk. Of others it
// says the porteur's name alone.
struct DepotFait {
    const std::string& numero;
    const std::string& financeur;
    core::Instant depose_le;
    const std::vector<MembreVu>& membres;
};
void annoncer_le_depot_aux_membres(storage::Writer& db, const DepotFait& depot,
                                   const DossierNomme& dossier, const Moyens& moyens);

// To the porteur: "accord_donne", "accord_repris", "invitation_acceptee".
struct Nouvelle {
    std::string_view code;
    const membres::Membre& membre;
};
void prevenir_le_porteur(storage::Writer& db, const Nouvelle& nouvelle, const DossierNomme& dossier,
                         const Moyens& moyens);

}  // namespace grappe::teleservice
