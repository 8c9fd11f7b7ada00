// The facts an amount depends on, read once from the dossier for every choice of interpretation.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "portail/subvention/heures.hpp"
#include "portail/subvention/subvention.hpp"

namespace grappe::subvention {

// A body (organisme gestionnaire) that has at least one counted establishment.
struct OrganismePrepare {
    std::string_view finess_ej;   // empty: unknown, the body of one establishment
    std::optional<int> declares;  // essms_geres
    int lignes = 0;               // its counted establishments
    int en_corse_ou_outre_mer = 0;
    int devis_de_materiel = 0;  // its establishments that ask for hardware

    int essms() const { return declares.value_or(0) > lignes ? *declares : lignes; }
};

struct LignePreparee {
    const dossier::EssmsResolu* essms;
    programme::Regime regime;
    HeuresLues heures;
    bool hors_plafond = false;  // beyond the number of ESSMS that the call finances
    core::Money materiel_demande;
    std::size_t organisme = 0;
};

struct Base {
    const Demande& demande;
    std::vector<LignePreparee> lignes{};  // input order
    std::vector<OrganismePrepare> organismes{};
    dossier::EssmsDejaFinances deja_finances{};
    bool est_une_extension = false;

    const programme::Appel& appel() const { return demande.appel; }
    const dossier::Dossier& dossier() const { return *demande.dossier.saisi; }
};

Base preparer(const Demande& demande);

// What a quote asks for: the flat as soon as it is above 0, or the quote up to the maximum.
core::Money aide_demandee(programme::ModeAide mode, core::Money au_plus,
                          const dossier::Donnee<core::Money>& devis);

inline const programme::Valeur<programme::Bareme>& bareme(const programme::Appel& appel,
                                                          programme::Regime regime) {
    return regime == programme::Regime::acquisition ? appel.acquisition : appel.montee_de_version;
}

}  // namespace grappe::subvention
