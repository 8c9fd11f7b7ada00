// Reading of each line, without the database.
#include "dui/importation/examen.hpp"

#include <algorithm>

namespace grappe::importation {

void Registre::fautive(std::int64_t ligne, const lecture::Faute& faute) {
    if (bilan_.fautes.size() < fautes_max)
        bilan_.fautes.push_back({ligne, faute});
    else
        ++bilan_.fautes_tues;
    if (lignes_.empty() || lignes_.back() != ligne) lignes_.push_back(ligne);
}

void Registre::avertir(std::int64_t ligne, const lecture::Faute& avertissement) {
    ++bilan_.avertissements;
    if (bilan_.premiers_avertissements.size() < avertissements_max)
        bilan_.premiers_avertissements.push_back({ligne, avertissement});
}

std::vector<std::int64_t> Registre::lignes() const {
    auto toutes = lignes_;
    std::sort(toutes.begin(), toutes.end());
    toutes.erase(std::unique(toutes.begin(), toutes.end()), toutes.end());
    return toutes;
}

Registre Registre::sur(Bilan& autre) const {
    Registre copie{autre};
    copie.lignes_ = lignes_;
    copie.corrections_ = corrections_;
    return copie;
}

namespace {

void noter(std::int64_t numero, const lecture::Ligne& ligne, Registre& registre) {
    for (const auto& un : ligne.avertissements) registre.avertir(numero, un);
    if (ligne.corrige) registre.corriger();
    if (ligne.fait.type == fait::Type::personne && ligne.fait.fin)
        registre.bilan().deces.push_back({numero, ligne.fait.id});
}

}  // namespace

void examiner(LignesDuFichier& lignes, const Demande& demande, Registre& registre, Ids& personnes) {
    lecture::LecteurDeLigne lecteur;
    const bool annoncees = demande.tolerance == Tolerance::aucune;
    while (const auto texte = lignes.suivante()) {
        const auto* ligne = lecteur.lire(*texte);
        for (const auto& faute : lecteur.fautes()) registre.fautive(lignes.numero(), faute);
        if (ligne != nullptr) noter(lignes.numero(), *ligne, registre);
        const auto personne = lecteur.personne_annoncee();
        if (!personne.empty() && (ligne != nullptr || annoncees)) personnes.emplace(personne);
        constexpr std::int64_t pas = 0xFFFF;
        if ((lignes.numero() & pas) == 0) demande.avancement(lignes.octets(), 2 * lignes.taille());
    }
}

}  // namespace grappe::importation
