// Use case: the usage report of some establishments, made from the base; its maker signs it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "dui/colonnes/colonnes.hpp"
#include "dui/indicateur/comptage.hpp"
#include "dui/magasin/faits_repository.hpp"
#include "rapport/fabrique.hpp"
#include "storage/reader.hpp"

namespace grappe::preuve {

// What a report is made of, and made again.
struct Fonds {
    colonnes::Colonnes colonnes;
    rapport::Sels sels;
    magasin::Enregistrement acte;  // the last one that counts

    indicateur::Acte connu() const { return static_cast<indicateur::Acte>(acte.numero); }
};
// `dossier` is that of the column files; without a moment, all that is recorded counts.
Fonds fonds(storage::Reader& db, const std::string& dossier,
            const std::optional<magasin::Moment>& connu_le);

// A report names its moment to the second: the first whole one when all of it was known.
core::Instant connu_le(const Fonds& fonds, const std::optional<magasin::Moment>& demande);
// That second has to be over, so that nothing recorded later can bear it: waits for it, never for
// more than one. Code "dui.connu_le_a_venir".
core::Result<void> attendre(core::Instant connu_le);

struct Demande {
    core::Date au;
    core::Instant connu_le;
    usage::Denominateur denominateur;
    rapport::Logiciel logiciel;
    std::function<bool(std::string_view finess_et)> retenu;
};
rapport::Rapport etablir(const Fonds& fonds, const Demande& demande,
                         const usage::RegleDUsage& regle);

}  // namespace grappe::preuve
