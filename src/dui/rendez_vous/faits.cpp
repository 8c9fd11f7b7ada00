// A line as an import says it, for each occurrence with persons.
#include "dui/rendez_vous/faits.hpp"

#include "core/json_text.hpp"
#include "dui/enregistrement/enregistrement.hpp"

namespace grappe::rendez_vous {
namespace {

std::string ligne_de(const Occurrence& une, agenda::Statut statut) {
    std::string personnes;
    for (const auto& qui : une.evenement.participations)
        if (qui.genre == agenda::Genre::personne)
            personnes += (personnes.empty() ? "" : ",") + core::json_text(qui.id);
    if (personnes.empty()) return {};
    return R"({"type":"evenement","corrige":true,"id":)" +
           core::json_text("rendez-vous:" + une.evenement.id) + R"(,"personnes":[)" + personnes +
           R"(],"finess_et":")" + une.finess_et.text() + R"(","debut":")" +
           une.evenement.de.utc_text() + R"(","fin":")" + une.evenement.a.utc_text() +
           R"(","statut":")" + std::string{core::name_of(statut)} + "\"}";
}

core::Result<void> dire(storage::Writer& db, const element::Geste& geste,
                        const std::string& ligne) {
    if (ligne.empty()) return {};
    std::vector<lecture::Faute> fautes;
    const auto fait = enregistrement::enregistrer(
        db, {.ligne = ligne, .auteur = geste.auteur, .maintenant = geste.maintenant}, fautes);
    if (!fait) return core::refuse(core::Reason::rule_not_met, "rendez_vous.fait");
    return {};
}

}  // namespace

core::Date horizon_de(magasin::Moment maintenant) {
    return core::paris().day_of(maintenant.seconde()).plus_days(horizon);
}

core::Result<void> aligner(storage::Writer& db, const element::Geste& geste,
                           std::span<const Occurrence> avant, std::span<const Occurrence> apres) {
    std::set<std::string_view> restent;
    for (const auto& une : apres) {
        const auto ligne = ligne_de(une, une.evenement.statut);
        if (ligne.empty()) continue;
        restent.insert(une.evenement.id);
        if (const auto dit = dire(db, geste, ligne); !dit) return dit;
    }
    for (const auto& une : avant)
        if (!restent.contains(une.evenement.id))
            if (const auto dit = dire(db, geste, ligne_de(une, agenda::Statut::annule)); !dit)
                return dit;
    return {};
}

core::Result<std::size_t> prolonger(storage::Writer& db, const element::Geste& geste,
                                    std::size_t combien) {
    const auto au = horizon_de(geste.maintenant);
    const auto toutes = a_prolonger(db, au, combien);
    for (const auto& [version, faits_au] : toutes) {
        const auto un = lu(version.element);
        const auto du = std::max(faits_au, au.plus_days(1 - recurrence::jours_max));
        if (const auto dit = aligner(db, geste, {}, occurrences_de(db, un, {du, au})); !dit)
            return dit.error();
        dire_les_faits(db, un.id, au);
    }
    return toutes.size();
}

}  // namespace grappe::rendez_vous
