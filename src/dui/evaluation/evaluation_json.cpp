// Reading against the scale, and writing with sorted keys.
#include "dui/evaluation/evaluation_json.hpp"

#include <algorithm>

#include "core/json_text.hpp"
#include "saisie/lecture_json.hpp"
#include "saisie/table.hpp"

namespace grappe::evaluation {
namespace {

using saisie::Presence;
using saisie::Table;

constexpr std::int64_t gir_max = 6;

std::string texte(Table& table, std::string_view cle) {
    return table.texte(cle, Presence::facultatif).value_or("");
}

template <class T>
std::string cles_de(const std::vector<T>& tous) {
    std::string cles;
    for (const auto& un : tous) cles.append(cles.empty() ? "" : ", ").append(un.cle);
    return cles;
}

void lire_cotation(Table& table, const Grille& grille, Cotation& lue) {
    lue.modalite = table.texte("modalite", Presence::facultatif);
    if (lue.modalite && grille.modalite(*lue.modalite) == nullptr)
        table.fautif("modalite", "saisie.mot", {{"admis", cles_de(grille.modalites)}});
    lue.commentaire = texte(table, "commentaire");
    auto criteres = table.table("criteres");
    if (!criteres) return;
    for (const auto cle : criteres->cles()) {
        const auto dit = criteres->booleen(cle, Presence::requis);
        if (grille.critere(cle) == nullptr)
            criteres->fautif(cle, "evaluation.critere_inconnu",
                             {{"admis", cles_de(grille.criteres)}});
        else if (dit)
            lue.criteres.emplace(cle, *dit);
    }
}

void lire_sous_variables(Table& table, const Grille& grille, const Variable& variable,
                         Reponse& lue) {
    auto sous = table.table("sous_variables");
    if (!sous) return;
    for (const auto cle : sous->cles()) {
        auto une = sous->table(cle);
        if (sous_variable(variable, cle) == nullptr) {
            sous->fautif(cle, "evaluation.sous_variable_inconnue",
                         {{"admis", cles_de(variable.sous_variables)}});
        } else if (une) {
            lire_cotation(*une, grille, lue.sous_variables[std::string{cle}]);
            une->finir();
        }
    }
}

void lire_reponses(Table& table, const Grille& grille, Evaluation& lue) {
    auto reponses = table.table("reponses");
    if (!reponses) return;
    for (const auto cle : reponses->cles()) {
        auto une = reponses->table(cle);
        const auto* variable = grille.variable(cle);
        if (variable == nullptr) {
            reponses->fautif(cle, "evaluation.variable_inconnue",
                             {{"admis", cles_de(grille.variables)}});
        } else if (une) {
            auto& reponse = lue.reponses[std::string{cle}];
            lire_cotation(*une, grille, reponse.cotation);
            lire_sous_variables(*une, grille, *variable, reponse);
            une->finir();
        }
    }
}

void lire_resultat(Table& table, const Grille& grille, Evaluation& lue) {
    lue.resultat = table.entier("resultat", Presence::facultatif);
    if (!lue.resultat) return;
    const bool de_gir = grille.resultat == Sorte::gir;
    const auto minimum = de_gir ? std::optional{std::int64_t{1}} : grille.minimum;
    const auto maximum = de_gir ? std::optional{gir_max} : grille.maximum;
    if (grille.calcul != Calcul::aucun)
        table.fautif("resultat", "evaluation.resultat_calcule", {});
    else if (grille.resultat == Sorte::rien)
        table.fautif("resultat", "evaluation.sans_resultat", {});
    else if (minimum && (*lue.resultat < *minimum || *lue.resultat > *maximum))
        table.fautif("resultat", "evaluation.resultat_hors_bornes",
                     {{"minimum", *minimum}, {"maximum", *maximum}});
}

const Grille* grille_de(Table& table, const Contexte& contexte) {
    const auto cle = table.texte("grille", Presence::requis);
    if (!cle) return nullptr;
    const auto trouvee = std::ranges::find(contexte.grilles, *cle, &Grille::cle);
    if (trouvee != contexte.grilles.end()) return &*trouvee;
    table.fautif("grille", "saisie.mot", {{"admis", cles_de(contexte.grilles)}});
    return nullptr;
}

// An evaluation names at least one professional, except a self-evaluation (TDDUI).
void lire_signataires(Table& table, Evaluation& lue) {
    lue.auto_evaluation = table.booleen("auto_evaluation", Presence::facultatif).value_or(false);
    lue.evaluateur = texte(table, "evaluateur");
    lue.responsable = texte(table, "responsable");
    lue.auteur = texte(table, "auteur");
    const bool signee = !lue.evaluateur.empty() || !lue.responsable.empty() || !lue.auteur.empty();
    if (!signee && !lue.auto_evaluation)
        table.fautif("evaluateur", "evaluation.sans_professionnel", {});
}

class Ecrit {
public:
    void texte(std::string_view cle, std::string_view valeur) {
        if (!valeur.empty()) nommer(cle), core::append_json(json_, valeur);
    }
    void brut(std::string_view cle, std::string_view valeur) {
        nommer(cle);
        json_ += valeur;
    }
    std::string fini() { return json_.empty() ? "{}" : std::move(json_) + "}"; }

private:
    void nommer(std::string_view cle) {
        json_ += json_.empty() ? '{' : ',';
        core::append_json(json_, cle);
        json_ += ':';
    }

