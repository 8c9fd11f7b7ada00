// Rights, the act, its line.
#include "dui/inscription/verification.hpp"

#include <algorithm>

#include "audit/journal.hpp"

namespace grappe::inscription {
namespace {

template <class Acte>
core::Result<identite::Identite> faire(storage::Writer& db, const Geste& geste, const Elle& elle,
                                       Acte acte) {
    if (!peut_verifier(geste.qui, elle.etablissements))
        return core::refuse(core::Reason::forbidden, "dui.etablissement_interdit");
    const auto& compte = geste.qui.acteur.compte;
    const auto seconde = geste.maintenant.seconde();
    const identite::Geste dit{elle.personne, compte, geste.maintenant,
                              core::paris().day_of(seconde)};
    auto apres = acte(dit);
    if (apres)
        audit::noter(db,
                     {.acteur = compte,
                      .acte = "identite.changer",
                      .objet = "personne:" + elle.personne,
                      .detail = std::string{core::name_of(apres->statut)}},
                     seconde);
    return apres;
}

}  // namespace

bool peut_verifier(const acces::Professionnel& qui,
                   const std::vector<std::string>& etablissements) {
    return std::ranges::any_of(etablissements, [&](const std::string& ou) {
        return qui.peut_a(access::Permission::identite_verifier, ou);
    });
}

core::Result<identite::Identite> changer(storage::Writer& db, const Geste& geste, const Elle& elle,
                                         const identite::Demande& demande) {
    return faire(db, geste, elle,
                 [&](const identite::Geste& dit) { return identite::changer(db, dit, demande); });
}

core::Result<identite::Identite> poser(storage::Writer& db, const Geste& geste, const Elle& elle,
                                       identite::Attribut attribut) {
    return faire(db, geste, elle,
                 [&](const identite::Geste& dit) { return identite::poser(db, dit, attribut); });
}

core::Result<identite::Identite> lever(storage::Writer& db, const Geste& geste, const Elle& elle,
                                       identite::Attribut attribut) {
    return faire(db, geste, elle,
                 [&](const identite::Geste& dit) { return identite::lever(db, dit, attribut); });
}

}  // namespace grappe::inscription
