// A scale from its table, then what no single value shows.
#include "dui/evaluation/lecture_grille.hpp"

#include <algorithm>

#include "dui/evaluation/aggir.hpp"
#include "saisie/table.hpp"

namespace grappe::evaluation {
namespace {

using saisie::Presence;
using saisie::Table;

constexpr std::size_t lettres_d_une_cle = 40, modalites_selon_criteres = 3;

struct Jeux {
    std::string type, variables, modalites, criteres;
};

bool est_une_cle(std::string_view cle) {
    const auto admise = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '.' || c == '-';
    };
    return cle.size() <= lettres_d_une_cle && std::ranges::all_of(cle, admise);
}

std::string cle_de(Table& table) {
    const auto cle = table.texte("cle", Presence::requis);
    if (cle && !est_une_cle(*cle)) table.fautif("cle", "evaluation.grille.cle", {});
    return cle.value_or("");
}

std::string texte(Table& table, std::string_view cle, Presence presence) {
    return table.texte(cle, presence).value_or("");
}

Codage codage_de(Table& table, const std::string& jeu) {
    Codage codage{.code = texte(table, "code", Presence::facultatif),
                  .jeu = {},
                  .lien = texte(table, "lien", Presence::facultatif)};
    if (!codage.code.empty()) codage.jeu = jeu;
    return codage;
}

// None of that key before it.
template <class T>
void ajouter(std::vector<T>& tous, T un, Table& table) {
    if (!un.cle.empty() && std::ranges::find(tous, un.cle, &T::cle) != tous.end())
        table.fautif("cle", "saisie.doublon", {});
    table.finir();
    tous.push_back(std::move(un));
}

Jeux jeux_de(Table& grille) {
    Jeux jeux;
    auto table = grille.table("jeux");
    if (!table) return jeux;
    jeux.type = texte(*table, "type", Presence::facultatif);
    jeux.variables = texte(*table, "variables", Presence::facultatif);
    jeux.modalites = texte(*table, "modalites", Presence::facultatif);
    jeux.criteres = texte(*table, "criteres", Presence::facultatif);
    table->finir();
    return jeux;
}

void lire_modalites(Table& grille, const Jeux& jeux, Grille& lue) {
    for (auto& table : grille.lignes("modalites")) {
        Modalite une{.cle = cle_de(table),
                     .libelle = texte(table, "libelle", Presence::requis),
                     .valeur = table.entier("valeur", Presence::facultatif),
                     .codage = codage_de(table, jeux.modalites)};
        if (une.valeur.has_value() != (lue.calcul == Calcul::somme))
            table.fautif("valeur", "evaluation.grille.valeur", {});
        ajouter(lue.modalites, std::move(une), table);
    }
}

// Criteria, parts of a variable: a key, a label, and how the national model names them.
template <class T>
void lire_nommes(Table& table, std::string_view liste, const std::string& jeu,
                 std::vector<T>& tous) {
    for (auto& ligne : table.lignes(liste))
        ajouter(tous,
                T{.cle = cle_de(ligne),
                  .libelle = texte(ligne, "libelle", Presence::requis),
                  .codage = codage_de(ligne, jeu)},
                ligne);
}

std::string compte_comme(Table& table, const Grille& lue) {
    const auto nom = texte(table, "compte_comme", Presence::facultatif);
    if (nom.empty()) return nom;
    const bool connue = std::ranges::find(aggir::variables, nom) != aggir::variables.end();
    const bool deja =
        std::ranges::find(lue.variables, nom, &Variable::compte_comme) != lue.variables.end();
    if (!connue || deja || lue.calcul != Calcul::aggir_gir)
        table.fautif("compte_comme", "evaluation.grille.compte_comme", {});
    return nom;
}

void lire_variables(Table& grille, const Jeux& jeux, Grille& lue) {
    for (auto& table : grille.lignes("variables")) {
        Variable une{
            .cle = cle_de(table),
            .libelle = texte(table, "libelle", Presence::requis),
            .definition = texte(table, "definition", Presence::facultatif),
            .genre = table.mot<Genre>("genre", Presence::requis).value_or(Genre::discriminante),
            .requise = table.booleen("requise", Presence::requis).value_or(false),
            .compte_comme = compte_comme(table, lue),
            .codage = codage_de(table, jeux.variables),
            .sous_variables = {}};
        lire_nommes(table, "sous_variables", jeux.variables, une.sous_variables);
        if (!une.compte_comme.empty() && !une.requise)
            table.fautif("requise", "evaluation.grille.requise", {});
        ajouter(lue.variables, std::move(une), table);
    }
}

// The law's algorithm reads eight variables, in three letters.
void verifier_aggir(Table& grille, const Grille& lue) {
    for (const auto nom : aggir::variables)
        if (std::ranges::find(lue.variables, nom, &Variable::compte_comme) == lue.variables.end())
            grille.fautif("variables", "evaluation.grille.aggir_variable",
                          {{"variable", std::string{nom}}});
    for (const auto& [lettre, nom] : names(aggir::Lettre{}))
        if (lue.modalite(nom) == nullptr || lue.modalites.size() != names(aggir::Lettre{}).size())
            return grille.fautif("modalites", "evaluation.grille.aggir_modalites", {});
}

void verifier(Table& grille, const Grille& lue) {
    const auto attendue = lue.calcul == Calcul::aggir_gir ? Sorte::gir : Sorte::score;
    if (lue.calcul != Calcul::aucun && lue.resultat != attendue)
        grille.fautif("resultat", "evaluation.grille.resultat", {});
    const bool borne = lue.minimum || lue.maximum;
    const bool de_score = lue.resultat == Sorte::score && lue.calcul == Calcul::aucun;
    if (borne && (!de_score || !lue.minimum || !lue.maximum || *lue.minimum > *lue.maximum))
        grille.fautif("minimum", "evaluation.grille.bornes", {});
    if (lue.variables.empty() && lue.resultat == Sorte::rien)
        grille.fautif("variables", "evaluation.grille.rien_a_coter", {});
    if (!lue.variables.empty() && lue.modalites.empty())
        grille.fautif("modalites", "evaluation.grille.sans_modalite", {});
    if (!lue.selon_criteres.empty()) {
        const bool connues = std::ranges::all_of(
            lue.selon_criteres, [&](const auto& cle) { return lue.modalite(cle) != nullptr; });
        if (!connues || lue.selon_criteres.size() != modalites_selon_criteres ||
            lue.criteres.empty())
            grille.fautif("selon_criteres", "evaluation.grille.selon_criteres", {});
    }
    if (lue.calcul == Calcul::aggir_gir) verifier_aggir(grille, lue);
}

}  // namespace

