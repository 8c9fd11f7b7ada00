// Dossiers that go on.
#include "portail/administration/reouverture.hpp"

#include "portail/instruction/demande_repository.hpp"
#include "portail/teleservice/depot.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/fiche_repository.hpp"

namespace grappe::administration {
namespace {

std::optional<Statut> avant_le_retrait(storage::Reader& db, const Dossier& dossier) {
    std::optional<Statut> avant;
    for (const auto& passage : teleservice::passages(db, dossier.id))
        if (passage.acte == Acte::retirer) avant = passage.avant;
    return avant;
}

// What it has back was taken by another dossier meanwhile.
std::string pris_ailleurs(storage::Reader& db, const Dossier& dossier, const Moyens& moyens) {
    const auto depot = teleservice::dernier_depot(db, dossier.id);
    if (!depot) return {};
    const auto etat = teleservice::etat_depose(db, dossier, moyens.regles, *depot);
    return etat.jugement.verifie ? teleservice::deja_ailleurs(etat) : std::string{};
}

void passer(storage::Writer& db, const Demandeur& qui, Admise& admise,
            const std::pair<Acte, Statut>& vers) {
    faire_passer(db, qui, admise,
                 {.acte = vers.first,
                  .avant = admise.dossier.statut,
                  .apres = vers.second,
                  .par = qui.acteur.compte,
                  .fait_le = qui.maintenant,
                  .motif = admise.motif});
}

void clore_les_demandes(storage::Writer& db, const Demandeur& qui, const Dossier& dossier) {
    for (auto& demande : instruction::demandes(db, dossier.id)) {
        if (!demande.ouverte()) continue;
        demande.close_le = qui.maintenant;
        demande.cloture = instruction::Cloture::reprise;
        instruction::clore(db, dossier.id, demande);
    }
}

}  // namespace

core::Result<Dossier> rouvrir(storage::Writer& db, const Demandeur& qui, const Demande& demande,
                              const Moyens& moyens) {
    auto lue = admettre(db, qui, demande);
    if (!lue) return lue.error();
    auto admise = *std::move(lue);
    const auto avant = admise.dossier.statut;
    const auto apres = teleservice::reouverture(avant, avant_le_retrait(db, admise.dossier));
    if (!apres) return etat_refuse(admise.dossier);
    if (teleservice::est_vivant(*apres))
        if (auto finess = pris_ailleurs(db, admise.dossier, moyens); !finess.empty())
            return core::refuse(core::Reason::conflict, "administration.essms_ailleurs",
                                std::move(finess));
    passer(db, qui, admise, {Acte::rouvrir, *apres});
    teleservice::tenir_l_echeance(db, admise.dossier.id);
    noter(db, qui,
          {admise,
           {.genre = GenreDIntervention::reouverture,
            .avant = std::string{core::name_of(avant)},
            .apres = std::string{core::name_of(*apres)},
            .motif = {},
            .par = {},
            .faite_le = qui.maintenant}},
          moyens);
    return admise.dossier;
}

core::Result<Dossier> ouvrir_a_la_modification(storage::Writer& db, const Demandeur& qui,
                                               const Amendement& amendement, const Moyens& moyens) {
    auto lue = admettre(db, qui, amendement.demande);
    if (!lue) return lue.error();
    auto admise = *std::move(lue);
    const auto avant = admise.dossier.statut;
    const auto apres = teleservice::suite(avant, Acte::amender);
    if (!apres) return etat_refuse(admise.dossier);
    const auto jusqu_au = lire_le_jour(amendement.jusqu_au, qui);
    if (!jusqu_au) return jusqu_au.error();
    clore_les_demandes(db, qui, admise.dossier);
    passer(db, qui, admise, {Acte::amender, *apres});
    noter(db, qui,
          {admise,
           {.genre = GenreDIntervention::amendement,
            .avant = std::string{core::name_of(avant)},
            .apres = std::string{core::name_of(*apres)},
            .jusqu_au = *jusqu_au,
            .motif = {},
            .par = {},
            .faite_le = qui.maintenant}},
          moyens);
    return admise.dossier;
}

}  // namespace grappe::administration
