// Shared by the acts of an administrator.
#include "portail/administration/intervention.hpp"

#include "audit/journal.hpp"
#include "courrier/lettre.hpp"
#include "identity/compte.hpp"
#include "portail/instruction/decision_repository.hpp"
#include "portail/instruction/moyens.hpp"
#include "portail/teleservice/depot_repository.hpp"
#include "portail/teleservice/dossier_repository.hpp"

namespace grappe::administration {
namespace {

struct Nouvelle {
    const Dossier& dossier;
    rules::Faits faits;
};

struct Destinataire {
    std::string compte;
    std::string_view page;  // of the dossier, for that reader
    std::string_view suite;
};

void prevenir(storage::Writer& db, const Destinataire& a, const Nouvelle& nouvelle,
              const Moyens& moyens) {
    const auto compte = identity::trouver_compte(db, a.compte);
    if (!compte || compte->ferme) return;
    auto faits = nouvelle.faits;
    faits.push_back({"lien", moyens.adresse_publique + std::string{a.page} + nouvelle.dossier.id +
                                 std::string{a.suite}});
    courrier::deposer(
        db,
        courrier::composer(moyens.regles.phrases, "intervention", compte->courriel.text(), faits),
        moyens.reel);
}

// The number of its receipt, else its call: what its readers know it by.
std::string nom_pour_tous(storage::Reader& db, const Dossier& dossier) {
    const auto depot = teleservice::dernier_depot(db, dossier.id);
    return depot ? depot->numero : dossier.appel;
}

}  // namespace

core::Result<Admise> admettre(storage::Reader& db, const Demandeur& qui, const Demande& demande) {
    auto dossier = teleservice::demander_en_administrateur(db, qui, demande.dossier);
    if (!dossier) return dossier.error();
    auto motif = instruction::lire_texte(demande.motif);
    if (!motif)
        return motif.error().code == "instruction.texte_vide"
                   ? core::refuse(core::Reason::invalid, "administration.motif")
                   : motif.error();
    return Admise{*std::move(dossier), *std::move(motif)};
}

core::Refusal etat_refuse(const Dossier& dossier) {
    return core::refuse(core::Reason::conflict, "dossier.etat",
                        std::string{core::name_of(dossier.statut)});
}

core::Result<core::Instant> lire_le_jour(std::string_view jour, const Demandeur& qui) {
    const auto lu = core::Date::parse(jour);
    if (!lu) return core::refuse(core::Reason::invalid, "administration.date");
    const auto paris = core::Zone::parse("Europe/Paris").value();
    const auto fin = paris.start_of(lu->plus_days(1));
    if (fin <= qui.maintenant) return core::refuse(core::Reason::invalid, "administration.date");
    return fin;
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
    const auto& phrases = moyens.regles.phrases;
    const Nouvelle nouvelle{dossier,
                            {{"nom", nom_pour_tous(db, dossier)},
                             {"fait", teleservice::phrase_de(faite, phrases)},
                             {"motif", faite.motif},
                             {"site", moyens.adresse_publique}}};
    prevenir(db, {dossier.compte, "/dossiers/", "/historique"}, nouvelle, moyens);
    if (const auto instructeur = instruction::instructeur_de(db, dossier.id))
        prevenir(db, {*instructeur, "/bureau/dossiers/", ""}, nouvelle, moyens);
    return faite;
}

void faire_passer(storage::Writer& db, const Demandeur& qui, Admise& admise,
                  const teleservice::Passage& passage) {
    admise.dossier.statut = passage.apres;
    admise.dossier.modifie_le = qui.maintenant;
    teleservice::passer(db, admise.dossier, passage);
}

}  // namespace grappe::administration
