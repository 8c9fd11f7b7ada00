// A draft is sealed for its account: another row's name opens it for nobody.
#include "dui/appareil/brouillon.hpp"

#include "dui/appareil/appareils_repository.hpp"

namespace grappe::appareil {
namespace {

std::string proprietaire(const std::string& compte) { return "brouillon de relais:" + compte; }

}  // namespace

void garder_le_brouillon(storage::Writer& db, const secret::Coffre& coffre,
                         const std::string& compte, const std::string& contenu) {
    garder(db, compte, coffre.sceller(contenu, proprietaire(compte)));
}

std::optional<std::string> brouillon_de(storage::Reader& db, const secret::Coffre& coffre,
                                        const std::string& compte) {
    const auto scelle = garde_de(db, compte);
    if (!scelle) return std::nullopt;
    auto clair = coffre.desceller(*scelle, proprietaire(compte));
    if (!clair) return std::nullopt;
    return *std::move(clair);
}

}  // namespace grappe::appareil
