// The dossiers whose rules are not those in force, and their move.
#include "portail/administration/migration.hpp"

#include <algorithm>

#include "portail/teleservice/fiche_repository.hpp"
#include "portail/teleservice/regles_appliquees.hpp"

namespace grappe::administration {
namespace {

bool est_encore_juge(Statut statut) {
    return statut == Statut::depose || statut == Statut::en_instruction ||
           statut == Statut::pieces_demandees || statut == Statut::recevable;
}

// Those that the version in force for their deposit judges already are left out.
repetition::Stock a_rejouer(storage::Reader& db, const programme::AppelCharge& charge) {
    auto stock = repetition::lire_le_stock(db, charge.id);
    std::erase_if(stock.dossiers, [&](const repetition::Stocke& stocke) {
        return stocke.regles == charge.applicable(stocke.depose_le).empreinte;
    });
    return stock;
}

std::vector<AMigrer> lignes_de(storage::Reader& db, const programme::AppelCharge& charge,
                               const socle::Moyens& moyens) {
    const auto stock = a_rejouer(db, charge);
    std::map<std::string_view, core::Instant> depots;
    for (const auto& stocke : stock.dossiers) depots.emplace(stocke.dossier, stocke.depose_le);
    std::vector<AMigrer> bloquees, faisables;
    for (auto& replique : repetition::repeter(stock, charge, moyens).repliques) {
        const auto& vers = charge.applicable(depots.at(replique.dossier)).empreinte;
        auto blocage = std::string{blocage_de(replique)};
        auto& lignes = blocage.empty() ? faisables : bloquees;
        lignes.push_back({std::move(replique), vers, std::move(blocage)});
    }
    for (auto& une : faisables) bloquees.push_back(std::move(une));
    return bloquees;
}

core::Result<Intervention> migrer_un(storage::Writer& db, const Demandeur& qui, const AMigrer& une,
                                     std::pair<std::string_view, const Moyens*> acte) {
    const auto admise = admettre(db, qui, {une.replique.dossier, acte.first});
    if (!admise) return admise.error();
    if (auto fiche = teleservice::trouver_fiche(db, une.replique.dossier)) {
        fiche->subvention = une.replique.apres.total;
        teleservice::tenir(db, *fiche);
    }
    return noter(db, qui,
                 {*admise,
                  {.genre = GenreDIntervention::correction,
                   .objet = std::string{teleservice::champ_des_regles},
                   .avant = une.replique.regles,
                   .apres = une.vers,
                   .motif = {},
                   .par = {},
                   .faite_le = qui.maintenant}},
                 *acte.second);
}

}  // namespace

std::string_view blocage_de(const repetition::Replique& replique) {
    if (!est_encore_juge(replique.statut)) return "migration.decide";
    if (replique.devient_irrecevable()) return "migration.irrecevable";
    if (replique.avant.guichet != replique.apres.guichet) return "migration.guichet";
    return {};
}

core::Result<std::vector<AMigrer>> a_migrer(storage::Reader& db, const Demandeur& qui,
                                            std::string_view appel, const ReglesEnPlace& regles) {
    if (!access::peut(qui.acteur, access::Permission::dossier_corriger))
        return core::refuse(core::Reason::forbidden, "acces.refuse");
    const auto* charge = regles.appels.find(appel);
    if (!charge) return core::refuse(core::Reason::not_found, "api.appel_inconnu");
    return lignes_de(db, *charge, regles.moyens);
}

core::Result<std::vector<Intervention>> migrer(storage::Writer& db, const Demandeur& qui,
                                               const DemandeDeMigration& demande,
                                               const MoyensDeMigration& moyens) {
    const auto lignes = a_migrer(db, qui, demande.appel, moyens.regles);
    if (!lignes) return lignes.error();
    if (demande.dossiers.empty()) return core::refuse(core::Reason::invalid, "migration.aucun");
    std::vector<Intervention> faites;
    for (const auto& id : demande.dossiers) {
        const auto une = std::ranges::find_if(
            *lignes, [&](const AMigrer& ligne) { return ligne.replique.dossier == id; });
        if (une == lignes->end())
            return core::refuse(core::Reason::conflict, "migration.sans_objet", id);
        if (!une->blocage.empty())
            return core::refuse(core::Reason::conflict, "migration.bloque", une->replique.numero);
        auto faite = migrer_un(db, qui, *une, {demande.motif, &moyens.moyens});
        if (!faite) return faite.error();
        faites.push_back(*std::move(faite));
    }
    return faites;
}

}  // namespace grappe::administration
