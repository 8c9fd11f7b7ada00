// GRP-09. AMB-05: every ESSMS the body manages counts; AMB-07: the threshold of a territory.
#include "portail/subvention/organismes.hpp"

#include <algorithm>

namespace grappe::subvention {
namespace {

using programme::SeuilTerritoire;

bool seuil_de_corse_et_d_outre_mer(const OrganismePrepare& organisme, const Base& base,
                                   SeuilTerritoire lecture) {
    switch (lecture) {
        case SeuilTerritoire::tous:
            return organisme.en_corse_ou_outre_mer == organisme.lignes;
        case SeuilTerritoire::un_seul:
            return organisme.en_corse_ou_outre_mer > 0;
        case SeuilTerritoire::porteur:
            return base.demande.dossier.porteur_en_corse_ou_outre_mer;
    }
    return false;
}

// A call whose text states no size (rule without object) reserves its aid to nobody.
Taille sans_seuil(const programme::Appel& appel) {
    const auto etat = appel.regle(rules::RegleId::grp_09).etat;
    return etat == programme::RegleAppel::Etat::sans_objet ? Taille::petit : Taille::grand;
}

Taille taille(const OrganismePrepare& organisme, const Base& base, const Choix& choix) {
    if (!base.appel().petit_organisme.definie()) return sans_seuil(base.appel());
    if (!organisme.declares)
        return choix.taille_inconnue_est_petite ? Taille::petit : Taille::inconnue;
    return organisme.essms() < seuil(organisme, base, choix) ? Taille::petit : Taille::grand;
}

}  // namespace

int seuil(const OrganismePrepare& organisme, const Base& base, const Choix& choix) {
    const auto& seuils = *base.appel().petit_organisme;
    if (!seuils.corse_outre_mer || !choix.seuil_territoire) return seuils.metropole;
    const bool reduit = seuil_de_corse_et_d_outre_mer(organisme, base, *choix.seuil_territoire);
    return reduit ? *seuils.corse_outre_mer : seuils.metropole;
}

std::vector<Taille> tailles(const Base& base, const Choix& choix) {
    std::vector<Taille> lues;
    lues.reserve(base.organismes.size());
    for (const auto& organisme : base.organismes) lues.push_back(taille(organisme, base, choix));
    return lues;
}

}  // namespace grappe::subvention
