// Dépenses: the expense statement of a project by category, and what it proves of each aid.
// Catalogue FIN-10, FIN-13, PAY-02, AMB-26; AAP Nouvelle-Aquitaine 2024, §4.4.1 and §4.5.2. Pure.
#pragma once

#include <array>
#include <map>

#include "core/named.hpp"
#include "portail/solde/avance.hpp"

namespace grappe::solde {

// What may be spent: the uses that FIN-13 accepts for the usage aid, the software and its setting,
// then the two specific aids.
enum class Categorie {
    ressources_internes,
    pilotage,
    appui_technique,
    messagerie_securisee,
    logiciel,
    materiel,
    amoa
};

constexpr auto names(Categorie) {
    using enum Categorie;
    return std::to_array<core::Named<Categorie>>({{ressources_internes, "ressources_internes"},
                                                  {pilotage, "pilotage"},
                                                  {appui_technique, "appui_technique"},
                                                  {messagerie_securisee, "messagerie_securisee"},
                                                  {logiciel, "logiciel"},
                                                  {materiel, "materiel"},
                                                  {amoa, "amoa"}});
}

struct Depenses {
    std::map<Categorie, Money> montants;
    bool visees = false;  // stamped by the public accountant or the statutory auditor

    Aides par_aide() const;  // by the aid that each category proves
};

// What can be paid of a group of aids once expenses are known: its balance, and what its advance
// paid beyond what is proved (AMB-25).
struct Plafonne {
    Money accorde, prouve, avance, solde, trop_verse;
};
struct Justification {
    Plafonne forfaits, specifique;

    Money trop_verse() const { return forfaits.trop_verse + specifique.trop_verse; }
};

// `depenses` null: nothing is limited.
struct ALimiter {
    const programme::Appel& appel;
    const Accorde& accorde;
    const Avance& avance;
    const Depenses* depenses;
};
Justification justifier(const ALimiter& demande);

}  // namespace grappe::solde
