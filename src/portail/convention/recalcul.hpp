// Recalcul: what an amended project is granted, by the rules in force for its dossier: those that
// its receipt names, or to which an act moved it since, on the register of today (AMB-29, decision
// 57).
#pragma once

#include "portail/convention/acces.hpp"
#include "portail/convention/projet_change.hpp"

namespace grappe::convention {

struct Recalcul {
    solde::Accorde accorde;
    Money avance;  // the part that the call advances
    std::optional<core::Date> fin_deploiement;
    std::string regles;
    std::vector<Alerte> alertes;
    std::vector<Changement> changements;    // those asked for, legal entities told out
    std::vector<FauteDeChangement> fautes;  // then nothing else is to be read
};

// `demandes` come after the changes of the amendments that took effect.
Recalcul recalculer(storage::Reader& db, const Sujet& sujet,
                    const std::vector<Changement>& demandes, const Moyens& moyens);

// The project in force, every amendment that took effect made: its facts, and the means that judge
// them.
struct ProjetEnVigueur {
    dossier::Dossier projet;
    socle::Moyens regles;
};
ProjetEnVigueur projet_en_vigueur(storage::Reader& db, const Sujet& sujet, const Moyens& moyens);

// Of what was computed and signed: who is in the project, without judging it again.
struct ProjetAmende {
    std::vector<std::string> essms;  // counted or not, each once
    std::string siret;
};
ProjetAmende projet_amende(storage::Reader& db, const Avenant& avenant, const Sujet& sujet,
                           const Moyens& moyens);

}  // namespace grappe::convention
