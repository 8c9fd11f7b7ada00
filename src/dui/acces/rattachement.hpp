// Rattachement: the establishments where an account works, and its profession. No establishment:
// the whole organisation; no profession: no class of data.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/peut.hpp"
#include "core/finess.hpp"
#include "dui/partage/partage.hpp"
#include "storage/reader.hpp"

namespace grappe::acces {

// In ascending order.
std::vector<std::string> etablissements_de(storage::Reader& db, const std::string& compte);

// Code "compte.rattachement_double" when one is named twice.
core::Result<void> rattacher(storage::Writer& db, const std::string& compte,
                             const std::vector<core::Finess>& etablissements);

std::optional<partage::Profession> profession_de(storage::Reader& db, const std::string& compte);
// What it was before is replaced.
void dire_la_profession(storage::Writer& db, const std::string& compte,
                        partage::Profession profession);

// Whom a request speaks for, where, and on which data.
struct Professionnel {
    access::Acteur acteur;
    std::vector<std::string> etablissements;
    std::optional<partage::Profession> profession;

    bool peut_a(access::Permission permission, std::string_view finess_et) const {
        return access::peut_a(acteur, permission, etablissements, finess_et);
    }
    bool lit(partage::Classe classe) const {
        return profession && partage::lit(*profession, classe);
    }
    bool ecrit(partage::Classe classe) const {
        return profession && partage::ecrit(*profession, classe);
    }
};
Professionnel professionnel(storage::Reader& db, const access::Acteur& acteur);
// Every open account that has a profession, by id.
std::vector<Professionnel> professionnels(storage::Reader& db);

// Who may read records at that establishment, by name.
struct Collegue {
    std::string compte, nom;
    std::optional<partage::Profession> profession;
};
std::vector<Collegue> collegues_a(storage::Reader& db, const std::string& finess_et);

}  // namespace grappe::acces
