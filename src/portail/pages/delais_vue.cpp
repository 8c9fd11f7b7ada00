// Delays in words and bars.
#include "portail/pages/delais_vue.hpp"

#include <algorithm>

#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"

namespace grappe::pages {
namespace {

using page::Vue;

std::string libelle(const Services& services, const instruction::Intervalle& tranche) {
    const auto jours = [](int nombre) { return static_cast<std::int64_t>(nombre); };
    if (tranche.de == 0) return dire(services, "delais.moins", {{"jours", jours(tranche.a)}});
    if (tranche.a - tranche.de == 1)
        return dire(services, "delais.un", {{"jours", jours(tranche.de)}});
    return dire(services, "delais.entre", {{"de", jours(tranche.de)}, {"a", jours(tranche.a - 1)}});
}

}  // namespace

Vue vue_des_delais(const Services& services, const instruction::Distribution& delais) {
    int plus_haute = 1;
    for (const auto& tranche : delais.tranches) plus_haute = std::max(plus_haute, tranche.nombre);
    Vue::Liste tranches;
    for (const auto& tranche : delais.tranches)
        tranches.push_back(Vue{{"libelle", libelle(services, tranche)},
                               {"nombre", entier(tranche.nombre)},
                               {"longueur", tranche.nombre * 100 / plus_haute}});
    return {{"phrase", dire(services, "delais.phrase",
                            {{"moitie", static_cast<std::int64_t>(delais.moitie)},
                             {"neuf", static_cast<std::int64_t>(delais.neuf_sur_dix)},
                             {"nombre", static_cast<std::int64_t>(delais.nombre)}})},
            {"tranches", std::move(tranches)}};
}

}  // namespace grappe::pages
