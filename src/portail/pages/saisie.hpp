// Saisie: what a visitor typed, as text under the paths of contracts/portail-check
// ("essms[3].devis_materiel"). The form's field names, the JSON's paths and the places of its
// faults are the same words, so a fault always finds its field and nothing typed is lost.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/instant.hpp"
#include "portail/dossier/arbre_json.hpp"
#include "web/page/formulaire.hpp"

namespace grappe::pages {

class Saisie {
public:
    using Valeurs = std::map<std::string, std::string, std::less<>>;
    Saisie() = default;
    explicit Saisie(Valeurs valeurs) : valeurs_{std::move(valeurs)} {}

    // An empty text is an unknown fact. "aucun" stands for the contract's null; a list is its
    // words with commas between.
    const std::string& texte(std::string_view chemin) const;
    void poser(std::string_view chemin, std::string texte);
    void oublier(std::string_view chemin);         // the path and all below it
    bool contient(std::string_view chemin) const;  // the path or anything below it

    int essms() const;  // lines "essms[0]" …
    int rangs(std::string_view liste) const;
    void retirer_essms(int rang);  // the following lines move up
    int ajouter_essms();           // the new line

    const Valeurs& valeurs() const { return valeurs_; }

private:
    Valeurs valeurs_;
};

std::string chemin_essms(int rang, std::string_view champ);  // "essms[3].regime"
int rang_en_tete(std::string_view suite);                    // 3 for "3].regime"; 0 for no number

// The fields of the form that are facts of a dossier, or shared facts ("commun.…"); lines are
// numbered again from 0. Other fields (buttons, pasted text) are left out.
Saisie lire_saisie(const page::Formulaire& formulaire);

// A dossier's JSON, whatever its content: a wrong value or an unknown key stays as typed.
Saisie lire_saisie(const dossier::Arbre& arbre);

// The contract's JSON. Numbers, dates and amounts are cleaned; what cannot be stays as typed, for
// dossier::lire_dossier to say why. Shared facts fill the lines that do not say otherwise.
std::string en_json(const Saisie& saisie, const core::Zone& fuseau);

}  // namespace grappe::pages
