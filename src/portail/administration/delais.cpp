// Windows and due dates of one dossier.
#include "portail/administration/delais.hpp"

#include <algorithm>

#include "portail/instruction/demande_repository.hpp"
#include "portail/teleservice/rappel.hpp"

namespace grappe::administration {
namespace {

bool se_prolonge(Statut statut) { return statut == Statut::brouillon || statut == Statut::depose; }

// Until when it can be deposited as things are; empty: the window is closed, or the call has none.
std::optional<core::Instant> ouvert(storage::Reader& db, const Dossier& dossier,
                                    const Demandeur& qui, const Moyens& moyens) {
    const auto etat = teleservice::etat_de(db, dossier, moyens.regles, qui.maintenant);
    return teleservice::echeance_de(
        etat, teleservice::appel_de(dossier, moyens.regles, qui.maintenant), qui.maintenant);
}

std::string en_texte(core::Date date) { return date.text(); }

}  // namespace

core::Result<Intervention> prolonger(storage::Writer& db, const Demandeur& qui,
                                     const Prolongation& prolongation, const Moyens& moyens) {
    const auto admise = admettre(db, qui, prolongation.demande);
    if (!admise) return admise.error();
    if (!se_prolonge(admise->dossier.statut)) return etat_refuse(admise->dossier);
    const auto jusqu_au = lire_le_jour(prolongation.jusqu_au, qui);
    if (!jusqu_au) return jusqu_au.error();
    const auto deja = ouvert(db, admise->dossier, qui, moyens);
    if (deja && *deja >= *jusqu_au)
        return core::refuse(core::Reason::conflict, "administration.deja_ouvert");
    return noter(db, qui,
                 {*admise,
                  {.genre = GenreDIntervention::prolongation,
                   .avant = deja ? en_texte(teleservice::dernier_jour(*deja)) : std::string{},
                   .apres = en_texte(teleservice::dernier_jour(*jusqu_au)),
                   .jusqu_au = *jusqu_au,
                   .motif = {},
                   .par = {},
                   .faite_le = qui.maintenant}},
                 moyens);
}

core::Result<Intervention> reporter(storage::Writer& db, const Demandeur& qui, const Report& report,
                                    const Moyens& moyens) {
    const auto admise = admettre(db, qui, report.demande);
    if (!admise) return admise.error();
    const auto& dossier = admise->dossier;
    if (dossier.statut != Statut::pieces_demandees) return etat_refuse(dossier);
    const auto demandes = instruction::demandes(db, dossier.id);
    const auto demande = std::find_if(demandes.begin(), demandes.end(), [&](const auto& une) {
        return une.ouverte() && std::to_string(une.numero) == report.numero;
    });
    if (demande == demandes.end())
        return core::refuse(core::Reason::not_found, "administration.demande");
    if (const auto jour = lire_le_jour(report.echeance, qui); !jour) return jour.error();
    const auto echeance = core::Date::parse(report.echeance).value();
    if (echeance <= demande->echeance)
        return core::refuse(core::Reason::rule_not_met, "administration.plus_tot");
    instruction::reporter(db, dossier.id, {demande->numero, echeance});
    return noter(db, qui,
                 {*admise,
                  {.genre = GenreDIntervention::echeance,
                   .objet = std::string{report.numero},
                   .avant = en_texte(demande->echeance),
                   .apres = en_texte(echeance),
                   .motif = {},
                   .par = {},
                   .faite_le = qui.maintenant}},
                 moyens);
}

}  // namespace grappe::administration
