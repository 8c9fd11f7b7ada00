// Fabrique: makes a report from records, establishment by establishment; memory is that of one.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/confidential.hpp"
#include "rapport/rapport.hpp"
#include "usage/dossier_mesure.hpp"

namespace grappe::rapport {

// One person at one establishment, or one message that names nobody. The identifier is that of the
// DUI, stable and unique there ("personne:…", "envoi:…"): it makes the salt and goes nowhere.
struct Dossier {
    std::string identifiant;
    usage::DossierMesure faits;
};

// Whence the salts come: a secret that stays in the DUI, so that a report can be made again. Any
// length; its strength is that of the secret.
class Sels {
public:
    explicit Sels(const core::Confidential<std::string>& secret);

    // 32 bytes. Other for each report, establishment and record.
    std::string de(const EnTete& tete, const core::Finess& finess,
                   std::string_view identifiant) const;

private:
    core::Confidential<std::string> cle_;
};

// A leaf as it is opened: what stands behind its digest.
struct Feuille {
    std::string sel;
    std::string faits;  // canonical text of the least facts
    Noeud noeud;
};

// In the order of the tree, that of the salts: it says nothing of the persons. Twice the same
// identifier is a Bug.
std::vector<Feuille> feuilles_de(const core::Finess& finess, const std::vector<Dossier>& dossiers,
                                 const EnTete& tete, const Sels& sels);

class Fabrique {
public:
    // `du` is worked out from the rule; what the caller gives there is not read.
    Fabrique(EnTete tete, const usage::RegleDUsage& regle, const Sels& sels);

    // In ascending order. One leaf a record, counted or refused.
    void ajouter(const core::Finess& finess, const std::vector<Dossier>& dossiers);
    const Rapport& dernier() const { return rapport_; }
    // Totals; the caller signs.
    Rapport finir();

private:
    Rapport rapport_;
    const Sels& sels_;
};

}  // namespace grappe::rapport
