// Modèles: what the portail prepares for a dossier, only of the pieces that its call asks.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "portail/documents/modele_texte.hpp"
#include "portail/teleservice/depot.hpp"

namespace grappe::documents {

// Read once at the start, from modeles/documents.
struct Modeles {
    std::unordered_map<std::string, ModeleTexte> textes;  // by piece
    std::vector<Phase> phases;                            // proposed
    ModeleTexte convention{};                             // that both parties sign
};
// Those that the text of an agreement may ask (portail/actes).
inline constexpr auto tableaux_de_la_convention = std::to_array<std::string_view>(
    {"parties", "montants", "sources", "cibles", "signatures", "code"});
// Codes "modele.illisible" with the file, and those of its readers.
core::Result<Modeles> charger_modeles(const std::string& dossier);

struct ModeleOffert {
    std::string_view piece;    // "DOC-05"
    std::string_view nom;      // "DOC-05.xlsx": the last part of its address
    std::string_view fichier;  // "plannings.xlsx"
};

// Those of the pieces that the call asks of this dossier, in the order of the catalogue.
std::vector<ModeleOffert> modeles_offerts(const socle::Verifie& verifie);

struct FichierPrepare {
    std::string nom, octets;
    std::string_view type;  // media type
};

struct DemandeDeModele {
    std::string_view dossier, nom;
};
struct MoyensDesModeles {
    const socle::Moyens& regles;
    const Modeles& modeles;
};

// Of the content as it stands, for who writes it. Codes of `demander`, "dossier.injugeable",
// "modele.inconnu" (none of that name, or a piece that is not asked).
core::Result<FichierPrepare> preparer(storage::Reader& db, const teleservice::Demandeur& qui,
                                      const DemandeDeModele& demande,
                                      const MoyensDesModeles& moyens);

core::Result<std::vector<ModeleOffert>> lister_les_modeles(storage::Reader& db,
                                                           const teleservice::Demandeur& qui,
                                                           std::string_view dossier,
                                                           const socle::Moyens& regles);

}  // namespace grappe::documents
