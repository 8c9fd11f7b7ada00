// Shared by the acts of an administrator.
#include "portail/administration/intervention.hpp"

#include "audit/journal.hpp"
#include "courrier/lettre.hpp"
#include "identity/compte.hpp"
#include "portail/instruction/decision_repository.hpp"
#include "portail/instruction/moyens.hpp"
#include "portail/teleservice/depot_repository.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/lettre_type.hpp"

namespace grappe::administration {
namespace {

// The number of its receipt, else its call: what its readers know it by.
std::string nom_pour_tous(const std::optional<teleservice::Depot>& depot, const Dossier& dossier) {
    return depot ? depot->numero : dossier.appel;
}

std::string jour_du_depot(const std::optional<teleservice::Depot>& depot) {
    std::string texte;
    if (!depot) return texte;
    rules::ajouter_valeur(texte,
                          core::Zone::parse("Europe/Paris").value().day_of(depot->depose_le));
    return texte;
}

struct Nouvelle {
    const Dossier& dossier;
    const Intervention& faite;
    std::optional<teleservice::Depot> depot;
};

// In the words of its desk.
void prevenir_le_porteur(storage::Writer& db, const Nouvelle& nouvelle, const Moyens& moyens) {
    const auto& [dossier, faite, depot] = nouvelle;
    const auto compte = identity::trouver_compte(db, dossier.compte);
    if (!compte) return;
    const auto& phrases = moyens.regles.phrases;
    const auto lien = moyens.adresse_publique + "/dossiers/" + dossier.id + "/historique";
    const teleservice::Champs champs{{"numero", nom_pour_tous(depot, dossier)},
                                     {"appel", dossier.appel},
                                     {"guichet", depot ? depot->financeur : std::string{}},
                                     {"depose_le", jour_du_depot(depot)},
                                     {"fait", teleservice::phrase_de(faite, phrases)},
                                     {"motif", faite.motif},
                                     {"lien", lien}};
    const auto guichet = dossier.guichet.value_or("");
    const auto modele =
        teleservice::modele(db, {teleservice::GenreDeLettre::intervention, guichet}, phrases);
    identity::envoyer(db,
                      {.compte = *compte,
                       .poids = poids_de(faite.genre),
                       .message = teleservice::en_message(teleservice::remplir(modele, champs),
                                                          compte->courriel.text(), phrases,
                                                          moyens.adresse_publique),
                       .lien = lien},
                      moyens.reel);
}

// To a desk it is news, whatever was done.
void prevenir_l_instructeur(storage::Writer& db, const std::string& id, const Nouvelle& nouvelle,
                            const Moyens& moyens) {
    const auto compte = identity::trouver_compte(db, id);
    if (!compte) return;
    const auto& phrases = moyens.regles.phrases;
    const auto lien = moyens.adresse_publique + "/bureau/dossiers/" + nouvelle.dossier.id;
    const rules::Faits faits{{"nom", nom_pour_tous(nouvelle.depot, nouvelle.dossier)},
                             {"fait", teleservice::phrase_de(nouvelle.faite, phrases)},
                             {"motif", nouvelle.faite.motif},
                             {"site", moyens.adresse_publique},
                             {"lien", lien}};
    identity::envoyer(
        db,
        {.compte = *compte,
         .poids = identity::Poids::nouvelle,
         .message = courrier::composer(phrases, "intervention", compte->courriel.text(), faits),
         .lien = lien},
        moyens.reel);
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
    const auto paris = core::Zone::parse("Europe/Paris").value();
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
    audit::noter(db,
                 {.acteur = qui.acteur.compte,
                  .acte = "administration." + genre,
                  .objet = teleservice::objet_du_journal(dossier),
                  .detail = "intervention:" + std::to_string(faite.numero)},
                 qui.maintenant);
    const Nouvelle nouvelle{dossier, faite, teleservice::dernier_depot(db, dossier.id)};
    prevenir_le_porteur(db, nouvelle, moyens);
    if (const auto instructeur = instruction::instructeur_de(db, dossier.id))
        prevenir_l_instructeur(db, *instructeur, nouvelle, moyens);
    return faite;
}

void faire_passer(storage::Writer& db, const Demandeur& qui, Admise& admise,
                  const teleservice::Passage& passage) {
    admise.dossier.statut = passage.apres;
    admise.dossier.modifie_le = qui.maintenant;
    teleservice::passer(db, admise.dossier, passage);
}

}  // namespace grappe::administration
