// Drafts open to others.
#include "portail/teleservice/ouverture.hpp"

#include <algorithm>
#include <map>

#include "core/finess.hpp"
#include "portail/membres/noeuds.hpp"
#include "portail/teleservice/depot.hpp"
#include "portail/teleservice/dossier_repository.hpp"

namespace grappe::teleservice {
namespace {

socle::Numeros numeros_de(std::string_view texte) {
    socle::Numeros numeros;
    std::string mot;
    for (const char c : std::string{texte} + " ") {
        if (c != ' ' && c != ',' && c != ';' && c != '\n' && c != '\t' && c != '\r') {
            mot += c;
            continue;
        }
        const auto lu = core::Finess::parse_lenient(mot);
        if (lu && std::find(numeros.begin(), numeros.end(), lu->text()) == numeros.end())
            numeros.push_back(lu->text());
        mot.clear();
    }
    return numeros;
}

// Empty: the register knows none of them.
std::string region_de(const socle::Numeros& numeros, const socle::Moyens& regles) {
    std::map<std::string, int> comptes;
    for (const auto& [numero, fiche] : regles.fiches(numeros).par_finess_et)
        ++comptes[fiche.region];
    const auto premiere = std::max_element(
        comptes.begin(), comptes.end(),
        [](const auto& une, const auto& autre) { return une.second < autre.second; });
    return premiere == comptes.end() ? std::string{} : premiere->first;
}

std::string demande_ouverte_de(const std::vector<membres::DemandeGrappe>& toutes,
                               std::string_view dossier) {
    for (const auto& demande : toutes)
        if (demande.dossier == dossier && demande.etat == membres::EtatDeDemande::ouverte)
            return demande.id;
    return {};
}

// The software that the project retained, and the establishments: what is written in the dossier.
void lire_le_contenu(membres::DemandeGrappe& demande, std::string_view contenu,
                     const socle::Moyens& regles) {
    const auto lu = dossier::lire_arbre(contenu);
    if (!lu.arbre) return;
    const auto& racine = lu.arbre->noeuds.front();
    if (const auto* solution = membres::enfant(*lu.arbre, racine, "solution"))
        demande.dui = membres::texte_de(*lu.arbre, *solution, "nom");
    std::string numeros;
    for (const auto* essms : membres::liste_de(*lu.arbre, "essms"))
        numeros.append(membres::texte_de(*lu.arbre, *essms, "finess_et")).append(" ");
    lire_les_numeros(demande, numeros, regles);
    const auto* porteur = membres::enfant(*lu.arbre, racine, "porteur");
    if (porteur && demande.region.empty())
        demande.region = membres::texte_de(*lu.arbre, *porteur, "region");
}

}  // namespace

void lire_les_numeros(membres::DemandeGrappe& demande, std::string_view colles,
                      const socle::Moyens& regles) {
    const auto numeros = numeros_de(colles);
    demande.finess.clear();
    for (const auto& numero : numeros)
        demande.finess.append(demande.finess.empty() ? "" : " ").append(numero);
    demande.essms = static_cast<int>(numeros.size());
    demande.region = region_de(numeros, regles);
}

core::Result<membres::DemandeGrappe> ouvrir_a_d_autres(storage::Writer& db, const Demandeur& qui,
                                                       const Ouverture& ouverture,
                                                       const Moyens& moyens) {
    const auto dossier = demander(db, qui, ouverture.dossier, access::Permission::dossier_ecrire);
    if (!dossier) return dossier.error();
    if (dossier->statut != Statut::brouillon) return etat_refuse(*dossier);
    if (!demande_ouverte_de(membres::demandes(db, qui.acteur), dossier->id).empty())
        return core::refuse(core::Reason::conflict, "grappe.deja_ouverte");
    const auto ecrit = contenu(db, dossier->id, dossier->version).value_or("");
    membres::DemandeGrappe demande{.id = {},
                                   .compte = {},
                                   .structure = nom_du_dossier(ecrit, *dossier),
                                   .couloir = ouverture.couloir,
                                   .heures = {},
                                   .contact = ouverture.contact,
                                   .finess = {},
                                   .essms = 0,
                                   .dui = {},
                                   .editeur = {},
                                   .contact_editeur = {},
                                   .grappe = dossier->appel,
                                   .region = {},
                                   .etat = membres::EtatDeDemande::ouverte,
                                   .faite_le = qui.maintenant,
                                   .motif = {},
                                   .dossier = dossier->id};
    lire_le_contenu(demande, ecrit, moyens.regles);
    return membres::demander(db, qui_demande(qui, moyens), std::move(demande));
}

std::vector<BrouillonOuvrable> brouillons_ouvrables(storage::Reader& db, const Demandeur& qui) {
    std::vector<BrouillonOuvrable> trouves;
    const auto toutes = membres::demandes(db, qui.acteur);
    for (auto& dossier : dossiers_du_compte(db, qui.acteur.compte)) {
        if (dossier.statut != Statut::brouillon) continue;
        auto nom = nom_du_dossier(contenu(db, dossier.id, dossier.version).value_or(""), dossier);
        auto demande = demande_ouverte_de(toutes, dossier.id);
        trouves.push_back({std::move(dossier), std::move(nom), std::move(demande)});
    }
    return trouves;
}

membres::Qui qui_demande(const Demandeur& qui, const Moyens& moyens) {
    return {.acteur = qui.acteur,
            .maintenant = qui.maintenant,
            .reel = moyens.reel,
            .phrases = moyens.regles.phrases,
            .adresse_publique = moyens.adresse_publique};
}

}  // namespace grappe::teleservice
