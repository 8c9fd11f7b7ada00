// Conservation: how long dossiers are kept, what holds one back, and what is purged when.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/instant.hpp"
#include "core/named.hpp"
#include "core/result.hpp"
#include "identity/preference_courrier.hpp"
#include "portail/teleservice/etats.hpp"
#include "storage/reader.hpp"

namespace grappe::documents {

enum class Cas { brouillon, retire, refuse, clos };
constexpr auto names(Cas) {
    using enum Cas;
    return std::to_array<core::Named<Cas>>(
        {{brouillon, "brouillon"}, {retire, "retire"}, {refuse, "refuse"}, {clos, "clos"}});
}

struct DureeDeGarde {
    Cas cas;
    std::string appel;  // "*": every call
    int mois;
    std::string source;
};
// Code "conservation.ligne" with the line at fault.
core::Result<std::vector<DureeDeGarde>> lire_durees(std::string_view texte);

// Empty: a dossier in that state is never purged.
std::optional<Cas> cas_de(teleservice::Statut statut);

struct DossierGarde {
    std::string id, appel, compte;
    teleservice::Statut statut;
    core::Instant depuis;                    // of its last change
    std::optional<std::string> retenue{};    // why it is held
    std::optional<core::Instant> annonce{};  // when a list last began its notice
    // A sum is asked back, or awaited: nobody lifts that hold, it ends with the recovery.
    bool recouvrement_ouvert = false;

    bool tenu() const { return retenue || recouvrement_ouvert; }
};

inline constexpr int preavis_en_jours = 14;  // between a list and the purge of what it names

struct Echeance {
    const DossierGarde* dossier;
    const DureeDeGarde* duree;
    bool annoncee;   // since its time is over: an older notice counts for nothing
    bool purgeable;  // announced long enough ago, and not held
};
// Those whose time is over, in the order given: borrows both lists. Pure.
std::vector<Echeance> echeances(const std::vector<DossierGarde>& dossiers,
                                const std::vector<DureeDeGarde>& durees, core::Instant maintenant);

std::vector<DossierGarde> dossiers_gardes(storage::Reader& db);

struct Gardien {
    std::string_view par;  // an account, or audit::commande
    core::Instant maintenant;
};
// Names in the journal those that have no notice yet, starts it and tells their porteurs.
void annoncer(storage::Writer& db, const std::vector<Echeance>& trouvees, const Gardien& gardien,
              const identity::Poste& poste);

struct ActeDeGarde {
    std::string_view dossier;
    std::string_view par;  // an account, or audit::commande
    std::string_view motif;
    core::Instant maintenant;
};
// A hold: an advance that is not settled, an audit, a dispute. Codes "dossier.inconnu",
// "conservation.motif".
core::Result<void> retenir(storage::Writer& db, const ActeDeGarde& acte);
// Code "conservation.sans_retenue".
core::Result<void> lever(storage::Writer& db, const ActeDeGarde& acte);

// Of those that are purgeable: what was written, its files' names and its people go; what stays
// tells nothing of anybody: state, dates, desk, amount, and the receipt's number and digest, which
// anybody may still verify. Files go at the next start of the server. Answers how many.
int purger(storage::Writer& db, const std::vector<Echeance>& trouvees, const Gardien& gardien);

}  // namespace grappe::documents
