// Time of each part of one POST /api/check, in process: prints, never judges.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "portail/rendu/analyse_json.hpp"
#include "portail/socle/contexte.hpp"
#include "portail/socle/portail.hpp"

namespace grappe {
namespace {

std::string contenu(const std::string& chemin) {
    std::ifstream fichier{chemin, std::ios::binary};
    return {std::istreambuf_iterator{fichier}, {}};
}

template <class Travail>
void mesurer(const char* nom, int tours, Travail travail) {
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
    std::printf("%-28s min %8.1f us  median %8.1f us  (%zu)\n", nom, durees[0],
                durees[durees.size() / 2], temoin / static_cast<std::size_t>(tours));
}

}  // namespace

int mesurer_tout(const std::string& racine, const std::string& dossier, int tours) {
    const auto phrases = *rules::Phrases::charger(contenu(racine + "/locale/fr.txt"));
    const auto ouverture =
        socle::ouvrir({.racine = racine, .maintenant = core::Instant::now()}, phrases);
    if (!ouverture.contexte) return 1;
    auto& contexte = *ouverture.contexte;
    const auto registre = contexte.registre().en_memoire({});
    const auto referentiels = contexte.moyens().referentiels;
    const auto moyens =
        socle::moyens_du_serveur(registre, contexte.appels(), referentiels, phrases);
    const auto texte = contenu(dossier);
    const dossier::OptionsDeLecture options{std::nullopt, referentiels.territoires};
    const auto lecture = dossier::lire_dossier(texte, options);
    const auto& saisi = *lecture.dossier;
    std::vector<std::string> numeros;
    for (const auto& essms : saisi.essms) numeros.push_back(essms.finess_et.text());
    const auto fiches = moyens.fiches(numeros);
    const auto& appel = *moyens.appel(saisi.appel, saisi.depose_le);
    const auto resolu = dossier::resoudre(saisi, fiches, referentiels);
    const auto verification = socle::verifier(texte, std::nullopt, moyens);
    const auto sujet = verification.verifie->sujet(phrases);

    mesurer("lire", tours,
            [&] { return dossier::lire_dossier(texte, options).dossier->essms.size(); });
    mesurer("fiches", tours, [&] { return moyens.fiches(numeros).par_finess_et.size(); });
    mesurer("resoudre", tours,
            [&] { return dossier::resoudre(saisi, fiches, referentiels).essms.size(); });
    mesurer("recevabilite", tours,
            [&] { return recevabilite::examiner(resolu, appel, referentiels).constats.size(); });
    const auto examen = recevabilite::examiner(resolu, appel, referentiels);
    mesurer("subvention", tours, [&] {
        return subvention::calculer({resolu, appel, examen.comptes})->constats.size();
    });
    mesurer("analyser, sans seuils", tours,
            [&] { return analyse::analyser(resolu, appel, referentiels).constats.size(); });
    mesurer("analyser, avec seuils", tours,
            [&] { return analyse::analyser(resolu, appel, referentiels, phrases).seuils.size(); });
    mesurer("rendre", tours, [&] { return rendu::analyse_octets(sujet).taille(); });
    mesurer("tout", tours, [&] {
        const auto faite = socle::verifier(texte, std::nullopt, moyens);
        return rendu::analyse_octets(faite.verifie->sujet(phrases)).taille();
    });
    return 0;
}

}  // namespace grappe

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    return grappe::mesurer_tout(argv[1], argv[2], argc > 3 ? std::stoi(argv[3]) : 1000);
}
