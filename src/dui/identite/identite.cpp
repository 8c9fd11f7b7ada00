// What an identity is, and what may leave of it.
#include "dui/identite/identite.hpp"

#include "core/nir.hpp"

namespace grappe::identite {

bool Attributs::porte(Attribut attribut) const {
    switch (attribut) {
        case Attribut::homonyme:
            return homonyme;
        case Attribut::douteuse:
            return douteuse;
        case Attribut::fictive:
            return fictive;
    }
    return false;
}

bool cle_juste(const Matricule& matricule) {
    return core::Nir::parse(matricule.numero).has_value();
}

core::Result<Matricule> a_emettre(const Identite& identite) {
    const auto refus = [](const char* code) { return core::refuse(core::Reason::forbidden, code); };
    if (identite.attributs.douteuse || identite.attributs.fictive ||
        identite.statut != Statut::qualifiee)
        return refus("identite.emission.non_qualifiee");
    if (!identite.matricule) return refus("identite.emission.sans_matricule");
    if (!identite.matricule->autorite) return refus("identite.emission.sans_oid");
    if (!cle_juste(*identite.matricule)) return refus("identite.emission.cle");
    return *identite.matricule;
}

core::Result<void> diffuser(const Identite& identite, Confirmation confirmation) {
    const auto refus = [](const char* code) { return core::refuse(core::Reason::forbidden, code); };
    if (identite.attributs.douteuse) return refus("identite.diffusion.douteuse");
    if (identite.attributs.fictive) return refus("identite.diffusion.fictive");
    if (identite.attributs.homonyme && confirmation == Confirmation::aucune)
        return refus("identite.diffusion.homonyme");
    return {};
}

}  // namespace grappe::identite
