// Shared by the acts of an administrator.
#include "portail/administration/intervention.hpp"

#include "portail/instruction/decision_repository.hpp"
#include "portail/instruction/lettres.hpp"
#include "portail/instruction/moyens.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/journal.hpp"

namespace grappe::administration {
namespace {

// To a desk it is news, whatever was done; nobody who examines: nobody to tell.
void annoncer(storage::Writer& db, const instruction::Envoi& envoi, const Intervention& faite) {
    const auto fait = teleservice::phrase_de(faite, envoi.moyens.regles.phrases);
    instruction::Propos propos{
        .genre = teleservice::GenreDeLettre::intervention, .motif = faite.motif, .fait = fait};
    instruction::annoncer_au_porteur(db, envoi, propos, poids_de(faite.genre));
    if (!instruction::instructeur_de(db, envoi.dossier.id)) return;
    propos.genre = teleservice::GenreDeLettre::guichet_intervention;
    instruction::annoncer_au_guichet(db, envoi, propos, identity::Poids::nouvelle);
}

}  // namespace

core::Result<Admise> admettre(storage::Reader& db, const Demandeur& qui, const Demande& demande) {
    auto dossier = teleservice::demander_en_administrateur(db, qui, demande.dossier);
    if (!dossier) return dossier.error();
    auto motif = instruction::lire_texte(demande.motif, "administration.motif");
    if (!motif) return motif.error();
    return Admise{*std::move(dossier), *std::move(motif)};
}

core::Result<core::Instant> lire_le_jour(std::string_view jour, const Demandeur& qui) {
    const auto lu = core::Date::parse(jour);
    if (!lu) return core::refuse(core::Reason::invalid, "administration.date");
    const auto& paris = core::paris();
    const auto fin = paris.start_of(lu->plus_days(1));
    if (fin <= qui.maintenant) return core::refuse(core::Reason::invalid, "administration.date");
    return fin;
}

identity::Poids poids_de(GenreDIntervention genre) {
    switch (genre) {
        case GenreDIntervention::amendement:
            return identity::Poids::acte;
        case GenreDIntervention::prolongation:
        case GenreDIntervention::echeance:
            return identity::Poids::nouvelle;
        case GenreDIntervention::reouverture:
        case GenreDIntervention::membre:
        case GenreDIntervention::porteur:
        case GenreDIntervention::correction:
            break;
    }
    return identity::Poids::obligatoire;
}

Intervention noter(storage::Writer& db, const Demandeur& qui, ANoter a_noter,
                   const Moyens& moyens) {
    auto& [admise, intervention] = a_noter;
    const auto& dossier = admise.dossier;
    intervention.motif = admise.motif;
    intervention.par = qui.acteur.compte;
    intervention.faite_le = qui.maintenant;
    auto faite = teleservice::ajouter(db, dossier.id, std::move(intervention));
    const auto genre = std::string{core::name_of(faite.genre)};
    teleservice::noter(db, qui,
                       {"administration." + genre, teleservice::objet_du_journal(dossier),
                        "intervention:" + std::to_string(faite.numero)});
    annoncer(db, {dossier, moyens}, faite);
    return faite;
}

void faire_passer(storage::Writer& db, const Demandeur& qui, Admise& admise,
                  const teleservice::Passage& passage) {
    admise.dossier.statut = passage.apres;
    admise.dossier.modifie_le = qui.maintenant;
    teleservice::passer(db, admise.dossier, passage);
}

}  // namespace grappe::administration
