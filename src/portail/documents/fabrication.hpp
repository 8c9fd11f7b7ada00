// Fabrication: the file of an export, from the database, for the account that asked.
#pragma once

#include <string>

#include "portail/documents/exports.hpp"
#include "portail/pieces/magasin.hpp"
#include "portail/socle/verification.hpp"

namespace grappe::documents {

struct MoyensDeFabrication {
    const socle::Moyens& regles;
    const pieces::Magasin& magasin;
    std::string adresse_publique;
};

struct Commande {
    const Export& demande;
    const std::string& chemin;  // of the file to write
};
// Writes the whole file. Refusals are those of `demander`: the account may have lost its right
// since it asked. A std::exception: to be tried again.
core::Result<void> fabriquer(storage::Reader& db, const teleservice::Demandeur& qui,
                             const Commande& commande, const MoyensDeFabrication& moyens);

// The list of the dossiers that the actor may read, of one state or of all.
struct LigneDeListe {
    std::string dossier, appel, statut, porteur, siret, numero, guichet, depose_le, modifie_le;
    std::int64_t essms;
    std::optional<core::Money> subvention;
};
std::vector<LigneDeListe> liste_des_dossiers(storage::Reader& db, const teleservice::Demandeur& qui,
                                             const std::string& statut,
                                             const rules::Phrases& phrases);
std::string liste_en_csv(const std::vector<LigneDeListe>& lignes, const rules::Phrases& phrases);
std::string liste_en_xlsx(const std::vector<LigneDeListe>& lignes, const rules::Phrases& phrases);

}  // namespace grappe::documents
