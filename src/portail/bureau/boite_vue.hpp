// Views of the inbox.
#pragma once

#include "portail/bureau/ecran.hpp"
#include "portail/bureau/reglages.hpp"
#include "portail/instruction/delais.hpp"
#include "portail/instruction/niveau.hpp"
#include "portail/messagerie/messagerie.hpp"

namespace grappe::bureau {

// What the address asks, as typed.
struct Demande {
    std::string q, statut, instructeur, appel, tri, sens, page;

    static Demande de(const garde::Visite& visite);
    // The address of the same list with one part changed; another list begins at its first page.
    std::string adresse(std::string_view champ, std::string_view valeur) const;
    std::string adresse() const;  // as it is, page included
};

struct Boite {
    Demande demande;
    instruction::Filtre filtre;
    std::vector<std::string> illisibles;
    instruction::Liste liste;
    instruction::Comptes comptes;
    Reglages reglages;
    Noms noms;
    std::vector<messagerie::Attente> attentes;
    std::map<std::string, instruction::Distribution> delais;  // by call
    std::vector<instruction::DossierAuNational> portages{};
};

page::Vue vue_de_la_boite(const Bureau& bureau, const garde::Visite& visite, const Boite& boite);

}  // namespace grappe::bureau
