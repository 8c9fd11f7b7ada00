// Règles: the page on which a change of the rules of a call is rehearsed, for the national desk and
// administrators, and the move of dossiers to the rules in force, for administrators.
#pragma once

#include "portail/administration/migration.hpp"
#include "portail/pages/services.hpp"
#include "portail/publication/versions.hpp"
#include "portail/repetition/repetition.hpp"
#include "portail/socle/portail.hpp"
#include "web/garde/garde.hpp"
#include "web/http/routes.hpp"
#include "web/page/formulaire.hpp"
#include "web/page/vue.hpp"

namespace grappe::regles {

// Outlives the routes.
struct Regles {
    const pages::Services& services;
    const socle::Portail& portail;
    const garde::Comptes& comptes;
    const publication::Versions& versions;
    http::Routes& routes;
};

void ajouter_regles(const Regles& regles);
void ajouter_repetition(const Regles& regles);
void ajouter_migration(const Regles& regles);

// The page of a refusal, with its own status.
http::Response refuser(const Regles& regles, const garde::Visite& visite,
                       const core::Refusal& refus);

enum class Filtre { tous, changes, gagnants, perdants, irrecevables, recevables };
constexpr auto names(Filtre) {
    using enum Filtre;
    return std::to_array<core::Named<Filtre>>({{tous, "tous"},
                                               {changes, "changes"},
                                               {gagnants, "gagnants"},
                                               {perdants, "perdants"},
                                               {irrecevables, "irrecevables"},
                                               {recevables, "recevables"}});
}

enum class Tri { ecart, gain, perte, numero, porteur };
constexpr auto names(Tri) {
    using enum Tri;
    return std::to_array<core::Named<Tri>>({{ecart, "ecart"},
                                            {gain, "gain"},
                                            {perte, "perte"},
                                            {numero, "numero"},
                                            {porteur, "porteur"}});
}

// Which lines of a rehearsal are shown, in which order.
struct Choix {
    Filtre filtre = Filtre::changes;
    Tri tri = Tri::ecart;
    std::string guichet{};  // label; empty: all
};
Choix choix_de(const page::Formulaire& saisie);
// Pure.
std::vector<repetition::Replique> choisies(std::vector<repetition::Replique> repliques,
                                           const Choix& choix);

// The values of a rehearsal that was played. `racine` is the address before the id of a dossier.
void ajouter_le_resultat(const Regles& regles, const repetition::Repetition& jouee,
                         const Choix& choix, std::pair<std::string_view, page::Vue*> vers);

}  // namespace grappe::regles
