// Reading what came, judging it, keeping it.
#include "portail/jalons/declaration.hpp"

#include <set>

#include "courrier/lettre.hpp"
#include "identity/compte.hpp"
#include "portail/instruction/moyens.hpp"
#include "portail/jalons/jalons_repository.hpp"

namespace grappe::jalons {
namespace {

using core::Reason, core::refuse;

core::Result<Voulu> lire(const NouveauxFaits& nouveaux) {
    const auto jalon = core::named<Genre>(nouveaux.jalon);
    if (!jalon) return refuse(Reason::invalid, "jalon.nom");
    const auto acte = core::named<Acte>(nouveaux.acte);
    if (!acte) return refuse(Reason::invalid, "jalon.acte");
    auto motif = instruction::lire_texte_libre(nouveaux.motif);
    if (!motif) return motif.error();
    Voulu voulu{.jalon = *jalon, .acte = *acte, .motif = *std::move(motif)};
    const bool sans_jour =
        *acte == Acte::retirer || *acte == Acte::confirmer || *acte == Acte::demander;
    if (sans_jour || nouveaux.jour.empty()) return voulu;
    const auto jour = core::Date::parse(nouveaux.jour);
    if (!jour) return refuse(Reason::invalid, "jalon.jour");
    voulu.jour = *jour;
    return voulu;
}

std::vector<Voulu> un_par_essms(const Voulu& voulu, const std::vector<std::string>& essms) {
    if (essms.empty()) return {voulu};
    std::vector<Voulu> tous;
    for (const auto& finess : std::set<std::string>{essms.begin(), essms.end()}) {
        tous.push_back(voulu);
        tous.back().finess_et = finess;
    }
    return tous;
}

core::Result<void> permettre(const Lu& lu, const NouveauxFaits& nouveaux) {
    if (!lu.auteur) return refuse(Reason::forbidden, "convention.interdite");
    if (!lu.vivant()) return teleservice::etat_refuse(lu.sujet.dossier);
    if (nouveaux.vu && *nouveaux.vu != lu.version())
        return refuse(Reason::conflict, "jalon.version_perimee", std::to_string(lu.version()));
    return {};
}

core::Result<void> ecrire(storage::Writer& db, const Demandeur& qui, const Lu& lu,
                          const Voulu& voulu) {
    if (lu.siens && !lu.siens->contains(voulu.finess_et))
        return refuse(Reason::forbidden, "jalon.d_un_autre");
    if (auto permis = admettre(lu.contexte(), voulu, *lu.auteur); !permis) return permis;
    const auto& [convention, dossier] = lu.sujet;
    ajouter(db, convention.id, dossier.id,
            {.numero = 0,
             .jalon = voulu.jalon,
             .finess_et = voulu.finess_et,
             .acte = voulu.acte,
             .jour = voulu.jour,
             .motif = voulu.motif,
             .par = qui.acteur.compte,
             .fait_le = qui.maintenant});
    std::string detail{core::name_of(voulu.jalon)};
    if (!voulu.finess_et.empty()) detail.append(" ").append(voulu.finess_et);
    if (voulu.jour) detail.append(" ").append(voulu.jour->text());
    convention::noter(db, qui, lu.sujet,
                      {"jalon." + std::string{core::name_of(voulu.acte)}, detail});
    return {};
}

// Nobody is told of what it did itself.
void avertir(storage::Writer& db, const Lu& lu, const Voulu& voulu, const Moyens& moyens) {
    const auto compte = identity::trouver_compte(db, lu.sujet.dossier.compte);
    if (!compte || compte->ferme) return;
    const auto& phrases = moyens.regles.phrases;
    const rules::Faits faits{
        {"numero", lu.numero},
        {"jalon", phrases.rendre("jalons.nom." + std::string{core::name_of(voulu.jalon)}, {})},
        {"question", voulu.motif},
        {"lien", moyens.adresse_publique + "/conventions/" + lu.sujet.convention.id + "/jalons"},
        {"site", moyens.adresse_publique}};
    courrier::deposer(db,
                      courrier::composer(phrases, "jalon_demande", compte->courriel.text(), faits),
                      moyens.reel);
}

}  // namespace

core::Result<Lu> dire(storage::Writer& db, const Demandeur& qui, const NouveauxFaits& nouveaux,
                      const Moyens& moyens) {
    const auto lu = jalons::lire(db, qui, nouveaux.convention, moyens);
    if (!lu) return lu.error();
    const auto voulu = lire(nouveaux);
    if (!voulu) return voulu.error();
    if (const auto permis = permettre(*lu, nouveaux); !permis) return permis.error();
    for (const auto& un : un_par_essms(*voulu, nouveaux.essms))
        if (const auto ecrit = ecrire(db, qui, *lu, un); !ecrit) return ecrit.error();
    if (voulu->acte == Acte::demander) avertir(db, *lu, *voulu, moyens);
    return jalons::lire(db, qui, nouveaux.convention, moyens);
}

}  // namespace grappe::jalons
