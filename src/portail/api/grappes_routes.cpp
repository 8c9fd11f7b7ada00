// Routes of requests for a grappe: the seven fields, what became of them, proposals with consent.
#include <functional>

#include "portail/api/comptes.hpp"
#include "portail/api/dossiers.hpp"
#include "portail/membres/demande_grappe.hpp"
#include "portail/rendu/ecrivain_json.hpp"
#include "portail/teleservice/ouverture.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using garde::Visite;
using http::Method;
using rendu::EcrivainJson;
using teleservice::ReponseGardee;

void ecrire(EcrivainJson& json, const membres::DemandeGrappe& demande) {
    json.ouvrir_objet();
    for (const auto& [cle, valeur] :
         {std::pair{"id", &demande.id}, std::pair{"structure", &demande.structure},
          std::pair{"couloir", &demande.couloir}, std::pair{"heures_dependance", &demande.heures},
          std::pair{"contact", &demande.contact}, std::pair{"finess", &demande.finess},
          std::pair{"dui", &demande.dui}, std::pair{"editeur", &demande.editeur},
          std::pair{"contact_editeur", &demande.contact_editeur},
          std::pair{"grappe", &demande.grappe}, std::pair{"region", &demande.region},
          std::pair{"motif", &demande.motif}, std::pair{"dossier", &demande.dossier}})
        json.membre(cle, *valeur);
    json.membre("essms", demande.essms);
    json.membre("etat", core::name_of(demande.etat));
    json.membre("faite_le", demande.faite_le.utc_text());
    json.fermer_objet();
}

void ecrire_raisons(EcrivainJson& json, std::string_view cle,
                    const std::vector<membres::Raison>& raisons, const rules::Phrases& phrases) {
    json.cle(cle);
    json.ouvrir_liste();
    for (const auto& raison : raisons) json.texte(phrases.rendre(raison.code, raison.faits));
    json.fermer_liste();
}

// Neither name nor contact before both agree.
void ecrire(EcrivainJson& json, const membres::Proposition& une, const rules::Phrases& phrases) {
    json.ouvrir_objet();
    json.membre("id", une.autre.id);
    json.membre("couloir", une.autre.couloir);
    json.membre("essms", une.autre.essms);
    json.membre("logiciel", une.autre.profil().logiciel);
    json.cle("dossier_en_cours");
    json.booleen(!une.autre.dossier.empty());
    ecrire_raisons(json, "raisons", une.rapprochement.raisons, phrases);
    ecrire_raisons(json, "reserves", une.rapprochement.reserves, phrases);
    json.cle("accepte");
    json.booleen(une.accepte_ici);
    json.cle("structure");
    une.conclue() ? json.texte(une.autre.structure) : json.nul();
    json.cle("contact");
    une.conclue() ? json.texte(une.autre.contact) : json.nul();
    json.fermer_objet();
}

template <class T, class Ecrire>
std::string liste(std::string_view cle, const std::vector<T>& elements, Ecrire ecrire_un) {
    std::string texte;
    EcrivainJson json{texte};
    json.ouvrir_objet();
    json.cle(cle);
    json.ouvrir_liste();
    for (const auto& element : elements) ecrire_un(json, element);
    json.fermer_liste();
    json.fermer_objet();
    return texte;
}

membres::DemandeGrappe lire(const Teleservice& service, const Visite& visite, const Corps& corps) {
    membres::DemandeGrappe demande{.id = {},
                                   .compte = {},
                                   .structure = corps.texte("structure"),
                                   .couloir = corps.texte("couloir"),
                                   .heures = corps.texte("heures_dependance"),
                                   .contact = corps.texte("contact"),
                                   .finess = {},
                                   .essms = 0,
                                   .dui = corps.texte("dui"),
                                   .editeur = corps.texte("editeur"),
                                   .contact_editeur = corps.texte("contact_editeur"),
                                   .grappe = corps.texte("grappe"),
                                   .region = {},
                                   .etat = membres::EtatDeDemande::ouverte,
                                   .faite_le = visite.moyens.maintenant,
                                   .motif = {}};
    teleservice::lire_les_numeros(demande, corps.texte("finess"), service.portail.moyens);
    return demande;
}

http::Response demander(const Teleservice& service, Visite& visite, const Corps& corps) {
    return repondre(visite, une_fois(visite, visite.requete.body,
                                     [&](storage::Writer& db) -> core::Result<ReponseGardee> {
                                         const auto faite =
                                             membres::demander(db, reception::qui_demande(visite),
                                                               lire(service, visite, corps));
                                         if (!faite) return faite.error();
                                         std::string texte;
                                         EcrivainJson json{texte};
                                         ecrire(json, *faite);
                                         return ReponseGardee{201, texte};
                                     }));
}

http::Response lister(Visite& visite) {
    const auto lues = visite.base.read(
        [&](storage::Reader& db) { return membres::demandes(db, visite.qui().acteur); });
    return http::Response::json(
        liste("demandes", lues, [](EcrivainJson& json, const auto& une) { ecrire(json, une); }));
}

