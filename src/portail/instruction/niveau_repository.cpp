// Every SQL statement about the dossiers that the national level was asked to examine.
#include "portail/instruction/niveau_repository.hpp"

namespace grappe::instruction {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_au_national{"instruction_nationale.au_national", R"(
    SELECT n.dossier, f.porteur, f.numero, d.financeur, n.acte, n.motif, n.fait_le
    FROM instruction_nationale n JOIN fiche f ON f.dossier = n.dossier
         JOIN depot d ON d.numero = f.numero
    WHERE n.acte IN ('demandee', 'acceptee')
      AND f.statut IN ('depose', 'en_instruction', 'pieces_demandees')
      AND n.numero = (SELECT MAX(m.numero) FROM instruction_nationale m
                      WHERE m.dossier = n.dossier)
    ORDER BY n.fait_le, n.dossier)"};

DossierAuNational lire(const Row& row) {
    return {.dossier = row.get<std::string>("dossier"),
            .porteur = row.get<std::string>("porteur"),
            .numero = row.get<std::string>("numero"),
            .financeur = row.get<std::string>("financeur"),
            .acte = row.get<ActeDInstructionNationale>("acte"),
            .motif = row.get<std::string>("motif"),
            .fait_le = row.get<core::Instant>("fait_le")};
}

}  // namespace

std::vector<DossierAuNational> au_national(storage::Reader& db) {
    return db.all(select_au_national, lire);
}

}  // namespace grappe::instruction
