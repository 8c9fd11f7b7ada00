// Use cases: a desk prepares an amendment, both parties sign it, or it is given up. It changes
// nothing before the second signature.
#pragma once

#include "identity/moyens.hpp"
#include "portail/convention/avenant.hpp"
#include "portail/convention/projet_change.hpp"
#include "portail/convention/signature.hpp"

namespace grappe::convention {

inline constexpr std::size_t changements_au_plus = 1000;

struct NouvelAvenant {
    std::string_view convention, motif;
    const std::vector<Changement>& changements;
    std::optional<int> vue{};  // the version of the agreement that was read
};

// An amendment beside the version that it follows.
struct AvenantLu {
    Sujet sujet;
    Avenant avenant;
    Version avant;
    std::map<std::string, std::string> noms;  // of establishments, by their number

    // Where the register has none, a phrase says so.
    std::string nom_de(const std::string& finess, const rules::Phrases& phrases) const;
};

struct Propose {
    AvenantLu lu;                           // its amendment has no id before it is prepared
    std::vector<FauteDeChangement> fautes;  // all of them: then nothing was written
    std::optional<Money> manque{};          // what the envelope would lack
};

// What it would be, without writing it. Codes of `acceder` and `laisser_ecrire`,
// "convention.version_perimee", "avenant.deja_en_attente", "avenant.versement_en_cours" (a payment
// waits for its second person), "avenant.motif", "avenant.vide", "avenant.trop" (of changes),
// "convention.sans_montant".
core::Result<Propose> apercevoir(storage::Reader& db, const Demandeur& qui,
                                 const NouvelAvenant& nouvel, const Moyens& moyens);
core::Result<Propose> preparer_un_avenant(storage::Writer& db, const Demandeur& qui,
                                          const NouvelAvenant& nouvel, const Moyens& moyens);

struct SignatureDAvenant {
    std::string_view avenant, partie, mode;
    std::optional<int> vue{};
};
// The second signature puts it in force: the ledger, the establishments of the dossier follow.
// Codes of `acceder`, `laisser_ecrire`, `lire_la_signature`, `laisser_signer` and of the ledger,
// "avenant.inconnu", "avenant.clos", "avenant.essms_ailleurs" (the detail is the establishment),
// "convention.version_perimee".
core::Result<AvenantLu> signer_un_avenant(storage::Writer& db, const Demandeur& qui,
                                          const SignatureDAvenant& voulue, const Moyens& moyens);
// From a page: an electronic signature asks the password again.
struct AvenantEnLigne {
    SignatureDAvenant signature;
    const secret::Secret& mot_de_passe;
};
core::Result<AvenantLu> signer_un_avenant_en_ligne(const identity::Moyens& identite,
                                                   const Demandeur& qui,
                                                   const AvenantEnLigne& en_ligne,
                                                   const Moyens& moyens);

// Codes of `acceder`, "avenant.inconnu", "avenant.clos", "avenant.motif".
struct Abandon {
    std::string_view avenant, motif;
};
core::Result<AvenantLu> abandonner(storage::Writer& db, const Demandeur& qui,
                                   const Abandon& abandon, const Moyens& moyens);

// Codes of `acceder`, "avenant.inconnu".
core::Result<AvenantLu> lire_un_avenant(storage::Reader& db, const Demandeur& qui,
                                        std::string_view avenant, const Moyens& moyens);
// Oldest first, those that were given up too.
std::vector<AvenantLu> lire_les_avenants(storage::Reader& db, const Sujet& sujet,
                                         const Moyens& moyens);

}  // namespace grappe::convention
