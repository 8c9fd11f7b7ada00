// Vie: what the parts of a month share: a place, its accounts, the objectives of those who have
// one, and how things are named the same each time.
#pragma once

#include <filesystem>
#include <map>

#include "dui/demonstration/entourage.hpp"
#include "dui/demonstration/secteur.hpp"

namespace grappe::demonstration {

struct Vie {
    storage::Writer& db;
    const std::vector<acces::Professionnel>& professionnels;
    const Entoures& ici;
    const std::map<std::string, std::string>& objectifs;  // under way, by person

    std::string_view secteur() const { return secteurs[ici.secteur]; }
    // The first account that has that permission there and is fit; null: none.
    template <class Convient>
    const acces::Professionnel* premier(access::Permission permission, Convient convient) const {
        for (const auto& qui : professionnels)
            if (qui.peut_a(permission, ici.finess_et.text()) && convient(qui)) return &qui;
        return nullptr;
    }
    const acces::Professionnel* qui_ecrit(partage::Classe classe) const {
        return premier(access::Permission::dossier_usager_ecrire,
                       [&](const auto& qui) { return qui.ecrit(classe); });
    }
};

// 32 hexadecimal digits, the same each time; `ce` tells the thing from its like.
std::string id_fictif(const Vie& vie, const std::string& ce);

// "A=1|B=2".
std::optional<std::map<std::string, std::string>> paires_de(std::string_view texte);

// Whoever is asked for lives there.
inline bool chacun(std::string_view, std::string_view) { return true; }

}  // namespace grappe::demonstration
