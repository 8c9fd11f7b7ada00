// From the keys of a FINESS+ document to establishments.
#include "referentiels/finess_plus.hpp"

#include <array>

#include "referentiels/coordonnees.hpp"
#include "referentiels/flux.hpp"

namespace grappe::referentiels {
namespace {

// The largest legal entities hold about two thousand establishments, closed ones included.
constexpr std::size_t eges_maximal = 20'000;

struct Passage {
    Lieu depuis;
    std::string_view cle;  // empty: an element of an array
    Lieu vers;
};

constexpr auto passages = std::to_array<Passage>({
    {Lieu::document, "", Lieu::racine},
    {Lieu::racine, "pmej", Lieu::pmej_liste},
    {Lieu::pmej_liste, "", Lieu::pmej},
    {Lieu::pmej, "informationsGeneralesPMEJ", Lieu::pmej_infos},
    {Lieu::pmej, "ege", Lieu::ege_liste},
    {Lieu::ege_liste, "", Lieu::ege},
    {Lieu::ege, "informationsGeneralesEGE", Lieu::ege_infos},
    {Lieu::ege, "adresse", Lieu::adresses},
    {Lieu::adresses, "", Lieu::adresse},
    {Lieu::adresse, "coordonneesGeographique", Lieu::point},
});

bool est_liste(Lieu lieu) {
    return lieu == Lieu::document || lieu == Lieu::pmej_liste || lieu == Lieu::ege_liste ||
           lieu == Lieu::adresses;
}

template <class Objet>
struct Place {
    Lieu lieu;
    std::string_view cle;
    std::string Objet::*champ;
};

constexpr auto places_ege = std::to_array<Place<EtablissementPlus>>({
    {Lieu::ege_infos, "numFinessEge", &EtablissementPlus::finess},
    {Lieu::ege_infos, "nomEgeCourt", &EtablissementPlus::nom_court},
    {Lieu::ege_infos, "nomEgeLong", &EtablissementPlus::nom_long},
    {Lieu::ege_infos, "siret", &EtablissementPlus::siret},
    {Lieu::ege_infos, "dateOuverture", &EtablissementPlus::ouvert_le},
    {Lieu::ege_infos, "dateFermeture", &EtablissementPlus::ferme_le},
    {Lieu::ege, "categorieentiteGeographiqueExercice", &EtablissementPlus::categorie},
    {Lieu::ege, "etatObjet", &EtablissementPlus::etat},
    {Lieu::ege, "dateDerniereMaj", &EtablissementPlus::maj_le},
});

constexpr auto places_adresse = std::to_array<Place<AdressePlus>>({
    {Lieu::adresse, "usageAdresse", &AdressePlus::usage},
    {Lieu::adresse, "numeroVoie", &AdressePlus::numero},
    {Lieu::adresse, "complementVoie", &AdressePlus::repetition},
    {Lieu::adresse, "typeVoie", &AdressePlus::type_voie},
    {Lieu::adresse, "libelleVoie", &AdressePlus::voie},
    {Lieu::adresse, "lieuDit", &AdressePlus::lieu_dit},
    {Lieu::adresse, "ligneQuatre", &AdressePlus::ligne_quatre},
    {Lieu::adresse, "ligneCinq", &AdressePlus::ligne_cinq},
    {Lieu::adresse, "cogCommune", &AdressePlus::cog_commune},
    {Lieu::adresse, "codePostal", &AdressePlus::code_postal},
    {Lieu::adresse, "ligneAcheminement", &AdressePlus::commune},
    {Lieu::point, "coordonneeX", &AdressePlus::x},
    {Lieu::point, "coordonneeY", &AdressePlus::y},
    {Lieu::point, "directionLongitude", &AdressePlus::x_autre},
    {Lieu::point, "directionLatitude", &AdressePlus::y_autre},
});

template <class Objet, std::size_t taille>
std::string* dans(Objet& objet, const std::array<Place<Objet>, taille>& places, Lieu lieu,
                  std::string_view cle) {
    for (const auto& place : places)
        if (place.lieu == lieu && place.cle == cle) return &(objet.*place.champ);
    return nullptr;
}

std::string adresse_sur_une_ligne(const AdressePlus& a) {
    std::string rue = a.ligne_quatre;
    if (rue.empty()) joindre(rue, " ", {a.numero, a.repetition, a.type_voie, a.voie});
    const auto& suite = a.ligne_cinq.empty() ? a.lieu_dit : a.ligne_cinq;
    if (suite.empty() || suite == rue) return rue;
    return rue.empty() ? suite : rue + ", " + suite;
}

bool en_degres(std::string_view x, std::string_view y) {
    const auto longitude = decimal(x, 0), latitude = decimal(y, 0);
    return longitude && latitude && *longitude <= 180 && *longitude >= -180 && *latitude <= 90 &&
           *latitude >= -90;
}

}  // namespace

void DocumentPlus::ouvrir() {
    const auto depuis = lieu();
    auto vers = Lieu::autre;
    for (const auto& passage : passages)
        if (passage.depuis == depuis && (est_liste(depuis) || passage.cle == cle_))
            vers = passage.vers;
    if (vers == Lieu::pmej_liste) vu_ = true;
    if (vers == Lieu::pmej) {
        eges_.clear();
        finess_ej_.clear();
    }
    if (vers == Lieu::ege) eges_.emplace_back();
    if (vers == Lieu::adresse) adresse_ = {};
    if (eges_.size() > eges_maximal) trop_ = true;
    lieux_.push_back(vers);
}

void DocumentPlus::fermer() {
    const auto ferme = lieu();
    lieux_.pop_back();
    if (lieux_.size() <= 2) ++fermetures_;
    if (ferme == Lieu::adresse) garder_adresse();
    if (ferme == Lieu::pmej) livrer();
}

std::string* DocumentPlus::place() {
    switch (lieu()) {
        case Lieu::racine:
            return cle_ == "generatedAt" ? &produit_le_ : nullptr;
        case Lieu::pmej_infos:
            return cle_ == "numFinessPm" ? &finess_ej_ : nullptr;
        case Lieu::ege:
        case Lieu::ege_infos:
            return dans(eges_.back(), places_ege, lieu(), cle_);
        case Lieu::adresse:
        case Lieu::point:
            return dans(adresse_, places_adresse, lieu(), cle_);
        default:
            return nullptr;
    }
}

void DocumentPlus::valeur(std::string_view texte) {
    if (auto* ou = place()) {
        *ou = sans_espaces(texte);
        effacer_controles(*ou);
    }
}

// The site (usage 03) rather than the seat; else the first one.
void DocumentPlus::garder_adresse() {
    constexpr std::string_view site = "03";
    auto& gardee = eges_.back().adresse;
    const bool vide = gardee.usage.empty() && gardee.cog_commune.empty();
    if (vide || (adresse_.usage == site && gardee.usage != site)) gardee = std::move(adresse_);
    adresse_ = {};
}

const Departement* DocumentPlus::departement(const AdressePlus& adresse) const {
    const std::string_view cog = adresse.cog_commune;
    if (cog.size() != 5) return nullptr;
    const bool outre_mer = cog.starts_with("97") || cog.starts_with("98");
    return guichet_.territoires().departement(cog.substr(0, outre_mer ? 3 : 2));
}

void DocumentPlus::livrer() {
    for (const auto& ege : eges_) livrer(ege);
    eges_.clear();
}

void DocumentPlus::livrer(const EtablissementPlus& ege) {
    const auto& adresse = ege.adresse;
    const auto ligne = adresse_sur_une_ligne(adresse);
    const bool autre = !en_degres(adresse.x, adresse.y) && !adresse.x_autre.empty();
    const auto etat_sans_date =
        ege.etat == "I" ? (ege.maj_le.empty() ? produit_le_ : ege.maj_le) : std::string{};
    tampon_.clear();
    guichet_.deposer({
        .ligne = ++rang_,
        .texte = joindre(tampon_, " ", {ege.finess, ege.nom_court}),
        .finess_et = ege.finess,
        .finess_ej = finess_ej_,
        .raison_sociale = ege.nom_long.empty() ? ege.nom_court : ege.nom_long,
        .adresse = ligne,
        .code_postal = adresse.code_postal,
        .commune = sans_cedex(adresse.commune),
        .categorie = ege.categorie,
        .libelle_categorie = {},
        .agregat = {},
        .siret = ege.siret,
        .departement = departement(adresse),
        .ouvert_le = ege.ouvert_le,
        .ferme_le = ege.ferme_le.empty() ? etat_sans_date : ege.ferme_le,
        .x = autre ? adresse.x_autre : adresse.x,
        .y = autre ? adresse.y_autre : adresse.y,
    });
}

}  // namespace grappe::referentiels
