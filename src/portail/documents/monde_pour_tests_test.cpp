// The world of this module's tests.
#include "portail/documents/monde_pour_tests.hpp"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

#include "portail/programme/chargement.hpp"
#include "portail/teleservice/jugement.hpp"

namespace grappe::documents::tests {
namespace {

const std::string racine = GRAPPE_ROOT;

std::string lire(const std::string& chemin) {
    std::ifstream fichier{chemin};
    std::ostringstream texte;
    texte << fichier.rdbuf();
    return texte.str();
}

const programme::Appels& appels() {
    static const auto charges = programme::charger_appels({racine + "/appels"});
    return charges;
}

std::string finess(int rang) {
    const auto base = fmt::format("33980{:03d}", rang);
    int somme = 0;
    for (std::size_t n = 0; n < base.size(); ++n) {
        const int chiffre = base[base.size() - 1 - n] - '0';
        const int valeur = n % 2 == 0 ? chiffre * 2 : chiffre;
        somme += valeur > 9 ? valeur - 9 : valeur;
    }
    return base + std::to_string((10 - somme % 10) % 10);
}

constexpr storage::Statement insert_compte{"essai.compte", R"(
    INSERT INTO compte (id, courriel, courriel_cle, nom, prenom, mot_de_passe, role, region,
                        cree_le, version)
    VALUES ($1, $2, $2, 'Exemple', 'Camille', '-', 'porteur', '', '2024-01-01T00:00:00Z', 1))"};

constexpr storage::Statement insert_convention{"essai.convention", R"(
    INSERT INTO convention (id, dossier, depot, regles, forme, avance, empreinte, version,
                            preparee_par, preparee_le)
    VALUES ('v1', 'd1', 1, '-', 'ad_hoc', 0, '-', 1, 'c2', '2024-03-01T00:00:00Z'))"};
constexpr storage::Statement insert_recouvrement{"essai.recouvrement", R"(
    INSERT INTO recouvrement (id, dossier, convention, rang, montant, motif, demande_par,
                              demande_le)
    VALUES ('r1', 'd1', 'v1', 1, 1000, 'Trop.', 'c1', '2024-03-01T00:00:00Z'))"};
constexpr storage::Statement insert_decision{"essai.recouvrement_decision", R"(
    INSERT INTO recouvrement_decision (recouvrement, decision, par, decide_le)
    VALUES ('r1', $1, 'c2', '2024-03-01T00:00:00Z'))"};
constexpr storage::Statement insert_retour{"essai.recouvrement_retour", R"(
    INSERT INTO recouvrement_retour (recouvrement, rang, montant, recu_le, reference, par, note_le)
    VALUES ('r1', $1, $2, '2024-03-01', $3, 'c1', '2024-03-01T00:00:00Z'))"};

}  // namespace

void ouvrir_un_recouvrement(storage::Writer& db) {
    db.run(insert_convention);
    db.run(insert_recouvrement);
}

void decider_le_recouvrement(storage::Writer& db, std::string_view decision) {
    db.run(insert_decision, decision);
}

void rendre(storage::Writer& db, int rang, int euros) {
    db.run(insert_retour, rang, euros * 100, "V" + std::to_string(rang));
}

void ajouter_comptes(storage::Writer& db) {
    for (const std::string compte : {"c1", "c2"})
        db.run(insert_compte, compte, compte + "@exemple.test");
}

const socle::Moyens& moyens() {
    static const auto territoires = referentiels::charger_territoires(racine + "/donnees").value();
    static const auto categories = referentiels::charger_categories(racine + "/donnees").value();
    static const socle::Moyens moyens{
        .appel = [](std::string_view id, core::Instant depose_le) -> const programme::Appel* {
            const auto* charge = appels().find(id);
            return charge ? &charge->applicable(depose_le) : nullptr;
        },
        .appels_connus = appels().ids(),
        .referentiels = {territoires, categories},
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

const rules::Phrases& francais() {
    static const auto phrases = rules::Phrases::charger(lire(racine + "/locale/fr.txt")).value();
    return phrases;
}

const Modeles& modeles() {
    static const auto charges = charger_modeles(racine + "/modeles/documents").value();
    return charges;
}

core::Instant instant(std::string_view texte) { return core::Instant::parse(texte).value(); }

std::unique_ptr<const socle::Verifie> juge(const std::string& contenu, const std::string& appel) {
    return teleservice::juger(
               dossier::lire_arbre(contenu),
               {.appel = appel, .depose_le = instant("2024-03-01T12:00:00Z"), .pieces = {}},
               moyens())
        .verifie;
}

std::string contenu_complet() {
    std::string essms;
    for (int rang = 0; rang < 15; ++rang)
        essms += fmt::format(
            R"({}{{"finess_et": "{}", "finess_ej": "{}", "regime": "acquisition",
               "categorie": "{}", "departement": "33", "autre_aide_europeenne": false{}}})",
            rang == 0 ? "" : ",", finess(rang), rang < 14 ? "339909996" : "339909988",
            rang == 14 ? "460" : "500",
            rang == 14 ? R"(, "heures": {"annee": 2023, "total": "1000", "apa": "500", "pch": "150",
                              "autres": "16.67"}, "devis_materiel": "1200.50")"
                       : "");
    return fmt::format(R"({{ "nature": "nouveau",
  "porteur": {{"raison_sociale": "Association fictive & <amis>", "siret": "99999900600011",
               "region": "75"}},
  "organismes": [{{"finess_ej": "339909988", "raison_sociale": "=Aide fictive", "essms_geres": 3}}],
  "amoa": {{"devis": "9000.00"}},
  "essms": [{}],
  "solution": {{"nom": "Logiciel fictif", "version": "1", "dsr": ["MS1"],
    "referencee_le": "2023-03-01"}} }})",
                       essms);
}

teleservice::Dossier dossier() {
    return {.id = "d1",
            .compte = "c1",
            .appel = "NA-2024",
            .statut = teleservice::Statut::brouillon,
            .version = 4,
            .cree_le = instant("2024-02-01T08:00:00Z"),
            .modifie_le = instant("2024-03-01T08:00:00Z"),
            .guichet = {}};
}

SourceDesModeles source(const socle::Verifie& verifie) {
    static const auto un = dossier();
    return {.verifie = verifie,
            .dossier = un,
            .phrases = francais(),
            .maintenant = instant("2024-03-01T12:00:00Z")};
}

}  // namespace grappe::documents::tests
