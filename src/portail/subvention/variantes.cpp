// Variants: contract portail-check, "Amounts" (`variantes`); AMB-01, 02, 06, 07, 09, 10.
#include "portail/subvention/variantes.hpp"

#include <algorithm>

#include "portail/subvention/calcul.hpp"

namespace grappe::subvention {
namespace {

struct Variation {
    const Base& base;
    const Choix& choix;
    core::Money total;  // under `choix`
    std::vector<Variante> variantes;
};

// The text may leave open a part of the readings only; a call file then names that part.
bool ouverte(const programme::Appel& appel, std::string_view nom, std::string_view valeur) {
    for (const auto& option : appel.options)
        if (option.nom == nom)
            return std::find(option.possibles.begin(), option.possibles.end(), valeur) !=
                   option.possibles.end();
    return true;
}

template <class Lecture>
void varier(Variation& variation, std::string_view nom, std::optional<Lecture> Choix::*membre) {
    const auto choisie = variation.choix.*membre;
    if (!choisie) return;
    static constexpr auto lectures = names(Lecture{});
    for (const auto& [lecture, valeur] : lectures) {
        if (lecture != choisie && !ouverte(variation.base.appel(), nom, valeur)) continue;
        auto autre = variation.choix;
        autre.*membre = lecture;
        const auto total = lecture == choisie ? variation.total : total_sous(variation.base, autre);
        variation.variantes.push_back({nom, valeur, total});
    }
}

// A question that only this dossier raises: the answer taken for the amount, then the other one.
struct QuestionDuDossier {
    std::string_view nom;
    std::string_view prise;
    std::string_view autre;
    bool Choix::*membre;
};

void demander(Variation& variation, const QuestionDuDossier& question) {
    auto autre = variation.choix;
    autre.*question.membre = true;
    variation.variantes.push_back({question.nom, question.prise, variation.total});
    variation.variantes.push_back(
        {question.nom, question.autre, total_sous(variation.base, autre)});
}

bool heures_manquantes(const Base& base) {
    return std::any_of(base.lignes.begin(), base.lignes.end(), [](const LignePreparee& ligne) {
        return ligne.heures.etat == HeuresLues::Etat::manquantes;
    });
}

}  // namespace

core::Money total_sous(const Base& base, const Choix& choix) {
    const auto forfaits = total_des_forfaits(base, choix);
    return forfaits + calculer_specifique(base, choix, forfaits).total();
}

std::vector<Variante> variantes(const Calcul& calcul, core::Money total) {
    Variation variation{calcul.base, calcul.choix, total, {}};
    varier(variation, "convention_rang", &Choix::convention_rang);
    varier(variation, "assiette_plafond", &Choix::assiette_plafond);
    varier(variation, "ordre_rang", &Choix::ordre_rang);
    varier(variation, "extension", &Choix::extension);
    varier(variation, "seuil_territoire", &Choix::seuil_territoire);
    if (taille_manquante(calcul))
        demander(variation, {.nom = "taille_organisme",
                             .prise = "grand",
                             .autre = "petit",
                             .membre = &Choix::taille_inconnue_est_petite});
    if (calcul.specifique.etat_amoa == Specifique::Amoa::mixte)
        demander(variation, {.nom = "amoa_mixte",
                             .prise = "refusee",
                             .autre = "accordee",
                             .membre = &Choix::amoa_mixte_accordee});
    if (heures_manquantes(calcul.base))
        demander(variation, {.nom = "heures_manquantes",
                             .prise = "forfait_nul",
                             .autre = "forfait_plein",
                             .membre = &Choix::heures_manquantes_forfait_plein});
    return std::move(variation.variantes);
}

}  // namespace grappe::subvention
