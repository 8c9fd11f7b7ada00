// Répétition: a candidate for the rules of a call, played on every deposited dossier before anybody
// publishes it. Nothing is written.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "access/peut.hpp"
#include "core/result.hpp"
#include "portail/programme/chargement.hpp"
#include "portail/repetition/comparaison.hpp"
#include "portail/repetition/stock.hpp"
#include "portail/socle/verification.hpp"
#include "storage/base.hpp"

namespace grappe::repetition {

// A dossier of the stock under both versions. Texts are its own.
struct Replique {
    std::string dossier, appel, numero, porteur, guichet, financeur;
    teleservice::Statut statut;
    std::string regles;          // digest of the version that judges it
    std::string regles_apres{};  // of that of the candidate
    Resultat avant, apres;
    std::vector<std::string> raisons{};  // French sentences; none where nothing changes

    core::Money ecart() const { return apres.montant() - avant.montant(); }
    bool change() const { return !raisons.empty(); }
    bool devient_irrecevable() const;
    bool devient_recevable() const;  // it was irrecevable, and is no more
};

struct Compte {
    int dossiers = 0, gagnants = 0, perdants = 0;
    core::Money avant{}, apres{};

    core::Money ecart() const { return apres - avant; }
};

struct Bilan {
    Compte tout;
    int changes = 0, devenus_irrecevables = 0, devenus_recevables = 0;
    std::map<std::string, Compte> par_guichet;  // label of the desk of the deposit
    std::array<Compte, nombre_de_secteurs> par_secteur{};
    std::map<std::pair<analyse::IssueDossier, analyse::IssueDossier>, int> issues;
};
Bilan bilan(const std::vector<Replique>& repliques);  // pure

struct ValeurDite {
    std::string chemin, avant, apres, source;  // `non_defini` as the call files say it
};

struct Repetition {
    std::string appel, titre, empreinte;  // of the candidate
    bool tous_les_appels;                 // the candidate has an id of its own
    std::vector<ValeurDite> valeurs;      // that differ from the call in force
    std::vector<Replique> repliques;      // the largest change of amount first
    std::vector<std::string> illisibles;  // numbers of dossiers that cannot be read
    int brouillons, retires;              // which are not played
    Bilan bilan;
};

// Pure. The dossiers of one call are judged at their instant; those of all calls too or, out of the
// windows of the candidate, at the opening of the one for them.
Repetition repeter(const Stock& stock, const programme::AppelCharge& candidat,
                   const socle::Moyens& moyens);

struct ReglesEnPlace {
    const programme::Appels& appels;
    const socle::Moyens& moyens;
};
// A candidate with the id of a call plays the dossiers of that call; with another id, all of them.
// They are read in one go, then played while others write.
Repetition repeter(storage::Base& base, const programme::AppelCharge& candidat,
                   const ReglesEnPlace& regles);

// Permission regles_repeter. Code "acces.refuse".
core::Result<void> admettre(const access::Acteur& acteur);

}  // namespace grappe::repetition
