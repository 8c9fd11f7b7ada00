// Facteur: sends what is due, in a thread of its own; one process at a time for a database.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "courrier/mime.hpp"
#include "courrier/transport.hpp"
#include "storage/keeper.hpp"

namespace grappe::courrier {

struct Tournee {
    int envoyes = 0;
    int refuses = 0;
};

// One round: every message that is due, each noted in a transaction of its own.
Tournee faire_tournee(storage::Base& base, Transport& transport, const Expediteur& expediteur,
                      core::Instant maintenant);

struct Reglages {
    std::string base;  // its address
    Expediteur expediteur;
    std::function<void(const std::string& faute)> journal;
    // Work of one process too, at the start and each hour: forgetting what is out of date.
    std::function<void(storage::Base&)> entretien{};
};

class Facteur {
public:
    Facteur(Reglages reglages, std::unique_ptr<Transport> transport);
    Facteur(const Facteur&) = delete;
    Facteur& operator=(const Facteur&) = delete;

private:
    void servir(storage::Base& base);

    Reglages reglages_;
    std::unique_ptr<Transport> transport_;
    storage::Every entretien_{std::chrono::hours{1}};
    storage::Keeper gardien_;  // its end lets the message under way end
};

}  // namespace grappe::courrier
