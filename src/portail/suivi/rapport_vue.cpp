// Words of one report.
#include "portail/suivi/rapport_vue.hpp"

#include <algorithm>

#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/suivi/liste_vue.hpp"
#include "portail/suivi/tirage_vue.hpp"
#include "portail/usages/constat_dit.hpp"

namespace grappe::suivi {
namespace {

using page::Vue;
using pages::dire;
using usage::Indicateur, usage::Mesure;

std::string fraction(const Mesure& mesure) {
    return pages::entier(mesure.numerateur) + " / " + pages::entier(mesure.denominateur);
}

// Whole per cents, for a bar that is never longer than its place.
int part(const Mesure& mesure) {
    if (!mesure.mesurable()) return 0;
    return static_cast<int>(100 * std::min(mesure.numerateur, mesure.denominateur) /
                            mesure.denominateur);
}

struct Cellule {
    Indicateur indicateur;
    const Mesure* mesure;  // null: a declaration that does not tell it
    const Mesure* avant;   // null: nothing that it could be compared with
};

const Mesure* mesure_de(const usages::Mesures& mesures, Indicateur indicateur) {
    const auto ou = mesures.find(indicateur);
    return ou == mesures.end() ? nullptr : &ou->second;
}

std::string avant_dit(const Suivi& suivi, const Mesure* avant) {
    if (avant == nullptr) return {};
    return dire(suivi.services, "suivi.avant", {{"taux", taux_en_clair(suivi, *avant)}});
}

void ajouter_la_cible(Vue& vue, const Suivi& suivi, const Mesure& mesure, int cible) {
    const auto atteinte = mesure.atteinte(cible);
    vue.ajouter("cible", cible);
    vue.ajouter("classe", !atteinte ? "ferme" : *atteinte ? "ouvert" : "alerte");
    vue.ajouter("atteinte", dire(suivi.services, !atteinte   ? "suivi.non_mesurable"
                                                 : *atteinte ? "suivi.cible.atteinte"
                                                             : "suivi.cible.non_atteinte"));
}

Vue vue_de(const Suivi& suivi, const usage::Parametres& parametres, const Cellule& cellule) {
    Vue vue{{"nom", usages::indicateur_dit(cellule.indicateur, suivi.services.phrases)},
            {"dit", cellule.mesure != nullptr}};
    if (cellule.mesure == nullptr) return vue;
    const auto& mesure = *cellule.mesure;
    vue.ajouter("taux", taux_en_clair(suivi, mesure));
    vue.ajouter("fraction", fraction(mesure));
    vue.ajouter("part", part(mesure));
    vue.ajouter("avant", avant_dit(suivi, cellule.avant));
    ajouter_la_cible(vue, suivi, mesure, parametres.cible(cellule.indicateur).value_or(0));
    return vue;
}

// Of the same reading: another one is not compared.
const usages::Precedent* precedent_de(const usages::RapportVu& vu, const usages::Ligne& ligne) {
    const auto ou = vu.precedents.find(ligne.finess_et.text());
    if (ou == vu.precedents.end() || ou->second.lecture != vu.rapport.tete.lecture) return nullptr;
    return &ou->second;
}

// Sums of the measures before, where every establishment has one.
std::optional<usages::Mesures> total_avant(const usages::RapportVu& vu) {
    std::vector<usages::Ligne> lignes;
    for (const auto& ligne : vu.rapport.lignes) {
        const auto* avant = precedent_de(vu, ligne);
        if (avant == nullptr) return std::nullopt;
        lignes.push_back(avant->ligne);
    }
    return usages::total(lignes);
}

Vue::Liste cinq_chiffres(const Suivi& suivi, const usages::RapportVu& vu,
                         const usage::Parametres& parametres) {
    const auto total = usages::total(vu.rapport.lignes);
    const auto avant = total_avant(vu);
    Vue::Liste chiffres;
    for (const auto indicateur : usage::indicateurs_a_cible)
        chiffres.push_back(vue_de(suivi, parametres,
                                  {indicateur, mesure_de(total, indicateur),
                                   avant ? mesure_de(*avant, indicateur) : nullptr}));
    return chiffres;
}

std::string sans_cible(const Suivi& suivi, const usages::RapportVu& vu) {
    const auto total = usages::total(vu.rapport.lignes);
    std::string dits;
    for (const auto indicateur : {Indicateur::eprescription, Indicateur::eparcours}) {
        const auto* mesure = mesure_de(total, indicateur);
        if (mesure == nullptr) continue;
        dits += dits.empty() ? "" : " · ";
        dits += dire(suivi.services, "usage.mesure.sans_cible",
                     {{"indicateur", usages::indicateur_dit(indicateur, suivi.services.phrases)},
                      {"numerateur", mesure->numerateur},
                      {"denominateur", mesure->denominateur}});
    }
    return dits;
}

std::string nom_de(const Suivi& suivi, const std::string& finess) {
    const auto* connu = suivi.services.registre.find(finess);
    return connu == nullptr ? dire(suivi.services, "suivi.hors_registre") : connu->raison_sociale;
}

Vue::Liste lignes(const Suivi& suivi, const usages::RapportVu& vu,
                  const usage::Parametres& parametres) {
    Vue::Liste toutes;
    for (const auto& ligne : vu.rapport.lignes) {
        const auto* avant = precedent_de(vu, ligne);
        Vue::Liste cellules;
        for (const auto indicateur : usage::indicateurs_a_cible)
            cellules.push_back(
                vue_de(suivi, parametres,
                       {indicateur, mesure_de(ligne.mesures, indicateur),
                        avant ? mesure_de(avant->ligne.mesures, indicateur) : nullptr}));
        toutes.push_back(
            Vue{{"finess", ligne.finess_et.text()},
                {"nom", nom_de(suivi, ligne.finess_et.text())},
                {"avant_le", avant ? dire(suivi.services, "suivi.avant_le",
                                          {{"au", avant->au}, {"numero", avant->numero}})
                                   : std::string{}},
                {"cellules", std::move(cellules)}});
    }
    return toutes;
}

// Those of one establishment together, where the first of them stands.
Vue::Liste questions(const Suivi& suivi, const usages::RapportVu& vu) {
    std::vector<std::pair<std::string, Vue::Liste>> groupes;
    for (const auto& un : vu.rapport.constats) {
        auto ou = std::ranges::find(groupes, un.finess_et, [](const auto& g) { return g.first; });
        if (ou == groupes.end()) ou = groupes.insert(ou, {un.finess_et, {}});
        ou->second.push_back(Vue{{"phrase", usages::dire(un, suivi.services.phrases)}});
    }
    Vue::Liste toutes;
    for (auto& [finess, phrases] : groupes)
        toutes.push_back(Vue{{"finess", finess},
                             {"ou", finess.empty() ? std::string{} : nom_de(suivi, finess)},
                             {"phrases", std::move(phrases)}});
    return toutes;
}

Vue::Liste liens(const std::vector<usages::Voisin>& voisins) {
    Vue::Liste tous;
    for (const auto& un : voisins)
        tous.push_back(Vue{{"lien", "/usages/" + un.id}, {"numero", un.numero}});
    return tous;
}

void ajouter_les_faits(Vue& vue, const Suivi& suivi, const usages::RapportRecu& recu) {
    const auto& tete = recu.tete;
    const auto& fuseau = core::paris();
    vue.ajouter("du", pages::jour(tete.du));
    vue.ajouter("au", pages::jour(tete.au));
    vue.ajouter("connu_le", tete.connu_le ? pages::moment(*tete.connu_le, fuseau) : std::string{});
    vue.ajouter("recu_le", pages::moment(recu.recu_le, fuseau));
    vue.ajouter("lecture", dire(suivi.services,
                                "usage.denominateur." + std::string{core::name_of(tete.lecture)}));
    vue.ajouter("logiciel",
                tete.logiciel.empty() ? std::string{} : tete.logiciel + " " + tete.version);
    vue.ajouter("organisation", tete.organisation);
    vue.ajouter("regle", tete.regle);
    vue.ajouter("seuils", recu.seuils);
    vue.ajouter("feuilles", pages::entier(tete.feuilles));
    vue.ajouter("cle", tete.cle);
    vue.ajouter("empreinte", tete.empreinte);
    vue.ajouter("fichier", "/api/rapports-usage/" + recu.id + "/fichier");
}

}  // namespace

Vue vue_du_rapport(const Suivi& suivi, const usages::RapportVu& vu, const Droits& droits) {
    const auto& recu = vu.rapport;
    const auto parametres = usages::parametres_de(suivi.moyens, recu.tete);
    const bool signe = recu.tete.nature == usages::Nature::signe;
    const auto nature = std::string{core::name_of(recu.tete.nature)};
    auto demandes = questions(suivi, vu);
    auto autres = sans_cible(suivi, vu);
    Vue vue{
        {"id", recu.id},
        {"numero", recu.numero},
        {"en_partie", vu.en_partie},
        {"entier_et_signe", signe && !vu.en_partie},
        {"signe", signe},
        {"nature", nature_dite(suivi, recu.tete.nature)},
        {"classe", classe_de(recu.tete.nature)},
        {"nature_dite", dire(suivi.services, "suivi.nature_dite." + nature)},
        {"remplacants", liens(vu.remplacants)},
        {"est_remplace", !vu.remplacants.empty()},
        {"remplace", liens(vu.remplace)},
        {"remplace_d_autres", !vu.remplace.empty()},
        {"chiffres", cinq_chiffres(suivi, vu, parametres)},
        {"sans_cible", std::move(autres)},
        {"a_des_questions", !demandes.empty()},
        {"questions_compte", dire(suivi.services, "suivi.questions",
                                  {{"nombre", static_cast<std::int64_t>(recu.constats.size())}})},
        {"questions", std::move(demandes)},
        {"essms", dire(suivi.services, "suivi.essms",
                       {{"nombre", static_cast<std::int64_t>(recu.lignes.size())}})},
        {"lignes", lignes(suivi, vu, parametres)}};
    ajouter_les_faits(vue, suivi, recu);
    if (signe && !vu.en_partie) ajouter_les_tirages(vue, suivi, vu, droits);
    return vue;
}

}  // namespace grappe::suivi
