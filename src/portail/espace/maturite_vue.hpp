// The self-assessment of one body as a form, for its porteur and for its member.
#pragma once

#include "portail/documents/maturite.hpp"
#include "portail/espace/espace.hpp"
#include "web/page/formulaire.hpp"
#include "web/page/vue.hpp"

namespace grappe::espace {

page::Vue::Liste vues_de_la_maturite(const Espace& espace, const documents::FicheDeMaturite& fiche);

// As the API reads them: one reader, one set of faults. Codes of `lire_reponses`.
core::Result<documents::Reponses> reponses_tapees(const Espace& espace,
                                                  const page::Formulaire& saisie);

}  // namespace grappe::espace
