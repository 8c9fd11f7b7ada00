// Members, their parts, their agreements.
#include "portail/teleservice/membres_vus.hpp"

#include <algorithm>

#include "portail/teleservice/depot_repository.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/journal.hpp"
#include "portail/teleservice/lettres_membres.hpp"

namespace grappe::teleservice {
namespace {

std::optional<membres::Accord> accord_de(const std::vector<membres::Accord>& accords,
                                         const membres::Membre& membre) {
    for (const auto& accord : accords)
        if (accord.membre == membre.id) return accord;
    return std::nullopt;
}

// A porteur and its members see the content in place, anybody else that of the deposit.
int version_lue(storage::Reader& db, const Demandeur& qui, const Dossier& dossier) {
    const bool ecrit =
        access::peut(qui.acteur, access::Permission::dossier_ecrire, dossier.portee());
    const bool lit_le_depot = !ecrit && !est_seulement_membre(qui, dossier);
    const auto depot = lit_le_depot ? dernier_depot(db, dossier.id) : std::nullopt;
    return depot ? depot->version : dossier.version;
}

}  // namespace

EtatDeMembre MembreVu::etat() const {
    if (!membre.compte) return EtatDeMembre::invite;
    if (!accord) return EtatDeMembre::present;
    if (accord->tient())
        return accord->empreinte == part.empreinte() ? EtatDeMembre::d_accord
                                                     : EtatDeMembre::part_changee;
    return accord->fin == membres::FinDAccord::part_changee ? EtatDeMembre::part_changee
                                                            : EtatDeMembre::present;
}

core::Result<MembresLus> lire_les_membres(storage::Reader& db, const Demandeur& qui,
                                          std::string_view id, const socle::Moyens& regles) {
    const auto dossier = trouver(db, id);
    if (!dossier || !access::peut(qui.acteur, access::Permission::dossier_lire, dossier->portee()))
        return core::refuse(core::Reason::not_found, "dossier.inconnu");
    const auto ecrit = contenu(db, id, version_lue(db, qui, *dossier)).value_or("{}");
    MembresLus lus{.membres = membres_vus(db, id, ecrit, regles), .sans_membre = {}};
    if (est_seulement_membre(qui, *dossier))
        std::erase_if(lus.membres,
                      [&](const MembreVu& vu) { return vu.membre.compte != qui.acteur.compte; });
    else
        lus.sans_membre = entites_sans_membre(ecrit, lus.membres, regles);
    return lus;
}

membres::Rattachements rattachements_de(const dossier::Arbre& contenu,
                                        const socle::Moyens& regles) {
    membres::Rattachements trouves;
    const auto numeros = membres::sans_entite(contenu);
    if (numeros.empty()) return trouves;
    for (const auto& [numero, fiche] : regles.fiches(numeros).par_finess_et)
        trouves.emplace(numero, fiche.finess_ej);
    return trouves;
}

std::vector<MembreVu> membres_vus(storage::Reader& db, std::string_view dossier,
                                  std::string_view contenu, const socle::Moyens& regles) {
    const auto tous = membres::membres_de(db, dossier);
    if (tous.empty()) return {};
    const auto lu = dossier::lire_arbre(contenu);
    if (!lu.arbre) return {};
    const auto rattachements = rattachements_de(*lu.arbre, regles);
    const auto accords = membres::derniers_accords(db, dossier);
    std::vector<MembreVu> vus;
    for (const auto& membre : tous)
        vus.push_back({membre,
                       membres::part_de(*lu.arbre, {membre.finess_ej.text(), membre.recupere_tva},
                                        rattachements),
                       accord_de(accords, membre)});
    return vus;
}

std::vector<std::string> entites_sans_membre(std::string_view contenu,
                                             const std::vector<MembreVu>& vus,
                                             const socle::Moyens& regles) {
    const auto lu = dossier::lire_arbre(contenu);
    if (!lu.arbre) return {};
    auto entites = membres::entites_de(*lu.arbre, rattachements_de(*lu.arbre, regles));
    const auto porteur = membres::porteur_de(*lu.arbre).finess_ej;
    std::erase_if(entites, [&](const std::string& entite) {
        return entite == porteur || std::any_of(vus.begin(), vus.end(), [&](const MembreVu& vu) {
                   return vu.membre.finess_ej.text() == entite;
               });
    });
    return entites;
}

void annuler_les_accords_changes(storage::Writer& db, const Demandeur& qui, const Ecrit& ecrit,
                                 const Moyens& moyens) {
    const auto& [dossier, contenu] = ecrit;
    for (const auto& vu : membres_vus(db, dossier.id, contenu, moyens.regles)) {
        if (!vu.accord || !vu.accord->tient() || vu.d_accord()) continue;
        membres::finir(db, *vu.accord, membres::FinDAccord::part_changee, qui.maintenant);
        noter(db, qui, {"accord.annuler", objet_du_journal(dossier), vu.membre.finess_ej.text()});
        if (vu.membre.compte != qui.acteur.compte)
            annoncer_l_annulation(db, vu, {dossier, nom_du_dossier(contenu, dossier)}, moyens);
    }
}

std::vector<std::string> accords_manquants(storage::Reader& db, const Changement& changement,
                                           const socle::Moyens& regles) {
    std::vector<std::string> entites;
    const auto avant = membres_vus(db, changement.dossier, changement.avant, regles);
    for (const auto& vu : membres_vus(db, changement.dossier, changement.apres, regles)) {
        if (vu.d_accord()) continue;
        const bool inchangee = std::any_of(avant.begin(), avant.end(), [&](const MembreVu& un) {
            return un.membre.id == vu.membre.id && un.part.empreinte() == vu.part.empreinte();
        });
        if (!inchangee) entites.push_back(vu.membre.finess_ej.text());
    }
    return entites;
}

std::string nom_du_dossier(std::string_view contenu, const Dossier& dossier) {
    const auto lu = dossier::lire_arbre(contenu);
    auto nom = lu.arbre ? membres::porteur_de(*lu.arbre).raison_sociale : std::string{};
    return nom.empty() ? dossier.appel : nom;
}

}  // namespace grappe::teleservice
