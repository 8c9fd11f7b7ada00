// The world of this module's tests.
#include "portail/teleservice/monde_pour_tests.hpp"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

#include "core/ensure.hpp"
#include "portail/socle/contexte.hpp"

namespace grappe::teleservice::tests {
namespace {

const std::string racine = GRAPPE_ROOT;

std::string lire(const std::string& chemin) {
    std::ifstream fichier{chemin};
    std::ostringstream texte;
    texte << fichier.rdbuf();
    return texte.str();
}

const referentiels::Territoires& territoires() {
    static const auto lus = referentiels::charger_territoires(racine + "/donnees").value();
    return lus;
}

const referentiels::Categories& categories() {
    static const auto lues = referentiels::charger_categories(racine + "/donnees").value();
    return lues;
}

constexpr storage::Statement insert_compte{"essai.compte", R"(
    INSERT INTO compte (id, courriel, courriel_cle, nom, prenom, mot_de_passe, role, region,
                        cree_le, version)
    VALUES ($1, $2, $3, 'Exemple', 'Camille', '-', $4, $5, '2024-01-01T00:00:00Z', 1))"};

const access::Acteur& tous(std::size_t rang) {
    static const std::vector<access::Acteur> acteurs{
        {.compte = "porteur-1", .role = access::Role::porteur, .region = ""},
        {.compte = "porteur-2", .role = access::Role::porteur, .region = ""},
        {.compte = "ars-75", .role = access::Role::ars, .region = "75"},
        {.compte = "ars-94", .role = access::Role::ars, .region = "94"}};
    return acteurs.at(rang);
}

}  // namespace

const rules::Phrases& francais() {
    static const auto phrases = rules::Phrases::charger(lire(racine + "/locale/fr.txt")).value();
    return phrases;
}

const programme::Appels& appels() {
    static const auto charges = programme::charger_appels({racine + "/appels"});
    return charges;
}

const socle::Moyens& moyens() {
    static const socle::Moyens moyens{
        .appel = [](std::string_view id, core::Instant depose_le) -> const programme::Appel* {
            const auto* charge = appels().find(id);
            return charge ? &charge->applicable(depose_le) : nullptr;
        },
        .appels_connus = appels().ids(),
        .referentiels = {territoires(), categories()},
        .phrases = francais(),
        .fiches =
            [](const socle::Numeros&) {
                return dossier::FichesRegistre{
                    .date_du_registre = core::Date::parse("2024-01-01").value(),
                    .par_finess_et = {},
                    .entites_juridiques = {}};
            }};
    return moyens;
}

Moyens moyens_d_ecriture() {
    return {.regles = moyens(), .adresse_publique = "https://grappe.test", .reel = midi()};
}

ReglesChangees::ReglesChangees() {
    auto texte = lire(racine + "/appels/NA-2024.toml");
    const std::string avant = "usage = 7000";
    texte.replace(texte.find(avant), avant.size(), "usage = 7100");
    nouvelles = programme::lire_appel(texte, lire(racine + "/appels/socle/instruction-2024.toml"));
    REQUIRE(nouvelles.defauts.empty());
    regles.appel = [this](std::string_view id, core::Instant le) {
        const auto* neuve = socle::appel_au(nouvelles, id, le);
        return neuve ? neuve : socle::appel_au(appels(), id, le);
    };
}

const access::Acteur& porteur() { return tous(0); }
const access::Acteur& voisin() { return tous(1); }
const access::Acteur& guichet_de_nouvelle_aquitaine() { return tous(2); }
const access::Acteur& guichet_de_corse() { return tous(3); }

core::Instant instant(std::string_view texte) { return core::Instant::parse(texte).value(); }

void ajouter_comptes(storage::Writer& db) {
    for (std::size_t rang = 0; rang < 4; ++rang) {
        const auto& acteur = tous(rang);
        const auto courriel = acteur.compte + "@exemple.test";
        db.run(insert_compte, acteur.compte, courriel, courriel, acteur.role, acteur.region);
    }
}

std::string finess(const std::string& prefixe, int rang) {
    const auto base = fmt::format("{}{:03d}", prefixe, rang);
    int somme = 0;
    for (std::size_t n = 0; n < base.size(); ++n) {
        const int chiffre = base[base.size() - 1 - n] - '0';
        const int valeur = n % 2 == 0 ? chiffre * 2 : chiffre;
        somme += valeur > 9 ? valeur - 9 : valeur;
    }
    return base + std::to_string((10 - somme % 10) % 10);
}

std::string contenu_de(const Grappe& grappe) {
    std::string essms;
    for (int rang = 0; rang < grappe.essms; ++rang)
        essms += fmt::format(
            R"({}{{"finess_et": "{}", "finess_ej": "339909996", "regime": "acquisition",
               "categorie": "500", "departement": "{}", "autre_aide_europeenne": false}})",
            rang == 0 ? "" : ",\n  ", finess(grappe.prefixe, rang), grappe.departement);
    return fmt::format(R"({{ "nature": "nouveau",
  "porteur": {{"raison_sociale": "Association fictive", "siret": "{}", "region": "75"}},
  "essms": [{}],
  "solution": {{"nom": "Logiciel fictif", "version": "1", "dsr": ["MS1"],
    "referencee_le": "2023-03-01"}} }})",
                       grappe.siret, essms);
}

}  // namespace grappe::teleservice::tests
