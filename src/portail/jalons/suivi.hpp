// Suivi: the milestones of an agreement at a day, from what it says, what its call says and what
// was declared. Pure: the same facts give the same answer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portail/jalons/jalon.hpp"
#include "portail/programme/appel.hpp"

namespace grappe::jalons {

// SOL-02, SOL-03, SOL-04: what is asked of the software. `acquise`: referenced at the deposit;
// `dispensee`: only sectors without an obligation; `non_dite`: the call asks for nothing.
enum class Reference { exigee, acquise, dispensee, non_dite };
constexpr auto names(Reference) {
    using enum Reference;
    return std::to_array<core::Named<Reference>>({{exigee, "exigee"},
                                                  {acquise, "acquise"},
                                                  {dispensee, "dispensee"},
                                                  {non_dite, "non_dite"}});
}

struct Etablissement {
    std::string finess_et;
    std::optional<programme::Regime> regime;  // empty: nothing says it any more
};

// What the agreement and its dossier say. Days are those of the call's time zone.
struct Accord {
    const programme::Appel& appel;
    std::optional<core::Date> signee_le;             // by both parties
    std::optional<core::Date> avance_le;             // validated
    std::optional<core::Date> solde_demande_le;      // and not rejected
    std::optional<core::Date> referencee_le;         // as the dossier says
    std::optional<core::Date> parametrage_prevu_le;  // as the dossier says
    std::optional<core::Date> fin_convenue{};        // of the deployment, by an amendment
    Reference reference = Reference::non_dite;
    bool national = false;  // PAY-03: the delays are not for national projects
    std::vector<Etablissement> essms;
};

struct Suivi {
    std::vector<Jalon> projet;        // in the order of Genre; one for the whole deployment
    std::vector<Jalon> deploiements;  // one an establishment, as in Accord
    std::int64_t deployes = 0;        // establishments

    const Jalon& jalon(Genre genre) const;
    // Null: no such establishment.
    const Jalon* deploiement(std::string_view finess_et) const;
    // The binding term that comes first, one that is past before the others. Null: none is open.
    const Jalon* prochain_imperatif() const;
};

// `faits` in the order in which they were said.
Suivi calculer(const Accord& accord, const std::vector<Fait>& faits, core::Date aujourd_hui);

}  // namespace grappe::jalons
