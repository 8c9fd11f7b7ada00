// Every SQL statement about facts: what is stored of them, and how it is read back.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/confidential.hpp"
#include "dui/fait/fait.hpp"
#include "dui/magasin/moment.hpp"
#include "storage/reader.hpp"

namespace grappe::magasin {

// One version of one fact, as stored.
struct Version {
    std::int64_t numero;   // in the order of recording
    std::int64_t version;  // from 1
    std::int64_t enregistrement;
    fait::Fait fait;
};
using Voir = std::function<void(Version&&)>;

struct Enregistrement {
    std::int64_t numero = 0;
    Moment connu_le{0};
};
// The act after that one, known from `maintenant` on, or from that one on when the clock has gone
// back.
inline Enregistrement suivant(const Enregistrement& dernier, Moment maintenant) {
    return {dernier.numero + 1, std::max(maintenant, dernier.connu_le)};
}

// What names this database; made on first use.
std::string marque(storage::Writer& db);
std::optional<std::string> marque_connue(storage::Reader& db);
// Whence the salts of its reports come; a base that holds no fact has none yet, and answers "".
core::Confidential<std::string> secret_des_sels(storage::Reader& db);

std::int64_t dernier_fait(storage::Reader& db);              // 0: none
Enregistrement dernier_enregistrement(storage::Reader& db);  // number 0: none
// The last one known by that moment; number 0: none.
Enregistrement enregistrement_au(storage::Reader& db, Moment connu_le);

// When an act of recording became known, and through whom. A number that no act bears is a Bug.
struct Signature {
    Moment connu_le;
    std::string auteur;
};
Signature signature_de(storage::Reader& db, std::int64_t enregistrement);

// All versions of the facts of these ids, in no order.
void versions_de(storage::Reader& db, std::span<const std::string_view> ids, const Voir& voir);
// The versions of these numbers, in no order.
void versions_numerotees(storage::Reader& db, std::span<const std::int64_t> numeros,
                         const Voir& voir);
// Those after that number, up to this one included, in their order.
void versions_entre(storage::Reader& db, std::int64_t apres, std::int64_t jusqu_a,
                    const Voir& voir);
// Facts of types `personne` and `sejour` only: the last number (0: none), and the versions between.
std::int64_t dernier_de_l_annuaire(storage::Reader& db);
void annuaire_entre(storage::Reader& db, std::int64_t apres, std::int64_t jusqu_a,
                    const Voir& voir);
// The versions that a later one replaced, after that number of the later one: the number of the
// replaced, and the act that replaced it.
struct Remplacee {
    std::int64_t numero;
    std::int64_t par_l_enregistrement;
};
void remplacees_apres(storage::Reader& db, std::int64_t numero,
                      const std::function<void(Remplacee)>& voir);
// The ids of all persons that a fact of type `personne` says.
void personnes_connues(storage::Reader& db, const std::function<void(std::string_view)>& voir);

void ajouter(storage::Writer& db, std::span<const Version> versions);

struct Acte {
    Enregistrement enregistrement;
    std::string_view auteur;
    std::string_view origine;
    std::int64_t faits;
};
void ajouter_acte(storage::Writer& db, const Acte& acte);

}  // namespace grappe::magasin
