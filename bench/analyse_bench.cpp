// Time of one analysis of 300 mixed establishments, full trace, in process: prints, never judges.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "portail/analyse/analyse.hpp"
#include "portail/dossier/lecture_dossier.hpp"
#include "portail/programme/chargement.hpp"

namespace grappe {
namespace {

constexpr int essms = 300;

std::string numero(int rang) {
    auto suite = std::to_string(rang);
    const auto debut = "339" + suite.insert(0, 5 - suite.size(), '0');
    for (char cle = '0'; cle <= '9'; ++cle)
        if (core::Finess::parse(debut + cle)->has_valid_key()) return debut + cle;
    return {};
}

// Both regimes, home care with its hours, quotes, SONS orders, two bodies, two regions.
std::string essms_json(int rang) {
    const bool acquisition = rang % 2 == 0;
    std::string json = R"({"finess_et": ")" + numero(rang) + R"(", "regime": ")" +
                       (acquisition ? "acquisition" : "montee_de_version") +
                       R"(", "autre_aide_europeenne": false, "financement_anterieur": null,
                       "entite_nationale": false, "premiere_mom_le": null)";
    json +=
        acquisition ? R"(, "commande_sons": null)" : R"(, "commande_sons": {"solution": "Exemple",
                             "va_signee_le": "2023-06-01"})";
    if (rang % 10 == 0)
        json += R"(, "heures": {"annee": 2023, "total": "48000", "apa": "22000", "pch": "6500",
                   "autres": "3500"})";
    if (rang % 3 == 0) json += R"(, "devis_materiel": "6200.00")";
    return json + "}";
}

std::string dossier_json() {
    std::string liste;
    for (int rang = 0; rang < essms; ++rang) liste += (rang > 0 ? ", " : "") + essms_json(rang);
    return R"({"appel": "NA-2024", "depose_le": "2024-03-01T12:00:00+01:00", "nature": "nouveau",
        "porteur": {"siret": "35600000000048", "ght": false, "entite_nationale": false,
                    "recupere_tva": false},
        "organismes": [{"finess_ej": "330000001", "essms_geres": 12},
                       {"finess_ej": "330000118", "essms_geres": 14}],
        "solution": {"nom": "Exemple", "dsr": ["MS1"], "referencee_le": "2023-01-10"},
        "amoa": {"devis": "84000.00"}, "pieces": [{"type": "DOC-01"}], "essms": [)" +
           liste + "]}";
}

referentiels::Etablissement fiche(const dossier::Essms& saisi, std::size_t rang) {
    const bool saad = rang % 10 == 0;
    const bool ailleurs = rang % 5 == 0;
    return {.finess_et = saisi.finess_et,
            .finess_ej = rang % 7 == 0 ? "330000118" : "330000001",
            .raison_sociale = "ESSAI",
            .categorie = saad ? "460" : "500",
            .departement = ailleurs ? "31" : "33",
            .region = ailleurs ? "76" : "75"};
}

template <class Travail>
void mesurer(const char* nom, Travail travail) {
    constexpr int tours = 300;
    std::vector<double> durees;
    std::size_t temoin = 0;
    for (int tour = 0; tour < tours; ++tour) {
        const auto debut = std::chrono::steady_clock::now();
        temoin += travail();
        durees.push_back(
            std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - debut)
                .count());
    }
    std::sort(durees.begin(), durees.end());
    std::printf("%-28s min %8.1f us  median %8.1f us  p95 %8.1f us  (%zu)\n", nom, durees[0],
                durees[tours / 2], durees[tours * 95 / 100], temoin / tours);
}

}  // namespace

void mesurer_tout(const std::string& racine, bool raconter) {
    const auto territoires = *referentiels::charger_territoires(racine + "/donnees");
    const auto categories = *referentiels::charger_categories(racine + "/donnees");
    const auto appels = programme::charger_appels({racine + "/appels"});
    const auto& appel = appels.find("NA-2024")->versions.front().appel;
    std::ifstream fichier{racine + "/locale/fr.txt"};
    const auto francais =
        *rules::Phrases::charger(std::string{std::istreambuf_iterator{fichier}, {}});

    const auto texte = dossier_json();
    const auto lecture = dossier::lire_dossier(texte, {std::nullopt, territoires});
    dossier::FichesRegistre fiches{.date_du_registre = *core::Date::parse("2021-01-08"),
                                   .par_finess_et = {},
                                   .entites_juridiques = {}};
    const auto& saisi = *lecture.dossier;
    for (std::size_t rang = 0; rang < saisi.essms.size(); ++rang)
        fiches.par_finess_et.emplace(saisi.essms[rang].finess_et.text(),
                                     fiche(saisi.essms[rang], rang));
    const dossier::Referentiels referentiels{territoires, categories};
    const auto resolu = dossier::resoudre(saisi, fiches, referentiels);

    mesurer("resoudre",
            [&] { return dossier::resoudre(saisi, fiches, referentiels).essms.size(); });
    mesurer("recevabilite",
            [&] { return recevabilite::examiner(resolu, appel, referentiels).constats.size(); });
    const auto examen = recevabilite::examiner(resolu, appel, referentiels);
    mesurer("subvention", [&] {
        return subvention::calculer({resolu, appel, examen.comptes})->constats.size();
    });
    mesurer("un total", [&] {
        const auto choix = subvention::choix_de_l_appel(appel);
        const auto total = subvention::calculer_total({resolu, appel, examen.comptes}, choix);
        return static_cast<std::size_t>(total.in_cents());
    });
    mesurer("analyser, sans seuils",
            [&] { return analyse::analyser(resolu, appel, referentiels).constats.size(); });
    mesurer("analyser, avec seuils",
            [&] { return analyse::analyser(resolu, appel, referentiels, francais).seuils.size(); });
    mesurer("resoudre et analyser", [&] {
        const auto autre = dossier::resoudre(saisi, fiches, referentiels);
        return analyse::analyser(autre, appel, referentiels, francais).seuils.size();
    });
    if (raconter)
        for (const auto& seuil : analyse::analyser(resolu, appel, referentiels, francais).seuils)
            std::printf("%s: %s → %s\n", std::string{core::name_of(seuil.regle)}.c_str(),
                        seuil.changement.c_str(), seuil.effet.c_str());
}

}  // namespace grappe

int main(int argc, char** argv) { grappe::mesurer_tout(argc > 1 ? argv[1] : ".", argc > 2); }
