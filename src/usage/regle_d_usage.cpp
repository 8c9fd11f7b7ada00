// Reading of a file of donnees/indicateurs.
#include "usage/regle_d_usage.hpp"

#include <algorithm>

#include "core/csv.hpp"
#include "core/integer.hpp"
#include "core/texte.hpp"

namespace grappe::usage {
namespace {

constexpr std::string_view nom_de_la_version = "version";
constexpr std::string_view nom_de_la_fenetre = "fenetre_en_mois";

std::string nom_de_la_cible(Indicateur indicateur) {
    return "cible." + std::string{core::name_of(indicateur)};
}

std::string_view sans_bords(std::string_view texte) {
    while (!texte.empty() && texte.front() == ' ') texte.remove_prefix(1);
    while (!texte.empty() && texte.back() == ' ') texte.remove_suffix(1);
    return texte;
}

bool valeur_possible(std::string_view nom, std::string_view valeur) {
    if (nom == nom_de_la_version) return !valeur.empty();
    const auto nombre = core::integer<int>(valeur);
    if (!nombre || *nombre < 1) return false;
    if (nom == nom_de_la_fenetre) return *nombre <= 120;
    return std::any_of(indicateurs_a_cible.begin(), indicateurs_a_cible.end(),
                       [&](Indicateur un) { return nom == nom_de_la_cible(un); }) &&
           *nombre <= 1000;
}

core::Refusal illisible(std::string_view ligne) {
    return core::refuse(core::Reason::invalid, "usage.regle_illisible", std::string{ligne});
}

}  // namespace

std::optional<int> Parametres::cible(Indicateur indicateur) const {
    for (const auto& une : cibles)
        if (une.indicateur == indicateur) return une.pour_cent;
    return std::nullopt;
}

core::Result<RegleDUsage::Fait> RegleDUsage::lire_fait(std::string_view ligne) {
    core::CsvSplitter champs{'|'};
    if (!champs.split(ligne) || champs.fields().size() != 4) return illisible(ligne);
    const auto champ = [&](std::size_t rang) { return sans_bords(champs.fields()[rang]); };
    const bool toujours = champ(1) == "*";
    if (!toujours && !core::Date::parse(champ(1))) return illisible(ligne);
    if (!valeur_possible(champ(0), champ(2)) || champ(3).empty()) return illisible(ligne);
    return Fait{.nom = std::string{champ(0)},
                .depuis = toujours ? std::string{} : std::string{champ(1)},
                .valeur = std::string{champ(2)},
                .source = std::string{champ(3)}};
}

// Each fact is told once a day, and holds from the first day on.
bool RegleDUsage::complete() const {
    const auto depuis_toujours = [&](std::string_view nom) {
        return std::count_if(faits_.begin(), faits_.end(), [&](const Fait& fait) {
                   return fait.nom == nom && fait.depuis.empty();
               }) == 1;
    };
    const auto deux_fois = [&](const Fait& fait) {
        return std::count_if(faits_.begin(), faits_.end(), [&](const Fait& autre) {
                   return autre.nom == fait.nom && autre.depuis == fait.depuis;
               }) > 1;
    };
    return depuis_toujours(nom_de_la_version) && depuis_toujours(nom_de_la_fenetre) &&
           std::all_of(indicateurs_a_cible.begin(), indicateurs_a_cible.end(),
                       [&](Indicateur un) { return depuis_toujours(nom_de_la_cible(un)); }) &&
           std::none_of(faits_.begin(), faits_.end(), deux_fois);
}

core::Result<RegleDUsage> RegleDUsage::lire(std::string_view texte) {
    RegleDUsage regle;
    regle.texte_ = texte;
    for (auto reste = texte; !reste.empty();) {
        const auto ligne = reste.substr(0, reste.find('\n'));
        reste.remove_prefix(std::min(reste.size(), ligne.size() + 1));
        if (ligne.empty() || ligne.front() == '#') continue;
        auto fait = lire_fait(ligne);
        if (!fait) return fait.error();
        regle.faits_.push_back(*std::move(fait));
    }
    if (!regle.complete()) return illisible("");
    std::sort(regle.faits_.begin(), regle.faits_.end(),
              [](const Fait& un, const Fait& autre) { return un.depuis < autre.depuis; });
    for (const auto& fait : regle.faits_)
        if (fait.nom == nom_de_la_version) regle.version_ = fait.valeur;
    return regle;
}

const RegleDUsage::Fait& RegleDUsage::en_vigueur(std::string_view nom, core::Date jour) const {
    const auto texte = jour.text();
    const Fait* trouve = nullptr;
    for (const auto& fait : faits_)
        if (fait.nom == nom && fait.depuis <= texte) trouve = &fait;
    core::ensure(trouve != nullptr, "a fact of a complete rule");
    return *trouve;
}

Parametres RegleDUsage::au(core::Date mesuree) const {
    const auto nombre = [](const Fait& fait) { return *core::integer<int>(fait.valeur); };
    const auto& fenetre = en_vigueur(nom_de_la_fenetre, mesuree);
    Parametres parametres{
        .fenetre_en_mois = nombre(fenetre), .source_de_la_fenetre = fenetre.source, .cibles = {}};
    for (const auto indicateur : indicateurs_a_cible) {
        const auto& cible = en_vigueur(nom_de_la_cible(indicateur), mesuree);
        parametres.cibles.push_back(
            {.indicateur = indicateur, .pour_cent = nombre(cible), .source = cible.source});
    }
    return parametres;
}

}  // namespace grappe::usage
