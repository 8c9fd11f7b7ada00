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

bool est_invite(const Acteur& acteur, Role role, const Portee& portee) {
    return std::ranges::any_of(portee.invites, [&](const Invite& invite) {
        return invite.compte == acteur.compte && invite.role == role;
    });
}

bool est_examine(const Acteur& acteur, const Portee& portee) {
    return acteur.guichet() == (portee.examen.empty() ? portee.guichet : portee.examen);
}

// `role`: the one in whose name the link is looked up.
bool tient(Lien lien, Role role, const Acteur& acteur, const Portee& portee) {
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
        case Lien::examine:
            return depose && est_examine(acteur, portee);
        case Lien::concerne:
            return au_guichet || (depose && est_examine(acteur, portee));
        case Lien::recevable:
            return au_guichet && portee.avancement == Avancement::recevable;
        case Lien::depose:
            return depose;
        case Lien::invite:
            return est_invite(acteur, role, portee);
        case Lien::conseil:
            return !depose && est_invite(acteur, role, portee);
        case Lien::ressort:
            return depose && dans_le_ressort(acteur, portee);
        case Lien::etablissement:
            return false;  // a dossier of the portail is of no establishment: see peut_a
    }
    return false;
}

bool vient_d_une_invitation(Lien lien) { return lien == Lien::invite || lien == Lien::conseil; }

// A porteur is also a member, and under the role of its invitation a guest, where another invited
// it: of what that role has elsewhere it gets nothing.
Lien lien_en(Role role, Permission permission, Role du_compte) {
    const auto lu = lien(permission, role);
    if (role == du_compte) return lu;
    if (du_compte != Role::porteur) return Lien::rien;
    return role == Role::membre || vient_d_une_invitation(lu) ? lu : Lien::rien;
}

template <class Question>
bool sous_un_role(const Acteur& acteur, Permission permission, Question question) {
    for (const auto role : {acteur.role, Role::membre, Role::grades, Role::collectif})
        if (question(lien_en(role, permission, acteur.role), role)) return true;
    return false;
}

}  // namespace

bool pourrait(const Acteur& acteur, Permission permission) {
    return sous_un_role(acteur, permission, [](Lien lien, Role) { return lien != Lien::rien; });
}

bool peut(const Acteur& acteur, Permission permission) {
    return sous_un_role(acteur, permission, [](Lien lien, Role) { return lien == Lien::tous; });
}

bool peut(const Acteur& acteur, Permission permission, const Portee& portee) {
    return sous_un_role(acteur, permission,
                        [&](Lien lien, Role role) { return tient(lien, role, acteur, portee); });
}

bool peut_a(const Acteur& acteur, Permission permission, std::span<const std::string> rattachements,
            std::string_view finess_et) {
    const auto lu = lien(permission, acteur.role);
    if (lu != Lien::etablissement) return lu == Lien::tous;
    return rattachements.empty() || nomme(rattachements, finess_et);
}

}  // namespace grappe::access
