// Obstacles: why a dossier cannot be deposited here and now, in the order of the contract: the
// window, the desk, the rest. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portail/dossier/texte_lu.hpp"
#include "portail/teleservice/depot_repository.hpp"
#include "portail/teleservice/jugement.hpp"
#include "portail/teleservice/membres_vus.hpp"

namespace grappe::teleservice {

struct Obstacle {
    core::Reason raison;  // conflict, or rule_not_met for a wrong desk
    std::string chemin;   // "essms[3].finess_et", "financeur"; empty: the whole
    std::string code;     // of locale/fr.txt
    std::string message;  // in French: what is wrong, and how to mend it
};

// The desk that the rules name. `code` is the region's or access::guichet_national.
struct GuichetDuDepot {
    programme::Niveau niveau;
    std::string financeur, code;
    std::vector<std::string> regions;
};

struct Candidature {
    const Jugement& jugement;
    const programme::Appel& appel;  // at the instant of the deposit
    core::Instant maintenant;
    std::string_view financeur;  // chosen by the porteur
    std::string_view compte;
    const std::vector<Voisinage>& voisins;           // other dossiers with the same establishments
    const std::vector<MembreVu>& membres;            // each of them has to agree
    std::optional<core::Instant> ouvert_jusqu_au{};  // whatever the window
    const referentiels::Territoires& territoires;
    const rules::Phrases& phrases;
};

// Those of the first kind that has some; empty: it can be deposited.
std::vector<Obstacle> obstacles(const Candidature& candidature);

// Empty: no establishment counts, or the desk chosen is none that exists.
std::optional<GuichetDuDepot> guichet_de(const Candidature& candidature);

// An establishment of the content that a live dossier has already, whatever its desk, and what is
// said of it: its number, and never whose dossier it is.
struct EssmsPris {
    std::string chemin;  // "essms[3].finess_et"
    std::string finess_et;
    std::string_view code;  // "depot.essms_deja_depose" (the same applicant), "depot.essms_pris"
    std::string message;
};
// Each establishment of the text once, in the order of the numbers, whatever the window and the
// desk are, and even if its line cannot be judged yet.
std::vector<EssmsPris> essms_pris(const Candidature& candidature, const dossier::TexteLu& contenu);

// Establishments that live dossiers of others have: told, without showing whose.
std::vector<std::string> chez_d_autres(const Candidature& candidature);

}  // namespace grappe::teleservice
