// Publication of the results of a committee.
#include "portail/comite/notification.hpp"

#include <algorithm>

#include "portail/comite/attente_repository.hpp"
#include "portail/comite/comite_repository.hpp"
#include "portail/comite/deliberation.hpp"
#include "portail/enveloppe/grand_livre.hpp"
#include "portail/instruction/lettres.hpp"

namespace grappe::comite {
namespace {

using access::Permission;
using instruction::GenreDeLettre;

std::string en_euros(core::Money montant) {
    std::string texte;
    rules::ajouter_valeur(texte, montant);
    return texte;
}

// What a committee is about to publish.
struct Bilan {
    std::vector<Candidat> candidats;
    Publication publication;
};

core::Money retenu(const Bilan& bilan) {
    core::Money somme;
    for (const auto& resultat : bilan.publication.resultats)
        if (retient(resultat.sens)) somme += resultat.montant.value_or(core::Money{});
    return somme;
}

Resultat resultat_de(const Comite& comite, const Candidat& candidat, const Avis& avis,
                     core::Instant maintenant) {
    return {.comite = comite.id,
            .dossier = candidat.dossier.id,
            .appel = comite.appel,
            .fenetre = comite.fenetre,
            .tenu_le = comite.tenu_le,
            .sens = avis.sens,
            .recommandations = avis.recommandations,
            // Why a favourable opinion departs from a scenario is the committee's own.
            .motif = retient(avis.sens) ? std::string{} : avis.motif,
            .montant = candidat.montant,
            .notifie_le = maintenant,
            .rang = avis.rang};
}

// Who passes over a better rank says why.
void verifier_les_rangs(Bilan& bilan, const std::vector<Avis>& rendus,
                        const rules::Phrases& phrases) {
    for (const auto& candidat : bilan.candidats) {
        const auto* saute = saute_par(candidat, bilan.candidats, rendus);
        if (saute == nullptr || !avis_sur(rendus, candidat.dossier.id)->motif.empty()) continue;
        bilan.publication.empechements.push_back(
            {"comite.rang_saute", candidat.dossier.id,
             phrases.rendre("comite.rang_saute",
                            {{"numero", std::string_view{candidat.numero}},
                             {"rang", std::int64_t{*candidat.attente->rang}},
                             {"saute", std::string_view{saute->numero}},
                             {"rang_saute", std::int64_t{*saute->attente->rang}}})});
    }
}

Bilan etablir(storage::Reader& db, const Comite& comite, const Moyens& moyens,
              core::Instant maintenant) {
    const auto& phrases = moyens.regles.phrases;
    Bilan bilan{.candidats = candidats(db, comite, moyens.regles), .publication = {}};
    auto& [resultats, empechements] = bilan.publication;
    const auto rendus = avis_rendus(db, comite.id);
    for (const auto& candidat : bilan.candidats) {
        if (const auto* avis = avis_sur(rendus, candidat.dossier.id))
            resultats.push_back(resultat_de(comite, candidat, *avis, maintenant));
        else
            empechements.push_back(
                {"comite.avis_manquant", candidat.dossier.id,
                 phrases.rendre("comite.avis_manquant",
                                {{"numero", std::string_view{candidat.numero}}})});
    }
    verifier_les_rangs(bilan, rendus, phrases);
    if (bilan.candidats.empty())
        empechements.push_back(
            {"comite.sans_dossier", {}, phrases.rendre("comite.sans_dossier", {})});
    const auto limite = a_repartir(db, comite);
    if (const auto voulu = retenu(bilan); voulu > limite)
        empechements.push_back(
            {"comite.enveloppe_depassee",
             {},
             phrases.rendre("comite.enveloppe_depassee",
                            {{"retenu", voulu}, {"limite", limite}, {"ecart", voulu - limite}})});
    return bilan;
}

instruction::Propos propos_de(const Resultat& resultat, const rules::Phrases& phrases) {
    if (resultat.sens == Sens::reserve)
        return {.genre = GenreDeLettre::reserve, .motif = resultat.motif};
    if (resultat.sens == Sens::attente)
        return {.genre = GenreDeLettre::attente,
                .motif = resultat.motif,
                .rang = std::to_string(*resultat.rang)};
    if (resultat.sens == Sens::defavorable)
        return {.genre = GenreDeLettre::defavorable, .motif = resultat.motif};
    const auto recommandations =
        resultat.recommandations.empty()
            ? std::string{}
            : phrases.rendre("comite.lettre.recommandations",
                             {{"recommandations", std::string_view{resultat.recommandations}}});
    return {.genre = GenreDeLettre::favorable,
            .montant = resultat.montant ? en_euros(*resultat.montant)
                                        : phrases.rendre("comite.montant_inconnu", {}),
            .recommandations = recommandations};
}

core::Result<void> reserver(storage::Writer& db, const Demandeur& qui, const Comite& comite,
                            const Resultat& resultat) {
    if (!retient(resultat.sens) || !resultat.montant || *resultat.montant <= core::Money{})
        return {};
    const auto ecrite = enveloppe::ecrire(
        db,
        enveloppe::reservation(
            {{comite.appel, comite.guichet}, resultat.dossier, *resultat.montant}),
        {.motif = objet_du_journal(comite), .par = qui.acteur.compte, .faite_le = qui.maintenant});
    if (!ecrite) return ecrite.error();
    return {};
}

struct APublier {
    const Comite& comite;
    const Candidat& candidat;
    const Resultat& resultat;
};
core::Result<void> publier_un(storage::Writer& db, const Demandeur& qui, const APublier& a_publier,
                              const Moyens& moyens) {
    const auto& [comite, candidat, resultat] = a_publier;
    auto dossier = candidat.dossier;
    if (const auto acte = acte_de(resultat.sens))
        instruction::faire_passer(db, qui, dossier, {*acte});
    instruction::faire_passer(db, qui, dossier, {teleservice::Acte::notifier, resultat.motif});
    ajouter(db, resultat);
    if (resultat.rang) mettre_en_attente(db, resultat);
    if (retient(resultat.sens))
        for (const auto& element : candidat.elements)
            ajouter(db, PartPubliee{comite.id, resultat.dossier, element});
    if (const auto reserve = reserver(db, qui, comite, resultat); !reserve) return reserve;
    instruction::noter(db, qui, dossier,
                       {"resultat.notifier", std::string{core::name_of(resultat.sens)}});
    instruction::ecrire_au_porteur(db, qui, {dossier, moyens},
                                   propos_de(resultat, moyens.regles.phrases));
    return {};
}

}  // namespace

core::Money a_repartir(storage::Reader& db, const Comite& comite) {
    const enveloppe::Enveloppe ou{comite.appel, comite.guichet};
    return std::min(comite.enveloppe, enveloppe::soldes(db, ou).disponible(ou));
}

core::Result<Publication> apercevoir(storage::Reader& db, const Demandeur& qui,
                                     std::string_view comite, const Moyens& moyens) {
    const auto vu = demander_le_comite(db, qui, comite, Permission::resultat_notifier);
    if (!vu) return vu.error();
    if (vu->notifie_le) return Publication{resultats_du_comite(db, vu->id), {}};
    return etablir(db, *vu, moyens, qui.maintenant).publication;
}

core::Result<Publication> notifier(storage::Writer& db, const Demandeur& qui, const Vise& vise,
                                   const Moyens& moyens) {
    const auto vu = demander_ouvert(db, qui, vise, Permission::resultat_notifier);
    if (!vu) return vu.error();
    auto bilan = etablir(db, *vu, moyens, qui.maintenant);
    if (!bilan.publication.empechements.empty()) return std::move(bilan.publication);
    const auto comite = ouvrir(db, qui, vise, Permission::resultat_notifier);
    if (!comite) return comite.error();
    for (const auto& resultat : bilan.publication.resultats) {
        const auto* candidat = trouver(bilan.candidats, resultat.dossier);
        const auto fait = publier_un(db, qui, {*comite, *candidat, resultat}, moyens);
        if (!fait) return fait.error();
    }
    publier(db, *comite, qui.maintenant);
    noter(db, qui, *comite,
          {"comite.notifier", std::to_string(bilan.publication.resultats.size())});
    return std::move(bilan.publication);
}

}  // namespace grappe::comite
