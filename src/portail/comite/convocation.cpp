// Reading of a convocation, and the opening of the ledger.
#include "portail/comite/convocation.hpp"

#include <algorithm>
#include <map>

#include "portail/comite/comite_repository.hpp"
#include "portail/enveloppe/grand_livre.hpp"
#include "secret/hasard.hpp"

namespace grappe::comite {
namespace {

// Ids in the order in which their windows open, once each.
std::vector<std::string> fenetres_de(const programme::Appel& appel) {
    if (!appel.fenetres.definie()) return {};
    std::multimap<core::Instant, std::string_view> par_ouverture;
    for (const auto& fenetre : *appel.fenetres) par_ouverture.emplace(fenetre.ouvre_le, fenetre.id);
    std::vector<std::string> ids;
    for (const auto& [ouvre_le, id] : par_ouverture)
        if (std::ranges::find(ids, id) == ids.end()) ids.emplace_back(id);
    return ids;
}

std::string enumerer(const std::vector<std::string>& mots) {
    std::string texte;
    for (const auto& mot : mots) texte.append(texte.empty() ? "" : ", ").append(mot);
    return texte;
}

core::Result<std::string> lire_la_fenetre(const programme::Appel& appel, std::string_view dite) {
    const auto connues = fenetres_de(appel);
    if (connues.empty()) return std::string{};
    if (std::ranges::find(connues, dite) == connues.end())
        return core::refuse(core::Reason::rule_not_met, "comite.fenetre", enumerer(connues));
    return std::string{dite};
}

core::Result<Comite> lire(const Demandeur& qui, const Convocation& dite,
                          const programme::Appel& appel) {
    const auto fenetre = lire_la_fenetre(appel, dite.fenetre);
    if (!fenetre) return fenetre.error();
    const auto jour = core::Date::parse(dite.tenu_le);
    if (!jour) return core::refuse(core::Reason::rule_not_met, "comite.tenu_le");
    const auto montant = core::Money::parse(dite.enveloppe);
    if (!montant || *montant <= core::Money{})
        return core::refuse(core::Reason::rule_not_met, "comite.enveloppe");
    if (dite.quorum && (*dite.quorum < 1 || *dite.quorum > 100))
        return core::refuse(core::Reason::rule_not_met, "comite.quorum_dit");
    return Comite{
        .id = secret::identifiant(),
        .appel = appel.id,
        .fenetre = *fenetre,
        .guichet = std::string{qui.acteur.guichet()},
        .tenu_le = *jour,
        .enveloppe = *montant,
        .quorum = dite.quorum ? std::optional{static_cast<int>(*dite.quorum)} : std::nullopt,
        .version = 1,
        .cree_par = qui.acteur.compte,
        .cree_le = qui.maintenant,
        .notifie_le = {}};
}

// What has to enter the ledger so that the committee has its envelope. A stated envelope is that of
// the whole call: it enters once, whatever a committee is given of it (CAL-06: a part of it).
core::Money a_ouvrir(storage::Reader& db, const enveloppe::Enveloppe& ou, const Comite& comite,
                     const programme::Appel& appel) {
    const bool enoncee = appel.enveloppe.definie() && appel.region == comite.guichet;
    if (enoncee) return enveloppe::est_ouverte(db, ou) ? core::Money{} : *appel.enveloppe;
    return comite.enveloppe - enveloppe::soldes(db, ou).disponible(ou);
}

}  // namespace

core::Result<Comite> convoquer(storage::Writer& db, const Demandeur& qui,
                               const Convocation& convocation, const Moyens& moyens) {
    if (!access::peut(qui.acteur, access::Permission::comite_preparer))
        return core::refuse(core::Reason::forbidden, "acces.interdit");
    const auto* appel = moyens.regles.appel(convocation.appel, qui.maintenant);
    if (appel == nullptr)
        return core::refuse(core::Reason::rule_not_met, "comite.appel",
                            moyens.regles.appels_connus);
    auto lu = lire(qui, convocation, *appel);
    if (!lu) return lu;
    const enveloppe::Enveloppe ou{lu->appel, lu->guichet};
    if (const auto montant = a_ouvrir(db, ou, *lu, *appel); montant > core::Money{}) {
        const auto ouverte = enveloppe::ecrire(
            db, enveloppe::ouverture(ou, montant),
            {.motif = "comite:" + lu->id, .par = qui.acteur.compte, .faite_le = qui.maintenant});
        if (!ouverte) return ouverte.error();
    }
    ajouter(db, *lu);
    noter(db, qui, *lu, {"comite.convoquer", lu->appel + " " + lu->fenetre});
    return lu;
}

std::optional<int> rang_de_la_fenetre(const programme::Appel& appel, std::string_view fenetre) {
    const auto connues = fenetres_de(appel);
    const auto trouvee = std::ranges::find(connues, fenetre);
    if (trouvee == connues.end()) return std::nullopt;
    return static_cast<int>(trouvee - connues.begin());
}

}  // namespace grappe::comite
