// Use cases: the scan of a paper that a party signed finds its agreement, or its amendment, by the
// code that it bears, and proves the signature of that party.
#pragma once

#include "portail/convention/avenants.hpp"
#include "portail/convention/code.hpp"
#include "portail/pieces/code_du_fichier.hpp"

namespace grappe::convention {

using pieces::Provenance;

struct FichierDePapier {
    pieces::Format format;
    std::string sha256;
    std::int64_t taille;  // bytes
};

struct PapierSigne {
    std::string id, convention;
    int avenant;  // its rank; 0: the agreement itself
    Partie partie;
    int rang;  // 1, then one more each time that it was filed again: the last one counts
    Provenance provenance;
    FichierDePapier fichier;
    std::string par;
    core::Instant depose_le;
};

// "convention-NA-2024-AAAA-BBBB-CCCC-1F3A-porteur-1.pdf"; the name that it came with is not kept.
std::string nom_du_papier(const PapierSigne& papier, std::string_view code);

struct PapierVise {
    std::string_view code, partie;
};
// What the paper is of, for a desk that may file it. Codes "papier.code" (none was given),
// "papier.code_inconnu" (Reason::not_found: none, or none of this desk), "convention.interdite",
// "dossier.part_seulement", "signature.partie", "papier.signee_en_ligne" (Reason::conflict: that
// party needed no paper).
core::Result<Designe> permettre_un_papier(storage::Reader& db, const Demandeur& qui,
                                          const PapierVise& vise);

struct NouveauPapier {
    std::string code, partie;
    Provenance provenance;
    FichierDePapier fichier;
};
struct PapierDepose {
    PapierSigne papier;
    Dossier dossier;
};
// Where that party has not signed yet, its signature on paper is recorded with it: codes of
// `permettre_un_papier`, of `signer` and of `signer_un_avenant`. The same bytes for the same
// signature change nothing.
core::Result<PapierDepose> deposer_un_papier(storage::Writer& db, const Demandeur& qui,
                                             const NouveauPapier& nouveau, const Moyens& moyens);

// For whoever reads the agreement. Codes "papier.inconnu" (Reason::not_found), those of `acceder`.
struct PapierLu {
    PapierSigne papier;
    std::string nom;  // of its file
};
core::Result<PapierLu> lire_un_papier(storage::Reader& db, const Demandeur& qui,
                                      std::string_view id);

// All those of a dossier, former ones too, for who may read them: nothing is asked here.
std::vector<PapierLu> papiers_du_dossier(storage::Reader& db, std::string_view dossier);
// The same for whoever reads the agreement; for the others, none.
std::vector<PapierLu> papiers_lisibles(storage::Reader& db, const Demandeur& qui,
                                       std::string_view dossier);

}  // namespace grappe::convention
