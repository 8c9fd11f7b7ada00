// Actes: what was done for a stay that the law asks for, by whom; and the deadlines that follow.
#pragma once

#include "dui/annuaire/personne.hpp"
#include "dui/echeance/echeance.hpp"
#include "dui/sejour/vie.hpp"

namespace grappe::sejour {

// Those of documents and reviews; a right is renewed where rights are kept.
inline constexpr auto actes_dits = std::to_array<echeance::Acte>(
    {echeance::Acte::information_personne_de_confiance, echeance::Acte::remise_contrat,
     echeance::Acte::signature_contrat, echeance::Acte::refus_de_signer,
     echeance::Acte::remise_dipc, echeance::Acte::remise_dipm, echeance::Acte::avenant,
     echeance::Acte::actualisation, echeance::Acte::projet, echeance::Acte::bilan,
     echeance::Acte::evenement_de_vie, echeance::Acte::demande_de_revision});
// CASF D.311 III: the participation of the person is required, and who took part is named.
bool nomme_les_participants(echeance::Acte acte);

struct ActeFait {
    std::string id;
    std::int64_t version;
    echeance::Acte acte;
    core::Date jour;
    std::string participants{}, avis{};  // the second: the opinion of a minor
};
// Of one stay, by day.
std::vector<ActeFait> actes_de(storage::Reader& db, std::string_view sejour);

struct SaisieDActe {
    std::string id;  // 32 hexadecimal digits, given by the form
    std::string sejour, acte, jour, participants{}, avis{};
};
// Faults: "acte.faute.acte", ".jour", ".futur", ".participants", "sejour.faute.jour", ".long".
// Refusals: "sejour.inconnu", "acte.id", those of `peut_ecrire`. The same form again writes
// nothing.
core::Result<Ecrit> noter_un_acte(storage::Writer& db, const Redacteur& redacteur,
                                  const SaisieDActe& saisie);

struct RetraitDActe {
    std::string id;
    std::int64_t vue;
    std::string motif;
};
// Fault "sejour.faute.motif". Refusals: "acte.inconnu", "element.version".
core::Result<Ecrit> retirer_un_acte(storage::Writer& db, const Redacteur& redacteur,
                                    const RetraitDActe& retrait);

// The sector that somebody told of an establishment; nothing: nobody did, and none is guessed.
std::optional<referentiels::Secteur> secteur_de(storage::Reader& db, std::string_view finess_et);
// Refusals: those of `peut_ecrire`.
core::Result<Ecrit> dire_le_secteur(storage::Writer& db, const Redacteur& redacteur,
                                    const core::Finess& finess_et, referentiels::Secteur secteur);

// What must be asked before deadlines are computed.
enum class Inconnue { secteur, naissance, mesure };
constexpr auto names(Inconnue) {
    using enum Inconnue;
    return std::to_array<core::Named<Inconnue>>(
        {{secteur, "secteur"}, {naissance, "naissance"}, {mesure, "mesure"}});
}

struct FaitsDuSejour {
    std::optional<echeance::Sejour> sejour;  // nothing: see `inconnues`
    std::vector<Inconnue> inconnues;
};
struct Connu {
    std::optional<referentiels::Secteur> secteur;
    const annuaire::Personne& personne;
    const annuaire::Sejour& sejour;
    const Suivi& suivi;
    const std::vector<ActeFait>& actes;
    core::Date aujourd_hui;
};
// Pure. The kind of care is that of the stay, unless somebody said that there is no staying.
FaitsDuSejour faits_du_sejour(const Connu& connu);
// The same, read.
FaitsDuSejour lire_les_faits(storage::Reader& db, const annuaire::Personne& personne,
                             const annuaire::Sejour& sejour, core::Date aujourd_hui);

}  // namespace grappe::sejour
