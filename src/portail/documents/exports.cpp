// Asking for an export, reading one's own.
#include "portail/documents/exports.hpp"

#include <algorithm>

#include "portail/documents/exports_repository.hpp"
#include "portail/pieces/formats.hpp"
#include "portail/rendu/ecrivain_json.hpp"
#include "portail/teleservice/etats.hpp"
#include "portail/teleservice/journal.hpp"
#include "secret/hasard.hpp"

namespace grappe::documents {
namespace {

using access::Permission;
using core::Reason;

bool est_d_un_dossier(Genre genre) {
    return genre == Genre::dossier_pdf || genre == Genre::dossier_archive;
}

std::string nom_du_fichier(Genre genre, std::string_view objet) {
    switch (genre) {
        case Genre::liste_csv:
            return "dossiers.csv";
        case Genre::liste_xlsx:
            return "dossiers.xlsx";
        case Genre::dossier_pdf:
            return "dossier-" + std::string{objet.substr(0, 8)} + ".pdf";
        case Genre::dossier_archive:
            return "dossier-" + std::string{objet.substr(0, 8)} + ".zip";
        case Genre::mes_donnees:
            break;
    }
    return "mes-donnees.zip";
}

core::Result<void> verifier(storage::Reader& db, const teleservice::Demandeur& qui,
                            const DemandeDExport& demande) {
    if (est_d_un_dossier(demande.genre)) {
        const auto dossier =
            teleservice::demander(db, qui, demande.objet, Permission::dossier_lire);
        return dossier ? core::Result<void>{} : core::Result<void>{dossier.error()};
    }
    if (demande.genre == Genre::mes_donnees)
        return demande.objet.empty() ? core::Result<void>{}
                                     : core::refuse(Reason::invalid, "exports.objet");
    if (!access::pourrait(qui.acteur, Permission::dossier_lister))
        return core::refuse(Reason::forbidden, "acces.refuse");
    if (!demande.objet.empty() && !core::named<teleservice::Statut>(demande.objet))
        return core::refuse(Reason::invalid, "exports.objet");
    return {};
}

void noter(storage::Writer& db, const teleservice::Demandeur& qui, std::string_view acte,
           const Export& un) {
    teleservice::noter(
        db, qui,
        {acte, est_d_un_dossier(un.genre) ? "dossier:" + un.objet : "export:" + un.id,
         std::string{core::name_of(un.genre)}});
}

}  // namespace

core::Result<Export> demander_un_export(storage::Writer& db, const teleservice::Demandeur& qui,
                                        const DemandeDExport& demande) {
    if (const auto permis = verifier(db, qui, demande); !permis) return permis.error();
    const auto deja = exports_du_compte(db, qui.acteur.compte);
    if (std::count_if(deja.begin(), deja.end(), [](const Export& un) {
            return un.etat == EtatExport::demande;
        }) >= exports_a_faire_au_plus)
        return core::refuse(Reason::conflict, "exports.trop");
    Export un{
        .id = secret::identifiant(),
        .compte = qui.acteur.compte,
        .genre = demande.genre,
        .objet = std::string{demande.objet},
        .etat = EtatExport::demande,
        .nom = nom_du_fichier(demande.genre, demande.objet),
        .demande_le = qui.maintenant,
        .perime_le = core::Instant::of(qui.maintenant.utc() + std::chrono::days{jours_de_garde})};
    ajouter(db, un);
    noter(db, qui, "export.demander", un);
    return un;
}

std::vector<Export> mes_exports(storage::Reader& db, const access::Acteur& acteur) {
    return exports_du_compte(db, acteur.compte);
}

core::Result<Export> mon_export(storage::Reader& db, const access::Acteur& acteur,
                                std::string_view id) {
    auto un = trouver_export(db, id);
    if (!un || un->compte != acteur.compte)
        return core::refuse(Reason::not_found, "exports.inconnu");
    return *std::move(un);
}

core::Result<Export> prendre(storage::Writer& db, const teleservice::Demandeur& qui,
                             std::string_view id) {
    auto un = mon_export(db, qui.acteur, id);
    if (!un) return un;
    if (un->etat == EtatExport::perime || un->perime_le <= qui.maintenant)
        return core::refuse(Reason::gone, "exports.perime");
    if (un->etat != EtatExport::pret) return core::refuse(Reason::conflict, "exports.pas_pret");
    // What could be read when the file was asked may be no more.
    if (const auto permis = verifier(db, qui, {.genre = un->genre, .objet = un->objet}); !permis)
        return permis.error();
    noter(db, qui, "export.prendre", *un);
    return un;
}

std::string export_json(const Export& un) {
    std::string texte;
    rendu::EcrivainJson json{texte};
    json.ouvrir_objet();
    json.membre("id", un.id);
    json.membre("genre", core::name_of(un.genre));
    json.membre("objet", un.objet);
    json.membre("etat", core::name_of(un.etat));
    json.membre("nom", un.nom);
    json.membre("demande_le", un.demande_le.utc_text());
    json.membre("perime_le", un.perime_le.utc_text());
    if (un.fini_le) json.membre("fini_le", un.fini_le->utc_text());
    if (un.taille) json.membre("taille", *un.taille);
    if (un.sha256) json.membre("sha256", *un.sha256);
    if (un.etat == EtatExport::pret) json.membre("fichier", "/api/exports/" + un.id + "/fichier");
    json.fermer_objet();
    return texte;
}

std::string_view type_mime(Genre genre) {
    switch (genre) {
        case Genre::liste_csv:
            return "text/csv; charset=utf-8";
        case Genre::liste_xlsx:
            return pieces::type_mime(pieces::Format::xlsx);
        case Genre::dossier_pdf:
            return pieces::type_mime(pieces::Format::pdf);
        case Genre::dossier_archive:
        case Genre::mes_donnees:
            break;
    }
    return "application/zip";
}

}  // namespace grappe::documents
