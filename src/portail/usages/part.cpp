// Lines that belong to a member, by the entity that its dossier says for each establishment.
#include "portail/usages/part.hpp"

#include <algorithm>

#include "access/matrice.hpp"
#include "portail/dossier/arbre_json.hpp"
#include "portail/membres/membre.hpp"
#include "portail/membres/part.hpp"
#include "portail/teleservice/complement_repository.hpp"
#include "portail/teleservice/depot_repository.hpp"
#include "portail/teleservice/dossier_repository.hpp"

namespace grappe::usages {
namespace {

using access::Permission;

// What the desk judges: the deposit, or its last correction.
std::string contenu_en_vigueur(storage::Reader& db, const teleservice::Dossier& dossier) {
    const auto depot = teleservice::dernier_depot(db, dossier.id);
    const int version = depot ? teleservice::version_en_vigueur(db, *depot) : dossier.version;
    return teleservice::contenu(db, dossier.id, version).value_or("{}");
}

bool est_membre(const Demandeur& qui, const teleservice::Dossier& dossier) {
    return teleservice::est_seulement_membre(qui, dossier) &&
           access::peut(qui.acteur, Permission::usage_lire, dossier.portee());
}

membres::Rattachements rattachements_de(const RapportRecu& rapport, const Registre& registre) {
    membres::Rattachements connus;
    for (const auto& ligne : rapport.lignes)
        if (const auto* connu = registre(ligne.finess_et.text()))
            connus.emplace(ligne.finess_et.text(), connu->finess_ej);
    return connus;
}

Part siens(storage::Reader& db, const Demandeur& qui, const teleservice::Dossier& dossier,
           const membres::Rattachements& rattachements) {
    const auto contenu = contenu_en_vigueur(db, dossier);  // the tree borrows it
    const auto lu = dossier::lire_arbre(contenu);
    if (!lu.arbre) return {};
    Part tous;
    for (const auto& membre : membres::membres_de(db, dossier.id)) {
        if (membre.compte != qui.acteur.compte) continue;
        const auto part = membres::part_de(*lu.arbre, {membre.finess_ej.text()}, rattachements);
        tous.insert(part.essms.begin(), part.essms.end());
    }
    return tous;
}

RapportRecu reduire(RapportRecu rapport, const Part& part) {
    std::erase_if(rapport.lignes,
                  [&](const Ligne& ligne) { return !part.contains(ligne.finess_et.text()); });
    // A concentration tells the messages of all.
    std::erase_if(rapport.constats, [&](const Constat& un) {
        return !part.contains(un.finess_et) || un.code == "usages.constat.concentration";
    });
    rapport.tete.feuilles = 0;
    for (const auto& ligne : rapport.lignes) rapport.tete.feuilles += ligne.feuilles;
    return rapport;
}

// Of the neighbours, those where the member has something to read too.
void garder_les_lisibles(storage::Reader& db, const Demandeur& qui, const Registre& registre,
                         std::vector<Voisin>& voisins) {
    std::erase_if(voisins, [&](const Voisin& voisin) {
        const auto autre = trouver(db, voisin.id);
        return !autre || part_du_membre(db, qui, *autre, registre).empty();
    });
}

// Of its lines, those that a later report measures again for the same day.
std::int64_t remplaces(storage::Reader& db, const RapportRecu& rapport) {
    std::set<std::string> repris;
    for (const auto& voisin : memes_mesures(db, rapport)) {
        const auto autre = voisin.numero > rapport.numero ? trouver(db, voisin.id) : std::nullopt;
        if (!autre) continue;
        for (const auto& ligne : rapport.lignes)
            if (std::ranges::any_of(autre->lignes, [&](const Ligne& une) {
                    return une.finess_et == ligne.finess_et && une.dossier == ligne.dossier;
                }))
                repris.insert(ligne.finess_et.text());
    }
    return static_cast<std::int64_t>(repris.size());
}

Resume resume_de(storage::Reader& db, const RapportRecu& rapport) {
    const auto total = usages::total(rapport.lignes);
    const auto actifs = total.find(usage::Indicateur::dossiers_actifs);
    return {.id = rapport.id,
            .numero = rapport.numero,
            .recu_le = rapport.recu_le,
            .nature = rapport.tete.nature,
            .du = rapport.tete.du,
            .au = rapport.tete.au,
            .lecture = rapport.tete.lecture,
            .logiciel = rapport.tete.logiciel,
            .porteur = {},
            .essms = static_cast<std::int64_t>(rapport.lignes.size()),
            .remplaces = remplaces(db, rapport),
            .constats = static_cast<std::int64_t>(rapport.constats.size()),
            .preuves_attendues = 0,
            .dossiers_actifs = actifs == total.end() ? usage::Mesure{} : actifs->second};
}

}  // namespace

Part part_du_membre(storage::Reader& db, const Demandeur& qui, const RapportRecu& rapport,
                    const Registre& registre) {
    std::set<std::string> dossiers;
    for (const auto& ligne : rapport.lignes) dossiers.insert(ligne.dossier);
    const auto rattachements = rattachements_de(rapport, registre);
    Part tous;
    for (const auto& id : dossiers) {
        const auto dossier = teleservice::trouver(db, id);
        if (dossier && est_membre(qui, *dossier))
            tous.merge(siens(db, qui, *dossier, rattachements));
    }
    Part comptes;
    for (const auto& ligne : rapport.lignes)
        if (tous.contains(ligne.finess_et.text())) comptes.insert(ligne.finess_et.text());
    return comptes;
}

core::Result<RapportVu> lire_ou_sa_part(storage::Reader& db, const Demandeur& qui,
                                        std::string_view id, const Registre& registre) {
    auto entier = lire(db, qui, id);
    if (entier) return entier;
    auto rapport = trouver(db, id);
    const auto part = rapport ? part_du_membre(db, qui, *rapport, registre) : Part{};
    if (part.empty()) return entier;
    auto vu = decrire(db, *std::move(rapport));
    vu.en_partie = true;
    vu.rapport = reduire(std::move(vu.rapport), part);
    vu.tirages.clear();
    std::erase_if(vu.precedents, [&](const auto& avant) { return !part.contains(avant.first); });
    garder_les_lisibles(db, qui, registre, vu.remplace);
    garder_les_lisibles(db, qui, registre, vu.remplacants);
    return vu;
}

std::vector<Resume> lister_les_parts(storage::Reader& db, const Demandeur& qui,
                                     const Registre& registre) {
    std::vector<Resume> reduits;
    for (const auto& id : rapports_du_membre(db, qui.acteur.compte)) {
        auto rapport = trouver(db, id);
        if (!rapport) continue;
        const auto part = part_du_membre(db, qui, *rapport, registre);
        if (!part.empty()) reduits.push_back(resume_de(db, reduire(*std::move(rapport), part)));
    }
    return reduits;
}

}  // namespace grappe::usages
