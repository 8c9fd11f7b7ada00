// Convention lue: an agreement as one of its readers sees it, all of it read at once.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "portail/convention/coordonnees.hpp"
#include "portail/convention/papier.hpp"
#include "portail/convention/possibles.hpp"
#include "portail/convention/recouvrement.hpp"
#include "portail/conventionnement/conventionnement.hpp"
#include "portail/teleservice/fiche_repository.hpp"

namespace grappe::conventionnement {

using convention::Demandeur;

struct RapportVu {
    std::string id;
    std::int64_t numero;
    core::Date au;
    std::int64_t essms;
};

struct ConventionLue {
    convention::Sujet sujet;
    teleservice::Fiche fiche;
    std::string numero, code;  // of its deposit, of its paper
    bool entiere;  // else the reader has its expenses and payments only, as an accountant
    std::optional<convention::EtatDeDepenses> depenses;
    std::vector<RapportVu> rapports;
    std::vector<convention::Versement> versements;
    std::optional<convention::Coordonnees> coordonnees;
    std::vector<convention::Recouvrement> recouvrements;
    std::vector<convention::PapierSigne> papiers;  // of the agreement and of its amendments
    std::optional<solde::Solde> solde;             // empty: not for this reader
    convention::Possibles possibles;
    std::map<std::string, std::string> noms;  // of who acted, by account

    std::string nom_de(const std::string& compte) const;
    bool signee() const { return sujet.convention.signee_le().has_value(); }
};

// Adds the name of an account that is not there yet.
void nommer(storage::Reader& db, std::map<std::string, std::string>& noms,
            const std::string& compte);

// Codes of convention::acceder_par_le_dossier.
core::Result<ConventionLue> lire(storage::Reader& db, const Demandeur& qui,
                                 std::string_view dossier, const convention::Moyens& moyens);

}  // namespace grappe::conventionnement
