// Read, then leave out what is not for this professional or does not answer.
#include "dui/document/lecture.hpp"

#include "dui/element/droits.hpp"

namespace grappe::document {
namespace {

Document document_de(const element::Element& un) {
    auto document = lu(un.contenu);
    document.fiche.lie_a = un.lie_a;
    return document;
}

Version signee(storage::Reader& db, element::Version&& version) {
    auto document = document_de(version.element);
    auto signature = magasin::signature_de(db, version.enregistrement);
    return {std::move(version), std::move(document), std::move(signature)};
}

bool est_demande(const Document& document, const Types& types, const Demandee& demandee) {
    const auto& fiche = document.fiche;
    const auto* type = types.trouver(fiche.type);
    return (demandee.type.empty() || demandee.type == fiche.type) &&
           (!demandee.depuis || fiche.date >= *demandee.depuis) &&
           (!demandee.jusqu_au || fiche.date <= *demandee.jusqu_au) &&
           repond(document, type == nullptr ? std::string_view{} : type->libelle, demandee.texte);
}

}  // namespace

core::Result<std::vector<Version>> lire(storage::Reader& db, const acces::Professionnel& qui,
                                        const std::string& id) {
    std::vector<Version> versions;
    for (auto& une : element::versions_de(db, id)) {
        if (une.element.genre != element::Genre::document || !lit(qui, une.element)) break;
        versions.push_back(signee(db, std::move(une)));
    }
    if (versions.empty()) return core::refuse(core::Reason::not_found, "document.inconnu");
    return versions;
}

Page page_de(storage::Reader& db, const acces::Professionnel& qui, const Types& types,
             const Demandee& demandee) {
    Page page;
    auto lues = element::du_dossier(
        db, {demandee.personne, element::Genre::document, regardes, demandee.apres});
    if (lues.size() == regardes)
        page.suite = element::Suite{lues.back().element.debut.utc_text(), lues.back().numero};
    for (auto& une : lues) {
        if (!lit(qui, une.element))
            ++page.tus;
        else if (est_demande(document_de(une.element), types, demandee))
            page.documents.push_back(signee(db, std::move(une)));
    }
    return page;
}

}  // namespace grappe::document
