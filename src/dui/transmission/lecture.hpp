// What is read of transmissions: one with its versions, those of a person, page by page.
#pragma once

#include "dui/acces/rattachement.hpp"
#include "dui/element/elements_repository.hpp"
#include "dui/magasin/faits_repository.hpp"
#include "dui/transmission/transmission.hpp"

namespace grappe::transmission {

struct Version {
    element::Version version;
    Transmission dit;
    magasin::Signature signature;  // when, and by which account
};

// First version first. Code "transmission.inconnue": none, or none that one reads.
core::Result<std::vector<Version>> lire(storage::Reader& db, const acces::Professionnel& qui,
                                        const std::string& id);

// The account that wrote it first.
std::string auteur_de(storage::Reader& db, const std::string& id);

struct Page {
    std::vector<Version> transmissions;  // last versions, what they tell latest first
    std::size_t tues = 0;                // of classes that the profession does not read
    std::optional<element::Suite> suite{};
};
struct Demandee {
    std::string personne;
    std::size_t combien;
    element::Suite apres{};
};
Page page_de(storage::Reader& db, const acces::Professionnel& qui, const Demandee& demandee);

}  // namespace grappe::transmission
