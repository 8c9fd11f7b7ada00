// Gathering of what was recorded since.
#include "dui/colonnes/marge.hpp"

#include "core/ensure.hpp"

namespace grappe::colonnes {

void Marge::ajouter(const VersionVue& version) {
    const auto& f = version.fait;
    auto& ici = etablissements_[f.finess_et.text()];
    ici.connu = std::min(ici.connu, version.enregistrement);
    pour_chaque_dossier(f, [&](const std::string& personne) {
        ici.dossiers[personne][static_cast<std::size_t>(f.type)].push_back(rangee_de(version));
    });
}

void Marge::clore(const VersionVue& remplacee, std::uint32_t par) {
    const auto& f = remplacee.fait;
    const auto cloture = [&](const std::string& personne) {
        if (remplacee.numero <= faits_) {
            clotures_.push_back({f.finess_et.text(), personne, f.type, rangee_de(remplacee), par});
            return;
        }
        auto& rangees = etablissements_[f.finess_et.text()]
                            .dossiers[personne][static_cast<std::size_t>(f.type)];
        const auto numero = static_cast<std::uint64_t>(remplacee.numero);
        const auto la = std::find_if(rangees.begin(), rangees.end(),
                                     [numero](const auto& une) { return une.numero == numero; });
        core::ensure(la != rangees.end(), "a replaced version was added");
        la->jusque = par;
    };
    pour_chaque_dossier(f, cloture);
}

void Marge::trier() {
    for (auto& [finess, etablissement] : etablissements_)
        for (auto& [personne, rangees] : etablissement.dossiers)
            for (std::size_t n = 0; n < fait::types; ++n)
                colonnes::trier(static_cast<fait::Type>(n), rangees[n]);
}

}  // namespace grappe::colonnes
