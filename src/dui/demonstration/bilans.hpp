// Bilans: evaluations of the month's persons, by the shipped scales. Inside this module and its
// command only.
#pragma once

#include "dui/demonstration/vie.hpp"
#include "dui/evaluation/chargement.hpp"
#include "dui/evaluation/evaluation.hpp"

namespace grappe::demonstration {

struct Evaluee {
    std::string secteur;
    std::size_t rang;  // of who lives there
    std::string grille;
    int jour;  // from the last day told
    std::string mode;
    std::optional<std::int64_t> resultat;
    std::map<std::string, std::string> reponses;  // modality by variable
    evaluation::Statut statut;
};

// Codes "demonstration.phrases_absentes", "demonstration.phrase" (its detail the line).
core::Result<std::vector<Evaluee>> lire_les_bilans(const std::filesystem::path& fichier);

// Answers of how many were written: those that an account of the place may write.
core::Result<std::int64_t> evaluer(const Vie& vie, const std::vector<Evaluee>& bilans,
                                   const evaluation::Outils& outils);

}  // namespace grappe::demonstration
