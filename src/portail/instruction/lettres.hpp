// Lettres: what a desk writes to a porteur at each step, and what is announced to both. The words
// are a model that a desk may change; a letter is kept as sent, and goes by mail in the same
// transaction.
#pragma once

#include <string>
#include <vector>

#include "identity/preference_courrier.hpp"
#include "portail/instruction/moyens.hpp"
#include "portail/teleservice/lettre_type.hpp"

namespace grappe::instruction {

using teleservice::GenreDeLettre, teleservice::Modele, teleservice::ModeleVise;

struct Lettre {
    int numero;
    GenreDeLettre genre;
    std::string objet, corps;
    std::string par;
    core::Instant ecrite_le;
};

struct NouveauModele {
    GenreDeLettre genre;
    std::string objet, corps;
    std::string motif;      // kept in the journal
    std::string guichet{};  // for one desk, by itself; empty: for every one, by an administrator
};
// Codes "acces.interdit", "lettre.champ" (the detail is the field that does not exist there),
// "lettre.obligatoire" (the detail is the field that has to stay), "lettre.motif",
// "instruction.texte_vide", "instruction.texte_long".
core::Result<Modele> changer(storage::Writer& db, const Demandeur& qui,
                             const NouveauModele& nouveau);

struct RetourALOrigine {
    GenreDeLettre genre;
    std::string motif;
    std::string guichet{};
};
// The words of every desk, or those of the program again; what was written stays in its row. Codes
// "acces.interdit", "lettre.motif".
core::Result<Modele> revenir_a_l_origine(storage::Writer& db, const Demandeur& qui,
                                         const RetourALOrigine& retour,
                                         const rules::Phrases& phrases);

// The letter that a model would make, with the values of an example. Pure. Codes of `changer`
// about its texts.
using Apercu = teleservice::TexteDeLettre;
core::Result<Apercu> apercevoir(const NouveauModele& nouveau, const rules::Phrases& phrases);

// What fills a model, beside what the dossier says.
struct Propos {
    GenreDeLettre genre;
    std::string motif{};
    std::string demandes{};  // one line each
    std::string echeance{};
    std::string fait{};  // what an administrator did
    std::string montant{};
    std::string recommandations{};  // of a committee; empty: none
    std::string rang{};             // in a waiting list
};
struct Envoi {
    const Dossier& dossier;
    const Moyens& moyens;
};
void ecrire_au_porteur(storage::Writer& db, const Demandeur& qui, const Envoi& envoi,
                       const Propos& propos);

// The mail of that model, which is no letter: nothing of it is kept with the dossier, which need
// not be deposited.
void annoncer_au_porteur(storage::Writer& db, const Envoi& envoi, const Propos& propos,
                         identity::Poids poids);

// To who examines the dossier, and to everybody of the desk as long as nobody does: to those it is
// news, whatever its weight.
void annoncer_au_guichet(storage::Writer& db, const Envoi& envoi, const Propos& propos,
                         identity::Poids poids);

std::vector<Lettre> lettres(storage::Reader& db, std::string_view dossier);

}  // namespace grappe::instruction
