// Registre: use cases of demands, and what is read of them: of a person, of an establishment.
#pragma once

#include "dui/acces/rattachement.hpp"
#include "dui/demande/demande.hpp"
#include "dui/element/ecriture.hpp"

namespace grappe::demande {

// Who writes, when; and the demand: its version is the one that was before the eyes.
struct Geste {
    const acces::Professionnel& qui;
    magasin::Moment maintenant;
};

struct Inscription {
    std::string id;  // 32 hexadecimal digits, given by the form
    core::Finess finess_et;
    std::string personne;
    Demande demande;
};
// Refusals: "demande.id", "dui.etablissement_interdit", "demande.profession" (who writes no
// administrative data). The same again writes nothing.
core::Result<std::vector<Faute>> inscrire(storage::Writer& db, const Geste& geste,
                                          const Inscription& inscription);

struct Visee {
    std::string id;
    std::int64_t vue;
};
// Refusals as above, "demande.inconnue", "element.version". The same again writes nothing.
core::Result<std::vector<Faute>> prolonger(storage::Writer& db, const Geste& geste,
                                           const Visee& visee, const std::string& motif);
core::Result<std::vector<Faute>> repondre(storage::Writer& db, const Geste& geste,
                                          const Visee& visee, Reponse reponse);

struct Inscrite {
    element::Version version;
    Demande demande;
    std::string auteur;  // account of the last act
};
// The latest received first; at most `combien`.
std::vector<Inscrite> demandes_de(storage::Reader& db, std::string_view personne,
                                  std::size_t combien);
// All that wait for an answer there, the nearest term first. Read whole: an establishment has a few
// a year.
std::vector<Inscrite> ouvertes(storage::Reader& db, std::string_view finess_et);

}  // namespace grappe::demande
