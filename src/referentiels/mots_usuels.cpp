// Everyday words, and what they name.
#include "referentiels/mots_usuels.hpp"

#include <algorithm>
#include <array>

#include "referentiels/mots.hpp"
#include "referentiels/table.hpp"

namespace grappe::referentiels {
namespace {

using Noms = std::vector<MotsUsuels::Nom>;

constexpr auto mots_vides = std::to_array<std::string_view>(
    {"a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "par", "pour"});

// Short beginnings name too much: "mar" is no more Martinique than Marne.
constexpr std::size_t debut_au_moins = 4;

std::vector<std::string> mots_pleins(std::string_view nom) {
    auto tous = mots(nom);
    std::erase_if(tous, [](const std::string& mot) { return est_mot_vide(mot); });
    std::sort(tous.begin(), tous.end());
    tous.erase(std::unique(tous.begin(), tous.end()), tous.end());
    return tous;
}

// "S.S.I.A.D" is written letter by letter in the nomenclature.
bool est_sigle(std::string_view texte) {
    const auto points = std::count(texte.begin(), texte.end(), '.');
    return points >= 2 && static_cast<std::size_t>(points) * 2 + 1 >= texte.size();
}

std::string sans_points(std::string_view sigle) {
    std::string lettres{sigle};
    std::erase(lettres, '.');
    return lettres;
}

// A label gives its words, and the acronym that ends it in brackets.
void ajouter_libelle(Noms& noms, std::string_view libelle, const Sens& sens) {
    if (est_sigle(libelle)) {
        noms.push_back({sans_points(libelle), sens});
        return;
    }
    const auto ouvre = libelle.find('(');
    noms.push_back({std::string{libelle.substr(0, ouvre)}, sens});
    if (ouvre == libelle.npos) return;
    const auto ferme = libelle.find(')', ouvre);
    const auto entre = libelle.substr(ouvre + 1, ferme - ouvre - 1);
    const bool court = entre.find(' ') == entre.npos;
    if (court) noms.push_back({sans_points(entre), sens});
}

core::Result<void> ajouter_noms(Noms& noms, const std::string& fichier, Critere critere) {
    const auto table = Table::lire(fichier, {"code", "nom"});
    if (!table) return table.error();
    for (const auto& l : table->lignes()) noms.push_back({l[1], {critere, l[0]}});
    return {};
}

core::Result<void> ajouter_categories(Noms& noms, const std::string& fichier,
                                      std::string_view court) {
    const auto table = Table::lire(fichier, {"code", "libelle", court});
    if (!table) return table.error();
    for (const auto& l : table->lignes())
        for (const auto& libelle : {l[1], l[2]})
            ajouter_libelle(noms, libelle, {Critere::categorie, l[0]});
    return {};
}

core::Result<void> ajouter_mots(Noms& noms, const std::string& fichier) {
    const auto table = Table::lire(fichier, {"mots", "critere", "code"});
    if (!table) return table.error();
    for (const auto& l : table->lignes()) {
        const auto critere = core::named<Critere>(l[1]);
        if (!critere)
            return core::refuse(core::Reason::invalid, "donnees.illisibles", fichier + " " + l[1]);
        noms.push_back({l[0], {*critere, l[2]}});
    }
    return {};
}

}  // namespace

bool est_mot_vide(std::string_view mot) {
    return std::find(mots_vides.begin(), mots_vides.end(), mot) != mots_vides.end();
}

MotsUsuels::MotsUsuels(const std::vector<Nom>& noms) {
    for (const auto& nom : noms) {
        auto pleins = mots_pleins(nom.texte);
        const auto numero = static_cast<std::uint32_t>(noms_.size());
        noms_.push_back({pleins.size(), nom.sens});
        for (auto& mot : pleins) entrees_.push_back({std::move(mot), numero});
    }
    std::sort(entrees_.begin(), entrees_.end(),
              [](const Entree& a, const Entree& b) { return a.mot < b.mot; });
}

void MotsUsuels::toucher(std::string_view mot, std::uint32_t demande, Ecriture ecriture,
                         std::vector<Touche>& touches) const {
    auto e = std::partition_point(entrees_.begin(), entrees_.end(),
                                  [&](const Entree& entree) { return entree.mot < mot; });
    const auto suit = [&](const std::string& connu) {
        return ecriture == Ecriture::entiere ? connu == mot : connu.starts_with(mot);
    };
    for (; e != entrees_.end() && suit(e->mot); ++e)
        touches.push_back({e->nom, static_cast<std::uint32_t>(e - entrees_.begin()), demande});
}

SensParMot MotsUsuels::sens(const std::vector<std::string>& mots) const {
    std::vector<Touche> touches;
    for (std::uint32_t n = 0; n < mots.size(); ++n) {
        const bool commence = n + 1 == mots.size() && mots[n].size() >= debut_au_moins;
        toucher(mots[n], n, commence ? Ecriture::commencee : Ecriture::entiere, touches);
    }
    std::sort(touches.begin(), touches.end());
    SensParMot trouves(mots.size());
    for (auto debut = touches.begin(); debut != touches.end();) {
        const auto fin = std::find_if(debut, touches.end(),
                                      [&](const Touche& t) { return t.nom != debut->nom; });
        std::size_t differents = 0;  // the same word asked twice is one word of the name
        for (auto t = debut; t != fin; ++t)
            if (t == debut || t->entree != std::prev(t)->entree) ++differents;
        const auto& nom = noms_[debut->nom];
        if (differents == nom.longueur)
            for (auto t = debut; t != fin; ++t) trouves[t->demande].push_back(nom.sens);
        debut = fin;
    }
    return trouves;
}

core::Result<MotsUsuels> charger_mots_usuels(const std::string& donnees) {
    const auto nomenclatures = donnees + "/nomenclatures/";
    const auto cog = donnees + "/cog/";
    Noms noms;
    for (const auto& lu :
         {ajouter_noms(noms, cog + "regions-2026.csv", Critere::region),
          ajouter_noms(noms, cog + "departements-2026.csv", Critere::departement),
          ajouter_categories(noms, nomenclatures + "finess-categories-20250526.csv",
                             "libellecourt"),
          ajouter_categories(noms, nomenclatures + "categories-secteurs.csv", "libelle_court"),
          ajouter_mots(noms, nomenclatures + "mots-usuels.csv")})
        if (!lu) return lu.error();
    return MotsUsuels{noms};
}

}  // namespace grappe::referentiels
