// Relevé: what the counters are made of, as the rows tell it at one instant.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/date.hpp"
#include "core/instant.hpp"
#include "core/money.hpp"
#include "portail/teleservice/etats.hpp"
#include "portail/usages/rapport_recu.hpp"

namespace grappe::compteurs {

// A dossier that was deposited and not withdrawn.
struct Depose {
    teleservice::Statut statut;
    std::optional<core::Money> demande;  // none: the deposit could not be computed
};

struct LigneConvenue {
    std::string finess_et, secteur;
    core::Money montant;
};

// An agreement that both parties have signed.
struct Convention {
    std::string dossier, appel, guichet;
    core::Instant signee_le;
    std::vector<LigneConvenue> lignes{};
    std::optional<core::Money> verse{};  // none: no payment was validated
};

// Active files of one establishment on one day.
struct Mesure {
    core::Date au;
    std::int64_t numero;  // of the report, in the order of reception
    std::int64_t actifs;
    std::string regle;  // version of the rule of measure; empty: declared

    bool precede(const Mesure& autre) const {
        return au != autre.au ? au < autre.au : numero < autre.numero;
    }
};

// The latest of each nature: a declared one never stands for a signed one.
struct Dernieres {
    std::optional<Mesure> signee{}, declaree{};
};

// Of the establishments of each dossier. Reports only come: what was read stays right until an
// audit is answered.
class Mesures {
public:
    void recevoir(const std::string& dossier, const std::string& finess_et, usages::Nature nature,
                  Mesure mesure);
    const Dernieres* trouver(const std::string& dossier, const std::string& finess_et) const;
    std::int64_t dernier_numero() const { return dernier_numero_; }

private:
    std::unordered_map<std::string, Dernieres> par_essms_;
    std::int64_t dernier_numero_ = 0;
};

// Money of several dossiers.
struct Somme {
    core::Money montant;
    std::size_t dossiers = 0;
};

struct Releve {
    std::vector<Depose> deposes;
    std::vector<Convention> conventions;  // the first signed first
    Somme reserve, recouvre;              // of the ledger
};

}  // namespace grappe::compteurs
