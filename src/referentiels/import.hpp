// Use case: import a FINESS file into the register. One transaction; the same file twice changes
// nothing; what disappeared is closed at the new register's date, never deleted.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "referentiels/categories.hpp"
#include "referentiels/registre_repository.hpp"
#include "referentiels/territoires.hpp"
#include "storage/base.hpp"

namespace grappe::referentiels {

// `strict` refuses a register older than the one in place and one that would close more than a
// fifth of the open establishments (when they are over a thousand): a partial file, most likely.
enum class Controle { strict, leve };

struct DemandeImport {
    std::string fichier;
    core::Instant maintenant;
    std::optional<core::Date> date = std::nullopt;           // said by the user: wins over the file
    std::optional<core::Date> date_a_defaut = std::nullopt;  // when the file does not say it
    Controle controle = Controle::strict;
    // When given, a category unknown to the nomenclature or closed is warned of.
    const Categories* categories = nullptr;
    // Refused lines and duplicates, as they are met; the code is a sentence of locale/fr.txt.
    std::function<void(const Remarque&)> rejet = nullptr;
    std::function<void(const Remarque&)> avertissement = nullptr;
    std::function<void(std::uint64_t lus, std::uint64_t total)> progres = nullptr;
};

struct BilanImport {
    ImportRegistre import;
    bool inchange;            // the register already held this very content: nothing was written
    bool date_connue = true;  // false: neither the file nor the request says it
};

// Refusals: those of lire_finess, "registre.date_inconnue", "registre.vide",
// "registre.plus_ancien", "registre.fermetures_massives".
core::Result<BilanImport> importer(storage::Base& base, const Territoires& territoires,
                                   const DemandeImport& demande);

}  // namespace grappe::referentiels
