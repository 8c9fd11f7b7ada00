// Absence: somebody who has a place is not there: why, from when, until when. Planned or not.
#pragma once

#include "dui/sejour/geste.hpp"

namespace grappe::sejour {

// Words of ours: no nomenclature of absences is known here (decision 0072).
enum class NatureDAbsence { hopital, famille, vacances, activite, non_prevenue, autre };
constexpr auto names(NatureDAbsence) {
    using enum NatureDAbsence;
    return std::to_array<core::Named<NatureDAbsence>>({{hopital, "hopital"},
                                                       {famille, "famille"},
                                                       {vacances, "vacances"},
                                                       {activite, "activite"},
                                                       {non_prevenue, "non_prevenue"},
                                                       {autre, "autre"}});
}

enum class Prevue { oui, non };
constexpr auto names(Prevue) {
    return std::to_array<core::Named<Prevue>>({{Prevue::oui, "oui"}, {Prevue::non, "non"}});
}

struct Absence {
    std::string id;
    std::int64_t version;
    std::string personne;
    core::Instant debut;
    std::optional<core::Instant> fin;  // expected, then told; nothing: nobody knows
    NatureDAbsence nature;
    Prevue prevue;
    std::string motif{};

    bool dure_a(core::Instant instant) const {
        return debut <= instant && (!fin || instant < *fin);
    }
};

struct SaisieDAbsence {
    std::string id;  // 32 hexadecimal digits, given by the form
    core::Finess finess_et;
    std::string personne;
    std::optional<core::Instant> debut, fin;  // nothing: not said
    std::string nature, prevue, motif{};
};
// Faults: "absence.faute.debut", ".fin", ".nature", ".prevue", ".motif" (another reason says
// which), "sejour.faute.long", "absence.faute.deja" (another one of hers holds then). Refusals:
// those of `peut_ecrire_le_quotidien`, "absence.id". The same form again writes nothing.
std::vector<Faute> fautes_de(storage::Reader& db, const SaisieDAbsence& saisie);
core::Result<Ecrit> declarer(storage::Writer& db, const Redacteur& redacteur,
                             const SaisieDAbsence& saisie);

struct Retour {
    std::string id;
    std::int64_t vue;
    std::optional<core::Instant> le;
};
// Faults: "absence.faute.retour", ".retour_avant", ".retour_futur". Refusals: "absence.inconnue",
// "element.version".
core::Result<Ecrit> rentrer(storage::Writer& db, const Redacteur& redacteur, const Retour& retour);

struct RetraitDAbsence {
    std::string id;
    std::int64_t vue;
    std::string motif;
};
// Told by mistake. Fault "sejour.faute.motif".
core::Result<Ecrit> retirer(storage::Writer& db, const Redacteur& redacteur,
                            const RetraitDAbsence& retrait);

struct Periode {
    core::Instant du, au;  // the second is out
};
// Those of an establishment that hold at some instant of the period, by beginning. Costs those that
// began in the month before it and the long ones, whatever the history.
std::vector<Absence> absences_de(storage::Reader& db, std::string_view finess_et,
                                 const Periode& periode);
// The last ones of a person, the latest first.
std::vector<Absence> absences_de_la_personne(storage::Reader& db, std::string_view personne,
                                             std::size_t combien);

}  // namespace grappe::sejour
