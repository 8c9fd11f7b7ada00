// Contenu: from typed facts to the text of a dossier and back. Pure.
#pragma once

#include <string>

#include "portail/dossier/texte_lu.hpp"
#include "portail/pages/saisie.hpp"
#include "portail/pages/services.hpp"
#include "portail/teleservice/dossier_du_porteur.hpp"

namespace grappe::espace {

// The JSON that a dossier keeps: what only the server knows (instant, pieces) is left out.
std::string texte_a_ecrire(const pages::Services& services, const teleservice::Dossier& dossier,
                           pages::Saisie faits);

// What is written, as the text says it, line by line. None of a text that is no object.
pages::Saisie faits_de(const dossier::TexteLu& contenu);

// The same as the form shows it: values that all establishments share stand once, as "commun.…",
// and not on each line.
pages::Saisie saisie_de(const dossier::TexteLu& contenu);

// Of that form, what the state of saving looks at: whether it has establishments.
pages::Saisie saisie_du_suivi(const dossier::TexteLu& contenu);

// A fact on every line, and the same on each, becomes a shared one: written again, it is the same
// dossier.
void mettre_en_commun(pages::Saisie& saisie);

}  // namespace grappe::espace
