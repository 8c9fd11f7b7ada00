// For tests: small register files, and an empty portail database on every engine at hand.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

#include "referentiels/import.hpp"
#include "storage/migration.hpp"
#include "storage/test_bases.hpp"

namespace grappe::referentiels {

inline const std::string racine = GRAPPE_ROOT;

inline core::Instant instant(const std::string& texte) { return *core::Instant::parse(texte); }
inline const core::Instant maintenant = instant("2024-05-24T10:00:00Z");

inline const Territoires& territoires() {
    static const auto charges = std::move(charger_territoires(racine + "/donnees")).value();
    return charges;
}

// A folder of its own, gone at the end of the test.
class DossierDEssai {
public:
    DossierDEssai() {
        auto modele = (std::filesystem::temp_directory_path() / "grappe-essai-XXXXXX").string();
        chemin_ = mkdtemp(modele.data());
    }
    DossierDEssai(const DossierDEssai&) = delete;
    DossierDEssai& operator=(const DossierDEssai&) = delete;
    ~DossierDEssai() {
        std::error_code erreur;
        std::filesystem::remove_all(chemin_, erreur);
    }

    std::string operator/(const std::string& nom) const { return chemin_ + "/" + nom; }
    std::string ecrire(const std::string& nom, const std::string& contenu) const {
        std::ofstream{*this / nom, std::ios::binary} << contenu;
        return *this / nom;
    }

private:
    std::string chemin_;
};

// One line of the form that ships with the program: fictitious establishments.
struct LigneFictive {
    std::string finess_et;
    std::string nom = "EHPAD FICTIF";
    std::string categorie = "500";
};

inline std::string fichier_csv(const std::vector<LigneFictive>& lignes) {
    std::string texte =
        "nofinesset;nofinessej;rs;adresse1;adresse2;codepostal;ville;telephone;categetab;"
        "libcategetab;categagretab;libcategagretab;siret;codeape;codesph;libsph;dateouv;datemaj;"
        "latitude;longitude;departement;region;commune_insee\n";
    for (const auto& ligne : lignes)
        texte +=
            ligne.finess_et + ";330000001;" + ligne.nom + ";1 RUE DE L ESSAI;;33000;BORDEAUX;;" +
            ligne.categorie +
            ";Categorie;4401;Agregat;;;;;2001-02-03;2020-01-01;44.837789;-0.579180;33;75;33063\n";
    return texte;
}

// The n-th fictitious number, with its key.
inline std::string numero_fictif(int n) {
    auto chiffres = std::to_string(n);
    chiffres = "33" + std::string(6 - chiffres.size(), '0') + chiffres;
    for (char cle = '0';; ++cle) {
        const auto numero = core::Finess::parse(chiffres + cle);
        if (numero->has_valid_key()) return numero->text();
    }
}

inline std::string grand_fichier(int combien) {
    std::vector<LigneFictive> lignes;
    for (int n = 1; n <= combien; ++n)
        lignes.push_back({numero_fictif(n), "EHPAD FICTIF " + std::to_string(n)});
    return fichier_csv(lignes);
}

inline void avec_base(const std::function<void(storage::Base&)>& essai) {
    storage::on_every_engine([&](storage::Base& base) {
        const auto migrations = storage::read_migrations(racine + "/schema/portail");
        const auto faites = storage::migrate(base, *migrations);
        REQUIRE(faites);
        essai(base);
    });
}

inline std::vector<Etablissement> tous(storage::Base& base) {
    std::vector<Etablissement> lus;
    base.read([&](storage::Reader& db) {
        chaque_etablissement(db, [&](Etablissement&& e) { lus.push_back(std::move(e)); });
        return 0;
    });
    std::sort(lus.begin(), lus.end(),
              [](const auto& a, const auto& b) { return a.finess_et < b.finess_et; });
    return lus;
}

}  // namespace grappe::referentiels
