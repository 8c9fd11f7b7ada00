// Walking a tree of JSON.
#include "portail/documents/valeur_lue.hpp"

namespace grappe::documents {

using dossier::Noeud;

ValeurLue ValeurLue::lire(std::string_view json) {
    auto lu = dossier::lire_arbre(json);
    ValeurLue valeur;
    if (!lu.arbre) return valeur;
    valeur.arbre_ = std::make_shared<const dossier::Arbre>(std::move(*lu.arbre));
    valeur.noeud_ = &valeur.arbre_->noeuds.front();
    return valeur;
}

bool ValeurLue::est_nulle() const { return !noeud_ || noeud_->genre == Noeud::Genre::nul; }

ValeurLue ValeurLue::champ(std::string_view cle) const {
    if (noeud_ && noeud_->genre != Noeud::Genre::objet) return {};
    for (const auto& un : elements())
        if (un.noeud_->cle == cle) return un;
    return {};
}

std::vector<ValeurLue> ValeurLue::elements() const {
    std::vector<ValeurLue> tous;
    if (!noeud_) return tous;
    for (auto rang = noeud_->premier; rang != Noeud::aucun;) {
        ValeurLue un;
        un.arbre_ = arbre_;
        un.noeud_ = &arbre_->noeuds[rang];
        rang = un.noeud_->suivant;
        tous.push_back(std::move(un));
    }
    return tous;
}

std::string ValeurLue::cle() const { return noeud_ ? std::string{noeud_->cle} : std::string{}; }

std::string ValeurLue::texte() const {
    return est_nulle() ? std::string{} : std::string{noeud_->texte};
}

}  // namespace grappe::documents
