// A corrected version beside the deposited one.
#include "portail/administration/correction.hpp"

#include <algorithm>

#include "portail/dossier/lecture_dossier.hpp"
#include "portail/teleservice/complement_repository.hpp"
#include "portail/teleservice/depot.hpp"
#include "portail/teleservice/dossier_repository.hpp"

namespace grappe::administration {
namespace {

using teleservice::Depot;

std::string en_vigueur(storage::Reader& db, const Depot& depot) {
    return teleservice::contenu(db, depot.dossier, teleservice::version_en_vigueur(db, depot))
        .value_or("");
}

std::string valeur_de(std::string_view contenu, std::string_view chemin) {
    for (auto& champ : champs_de(contenu))
        if (champ.chemin == chemin) return std::move(champ.valeur);
    return {};
}

bool est_lu(std::string_view contenu, std::string_view chemin, const socle::Moyens& regles) {
    const auto lecture = dossier::lire_dossier(
        contenu, {.appel_impose = std::nullopt, .territoires = regles.referentiels.territoires});
    return std::none_of(lecture.fautes.begin(), lecture.fautes.end(),
                        [&](const dossier::Faute& faute) { return faute.chemin == chemin; });
}

// Of a null, nothing tells the kind: digits are a number, else the text that an amount is.
core::Result<std::string> corrige_au_mieux(std::string_view contenu, Correctif correctif,
                                           const socle::Moyens& regles) {
    auto devine = corriger_le_texte(contenu, correctif);
    if (valeur_de(contenu, correctif.chemin) != "null") return devine;
    if (!devine || est_lu(*devine, correctif.chemin, regles)) return devine;
    correctif.nul = Nul::texte;
    auto en_texte = corriger_le_texte(contenu, correctif);
    return en_texte && est_lu(*en_texte, correctif.chemin, regles) ? en_texte : devine;
}

Dossier ecrire(storage::Writer& db, const Demandeur& qui, Dossier dossier,
               const std::string& contenu) {
    const teleservice::Version version{
        .numero = dossier.version + 1, .ecrit_par = qui.acteur.compte, .ecrit_le = qui.maintenant};
    const bool ecrite = teleservice::ajouter_version(db, dossier, version, contenu);
    core::ensure(ecrite, "nobody writes in the transaction of another");
    dossier.version = version.numero;
    dossier.modifie_le = version.ecrit_le;
    return dossier;
}

// The refusals of an answer, in the words of an administrator.
core::Refusal en_administrateur(const core::Refusal& refus) {
    if (refus.code == "reponse.illisible")
        return core::refuse(core::Reason::rule_not_met, "administration.illisible");
    if (refus.code == "reponse.accord_manquant")
        return core::refuse(core::Reason::conflict, "administration.part", refus.detail);
    if (refus.code == "reponse.essms_deja_depose")
        return core::refuse(core::Reason::conflict, "administration.essms_ailleurs", refus.detail);
    return refus;
}

}  // namespace

bool se_corrige(Statut statut) {
    return statut == Statut::depose || statut == Statut::en_instruction ||
           statut == Statut::pieces_demandees || statut == Statut::recevable;
}

core::Result<std::vector<Champ>> champs_corrigeables(storage::Reader& db, const Demandeur& qui,
                                                     std::string_view id) {
    const auto dossier = teleservice::demander_en_administrateur(db, qui, id);
    if (!dossier) return dossier.error();
    if (!se_corrige(dossier->statut)) return etat_refuse(*dossier);
    return champs_de(en_vigueur(db, *teleservice::dernier_depot(db, dossier->id)));
}

core::Result<Intervention> corriger(storage::Writer& db, const Demandeur& qui,
                                    const Correction& correction, const Moyens& moyens) {
    const auto admise = admettre(db, qui, correction.demande);
    if (!admise) return admise.error();
    const auto& dossier = admise->dossier;
    if (!se_corrige(dossier.statut)) return etat_refuse(dossier);
    const auto depot = *teleservice::dernier_depot(db, dossier.id);
    const auto avant = en_vigueur(db, depot);
    const auto corrige = corrige_au_mieux(avant, correction.correctif, moyens.regles);
    if (!corrige) return corrige.error();
    // What the porteur is writing meanwhile is not in force: it is corrected and goes on.
    const auto en_cours = teleservice::contenu(db, dossier.id, dossier.version).value_or("");
    const auto faite = ecrire(db, qui, dossier, *corrige);
    if (const auto admis = teleservice::corriger(db, faite, depot, moyens.regles); !admis)
        return en_administrateur(admis.error());
    if (en_cours != avant) {
        const auto suite = corrige_au_mieux(en_cours, correction.correctif, moyens.regles);
        ecrire(db, qui, faite, suite ? *suite : en_cours);
    }
    const auto& chemin = correction.correctif.chemin;
    return noter(db, qui,
                 {*admise,
                  {.genre = GenreDIntervention::correction,
                   .objet = std::string{chemin},
                   .avant = valeur_de(avant, chemin),
                   .apres = valeur_de(*corrige, chemin),
                   .version = faite.version,
                   .motif = {},
                   .par = {},
                   .faite_le = qui.maintenant}},
                 moyens);
}

}  // namespace grappe::administration
