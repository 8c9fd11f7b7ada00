// The ledger of a desk, moved by hand with a reason, and its history.
#include "portail/comite/moyens_du_guichet.hpp"

#include <algorithm>

#include "portail/instruction/moyens.hpp"
#include "portail/teleservice/journal.hpp"

namespace grappe::comite {
namespace {

core::Result<void> permettre(const Demandeur& qui) {
    if (access::peut(qui.acteur, access::Permission::comite_preparer)) return {};
    return core::refuse(core::Reason::forbidden, "acces.interdit");
}

// Two figures, or "national".
bool est_un_guichet(std::string_view texte) {
    return texte == access::guichet_national ||
           (texte.size() == 2 &&
            std::ranges::all_of(texte, [](char c) { return c >= '0' && c <= '9'; }));
}

core::Result<enveloppe::Mouvement> lire(const enveloppe::Enveloppe& ici,
                                        const NouveauMouvement& nouveau) {
    const auto montant = core::Money::parse(nouveau.montant);
    if (!montant || *montant <= core::Money{})
        return core::refuse(core::Reason::rule_not_met, "enveloppe.montant");
    if (nouveau.genre == core::name_of(enveloppe::Genre::ouvrir))
        return enveloppe::ouverture(ici, *montant);
    if (nouveau.genre != core::name_of(enveloppe::Genre::ceder))
        return core::refuse(core::Reason::rule_not_met, "enveloppe.genre");
    const enveloppe::Enveloppe vers{
        nouveau.appel_vers.empty() ? ici.appel : std::string{nouveau.appel_vers},
        std::string{nouveau.vers}};
    if (!est_un_guichet(nouveau.vers) || vers == ici)
        return core::refuse(core::Reason::rule_not_met, "enveloppe.vers");
    return enveloppe::cession(ici, vers, *montant);
}

}  // namespace

core::Result<Livre> lire_le_livre(storage::Reader& db, const Demandeur& qui,
                                  std::string_view appel) {
    if (const auto permis = permettre(qui); !permis) return permis.error();
    const enveloppe::Enveloppe ici{std::string{appel}, std::string{qui.acteur.guichet()}};
    if (!enveloppe::est_ouverte(db, ici))
        return core::refuse(core::Reason::not_found, "enveloppe.appel");
    return Livre{ici, enveloppe::ecritures(db, ici), enveloppe::soldes(db, ici)};
}

core::Result<enveloppe::Ecriture> mouvoir(storage::Writer& db, const Demandeur& qui,
                                          const NouveauMouvement& nouveau) {
    const auto livre = lire_le_livre(db, qui, nouveau.appel);
    if (!livre) return livre.error();
    const auto mouvement = lire(livre->enveloppe, nouveau);
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
    importer(db, lignes,
             {.guichet = guichet, .par = qui.acteur.compte, .importe_le = qui.maintenant});
    teleservice::noter(db, qui, {"portefeuille.importer", "guichet:" + guichet});
    return static_cast<int>(lignes.size());
}

}  // namespace grappe::comite
