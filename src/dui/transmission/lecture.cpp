// Read, then leave out what is not for this professional.
#include "dui/transmission/lecture.hpp"

#include "dui/element/droits.hpp"

namespace grappe::transmission {
namespace {

Version signee(storage::Reader& db, element::Version&& version) {
    auto dit = lue(version.element.contenu);
    auto signature = magasin::signature_de(db, version.enregistrement);
    return {std::move(version), std::move(dit), std::move(signature)};
}

}  // namespace

core::Result<std::vector<Version>> lire(storage::Reader& db, const acces::Professionnel& qui,
                                        const std::string& id) {
    std::vector<Version> versions;
    for (auto& une : element::versions_de(db, id)) {
        if (une.element.genre != element::Genre::transmission || !lit(qui, une.element)) break;
        versions.push_back(signee(db, std::move(une)));
    }
    if (versions.empty()) return core::refuse(core::Reason::not_found, "transmission.inconnue");
    return versions;
}

std::string auteur_de(storage::Reader& db, const std::string& id) {
    const auto versions = element::versions_de(db, id);
    core::ensure(!versions.empty(), "a transmission that was found has a first version");
    return magasin::signature_de(db, versions.front().enregistrement).auteur;
}

Page page_de(storage::Reader& db, const acces::Professionnel& qui, const Demandee& demandee) {
    Page page;
    auto lues = element::du_dossier(
        db, {demandee.personne, element::Genre::transmission, demandee.combien, demandee.apres});
    if (lues.size() == demandee.combien)
        page.suite = element::Suite{lues.back().element.debut.utc_text(), lues.back().numero};
    for (auto& une : lues) {
        if (lit(qui, une.element))
            page.transmissions.push_back(signee(db, std::move(une)));
        else
            ++page.tues;
    }
    return page;
}

}  // namespace grappe::transmission
