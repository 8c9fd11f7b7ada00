// Reading and numbering of what a visitor typed.
#include "portail/pages/saisie.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "portail/pages/modele.hpp"

namespace grappe::pages {
namespace {

const std::string vide;

// "essms[12].regime" in the list "essms" gives 12.
std::optional<int> rang_dans(std::string_view chemin, std::string_view liste) {
    if (!chemin.starts_with(liste) || chemin.size() <= liste.size() || chemin[liste.size()] != '[')
        return std::nullopt;
    const auto chiffres = chemin.substr(liste.size() + 1);
    int rang = 0;
    const auto [fin, erreur] =
        std::from_chars(chiffres.data(), chiffres.data() + chiffres.size(), rang);
    if (erreur != std::errc{} || rang < 0 || fin == chiffres.data() + chiffres.size() ||
        *fin != ']')
        return std::nullopt;
    return rang;
}

// Of a path that starts with the other: "essms[1]" has "essms[1].regime" below it, not "essms[12]".
bool est_la_ou_dessous(std::string_view ici, std::string_view chemin) {
    return ici.size() == chemin.size() || ici[chemin.size()] == '.' || ici[chemin.size()] == '[';
}

std::string au_rang(std::string_view chemin, std::string_view liste, int rang) {
    return std::string{liste} + "[" + std::to_string(rang) +
           std::string{chemin.substr(chemin.find(']'))};
}

// "essms[03]" is line 3 written otherwise.
bool est_zero_de_trop(std::string_view chemin, std::string_view liste) {
    return chemin[liste.size() + 1] == '0' && chemin[liste.size() + 2] != ']';
}

// The lines of a list keep their order and lose their holes.
void renumeroter(Saisie::Valeurs& valeurs, std::string_view liste) {
    std::map<int, int> nouveaux;
    bool bien_ecrits = true;
    int dernier = -1;  // its paths follow each other
    for (auto ici = valeurs.lower_bound(liste);
         ici != valeurs.end() && ici->first.starts_with(liste); ++ici)
        if (const auto rang = rang_dans(ici->first, liste)) {
            if (*rang != dernier) nouveaux[dernier = *rang] = 0;
            bien_ecrits = bien_ecrits && !est_zero_de_trop(ici->first, liste);
        }
    int suivant = 0;
    for (auto& [ancien, nouveau] : nouveaux) nouveau = suivant++;
    const bool sans_trou = nouveaux.empty() || nouveaux.rbegin()->first == suivant - 1;
    if (sans_trou && bien_ecrits) return;
    Saisie::Valeurs renumerotees;
    for (auto& [chemin, texte] : valeurs) {
        const auto rang = rang_dans(chemin, liste);
        renumerotees.emplace(rang ? au_rang(chemin, liste, nouveaux[*rang]) : chemin,
                             std::move(texte));
    }
    valeurs = std::move(renumerotees);
}

void lire_noeud(const dossier::Arbre& arbre, const dossier::Noeud& noeud, const std::string& chemin,
                Saisie& saisie);

// A list of words stands in one field; any other list has a path a line.
void lire_liste(const dossier::Arbre& arbre, const dossier::Noeud& noeud, const std::string& chemin,
                Saisie& saisie) {
    const bool de_mots = genre_de(chemin) == Genre::liste;
    std::string mots;
    int rang = 0;
    for (auto n = noeud.premier; n != dossier::Noeud::aucun; n = arbre.noeuds[n].suivant) {
        if (!de_mots)
            lire_noeud(arbre, arbre.noeuds[n], chemin + "[" + std::to_string(rang++) + "]", saisie);
        else
            mots.append(mots.empty() ? "" : ",").append(arbre.noeuds[n].texte);
    }
    if (de_mots) saisie.poser(chemin, mots);
}

void lire_objet(const dossier::Arbre& arbre, const dossier::Noeud& noeud, const std::string& chemin,
                Saisie& saisie) {
    for (auto n = noeud.premier; n != dossier::Noeud::aucun; n = arbre.noeuds[n].suivant) {
        const auto cle = std::string{arbre.noeuds[n].cle};
        lire_noeud(arbre, arbre.noeuds[n], chemin.empty() ? cle : chemin + "." + cle, saisie);
    }
}

void lire_noeud(const dossier::Arbre& arbre, const dossier::Noeud& noeud, const std::string& chemin,
                Saisie& saisie) {
    using enum dossier::Noeud::Genre;
    if (noeud.genre == objet) return lire_objet(arbre, noeud, chemin, saisie);
    if (noeud.genre == liste) return lire_liste(arbre, noeud, chemin, saisie);
    if (noeud.genre == nul) return saisie.poser(chemin, "aucun");
    if (noeud.genre == booleen) return saisie.poser(chemin, noeud.texte == "true" ? "oui" : "non");
    saisie.poser(chemin, std::string{noeud.texte});
}

}  // namespace

const std::string& Saisie::texte(std::string_view chemin) const {
    const auto trouve = valeurs_.find(chemin);
    return trouve == valeurs_.end() ? vide : trouve->second;
}

void Saisie::poser(std::string_view chemin, std::string texte) {
    valeurs_.insert_or_assign(std::string{chemin}, std::move(texte));
}

void Saisie::oublier(std::string_view chemin) {
    auto ici = valeurs_.lower_bound(chemin);
    while (ici != valeurs_.end() && ici->first.starts_with(chemin))
        ici = est_la_ou_dessous(ici->first, chemin) ? valeurs_.erase(ici) : std::next(ici);
}

bool Saisie::contient(std::string_view chemin) const {
    for (auto ici = valeurs_.lower_bound(chemin);
         ici != valeurs_.end() && ici->first.starts_with(chemin); ++ici) {
        if (est_la_ou_dessous(ici->first, chemin) && !ici->second.empty()) return true;
    }
    return false;
}

// From line to line, not from field to field: forms ask it often. '^' follows ']'.
int Saisie::rangs(std::string_view liste) const {
    int dernier = -1;
    auto ici = valeurs_.lower_bound(liste);
    while (ici != valeurs_.end() && ici->first.starts_with(liste)) {
        const auto rang = rang_dans(ici->first, liste);
        dernier = std::max(dernier, rang.value_or(-1));
        ici = rang ? valeurs_.lower_bound(ici->first.substr(0, ici->first.find(']')) + '^')
                   : std::next(ici);
    }
    return dernier + 1;
}

int Saisie::essms() const { return rangs("essms"); }

int Saisie::ajouter_essms() {
    const auto rang = essms();
    poser(chemin_essms(rang, "finess_et"), {});
    return rang;
}

void Saisie::retirer_essms(int rang) {
    oublier("essms[" + std::to_string(rang) + "]");
    renumeroter(valeurs_, "essms");
}

int rang_en_tete(std::string_view suite) {
    int rang = 0;
    std::from_chars(suite.data(), suite.data() + suite.size(), rang);
    return rang;
}

std::string chemin_essms(int rang, std::string_view champ) {
    return "essms[" + std::to_string(rang) + "]." + std::string{champ};
}

Saisie lire_saisie(const page::Formulaire& formulaire) {
    Saisie::Valeurs valeurs;
    for (const auto& [nom, valeur] : formulaire.champs) {
        if (!est_un_fait(nom)) continue;
        auto& texte = valeurs[nom];
        if (texte.empty())
            texte = valeur;
        else if (!valeur.empty() && genre_de(nom) == Genre::liste)
            texte += "," + valeur;
    }
    for (const auto* liste : {"essms", "organismes", "pieces"}) renumeroter(valeurs, liste);
    return Saisie{std::move(valeurs)};
}

Saisie lire_saisie(const dossier::Arbre& arbre) {
    Saisie saisie;
    if (!arbre.noeuds.empty()) lire_noeud(arbre, arbre.noeuds.front(), {}, saisie);
    return saisie;
}

}  // namespace grappe::pages
