// Declarations and acts, told as one story.
#include "dui/identite/histoire.hpp"

namespace grappe::identite {
namespace {

Identite declaree(const Declaration& une, const Attributs& attributs) {
    Identite identite{.statut = une.statut, .attributs = attributs};
    if (une.matricule) identite.matricule = Matricule{*une.matricule, std::nullopt};
    if (attributs.douteuse || attributs.fictive) return apres_un_trait_change(identite);
    return identite;
}

// What `une` changes after `avant`, where `ici` is the identity.
std::optional<Etape> etape_de(const Declaration& une, const Declaration* avant,
                              const Identite& ici) {
    Etape etape{.enregistrement = une.enregistrement, .acte = Acte::declaration};
    if (avant == nullptr || une.statut != avant->statut || une.matricule != avant->matricule) {
        etape.apres = declaree(une, ici.attributs);
        return etape;
    }
    if (une.traits == avant->traits) return std::nullopt;
    etape.acte = Acte::trait;
    etape.apres = apres_un_trait_change(ici);
    return etape;
}

}  // namespace

std::vector<Etape> histoire(const std::vector<Declaration>& declarations,
                            const std::vector<Etape>& actes) {
    std::vector<Etape> etapes;
    const Declaration* avant = nullptr;
    auto acte = actes.begin();
    for (const auto& une : declarations) {
        for (; acte != actes.end() && acte->enregistrement < une.enregistrement; ++acte)
            etapes.push_back(*acte);
        const auto ici = etapes.empty() ? Identite{} : etapes.back().apres;
        if (const auto etape = etape_de(une, avant, ici)) etapes.push_back(*etape);
        avant = &une;
    }
    etapes.insert(etapes.end(), acte, actes.end());
    return etapes;
}

}  // namespace grappe::identite
