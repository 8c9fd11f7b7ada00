// Every SQL statement about who examines a dossier instead of the desk of its deposit.
#include "portail/teleservice/instruction_nationale.hpp"

namespace grappe::teleservice {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_toutes{"instruction_nationale.du_dossier", R"(
    SELECT numero, acte, motif, par, fait_le FROM instruction_nationale
    WHERE dossier = $1 ORDER BY numero)"};
constexpr Statement insert{"instruction_nationale.ajouter", R"(
    INSERT INTO instruction_nationale (dossier, numero, acte, motif, par, fait_le)
    VALUES ($1, $2, $3, $4, $5, $6))"};

InstructionNationale lire(const Row& row) {
    return {.numero = row.get<int>("numero"),
            .acte = row.get<ActeDInstructionNationale>("acte"),
            .motif = row.get<std::string>("motif"),
            .par = row.get<std::string>("par"),
            .fait_le = row.get<core::Instant>("fait_le")};
}

}  // namespace

std::vector<InstructionNationale> instructions_nationales(storage::Reader& db,
                                                          std::string_view dossier) {
    return db.all(select_toutes, lire, dossier);
}

InstructionNationale ajouter(storage::Writer& db, std::string_view dossier,
                             InstructionNationale acte) {
    acte.numero = static_cast<int>(instructions_nationales(db, dossier).size()) + 1;
    db.run(insert, dossier, acte.numero, acte.acte, acte.motif, acte.par, acte.fait_le);
    return acte;
}

std::vector<InstructionNationale> vues_du_porteur(const std::vector<InstructionNationale>& tous) {
    using enum ActeDInstructionNationale;
    std::vector<InstructionNationale> vues;
    std::string demande;
    for (const auto& un : tous) {
        if (un.acte == demandee) demande = un.motif;
        if (un.acte == rendue) vues.push_back(un);
        if (un.acte != acceptee) continue;
        vues.push_back(un);
        vues.back().motif = demande;
    }
    return vues;
}

}  // namespace grappe::teleservice
