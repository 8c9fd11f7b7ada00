// Use cases: begin a dossier, write its content, withdraw it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "portail/dossier/texte_lu.hpp"
#include "portail/programme/chargement.hpp"
#include "portail/teleservice/acces.hpp"
#include "portail/teleservice/conflits.hpp"
#include "portail/teleservice/moyens.hpp"

namespace grappe::teleservice {

inline constexpr std::size_t contenu_max = std::size_t{4} * 1024 * 1024;  // bytes of a version

// Codes "acces.interdit", "dossier.appel_sans_fichier" (Reason::rule_not_met: unknown call).
core::Result<Dossier> creer(storage::Writer& db, const Demandeur& qui, std::string_view appel,
                            const programme::Appels& appels);

struct Ecriture {
    std::string_view dossier;
    int version;  // the one that the author read
    std::string_view contenu;
};

// Keeps the text as it is, and ends the agreements of the members whose part changed. The same text
// as the version in place changes nothing. Codes of
// `demander_pour`, "dossier.json" (Reason::invalid: no JSON), "dossier.version_perimee"
// (Reason::conflict: somebody else was faster).
core::Result<Dossier> ecrire(storage::Writer& db, const Demandeur& qui, const Ecriture& ecriture,
                             const Moyens& moyens);

// The same of a dossier that `demander_pour` gave in this transaction and of a text read before it.
struct EcritureLue {
    const Dossier& dossier;
    int version;  // the one that the author read
    const dossier::TexteLu& contenu;
};
core::Result<Dossier> ecrire(storage::Writer& db, const Demandeur& qui, const EcritureLue& ecriture,
                             const Moyens& moyens);

// The next version of a dossier, whoever wrote it, with the agreements that it ends.
struct Remplacement {
    const Dossier& dossier;
    std::string_view contenu;
    const char* acte;  // of the journal
};
core::Result<Dossier> remplacer(storage::Writer& db, const Demandeur& qui,
                                const Remplacement& remplacement, const Moyens& moyens);

// After "dossier.version_perimee": what others changed since the version that the author read.
// Empty too when that version never was.
std::vector<Ecart> ecarts_de(storage::Reader& db, const Ecriture& ecriture);

struct Retrait {
    std::string_view dossier;
    std::string motif;  // may be empty
};
core::Result<Dossier> retirer(storage::Writer& db, const Demandeur& qui, const Retrait& retrait);

}  // namespace grappe::teleservice
