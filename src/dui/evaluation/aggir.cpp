// Reading of the coefficients and thresholds; the sum of each group against its thresholds.
#include "dui/evaluation/aggir.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

#include "core/csv.hpp"
#include "core/ensure.hpp"
#include "core/integer.hpp"

namespace grappe::evaluation::aggir {
namespace {

constexpr std::size_t lettres = 3, valeurs_par_groupe = variables.size() * lettres;
constexpr std::string_view qui_ne_pesent_pas[] = {"DEPL_EXT", "COMMUNICATION"};

core::Refusal refus(const char* fichier, std::int64_t ligne) {
    return core::refuse(core::Reason::invalid, "evaluation.bareme_aggir",
                        std::string{fichier} + ", ligne " + std::to_string(ligne));
}

Groupe* groupe(Bareme& bareme, std::string_view nom) {
    if (nom.size() != 1) return nullptr;
    const auto trouve = std::ranges::find(bareme.groupes, nom[0], &Groupe::nom);
    return trouve == bareme.groupes.end() ? nullptr : &*trouve;
}

// Each row of a file behind its header; `ranger` answers whether it took it.
template <class Ranger>
core::Result<void> lignes(std::string_view texte, const char* fichier, Ranger ranger) {
    core::CsvReader lecteur{texte, ';'};
    for (bool entete = true;; entete = false) {
        const auto suite = lecteur.next();
        if (!suite) return refus(fichier, lecteur.line());
        if (!*suite) return {};
        if (!entete && !ranger(lecteur.fields())) return refus(fichier, lecteur.line());
    }
}

using Place = std::tuple<char, std::string, Lettre>;

bool ranger_valeur(Bareme& bareme, std::set<Place>& vues,
                   const std::vector<std::string_view>& champs) {
    if (champs.size() != 4 || champs[0].size() != 1) return false;
    const auto lettre = core::named<Lettre>(champs[2]);
    const auto valeur = core::integer<int>(champs[3]);
    if (!lettre || !valeur) return false;
    if (!vues.emplace(champs[0][0], champs[1], *lettre).second) return false;
    if (groupe(bareme, champs[0]) == nullptr) bareme.groupes.push_back({.nom = champs[0][0]});
    const auto variable = std::ranges::find(variables, champs[1]);
    if (variable == variables.end())
        return *valeur == 0 &&
               std::ranges::find(qui_ne_pesent_pas, champs[1]) != std::end(qui_ne_pesent_pas);
    const auto rang = static_cast<std::size_t>(variable - variables.begin());
    groupe(bareme, champs[0])->valeurs[rang][static_cast<std::size_t>(*lettre)] = *valeur;
    return true;
}

bool ranger_seuil(Bareme& bareme, const std::vector<std::string_view>& champs) {
    if (champs.size() != 5) return false;
    auto* de = groupe(bareme, champs[1]);
    const auto minimum = core::integer<int>(champs[2]);
    const auto rang = core::integer<int>(champs[3]);
    const auto gir = core::integer<int>(champs[4]);
    if (de == nullptr || !rang || !gir || (!minimum && !champs[2].empty())) return false;
    const bool clos = !de->seuils.empty() && !de->seuils.back().minimum;
    if (clos) return false;
    de->seuils.push_back({minimum, *rang, *gir});
    return true;
}

bool est_complet(const Bareme& bareme, std::size_t valeurs) {
    constexpr auto attendues = valeurs_par_groupe + std::size(qui_ne_pesent_pas) * lettres;
    if (bareme.groupes.empty() || valeurs != bareme.groupes.size() * attendues) return false;
    for (const auto& un : bareme.groupes) {
        const bool dernier = &un == &bareme.groupes.back();
        if (un.seuils.empty() || un.seuils.back().minimum.has_value() == dernier) return false;
    }
    return true;
}

}  // namespace

core::Result<Bareme> lire_bareme(std::string_view coefficients, std::string_view seuils) {
    Bareme bareme;
    std::set<Place> vues;
    const auto valeurs = lignes(coefficients, "aggir-coefficients.csv", [&](const auto& champs) {
        return ranger_valeur(bareme, vues, champs);
    });
    if (!valeurs) return valeurs.error();
    const auto bornes = lignes(seuils, "aggir-seuils.csv",
                               [&](const auto& champs) { return ranger_seuil(bareme, champs); });
    if (!bornes) return bornes.error();
    if (!est_complet(bareme, vues.size())) return refus("aggir-coefficients.csv", 0);
    return bareme;
}

Gir calculer(const Bareme& bareme, const Vecteur& vecteur) {
    Gir gir{.gir = 0, .rang = 0, .pas = {}};
    for (const auto& un : bareme.groupes) {
        Pas pas{.groupe = un.nom, .valeurs = {}, .somme = 0, .essayes = {}, .atteint = false};
        for (std::size_t i = 0; i < vecteur.size(); ++i)
            pas.somme += pas.valeurs[i] = un.valeurs[i][static_cast<std::size_t>(vecteur[i])];
        for (const auto& seuil : un.seuils) {
            pas.essayes.push_back(seuil);
            pas.atteint = !seuil.minimum || pas.somme >= *seuil.minimum;
            if (!pas.atteint) continue;
            gir.rang = seuil.rang;
            gir.gir = seuil.gir;
            break;
        }
        gir.pas.push_back(std::move(pas));
        if (gir.pas.back().atteint) return gir;
    }
    core::ensure(false, "the last group of a bareme always answers");
    return gir;
}

}  // namespace grappe::evaluation::aggir
