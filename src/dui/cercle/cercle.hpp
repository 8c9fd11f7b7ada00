// Cercle: who accompanies a person, and whether they alone read her record. Spec COO-08 (the care
// circle is the rule of access, not only displayed).
#pragma once

#include <set>
#include <string>
#include <vector>

#include "dui/acces/rattachement.hpp"
#include "dui/element/ecriture.hpp"

namespace grappe::cercle {

enum class Titre { referent, coreferent, membre };

constexpr auto names(Titre) {
    using enum Titre;
    return std::to_array<core::Named<Titre>>(
        {{referent, "referent"}, {coreferent, "coreferent"}, {membre, "membre"}});
}

// Open: everyone who works there reads, by profession. Restricted: its members, and whoever keeps
// the circles (cercle.tenir).
enum class Etendue { ouvert, restreint };

constexpr auto names(Etendue) {
    return std::to_array<core::Named<Etendue>>(
        {{Etendue::ouvert, "ouvert"}, {Etendue::restreint, "restreint"}});
}

struct Membre {
    std::string compte;
    Titre titre;
    core::Instant depuis;
    std::int64_t version;
};

struct Cercle {
    Etendue etendue = Etendue::ouvert;
    std::int64_t version = 0;  // 0: nobody said anything of it yet
    std::vector<Membre> membres;
};
Cercle cercle_de(storage::Reader& db, std::string_view personne);

using Personnes = std::set<std::string, std::less<>>;

// The persons whose record is closed to that account at that instant: a restricted circle that it
// is not of, and no exceptional access that stands.
Personnes fermees_a(storage::Reader& db, const access::Acteur& acteur, core::Instant instant);

// Code "dui.hors_du_cercle", its detail the person: closed to that account then.
core::Result<void> admettre(storage::Reader& db, const access::Acteur& acteur,
                            core::Instant instant, const std::string& personne);

// Who does it, when, about whom: a person accompanied at that establishment.
struct Tenue {
    const acces::Professionnel& qui;
    magasin::Moment maintenant;
    core::Finess finess_et;
    std::string personne;
};

// Those of cercle.tenir only, at that establishment: "dui.etablissement_interdit". Each writes its
// line of the journal; the same again writes nothing.

// Codes "cercle.compte" (none of that id that is open and works there), "element.version".
core::Result<void> nommer(storage::Writer& db, const Tenue& tenue, const std::string& compte,
                          Titre titre);
// Codes "cercle.pas_membre", "cercle.dernier" (a restricted circle keeps one member).
core::Result<void> ecarter(storage::Writer& db, const Tenue& tenue, const std::string& compte);
// Code "cercle.sans_membre".
core::Result<void> etendre(storage::Writer& db, const Tenue& tenue, Etendue etendue);

}  // namespace grappe::cercle
