// Part: what a dossier says in the name of one legal entity, as one canonical text. Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portail/dossier/arbre_json.hpp"

namespace grappe::membres {

// The legal entity that the register gives to an establishment whose line names none.
using Rattachements = std::map<std::string, std::string, std::less<>>;

struct Part {
    // JSON with sorted keys: the establishments by number, the body, the VAT regime. The order of
    // the lines of the dossier, its spaces and every other part leave it as it is.
    std::string texte;
    std::vector<std::string> essms;  // numbers, sorted; as typed, so one may be unreadable

    std::string empreinte() const;  // SHA-256 of the text
    bool vide() const { return essms.empty(); }
};

// `recupere_tva` is what the member declared of itself; empty: it did not say.
struct Entite {
    std::string_view finess_ej;
    std::optional<bool> recupere_tva{};
};
Part part_de(const dossier::Arbre& contenu, const Entite& entite,
             const Rattachements& rattachements);

// Establishments whose line names no legal entity: those that the register is asked for.
std::vector<std::string> sans_entite(const dossier::Arbre& contenu);

// Places, in the list of the dossier, of the lines of that entity.
std::vector<int> rangs_de(const dossier::Arbre& contenu, std::string_view finess_ej,
                          const Rattachements& rattachements);

// Legal entities that have establishments in the dossier, sorted.
std::vector<std::string> entites_de(const dossier::Arbre& contenu,
                                    const Rattachements& rattachements);

// As the dossier writes it; empty: it does not.
std::string raison_sociale_de(const dossier::Arbre& contenu, std::string_view finess_ej);

// Of the porteur: its name and its legal entity; empty: not written.
struct Porteur {
    std::string raison_sociale, finess_ej;
};
Porteur porteur_de(const dossier::Arbre& contenu);

}  // namespace grappe::membres
