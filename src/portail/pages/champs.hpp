// Champs: the fields of the form as the templates show them, each with its label, help and fault.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "portail/pages/etude.hpp"
#include "web/page/vue.hpp"

namespace grappe::pages {

struct Choix {
    std::string valeur;
    std::string libelle;
};

// "essms[3].regime", a path as faults write it, gives "Ligne 4, régime".
std::string lieu_du_champ(const Services& services, std::string_view chemin);

class Champs {
public:
    Champs(const Services& services, const Etude& etude);

    // The field of a path: its genre says whether it is typed or chosen.
    page::Vue champ(std::string_view chemin);
    page::Vue choix(std::string_view chemin, std::vector<Choix> choix);
    page::Vue::Liste plusieurs(std::string_view prefixe, const std::vector<std::string_view>& noms);

    // Marks a path as shown by other markup, and answers its text.
    const std::string& montrer(std::string_view chemin);
    std::string faute(std::string_view chemin) const;  // what is wrong and how to mend it, or empty
    int fautes_sous(std::string_view prefixe) const;
    bool est_montre(std::string_view chemin) const { return montres_.contains(chemin); }
    // "Ligne 3, devis de matériel"; the path itself when no field has it.
    std::string lieu(std::string_view chemin) const;

    // Typed facts that no field has shown: they travel in hidden fields.
    page::Vue::Liste caches() const;

    std::vector<Choix> oui_non() const;
    // "" and each name of an enumeration, with labels "pages.choix.<famille>.<nom>".
    std::vector<Choix> mots(std::string_view famille,
                            const std::vector<std::string_view>& noms) const;

private:
    std::string libelle(std::string_view chemin) const;
    std::string aide(std::string_view chemin) const;

    const Services& services_;
    const Etude& etude_;
    std::map<std::string, std::string, std::less<>> fautes_;
    std::set<std::string, std::less<>> montres_;
};

// "essms[0].regime" gives "essms-0-regime": the identifier of a field.
std::string id_de(std::string_view chemin);

}  // namespace grappe::pages
