// GET /api/dossiers: those that one may read; a desk filters, sorts and turns pages.

#include "core/integer.hpp"
#include "portail/api/dossiers.hpp"
#include "portail/api/dossiers_json.hpp"
#include "portail/instruction/liste.hpp"
#include "portail/rendu/ecrivain_json.hpp"
#include "portail/teleservice/lecture.hpp"

namespace grappe::api {
namespace {

using garde::Visite;
using instruction::Filtre;
using rendu::EcrivainJson;

std::string parametre(const Visite& visite, std::string_view nom) {
    return std::string{visite.requete.query(nom).value_or("")};
}

// A region's code, "national", or the name of the ARS, as receipts write it.
std::string guichet_de(const Teleservice& service, const std::string& texte) {
    for (const auto& ars : service.portail.referentiels.territoires.ars())
        if (ars.libelle == texte && !ars.regions.empty()) return ars.regions.front();
    return texte;
}

bool lire_entier(const std::string& texte, int& lu) {
    if (texte.empty()) return true;
    lu = core::integer<int>(texte).value_or(0);
    return lu >= 1;
}

template <class E>
bool lire_nom(const std::string& texte, E& lu) {
    if (texte.empty()) return true;
    const auto nomme = core::named<E>(texte);
    if (nomme) lu = *nomme;
    return nomme.has_value();
}

core::Result<Filtre> filtre_de(const Teleservice& service, const Visite& visite) {
    Filtre filtre{.guichet = guichet_de(service, parametre(visite, "guichet")),
                  .appel = parametre(visite, "appel"),
                  .instructeur = parametre(visite, "instructeur")};
    const auto moi = visite.qui().acteur.compte;
    if (filtre.instructeur == "moi") filtre.instructeur = moi;
    const auto faux = [](std::string_view nom) {
        return core::refuse(core::Reason::invalid, "liste.critere", std::string{nom});
    };
    auto statut = teleservice::Statut::depose;
    const auto texte = parametre(visite, "statut");
    if (!lire_nom(texte, statut)) return faux("statut");
    if (!texte.empty()) filtre.statut = statut;
    if (!lire_nom(parametre(visite, "tri"), filtre.tri)) return faux("tri");
    if (!lire_nom(parametre(visite, "sens"), filtre.sens)) return faux("sens");
    if (!lire_entier(parametre(visite, "page"), filtre.page)) return faux("page");
    if (!lire_entier(parametre(visite, "taille"), filtre.taille)) return faux("taille");
    const auto illisibles = appliquer(filtre, {parametre(visite, "q"), moi});
    if (!illisibles.empty()) return faux(illisibles.front());
    return filtre;
}

void ecrire(EcrivainJson& json, const teleservice::Fiche& fiche) {
    json.ouvrir_objet();
    json.membre("id", fiche.dossier);
    json.membre("statut", core::name_of(fiche.statut));
    json.membre("appel", fiche.appel);
    json.membre("guichet", fiche.guichet);
    json.membre("numero", fiche.numero);
    json.membre("porteur", fiche.porteur);
    json.membre("siret", fiche.siret);
    json.membre("essms", fiche.essms);
    json.cle("subvention");
    fiche.subvention ? json.montant(*fiche.subvention) : json.nul();
    json.membre("depose_le", fiche.depose_le.utc_text());
    json.membre("modifie_le", fiche.change_le.utc_text());
    json.cle("instructeur");
    fiche.instructeur ? json.texte(*fiche.instructeur) : json.nul();
    json.cle("echeance");
    fiche.echeance ? json.texte(fiche.echeance->text()) : json.nul();
    json.fermer_objet();
}

http::Response liste_du_guichet(const Teleservice& service, Visite& visite, const Filtre& filtre) {
    const auto liste = visite.base.read([&](storage::Reader& db) {
        const auto tableau = service.tableau.a_jour(db);
        return instruction::lister(db, *tableau, visite.qui().acteur, filtre);
    });
    std::string corps;
    EcrivainJson json{corps};
    json.ouvrir_objet();
    json.cle("dossiers");
    json.ouvrir_liste();
    for (const auto& fiche : liste.fiches) ecrire(json, fiche);
    json.fermer_liste();
    json.membre("total", liste.total);
    json.membre("page", liste.page);
    json.membre("pages", liste.pages);
    json.fermer_objet();
    return http::Response::json(std::move(corps));
}

http::Response liste_du_porteur(Visite& visite) {
    const auto dossiers = visite.base.read([&](storage::Reader& db) {
        return teleservice::lister(db, demandeur(visite), parametre(visite, "statut"));
    });
    std::string corps{"{\"dossiers\":["};
    for (const auto& dossier : dossiers) {
        if (corps.back() != '[') corps += ',';
        corps += resume_json(dossier);
    }
    return http::Response::json(corps.append("],\"total\":")
                                    .append(std::to_string(dossiers.size()))
                                    .append(",\"page\":1,\"pages\":1}"));
}

bool liste_par_fiches(access::Role role) {
    return role == access::Role::ars || role == access::Role::national ||
           role == access::Role::comite;
}

http::Response lister(const Teleservice& service, Visite& visite) {
    if (!liste_par_fiches(visite.qui().acteur.role)) return liste_du_porteur(visite);
    const auto filtre = filtre_de(service, visite);
    return filtre ? liste_du_guichet(service, visite, *filtre) : refuser(visite, filtre.error());
}

}  // namespace

void add_liste_routes(http::Routes& routes, const Teleservice& service) {
    garde::ajouter(
        routes, service.comptes,
        {.methode = http::Method::get,
         .chemin = "/api/dossiers",
         .resume = "Les dossiers que l'on peut lire, par page",
         .permission = access::Permission::dossier_lister,
         .action = [&](Visite& visite) { return lister(service, visite); },
         .parametres = {{"guichet", "Code de la région, ou national"},
                        {"statut", "État des dossiers : brouillon, depose…"},
                        {"appel", "Identifiant de l'appel : NA-2024"},
                        {"instructeur", "Compte de qui instruit, moi, ou personne"},
                        {"q",
                         "Débuts de mots du nom ou du numéro, FINESS d'un établissement, et "
                         "critères : appel: statut: instructeur: finess: essms:> montant:> "
                         "depuis: jusque:"},
                        {"tri", "depose, porteur, essms, subvention ou echeance"},
                        {"sens", "croissant ou decroissant"},
                        {"page", "Numéro de la page, à partir de 1"},
                        {"taille", "Dossiers par page, de 1 à 200 ; 50 à défaut"}}});
}

}  // namespace grappe::api
