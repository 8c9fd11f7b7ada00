// Révision: by when a project is to be reviewed, and why. Pure. PP-06, PP-08: at least once a year,
// after a life event, or when the person asks.
#pragma once

#include <optional>
#include <span>

#include "core/date.hpp"
#include "dui/projet/passage.hpp"

namespace grappe::echeance {
struct Regles;
}

namespace grappe::projet {

// Dated parameters of donnees/echeances: "revision" and "revision_demandee". In months.
struct Delais {
    int annuelle = 12;
    int apres_un_evenement = 1;
    int proche_en_jours = 30;
};
Delais delais_de(const echeance::Regles& regles, core::Date jour);

enum class Motif { annuelle, prochain_bilan, evenement };

constexpr auto names(Motif) {
    return std::to_array<core::Named<Motif>>({{Motif::annuelle, "annuelle"},
                                              {Motif::prochain_bilan, "prochain_bilan"},
                                              {Motif::evenement, "evenement"}});
}

struct Bilan {
    core::Date le;
    std::optional<core::Date> prochain;
};

struct Vie {
    Statut statut;
    core::Date debut;  // when it was begun
    std::span<const Bilan> bilans;
    std::span<const core::Date> evenements;
};

struct Revision {
    core::Date terme;  // the last day that is in time
    Motif motif;

    bool operator==(const Revision&) const = default;
};

// The earliest of what the last review calls for; an event that a review followed, on its day or
// later, asks nothing more. Nothing: the project has ended.
std::optional<Revision> revision_de(const Vie& vie, const Delais& delais);

enum class Urgence { plus_tard, bientot, en_retard };
Urgence urgence_de(core::Date terme, core::Date aujourd_hui, const Delais& delais);

// Days without a trace from which an objective speaks up. A choice of ours (decision 0073).
inline constexpr int silence_en_jours = 30;
// Days since the last trace, or since its beginning when there is none; nothing: it need not speak.
std::optional<int> silence_de(core::Date debut, std::optional<core::Date> derniere_trace,
                              core::Date aujourd_hui);

}  // namespace grappe::projet
