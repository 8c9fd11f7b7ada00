// Formule: a form of these pages, as its template shows it; what was typed and refused comes back.
#pragma once

#include <string>
#include <vector>

#include "dui/pages/services.hpp"
#include "dui/rencontre/rencontre.hpp"
#include "dui/sejour/geste.hpp"
#include "web/page/formulaire.hpp"
#include "web/page/vue.hpp"

namespace grappe::conduite {

// What a form that was not taken said. `acte` is its name; empty: none was sent.
struct Tape {
    std::string acte{};
    page::Formulaire dit{};
    std::vector<sejour::Faute> fautes{};
    std::string refus{};
};

enum class Genre { texte, zone, jour, moment, nombre, choix };

struct Option {
    std::string code, nom;
};

// Its words are "conduite.champ.NOM", and "conduite.aide.NOM" where there is one.
struct Champ {
    const char* nom;
    Genre genre;
    std::string valeur{};
    std::vector<Option> options{};
};

struct Cache {
    const char* nom;
    std::string valeur;
};

// Its words are "conduite.acte.ACTE" and "conduite.bouton.ACTE". `rang` tells apart the forms of
// one act on a page.
struct Formule {
    const char* acte;
    std::string adresse;
    std::string rang{};
    std::vector<Cache> caches{};
    std::vector<Champ> champs{};
};
page::Vue vue_de(const dui::Services& services, const garde::Visite& visite, const Tape& tape,
                 const Formule& formule);

// Each word of a closed list, "conduite.PREFIXE.MOT".
template <class E>
std::vector<Option> options_de(const dui::Services& services, std::string_view prefixe);
std::vector<Option> modalites(const dui::Services& services);
std::vector<Option> oui_non(const dui::Services& services);
Option option(const dui::Services& services, std::string_view prefixe, std::string_view mot);

template <class E>
std::vector<Option> options_de(const dui::Services& services, std::string_view prefixe) {
    std::vector<Option> toutes;
    for (const auto& un : names(E{})) toutes.push_back(option(services, prefixe, un.name));
    return toutes;
}

// The faults of a page, each a link to its field; `refus` before them.
void ajouter_les_fautes(const dui::Services& services, const Tape& tape, page::Vue& vue);

// "2024-09-30T10:00" as such a field says it, by the clock of Paris.
std::optional<core::Instant> moment_dit(std::string_view texte);
std::string moment_en_champ(core::Instant instant);

// The establishments and units that one may look at; `chemin`: the page's.
void ajouter_le_lieu(const dui::Services& services, const rencontre::Lieu& lieu,
                     std::string_view chemin, page::Vue& vue);
rencontre::Lieu lieu_de_la_page(const rencontre::Ecrans& ecrans, storage::Reader& db,
                                const garde::Visite& visite);
rencontre::Lieu lieu_de_l_envoi(const rencontre::Ecrans& ecrans, storage::Reader& db,
                                const garde::Visite& visite, const page::Formulaire& envoi);
http::Response sans_etablissement(const dui::Services& services);

struct Suite {
    Tape tape;
    std::string vers;  // the page of what was done
};
// Where the act was done; else the page shown again by `montrer` with what was typed.
template <class Montrer>
http::Response repondre_a_l_acte(const dui::Services& services,
                                 const core::Result<sejour::Ecrit>& fait, Suite suite,
                                 Montrer montrer) {
    auto& [tape, vers] = suite;
    if (fait && fait->fautes.empty()) return http::Response::see_other(vers);
    if (!fait)
        tape.refus = services.phrases.dire(fait.error());
    else
        tape.fautes = fait->fautes;
    http::Response reponse = montrer(tape);
    if (reponse.status == 200) reponse.status = fait ? 422 : garde::statut_de(fait.error().reason);
    return reponse;
}

}  // namespace grappe::conduite
