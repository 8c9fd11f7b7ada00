// The columns say which versions; the base tells them.
#include "dui/pages/dossier_lu.hpp"

#include <algorithm>
#include <map>

namespace grappe::dui {
namespace {

using fait::Type;

// The numbers of the last ones, and how many there are.
FaitsDUnType du_type(Type type, std::span<const colonnes::Rangee> rangees, std::uint32_t connu,
                     std::vector<std::int64_t>& numeros) {
    FaitsDUnType ici{.type = type, .combien = 0, .derniers = {}};
    for (auto rangee = rangees.rbegin(); rangee != rangees.rend(); ++rangee) {
        if (!rangee->connue(connu)) continue;
        if (++ici.combien <= faits_montres)
            numeros.push_back(static_cast<std::int64_t>(rangee->numero));
    }
    return ici;
}

}  // namespace

std::vector<ParEtablissement> faits_de_la_personne(storage::Reader& db,
                                                   const colonnes::Colonnes& tout,
                                                   const QuelDossier& quel) {
    std::vector<ParEtablissement> partout;
    std::vector<std::int64_t> numeros;
    colonnes::RangeesParType fondues;
    for (const auto& etablissement : tout.etablissements()) {
        if (!quel.qui.peut_a(access::Permission::dossier_usager_lire, etablissement.numero()))
            continue;
        const auto rang = tout.rang_de(etablissement, quel.personne);
        if (!rang) continue;
        ParEtablissement ici{.finess_et = std::string{etablissement.numero()}, .types = {}};
        const auto plages = tout.plages(*rang, fondues);
        for (const auto& nomme : names(Type{})) {
            auto faits = du_type(nomme.value, plages[static_cast<std::size_t>(nomme.value)],
                                 quel.connu, numeros);
            if (faits.combien > 0) ici.types.push_back(std::move(faits));
        }
        if (!ici.types.empty()) partout.push_back(std::move(ici));
    }
    std::map<std::pair<std::string, Type>, std::vector<magasin::Version>> versions;
    magasin::versions_numerotees(db, numeros, [&](magasin::Version&& version) {
        const std::pair ou{version.fait.finess_et.text(), version.fait.type};
        versions[ou].push_back(std::move(version));
    });
    for (auto& ici : partout)
        for (auto& un : ici.types) {
            un.derniers = std::move(versions[{ici.finess_et, un.type}]);
            std::sort(un.derniers.begin(), un.derniers.end(), [](const auto& a, const auto& b) {
                return std::pair{b.fait.debut, b.numero} < std::pair{a.fait.debut, a.numero};
            });
        }
    return partout;
}

}  // namespace grappe::dui
