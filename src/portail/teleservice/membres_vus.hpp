// Membres vus: the members of a dossier beside their parts as they stand, and what they agreed to.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portail/membres/accord.hpp"
#include "portail/membres/membre.hpp"
#include "portail/membres/part.hpp"
#include "portail/teleservice/acces.hpp"
#include "portail/teleservice/moyens.hpp"

namespace grappe::teleservice {

enum class EtatDeMembre { invite, present, part_changee, d_accord };

constexpr auto names(EtatDeMembre) {
    using enum EtatDeMembre;
    return std::to_array<core::Named<EtatDeMembre>>({{invite, "invite"},
                                                     {present, "present"},
                                                     {part_changee, "part_changee"},
                                                     {d_accord, "d_accord"}});
}

struct MembreVu {
    membres::Membre membre;
    membres::Part part;
    std::optional<membres::Accord> accord;  // the last one, whether it holds or not

    // An agreement holds for the part as it stands: the register may have moved an establishment.
    EtatDeMembre etat() const;
    bool d_accord() const { return etat() == EtatDeMembre::d_accord; }
};

// `contenu` is the text of a version.
std::vector<MembreVu> membres_vus(storage::Reader& db, std::string_view dossier,
                                  std::string_view contenu, const socle::Moyens& regles);

// Whoever reads the dossier sees them: a desk as they were at the deposit, a member itself alone.
struct MembresLus {
    std::vector<MembreVu> membres;
    std::vector<std::string> sans_membre;
};
// Code "dossier.inconnu".
core::Result<MembresLus> lire_les_membres(storage::Reader& db, const Demandeur& qui,
                                          std::string_view id, const socle::Moyens& regles);

// Legal entities of the content for which nobody was invited, that of the porteur left out: their
// agreement is on paper (letter of engagement), and does not hold the deposit back.
std::vector<std::string> entites_sans_membre(std::string_view contenu,
                                             const std::vector<MembreVu>& vus,
                                             const socle::Moyens& regles);

struct Ecrit {
    const Dossier& dossier;
    std::string_view contenu;
};

// Ends the agreements whose part is not what was agreed to any more, those alone: each with its
// line in the journal and a mail to the member, unless the member wrote the change itself.
void annuler_les_accords_changes(storage::Writer& db, const Demandeur& qui, const Ecrit& ecrit,
                                 const Moyens& moyens);

// From the content that is in force to the one that would be.
struct Changement {
    std::string_view dossier, avant, apres;
};
// Legal entities of the members whose part the change touches and who do not agree to it as it
// would stand. Who keeps its part as it is holds nothing back.
std::vector<std::string> accords_manquants(storage::Reader& db, const Changement& changement,
                                           const socle::Moyens& regles);

membres::Rattachements rattachements_de(const dossier::Arbre& contenu, const socle::Moyens& regles);

// The name of a dossier for people: that of its porteur, or its call.
std::string nom_du_dossier(std::string_view contenu, const Dossier& dossier);

}  // namespace grappe::teleservice
