// What judged a dossier, put together for somebody else to judge it again.
#include "portail/documents/certificat_du_dossier.hpp"

#include "portail/certificat/recalcul.hpp"
#include "portail/teleservice/depot.hpp"
#include "secret/empreinte.hpp"

namespace grappe::documents {
namespace {

using teleservice::Depot, teleservice::Etat;

// As the judgement composed it.
std::string entree_de(const Etat& etat, core::Instant instant) {
    const teleservice::Complement complement{
        .appel = etat.dossier.appel, .depose_le = instant, .pieces = presentes(etat.pieces)};
    return teleservice::en_texte(teleservice::composer(*etat.contenu.arbre(), complement));
}

certificat::Origine origine_de(const Etat& etat, const std::optional<Depot>& depot) {
    return {.dossier = etat.dossier.id,
            .version = etat.dossier.version,
            .contenu = secret::empreinte(etat.contenu.texte()),
            .numero = depot ? depot->numero : std::string{},
            .recepisse = depot ? depot->empreinte : std::string{}};
}

}  // namespace

core::Result<CertificatFait> certificat_du_dossier(storage::Reader& db,
                                                   const teleservice::Demandeur& qui,
                                                   std::string_view id,
                                                   const RegleDuCertificat& moyens) {
    const auto dossier = teleservice::demander(db, qui, id, access::Permission::dossier_lire);
    if (!dossier) return dossier.error();
    const auto depot = teleservice::dernier_depot(db, dossier->id);
    const auto instant = depot ? depot->depose_le : qui.maintenant;
    const auto etat = depot ? teleservice::etat_depose(db, *dossier, moyens.regles, *depot)
                            : teleservice::etat_de(db, *dossier, moyens.regles, instant);
    if (!etat.jugement.lisible() || !etat.jugement.verifie)
        return core::refuse(core::Reason::conflict, "certificat.brouillon_illisible");
    const auto version = moyens.versions.find(etat.jugement.verifie->appel().empreinte);
    if (!version) return core::refuse(core::Reason::conflict, "certificat.regles_inconnues");
    return CertificatFait{
        .nom = "certificat-" + (depot ? depot->numero : dossier->id) + ".json",
        .octets = certificat::rendre(certificat::etablir({.origine = origine_de(etat, depot),
                                                          .appel = version->charge->texte,
                                                          .socle = version->charge->socle,
                                                          .entree = entree_de(etat, instant)},
                                                         *etat.jugement.verifie, moyens.regles))};
}

}  // namespace grappe::documents
