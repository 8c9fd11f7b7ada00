// Readers of size, desk, sectors, new operation, software, windows and pieces.
#include <algorithm>

#include "portail/programme/mots.hpp"
#include "portail/programme/unites.hpp"

namespace grappe::programme {
namespace {

Fenetre fenetre(Champs& champs, const Ecriture& ecriture) {
    Fenetre lue{.id = std::string{ecriture.cle},
                .portees = champs.choix_multiple<Portee>("portees"),
                .natures = champs.choix_multiple<Nature>("natures"),
                .ouvre_le = champs.instant("ouvre_le").value_or(ecriture.unite.de),
                .ferme_le = ecriture.unite.a,
                .tolere_des = std::nullopt,
                .comite = {},
                .regle = champs.choix<rules::RegleId>("regle").value_or(rules::RegleId::cal_01),
                .source = champs.source("source"),
                .couche = ecriture.unite.couche,
                .chemin = ecriture.unite.chemin};
    if (champs.facultatif("id") != nullptr) lue.id = champs.texte("id");
    if (champs.facultatif("tolere_des") != nullptr) lue.tolere_des = champs.instant("tolere_des");
    if (champs.facultatif("comite") != nullptr) lue.comite = champs.texte("comite");
    return lue;
}

// "à minuit" is the end of the named day (AMB-12): `dernier_jour` is that day. `ferme_le` is an
// hour.
void lire_fermeture(Champs& champs, Fenetre& fenetre) {
    const bool par_jour = champs.facultatif("dernier_jour") != nullptr;
    const bool par_heure = champs.facultatif("ferme_le") != nullptr;
    if (par_jour == par_heure) {
        champs.lecture().refuser(champs.noeud(), champs.chemin(), "fermeture", {});
        return;
    }
    if (par_heure)
        fenetre.ferme_le = champs.instant("ferme_le").value_or(fenetre.ferme_le);
    else if (const auto jour = champs.jour("dernier_jour"))
        fenetre.ferme_le = champs.lecture().fuseau.start_of(jour->plus_days(1));
}

std::optional<int> borne(Champs& ligne, std::string_view cle) {
    if (ligne.facultatif(cle) == nullptr) return std::nullopt;
    return ligne.entier(cle);
}

LigneRoutage ligne_de_routage(Champs& ligne, Champs& table) {
    LigneRoutage lue{.a_partir_de = borne(ligne, "a_partir_de"),
                     .moins_de = borne(ligne, "moins_de"),
                     .regions = ligne.choix<TestRegions>("regions").value_or(TestRegions::une),
                     .niveau = ligne.choix<Niveau>("niveau").value_or(Niveau::non_defini),
                     .source = {}};
    lue.source =
        ligne.facultatif("source") != nullptr ? ligne.source("source") : table.source("source");
    ligne.finir();
    return lue;
}

// Sizes where the answer can change: each bound, and one beyond.
std::vector<int> tailles_temoins(const std::vector<LigneRoutage>& lignes) {
    std::vector<int> tailles{1};
    for (const auto& ligne : lignes)
        for (const auto& limite : {ligne.a_partir_de, ligne.moins_de})
            if (limite) tailles.insert(tailles.end(), {*limite - 1, *limite});
    std::erase_if(tailles, [](int taille) { return taille < 1; });
    return tailles;
}

bool convient(const LigneRoutage& ligne, int taille, TestRegions regions) {
    return (!ligne.a_partir_de || taille >= *ligne.a_partir_de) &&
           (!ligne.moins_de || taille < *ligne.moins_de) &&
           (ligne.regions == TestRegions::indifferent || ligne.regions == regions);
}

// Each size in one or several regions has exactly one row.
void verifier_routage(Champs& champs, const std::vector<LigneRoutage>& lignes) {
    for (const auto regions : {TestRegions::une, TestRegions::plusieurs})
        for (const int taille : tailles_temoins(lignes)) {
            const auto nombre = std::count_if(
                lignes.begin(), lignes.end(),
                [&](const LigneRoutage& ligne) { return convient(ligne, taille, regions); });
            if (nombre == 1) continue;
            champs.refuser("lignes", nombre == 0 ? "routage_trou" : "routage_double",
                           {{"taille", std::int64_t{taille}},
                            {"regions", std::string{core::name_of(regions)}}});
            return;
        }
}

template <class T>
void ajouter(Valeur<std::vector<T>>& liste, const Ecriture& ecriture, T element) {
    if (!liste.definie()) {
        liste.valeur.emplace();
        liste.source = element.source;
        liste.couche = ecriture.unite.couche;
        liste.chemin = ecriture.unite.chemin.substr(0, ecriture.unite.chemin.find('.'));
        liste.validite = ecriture.unite.validite;
    }
    liste.valeur->push_back(std::move(element));
}

}  // namespace

void lire_minimum(Champs& champs, Ecriture& ecriture) {
    ecriture.appel.minimum = lire_valeur<Minimum>(champs, ecriture, [&] {
        return Minimum{.metropole = champs.entier("metropole"),
                       .corse_outre_mer = champs.entier("corse_outre_mer"),
                       .mode = champs.choix<ModeMinimum>("mode").value_or(ModeMinimum::strict)};
    });
}

void lire_taille_ideale(Champs& champs, Ecriture& ecriture) {
    ecriture.appel.taille_ideale = lire_valeur<TailleIdeale>(champs, ecriture, [&] {
        return TailleIdeale{.plus_de = champs.entier("plus_de"),
                            .moins_de = champs.entier("moins_de")};
    });
}

void lire_extension(Champs& champs, Ecriture& ecriture) {
    ecriture.appel.extension_sous_conditions =
        lire_valeur<bool>(champs, ecriture, [&] { return champs.booleen("valeur"); });
}

void lire_routage(Champs& champs, Ecriture& ecriture) {
    using Lignes = std::vector<LigneRoutage>;
    ecriture.appel.routage = lire_valeur<Lignes>(champs, ecriture, [&] {
        Lignes lignes;
        for (auto& ligne : champs.lignes("lignes"))
            lignes.push_back(ligne_de_routage(ligne, champs));
        verifier_routage(champs, lignes);
        return lignes;
    });
}

void lire_pivot(Champs& champs, Ecriture& ecriture) {
    ecriture.appel.pivot = lire_valeur<std::vector<CriterePivot>>(
        champs, ecriture, [&] { return champs.choix_multiple<CriterePivot>("valeur"); });
}

void lire_secteur(Champs& champs, Ecriture& ecriture) {
    SecteurAppel secteur{
        .secteur = std::string{ecriture.cle},
        .traitement =
            champs.choix<TraitementSecteur>("traitement").value_or(TraitementSecteur::eligible),
        .dsr = champs.textes_parmi("dsr", familles_dsr()),
        .reference_obligatoire = champs.booleen("reference_obligatoire"),
        .source = champs.source("source"),
        .couche = ecriture.unite.couche};
    ajouter(ecriture.appel.secteurs, ecriture, std::move(secteur));
}

void lire_financeurs(Champs& champs, Ecriture& ecriture) {
    ecriture.appel.financeurs_requis = lire_valeur<std::vector<std::string>>(
        champs, ecriture, [&] { return champs.textes_parmi("valeur", financeurs()); });
}

void lire_mom(Champs& champs, Ecriture& ecriture) {
    ecriture.appel.mom_au_plus_tot =
        lire_valeur<core::Date>(champs, ecriture, [&] { return champs.jour("valeur"); });
}

void lire_va(Champs& champs, Ecriture& ecriture) {
    ecriture.appel.va_au_plus_tot =
        lire_valeur<core::Date>(champs, ecriture, [&] { return champs.jour("valeur"); });
}

void lire_solution(Champs& champs, Ecriture& ecriture) {
    ecriture.appel.solution = lire_valeur<ReglesSolution>(champs, ecriture, [&] {
        return ReglesSolution{
            .meme_solution = champs.booleen("meme_solution"),
            .en_cours_admis = champs.booleen("en_cours_admis"),
            .secteurs_sans_reference = champs.textes("secteurs_sans_reference"),
            .ght_admis = champs.booleen("ght_admis"),
            .centrale_obligatoire = champs.booleen("centrale_obligatoire"),
            .concurrence_si_commande_publique = champs.booleen("concurrence_si_commande_publique")};
    });
}

void lire_fenetre(Champs& champs, Ecriture& ecriture) {
    auto lue = fenetre(champs, ecriture);
    lire_fermeture(champs, lue);
    champs.facultatif("remplace");  // a layer of its own, read apart
    const bool toleree_trop_tard = lue.tolere_des && *lue.tolere_des >= lue.ouvre_le;
    if (lue.ferme_le <= lue.ouvre_le || toleree_trop_tard)
        champs.lecture().refuser(champs.noeud(), champs.chemin(), "fenetre_inversee", {});
    ajouter(ecriture.appel.fenetres, ecriture, std::move(lue));
}

void lire_piece(Champs& champs, Ecriture& ecriture) {
    Noeud nom;
    nom.genre = Noeud::Genre::texte;
    nom.ligne = champs.noeud().ligne;
    nom.colonne = champs.noeud().colonne;
    nom.texte = std::string{ecriture.cle};
    const auto regle = champs.mot<rules::RegleId>(nom, champs.chemin());
    PieceAppel piece{
        .regle = regle.value_or(rules::RegleId::doc_01),
        .libelle = champs.texte("libelle"),
        .obligatoire = champs.booleen("obligatoire"),
        .condition = champs.choix<ConditionPiece>("condition").value_or(ConditionPiece::toujours),
        .par_organisme = false,
        .emplacements = {},
        .modele_cnsa = false,
        .source = champs.source("source"),
        .couche = ecriture.unite.couche};
    if (champs.facultatif("par_organisme") != nullptr)
        piece.par_organisme = champs.booleen("par_organisme");
    if (champs.facultatif("emplacements") != nullptr)
        piece.emplacements = champs.textes("emplacements");
    if (champs.facultatif("modele_cnsa") != nullptr)
        piece.modele_cnsa = champs.booleen("modele_cnsa");
    ajouter(ecriture.appel.pieces, ecriture, std::move(piece));
}

void lire_suffixes(Champs& champs, Ecriture& ecriture) {
    ecriture.appel.suffixes = lire_valeur<std::vector<std::string>>(champs, ecriture, [&] {
        auto lus = champs.textes("valeur");
        const bool propres = std::all_of(lus.begin(), lus.end(), [](const auto& suffixe) {
            return suffixe.size() > 1 && suffixe[0] == '.' &&
                   std::none_of(suffixe.begin(), suffixe.end(),
                                [](char c) { return c >= 'A' && c <= 'Z'; });
        });
        if (!propres) champs.refuser("valeur", "suffixe", {});
        return lus;
    });
}

}  // namespace grappe::programme
