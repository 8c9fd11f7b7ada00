// Load, decide, freeze, tell.
#include "portail/teleservice/depot.hpp"

#include <algorithm>

#include "portail/membres/noeuds.hpp"
#include "portail/teleservice/complement_repository.hpp"
#include "portail/teleservice/depot_repository.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/fiche_repository.hpp"
#include "portail/teleservice/intervention.hpp"
#include "portail/teleservice/journal.hpp"
#include "portail/teleservice/lettre.hpp"
#include "portail/teleservice/lettres_membres.hpp"
#include "portail/teleservice/piece_repository.hpp"
#include "portail/teleservice/regles_appliquees.hpp"
#include "secret/empreinte.hpp"

namespace grappe::teleservice {
namespace {

std::vector<std::string> numeros_de(const Jugement& jugement) {
    std::vector<std::string> numeros;
    if (!jugement.verifie) return numeros;
    for (const auto& essms : jugement.verifie->saisi().essms)
        numeros.push_back(essms.finess_et.text());
    std::sort(numeros.begin(), numeros.end());
    numeros.erase(std::unique(numeros.begin(), numeros.end()), numeros.end());
    return numeros;
}

std::vector<std::string> ids_de(const std::vector<Piece>& pieces) {
    std::vector<std::string> ids;
    for (const auto& piece : pieces) ids.push_back(piece.id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

// What the desk would judge from now on, and those whose part it changes without their agreement.
core::Result<void> voir_les_accords(storage::Reader& db, const Etat& etat, const Depot& depot,
                                    const socle::Moyens& regles) {
    const auto en_vigueur =
        contenu(db, etat.dossier.id, version_en_vigueur(db, depot)).value_or("");
    std::string entites;
    for (const auto& entite :
         accords_manquants(db, {etat.dossier.id, en_vigueur, etat.contenu.texte()}, regles))
        entites.append(entites.empty() ? "" : ", ").append(entite);
    if (entites.empty()) return {};
    return core::refuse(core::Reason::conflict, "reponse.accord_manquant", std::move(entites));
}

bool est_inchange(storage::Reader& db, const Etat& etat, const std::optional<Depot>& dernier) {
    if (!dernier || etat.dossier.statut == Statut::brouillon) return false;
    auto gelees = pieces_du_depot(db, *dernier);
    std::sort(gelees.begin(), gelees.end());
    return dernier->version == etat.dossier.version && gelees == ids_de(etat.pieces);
}

Recepisse recepisse_de(const Etat& etat, const GuichetDuDepot& guichet, core::Instant maintenant) {
    const auto& analyse = etat.jugement.verifie->analyse();
    Recepisse recepisse{
        .numero = nouveau_numero(etat.dossier.appel),
        .dossier = etat.dossier.id,
        .version = etat.dossier.version,
        .appel = etat.dossier.appel,
        .depose_le = maintenant,
        .guichet = guichet,
        .regles = etat.jugement.verifie->appel().empreinte,
        .contenu = secret::empreinte(etat.contenu.texte()),
        .pieces = etat.pieces,
        .subvention = analyse.subvention ? std::optional{analyse.subvention->total} : std::nullopt};
    recepisse.empreinte = empreinte_de(recepisse);
    return recepisse;
}

// What the content says; the rest is the deposit's.
Fiche fiche_de(const Etat& etat) {
    const auto& porteur = etat.jugement.verifie->saisi().porteur;
    return {.dossier = etat.dossier.id,
            .guichet = {},
            .statut = etat.dossier.statut,
            .appel = etat.dossier.appel,
            .numero = {},
            .porteur = porteur.raison_sociale.valeur_ou(""),
            .siret = porteur.siret.text(),
            .essms = static_cast<int>(numeros_de(etat.jugement).size()),
            .subvention = {},
            .depose_le = etat.dossier.modifie_le,
            .change_le = etat.dossier.modifie_le};
}

Fiche fiche_de(const Etat& etat, const Recepisse& recepisse) {
    auto fiche = fiche_de(etat);
    fiche.guichet = recepisse.guichet.code;
    fiche.numero = recepisse.numero;
    fiche.subvention = recepisse.subvention;
    fiche.depose_le = fiche.change_le = recepisse.depose_le;
    return fiche;
}

struct AGeler {
    const Etat& etat;
    const Recepisse& recepisse;
    const std::string& json;
    int rang;
};

void geler(storage::Writer& db, const Demandeur& qui, const AGeler& a_geler) {
    const auto& [etat, recepisse, json, rang] = a_geler;
    const auto& fenetre = etat.jugement.verifie->analyse().recevabilite.fenetre;
    ajouter(db, Gele{.depot = {.dossier = recepisse.dossier,
                               .rang = rang,
                               .numero = recepisse.numero,
                               .version = recepisse.version,
                               .depose_par = qui.acteur.compte,
                               .depose_le = recepisse.depose_le,
                               .niveau = recepisse.guichet.niveau,
                               .financeur = recepisse.guichet.financeur,
                               .ferme_le = fenetre ? std::optional{fenetre->fenetre->ferme_le}
                                                   : std::nullopt,
                               .regles = recepisse.regles,
                               .subvention = recepisse.subvention,
                               .empreinte = recepisse.empreinte,
                               .recepisse = json},
                     .pieces = ids_de(etat.pieces),
                     .essms = numeros_de(etat.jugement),
                     .siret = etat.jugement.verifie->saisi().porteur.siret.text()});
    tenir(db, fiche_de(etat, recepisse));
}

void faire_passer(storage::Writer& db, const Demandeur& qui, const Etat& etat,
                  const Recepisse& recepisse) {
    auto apres = etat.dossier;
    apres.statut = *suite(etat.dossier.statut, Acte::deposer);
    apres.guichet = recepisse.guichet.code;
    passer(db, apres,
           {.acte = Acte::deposer,
            .avant = etat.dossier.statut,
            .apres = apres.statut,
            .par = qui.acteur.compte,
            .fait_le = qui.maintenant,
            .motif = recepisse.numero});
    noter(db, qui, {"dossier.deposer", objet_du_journal(etat.dossier), recepisse.numero});
}

dossier::TexteLu contenu_lu(storage::Reader& db, const Dossier& lu) {
    return dossier::TexteLu{contenu(db, lu.id, lu.version).value_or("")};
}

std::vector<std::string> numeros_ecrits(const dossier::TexteLu& contenu) {
    std::vector<std::string> numeros;
    const auto* arbre = contenu.arbre();
    if (!arbre) return numeros;
    for (const auto* essms : membres::liste_de(*arbre, "essms"))
        if (const auto finess = core::Finess::parse(membres::texte_de(*arbre, *essms, "finess_et")))
            numeros.push_back(finess->text());
    std::sort(numeros.begin(), numeros.end());
    numeros.erase(std::unique(numeros.begin(), numeros.end()), numeros.end());
    return numeros;
}

Etat juger_l_etat(storage::Reader& db, Etat etat, const socle::Moyens& regles,
                  core::Instant instant) {
    etat.jugement =
        juger(etat.contenu.lecture(),
              {.appel = etat.dossier.appel, .depose_le = instant, .pieces = presentes(etat.pieces)},
              regles);
    // As written: a line that cannot be judged yet names its establishment already.
    etat.voisins = autres_dossiers(db, etat.dossier.id, numeros_ecrits(etat.contenu));
    return etat;
}

}  // namespace

const programme::Appel& appel_de(const Dossier& dossier, const socle::Moyens& regles,
                                 core::Instant maintenant) {
    const auto* appel = regles.appel(dossier.appel, maintenant);
    // A file that was taken away after the dossier began: the server's own data cannot be used.
    if (!appel) throw storage::Failure{"the call of a dossier is gone: " + dossier.appel};
    return *appel;
}

Etat etat_de(storage::Reader& db, const Dossier& dossier, const socle::Moyens& regles,
             core::Instant maintenant) {
    return etat_de(db, Redige{dossier, contenu_lu(db, dossier)}, regles, maintenant);
}

Etat etat_de(storage::Reader& db, Redige redige, const socle::Moyens& regles,
             core::Instant maintenant) {
    const auto& dossier = redige.dossier;
    auto vus = membres_vus(db, dossier.id, redige.contenu.texte(), regles);
    return juger_l_etat(db,
                        {.dossier = dossier,
                         .contenu = std::move(redige.contenu),
                         .pieces = pieces_disponibles(db, dossier.id),
                         .jugement = {},
                         .voisins = {},
                         .membres = std::move(vus),
                         .ouvert_jusqu_au = ouvert_jusqu_au(db, dossier.id)},
                        regles, maintenant);
}

Etat etat_depose(storage::Reader& db, const Dossier& dossier, const socle::Moyens& regles,
                 const Depot& depot) {
    auto fige = dossier;
    fige.version = version_en_vigueur(db, depot);
    auto lu = contenu_lu(db, fige);
    return juger_l_etat(db,
                        {.dossier = std::move(fige),
                         .contenu = std::move(lu),
                         .pieces = pieces_en_vigueur(db, depot),
                         .jugement = {},
                         .voisins = {}},
                        moyens_du_depot(db, depot, regles), depot.depose_le);
}

EnPlace etat_en_place(storage::Reader& db, const Dossier& dossier, const socle::Moyens& regles,
                      core::Instant maintenant) {
    return etat_en_place(db, Redige{dossier, contenu_lu(db, dossier)}, regles, maintenant);
}

EnPlace etat_en_place(storage::Reader& db, Redige redige, const socle::Moyens& regles,
                      core::Instant maintenant) {
    auto depot = dernier_depot(db, redige.dossier.id);
    const bool pris = depot && !suite(redige.dossier.statut, Acte::deposer);
    const auto instant = pris ? depot->depose_le : maintenant;
    auto appliquees = pris ? moyens_du_depot(db, *depot, regles) : regles;
    auto etat = etat_de(db, std::move(redige), appliquees, instant);
    return {std::move(etat), std::move(depot), instant, std::move(appliquees)};
}

std::string deja_ailleurs(const Etat& etat) {
    const auto& siret = etat.jugement.verifie->saisi().porteur.siret.text();
    for (const auto& voisin : etat.voisins)
        if (est_vivant(voisin.statut) &&
            (voisin.compte == etat.dossier.compte || voisin.siret == siret))
            return voisin.finess_et;
    return {};
}

core::Result<void> corriger(storage::Writer& db, const Dossier& dossier, const Depot& depot,
                            const socle::Moyens& regles) {
    const auto etat = etat_de(db, dossier, moyens_du_depot(db, depot, regles), depot.depose_le);
    if (!etat.jugement.lisible() || !etat.jugement.verifie)
        return core::refuse(core::Reason::conflict, "reponse.illisible");
    if (auto ailleurs = deja_ailleurs(etat); !ailleurs.empty())
        return core::refuse(core::Reason::conflict, "reponse.essms_deja_depose",
                            std::move(ailleurs));
    if (auto accords = voir_les_accords(db, etat, depot, regles); !accords) return accords;
    remplacer_essms(db, dossier.id, numeros_de(etat.jugement),
                    etat.jugement.verifie->saisi().porteur.siret.text());
    const auto& subvention = etat.jugement.verifie->analyse().subvention;
    auto fiche = fiche_de(etat);
    fiche.numero = depot.numero;
    fiche.subvention = subvention ? std::optional{subvention->total} : std::nullopt;
    fiche.depose_le = depot.depose_le;
    fiche.change_le = dossier.modifie_le;
    fiche.guichet = *dossier.guichet;
    tenir(db, fiche);
    return {};
}

void noter_le_refus(storage::Base& base, const Demandeur& qui, std::string_view dossier,
                    const Obstacle& obstacle) {
    noter_le_refus(base, qui,
                   {"dossier.deposer", "dossier:" + std::string{dossier}, obstacle.code});
}

Candidature candidature_de(const Etat& etat, const socle::Moyens& regles, core::Instant maintenant,
                           std::string_view financeur) {
    return {.jugement = etat.jugement,
            .appel = appel_de(etat.dossier, regles, maintenant),
            .maintenant = maintenant,
            .financeur = financeur,
            .compte = etat.dossier.compte,
            .voisins = etat.voisins,
            .membres = etat.membres,
            .ouvert_jusqu_au = etat.ouvert_jusqu_au,
            .territoires = regles.referentiels.territoires,
            .phrases = regles.phrases};
}

core::Result<Depose> deposer(storage::Writer& db, const Demandeur& qui,
                             const DemandeDeDepot& demande, const Moyens& moyens) {
    const auto dossier = demander_pour(db, qui, demande.dossier, Acte::deposer);
    if (!dossier) return dossier.error();
    const auto etat = etat_de(db, *dossier, moyens.regles, qui.maintenant);
    const auto dernier = dernier_depot(db, dossier->id);
    if (est_inchange(db, etat, dernier))
        return core::refuse(core::Reason::conflict, "depot.inchange", dernier->numero);
    const auto candidature = candidature_de(etat, moyens.regles, qui.maintenant, demande.financeur);
    auto guichet = guichet_de(candidature);
    if (auto trouves = obstacles(candidature); !trouves.empty())
        return Depose{{}, std::move(trouves), std::move(guichet)};
    const auto recepisse = recepisse_de(etat, *guichet, qui.maintenant);
    auto json = recepisse_json(recepisse, *etat.jugement.verifie, chez_d_autres(candidature),
                               moyens.regles.phrases);
    geler(db, qui, {etat, recepisse, json, dernier ? dernier->rang + 1 : 1});
    faire_passer(db, qui, etat, recepisse);
    annoncer_le_depot(db, recepisse, moyens, dossier->compte);
    annoncer_le_depot_aux_membres(
        db, {recepisse.numero, recepisse.guichet.financeur, recepisse.depose_le, etat.membres},
        {*dossier, nom_du_dossier(etat.contenu.texte(), *dossier)}, moyens);
    return Depose{std::move(json), {}, std::move(guichet)};
}

core::Result<Depot> verifier_recepisse(storage::Reader& db, std::string_view numero,
                                       std::string_view empreinte) {
    auto depot = depot_numero(db, numero);
    if (!depot || !correspond(empreinte, depot->empreinte))
        return core::refuse(core::Reason::not_found, "recepisse.inconnu");
    return *std::move(depot);
}

}  // namespace grappe::teleservice
