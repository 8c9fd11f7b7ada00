// Checks of a resolved call that no single value shows.
#include <algorithm>

#include "portail/programme/assemblage.hpp"
#include "referentiels/secteur.hpp"

namespace grappe::programme {
namespace {

using rules::RegleId;

struct Verification {
    const Appel& appel;
    const FichierAppel& fichier;

    void refuser(std::string chemin, std::string_view code, rules::Faits faits) const {
        fichier.lecture->refuser(fichier.racine, std::move(chemin), code, std::move(faits));
    }
    bool deja_en_faute(std::string_view chemin) const {
        const auto& notes = *fichier.lecture->defauts;
        return std::any_of(notes.begin(), notes.end(),
                           [&](const Defaut& defaut) { return defaut.chemin.starts_with(chemin); });
    }
};

template <class T>
bool se_croisent(const std::vector<T>& a, const std::vector<T>& b) {
    return std::any_of(a.begin(), a.end(), [&](const T& valeur) {
        return std::find(b.begin(), b.end(), valeur) != b.end();
    });
}

void verifier_paire(const Verification& verification, const Fenetre& avant, const Fenetre& apres) {
    if (!se_croisent(avant.portees, apres.portees) || !se_croisent(avant.natures, apres.natures))
        return;
    const rules::Faits faits{{"premiere", avant.id}, {"seconde", apres.id}};
    if (apres.ouvre_le < avant.ouvre_le)
        verification.refuser("fenetre." + apres.id, "fenetres_desordre", faits);
    else if (apres.ouvre_le < avant.ferme_le)
        verification.refuser("fenetre." + apres.id, "fenetres_chevauchees", faits);
}

void verifier_fenetres(const Verification& verification) {
    const auto& fenetres = verification.appel.fenetres;
    if (!fenetres.definie() || verification.deja_en_faute("fenetre.")) return;
    for (std::size_t i = 0; i < fenetres->size(); ++i)
        for (std::size_t j = i + 1; j < fenetres->size(); ++j)
            verifier_paire(verification, (*fenetres)[i], (*fenetres)[j]);
}

bool a_des_paliers(const Valeur<Bareme>& bareme) {
    return bareme.definie() && bareme->paliers.size() > 1;
}

bool distingue_les_territoires(const Appel& appel) {
    const bool minimum =
        appel.minimum.definie() && appel.minimum->metropole != appel.minimum->corse_outre_mer;
    return minimum ||
           (appel.petit_organisme.definie() && appel.petit_organisme->corse_outre_mer.has_value());
}

// An interpretation that the engine needs has no default in code: the call chooses it.
void verifier_options(const Verification& verification) {
    const auto& appel = verification.appel;
    const bool paliers = a_des_paliers(appel.acquisition) || a_des_paliers(appel.montee_de_version);
    const auto exiger = [&](bool choisie, std::string_view nom, std::string_view code) {
        if (!choisie && !verification.deja_en_faute("option." + std::string{nom}))
            verification.refuser("option." + std::string{nom}, code, {{"nom", std::string{nom}}});
    };
    if (paliers) {
        exiger(appel.convention_rang.has_value(), "convention_rang", "option_requise_paliers");
        exiger(appel.ordre_rang.has_value(), "ordre_rang", "option_requise_paliers");
        exiger(appel.extension.has_value(), "extension", "option_requise_paliers");
    }
    if (appel.plafond_specifique.definie())
        exiger(appel.assiette_plafond.has_value(), "assiette_plafond", "option_requise_plafond");
    if (distingue_les_territoires(appel))
        exiger(appel.seuil_territoire.has_value(), "seuil_territoire", "option_requise_territoire");
    if (!appel.donne_des_montants()) return;
    exiger(appel.niveau_des_cibles.has_value(), "niveau_des_cibles", "option_requise_solde");
    exiger(appel.cibles_partiellement_atteintes.has_value(), "cibles_partiellement_atteintes",
           "option_requise_solde");
    exiger(appel.avance_si_echec.has_value(), "avance_si_echec", "option_requise_solde");
    exiger(appel.depenses_sous_le_forfait.has_value(), "depenses_sous_le_forfait",
           "option_requise_solde");
}

bool est_une_piece(RegleId regle) { return regle >= RegleId::doc_01 && regle <= RegleId::doc_19; }

void verifier_pieces(const Verification& verification) {
    const auto& appel = verification.appel;
    std::vector<RegleId> demandees;
    if (appel.pieces.definie())
        for (const auto& piece : *appel.pieces) demandees.push_back(piece.regle);
    for (const auto& [id, nom] : names(RegleId{})) {
        if (!est_une_piece(id)) continue;
        const bool demandee = std::find(demandees.begin(), demandees.end(), id) != demandees.end();
        const bool appliquee = appel.regle(id).etat == RegleAppel::Etat::appliquee;
        if (demandee == appliquee) continue;
        verification.refuser("piece." + std::string{nom},
                             demandee ? "piece_sans_regle" : "regle_sans_piece",
                             {{"nom", std::string{nom}}});
    }
}

void verifier_regles_des_fenetres(const Verification& verification) {
    const auto& appel = verification.appel;
    if (!appel.fenetres.definie()) return;
    for (const auto& fenetre : *appel.fenetres)
        if (appel.regle(fenetre.regle).etat != RegleAppel::Etat::appliquee)
            verification.refuser("fenetre." + fenetre.id, "fenetre_sans_regle",
                                 {{"nom", std::string{core::name_of(fenetre.regle)}}});
}

void verifier_secteurs(const Verification& verification) {
    const auto& appel = verification.appel;
    std::vector<std::string> cites;
    if (appel.secteurs.definie())
        for (const auto& secteur : *appel.secteurs) cites.push_back(secteur.secteur);
    if (appel.solution.definie())
        for (const auto& secteur : appel.solution->secteurs_sans_reference)
            cites.push_back(secteur);
    for (const auto& cible : appel.cibles)
        if (!cible.secteur.empty()) cites.push_back(cible.secteur);
    std::vector<std::string_view> connus;
    for (const auto& [valeur, nom] : names(referentiels::Secteur{})) connus.push_back(nom);
    for (const auto& secteur : cites)
        if (!core::named<referentiels::Secteur>(secteur))
            verification.refuser("secteur." + secteur, "secteur_inconnu",
                                 {{"valeur", secteur}, {"possibles", enumerer(connus)}});
}

}  // namespace

void verifier_coherence(const Appel& appel, const FichierAppel& fichier) {
    const Verification verification{appel, fichier};
    verifier_fenetres(verification);
    verifier_regles_des_fenetres(verification);
    verifier_options(verification);
    verifier_pieces(verification);
    verifier_secteurs(verification);
}

}  // namespace grappe::programme
