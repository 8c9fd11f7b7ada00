// Reception of reports; the journal keeps the code of a refusal, and nothing of the file.
#include "portail/api/reception_rapport.hpp"

#include <algorithm>

#include "portail/api/usages_json.hpp"
#include "portail/teleservice/journal.hpp"
#include "portail/usages/lecture.hpp"
#include "secret/empreinte.hpp"

namespace grappe::api {
namespace {

using teleservice::ReponseGardee;

// The member that a reason names, if it names one.
std::string chemin_de(const rapport::Reproche& un) {
    if (un.code == "rapport.format") return "format";
    const auto champ = std::ranges::find(un.faits, "champ", &rules::Fait::nom);
    const auto* nom = champ == un.faits.end() ? nullptr : std::get_if<std::string>(&champ->valeur);
    return nom == nullptr ? std::string{} : *nom;
}

http::Response refuser_le_rapport(const garde::Visite& visite, const usages::Examine& examine) {
    const auto objet = "fichier:" + secret::empreinte(visite.requete.body);
    teleservice::noter_le_refus(visite.base, demandeur(visite),
                                {"usage.transmettre", objet, examine.refus.code});
    auto dit = probleme(visite, examine.refus);
    constexpr std::size_t au_plus = 100;
    for (const auto& un : examine.reproches)
        if (dit.fautes.size() < au_plus)
            dit.fautes.push_back({.chemin = chemin_de(un),
                                  .code = un.code,
                                  .message = visite.comptes.phrases.rendre(un.code, un.faits)});
    return rendre(dit);
}

bool est_du_rapport(const core::Refusal& refus) { return refus.code.starts_with("usages."); }

}  // namespace

http::Response recevoir_le_rapport(const Teleservice& service, const garde::Visite& visite,
                                   usages::Nature nature, const ReceptionDeRapport& recevoir) {
    const auto& octets = visite.requete.body;
    auto examine = usages::examiner(octets, nature, service.usages.regles);
    if (!examine.lu) return refuser_le_rapport(visite, examine);
    const auto reponse =
        une_fois(visite, octets, [&](storage::Writer& db) -> core::Result<ReponseGardee> {
            const auto recu = recevoir(db, *examine.lu);
            if (!recu) return recu.error();
            const auto vu = usages::lire(db, demandeur(visite), recu->id);
            if (!vu) return vu.error();
            return ReponseGardee{
                201, rapport_json({*vu, service.usages, visite.comptes.phrases, Moment::recu})};
        });
    if (reponse || !est_du_rapport(reponse.error())) return repondre(visite, reponse);
    examine.refus = reponse.error();
    return refuser_le_rapport(visite, examine);
}

}  // namespace grappe::api
