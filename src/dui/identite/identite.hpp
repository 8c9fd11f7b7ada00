// Identite: how far a person's identity can be trusted, and what may change it.
// Référentiel national d'identitovigilance (RNIV) 2.0, Référentiel INS 2.1.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/date.hpp"
#include "core/named.hpp"
#include "core/result.hpp"

namespace grappe::identite {

// Two questions: was the identity retrieved from the national service (INSi), was an identity
// device of high trust seen? recuperee: the first, validee: the second, qualifiee: both.
enum class Statut { provisoire, recuperee, validee, qualifiee };

constexpr auto names(Statut) {
    using enum Statut;
    return std::to_array<core::Named<Statut>>({{provisoire, "provisoire"},
                                               {recuperee, "recuperee"},
                                               {validee, "validee"},
                                               {qualifiee, "qualifiee"}});
}

enum class Attribut { homonyme, douteuse, fictive };

constexpr auto names(Attribut) {
    using enum Attribut;
    return std::to_array<core::Named<Attribut>>(
        {{homonyme, "homonyme"}, {douteuse, "douteuse"}, {fictive, "fictive"}});
}

struct Attributs {
    bool homonyme = false, douteuse = false, fictive = false;

    bool porte(Attribut attribut) const;
    bool operator==(const Attributs&) const = default;
};

// What says of which number a matricule is: never deduced from the number.
enum class Autorite { nir, nia, nir_d_essai, nir_de_demonstration };

constexpr auto names(Autorite) {
    using enum Autorite;
    return std::to_array<core::Named<Autorite>>({{nir, "1.2.250.1.213.1.4.8"},
                                                 {nia, "1.2.250.1.213.1.4.9"},
                                                 {nir_d_essai, "1.2.250.1.213.1.4.10"},
                                                 {nir_de_demonstration, "1.2.250.1.213.1.4.11"}});
}

struct Matricule {
    std::string numero;                // thirteen characters and the key, as given
    std::optional<Autorite> autorite;  // nothing: a line of import has no OID

    bool operator==(const Matricule&) const = default;
};
bool cle_juste(const Matricule& matricule);

struct Identite {
    Statut statut = Statut::provisoire;
    Attributs attributs;
    std::optional<Matricule> matricule;  // recuperee and qualifiee only

    bool operator==(const Identite&) const = default;
};

// The matricule and its OID leave the program for a qualified identity only, whole and with the
// right key (Guide d'implémentation INS, EXI ID 29). Codes "identite.emission.…".
core::Result<Matricule> a_emettre(const Identite& identite);

// May documents and messages about this person leave? A homonym asks somebody to confirm first.
enum class Confirmation { aucune, donnee };
// Codes "identite.diffusion.douteuse", ".fictive", ".homonyme".
core::Result<void> diffuser(const Identite& identite, Confirmation confirmation);

// Those that the national service compares: a change of one of them lowers the trust.
struct TraitsStricts {
    std::string nom_de_naissance, prenoms, date_de_naissance, sexe, lieu_de_naissance;

    bool operator==(const TraitsStricts&) const = default;
};

}  // namespace grappe::identite
