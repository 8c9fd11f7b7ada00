// Draws and proofs.
#include "portail/usages/controle.hpp"

#include <algorithm>
#include <set>

#include "core/texte.hpp"
#include "courrier/lettre.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/journal.hpp"
#include "portail/usages/controle_repository.hpp"
#include "portail/usages/usages_repository.hpp"
#include "rapport/verification.hpp"
#include "secret/empreinte.hpp"
#include "secret/hasard.hpp"

namespace grappe::usages {
namespace {

using access::Permission;

constexpr std::size_t source_max = 200, reproches_max = 50;

core::Result<std::string> lire_la_source(std::string_view tapee) {
    std::string source{core::trimmed(tapee)};
    const bool commande = std::ranges::any_of(
        source, [](char signe) { return static_cast<unsigned char>(signe) < ' '; });
    if (source.empty() || source.size() > source_max || commande)
        return core::refuse(core::Reason::invalid, "usages.tirage_source",
                            std::to_string(source_max));
    return source;
}

// What was kept was sound when it came.
rapport::Rapport relire(storage::Reader& db, const RapportRecu& recu) {
    const auto octets = octets_de(db, recu.tete.empreinte);
    core::ensure(octets.has_value(), "a report has its bytes");
    auto lecture = rapport::lire(*octets);
    core::ensure(lecture.rapport.has_value(), "a report that was kept can be read");
    return *std::move(lecture.rapport);
}

rapport::Tirage refaire(const RapportRecu& recu, const std::string& graine, std::int64_t nombre) {
    const auto empreinte = rapport::lire_empreinte(recu.tete.empreinte);
    core::ensure(empreinte.has_value(), "a report has its digest");
    return rapport::tirer({*empreinte, recu.tete.feuilles}, graine, nombre);
}

struct RapportTire {
    RapportRecu rapport;
    Tirage tirage;
};
core::Result<RapportTire> demander_le_tirage(storage::Reader& db, const Demandeur& qui,
                                             const TirageVise& vise, Permission permission) {
    auto rapport = demander_le_rapport(db, qui, vise.rapport, permission);
    if (!rapport) return rapport.error();
    auto tirages = tirages_de(db, vise.rapport);
    const auto ou = std::ranges::find(tirages, vise.tirage, &Tirage::id);
    if (ou == tirages.end()) return core::refuse(core::Reason::not_found, "usages.tirage_inconnu");
    return RapportTire{*std::move(rapport), std::move(*ou)};
}

rapport::Reproches reproches_de(storage::Reader& db, const RapportTire& tire,
                                const rapport::Preuves& lues) {
    const auto attendu = refaire(tire.rapport, tire.tirage.graine, tire.tirage.nombre);
    auto reproches = rapport::verifier_preuves(relire(db, tire.rapport), lues);
    if (lues.graine != attendu.graine || lues.nombre != attendu.nombre ||
        lues.rapport != attendu.rapport)
        reproches.push_back({"preuves.autre_tirage"});
    return reproches;
}

// Those who may answer: a dossier may have changed hands since the report came.
std::set<std::string> porteurs_de(storage::Reader& db, const RapportRecu& rapport) {
    std::set<std::string> dossiers, porteurs;
    for (const auto& ligne : rapport.lignes) dossiers.insert(ligne.dossier);
    for (const auto& id : dossiers)
        if (const auto dossier = teleservice::trouver(db, id)) porteurs.insert(dossier->compte);
    return porteurs;
}

void annoncer(storage::Writer& db, const RapportRecu& rapport, const Tirage& tirage,
              const identity::Poste& poste) {
    const auto lien = poste.adresse_publique + "/usages/" + rapport.id;
    const rules::Faits faits{{"numero", rapport.numero},
                             {"nombre", std::min(tirage.nombre, rapport.tete.feuilles)},
                             {"au", rapport.tete.au},
                             {"lien", lien},
                             {"site", poste.adresse_publique}};
    for (const auto& id : porteurs_de(db, rapport))
        identity::avertir(db, {id, "tirage", identity::Poids::acte, faits, lien}, poste);
}

}  // namespace

core::Result<Tirage> tirer(storage::Writer& db, const Demandeur& qui, const NouveauTirage& voulu,
                           const identity::Poste& poste) {
    const auto rapport = demander_le_rapport(db, qui, voulu.rapport, Permission::dossier_instruire);
    if (!rapport) return rapport.error();
    if (rapport->tete.nature == Nature::declare)
        return core::refuse(core::Reason::conflict, "usages.tirage_declare");
    const auto graine = rapport::lire_graine(voulu.graine);
    if (!graine) return core::refuse(core::Reason::invalid, "usages.tirage_graine");
    if (voulu.nombre < 1 || voulu.nombre > tirage_max)
        return core::refuse(core::Reason::invalid, "usages.tirage_nombre",
                            std::to_string(tirage_max));
    auto source = lire_la_source(voulu.source);
    if (!source) return source.error();
    const auto faits = tirages_de(db, rapport->id);
    for (const auto& fait : faits)
        if (fait.graine == *graine && fait.nombre == voulu.nombre) return fait;
    Tirage tirage{.id = secret::identifiant(),
                  .rang = static_cast<int>(faits.size()) + 1,
                  .graine = *graine,
                  .nombre = voulu.nombre,
                  .source = *std::move(source),
                  .fait_le = qui.maintenant};
    ajouter(db, *rapport, tirage, qui.acteur.compte);
    teleservice::noter(
        db, qui,
        {"usage.tirer", objet_du_journal(rapport->id), "tirage " + std::to_string(tirage.rang)});
    annoncer(db, *rapport, tirage, poste);
    return tirage;
}

core::Result<std::string> fichier_du_tirage(storage::Reader& db, const Demandeur& qui,
                                            const TirageVise& vise) {
    const auto tire = demander_le_tirage(db, qui, vise, Permission::usage_lire);
    if (!tire) return tire.error();
    return rapport::ecrire(refaire(tire->rapport, tire->tirage.graine, tire->tirage.nombre)) + "\n";
}

core::Result<Preuves> recevoir_les_preuves(storage::Writer& db, const Demandeur& qui,
                                           const PreuvesRecues& recues,
                                           const rules::Phrases& phrases) {
    const auto tire = demander_le_tirage(db, qui, recues.vise, Permission::usage_declarer);
    if (!tire) return tire.error();
    const auto empreinte = secret::empreinte(recues.octets);
    for (const auto& deja : tire->tirage.preuves)
        if (deja.empreinte == empreinte) return deja;
    const auto lecture = rapport::lire_preuves(recues.octets);
    if (lecture.etat != rapport::Lecture::Etat::lu) {
        const auto& premier = lecture.reproches.front();
        return core::refuse(core::Reason::rule_not_met, "usages.preuves_illisibles",
                            phrases.rendre(premier.code, premier.faits));
    }
    const auto reproches = reproches_de(db, *tire, lecture.preuves);
    Preuves preuves{
        .rang = static_cast<int>(tire->tirage.preuves.size()) + 1,
        .empreinte = empreinte,
        .recu_le = qui.maintenant,
        .ouvertures = static_cast<std::int64_t>(lecture.preuves.ouvertures.size()),
        .issue = reproches.empty() ? IssueDesPreuves::justes : IssueDesPreuves::refusees,
        .reproches = {}};
    for (const auto& un : reproches)
        if (preuves.reproches.size() < reproches_max)
            preuves.reproches.push_back(phrases.rendre(un.code, un.faits));
    garder_le_fichier(db, empreinte, recues.octets);
    ajouter(db, tire->tirage, preuves, qui.acteur.compte);
    teleservice::noter(db, qui,
                       {"usage.prouver", objet_du_journal(tire->rapport.id),
                        std::string{core::name_of(preuves.issue)}});
    return preuves;
}

}  // namespace grappe::usages
