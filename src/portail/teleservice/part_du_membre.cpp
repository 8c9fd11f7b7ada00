// Parts read and written by their members.
#include "portail/teleservice/part_du_membre.hpp"

#include <algorithm>

#include "audit/journal.hpp"
#include "portail/membres/fusion.hpp"
#include "portail/membres/noeuds.hpp"
#include "portail/teleservice/brouillon.hpp"
#include "portail/teleservice/dossier_repository.hpp"

namespace grappe::teleservice {
namespace {

using core::Reason;

struct Sien {
    Dossier dossier;
    membres::Membre membre;
};

core::Result<Sien> demander_la_part(storage::Reader& db, const Demandeur& qui,
                                    const PartDesignee& designee) {
    auto dossier = trouver(db, designee.dossier);
    if (!dossier || !est_seulement_membre(qui, *dossier))
        return core::refuse(Reason::not_found, "dossier.inconnu");
    for (auto& membre : membres::membres_de(db, dossier->id))
        if (membre.finess_ej.text() == designee.finess_ej && membre.compte == qui.acteur.compte)
            return Sien{*std::move(dossier), std::move(membre)};
    return core::refuse(Reason::forbidden, "part.interdite");
}

std::string contenu_de(storage::Reader& db, const Dossier& dossier) {
    return contenu(db, dossier.id, dossier.version).value_or("{}");
}

std::vector<std::string> entites_du_compte(storage::Reader& db, const Demandeur& qui,
                                           std::string_view dossier) {
    std::vector<std::string> entites;
    for (const auto& membre : membres::membres_de(db, dossier))
        if (membre.compte == qui.acteur.compte) entites.push_back(membre.finess_ej.text());
    return entites;
}

// The part as that version had it, whatever the member said since of its VAT regime.
std::optional<std::string> lignes_en(storage::Reader& db, const Sien& sien, int version,
                                     const socle::Moyens& regles) {
    const auto ecrit = contenu(db, sien.dossier.id, version);
    if (!ecrit) return std::nullopt;
    const auto lu = dossier::lire_arbre(*ecrit);
    if (!lu.arbre) return std::nullopt;
    return membres::part_de(*lu.arbre, {sien.membre.finess_ej.text()},
                            rattachements_de(*lu.arbre, regles))
        .texte;
}

bool est_inchangee(storage::Reader& db, const Sien& sien, int version,
                   const socle::Moyens& regles) {
    return version == sien.dossier.version || lignes_en(db, sien, version, regles) ==
                                                  lignes_en(db, sien, sien.dossier.version, regles);
}

// Empty: the member says nothing of it.
std::optional<bool> tva_dite(const dossier::Arbre& ecrite) {
    const auto* dite = membres::enfant(ecrite, ecrite.noeuds.front(), "recupere_tva");
    if (!dite || dite->genre != dossier::Noeud::Genre::booleen) return std::nullopt;
    return dite->texte == "true";
}

membres::Rattachements ensemble(membres::Rattachements un, membres::Rattachements autre) {
    un.merge(autre);
    return un;
}

}  // namespace

core::Result<PartLue> lire_part(storage::Reader& db, const Demandeur& qui,
                                const PartDesignee& designee, const socle::Moyens& regles) {
    auto sien = demander_la_part(db, qui, designee);
    if (!sien) return sien.error();
    auto etat = etat_en_place(db, sien->dossier, regles, qui.maintenant).etat;
    const auto* ecrit = etat.contenu.arbre();
    core::ensure(ecrit != nullptr, "what was written is JSON");
    const auto vu = std::find_if(etat.membres.begin(), etat.membres.end(), [&](const MembreVu& un) {
        return un.membre.id == sien->membre.id;
    });
    core::ensure(vu != etat.membres.end(), "a member has its part");
    const auto rattachements = rattachements_de(*ecrit, regles);
    const auto avant = vu->accord ? vu->accord->part : vu->part.texte;
    return PartLue{
        .vu = *vu,
        .dossier = sien->dossier,
        .nom = nom_du_dossier(etat.contenu.texte(), sien->dossier),
        .contenu = membres::reduire(*ecrit, {std::string{designee.finess_ej}}, rattachements),
        .raison_sociale = membres::raison_sociale_de(*ecrit, designee.finess_ej),
        .rangs = membres::rangs_de(*ecrit, designee.finess_ej, rattachements),
        .ecarts = ecarts(avant, vu->part.texte, vu->part.texte),
        .etat = std::move(etat)};
}

core::Result<Dossier> ecrire_part(storage::Writer& db, const Demandeur& qui,
                                  const EcritureDePart& ecriture, const Moyens& moyens) {
    const auto sien = demander_la_part(db, qui, ecriture.part);
    if (!sien) return sien.error();
    if (const auto permis = permettre(db, qui, sien->dossier, Acte::ecrire); !permis)
        return permis.error();
    const auto proposee = dossier::lire_arbre(ecriture.contenu);
    if (!proposee.arbre) return core::refuse(Reason::invalid, "dossier.json");
    const auto perimee = core::refuse(Reason::conflict, "dossier.version_perimee",
                                      std::to_string(sien->dossier.version));
    if (!est_inchangee(db, *sien, ecriture.version, moyens.regles)) return perimee;
    const auto en_place = contenu_de(db, sien->dossier);
    const auto lu = dossier::lire_arbre(en_place);
    const auto rattachements = ensemble(rattachements_de(*lu.arbre, moyens.regles),
                                        rattachements_de(*proposee.arbre, moyens.regles));
    const auto fondu =
        membres::fondre(*lu.arbre, {*proposee.arbre, sien->membre.finess_ej.text(), rattachements});
    if (!fondu) return fondu.error();
    if (membres::enfant(*proposee.arbre, proposee.arbre->noeuds.front(), "recupere_tva"))
        membres::changer_tva(db, sien->membre, tva_dite(*proposee.arbre));
    return remplacer(db, qui, {sien->dossier, *fondu, "part.ecrire"}, moyens);
}

core::Result<DossierReduit> lire_en_membre(storage::Reader& db, const Demandeur& qui,
                                           std::string_view id, const socle::Moyens& regles) {
    auto dossier = trouver(db, id);
    if (!dossier || !est_seulement_membre(qui, *dossier))
        return core::refuse(Reason::not_found, "dossier.inconnu");
    const auto ecrit = contenu_de(db, *dossier);
    const auto lu = dossier::lire_arbre(ecrit);
    auto reduit = membres::reduire(*lu.arbre, entites_du_compte(db, qui, id),
                                   rattachements_de(*lu.arbre, regles));
    return DossierReduit{*std::move(dossier), std::move(reduit)};
}

}  // namespace grappe::teleservice
