// Totals, differences, and the writing of a scenario.
#include "portail/comite/scenario.hpp"

#include <algorithm>
#include <set>

#include "core/texte.hpp"
#include "portail/comite/comite_repository.hpp"

namespace grappe::comite {
namespace {

constexpr std::size_t nom_max = 80;  // bytes

bool contient(const std::vector<std::string>& ids, const std::string& id) {
    return std::ranges::find(ids, id) != ids.end();
}

std::vector<Element> avec(const Monde& monde, const Scenario& scenario) {
    auto elements = monde.portefeuille;
    for (const auto& candidat : monde.candidats)
        if (contient(scenario.retenus, candidat.dossier.id))
            elements.insert(elements.end(), candidat.elements.begin(), candidat.elements.end());
    return elements;
}

std::string montant_de(const Candidat& candidat, const rules::Phrases& phrases) {
    if (!candidat.montant) return phrases.rendre("comite.montant_inconnu", {});
    std::string texte;
    rules::ajouter_valeur(texte, *candidat.montant);
    return texte;
}

class Comparaison {
public:
    Comparaison(const Monde& monde, const Scenario& avant, const Scenario& apres,
                const rules::Phrases& phrases)
        : monde_{monde}, avant_{avant}, apres_{apres}, phrases_{phrases} {}

    std::vector<std::string> phrases() {
        if (avant_.retenus == apres_.retenus) {
            dire("comite.difference.aucune", {});
            return std::move(dites_);
        }
        dossiers("comite.difference.en_plus", apres_, avant_);
        dossiers("comite.difference.en_moins", avant_, apres_);
        cout();
        for (const auto genre : {Genre::secteur, Genre::departement, Genre::statut}) parts(genre);
        enveloppe();
        return std::move(dites_);
    }

private:
    void dire(std::string_view code, rules::Faits faits) {
        faits.push_back({"avant", std::string_view{avant_.nom}});
        faits.push_back({"apres", std::string_view{apres_.nom}});
        dites_.push_back(phrases_.rendre(code, faits));
    }

    void dossiers(std::string_view code, const Scenario& de, const Scenario& sauf) {
        std::string liste;
        std::int64_t nombre = 0;
        for (const auto& candidat : monde_.candidats) {
            const auto& id = candidat.dossier.id;
            if (!contient(de.retenus, id) || contient(sauf.retenus, id)) continue;
            liste.append(nombre++ == 0 ? "" : " ; ")
                .append(phrases_.rendre("comite.difference.dossier",
                                        {{"numero", std::string_view{candidat.numero}},
                                         {"porteur", std::string_view{candidat.porteur}},
                                         {"montant", montant_de(candidat, phrases_)}}));
        }
        if (nombre > 0) dire(code, {{"nombre", nombre}, {"dossiers", liste}});
    }

    void cout() {
        const auto avant = total(monde_.candidats, avant_.retenus).montant;
        const auto apres = total(monde_.candidats, apres_.retenus).montant;
        if (avant == apres) return dire("comite.difference.meme_cout", {{"montant", apres}});
        const bool plus = apres > avant;
        dire(plus ? "comite.difference.plus_cher" : "comite.difference.moins_cher",
             {{"ecart", plus ? apres - avant : avant - apres}, {"montant", apres}});
    }

    void parts(Genre genre) {
        const auto avant = equilibre({genre}, avec(monde_, avant_));
        const auto apres = equilibre({genre}, avec(monde_, apres_));
        std::set<std::string> cles;
        for (const auto& [cle, groupe] : avant.groupes) cles.insert(cle);
        for (const auto& [cle, groupe] : apres.groupes) cles.insert(cle);
        for (const auto& cle : cles) {
            if (avant.pour_mille(cle) == apres.pour_mille(cle)) continue;
            dire("comite.difference.part",
                 {{"axe", phrases_.rendre("comite.axe." + std::string{core::name_of(genre)}, {})},
                  {"cle", cle_dite(genre, cle, phrases_)},
                  {"part_avant", en_pour_cent(avant.pour_mille(cle))},
                  {"part_apres", en_pour_cent(apres.pour_mille(cle))}});
        }
    }

