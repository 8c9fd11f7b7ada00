// Establishment by establishment: memory is that of one.
#include "dui/preuve/rapport_etabli.hpp"

#include <thread>

#include "dui/colonnes/entretien.hpp"
#include "dui/preuve/dossiers.hpp"

namespace grappe::preuve {

Fonds fonds(storage::Reader& db, const std::string& dossier,
            const std::optional<magasin::Moment>& connu_le) {
    return {.colonnes = colonnes::a_jour(db, dossier),
            .sels = rapport::Sels{magasin::secret_des_sels(db)},
            .acte = connu_le ? magasin::enregistrement_au(db, *connu_le)
                             : magasin::dernier_enregistrement(db)};
}

core::Instant connu_le(const Fonds& fonds, const std::optional<magasin::Moment>& demande) {
    const auto moment = demande.value_or(fonds.acte.connu_le);
    return core::Instant::of(std::chrono::ceil<std::chrono::seconds>(moment.temps()));
}

core::Result<void> attendre(core::Instant connu_le) {
    // In whole seconds: a far year has no nanoseconds that could be counted.
    if (connu_le.utc() > core::Instant::now().utc() + std::chrono::seconds{1})
        return core::refuse(core::Reason::invalid, "dui.connu_le_a_venir", connu_le.utc_text());
    std::this_thread::sleep_until(connu_le.utc());
    return {};
}

rapport::Rapport etablir(const Fonds& fonds, const Demande& demande,
                         const usage::RegleDUsage& regle) {
    rapport::Fabrique fabrique{{.organisation = std::nullopt,
                                .du = demande.au,
                                .au = demande.au,
                                .connu_le = demande.connu_le,
                                .denominateur = demande.denominateur,
                                .regle = {},
                                .logiciel = demande.logiciel},
                               regle,
                               fonds.sels};
    for (const auto& finess : etablissements(fonds.colonnes, fonds.connu()))
        if (demande.retenu(finess.text()))
            fabrique.ajouter(finess, dossiers(fonds.colonnes, finess, fonds.connu()));
    return fabrique.finir();
}

}  // namespace grappe::preuve
