// Import of facts from a file of lines: all or nothing, in memory that does not grow with the file.
// Contract dui-indicateurs.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "dui/lecture/ligne.hpp"
#include "dui/magasin/moment.hpp"
#include "storage/base.hpp"

namespace grappe::importation {

struct FauteDeLigne {
    std::int64_t ligne;
    lecture::Faute faute;
};

// A line that says a death.
struct Deces {
    std::int64_t ligne;
    std::string personne;
};

enum class Tolerance { aucune, ecarter_les_fautives };

struct Demande {
    std::string fichier;  // "-": the standard input
    Tolerance tolerance;
    std::string auteur;  // account, or "commande"
    // The instant of recording, asked for once all is read.
    std::function<magasin::Moment()> maintenant;
    std::function<void(std::uint64_t octets, std::uint64_t sur)> avancement;
};

struct Bilan {
    bool garde = false;  // false: at fault, and nothing was kept
    std::int64_t lignes = 0, nouveaux = 0, versions = 0, deja_connus = 0, ecartees = 0;
    std::int64_t avertissements = 0;
    std::vector<FauteDeLigne> fautes;  // in the order of lines, the first `fautes_max` of them
    std::int64_t fautes_tues = 0;      // how many more
    std::vector<FauteDeLigne> premiers_avertissements;
    std::vector<Deces> deces;
    std::string rejets;  // file of the lines left out; empty: none
};

inline constexpr std::size_t fautes_max = 100'000, avertissements_max = 20;

// Refusals "import.fichier" (it cannot be read), "import.compresse" (by gzip),
// "import.rejets" (that file cannot be written), "import.rejets_sans_fichier" (faulty lines are to
// be left out of what is no ordinary file).
core::Result<Bilan> importer(storage::Base& base, const Demande& demande);

}  // namespace grappe::importation
