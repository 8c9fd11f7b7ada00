// A grappe and calls written by hand for the tests of this module: amounts of catalogue section 2.
#pragma once

#include <deque>
#include <string>

#include "portail/subvention/subvention.hpp"

namespace grappe::subvention {

inline programme::Appel appel_vide() {
    // Parentheses leave the other members to their defaults without a word.
    programme::Appel appel(std::string{"ESSAI"}, std::string{}, std::nullopt, std::string{},
                           *core::Zone::parse("Europe/Paris"));
    for (auto& regle : appel.regles)
        regle = {programme::RegleAppel::Etat::appliquee, {"texte d'essai", "§1"}};
    return appel;
}

struct PalierDEssai {
    std::optional<int> jusqu_au_rang;
    int usage;
    int equipement;
};

inline programme::Bareme bareme_d_essai(const std::vector<PalierDEssai>& paliers) {
    programme::Bareme bareme;
    for (const auto& palier : paliers)
        bareme.paliers.push_back({.jusqu_au_rang = palier.jusqu_au_rang,
                                  .usage = core::Money::euros(palier.usage),
                                  .equipement = core::Money::euros(palier.equipement),
                                  .source_usage = {},
                                  .source_equipement = {},
                                  .chemin = "bareme.essai"});
    return bareme;
}

inline programme::Appel na_2024() {
    auto appel = appel_vide();
    appel.acquisition.valeur = bareme_d_essai({{49, 7000, 14000}, {{}, 2000, 3000}});
    appel.montee_de_version.valeur = bareme_d_essai({{49, 5000, 0}, {{}, 2000, 0}});
    appel.materiel.valeur = {programme::ModeAide::maximum, core::Money::euros(10'000)};
    appel.amoa.valeur = {programme::ModeAide::maximum, core::Money::euros(100'000)};
    appel.petit_organisme.valeur = {.metropole = 15, .corse_outre_mer = 8};
    appel.plafond_specifique.valeur = core::Rate{15, 100};
    appel.categories_saad.valeur = {"460", "209"};
    appel.part_avance.valeur = core::Rate{1, 2};
    appel.convention_rang = programme::ConventionRang::par_regime;
    appel.assiette_plafond = programme::AssiettePlafond::total_avec_specifique;
    appel.ordre_rang = programme::OrdreRang::liste;
    appel.extension = programme::RangExtension::redemarre;
    appel.seuil_territoire = programme::SeuilTerritoire::tous;
    return appel;
}

inline programme::Appel idf_2023() {
    auto appel = na_2024();
    appel.materiel.valeur = {programme::ModeAide::forfait, core::Money::euros(20'000)};
    appel.amoa.valeur = {programme::ModeAide::forfait, core::Money::euros(100'000)};
    appel.petit_organisme.valeur = {.metropole = 15, .corse_outre_mer = {}};
    appel.plafond_specifique.valeur.reset();
    appel.assiette_plafond.reset();
    appel.seuil_territoire.reset();
    return appel;
}

inline programme::Appel cor_2021() {
    auto appel = idf_2023();
    appel.acquisition.valeur = bareme_d_essai({{{}, 0, 25000}});
    appel.montee_de_version.valeur = bareme_d_essai({{{}, 0, 10000}});
    appel.montee_de_version.valeur->plafond_essms = 30;
    appel.amoa.valeur->par_projet = core::Money::euros(115'000);
    appel.part_avance.valeur.reset();
    appel.convention_rang.reset();
    appel.ordre_rang.reset();
    appel.extension.reset();
    return appel;
}

struct Membre {
    dossier::Essms saisi;
    std::string finess_ej;
    std::string categorie = "500";
    bool corse_ou_outre_mer = false;
};

// Bodies are "330780081", "330780082"…; a grappe must outlive what it computes.
class Grappe {
public:
    explicit Grappe(programme::Appel voulu) : appel{std::move(voulu)} {}

    programme::Appel appel;
    dossier::Dossier dossier{.appel = "ESSAI",
                             .depose_le = *core::Instant::parse("2024-05-24T12:00:00+02:00"),
                             .porteur = {.siret = *core::Siret::parse("35600000000048")}};
    std::deque<Membre> membres;

    Membre& ajouter(programme::Regime regime) {
        const auto numero = std::to_string(330'000'000 + static_cast<int>(membres.size()));
        membres.push_back({.saisi = {.finess_et = *core::Finess::parse(numero), .regime = regime},
                           .finess_ej = "330780081"});
        return membres.back();
    }

    Grappe& acquisitions(int nombre) {
        for (int i = 0; i < nombre; ++i) ajouter(programme::Regime::acquisition);
        return *this;
    }
    Grappe& versions(int nombre) {
        for (int i = 0; i < nombre; ++i) ajouter(programme::Regime::montee_de_version);
        return *this;
    }

    // A home-care service; hours in whole hours.
    Membre& saad(programme::Regime regime, int financees, int total) {
        auto& membre = ajouter(regime);
        membre.categorie = "460";
        membre.saisi.heures = heures(financees, total);
        return membre;
    }

    static dossier::Heures heures(int financees, int total) {
        return {.annee = 2023,
                .total = std::int64_t{total} * 100,
                .apa = std::int64_t{financees} * 100,
                .pch = std::int64_t{0},
                .autres = std::int64_t{0}};
    }

    void organisme(const std::string& finess_ej, int essms_geres) {
        dossier.organismes.push_back(
            {.finess_ej = *core::Finess::parse(finess_ej), .essms_geres = essms_geres});
    }

    // Spreads the members over bodies of ten at most, each declared small.
    Grappe& petits_organismes() {
        for (std::size_t i = 0; i < membres.size(); ++i) {
            membres[i].finess_ej = std::to_string(330'780'081 + static_cast<int>(i / 7));
            if (i % 7 == 0) organisme(membres[i].finess_ej, 7);
        }
        return *this;
    }

    Grappe& devis(const char* materiel, const char* amoa) {
        for (auto& membre : membres) membre.saisi.devis_materiel = *core::Money::parse(materiel);
        dossier.devis_amoa = *core::Money::parse(amoa);
        dossier.porteur.recupere_tva = false;
        return *this;
    }

    Subvention calculer() {
        resoudre();
        return *subvention::calculer({resolu_, appel, comptes_});
    }

    core::Money total_sous(const Choix& choix) {
        resoudre();
        return calculer_total({resolu_, appel, comptes_}, choix);
    }

    core::Money total_sous(programme::ConventionRang convention) {
        auto choix = choix_de_l_appel(appel);
        choix.convention_rang = convention;
        return total_sous(choix);
    }

private:
    void resoudre() {
        dossier.essms.clear();
        for (const auto& membre : membres) dossier.essms.push_back(membre.saisi);
        resolu_ = {.saisi = &dossier, .essms = {}, .doublons = {}, .source_registre = {}};
        for (std::size_t i = 0; i < membres.size(); ++i) resolu_.essms.push_back(resolu(i));
        comptes_.clear();
        for (const auto& essms : resolu_.essms) comptes_.push_back({&essms, essms.saisi->regime});
    }

    dossier::EssmsResolu resolu(std::size_t i) const {
        return {.ligne = static_cast<int>(i),
                .saisi = &dossier.essms[i],
                .fiche = nullptr,
                .numero_d_entite_juridique = false,
                .finess_ej = membres[i].finess_ej,
                .categorie = membres[i].categorie,
                .secteur = {},
                .departement = "33",
                .region = "75",
                .corse_ou_outre_mer = membres[i].corse_ou_outre_mer};
    }

    dossier::DossierResolu resolu_;
    std::vector<EssmsCompte> comptes_;
};

inline std::string total(const Subvention& subvention) { return subvention.total.text(); }

inline const rules::Constat* constat(const Subvention& subvention, rules::RegleId regle) {
    for (const auto& constat : subvention.constats)
        if (constat.regle == regle) return &constat;
    return nullptr;
}

}  // namespace grappe::subvention
