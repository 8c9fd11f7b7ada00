// Voisinage: neighbours of a dossier, evaluated by the same engine as the dossier itself.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "portail/analyse/sujet.hpp"
#include "portail/recevabilite/routage.hpp"

namespace grappe::analyse {

struct Phrase {
    std::string_view code;
    rules::Faits faits;
};

struct Voisin {
    rules::RegleId regle;
    Phrase changement;
    std::vector<Phrase> effets;
};

// What a neighbour may change.
struct Etat {
    int essms;
    std::optional<int> minimum;
    recevabilite::Routage routage;
    std::optional<programme::Portee> portee;
    std::optional<recevabilite::ChoixDeFenetre> fenetre;
    std::optional<core::Money> total;  // empty: the call gives no amounts

    bool minimum_atteint() const { return !minimum || essms >= *minimum; }
};

// An establishment like one of the dossier, without quote: what "one more" means.
struct Semblable {
    dossier::Essms saisi;
    dossier::EssmsResolu resolu;

    Semblable(const dossier::EssmsResolu& modele, programme::Regime regime);
    Semblable(const Semblable&) = delete;
    Semblable& operator=(const Semblable&) = delete;
};

class Voisinage {
public:
    // `total` is that of the dossier itself; empty: the call gives no amounts.
    Voisinage(const Sujet& sujet, std::optional<core::Money> total);

    const Sujet& sujet() const { return sujet_; }
    const recevabilite::Contexte& contexte() const { return contexte_; }
    const recevabilite::Comptes& comptes() const { return sujet_.recevabilite.comptes; }
    const recevabilite::Decompte& decompte() const { return decompte_; }
    const Etat& etat() const { return etat_; }
    programme::Nature nature() const {
        return contexte_.saisi().nature.valeur_ou(programme::Nature::nouveau);
    }

    Etat evaluer(const recevabilite::Comptes& comptes) const;
    // The total alone, for another dossier of the same establishments.
    std::optional<core::Money> total(const dossier::Dossier& saisi) const;
    // What changes from the dossier to its neighbour, in French once its facts are filled in.
    std::vector<Phrase> effets(const Etat& voisin) const;

private:
    Etat sans_total(const recevabilite::Decompte& decompte) const;

    Sujet sujet_;
    recevabilite::Contexte contexte_;
    subvention::Choix choix_;
    recevabilite::Decompte decompte_;
    Etat etat_;
};

Phrase effet_sur_le_total(core::Money avant, core::Money apres);

}  // namespace grappe::analyse
