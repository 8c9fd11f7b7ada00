// Lecture: the milestones of an agreement for one of its readers, all of it read at once.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "portail/convention/acces.hpp"
#include "portail/jalons/acte.hpp"

namespace grappe::jalons {

using teleservice::Demandeur, teleservice::Moyens;

struct Lu {
    convention::Sujet sujet;
    std::string numero, porteur;  // of its deposit; the name that the dossier gives
    Accord accord;
    std::vector<Fait> faits;
    core::Date aujourd_hui;  // in the call's time zone
    Suivi suivi;
    // A member reads and says what is its own; empty: the whole.
    std::optional<std::set<std::string>> siens{};
    std::optional<Auteur> auteur{};  // empty: a reader only

    Contexte contexte() const { return {accord, faits, suivi, aujourd_hui}; }
    // Of the project, everybody; of an establishment, its own.
    bool voit(const std::string& finess_et) const {
        return finess_et.empty() || !siens || siens->contains(finess_et);
    }
    bool voit(const Jalon& jalon) const { return voit(jalon.finess_et); }
    std::vector<Jalon> deploiements_vus() const;
    std::vector<Fait> faits_vus() const;
    // Counts what was said.
    int version() const { return faits.empty() ? 0 : faits.back().numero; }
    // Signed by both, and not paid to the end.
    bool vivant() const;
};

// Codes "convention.inconnue" (Reason::not_found), "convention.interdite" (Reason::forbidden: its
// money is read, its project is not).
core::Result<Lu> lire(storage::Reader& db, const Demandeur& qui, std::string_view convention,
                      const Moyens& moyens);

// Whoever asks: for the calendar and the reminders of the program.
Lu lire_pour_le_programme(storage::Reader& db, convention::Sujet sujet, const Moyens& moyens,
                          core::Instant maintenant);

}  // namespace grappe::jalons
