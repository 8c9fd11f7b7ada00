// The computation, and its sentences.
#include "dui/evaluation/resultat.hpp"

#include <algorithm>

#include "core/ensure.hpp"

namespace grappe::evaluation {
namespace {

const Cotation* cotation(const Evaluation& evaluation, const Variable& variable) {
    const auto trouvee = evaluation.reponses.find(variable.cle);
    return trouvee == evaluation.reponses.end() ? nullptr : &trouvee->second.cotation;
}

bool est_cotee(const Evaluation& evaluation, const Variable& variable) {
    const auto* dite = cotation(evaluation, variable);
    return dite != nullptr && dite->modalite.has_value();
}

void girer(const Grille& grille, const aggir::Bareme& bareme, const Evaluation& evaluation,
           Resultat& resultat) {
    for (const auto& une : grille.variables) {
        const auto rang = std::ranges::find(aggir::variables, une.compte_comme);
        if (rang == aggir::variables.end()) continue;
        const auto lettre = core::named<aggir::Lettre>(*cotation(evaluation, une)->modalite);
        core::ensure(lettre.has_value(), "a scale of AGGIR is rated A, B or C");
        resultat.vecteur[static_cast<std::size_t>(rang - aggir::variables.begin())] = *lettre;
    }
    resultat.gir = aggir::calculer(bareme, resultat.vecteur);
    resultat.valeur = resultat.gir->gir;
}

void sommer(const Grille& grille, const Evaluation& evaluation, Resultat& resultat) {
    std::int64_t somme = 0;
    for (const auto& une : grille.variables) {
        if (!est_cotee(evaluation, une)) continue;
        const auto* modalite = grille.modalite(*cotation(evaluation, une)->modalite);
        core::ensure(modalite != nullptr && modalite->valeur, "a sum adds modalities with a value");
        if (une.genre == Genre::illustrative) continue;
        resultat.termes.emplace_back(&une, *modalite->valeur);
        somme += *modalite->valeur;
    }
    resultat.valeur = somme;
}

void noter_l_ecart(const Grille& grille, const Cotation& dite, Ecart ecart,
                   std::vector<Ecart>& ecarts) {
    const auto autre = suggeree(grille, dite);
    if (!autre || !dite.modalite || *autre == *dite.modalite) return;
    ecart.dite = *dite.modalite;
    ecart.suggeree = *autre;
    ecarts.push_back(std::move(ecart));
}

std::vector<Ecart> ecarts_de(const Grille& grille, const Evaluation& evaluation) {
    std::vector<Ecart> ecarts;
    for (const auto& une : grille.variables) {
        const auto dite = evaluation.reponses.find(une.cle);
        if (dite == evaluation.reponses.end()) continue;
        noter_l_ecart(grille, dite->second.cotation, {&une, nullptr, {}, {}}, ecarts);
        for (const auto& sous : une.sous_variables)
            if (const auto part = dite->second.sous_variables.find(sous.cle);
                part != dite->second.sous_variables.end())
                noter_l_ecart(grille, part->second, {&une, &sous, {}, {}}, ecarts);
    }
    return ecarts;
}

std::string termes_de(const aggir::Pas& pas, const aggir::Vecteur& vecteur,
                      const std::vector<std::string>& libelles) {
    std::string texte;
    for (std::size_t i = 0; i < pas.valeurs.size(); ++i) {
        if (pas.valeurs[i] == 0) continue;
        texte += (texte.empty() ? "" : ", ") + libelles[i] + " " +
                 std::string{core::name_of(vecteur[i])} + " ";
        rules::ajouter_valeur(texte, std::int64_t{pas.valeurs[i]});
    }
    return texte;
}

// The last threshold tried: reached, or the group leaves to the next one.
Dit issue_de(const aggir::Gir& gir, const aggir::Pas& pas) {
    const auto& seuil = pas.essayes.back();
    if (!pas.atteint)
        return {"evaluation.aggir.sous_le_seuil",
                {{"somme", std::int64_t{pas.somme}}, {"minimum", std::int64_t{*seuil.minimum}}}};
    rules::Faits faits{{"somme", std::int64_t{pas.somme}},
                       {"rang", std::int64_t{gir.rang}},
                       {"gir", std::int64_t{gir.gir}}};
    if (!seuil.minimum) return {"evaluation.aggir.sous_tous", std::move(faits)};
    faits.push_back({"minimum", std::int64_t{*seuil.minimum}});
    return {"evaluation.aggir.atteint", std::move(faits)};
}

std::vector<std::string> libelles_de(const Grille& grille) {
    std::vector<std::string> libelles;
    for (const auto nom : aggir::variables)
        libelles.push_back(
            std::ranges::find(grille.variables, nom, &Variable::compte_comme)->libelle);
    return libelles;
}

void dire_les_manques(const Resultat& resultat, std::vector<Dit>& dits) {
    std::string manquent;
    for (const auto* une : resultat.manquent)
        manquent.append(manquent.empty() ? "" : ", ").append(une->libelle);
    const auto combien = static_cast<std::int64_t>(resultat.manquent.size());
    if (combien > 0)
        dits.push_back(
            {resultat.sorte == Sorte::gir ? "evaluation.manque.gir" : "evaluation.manque.score",
             {{"combien", combien}, {"variables", manquent}}});
}

void dire_le_resultat(const Grille& grille, const Resultat& resultat, std::vector<Dit>& dits) {
    if (!resultat.valeur) {
        if (resultat.est_complet() && resultat.sorte != Sorte::rien)
            dits.push_back({"evaluation.resultat.a_donner", {}});
        return;
    }
    const bool de_gir = resultat.sorte == Sorte::gir;
    if (!resultat.calcule) {
        dits.push_back(
            {de_gir ? "evaluation.resultat.gir_donne" : "evaluation.resultat.score_donne",
             {{"valeur", *resultat.valeur}}});
        return;
    }
    if (resultat.gir) {
        for (auto& dit : expliquer(*resultat.gir, resultat.vecteur, grille))
            dits.push_back(std::move(dit));
        return;
    }
    std::string termes;
    for (const auto& [variable, valeur] : resultat.termes) {
        termes += (termes.empty() ? "" : ", ") + variable->libelle + " ";
        rules::ajouter_valeur(termes, valeur);
    }
    dits.push_back(
        {"evaluation.resultat.somme", {{"valeur", *resultat.valeur}, {"termes", termes}}});
}

}  // namespace

std::optional<std::string> suggeree(const Grille& grille, const Cotation& dite) {
    if (grille.selon_criteres.empty() || dite.criteres.size() != grille.criteres.size())
        return std::nullopt;
    const auto oui = std::ranges::count_if(dite.criteres, [](const auto& un) { return un.second; });
    const auto tous = static_cast<std::ptrdiff_t>(grille.criteres.size());
    return grille.selon_criteres[oui == tous ? 0U : oui > 0 ? 1U : 2U];
}

Resultat resulter(const Grille& grille, const aggir::Bareme& bareme, const Evaluation& evaluation) {
    Resultat resultat{.sorte = grille.resultat, .ecarts = ecarts_de(grille, evaluation)};
    for (const auto& une : grille.variables)
        if (une.requise && !est_cotee(evaluation, une)) resultat.manquent.push_back(&une);
    resultat.calcule = grille.calcul != Calcul::aucun;
    if (!resultat.calcule)
        resultat.valeur = evaluation.resultat;
    else if (!resultat.est_complet())
        return resultat;
    else if (grille.calcul == Calcul::aggir_gir)
        girer(grille, bareme, evaluation, resultat);
    else
        sommer(grille, evaluation, resultat);
    return resultat;
}

std::vector<Dit> expliquer(const aggir::Gir& gir, const aggir::Vecteur& vecteur,
                           const Grille& grille) {
    const auto libelles = libelles_de(grille);
    std::vector<Dit> dits;
    for (const auto& pas : gir.pas) {
        const auto termes = termes_de(pas, vecteur, libelles);
        dits.push_back({termes.empty() ? "evaluation.aggir.groupe_nul" : "evaluation.aggir.groupe",
                        {{"groupe", std::string(1, pas.groupe)},
                         {"somme", std::int64_t{pas.somme}},
                         {"termes", termes}}});
        dits.push_back(issue_de(gir, pas));
    }
    return dits;
}

std::vector<Dit> expliquer(const Grille& grille, const Resultat& resultat) {
    std::vector<Dit> dits;
    dire_les_manques(resultat, dits);
    dire_le_resultat(grille, resultat, dits);
    for (const auto& un : resultat.ecarts) {
        auto libelle = un.variable->libelle;
        if (un.sous_variable != nullptr) libelle += " (" + un.sous_variable->libelle + ")";
        dits.push_back({"evaluation.ecart",
                        {{"variable", libelle}, {"dite", un.dite}, {"suggeree", un.suggeree}}});
    }
    return dits;
}

}  // namespace grappe::evaluation
