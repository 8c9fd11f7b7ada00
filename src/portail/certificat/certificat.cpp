// Writing of a certificate, in the order in which an auditor reads it.
#include "portail/certificat/certificat.hpp"

#include <algorithm>
#include <map>

#include "portail/certificat/forme.hpp"
#include "portail/programme/empreinte.hpp"
#include "portail/rendu/ecrivain_json.hpp"

namespace grappe::certificat {
namespace {

using programme::empreinte_sha256;
using rendu::EcrivainJson;

void ecrire_date(EcrivainJson& json, std::string_view cle, const std::optional<core::Date>& date) {
    json.cle(cle);
    date ? json.mot(date->text()) : json.nul();
}

void ecrire_origine(EcrivainJson& json, const Origine& origine) {
    json.cle("dossier");
    json.ouvrir_objet();
    json.membre("id", origine.dossier);
    json.membre("version", origine.version);
    json.membre("contenu", origine.contenu);
    json.membre("numero", origine.numero);
    json.membre("recepisse", origine.recepisse);
    json.fermer_objet();
}

void ecrire_regles(EcrivainJson& json, const Certificat& certificat) {
    json.cle("regles");
    json.ouvrir_objet();
    json.membre("empreinte", certificat.regles);
    json.membre("appel", certificat.appel);
    json.membre("socle", certificat.socle);
    json.membre("texte", empreinte_sha256(certificat.appel + certificat.socle));
    json.fermer_objet();
}

void ecrire_etablissement(EcrivainJson& json, const referentiels::Etablissement& un) {
    json.ouvrir_objet();
    json.membre("finess_et", un.finess_et.text());
    json.membre("finess_ej", un.finess_ej);
    json.membre("raison_sociale", un.raison_sociale);
    json.membre("categorie", un.categorie);
    json.membre("agregat", un.agregat);
    json.membre("departement", un.departement);
    json.membre("region", un.region);
    ecrire_date(json, "ferme_le", un.ferme_le);
    json.fermer_objet();
}

void ecrire_categorie(EcrivainJson& json, const referentiels::Categorie& une) {
    json.ouvrir_objet();
    json.membre("code", une.code);
    json.membre("libelle", une.libelle);
    json.membre("eligibilite", core::name_of(une.eligibilite));
    json.membre("secteur", une.secteur ? core::name_of(*une.secteur) : std::string_view{});
    ecrire_date(json, "fermee_le", une.fermee_le);
    json.membre("recodee_en", une.recodee_en);
    json.membre("agregat", une.agregat);
    json.membre("remarque", une.remarque);
    json.fermer_objet();
}

// By number: what the register answered has no order of its own.
void ecrire_registre(EcrivainJson& json, const Certificat& certificat) {
    const auto& fiches = certificat.fiches;
    std::map<std::string_view, const referentiels::Etablissement*> ranges;
    for (const auto& [numero, un] : fiches.par_finess_et) ranges.emplace(numero, &un);
    std::vector<std::string> entites{fiches.entites_juridiques.begin(),
                                     fiches.entites_juridiques.end()};
    std::ranges::sort(entites);
    json.cle("registre");
    json.ouvrir_objet();
    ecrire_date(json, "date", fiches.date_du_registre);
    json.cle("etablissements");
    json.ouvrir_liste();
    for (const auto& [numero, un] : ranges) ecrire_etablissement(json, *un);
    json.fermer_liste();
    json.membre("entites_juridiques", entites);
    json.cle("categories");
    json.ouvrir_liste();
    for (const auto& une : certificat.categories) ecrire_categorie(json, une);
    json.fermer_liste();
    json.membre("territoires", certificat.territoires);
    json.fermer_objet();
}

void ecrire_octets(EcrivainJson& json, std::string_view cle, const std::string& octets) {
    json.cle(cle);
    json.ouvrir_objet();
    json.membre("sha256", empreinte_sha256(octets));
    json.membre("octets", static_cast<std::int64_t>(octets.size()));
    json.membre("texte", octets);
    json.fermer_objet();
}

}  // namespace

std::string rendre(const Certificat& certificat) {
    std::string texte{debut_de_certificat};
    EcrivainJson json{texte};
    // Goes on inside the object that the head has opened.
    json.cle("forme");
    json.entier(1);
    ecrire_origine(json, certificat.origine);
    ecrire_regles(json, certificat);
    ecrire_registre(json, certificat);
    ecrire_octets(json, "entree", certificat.entree);
    ecrire_octets(json, "sortie", certificat.sortie);
    return texte += fin_de_certificat(texte);
}

bool est_un_certificat(std::string_view texte) { return texte.starts_with(debut_de_certificat); }

std::string fin_de_certificat(std::string_view debut) {
    return ",\"empreinte\":\"" + empreinte_sha256(debut) + "\"}\n";
}

std::string empreinte(const referentiels::Territoires& territoires) {
    std::string lignes;
    for (const auto& un : territoires.departements())
        lignes.append(un.code + ";" + un.nom + ";" + un.region + ";" + un.prefixe_finess + ";")
            .append(un.corse_ou_outre_mer ? "1\n" : "0\n");
    for (const auto& ars : territoires.ars()) {
        lignes.append(ars.code + ";" + ars.libelle);
        for (const auto& region : ars.regions) lignes.append(";").append(region);
        lignes += '\n';
    }
    return empreinte_sha256(lignes);
}

}  // namespace grappe::certificat
