// The form of an event, as fields say it.
#pragma once

#include "dui/rendez_vous/programmation.hpp"
#include "web/page/formulaire.hpp"

namespace grappe::planning {

// What was typed comes back whatever it says.
struct Tape {
    std::string id, titre, lieu, commentaire, classe, jour, debut, fin, frequence, jusqu_au, nombre;
    std::string objectif, groupe;  // groupe: a unit, all of whose persons take part
    std::vector<std::string> jours, personnes, professionnels, ressources;
    bool hors_prestation = false, accepter = false;
};
Tape tape_de(const page::Formulaire& envoi);
Tape tape_de(const rendez_vous::RendezVous& un, const rendez_vous::Occurrence& une);

// What is read of it. Faults "rendez_vous.moment", ".jusqu_au" and those of the rule.
struct Saisie {
    rendez_vous::RendezVous voulu;
    std::vector<rendez_vous::Faute> fautes;
};
Saisie saisie_de(const Tape& tape, const core::Finess& finess_et,
                 const std::vector<rendez_vous::Ressource>& ressources);

// Minutes between two hours of the clock, the second after the first or of the next day; 0: they
// are not hours.
int minutes_entre(std::string_view debut, std::string_view fin);

}  // namespace grappe::planning
