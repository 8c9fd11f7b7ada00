// Fields read once.
#include "dui/quotidien/saisie.hpp"

#include "core/integer.hpp"

namespace grappe::quotidien {

using transmission::Forme, transmission::Urgence;

transmission::Transmission transmission_tapee(const page::Formulaire& envoi) {
    const auto texte = [&](const char* nom) { return std::string{envoi.valeur(nom)}; };
    return {.forme = envoi.valeur("forme") == "ciblee" ? Forme::ciblee : Forme::narrative,
            .urgence = envoi.contient("urgente") ? Urgence::urgente : Urgence::ordinaire,
            .texte = texte("texte"),
            .cible = texte("cible"),
            .donnees = texte("donnees"),
            .actions = texte("actions"),
            .resultats = texte("resultats")};
}

std::optional<core::Instant> moment_tape(const page::Formulaire& envoi, core::Instant maintenant) {
    const auto dit_jour = envoi.valeur("jour"), dite_heure = envoi.valeur("heure");
    if (dit_jour.empty() && dite_heure.empty()) return maintenant;
    const auto jour = dit_jour.empty() ? core::Result{core::paris().day_of(maintenant)}
                                       : core::Date::parse(dit_jour);
    const auto deux_points = dite_heure.find(':');
    if (!jour || deux_points == std::string_view::npos) return std::nullopt;
    const auto heure = core::integer<int>(dite_heure.substr(0, deux_points));
    const auto minute = core::integer<int>(dite_heure.substr(deux_points + 1));
    if (!heure || !minute || *heure < 0 || *heure > 23 || *minute < 0 || *minute > 59)
        return std::nullopt;
    return core::paris().at(*jour, *heure, *minute);
}

}  // namespace grappe::quotidien
