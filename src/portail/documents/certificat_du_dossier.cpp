// What judged a dossier, put together for somebody else to judge it again.
#include "portail/documents/certificat_du_dossier.hpp"

#include <algorithm>

#include "portail/certificat/recalcul.hpp"
#include "portail/convention/avenant_repository.hpp"
#include "portail/convention/code.hpp"
#include "portail/convention/recalcul.hpp"
#include "portail/documents/dossier_ecrit.hpp"
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

// Line by line, as `convention` copied them.
bool donne_ce_qui_est_accorde(const socle::Verifie& verifie, const convention::Convention& signee) {
    const auto& subvention = verifie.analyse().subvention;
    if (!subvention) return false;
    return std::ranges::none_of(
        convention::ecarts(signee.accorde, solde::accorde_de(*subvention, verifie.resolu())),
        &convention::Ecart::change);
}

certificat::Origine origine_de(storage::Reader& db, const convention::Sujet& sujet,
                               std::string_view entree) {
    const auto& [signee, dossier] = sujet;
    const auto avenant = convention::avenant_en_vigueur(db, signee.id);
    return {.dossier = dossier.id,
            .version = dossier.version,
            .contenu = secret::empreinte(entree),
            .numero = convention::code_de(db, {sujet, avenant}),
            .recepisse = avenant ? avenant->empreinte : signee.empreinte};
}

// Of an entry that gave `verifie`; `de_quoi` names the file.
core::Result<CertificatFait> certifier(std::string_view de_quoi, certificat::AEtablir a_etablir,
                                       const socle::Verifie& verifie,
                                       const RegleDuCertificat& moyens) {
    const auto version = moyens.versions.find(verifie.appel().empreinte);
    if (!version) return core::refuse(core::Reason::conflict, "certificat.regles_inconnues");
    a_etablir.appel = version->charge->texte;
    a_etablir.socle = version->charge->socle;
    return CertificatFait{.nom = "certificat-" + std::string{de_quoi} + ".json",
                          .octets = certificat::rendre(
                              certificat::etablir(std::move(a_etablir), verifie, moyens.regles))};
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
    return certifier(depot ? depot->numero : dossier->id,
                     {.origine = origine_de(etat, depot),
                      .appel = {},
                      .socle = {},
                      .entree = entree_de(etat, instant)},
                     *etat.jugement.verifie, moyens);
}

core::Result<CertificatFait> certificat_de_la_convention(storage::Reader& db,
                                                         const teleservice::Demandeur& qui,
                                                         std::string_view id,
                                                         const RegleDuCertificat& moyens) {
    const auto sujet = convention::acceder(db, qui, id, access::Permission::convention_lire);
    if (!sujet) return sujet.error();
    const teleservice::Moyens pour_juger{
        .regles = moyens.regles, .adresse_publique = {}, .reel = qui.maintenant};
    const auto en_vigueur = convention::projet_en_vigueur(db, *sujet, pour_juger);
    auto entree = ecrire_le_dossier(en_vigueur.projet);
    const auto jugement = socle::verifier(entree, std::nullopt, en_vigueur.regles);
    core::ensure(jugement.verifie != nullptr, "a dossier that is written is read again");
    if (!donne_ce_qui_est_accorde(*jugement.verifie, sujet->convention))
        return core::refuse(core::Reason::conflict, "certificat.registre_change");
    auto origine = origine_de(db, *sujet, entree);
    const auto code = origine.numero;
    return certifier(
        code,
        {.origine = std::move(origine), .appel = {}, .socle = {}, .entree = std::move(entree)},
        *jugement.verifie, moyens);
}

}  // namespace grappe::documents
