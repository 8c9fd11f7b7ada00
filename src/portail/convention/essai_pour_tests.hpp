// For tests: an agreement of fifteen establishments signed by both, with its money committed, and
// what is done to it, one transaction each.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "portail/convention/avenants.hpp"
#include "portail/convention/convention.hpp"
#include "portail/enveloppe/grand_livre.hpp"
#include "portail/instruction/monde_pour_tests.hpp"
#include "portail/solde/solde.hpp"

namespace grappe::convention::tests {

using Changements = std::vector<Changement>;

// A second person of the desk of Nouvelle-Aquitaine.
const access::Acteur& collegue();

// Establishments of the dossier, by rank from 0, and open ones of the Gironde outside it.
std::string numero(int rang);
std::string autre(int rang);
// An open service at home of the Gironde outside it.
std::string a_domicile();

struct Essai {
    instruction::tests::Scene& scene;
    std::string id{};

    Moyens moyens() const;
    Demandeur guichet() const { return scene.guichet(); }
    Demandeur du_collegue() const { return {collegue(), scene.maintenant}; }
    template <class Faire>
    auto ecrit(Faire faire) const {
        return scene.base.write([&](storage::Writer& db) { return faire(db); });
    }

    // With what the envelope holds, in euros.
    void etablir(std::int64_t enveloppe);
    void mouvoir(const enveloppe::Mouvement& mouvement) const;
    // The last line of the dossier once more, which counts once (ELIG-03).
    void repeter_une_ligne() const;
    // "fait", the code of the refusal, or those of the faults.
    std::string prepare(const Changements& changements, std::optional<int> vue = {}) const;
    // The same, on a call that was mended since: the rules of the deposit are kept.
    std::string prepare_apres_une_correction(const Changements& changements) const;
    std::string signe(const Demandeur& qui, const char* partie) const;
    std::string abandonne() const;
    std::string en_vigueur(const Changements& changements) const;
    std::string demande_l_avance() const;
    void verse_l_avance() const;

    Avenant dernier() const;
    Convention convention() const;
    enveloppe::Soldes soldes() const;
    Money a(enveloppe::Compte compte) const;
    solde::Solde solde() const;
    // What its last amendment says, one sentence a line.
    std::string phrases() const;
    // Every euro has one place; what is committed is what remains due.
    void verifier() const;
};

// On each engine.
void essayer(std::int64_t enveloppe, const std::function<void(Essai&)>& faire);

}  // namespace grappe::convention::tests
