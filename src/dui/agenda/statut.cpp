// Passages between statuses, and refusals by a person.
#include "dui/agenda/statut.hpp"

#include <algorithm>

namespace grappe::agenda {
namespace {

core::Refusal non(std::string code) {
    return core::refuse(core::Reason::rule_not_met, std::move(code));
}

bool attend_quelqu_un(const Evenement& evenement) {
    return std::any_of(evenement.participations.begin(), evenement.participations.end(),
                       [](const Participation& une) {
                           return une.genre == Genre::personne &&
                                  une.presence == Presence::attendue;
                       });
}

core::Result<void> remplir(Condition condition, const Evenement& evenement,
                           const Demande& demande) {
    if (condition == Condition::commence && demande.maintenant < evenement.de)
        return non("agenda.pas_commence");
    if (condition == Condition::fini_et_pointe) {
        if (demande.maintenant < evenement.a) return non("agenda.pas_fini");
        if (attend_quelqu_un(evenement)) return non("agenda.a_pointer");
    }
    if (condition == Condition::motif && demande.motif.empty()) return non("agenda.motif");
    return {};
}

}  // namespace

core::Result<void> admettre(const Evenement& evenement, const Demande& demande) {
    for (const auto& [de, vers, condition] : passages)
        if (de == evenement.statut && vers == demande.vers)
            return remplir(condition, evenement, demande);
    return non("agenda.passage");
}

core::Result<Evenement> refuser(Evenement evenement, std::string_view personne) {
    if (!evenement.vivant()) return non("agenda.refus_annule");
    for (auto& une : evenement.participations) {
        if (une.genre != Genre::personne || une.id != personne) continue;
        if (une.presence == Presence::presente) return non("agenda.refus_present");
        une.presence = Presence::refusee;
        return evenement;
    }
    return non("agenda.refus_inconnu");
}

std::string table_des_statuts() {
    std::string texte = "# Statuts d'un évènement : de, vers, condition. Produit par les tests.\n";
    for (const auto& [de, nom_de] : names(Statut{}))
        for (const auto& [vers, nom_vers] : names(Statut{})) {
            if (de == vers) continue;
            const auto passage =
                std::find_if(passages.begin(), passages.end(),
                             [&](const Passage& un) { return un.de == de && un.vers == vers; });
            texte += std::string{nom_de} + " " + std::string{nom_vers} + " ";
            texte += passage == passages.end() ? "interdit" : core::name_of(passage->condition);
            texte += "\n";
        }
    return texte;
}

}  // namespace grappe::agenda
