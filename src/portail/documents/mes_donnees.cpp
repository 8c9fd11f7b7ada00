// Rows about an account, table by table. Secrets and the answers kept for Idempotency-Key, which
// repeat other rows, are left out.
#include "portail/documents/mes_donnees.hpp"

#include <fmt/format.h>

#include <array>
#include <vector>

#include "portail/documents/mes_donnees_repository.hpp"
#include "portail/export/archive_sur_disque.hpp"
#include "portail/rendu/ecrivain_json.hpp"
#include "secret/empreinte.hpp"

namespace grappe::documents {

void archiver_mes_donnees(storage::Reader& db, const teleservice::Demandeur& qui,
                          const std::string& chemin) {
    exportation::ArchiveSurDisque archive{chemin};
    std::string sommes;
    for (const auto& table : tables_personnelles()) {
        std::string texte;
        rendu::EcrivainJson json{texte};
        json.ouvrir_liste();
        for (const auto& rangee : rangees_personnelles(db, table, qui.acteur.compte)) {
            json.ouvrir_objet();
            for (std::size_t n = 0; n < table.colonnes.size(); ++n)
                if (rangee[n]) json.membre(table.colonnes[n], *rangee[n]);
            json.fermer_objet();
        }
        json.fermer_liste();
        const auto nom = std::string{table.nom} + ".json";
        sommes += fmt::format("{}  {}\n", secret::empreinte(texte), nom);
        archive.ajouter(nom, std::move(texte));
    }
    archive.ajouter("SHA256SUMS", std::move(sommes));
    archive.finir();
}

}  // namespace grappe::documents
