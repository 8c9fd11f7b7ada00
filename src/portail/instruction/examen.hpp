// Examen: a deposited dossier as its desk examines it: what the rules find on what is in force, and
// every decision so far.
#pragma once

#include "portail/instruction/instruction.hpp"
#include "portail/instruction/moyens.hpp"
#include "portail/instruction/points.hpp"
#include "portail/teleservice/instruction_nationale.hpp"

namespace grappe::instruction {

struct Examen {
    teleservice::Etat etat;  // content and pieces in force, judged at the instant of the deposit
    teleservice::Depot depot;
    std::vector<Verdict> verdicts;
    std::vector<Demande> demandes;
    std::vector<Reponse> reponses;
    std::vector<Appreciation> appreciations;
    std::vector<Decision> decisions;
    std::vector<Affectation> affectations;
    std::vector<Point> points;
    std::vector<teleservice::InstructionNationale> nationales{};

    const Dossier& dossier() const { return etat.dossier; }
    const Demande* demande_ouverte() const;  // the last one; null: none
    bool corrige() const { return etat.dossier.version != depot.version; }
};

// Of a dossier that the actor has been allowed to touch, and that was deposited.
Examen examiner(storage::Reader& db, const Dossier& dossier, const socle::Moyens& regles);

// Code "dossier.inconnu"; also for who may read it but is no desk of it.
core::Result<Examen> lire_examen(storage::Reader& db, const Demandeur& qui, std::string_view id,
                                 const socle::Moyens& regles);

// What its porteur and its readers see of it: no note, no assignment.
struct Echanges {
    std::vector<Verdict> verdicts;
    std::vector<Demande> demandes;
    std::vector<Reponse> reponses;
    std::vector<Appreciation> appreciations;
    std::vector<Decision> decisions;
};
Echanges echanges(storage::Reader& db, std::string_view dossier);

}  // namespace grappe::instruction
