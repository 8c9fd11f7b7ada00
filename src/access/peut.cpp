// The links of the table, looked up on an object.
#include "access/peut.hpp"

#include <algorithm>

#include "access/matrice.hpp"

namespace grappe::access {
namespace {

bool nomme(std::span<const std::string> comptes, std::string_view compte) {
    return std::find(comptes.begin(), comptes.end(), compte) != comptes.end();
}

bool dans_le_ressort(const Acteur& acteur, const Portee& portee) {
    return acteur.region.empty() || acteur.region == portee.guichet;
}

bool tient(Lien lien, const Acteur& acteur, const Portee& portee) {
    const bool depose = portee.avancement != Avancement::brouillon;
    const bool au_guichet = depose && acteur.guichet() == portee.guichet;
    switch (lien) {
        case Lien::rien:
            return false;
        case Lien::tous:
            return true;
        case Lien::sien:
            return acteur.compte == portee.porteur;
        case Lien::part:
            return nomme(portee.membres, acteur.compte);
        case Lien::guichet:
            return au_guichet;
        case Lien::recevable:
            return au_guichet && portee.avancement == Avancement::recevable;
        case Lien::depose:
            return depose;
        case Lien::invite:
            return nomme(portee.invites, acteur.compte);
        case Lien::ressort:
            return depose && dans_le_ressort(acteur, portee);
        case Lien::etablissement:
            return false;  // a dossier of the portail is of no establishment: see peut_a
    }
    return false;
}

// A porteur is also a member, where another invited it.
template <class Question>
bool pour_un_role(Role role, Question question) {
    return question(role) || (role == Role::porteur && question(Role::membre));
}

}  // namespace

bool pourrait(const Acteur& acteur, Permission permission) {
    return pour_un_role(acteur.role,
                        [&](Role role) { return lien(permission, role) != Lien::rien; });
}

bool peut(const Acteur& acteur, Permission permission) {
    return pour_un_role(acteur.role,
                        [&](Role role) { return lien(permission, role) == Lien::tous; });
}

bool peut(const Acteur& acteur, Permission permission, const Portee& portee) {
    return pour_un_role(acteur.role,
                        [&](Role role) { return tient(lien(permission, role), acteur, portee); });
}

bool peut_a(const Acteur& acteur, Permission permission, std::span<const std::string> rattachements,
            std::string_view finess_et) {
    const auto lu = lien(permission, acteur.role);
    if (lu != Lien::etablissement) return lu == Lien::tous;
    return rattachements.empty() || nomme(rattachements, finess_et);
}

}  // namespace grappe::access
