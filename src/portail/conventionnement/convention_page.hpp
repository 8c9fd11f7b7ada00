// The page of an agreement for whoever may read it, also after an act that was refused.
#pragma once

#include "portail/conventionnement/convention_lue.hpp"
#include "portail/espace/dossier_vue.hpp"
#include "portail/espace/ecran.hpp"
#include "portail/pages/cadre.hpp"
#include "web/page/formulaire.hpp"
#include "web/page/vue.hpp"

namespace grappe::conventionnement {

// What was just refused: the words beside the form that it came from, and what was typed there.
struct Suite {
    std::string acte{};  // "signature", "depenses"…; empty: the page is only read
    std::string faute{};
    std::vector<std::string> raisons{};              // of a report
    std::map<std::string, std::string> par_champ{};  // of a statement
    page::Formulaire saisie{};
    int statut = 200;

    std::string faute_de(std::string_view voulu) const {
        return acte == voulu ? faute : std::string{};
    }
    std::string tape(std::string_view voulu, std::string_view champ) const {
        return acte == voulu ? std::string{saisie.valeur(champ)} : std::string{};
    }
};

// The sentences of these pages.
struct Mots {
    const Conventions& conventions;

    std::string dire(std::string_view code) const;
    std::string dire(std::string_view code, const rules::Faits& faits) const;
};

convention::Moyens moyens_de(const Conventions& conventions, const garde::Visite& visite);
std::string_view id_de(const garde::Visite& visite);  // of the dossier

// Whether the reader is a porteur, whose screens surround its agreement.
bool est_le_sien(const garde::Visite& visite);

// A page in the screens of its dossier for a porteur, in a frame of its own for the others.
struct Cadre {
    std::string_view gabarit;
    const teleservice::Fiche& fiche;
    const espace::DossierLu* du_porteur = nullptr;  // null: the reader is no porteur
    bool sous_la_convention = false;                // the way back leads to the agreement
};
http::Response encadrer(const Conventions& conventions, garde::Visite& visite, const Cadre& cadre,
                        page::Vue contenu);

http::Response montrer(const Conventions& conventions, garde::Visite& visite, const Suite& suite);

// The forms of these pages, each by its use case.
struct Envoi {
    std::string_view chemin, resume;
    access::Permission permission;
    http::Response (*action)(const Conventions&, garde::Visite&);
    std::size_t au_plus = espace::petit_formulaire;
};
void ajouter_envoi(const Conventions& conventions, const Envoi& envoi);

// "fait" of the address as a sentence whose code begins so; empty: none.
std::string fait_de(const Conventions& conventions, const garde::Visite& visite,
                    std::string_view racine);

// The way to a page of agreements: a desk comes from its inbox.
std::vector<pages::Etape> fil_des_conventions(const pages::Services& services, bool guichet);

// The page of a refusal, with its own status; what is no business of the actor's leaves a line.
http::Response refuser(const Conventions& conventions, const garde::Visite& visite,
                       const core::Refusal& refus);

}  // namespace grappe::conventionnement
