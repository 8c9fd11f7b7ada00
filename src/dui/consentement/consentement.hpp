// Consentement: what a person agreed to or opposed, purpose by purpose; whatever leaves the record
// for one of them asks here first. Spec DRO-08.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "dui/acces/rattachement.hpp"
#include "dui/element/ecriture.hpp"
#include "dui/magasin/faits_repository.hpp"

namespace grappe::consentement {

enum class Finalite {
    dmp_alimentation,
    dmp_consultation,
    mss_usager,
    mss_professionnels,
    photo,
    etudes
};

constexpr auto names(Finalite) {
    using enum Finalite;
    return std::to_array<core::Named<Finalite>>({{dmp_alimentation, "dmp_alimentation"},
                                                 {dmp_consultation, "dmp_consultation"},
                                                 {mss_usager, "mss_usager"},
                                                 {mss_professionnels, "mss_professionnels"},
                                                 {photo, "photo"},
                                                 {etudes, "etudes"}});
}

// What silence means: nothing leaves without an agreement, or it leaves unless somebody opposed.
enum class Regime { accord, opposition };
Regime regime_de(Finalite finalite);  // the table of decision 0078

enum class Reponse { accord, opposition };

constexpr auto names(Reponse) {
    return std::to_array<core::Named<Reponse>>(
        {{Reponse::accord, "accord"}, {Reponse::opposition, "opposition"}});
}

enum class Aupres { personne, representant };

constexpr auto names(Aupres) {
    return std::to_array<core::Named<Aupres>>(
        {{Aupres::personne, "personne"}, {Aupres::representant, "representant"}});
}

enum class Forme { ecrit, oral };

constexpr auto names(Forme) {
    return std::to_array<core::Named<Forme>>({{Forme::ecrit, "ecrit"}, {Forme::oral, "oral"}});
}

inline constexpr std::size_t note_au_plus = 500;  // characters

struct Recueil {
    Finalite finalite;
    Reponse reponse;
    Aupres aupres;
    Forme forme;
    core::Date le;
    std::string note;

    bool operator==(const Recueil&) const = default;
};

// Codes "consentement.absent" (nobody asked, and silence is no agreement), "consentement.oppose";
// the detail is the purpose.
core::Result<void> peut_sortir(Finalite finalite, const std::optional<Recueil>& recueil);

// What every outgoing path calls, in the transaction that writes what leaves. Codes of
// `peut_sortir`.
core::Result<void> demander(storage::Reader& db, std::string_view personne, Finalite finalite);

struct Faute {
    std::string chemin, code;

    bool operator==(const Faute&) const = default;
};

struct Saisie {
    core::Finess finess_et;  // where it was gathered
    std::string personne;
    std::int64_t vue;  // the version that was before the eyes; 0: none
    Recueil recueil;
};
// Faults: "consentement.futur", "consentement.note". Refusals: "dui.etablissement_interdit",
// "consentement.profession" (who writes no administrative data), "element.version". The same again
// writes nothing.
core::Result<std::vector<Faute>> recueillir(storage::Writer& db, const acces::Professionnel& qui,
                                            magasin::Moment maintenant, const Saisie& saisie);

struct Version {
    std::int64_t version;
    Recueil recueil;
    magasin::Signature signature;  // when it was recorded, by which account
};
// First version first; empty: nobody asked yet.
std::vector<Version> versions_de(storage::Reader& db, std::string_view personne, Finalite finalite);

}  // namespace grappe::consentement
