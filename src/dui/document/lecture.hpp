// What is read of documents: one with its versions, those of a person that answer a search.
#pragma once

#include "dui/acces/rattachement.hpp"
#include "dui/document/document.hpp"
#include "dui/document/types.hpp"
#include "dui/element/elements_repository.hpp"
#include "dui/magasin/faits_repository.hpp"

namespace grappe::document {

struct Version {
    element::Version version;
    Document document;
    magasin::Signature signature;  // when, and by which account

    bool retire() const { return version.element.etat == element::Etat::retire; }
};

// First version first. Code "document.inconnu": none, or none that one reads.
core::Result<std::vector<Version>> lire(storage::Reader& db, const acces::Professionnel& qui,
                                        const std::string& id);

// How many of a person's documents one page looks through, whatever the history.
inline constexpr std::size_t regardes = 200;

struct Demandee {
    std::string personne;
    std::string type{};                              // code; empty: all
    std::optional<core::Date> depuis{}, jusqu_au{};  // days of the document, included
    std::string texte{};                             // words typed
    element::Suite apres{};
};
struct Page {
    std::vector<Version> documents;  // last versions, the latest first
    std::size_t tus = 0;             // of classes that the profession does not read
    std::optional<element::Suite> suite{};
};
Page page_de(storage::Reader& db, const acces::Professionnel& qui, const Types& types,
             const Demandee& demandee);

}  // namespace grappe::document
