// Words of draws and proofs.
#include "portail/suivi/tirage_vue.hpp"

#include <algorithm>

#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"
#include "rapport/chances.hpp"

namespace grappe::suivi {
namespace {

using page::Vue;
using pages::dire;

// "64,9 %" of 649 123 millionths: never better than it is.
std::string pour_cent(std::int64_t millioniemes) {
    const auto dixiemes = millioniemes / 1000;
    return std::to_string(dixiemes / 10) + "," + std::to_string(dixiemes % 10) + "\u00a0%";
}

std::string chance(const Suivi& suivi, std::int64_t feuilles, std::int64_t tirees) {
    const auto inventees = std::max<std::int64_t>(1, feuilles / 100);
    const auto vues = rapport::millioniemes_de_voir(
        {.feuilles = feuilles, .inventees = inventees, .tirees = std::min(tirees, feuilles)});
    return dire(suivi.services, "suivi.chance",
                {{"inventees", inventees}, {"feuilles", feuilles}, {"chance", pour_cent(vues)}});
}

Vue vue_des_preuves(const Suivi& suivi, const usages::Preuves& preuves) {
    Vue::Liste reproches;
    for (const auto& un : preuves.reproches) reproches.push_back(Vue{{"texte", un}});
    const bool justes = preuves.issue == usages::IssueDesPreuves::justes;
    return {
        {"classe", justes ? "ouvert" : "bloque"},
        {"issue",
         dire(suivi.services, "suivi.preuves." + std::string{core::name_of(preuves.issue)})},
        {"recu_le", pages::moment(preuves.recu_le, core::paris())},
        {"ouvertures", dire(suivi.services, "suivi.ouvertures", {{"nombre", preuves.ouvertures}})},
        {"empreinte", preuves.empreinte},
        {"reproches", std::move(reproches)}};
}

Vue vue_du_tirage(const Suivi& suivi, const usages::RapportRecu& recu, const usages::Tirage& tirage,
                  const Droits& droits) {
    Vue::Liste preuves;
    for (const auto& unes : tirage.preuves) preuves.push_back(vue_des_preuves(suivi, unes));
    const auto* dernieres = tirage.dernieres();
    const bool prouve = dernieres != nullptr && dernieres->issue == usages::IssueDesPreuves::justes;
    const auto lien = "/rapports-usage/" + recu.id + "/tirages/" + tirage.id;
    return {{"rang", tirage.rang},
            {"graine", tirage.graine},
            {"source", tirage.source},
            {"fait_le", pages::moment(tirage.fait_le, core::paris())},
            {"feuilles", dire(suivi.services, "suivi.feuilles_tirees",
                              {{"nombre", std::min(tirage.nombre, recu.tete.feuilles)}})},
            {"chance", chance(suivi, recu.tete.feuilles, tirage.nombre)},
            {"attend", tirage.preuves.empty()},
            {"fichier", "/api" + lien},
            {"action", "/usages/" + recu.id + "/tirages/" + tirage.id + "/preuves"},
            {"exclu", dernieres != nullptr && !prouve},
            {"repond", droits.declare && !prouve},
            {"preuves", std::move(preuves)}};
}

}  // namespace

void ajouter_les_tirages(Vue& vue, const Suivi& suivi, const usages::RapportVu& vu,
                         const Droits& droits) {
    Vue::Liste tirages;
    for (const auto& un : vu.tirages)
        tirages.push_back(vue_du_tirage(suivi, vu.rapport, un, droits));
    constexpr std::int64_t propose = 230;  // sees 1 % nine times in ten (docs/preuve.md)
    vue.ajouter("sans_tirage", tirages.empty());
    vue.ajouter("tirages", std::move(tirages));
    vue.ajouter("controle", droits.controle);
    vue.ajouter("nombre_propose",
                std::min(propose, std::max<std::int64_t>(1, vu.rapport.tete.feuilles)));
    vue.ajouter("nombre_max", usages::tirage_max);
}

}  // namespace grappe::suivi
