// Lecteur: what the readers of values share: where they are, the faults so far, the territories.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "portail/dossier/arbre_json.hpp"
#include "portail/dossier/faute.hpp"
#include "portail/dossier/lecture_dossier.hpp"

namespace grappe::dossier {

// A place in the dossier, kept on the stack and written only when there is a fault.
struct Chemin {
    const Chemin* parent = nullptr;
    std::string_view cle{};  // in an object
    int rang = -1;           // in a list

    std::string texte() const;  // "essms[12].finess_et"
};

struct Lieu {
    const Noeud& noeud;
    const Chemin& chemin;
};

class Lecteur {
public:
    Lecteur(const Arbre& arbre, const OptionsDeLecture& options)
        : arbre_{arbre}, options_{options} {}

    // `faits` are added to `valeur`, which is the value as written.
    void refuser(const Lieu& lieu, std::string_view code, rules::Faits faits);
    // A fault on a key rather than on its value.
    void refuser_cle(const Chemin& chemin, std::string_view code, rules::Faits faits);

    const OptionsDeLecture& options() const { return options_; }
    std::vector<Faute> fautes() && { return std::move(fautes_); }
    const Noeud* premier(const Noeud& parent) const { return noeud(parent.premier); }
    const Noeud* suivant(const Noeud& enfant) const { return noeud(enfant.suivant); }
    std::size_t nombre(const Noeud& liste) const {
        std::size_t nombre = 0;
        for (const auto* n = premier(liste); n != nullptr; n = suivant(*n)) ++nombre;
        return nombre;
    }

private:
    const Noeud* noeud(std::uint32_t rang) const {
        return rang == Noeud::aucun ? nullptr : &arbre_.noeuds[rang];
    }

    const Arbre& arbre_;
    const OptionsDeLecture& options_;
    std::vector<Faute> fautes_;
};

// The name nearest to `nom` among `connus`, however far it is.
std::string_view plus_proche(std::string_view nom, const std::vector<std::string_view>& connus);

// "« a », « b » ou « c »"
std::string enumeration(const std::vector<std::string_view>& noms);

}  // namespace grappe::dossier
