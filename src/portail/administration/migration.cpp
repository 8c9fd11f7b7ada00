// The dossiers whose rules are not those in force, and their move.
#include "portail/administration/migration.hpp"

#include <algorithm>

#include "portail/administration/correction.hpp"
#include "portail/teleservice/fiche_repository.hpp"
#include "portail/teleservice/regles_appliquees.hpp"

namespace grappe::administration {
namespace {

// Dossiers of a call; none named: all of them.
struct AVoir {
    const programme::AppelCharge& charge;
    std::vector<std::string> dossiers;  // sorted
};

// Those that the version in force for their deposit judges already are left out.
repetition::Stock a_rejouer(storage::Reader& db, const AVoir& a_voir) {
    const auto& [charge, voulus] = a_voir;
    auto stock = repetition::lire_le_stock(db, charge.id);
    std::erase_if(stock.dossiers, [&](const repetition::Stocke& stocke) {
        const bool voulu = voulus.empty() || std::ranges::binary_search(voulus, stocke.dossier);
        return !voulu || stocke.regles == charge.applicable(stocke.depose_le).empreinte;
    });
    return stock;
}

std::vector<AMigrer> lignes_de(storage::Reader& db, const AVoir& a_voir,
                               const socle::Moyens& moyens) {
    const auto stock = a_rejouer(db, a_voir);
    std::vector<AMigrer> bloquees, faisables;
    for (auto& replique : repetition::repeter(stock, a_voir.charge, moyens).repliques) {
        auto blocage = std::string{blocage_de(replique)};
        auto& lignes = blocage.empty() ? faisables : bloquees;
        lignes.push_back({std::move(replique), std::move(blocage)});
    }
    for (auto& une : faisables) bloquees.push_back(std::move(une));
    return bloquees;
}

core::Result<const programme::AppelCharge*> appel_a_migrer(const Demandeur& qui,
                                                           std::string_view appel,
                                                           const ReglesEnPlace& regles) {
    if (!access::peut(qui.acteur, access::Permission::dossier_corriger))
        return core::refuse(core::Reason::forbidden, "acces.refuse");
    const auto* charge = regles.appels.find(appel);
    if (!charge) return core::refuse(core::Reason::not_found, "api.appel_inconnu");
    return charge;
}

std::vector<std::string> sans_doublon(std::vector<std::string> ids) {
    std::ranges::sort(ids);
    const auto doublons = std::ranges::unique(ids);
    ids.erase(doublons.begin(), doublons.end());
    return ids;
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
                   .apres = une.replique.regles_apres,
                   .motif = {},
                   .par = {},
                   .faite_le = qui.maintenant}},
                 *acte.second);
}

}  // namespace

std::string_view blocage_de(const repetition::Replique& replique) {
    if (!se_corrige(replique.statut)) return "migration.decide";
    if (replique.devient_irrecevable()) return "migration.irrecevable";
    if (replique.avant.guichet != replique.apres.guichet) return "migration.guichet";
    return {};
}

core::Result<std::vector<AMigrer>> a_migrer(storage::Reader& db, const Demandeur& qui,
                                            std::string_view appel, const ReglesEnPlace& regles) {
    const auto charge = appel_a_migrer(qui, appel, regles);
    if (!charge) return charge.error();
    return lignes_de(db, {**charge, {}}, regles.moyens);
}

core::Result<std::vector<Intervention>> migrer(storage::Writer& db, const Demandeur& qui,
                                               const DemandeDeMigration& demande,
                                               const MoyensDeMigration& moyens) {
    const auto charge = appel_a_migrer(qui, demande.appel, moyens.regles);
    if (!charge) return charge.error();
    if (demande.dossiers.empty()) return core::refuse(core::Reason::invalid, "migration.aucun");
    const auto dossiers = sans_doublon(demande.dossiers);
    const auto lignes = lignes_de(db, {**charge, dossiers}, moyens.regles.moyens);
    std::vector<Intervention> faites;
    for (const auto& id : dossiers) {
        const auto une = std::ranges::find_if(
            lignes, [&](const AMigrer& ligne) { return ligne.replique.dossier == id; });
        if (une == lignes.end())
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
