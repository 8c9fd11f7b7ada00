// Rows of usage reports, of their figures and of what was found.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portail/usages/plausibilite.hpp"
#include "portail/usages/rapport_recu.hpp"
#include "storage/reader.hpp"

namespace grappe::usages {

// The establishments of the dossiers that an account has deposited and not withdrawn; of one in
// several, the last begun. By FINESS.
struct Declarable {
    std::string finess_et, dossier;
};
std::vector<Declarable> declarables(storage::Reader& db, std::string_view compte);

void ajouter(storage::Writer& db, const RapportRecu& rapport, std::string_view octets);
std::int64_t prochain_numero(storage::Reader& db);

// Whole: lines, figures, findings.
std::optional<RapportRecu> trouver(storage::Reader& db, std::string_view id);
std::optional<RapportRecu> trouver_envoye(storage::Reader& db, std::string_view compte,
                                          std::string_view empreinte);
std::optional<std::string> octets_de(storage::Reader& db, std::string_view empreinte);
void garder_le_fichier(storage::Writer& db, std::string_view empreinte, std::string_view octets);

// The last measure before the day `au`, among the reports numbered before `numero`, of each
// establishment of a dossier.
struct Rang {
    std::string_view dossier;
    core::Date au;
    std::int64_t numero;
};
void lire_les_precedents(storage::Reader& db, const Rang& rang, Precedents& precedents);

// Reports before `numero` that measure the same day of an establishment in the same dossier, and
// those after: what it replaces, and what replaces it.
struct Voisin {
    std::string id;
    std::int64_t numero;
    std::int64_t communs;  // establishments
};
std::vector<Voisin> memes_mesures(storage::Reader& db, const RapportRecu& rapport);

// One line of a list. `remplaces`: how many of its establishments a later report measures again.
struct Resume {
    std::string id;
    std::int64_t numero;
    core::Instant recu_le;
    Nature nature;
    core::Date du, au;
    usage::Denominateur lecture;
    std::string logiciel, porteur;
    std::int64_t essms, remplaces, constats;
    std::int64_t preuves_attendues;  // draws that no right openings answer yet
    usage::Mesure dossiers_actifs;

    bool est_remplace() const { return essms > 0 && remplaces == essms; }
};
// Empty texts ask nothing. `compte`, `guichet`: whose dossiers; both empty: all.
struct Critere {
    std::string compte{}, guichet{}, nature{}, au{}, finess{};
    bool questions = false;  // only those that have findings
    std::int64_t limite = 50, debut = 0;
};
std::vector<Resume> lister(storage::Reader& db, const Critere& critere);
std::int64_t compter(storage::Reader& db, const Critere& critere);
// Ids of the reports that count a dossier where the account is a member, latest first.
std::vector<std::string> rapports_du_membre(storage::Reader& db, std::string_view compte);
std::vector<std::string> jours_mesures(storage::Reader& db, const Critere& critere);

}  // namespace grappe::usages