http::Response traiter(Visite& visite, const Corps& corps) {
    const auto etat = core::named<membres::EtatDeDemande>(corps.texte("issue"))
                          .value_or(membres::EtatDeDemande::ouverte);
    return repondre(visite,
                    une_fois(visite, visite.requete.body,
                             [&](storage::Writer& db) -> core::Result<ReponseGardee> {
                                 const auto traitee = membres::traiter(
                                     db, reception::qui_demande(visite),
                                     {visite.requete.path("id"), etat, corps.texte("motif")});
                                 if (!traitee) return traitee.error();
                                 std::string texte;
                                 EcrivainJson json{texte};
                                 ecrire(json, *traitee);
                                 return ReponseGardee{201, texte};
                             }));
}

http::Response proposer(Visite& visite) {
    const auto trouvees = visite.base.read([&](storage::Reader& db) {
        return membres::propositions(db, visite.qui().acteur, visite.requete.path("id"));
    });
    if (!trouvees) return refuser(visite, trouvees.error());
    return http::Response::json(liste(
        "propositions", *trouvees,
        [&](EcrivainJson& json, const auto& une) { ecrire(json, une, visite.comptes.phrases); }));
}

http::Response accepter(Visite& visite) {
    return repondre(
        visite, une_fois(visite, "", [&](storage::Writer& db) -> core::Result<ReponseGardee> {
            const auto une =
                membres::accepter(db, reception::qui_demande(visite),
                                  {visite.requete.path("id"), visite.requete.path("autre")});
            if (!une) return une.error();
            std::string texte;
            EcrivainJson json{texte};
            ecrire(json, *une, visite.comptes.phrases);
            return ReponseGardee{201, texte};
        }));
}

// A demand of one's own after an act on it.
http::Response rendre(
    const Visite& visite,
    const std::function<core::Result<membres::DemandeGrappe>(storage::Writer&)>& faire) {
    return repondre(visite, une_fois(visite, visite.requete.body,
                                     [&](storage::Writer& db) -> core::Result<ReponseGardee> {
                                         const auto faite = faire(db);
                                         if (!faite) return faite.error();
                                         std::string texte;
                                         EcrivainJson json{texte};
                                         ecrire(json, *faite);
                                         return ReponseGardee{201, texte};
                                     }));
}

http::Response retirer(Visite& visite) {
    return rendre(visite, [&](storage::Writer& db) {
        return membres::retirer(db, reception::qui_demande(visite), visite.requete.path("id"));
    });
}

http::Response ouvrir(const Teleservice& service, Visite& visite, const Corps& corps) {
    return rendre(visite, [&](storage::Writer& db) {
        return teleservice::ouvrir_a_d_autres(
            db, demandeur(visite),
            {visite.requete.path("id"), corps.texte("couloir"), corps.texte("contact")},
            moyens_de(service, visite));
    });
}

}  // namespace

void add_grappes_routes(http::Routes& routes, const Teleservice& service) {
    const auto poster = [&](Permission permission, std::string_view chemin, std::string_view resume,
                            garde::Action action) {
        garde::ajouter(
            routes, service.comptes,
            ligne_gardee(permission, ligne_json(Method::post, chemin, resume, std::move(action))));
    };
    poster(Permission::demande_grappe_ecrire, "/api/demandes-grappe",
           "Demander à rejoindre ou à former une grappe",
           avec_corps({"structure", "couloir", "heures_dependance", "contact", "finess", "dui",
                       "editeur", "contact_editeur", "grappe"},
                      [&](Visite& visite, const Corps& corps) {
                          return demander(service, visite, corps);
                      }));
    garde::ajouter(routes, service.comptes,
                   {.methode = Method::get,
                    .chemin = "/api/demandes-grappe",
                    .resume = "Ses demandes de grappe, ou celles de sa région",
                    .permission = Permission::demande_grappe_lire,
                    .action = lister});
    poster(Permission::demande_grappe_lire, "/api/demandes-grappe/{id}/suite",
           "Suite d'une demande : issue creation, rattachement ou sans_suite, avec son motif",
           avec_corps({"issue", "motif"}, traiter));
    garde::ajouter(routes, service.comptes,
                   {.methode = Method::get,
                    .chemin = "/api/demandes-grappe/{id}/propositions",
                    .resume = "Demandes compatibles de la même région, avec leurs raisons",
                    .permission = Permission::demande_grappe_ecrire,
                    .action = proposer});
    poster(Permission::demande_grappe_ecrire,
           "/api/demandes-grappe/{id}/propositions/{autre}/accord",
           "Accepter d'être mis en relation ; les contacts viennent quand les deux acceptent",
           accepter);
    poster(Permission::demande_grappe_ecrire, "/api/demandes-grappe/{id}/retrait",
           "Retirer sa demande : elle n'est plus proposée à personne", retirer);
    poster(Permission::dossier_ecrire, "/api/dossiers/{id}/ouverture",
           "Ouvrir un brouillon à d'autres membres : il est proposé aux demandes de sa région",
           avec_corps({"couloir", "contact"}, [&](Visite& visite, const Corps& corps) {
               return ouvrir(service, visite, corps);
           }));
}

}  // namespace grappe::api
