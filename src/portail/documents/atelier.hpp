// Atelier: makes exports in a thread of its own; one process at a time for a database. What was
// asked before a stop is made after it.
#pragma once

#include <functional>
#include <string>

#include "portail/documents/fabrication.hpp"
#include "storage/keeper.hpp"

namespace grappe::documents {

struct ReglagesDeLAtelier {
    std::string base;     // its address
    std::string dossier;  // of the files; made when absent, for its owner only
    const socle::Moyens& regles;
    const pieces::Magasin& magasin;
    std::function<std::string()> adresse_publique;
    std::function<core::Instant()> maintenant;
    std::function<void(const std::string& faute)> journal;
};

// Where the file of an export is.
std::string chemin_de(const std::string& dossier, std::string_view id);

// Makes the oldest export that waits: false when there is none.
bool faire_un_export(storage::Base& base, const ReglagesDeLAtelier& reglages);

// Files whose time is over go; what no row knows, too. Answers how many exports ended.
int perimer(storage::Base& base, const ReglagesDeLAtelier& reglages);

class Atelier {
public:
    explicit Atelier(ReglagesDeLAtelier reglages);
    Atelier(const Atelier&) = delete;
    Atelier& operator=(const Atelier&) = delete;

private:
    void servir(storage::Base& base);

    ReglagesDeLAtelier reglages_;
    storage::Every menage_{std::chrono::minutes{10}};
    storage::Keeper gardien_;  // its end lets the file under way end
};

}  // namespace grappe::documents