    void enveloppe() {
        for (const auto* scenario : {&avant_, &apres_}) {
            const auto montant = total(monde_.candidats, scenario->retenus).montant;
            if (montant > monde_.enveloppe)
                dire("comite.difference.depasse", {{"nom", std::string_view{scenario->nom}},
                                                   {"ecart", montant - monde_.enveloppe}});
        }
    }

    const Monde& monde_;
    const Scenario& avant_;
    const Scenario& apres_;
    const rules::Phrases& phrases_;
    std::vector<std::string> dites_{};
};

template <class Voulu>
const Scenario* dernier(const std::vector<Scenario>& scenarios, Voulu voulu) {
    const Scenario* trouve = nullptr;
    for (const auto& scenario : scenarios)
        if (voulu(scenario) && (trouve == nullptr || scenario.numero > trouve->numero))
            trouve = &scenario;
    return trouve;
}

std::string inconnus(const std::vector<Candidat>& candidats,
                     const std::vector<std::string>& retenus) {
    std::string texte;
    for (const auto& id : retenus)
        if (trouver(candidats, id) == nullptr)
            texte.append(texte.empty() ? "" : ", ").append(id.substr(0, 40));
    return texte;
}

}  // namespace

std::string cle_dite(Genre genre, const std::string& cle, const rules::Phrases& phrases) {
    if (cle.empty()) return phrases.rendre("comite.cle.inconnue", {});
    const auto code = "comite.cle." + std::string{core::name_of(genre)} + "." + cle;
    return phrases.contient(code) ? phrases.rendre(code, {}) : cle;
}

Total total(const std::vector<Candidat>& candidats, const std::vector<std::string>& retenus) {
    Total somme;
    for (const auto& candidat : candidats) {
        if (!contient(retenus, candidat.dossier.id)) continue;
        ++somme.dossiers;
        somme.essms += candidat.essms;
        somme.montant += candidat.montant.value_or(core::Money{});
    }
    return somme;
}

std::vector<std::string> differences(const Monde& monde, const Scenario& avant,
                                     const Scenario& apres, const rules::Phrases& phrases) {
    return Comparaison{monde, avant, apres, phrases}.phrases();
}

core::Result<Scenario> ecrire(storage::Writer& db, const Demandeur& qui,
                              const NouveauScenario& nouveau, const socle::Moyens& regles) {
    const auto comite = ouvrir(db, qui, nouveau.vise, access::Permission::comite_preparer);
    if (!comite) return comite.error();
    const std::string nom{core::trimmed(nouveau.nom)};
    if (nom.empty() || nom.size() > nom_max)
        return core::refuse(core::Reason::rule_not_met, "comite.scenario_nom");
    auto retenus = nouveau.retenus;
    std::ranges::sort(retenus);
    retenus.erase(std::ranges::unique(retenus).begin(), retenus.end());
    const auto tous = candidats(db, *comite, regles);
    if (nouveau.origine == Origine::proposition &&
        est_concerne(tous, qui.acteur.compte, interets(db, comite->id)))
        return core::refuse(core::Reason::forbidden, "comite.interet");
    if (auto autres = inconnus(tous, retenus); !autres.empty())
        return core::refuse(core::Reason::rule_not_met, "comite.scenario_dossier",
                            std::move(autres));
    auto ecrit = ajouter(db, comite->id,
                         Scenario{.numero = 0,
                                  .nom = nom,
                                  .origine = nouveau.origine,
                                  .choisi = nouveau.choisi,
                                  .retenus = std::move(retenus),
                                  .par = qui.acteur.compte,
                                  .ecrit_le = qui.maintenant});
    noter(db, qui, *comite, {"comite.scenario", "scenario:" + std::to_string(ecrit.numero)});
    return ecrit;
}

const Scenario* scenario_choisi(const std::vector<Scenario>& scenarios) {
    return dernier(scenarios, [](const Scenario& scenario) { return scenario.choisi; });
}

const Scenario* derniere_proposition(const std::vector<Scenario>& scenarios) {
    return dernier(scenarios, [](const Scenario& scenario) {
        return scenario.origine == Origine::proposition;
    });
}

}  // namespace grappe::comite
