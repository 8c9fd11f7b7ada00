// The rule of measure as data: length of the window and targets, dated, each with its source.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/result.hpp"
#include "usage/indicateur.hpp"

namespace grappe::usage {

struct Cible {
    Indicateur indicateur;
    int pour_cent;
    std::string source;
};

// What holds for one measured day.
struct Parametres {
    int fenetre_en_mois = 0;
    std::string source_de_la_fenetre;
    std::vector<Cible> cibles;  // in the order of indicateurs_a_cible

    std::optional<int> cible(Indicateur indicateur) const;  // nothing where there is none
};

// A file of donnees/indicateurs: its version names these facts and the definitions that use them.
class RegleDUsage {
public:
    // Code "usage.regle_illisible", its detail the line at fault.
    static core::Result<RegleDUsage> lire(std::string_view texte);

    const std::string& version() const { return version_; }
    const std::string& texte() const { return texte_; }  // whose digest a report cites
    Parametres au(core::Date mesuree) const;

private:
    struct Fait {
        std::string nom, depuis;  // "" since always, else an ISO day
        std::string valeur, source;
    };

    const Fait& en_vigueur(std::string_view nom, core::Date jour) const;
    static core::Result<Fait> lire_fait(std::string_view ligne);
    bool complete() const;

    std::vector<Fait> faits_;
    std::string version_;
    std::string texte_;
};

}  // namespace grappe::usage
