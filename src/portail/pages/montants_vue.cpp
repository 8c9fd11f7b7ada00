// Amounts, steps and readings.
#include "portail/pages/montants_vue.hpp"

#include <algorithm>

#include "portail/pages/cadre.hpp"

namespace grappe::pages {
namespace {

using page::Vue;

// The texts that a step's parameters come from, each once.
std::string sources(const programme::Appel& appel, const rules::Etape& etape) {
    std::vector<std::string> textes;
    for (const auto parametre : etape.parametres)
        for (const auto& valeur : appel.valeurs) {
            const bool sienne =
                valeur.chemin == parametre ||
                (valeur.chemin.starts_with(parametre) && valeur.chemin[parametre.size()] == '.');
            const auto texte = en_clair(valeur.source);
            if (sienne && std::find(textes.begin(), textes.end(), texte) == textes.end())
                textes.push_back(texte);
        }
    std::string ensemble;
    for (const auto& texte : textes)
        ensemble.append(ensemble.empty() ? "" : "\u00a0; ").append(texte);
    return ensemble;
}

Vue::Liste etapes(const Services& services, const programme::Appel& appel,
                  const rules::Trace& trace) {
    Vue::Liste vues;
    for (const auto& etape : trace)
        vues.push_back(Vue{{"ecartee", !etape.appliquee},
                           {"phrase", services.phrases.rendre(etape.phrase, etape.faits)},
                           {"source", sources(appel, etape)}});
    return vues;
}

Vue::Liste lignes(const Services& services, const Reponse& reponse) {
    const auto& subvention = reponse.verifie.analyse().subvention;
    const auto& presentees = reponse.presentation.lignes;
    Vue::Liste vues;
    for (std::size_t rang = 0; rang < presentees.size(); ++rang) {
        const auto& ligne = presentees[rang];
        vues.push_back(Vue{
            {"finess", ligne.finess_et},
            {"nom", ligne.nom.empty() ? ligne.finess_et : ligne.nom},
            {"secteur", ligne.secteur},
            {"rang", ligne.rang},
            {"regime", ligne.regime},
            {"usage", ligne.usage},
            {"equipement", ligne.equipement},
            {"specifique", ligne.specifique},
            {"total", ligne.total},
            {"etapes", etapes(services, reponse.verifie.appel(), subvention->lignes[rang].trace)}});
    }
    return vues;
}

std::string ecart(const subvention::Subvention& subvention, const subvention::Variante& variante) {
    if (variante.total == subvention.total) return {};
    return rendu::ecart_en_francais(variante.total - subvention.total);
}

// A question that the texts leave open, with its possible readings.
struct Question {
    std::string choix;
    Vue::Liste valeurs;
    bool change_le_total = false;
};

std::vector<Question> questions(const Reponse& reponse) {
    std::vector<Question> toutes;
    const auto& subvention = *reponse.verifie.analyse().subvention;
    const auto& presentees = reponse.presentation.variantes;
    for (std::size_t rang = 0; rang < presentees.size(); ++rang) {
        const auto& variante = presentees[rang];
        if (toutes.empty() || toutes.back().choix != variante.choix)
            toutes.push_back({.choix = variante.choix});
        const auto difference = ecart(subvention, subvention.variantes[rang]);
        if (!difference.empty()) toutes.back().change_le_total = true;
        toutes.back().valeurs.push_back(Vue{{"valeur", variante.valeur},
                                            {"total", variante.total},
                                            {"retenue", variante.retenue},
                                            {"ecart", difference}});
    }
    return toutes;
}

// Readings that change nothing here are named in one sentence.
void ajouter_variantes(const Services& services, const Reponse& reponse, Vue& vue) {
    Vue::Liste variantes;
    std::string inchangees;
    for (auto& question : questions(reponse)) {
        if (question.change_le_total)
            variantes.push_back(
                Vue{{"choix", question.choix}, {"valeurs", std::move(question.valeurs)}});
        else
            inchangees.append(inchangees.empty() ? "" : "\u00a0; ").append(question.choix);
    }
    vue.ajouter("variantes", std::move(variantes));
    vue.ajouter("inchangees", inchangees.empty() ? std::string{}
                                                 : dire(services, "pages.lectures.inchangees",
                                                        {{"liste", inchangees}}));
}

}  // namespace

void ajouter_montants(const Services& services, const Reponse& reponse, Vue& vue) {
    const auto& subvention = reponse.verifie.analyse().subvention;
    const auto& presentation = reponse.presentation;
    const bool a_montants = subvention && !presentation.lignes.empty();
    vue.ajouter("a_montants", a_montants);
    vue.ajouter("montants", a_montants ? lignes(services, reponse) : Vue::Liste{});
    vue.ajouter("total_usage", presentation.total.usage);
    vue.ajouter("total_equipement", presentation.total.equipement);
    vue.ajouter("total_specifique", presentation.total.specifique);
    vue.ajouter("versements",
                a_montants ? dire(services, "pages.resultat.versements",
                                  {{"avance", presentation.avance}, {"solde", presentation.solde}})
                           : std::string{});
    Vue::Liste projet;
    if (a_montants)
        projet.push_back(
            Vue{{"etapes", etapes(services, reponse.verifie.appel(), subvention->trace)}});
    vue.ajouter("projet", std::move(projet));
    const bool a_variantes = subvention && !subvention->variantes.empty();
    vue.ajouter("a_variantes", a_variantes);
    if (a_variantes) return ajouter_variantes(services, reponse, vue);
    vue.ajouter("variantes", Vue::Liste{});
    vue.ajouter("inchangees", "");
}

}  // namespace grappe::pages
