// Judgement of opened leaves: they are those of the draw, of the tree, and count what they say.
#include <algorithm>
#include <set>

#include "rapport/json.hpp"
#include "rapport/verification.hpp"
#include "usage/fenetre.hpp"

namespace grappe::rapport {
namespace {

struct Lieu {
    const Ligne* ligne = nullptr;
    std::int64_t rang = 0;
};

Lieu lieu_de(const Rapport& rapport, std::int64_t numero) {
    for (const auto& ligne : rapport.etablissements) {
        if (numero < ligne.feuilles) return {&ligne, numero};
        numero -= ligne.feuilles;
    }
    return {};
}

Reproche contre(std::string code, const Ouverture& ouverture) {
    return {std::move(code),
            {{"numero", ouverture.numero}, {"finess", ouverture.finess_et.text()}}};
}

// The openings are those of the draw that the seed gives, no more, no less.
void juger_le_tirage(const Rapport& rapport, const Preuves& preuves, Reproches& reproches) {
    const auto attendues = std::min(preuves.nombre, rapport.feuilles);
    const auto ouvertes = static_cast<std::int64_t>(preuves.ouvertures.size());
    if (preuves.nombre < 1 || ouvertes != attendues) {
        reproches.push_back({"preuves.nombre", {{"ouvertes", ouvertes}, {"attendues", attendues}}});
        return;
    }
    const auto tirage = tirer({preuves.rapport, rapport.feuilles}, preuves.graine, preuves.nombre);
    for (std::size_t rang = 0; rang < preuves.ouvertures.size(); ++rang)
        if (preuves.ouvertures[rang].numero != tirage.feuilles[rang])
            reproches.push_back({"preuves.tirage",
                                 {{"numero", preuves.ouvertures[rang].numero},
                                  {"attendu", tirage.feuilles[rang]}}});
}

// In a tree the salts ascend with the numbers, and none serves twice, be it in another tree: the
// same leaf cannot be counted again.
void juger_les_sels(const Preuves& preuves, Reproches& reproches) {
    std::set<std::string_view> vus;
    const Ouverture* avant = nullptr;
    for (const auto& une : preuves.ouvertures) {
        const bool suit =
            avant == nullptr || avant->finess_et != une.finess_et || avant->sel < une.sel;
        if (!vus.insert(une.sel).second || !suit) reproches.push_back(contre("preuves.sel", une));
        avant = &une;
    }
}

}  // namespace

Reproches verifier_ouverture(const Rapport& rapport, const Ouverture& ouverture) {
    const auto lieu = lieu_de(rapport, ouverture.numero);
    if (lieu.ligne == nullptr || lieu.ligne->finess_et != ouverture.finess_et)
        return {contre("preuves.etablissement", ouverture)};
    Reproches reproches;
    Arbre arbre;
    const auto feuille =
        arbre.feuille(ouverture.sel, ouverture.compteurs, ouverture.texte_des_faits);
    const auto racine =
        arbre.remonter(feuille, {lieu.rang, lieu.ligne->feuilles}, ouverture.chemin);
    if (!racine || !(*racine == lieu.ligne->racine))
        reproches.push_back(contre("preuves.racine", ouverture));
    const auto& tete = rapport.en_tete;
    const usage::Fenetre fenetre{tete.du, tete.au, usage::minuit(tete.du), usage::minuit(tete.au)};
    if (usage::evaluer(ouverture.faits, fenetre).compteurs != ouverture.compteurs)
        reproches.push_back(contre("preuves.compteurs", ouverture));
    return reproches;
}

Reproches verifier_preuves(const Rapport& rapport, const Preuves& preuves) {
    if (preuves.rapport != empreinte_de(rapport)) return {{"preuves.autre_rapport"}};
    Reproches reproches;
    juger_le_tirage(rapport, preuves, reproches);
    juger_les_sels(preuves, reproches);
    for (const auto& ouverture : preuves.ouvertures)
        for (auto& reproche : verifier_ouverture(rapport, ouverture))
            reproches.push_back(std::move(reproche));
    return reproches;
}

}  // namespace grappe::rapport