std::variant<Grille, saisie::Fautes> lire_grille(std::string_view toml) {
    const auto arbre = arbre::lire_toml(toml);
    if (const auto* faute = std::get_if<arbre::Faute>(&arbre))
        return saisie::Fautes{saisie::faute_de(*faute)};
    saisie::Fautes fautes;
    Table table{std::get<arbre::Noeud>(arbre), "", fautes};
    Grille lue;
    lue.cle = cle_de(table);
    lue.titre = texte(table, "titre", Presence::requis);
    lue.source = texte(table, "source", Presence::requis);
    lue.calcul = table.mot<Calcul>("calcul", Presence::requis).value_or(Calcul::aucun);
    lue.resultat = table.mot<Sorte>("resultat", Presence::requis).value_or(Sorte::score);
    lue.minimum = table.entier("minimum", Presence::facultatif);
    lue.maximum = table.entier("maximum", Presence::facultatif);
    lue.selon_criteres = table.textes("selon_criteres");
    const auto jeux = jeux_de(table);
    lue.codage = codage_de(table, jeux.type);
    lire_modalites(table, jeux, lue);
    lire_nommes(table, "criteres", jeux.criteres, lue.criteres);
    lire_variables(table, jeux, lue);
    table.finir();
    verifier(table, lue);
    if (!fautes.empty()) return fautes;
    return lue;
}

}  // namespace grappe::evaluation