    std::string json_;
};

std::string_view booleen(bool valeur) { return valeur ? "true" : "false"; }

// Of a map, each member by `ecrire`.
template <class Membres, class Ecrire>
void membres(Ecrit& ecrit, std::string_view cle, const Membres& tous, Ecrire ecrire) {
    if (tous.empty()) return;
    Ecrit dedans;
    for (const auto& [nom, valeur] : tous) dedans.brut(nom, ecrire(valeur));
    ecrit.brut(cle, dedans.fini());
}

void ajouter(Ecrit& ecrit, const Cotation& une) {
    ecrit.texte("modalite", une.modalite.value_or(""));
    membres(ecrit, "criteres", une.criteres, booleen);
    ecrit.texte("commentaire", une.commentaire);
}

std::string json_de(const Cotation& une) {
    Ecrit ecrit;
    ajouter(ecrit, une);
    return ecrit.fini();
}

std::string json_de_reponse(const Reponse& une) {
    Ecrit ecrit;
    ajouter(ecrit, une.cotation);
    membres(ecrit, "sous_variables", une.sous_variables, json_de);
    return ecrit.fini();
}

}  // namespace

std::variant<Evaluation, saisie::Fautes> lire_evaluation(std::string_view json,
                                                         const Contexte& contexte) {
    const auto arbre = saisie::lire_json(json);
    if (const auto* faute = std::get_if<arbre::Faute>(&arbre))
        return saisie::Fautes{saisie::faute_de(*faute)};
    const auto& racine = std::get<arbre::Noeud>(arbre);
    saisie::Fautes fautes;
    Table table{racine, "", fautes};
    if (racine.genre != arbre::Noeud::Genre::table) {
        table.fautif("", "saisie.attendu_table", {});
        return fautes;
    }
    const auto* grille = grille_de(table, contexte);
    const auto date = table.jour("date", Presence::requis);
    if (date && *date > contexte.aujourd_hui) table.fautif("date", "evaluation.a_venir", {});
    Evaluation lue{
        .grille = grille == nullptr ? "" : grille->cle,
        .date = date.value_or(contexte.aujourd_hui),
        .mode = texte(table, "mode"),
        .statut = table.mot<Statut>("statut", Presence::requis).value_or(Statut::en_preparation)};
    lire_signataires(table, lue);
    lue.pieces = table.textes("pieces");
    lue.commentaire = texte(table, "commentaire");
    if (grille == nullptr) return fautes;
    lire_reponses(table, *grille, lue);
    lire_resultat(table, *grille, lue);
    table.finir();
    if (!fautes.empty()) return fautes;
    return lue;
}

std::string en_json(const Evaluation& evaluation) {
    Ecrit ecrit;
    ecrit.texte("grille", evaluation.grille);
    ecrit.texte("date", evaluation.date.text());
    ecrit.texte("mode", evaluation.mode);
    if (evaluation.auto_evaluation) ecrit.brut("auto_evaluation", "true");
    ecrit.texte("evaluateur", evaluation.evaluateur);
    ecrit.texte("responsable", evaluation.responsable);
    ecrit.texte("auteur", evaluation.auteur);
    ecrit.texte("statut", core::name_of(evaluation.statut));
    membres(ecrit, "reponses", evaluation.reponses, json_de_reponse);
    if (evaluation.resultat) ecrit.brut("resultat", std::to_string(*evaluation.resultat));
    std::string pieces;
    for (const auto& une : evaluation.pieces)
        pieces.append(pieces.empty() ? "[" : ",").append(core::json_text(une));
    if (!pieces.empty()) ecrit.brut("pieces", pieces + "]");
    ecrit.texte("commentaire", evaluation.commentaire);
    return ecrit.fini();
}

}  // namespace grappe::evaluation
