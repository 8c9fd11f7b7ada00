// The ledger of a desk, moved by hand with a reason, and its history.
#include "portail/comite/moyens_du_guichet.hpp"

#include <algorithm>
#include <set>

#include "portail/instruction/moyens.hpp"
#include "portail/teleservice/journal.hpp"

namespace grappe::comite {
namespace {

core::Result<void> permettre(const Demandeur& qui) {
    if (access::peut(qui.acteur, access::Permission::comite_preparer)) return {};
    return core::refuse(core::Reason::forbidden, "acces.interdit");
}

// Of the actor's desk, opened. Codes of `lire_le_livre`.
core::Result<enveloppe::Enveloppe> demander(storage::Reader& db, const Demandeur& qui,
                                            std::string_view appel) {
    if (const auto permis = permettre(qui); !permis) return permis.error();
    enveloppe::Enveloppe ici{std::string{appel}, std::string{qui.acteur.guichet()}};
    if (!enveloppe::est_ouverte(db, ici))
        return core::refuse(core::Reason::not_found, "enveloppe.appel");
    return ici;
}

// The national desk, or the region of an agency; a call that the portail knows.
bool existe(const Destinations& connues, const enveloppe::Enveloppe& vers) {
    const bool guichet = vers.guichet == access::guichet_national ||
                         connues.territoires.ars_de_region(vers.guichet) != nullptr;
    return guichet && std::ranges::any_of(connues.appels.tous, [&](const auto& charge) {
               return charge.id == vers.appel;
           });
}

core::Result<enveloppe::Mouvement> lire(const enveloppe::Enveloppe& ici,
                                        const NouveauMouvement& nouveau,
                                        const Destinations& connues) {
    const auto montant = core::Money::parse(nouveau.montant);
    if (!montant || *montant <= core::Money{} || *montant > montant_au_plus)
        return core::refuse(core::Reason::rule_not_met, "enveloppe.montant");
    if (nouveau.genre == core::name_of(enveloppe::Genre::ouvrir))
        return enveloppe::ouverture(ici, *montant);
    if (nouveau.genre != core::name_of(enveloppe::Genre::ceder))
        return core::refuse(core::Reason::rule_not_met, "enveloppe.genre");
    const enveloppe::Enveloppe vers{
        nouveau.appel_vers.empty() ? ici.appel : std::string{nouveau.appel_vers},
        std::string{nouveau.vers}};
    if (!existe(connues, vers) || vers == ici)
        return core::refuse(core::Reason::rule_not_met, "enveloppe.vers");
    return enveloppe::cession(ici, vers, *montant);
}

}  // namespace

core::Result<Livre> lire_le_livre(storage::Reader& db, const Demandeur& qui,
                                  std::string_view appel) {
    const auto ici = demander(db, qui, appel);
    if (!ici) return ici.error();
    return Livre{*ici, enveloppe::ecritures(db, *ici), enveloppe::soldes(db, *ici)};
}

core::Result<std::vector<enveloppe::Bilan>> bilans_du_guichet(storage::Reader& db,
                                                              const Demandeur& qui) {
    if (const auto permis = permettre(qui); !permis) return permis.error();
    const auto guichet = qui.acteur.guichet();
    const auto flux = enveloppe::flux_du_guichet(db, guichet);
    std::set<enveloppe::Enveloppe> ouvertes;  // what was never given to has given nothing
    for (const auto& un : flux)
        if (un.vers.enveloppe.guichet == guichet) ouvertes.insert(un.vers.enveloppe);
    std::vector<enveloppe::Bilan> bilans;
    for (const auto& une : ouvertes) bilans.emplace_back(une, flux);
    return bilans;
}

core::Result<Feuillet> feuilleter(storage::Reader& db, const Demandeur& qui, std::string_view appel,
                                  std::int64_t page) {
    const auto ici = demander(db, qui, appel);
    if (!ici) return ici.error();
    enveloppe::Bilan bilan{*ici, enveloppe::flux(db, *ici)};
    const auto pages = std::max<std::int64_t>(
        1, (bilan.mouvements() + mouvements_par_page - 1) / mouvements_par_page);
    page = std::clamp<std::int64_t>(page, 1, pages);
    const enveloppe::Tranche tranche{(page - 1) * mouvements_par_page, mouvements_par_page};
    return Feuillet{.bilan = std::move(bilan),
                    .ecritures = enveloppe::dernieres_ecritures(db, *ici, tranche),
                    .dossiers = dossiers_cites(db, *ici, tranche),
                    .page = page,
                    .pages = pages};
}

core::Result<enveloppe::Ecriture> mouvoir(storage::Writer& db, const Demandeur& qui,
                                          const NouveauMouvement& nouveau,
                                          const Destinations& destinations) {
    const auto ici = demander(db, qui, nouveau.appel);
    if (!ici) return ici.error();
    if (nouveau.vus &&
        *nouveau.vus != enveloppe::Bilan{*ici, enveloppe::flux(db, *ici)}.mouvements())
        return core::refuse(core::Reason::conflict, "enveloppe.perimee");
    const auto mouvement = lire(*ici, nouveau, destinations);
    if (!mouvement) return mouvement.error();
    auto motif = instruction::lire_texte(nouveau.motif);
    if (!motif) return motif.error();
    auto ecrite = enveloppe::ecrire(
        db, *mouvement,
        {.motif = *std::move(motif), .par = qui.acteur.compte, .faite_le = qui.maintenant});
    if (ecrite)
        teleservice::noter(db, qui,
                           {"enveloppe.mouvoir", "mouvement:" + std::to_string(ecrite->numero)});
    return ecrite;
}

core::Result<int> importer_le_portefeuille(storage::Writer& db, const Demandeur& qui,
                                           const std::vector<LigneImportee>& lignes) {
    if (const auto permis = permettre(qui); !permis) return permis.error();
    const std::string guichet{qui.acteur.guichet()};
    const auto deja = sources_importees(db, guichet);
    for (const auto& une : lignes)
        if (std::ranges::find(deja, une.source, &SourceImportee::nom) != deja.end())
            return core::refuse(core::Reason::conflict, "comite.portefeuille_deja", une.source);
    importer(db, lignes,
             {.guichet = guichet, .par = qui.acteur.compte, .importe_le = qui.maintenant});
    teleservice::noter(db, qui, {"portefeuille.importer", "guichet:" + guichet});
    return static_cast<int>(lignes.size());
}

core::Result<std::vector<SourceImportee>> sources_du_portefeuille(storage::Reader& db,
                                                                  const Demandeur& qui) {
    if (const auto permis = permettre(qui); !permis) return permis.error();
    return sources_importees(db, qui.acteur.guichet());
}

}  // namespace grappe::comite
