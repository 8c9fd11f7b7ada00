// The keys of contract portail-check (input), object by object, in its order.
#include "portail/documents/dossier_ecrit.hpp"

#include "portail/rendu/ecrivain_json.hpp"

namespace grappe::documents {
namespace {

using dossier::CommandeSons, dossier::FinancementAnterieur, dossier::Heures, dossier::Solution;
using dossier::Depenses, dossier::EssmsDejaFinances, dossier::Extension, dossier::SolutionGht;
using dossier::Donnee, dossier::Essms, dossier::Organisme, dossier::Piece, dossier::Porteur;
using Json = rendu::EcrivainDe<std::string>;

void valeur(Json& json, const std::string& lue) { json.texte(lue); }
void valeur(Json& json, bool lue) { json.booleen(lue); }
void valeur(Json& json, int lue) { json.entier(lue); }
void valeur(Json& json, core::Money lue) { json.montant(lue); }
void valeur(Json& json, std::int64_t centiemes) { json.montant(core::Money::cents(centiemes)); }
void valeur(Json& json, const core::Date& lue) { json.mot(lue.text()); }
void valeur(Json& json, const core::Finess& lu) { json.mot(lu.text()); }
void valeur(Json& json, const std::vector<std::string>& lues) {
    json.ouvrir_liste();
    for (const auto& une : lues) json.texte(une);
    json.fermer_liste();
}
template <class T>
requires std::is_enum_v<T>
void valeur(Json& json, T lue) { json.texte(core::name_of(lue)); }
void valeur(Json& json, const Heures& lues);
void valeur(Json& json, const FinancementAnterieur& lu);
void valeur(Json& json, const CommandeSons& lue);
void valeur(Json& json, const SolutionGht& lue);
void valeur(Json& json, const EssmsDejaFinances& lus);
void valeur(Json& json, const Extension& lue);
void valeur(Json& json, const Solution& lue);
void valeur(Json& json, const Depenses& lues);

template <class T>
void membre(Json& json, std::string_view cle, const Donnee<T>& donnee) {
    if (donnee.inconnue()) return;
    json.cle(cle);
    if (donnee.est_nulle())
        json.nul();
    else
        valeur(json, *donnee);
}

void valeur(Json& json, const Heures& lues) {
    json.ouvrir_objet();
    membre(json, "annee", lues.annee);
    membre(json, "total", lues.total);
    membre(json, "apa", lues.apa);
    membre(json, "pch", lues.pch);
    membre(json, "autres", lues.autres);
    json.fermer_objet();
}

void valeur(Json& json, const FinancementAnterieur& lu) {
    json.ouvrir_objet();
    membre(json, "programme", lu.programme);
    membre(json, "solution", lu.solution);
    json.fermer_objet();
}

void valeur(Json& json, const CommandeSons& lue) {
    json.ouvrir_objet();
    membre(json, "solution", lue.solution);
    membre(json, "va_signee_le", lue.va_signee_le);
    json.fermer_objet();
}

void valeur(Json& json, const SolutionGht& lue) {
    json.ouvrir_objet();
    membre(json, "marche_public", lue.marche_public);
    membre(json, "etude_couverture", lue.etude_couverture);
    membre(json, "sans_autre_aide", lue.sans_autre_aide);
    json.fermer_objet();
}

void valeur(Json& json, const EssmsDejaFinances& lus) {
    json.ouvrir_objet();
    json.membre("acquisition", lus.acquisition);
    json.membre("montee_de_version", lus.montee_de_version);
    json.fermer_objet();
}

void valeur(Json& json, const Extension& lue) {
    json.ouvrir_objet();
    membre(json, "grappe_deja_financee", lue.grappe_deja_financee);
    membre(json, "contrat_regulier", lue.contrat_regulier);
    membre(json, "sans_risque_excessif", lue.sans_risque_excessif);
    membre(json, "essms_deja_finances", lue.essms_deja_finances);
    json.fermer_objet();
}

void valeur(Json& json, const Solution& lue) {
    json.ouvrir_objet();
    membre(json, "nom", lue.nom);
    membre(json, "version", lue.version);
    membre(json, "dsr", lue.dsr);
    membre(json, "referencee_le", lue.referencee_le);
    membre(json, "referencement_en_cours", lue.referencement_en_cours);
    membre(json, "editeur_inscrit_au_guichet_le", lue.editeur_inscrit_au_guichet_le);
    membre(json, "debut_parametrage_le", lue.debut_parametrage_le);
    membre(json, "mise_en_concurrence", lue.mise_en_concurrence);
    membre(json, "centrale_achat", lue.centrale_achat);
    membre(json, "ght", lue.ght);
    json.fermer_objet();
}

void valeur(Json& json, const Depenses& lues) {
    json.ouvrir_objet();
    membre(json, "materiel", lues.materiel);
    membre(json, "amoa", lues.amoa);
    json.fermer_objet();
}

void valeur(Json& json, const Porteur& lu) {
    json.ouvrir_objet();
    membre(json, "raison_sociale", lu.raison_sociale);
    json.membre("siret", lu.siret.text());
    membre(json, "finess_ej", lu.finess_ej);
    membre(json, "region", lu.region);
    membre(json, "statut", lu.statut);
    membre(json, "recupere_tva", lu.recupere_tva);
    membre(json, "commande_publique", lu.commande_publique);
    membre(json, "ght", lu.ght);
    membre(json, "entite_nationale", lu.entite_nationale);
    json.fermer_objet();
}

void valeur(Json& json, const Organisme& lu) {
    json.ouvrir_objet();
    json.membre("finess_ej", lu.finess_ej.text());
    membre(json, "raison_sociale", lu.raison_sociale);
    membre(json, "essms_geres", lu.essms_geres);
    json.fermer_objet();
}

void valeur(Json& json, const Essms& lu) {
    json.ouvrir_objet();
    json.membre("finess_et", lu.finess_et.text());
    membre(json, "finess_ej", lu.finess_ej);
    json.membre("regime", core::name_of(lu.regime));
    membre(json, "categorie", lu.categorie);
    membre(json, "secteur", lu.secteur);
    membre(json, "departement", lu.departement);
    membre(json, "financeurs", lu.financeurs);
    membre(json, "eligible_sons", lu.eligible_sons);
    membre(json, "contrat_editeur_signe_le", lu.contrat_editeur_signe_le);
    membre(json, "heures", lu.heures);
    membre(json, "devis_materiel", lu.devis_materiel);
    membre(json, "autre_aide_europeenne", lu.autre_aide_europeenne);
    membre(json, "financement_anterieur", lu.financement_anterieur);
    membre(json, "commande_sons", lu.commande_sons);
    membre(json, "premiere_mom_le", lu.premiere_mom_le);
    membre(json, "entite_nationale", lu.entite_nationale);
    json.fermer_objet();
}

void valeur(Json& json, const Piece& lue) {
    json.ouvrir_objet();
    json.membre("type", lue.type);
    membre(json, "fichier", lue.fichier);
    membre(json, "organisme", lue.organisme);
    json.fermer_objet();
}

template <class T>
void liste(Json& json, std::string_view cle, const std::vector<T>& lues) {
    json.cle(cle);
    json.ouvrir_liste();
    for (const auto& une : lues) valeur(json, une);
    json.fermer_liste();
}

}  // namespace

std::string ecrire_le_dossier(const dossier::Dossier& dossier) {
    std::string sortie;
    Json json{sortie};
    json.ouvrir_objet();
    json.membre("appel", dossier.appel);
    json.membre("depose_le", dossier.depose_le.utc_text());
    membre(json, "nature", dossier.nature);
    json.cle("porteur");
    valeur(json, dossier.porteur);
    liste(json, "organismes", dossier.organismes);
    liste(json, "essms", dossier.essms);
    membre(json, "solution", dossier.solution);
    if (!dossier.devis_amoa.inconnue()) {
        json.cle("amoa");
        json.ouvrir_objet();
        membre(json, "devis", dossier.devis_amoa);
        json.fermer_objet();
    }
    membre(json, "extension", dossier.extension);
    liste(json, "pieces", dossier.pieces);
    membre(json, "convention_signee_le", dossier.convention_signee_le);
    membre(json, "depenses", dossier.depenses);
    json.fermer_objet();
    return sortie;
}

}  // namespace grappe::documents
