// Versions: every version of a call that was ever published here, by its digest, with the text that
// gives it. What was deposited keeps the rules that its receipt names.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/instant.hpp"
#include "portail/programme/chargement.hpp"
#include "portail/socle/verification.hpp"
#include "storage/base.hpp"

namespace grappe::publication {

struct VersionPubliee {
    const programme::Appel* appel;
    const programme::AppelCharge* charge;  // with its texts
};

// Built when a server starts, then read by its threads. Borrows the calls in force.
class Versions {
public:
    explicit Versions(const programme::Appels& en_vigueur);
    Versions(const Versions&) = delete;
    Versions& operator=(const Versions&) = delete;

    // Keeps in the database what is in force and was not there yet, then joins what was published
    // before. Answers the digests of those whose text can be read no more.
    std::vector<std::string> publier(storage::Base& base, core::Instant maintenant);

    // The same without keeping anything: for a command that only reads.
    std::vector<std::string> rejoindre(storage::Base& base);

    std::optional<VersionPubliee> find(std::string_view empreinte) const;
    // The call in force; null: there is none.
    const programme::AppelCharge* en_vigueur(std::string_view appel) const;
    // The text of the national layer that calls in force name so.
    std::optional<std::string> socle(std::string_view nom) const;

private:
    void joindre(const programme::AppelCharge& charge);

    const programme::Appels& en_vigueur_;
    std::deque<programme::Appels> anciens_;
    std::map<std::string, VersionPubliee, std::less<>> par_empreinte_;
};

// A call that a person brings, with the national layer of that name as it is here.
programme::Appels lire_candidat(std::string_view texte, const Versions& versions);

// The same means, which find the versions published before too.
socle::Moyens avec(socle::Moyens moyens, const Versions& versions);

}  // namespace grappe::publication
