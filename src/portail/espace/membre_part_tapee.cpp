// From the form of a part to its JSON: what the form does not show is kept.
#include <algorithm>
#include <array>

#include "portail/espace/membre_vues.hpp"
#include "portail/membres/noeuds.hpp"
#include "portail/pages/modele.hpp"

namespace grappe::espace {
namespace {

using dossier::Arbre, dossier::Noeud;
using membres::Ordre;

// An object written key by key; an empty text writes nothing: the fact is unknown.
class Objet {
public:
    explicit Objet(std::string& sortie) : sortie_{sortie} { sortie_ += '{'; }
    void cle(std::string_view nom) {
        if (sortie_.back() != '{') sortie_ += ',';
        membres::ecrire_texte(sortie_, nom);
        sortie_ += ':';
    }
    void texte(std::string_view nom, std::string_view valeur) {
        if (valeur.empty()) return;
        cle(nom);
        membres::ecrire_texte(sortie_, valeur);
    }
    void brut(std::string_view nom, std::string_view valeur) {
        if (valeur.empty()) return;
        cle(nom);
        sortie_ += valeur;
    }
    // A whole number is written as one; what is none, as it was typed: its fault is told.
    void entier(std::string_view nom, std::string_view valeur) {
        const bool chiffres = valeur.find_first_not_of("0123456789") == std::string_view::npos &&
                              valeur.size() < 10 && !(valeur.size() > 1 && valeur[0] == '0');
        chiffres ? brut(nom, valeur) : texte(nom, valeur);
    }
    void fermer() { sortie_ += '}'; }

private:
    std::string& sortie_;
};

std::string_view oui_non(std::string_view dit) {
    if (dit == "oui") return "true";
    return dit == "non" ? "false" : "";
}

std::string montant(std::string_view tape) { return pages::nettoyer(pages::Genre::montant, tape); }

constexpr auto heures = std::to_array<std::string_view>({"total", "apa", "pch", "autres"});
constexpr auto montrees = std::to_array<std::string_view>(
    {"finess_et", "regime", "devis_materiel", "autre_aide_europeenne", "heures"});

bool est_montree(std::string_view cle) {
    return std::find(montrees.begin(), montrees.end(), cle) != montrees.end();
}

class Lignes {
public:
    Lignes(const page::Formulaire& formulaire, const Arbre& contenu)
        : formulaire_{formulaire}, contenu_{contenu} {}

    void ecrire(std::string& sortie) const {
        const auto anciennes = membres::liste_de(contenu_, "essms");
        for (std::size_t rang = 0; rang <= anciennes.size(); ++rang) {
            const auto prefixe = "e" + std::to_string(rang) + ".";
            const bool nouvelle = rang == anciennes.size();
            if (tape(prefixe, "oter") == "oui") continue;
            if (nouvelle && tape(prefixe, "finess_et").empty()) continue;
            if (sortie.back() != '[') sortie += ',';
            ecrire_une(sortie, prefixe, nouvelle ? nullptr : anciennes[rang]);
        }
    }

private:
    std::string_view tape(const std::string& prefixe, std::string_view nom) const {
        return formulaire_.valeur(prefixe + std::string{nom});
    }
    void ecrire_une(std::string& sortie, const std::string& prefixe, const Noeud* ancienne) const {
        Objet essms{sortie};
        essms.texte("finess_et", numero(prefixe, ancienne));
        essms.texte("regime", tape(prefixe, "regime"));
        if (ancienne)
            for (const auto* fait : membres::enfants(contenu_, *ancienne))
                if (!est_montree(fait->cle)) {
                    essms.cle(fait->cle);
                    membres::ecrire(sortie, contenu_, *fait, Ordre::ecrit);
                }
        essms.texte("devis_materiel", montant(tape(prefixe, "devis_materiel")));
        essms.brut("autre_aide_europeenne", oui_non(tape(prefixe, "autre_aide_europeenne")));
        ecrire_heures(sortie, essms, prefixe);
        essms.fermer();
    }
    std::string numero(const std::string& prefixe, const Noeud* ancienne) const {
        if (ancienne) return std::string{membres::texte_de(contenu_, *ancienne, "finess_et")};
        return pages::nettoyer(pages::Genre::finess, tape(prefixe, "finess_et"));
    }
    void ecrire_heures(std::string& sortie, Objet& essms, const std::string& prefixe) const {
        const auto annee = tape(prefixe, "heures.annee");
        bool dites = !annee.empty();
        for (const auto nom : heures)
            dites = dites || !tape(prefixe, "heures." + std::string{nom}).empty();
        if (!dites) return;
        essms.cle("heures");
        Objet objet{sortie};
        objet.entier("annee", annee);
        for (const auto nom : heures)
            objet.texte(nom, montant(tape(prefixe, "heures." + std::string{nom})));
        objet.fermer();
    }

    const page::Formulaire& formulaire_;
    const Arbre& contenu_;
};

}  // namespace

std::string part_tapee(const page::Formulaire& formulaire, std::string_view contenu) {
    const auto lu = dossier::lire_arbre(contenu);
    std::string sortie;
    Objet part{sortie};
    part.cle("essms");
    sortie += '[';
    if (lu.arbre) Lignes{formulaire, *lu.arbre}.ecrire(sortie);
    sortie += ']';
    const auto nom = formulaire.valeur("raison_sociale"), geres = formulaire.valeur("essms_geres");
    const bool connu = lu.arbre && !membres::liste_de(*lu.arbre, "organismes").empty();
    if (connu || !nom.empty() || !geres.empty()) {
        part.cle("organisme");
        Objet organisme{sortie};
        organisme.texte("raison_sociale", nom);
        organisme.entier("essms_geres", geres);
        organisme.fermer();
    }
    const auto tva = oui_non(formulaire.valeur("recupere_tva"));
    part.brut("recupere_tva", tva.empty() ? "null" : tva);
    part.fermer();
    return sortie;
}

}  // namespace grappe::espace
