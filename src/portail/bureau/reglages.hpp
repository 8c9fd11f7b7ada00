// Réglages: how an account wants its inbox: its columns, and the searches that it named.
#pragma once

#include <string>
#include <vector>

#include "core/named.hpp"
#include "storage/reader.hpp"

namespace grappe::bureau {

enum class Colonne { numero, appel, essms, subvention, depose, instructeur, echeance, statut };

constexpr auto names(Colonne) {
    using enum Colonne;
    return std::to_array<core::Named<Colonne>>({{numero, "numero"},
                                                {appel, "appel"},
                                                {essms, "essms"},
                                                {subvention, "subvention"},
                                                {depose, "depose"},
                                                {instructeur, "instructeur"},
                                                {echeance, "echeance"},
                                                {statut, "statut"}});
}

struct FiltreGarde {
    std::string nom;
    std::string requete;  // what follows "/bureau": "?statut=depose"
};

struct Reglages {
    std::vector<Colonne> colonnes;
    std::vector<FiltreGarde> filtres{};

    bool montre(Colonne colonne) const;
};

inline constexpr std::size_t filtres_max = 30;

Reglages reglages_de(storage::Reader& db, std::string_view compte);
void garder_les_colonnes(storage::Writer& db, std::string_view compte,
                         const std::vector<Colonne>& colonnes);
// The same name again replaces; an empty request takes it away.
void garder_un_filtre(storage::Writer& db, std::string_view compte, const FiltreGarde& filtre);

}  // namespace grappe::bureau
