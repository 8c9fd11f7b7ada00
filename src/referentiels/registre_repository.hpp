// Every SQL statement about the register: establishments, imports, what each import replaced.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "core/date.hpp"
#include "core/instant.hpp"
#include "referentiels/etablissement.hpp"
#include "referentiels/lecture.hpp"
#include "storage/reader.hpp"

namespace grappe::referentiels {

// What one import met and did.
struct ComptesImport {
    std::int64_t lus = 0;  // establishments read, duplicates included
    std::int64_t nouveaux = 0;
    std::int64_t modifies = 0;  // a closing by disappearance is not one
    std::int64_t fermes = 0;    // absent from this register: closed at its date
    std::int64_t rejetes = 0;
    std::int64_t doublons = 0;
    std::int64_t avertissements = 0;
};

struct ImportRegistre {
    int numero;
    core::Date date;
    FormatFiness format;
    std::string fichier;  // its name, without folder
    core::Instant importe_le;
    ComptesImport comptes;
};

std::vector<ImportRegistre> imports(storage::Reader& db);  // the last one first
std::optional<ImportRegistre> dernier_import(storage::Reader& db);

struct Effectifs {
    std::int64_t ouverts = 0;
    std::int64_t fermes = 0;
};
Effectifs effectifs(storage::Reader& db);

void chaque_etablissement(storage::Reader& db,
                          const std::function<void(Etablissement&&)>& recevoir);
std::vector<Etablissement> trouver(storage::Reader& db, std::span<const std::string> numeros);
// Those of the numbers that are legal entities of at least one establishment.
std::unordered_set<std::string> entites_parmi(storage::Reader& db,
                                              std::span<const std::string> numeros);

void ajouter_import(storage::Writer& db, const ImportRegistre& import);
void inserer(storage::Writer& db, std::span<const Etablissement* const> nouveaux);
// Both keep the replaced line.
void remplacer(storage::Writer& db, const Etablissement& etablissement, int numero_import);
void fermer(storage::Writer& db, const std::string& finess_et, const ImportRegistre& import);

}  // namespace grappe::referentiels
