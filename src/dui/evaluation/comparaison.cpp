// What changed: the result, the modalities, the criteria.
#include "dui/evaluation/comparaison.hpp"

#include <algorithm>
#include <iterator>

namespace grappe::evaluation {
namespace {

struct Lieu {
    const Grille& grille;
    std::string libelle;
};

std::string dite(const Grille& grille, const std::string& cle) {
    const auto* modalite = grille.modalite(cle);
    if (modalite == nullptr || modalite->libelle == cle) return cle;
    return cle + " (" + modalite->libelle + ")";
}

void comparer_les_modalites(const Lieu& lieu, const Cotation& avant, const Cotation& apres,
                            std::vector<Dit>& dits) {
    if (avant.modalite == apres.modalite) return;
    rules::Faits faits{{"variable", lieu.libelle}};
    if (avant.modalite) faits.push_back({"avant", dite(lieu.grille, *avant.modalite)});
    if (apres.modalite) faits.push_back({"apres", dite(lieu.grille, *apres.modalite)});
    const char* code = !avant.modalite   ? "evaluation.compare.cotee"
                       : !apres.modalite ? "evaluation.compare.plus_cotee"
                                         : "evaluation.compare.modalite";
    dits.push_back({code, std::move(faits)});
}

void comparer_les_criteres(const Lieu& lieu, const Cotation& avant, const Cotation& apres,
                           std::vector<Dit>& dits) {
    for (const auto& critere : lieu.grille.criteres) {
        const auto la = avant.criteres.find(critere.cle), ici = apres.criteres.find(critere.cle);
        const bool deux = la != avant.criteres.end() && ici != apres.criteres.end();
        if (!deux || la->second == ici->second) continue;
        dits.push_back({"evaluation.compare.critere",
                        {{"variable", lieu.libelle},
                         {"critere", critere.libelle},
                         {"avant", la->second},
                         {"apres", ici->second}}});
    }
}

void comparer_les_cotations(const Lieu& lieu, const Cotation& avant, const Cotation& apres,
                            std::vector<Dit>& dits) {
    comparer_les_modalites(lieu, avant, apres, dits);
    comparer_les_criteres(lieu, avant, apres, dits);
}

template <class T>
const T& ou_rien(const std::map<std::string, T>& tous, const std::string& cle) {
    static const T rien{};
    const auto trouve = tous.find(cle);
    return trouve == tous.end() ? rien : trouve->second;
}

void comparer_les_resultats(const Jugee& avant, const Jugee& apres, std::vector<Dit>& dits) {
    if (avant.resultat.sorte == Sorte::rien) return;
    const auto &la = avant.resultat.valeur, &ici = apres.resultat.valeur;
    rules::Faits faits{{"le_avant", avant.evaluation.date}, {"le_apres", apres.evaluation.date}};
    if (la) faits.push_back({"avant", *la});
    if (ici) faits.push_back({"apres", *ici});
    const bool de_gir = avant.resultat.sorte == Sorte::gir;
    if (la && ici && *la == *ici)
        dits.push_back({de_gir ? "evaluation.compare.gir_egal" : "evaluation.compare.score_egal",
                        std::move(faits)});
    else if (la && ici)
        dits.push_back(
            {de_gir ? "evaluation.compare.gir" : "evaluation.compare.score", std::move(faits)});
    else
        dits.push_back({"evaluation.compare.sans_resultat", std::move(faits)});
}

}  // namespace

core::Result<std::vector<Dit>> comparer(const Grille& grille, const Jugee& une,
                                        const Jugee& autre) {
    if (une.evaluation.grille != grille.cle || autre.evaluation.grille != grille.cle)
        return core::refuse(core::Reason::invalid, "evaluation.grilles_differentes");
    const bool dans_l_ordre = une.evaluation.date <= autre.evaluation.date;
    const auto& avant = dans_l_ordre ? une : autre;
    const auto& apres = dans_l_ordre ? autre : une;
    std::vector<Dit> dits, changements;
    comparer_les_resultats(avant, apres, dits);
    for (const auto& variable : grille.variables) {
        const auto& la = ou_rien(avant.evaluation.reponses, variable.cle);
        const auto& ici = ou_rien(apres.evaluation.reponses, variable.cle);
        comparer_les_cotations({grille, variable.libelle}, la.cotation, ici.cotation, changements);
        for (const auto& sous : variable.sous_variables)
            comparer_les_cotations({grille, variable.libelle + " (" + sous.libelle + ")"},
                                   ou_rien(la.sous_variables, sous.cle),
                                   ou_rien(ici.sous_variables, sous.cle), changements);
    }
    if (changements.empty() && !grille.variables.empty())
        dits.push_back(
            {"evaluation.compare.rien",
             {{"le_avant", avant.evaluation.date}, {"le_apres", apres.evaluation.date}}});
    std::ranges::move(changements, std::back_inserter(dits));
    return dits;
}

}  // namespace grappe::evaluation
