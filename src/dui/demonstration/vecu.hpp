// Vécu: a month that a fictitious organisation lived, written as its accounts would have.
#pragma once

#include <filesystem>

#include "dui/annuaire/annuaire.hpp"
#include "dui/demonstration/bilans.hpp"
#include "dui/demonstration/papiers.hpp"
#include "dui/demonstration/projets.hpp"
#include "dui/demonstration/semaines.hpp"
#include "dui/transmission/redaction.hpp"
#include "storage/base.hpp"

namespace grappe::demonstration {

// What somebody of that profession may have told, in an establishment of that sector.
struct Phrase {
    std::string secteur;
    partage::Profession profession;
    partage::Classe classe;
    transmission::Transmission dit;
};

// Codes "demonstration.phrases_absentes", "demonstration.phrase" (its detail the line).
core::Result<std::vector<Phrase>> lire_les_phrases(const std::filesystem::path& fichier);

struct Mois {
    core::Date au;  // the last day, told up to `maintenant`
    int jours;
    std::uint64_t graine;
    magasin::Moment maintenant;
};

struct Bilan {
    std::int64_t etablissements = 0, unites = 0, personnes = 0, projets = 0, transmissions = 0;
    std::int64_t rendez_vous = 0, evaluations = 0, documents = 0, cercles = 0;
};

// What is told.
struct Recit {
    std::vector<Phrase> phrases;
    std::vector<Trait> projets;
    nomenclature::Serafin serafin;
    std::vector<Activite> activites;
    std::vector<Evaluee> evaluations;
    const evaluation::Outils& outils;
    std::vector<Papier> papiers;
    Armoire armoire;
};

// Code "demonstration.sans_compte": no account says a profession that writes; "demonstration.deja":
// the base has elements already. One transaction: all of it or nothing.
core::Result<Bilan> vivre(storage::Base& base, annuaire::Annuaire& annuaire, const Recit& recit,
                          const Mois& mois);

}  // namespace grappe::demonstration
