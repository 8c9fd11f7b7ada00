// The fields of an establishment, in the order of the contract of the API.
#include "portail/rendu/registre_json.hpp"

#include "portail/rendu/ecrivain_json.hpp"

namespace grappe::rendu {
namespace {

using referentiels::Etablissement;

// Places of life: sometimes a private home. The register has no address of theirs; this is the
// second lock.
constexpr std::string_view lieu_de_vie = "462";

struct Ecriture {
    const VueDuRegistre& vue;
    EcrivainJson json;
};

void ecrire_texte(Ecriture& ecriture, std::string_view cle, std::string_view texte) {
    ecriture.json.cle(cle);
    texte.empty() ? ecriture.json.nul() : ecriture.json.texte(texte);
}

void ecrire_secteur(Ecriture& ecriture, const Etablissement& etablissement) {
    const auto* categorie = ecriture.vue.categories.find(etablissement.categorie);
    const bool connu = categorie && categorie->secteur;
    ecrire_texte(ecriture, "secteur", connu ? core::name_of(*categorie->secteur) : "");
}

void ecrire_entete(Ecriture& ecriture, const Etablissement& etablissement) {
    ecrire_texte(ecriture, "finess_et", etablissement.finess_et.text());
    ecrire_texte(ecriture, "finess_ej", etablissement.finess_ej);
    ecrire_texte(ecriture, "raison_sociale", etablissement.raison_sociale);
    ecrire_texte(ecriture, "categorie", etablissement.categorie);
    ecrire_texte(ecriture, "libelle_categorie", etablissement.libelle_categorie);
    ecrire_secteur(ecriture, etablissement);
    ecrire_texte(ecriture, "commune", etablissement.commune);
    ecrire_texte(ecriture, "departement", etablissement.departement);
    ecrire_texte(ecriture, "region", etablissement.region);
    ecriture.json.cle("ouvert");
    ecriture.json.booleen(!etablissement.ferme_le ||
                          *etablissement.ferme_le > ecriture.vue.aujourdhui);
}

void ecrire_date(Ecriture& ecriture, std::string_view cle, const std::optional<core::Date>& date) {
    ecrire_texte(ecriture, cle, date ? date->text() : std::string{});
}

void ecrire_lieu(Ecriture& ecriture, const Etablissement& etablissement) {
    if (etablissement.categorie == lieu_de_vie) return;
    ecrire_texte(ecriture, "adresse", etablissement.adresse);
    ecrire_texte(ecriture, "code_postal", etablissement.code_postal);
    if (!etablissement.latitude_e6 || !etablissement.longitude_e6) return;
    ecriture.json.membre("latitude_e6", *etablissement.latitude_e6);
    ecriture.json.membre("longitude_e6", *etablissement.longitude_e6);
}

}  // namespace

std::string etablissement_json(const Etablissement& etablissement, const VueDuRegistre& vue) {
    std::string corps;
    Ecriture ecriture{vue, EcrivainJson{corps}};
    ecriture.json.ouvrir_objet();
    ecrire_entete(ecriture, etablissement);
    ecrire_texte(ecriture, "siret", etablissement.siret);
    ecrire_date(ecriture, "ouvert_le", etablissement.ouvert_le);
    ecrire_date(ecriture, "ferme_le", etablissement.ferme_le);
    ecrire_lieu(ecriture, etablissement);
    ecrire_date(ecriture, "registre_au", vue.registre_au);
    ecriture.json.fermer_objet();
    return corps;
}

std::string trouvailles_json(const referentiels::Trouvailles& trouvailles,
                             const VueDuRegistre& vue) {
    std::string corps;
    corps.reserve(512 * (1 + trouvailles.etablissements.size()));
    Ecriture ecriture{vue, EcrivainJson{corps}};
    auto& json = ecriture.json;
    json.ouvrir_objet();
    json.cle("resultats");
    json.ouvrir_liste();
    for (const auto* trouve : trouvailles.etablissements) {
        json.ouvrir_objet();
        ecrire_entete(ecriture, *trouve);
        json.fermer_objet();
    }
    json.fermer_liste();
    json.membre("total", static_cast<std::int64_t>(trouvailles.total));
    json.fermer_objet();
    return corps;
}

}  // namespace grappe::rendu
