// A grappe written by hand for the tests of this module.
#pragma once

#include <algorithm>
#include <deque>
#include <string>

#include "portail/subvention/appels_pour_tests.hpp"
#include "portail/subvention/subvention.hpp"

namespace grappe::subvention {

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
    std::vector<int> exclus;  // lines that another rule excludes

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

    std::optional<Subvention> calculer_ou_rien() {
        resoudre();
        return subvention::calculer({resolu_, appel, comptes_});
    }
    Subvention calculer() { return *calculer_ou_rien(); }

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
        dossier::numeroter_les_organismes(resolu_.essms);
        comptes_.clear();
        for (const auto& essms : resolu_.essms)
            if (std::find(exclus.begin(), exclus.end(), essms.ligne) == exclus.end())
                comptes_.push_back({&essms, essms.saisi->regime});
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

inline rules::Constat constat_de(const Subvention& subvention, rules::RegleId regle) {
    const auto* trouve = constat(subvention, regle);
    core::ensure(trouve != nullptr, "no finding for this rule");
    return *trouve;
}

inline const Variante* variante(const Subvention& subvention, std::string_view choix,
                                std::string_view valeur) {
    for (const auto& variante : subvention.variantes)
        if (variante.choix == choix && variante.valeur == valeur) return &variante;
    return nullptr;
}

}  // namespace grappe::subvention
