// The table of the units of a call file, and the readers of rules, options, targets and statements.
#include "portail/programme/unites.hpp"

#include <algorithm>
#include <array>

namespace grappe::programme {
namespace {

constexpr auto genres = std::to_array<GenreUnite>({
    {"minimum", Genre::valeur, lire_minimum},
    {"taille_ideale", Genre::valeur, lire_taille_ideale},
    {"extension_sous_conditions", Genre::valeur, lire_extension},
    {"routage", Genre::valeur, lire_routage},
    {"pivot", Genre::valeur, lire_pivot},
    {"secteur", Genre::collection, lire_secteur},
    {"financeurs_requis", Genre::valeur, lire_financeurs},
    {"mom_au_plus_tot", Genre::valeur, lire_mom},
    {"va_au_plus_tot", Genre::valeur, lire_va},
    {"solution", Genre::valeur, lire_solution},
    {"fenetre", Genre::collection, lire_fenetre},
    {"piece", Genre::collection, lire_piece},
    {"suffixes", Genre::valeur, lire_suffixes},
    {"bareme.acquisition", Genre::valeur, lire_acquisition},
    {"bareme.montee_de_version", Genre::valeur, lire_montee_de_version},
    {"plafond.essms_projet", Genre::valeur, lire_plafond_essms},
    {"plafond.forfaits_projet", Genre::valeur, lire_plafond_forfaits},
    {"plafond.specifique", Genre::valeur, lire_plafond_specifique},
    {"materiel", Genre::valeur, lire_materiel},
    {"amoa", Genre::valeur, lire_amoa},
    {"petit_organisme", Genre::valeur, lire_petit_organisme},
    {"categories_saad", Genre::valeur, lire_categories_saad},
    {"part_avance", Genre::valeur, lire_part_avance},
    {"enveloppe", Genre::valeur, lire_enveloppe},
    {"regle", Genre::collection, lire_regle},
    {"option", Genre::collection, lire_option},
    {"cible", Genre::collection, lire_cible},
    {"delai", Genre::collection, lire_delai},
    {"critere", Genre::collection, lire_critere},
});

// A collection that the text does not give: an empty list and the document searched.
void lire_silence(Champs& champs, Ecriture& ecriture) {
    auto& appel = ecriture.appel;
    const auto& chemin = ecriture.unite.chemin;
    if (chemin == "fenetre")
        appel.fenetres = lire_valeur<std::vector<Fenetre>>(champs, ecriture,
                                                           [] { return std::vector<Fenetre>{}; });
    else if (chemin == "secteur")
        appel.secteurs = lire_valeur<std::vector<SecteurAppel>>(
            champs, ecriture, [] { return std::vector<SecteurAppel>{}; });
    else if (chemin == "piece")
        appel.pieces = lire_valeur<std::vector<PieceAppel>>(
            champs, ecriture, [] { return std::vector<PieceAppel>{}; });
    else
        appel.silences.push_back({.nom = chemin,
                                  .texte = "non_defini",
                                  .source = champs.source("non_defini"),
                                  .couche = ecriture.unite.couche});
}

Enonce enonce(Champs& champs, const Ecriture& ecriture) {
    return {.nom = std::string{ecriture.cle},
            .texte = champs.texte("texte"),
            .source = champs.source("source"),
            .couche = ecriture.unite.couche};
}

template <class E>
void choisir(std::optional<E>& place, Champs& champs, const OptionOuverte& option) {
    place = core::named<E>(option.choisie);
    std::vector<std::string_view> connues;
    for (const auto& [valeur, nom] : names(E{})) connues.push_back(nom);
    for (const auto& possible : option.possibles)
        if (!core::named<E>(possible))
            champs.refuser("possibles", "option_inconnue",
                           {{"valeur", possible}, {"possibles", enumerer(connues)}});
}

void porter_au_calcul(Champs& champs, const OptionOuverte& option, Appel& appel) {
    if (option.nom == "convention_rang") choisir(appel.convention_rang, champs, option);
    if (option.nom == "assiette_plafond") choisir(appel.assiette_plafond, champs, option);
    if (option.nom == "ordre_rang") choisir(appel.ordre_rang, champs, option);
    if (option.nom == "extension") choisir(appel.extension, champs, option);
    if (option.nom == "seuil_territoire") choisir(appel.seuil_territoire, champs, option);
    if (option.nom == "niveau_des_cibles") choisir(appel.niveau_des_cibles, champs, option);
    if (option.nom == "denominateur_dossiers_actifs")
        choisir(appel.denominateur_dossiers_actifs, champs, option);
    if (option.nom == "cibles_partiellement_atteintes")
        choisir(appel.cibles_partiellement_atteintes, champs, option);
    if (option.nom == "avance_si_echec") choisir(appel.avance_si_echec, champs, option);
    if (option.nom == "depenses_sous_le_forfait")
        choisir(appel.depenses_sous_le_forfait, champs, option);
}

}  // namespace

std::span<const GenreUnite> genres_d_unite() { return genres; }

const GenreUnite* genre_de(std::string_view chemin) {
    for (const auto& genre : genres) {
        const bool collection = genre.genre == Genre::collection;
        if (chemin == genre.nom) return &genre;
        if (collection && chemin.starts_with(genre.nom) && chemin.size() > genre.nom.size() &&
            chemin[genre.nom.size()] == '.')
            return &genre;
    }
    return nullptr;
}

void ecrire(const Unite& unite, const Lecture& lecture, Appel& appel) {
    const auto* genre = unite.genre;
    core::ensure(genre != nullptr, "unit of a call without a reader");
    Champs champs{*unite.noeud, unite.chemin, lecture};
    for (const auto cle : {"du", "jusqu_au", "connu_jusqu_au"}) champs.facultatif(cle);
    Ecriture ecriture{.appel = appel, .unite = unite, .cle = {}};
    if (genre->genre == Genre::valeur) {
        genre->lire(champs, ecriture);
    } else if (unite.chemin == genre->nom) {
        lire_silence(champs, ecriture);
    } else {
        ecriture.cle = std::string_view{unite.chemin}.substr(genre->nom.size() + 1);
        if (unite.retiree())
            champs.source("retire");
        else
            genre->lire(champs, ecriture);
    }
    champs.finir();
}

void lire_regle(Champs& champs, Ecriture& ecriture) {
    const auto& unite = ecriture.unite;
    champs.facultatif("document");
    champs.facultatif("section");
    const auto etat = core::named<RegleAppel::Etat>(unite.etat);
    const auto id = core::named<rules::RegleId>(ecriture.cle);
    if (!id || !etat) {
        std::vector<std::string_view> connues;
        for (const auto& [valeur, nom] : names(rules::RegleId{})) connues.push_back(nom);
        champs.lecture().refuser(
            champs.noeud(), champs.chemin(), "regle_inconnue",
            {{"valeur", std::string{ecriture.cle}},
             {"proche", plus_proche(ecriture.cle, connues).value_or("ELIG-01")}});
        return;
    }
    ecriture.appel.regles[static_cast<std::size_t>(*id)] = {
        .etat = *etat,
        .source = lire_source(*unite.noeud, unite.chemin, champs.lecture()),
        .couche = unite.couche};
}

void lire_option(Champs& champs, Ecriture& ecriture) {
    OptionOuverte option{.nom = std::string{ecriture.cle},
                         .question = champs.texte("question"),
                         .choisie = {},
                         .possibles = champs.textes("possibles"),
                         .source = champs.source("source"),
                         .couche = ecriture.unite.couche};
    if (champs.facultatif("choisie") == nullptr)
        champs.lecture().refuser(
            champs.noeud(), champs.chemin(), "option_non_choisie",
            {{"possibles", enumerer({option.possibles.begin(), option.possibles.end()})}});
    else
        option.choisie = champs.texte("choisie");
    const auto& possibles = option.possibles;
    const bool possible =
        std::find(possibles.begin(), possibles.end(), option.choisie) != possibles.end();
    if (!option.choisie.empty() && !possible)
        champs.refuser("choisie", "option_hors_possibles",
                       {{"valeur", option.choisie},
                        {"possibles", enumerer({possibles.begin(), possibles.end()})}});
    porter_au_calcul(champs, option, ecriture.appel);
    ecriture.appel.options.push_back(std::move(option));
}

void lire_cible(Champs& champs, Ecriture& ecriture) {
    CibleUsage cible{.indicateur = champs.texte("indicateur"),
                     .secteur = {},
                     .eligible_sons = std::nullopt,
                     .cible = champs.part("cible"),
                     .source = champs.source("source"),
                     .couche = ecriture.unite.couche};
    if (champs.facultatif("secteur") != nullptr) cible.secteur = champs.texte("secteur");
    if (champs.facultatif("eligible_sons") != nullptr)
        cible.eligible_sons = champs.booleen("eligible_sons");
    ecriture.appel.cibles.push_back(std::move(cible));
}

void lire_delai(Champs& champs, Ecriture& ecriture) {
    auto delai = enonce(champs, ecriture);
    if (champs.facultatif("mois") != nullptr) delai.mois = champs.entier("mois");
    ecriture.appel.delais.push_back(std::move(delai));
}

void lire_critere(Champs& champs, Ecriture& ecriture) {
    ecriture.appel.criteres.push_back(enonce(champs, ecriture));
}

}  // namespace grappe::programme
