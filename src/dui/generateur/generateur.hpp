// Fictitious organisations of any size, as lines of the import contract, from a fixed seed.
#pragma once

#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/result.hpp"

namespace grappe::generateur {

struct Demande {
    std::uint64_t graine = 1;
    std::uint32_t etablissements = 1;
    std::uint64_t personnes = 1;
    int mois = 3;
    core::Date au;                         // the day measured; the months end before it
    std::optional<std::uint64_t> faits{};  // lines other than `personne`; else by the usual rhythm
    std::vector<std::string> secteurs{};   // "PA", "PH"… in turn; empty: by their parts
};

struct Bilan {
    std::uint64_t lignes = 0, octets = 0;
};

// The same demand gives the same bytes on every machine. Memory grows with the persons of the
// largest establishment and with the months, never with the lines. Codes
// "generateur.etablissements", "generateur.personnes", "generateur.mois", "generateur.secteur"
// (its detail what it is not), "generateur.faits"
// (fewer than the stays, projects and feeds that these persons have anyway; detail: how many).
// A file that cannot be written is a failure (std::system_error).
core::Result<Bilan> generer(const Demande& demande, std::FILE* sortie);

// The organisation of the measures: 15 establishments, 1,200 persons, 3 years, 4 million facts.
Demande organisation_de_mesure();
// The country: 36,500 establishments, about 410,000 active records, 3 months, 60 million facts.
Demande pays_de_mesure();

}  // namespace grappe::generateur
