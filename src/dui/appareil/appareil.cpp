// Enrolling a device and taking it back.
#include "dui/appareil/appareil.hpp"

#include <algorithm>

#include "audit/journal.hpp"
#include "core/texte.hpp"
#include "dui/appareil/appareils_repository.hpp"
#include "dui/unite/unite.hpp"
#include "identity/session.hpp"
#include "secret/empreinte.hpp"
#include "secret/hasard.hpp"

namespace grappe::appareil {
namespace {

core::Result<void> verifier(storage::Reader& db, const acces::Professionnel& qui,
                            const Enrolement& voulu) {
    if (!qui.peut_a(access::Permission::appareil_enroler, voulu.finess_et.text()))
        return core::refuse(core::Reason::forbidden, "dui.etablissement_interdit");
    const auto nom = core::trimmed(voulu.nom);
    if (nom.empty() || core::caracteres(nom) > nom_au_plus)
        return core::refuse(core::Reason::invalid, "appareil.nom");
    const auto unites = unite::unites_de(db, voulu.finess_et.text());
    if (!voulu.unite.empty() &&
        std::ranges::find(unites, voulu.unite, &unite::Unite::id) == unites.end())
        return core::refuse(core::Reason::not_found, "unite.inconnue");
    if (std::ssize(appareils_de(db, voulu.finess_et.text())) >= appareils_au_plus)
        return core::refuse(core::Reason::conflict, "appareil.trop");
    return {};
}

}  // namespace

core::Result<std::string> enroler(storage::Writer& db, const acces::Professionnel& qui,
                                  const Enrolement& voulu, core::Instant maintenant) {
    if (auto sain = verifier(db, qui, voulu); !sain) return sain.error();
    const auto jeton = secret::jeton();
    const auto id = secret::identifiant();
    ajouter(db, {.appareil = {.id = id,
                              .finess_et = voulu.finess_et.text(),
                              .unite = voulu.unite,
                              .nom = std::string{core::trimmed(voulu.nom)}},
                 .empreinte = secret::empreinte(jeton),
                 .par = qui.acteur.compte,
                 .le = maintenant});
    audit::noter(
        db, {.acteur = qui.acteur.compte, .acte = "appareil.enroler", .objet = "appareil:" + id},
        maintenant);
    return jeton;
}

core::Result<void> retirer(storage::Writer& db, const acces::Professionnel& qui,
                           const std::string& id, core::Instant maintenant) {
    const auto un = trouver(db, id);
    if (!un) return core::refuse(core::Reason::not_found, "appareil.inconnu");
    if (!qui.peut_a(access::Permission::appareil_enroler, un->finess_et))
        return core::refuse(core::Reason::forbidden, "dui.etablissement_interdit");
    marquer_retire(db, id, maintenant);
    identity::fermer_les_partagees(db, id);
    audit::noter(
        db, {.acteur = qui.acteur.compte, .acte = "appareil.retirer", .objet = "appareil:" + id},
        maintenant);
    return {};
}

}  // namespace grappe::appareil
