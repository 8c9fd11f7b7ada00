// Parts: whose is each line, and the canonical text of one entity's lines.
#include "portail/membres/part.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "portail/membres/appartenance.hpp"
#include "portail/membres/noeuds.hpp"
#include "secret/empreinte.hpp"

namespace grappe::membres {
namespace {

using dossier::Arbre, dossier::Noeud;

struct Ligne {
    std::string finess_et;
    std::string json;
};

std::vector<Ligne> lignes_de(const Arbre& contenu, std::string_view finess_ej,
                             const Rattachements& rattachements) {
    std::vector<Ligne> lignes;
    for (const auto* essms : liste_de(contenu, "essms")) {
        if (entite_de(contenu, *essms, rattachements) != finess_ej) continue;
        Ligne ligne{std::string{texte_de(contenu, *essms, "finess_et")}, {}};
        ecrire(ligne.json, contenu, *essms, Ordre::trie);
        lignes.push_back(std::move(ligne));
    }
    std::sort(lignes.begin(), lignes.end(), [](const Ligne& un, const Ligne& autre) {
        return std::tie(un.finess_et, un.json) < std::tie(autre.finess_et, autre.json);
    });
    return lignes;
}

// A number that comes twice is told apart by its turn.
void ecrire_lignes(std::string& sortie, const std::vector<Ligne>& lignes) {
    std::string precedent;
    int tour = 1;
    sortie += '{';
    for (const auto& ligne : lignes) {
        const bool repete = sortie.back() != '{' && ligne.finess_et == precedent;
        tour = repete ? tour + 1 : 1;
        if (sortie.back() != '{') sortie += ',';
        ecrire_texte(
            sortie, repete ? ligne.finess_et + " (" + std::to_string(tour) + ")" : ligne.finess_et);
        sortie.append(":").append(ligne.json);
        precedent = ligne.finess_et;
    }
    sortie += '}';
}

const Noeud* organisme_de(const Arbre& contenu, std::string_view finess_ej) {
    for (const auto* organisme : liste_de(contenu, "organismes"))
        if (texte_de(contenu, *organisme, "finess_ej") == finess_ej) return organisme;
    return nullptr;
}

const char* mot_de(const std::optional<bool>& dit) {
    if (!dit) return "null";
    return *dit ? "true" : "false";
}

}  // namespace

std::string_view entite_de(const Arbre& contenu, const Noeud& essms,
                           const Rattachements& rattachements) {
    const auto* dite = enfant(contenu, essms, "finess_ej");
    if (dite && dite->genre == Noeud::Genre::texte) return dite->texte;
    if (dite && dite->genre != Noeud::Genre::nul) return {};
    const auto trouve = rattachements.find(texte_de(contenu, essms, "finess_et"));
    return trouve == rattachements.end() ? std::string_view{} : std::string_view{trouve->second};
}

std::string Part::empreinte() const { return secret::empreinte(texte); }

Part part_de(const Arbre& contenu, const Entite& entite, const Rattachements& rattachements) {
    const auto lignes = lignes_de(contenu, entite.finess_ej, rattachements);
    Part part{.texte = "{\"essms\":", .essms = {}};
    ecrire_lignes(part.texte, lignes);
    part.texte += ",\"finess_ej\":";
    ecrire_texte(part.texte, entite.finess_ej);
    part.texte += ",\"organisme\":";
    if (const auto* organisme = organisme_de(contenu, entite.finess_ej))
        ecrire(part.texte, contenu, *organisme, Ordre::trie);
    else
        part.texte += "null";
    part.texte.append(",\"recupere_tva\":").append(mot_de(entite.recupere_tva)).append("}");
    for (const auto& ligne : lignes) part.essms.push_back(ligne.finess_et);
    return part;
}

std::vector<std::string> sans_entite(const Arbre& contenu) {
    std::set<std::string> numeros;
    for (const auto* essms : liste_de(contenu, "essms")) {
        const auto* dite = enfant(contenu, *essms, "finess_ej");
        if (dite && dite->genre != Noeud::Genre::nul) continue;
        if (const auto numero = texte_de(contenu, *essms, "finess_et"); !numero.empty())
            numeros.emplace(numero);
    }
    return {numeros.begin(), numeros.end()};
}

std::vector<int> rangs_de(const Arbre& contenu, std::string_view finess_ej,
                          const Rattachements& rattachements) {
    std::vector<int> rangs;
    int rang = 0;
    for (const auto* essms : liste_de(contenu, "essms")) {
        if (entite_de(contenu, *essms, rattachements) == finess_ej) rangs.push_back(rang);
        ++rang;
    }
    return rangs;
}

std::vector<std::string> entites_de(const Arbre& contenu, const Rattachements& rattachements) {
    std::set<std::string> numeros;
    for (const auto* essms : liste_de(contenu, "essms"))
        if (const auto entite = entite_de(contenu, *essms, rattachements); !entite.empty())
            numeros.emplace(entite);
    return {numeros.begin(), numeros.end()};
}

std::string raison_sociale_de(const Arbre& contenu, std::string_view finess_ej) {
    const auto* organisme = organisme_de(contenu, finess_ej);
    return organisme ? std::string{texte_de(contenu, *organisme, "raison_sociale")} : std::string{};
}

Porteur porteur_de(const Arbre& contenu) {
    const auto* porteur = enfant(contenu, contenu.noeuds.front(), "porteur");
    if (!porteur) return {};
    return {std::string{texte_de(contenu, *porteur, "raison_sociale")},
            std::string{texte_de(contenu, *porteur, "finess_ej")}};
}

}  // namespace grappe::membres
