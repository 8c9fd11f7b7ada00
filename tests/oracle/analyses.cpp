// One dossier a line in, one answer a line out: what the oracle of the amounts drives. An answer is
// that of `check --json` without its findings, thresholds and trace, which the oracle does not
// read.
#include <iostream>
#include <string>

#include "fichiers/racine.hpp"
#include "portail/rendu/analyse_json.hpp"
#include "portail/socle/contexte.hpp"

namespace {

using namespace std::string_literals;
namespace core = grappe::core;
namespace socle = grappe::socle;
namespace rules = grappe::rules;

// Takes out of a JSON text all that stands from one key to another; `fin` empty: to its end.
void retirer(std::string& json, std::string_view debut, std::string_view fin) {
    const auto place = json.find(debut);
    if (place == std::string::npos) return;
    const auto suite = fin.empty() ? json.size() - 1 : json.find(fin, place) + 1;
    json.erase(place, suite - place);
}

// Within a text of the answer a quote is escaped, so that a key followed by its colon is a key.
std::string sans_le_superflu(std::string json) {
    retirer(json, ",\"seuils\":", {});
    retirer(json, "\"constats\":", ",\"subvention\":");
    return json;
}

std::string reponse(const std::string& dossier, const socle::Moyens& moyens,
                    const rules::Phrases& phrases) {
    const auto verification = socle::verifier(dossier, std::nullopt, moyens);
    if (verification.verifie)
        return sans_le_superflu(grappe::rendu::analyse_json(verification.verifie->sujet(phrases)));
    std::string fautes;
    for (const auto& faute : verification.fautes)
        fautes += (fautes.empty() ? "\""s : ", \""s) + faute.chemin + "\"";
    return "{\"fautes\": [" + fautes + "]}";
}

}  // namespace

int main() {
    const auto racine = grappe::fichiers::trouver_racine();
    if (!racine) return 1;
    const auto texte = grappe::fichiers::lire_fichier(*racine + "/locale/fr.txt", 1u << 24);
    if (!texte) return 1;
    const auto phrases = rules::Phrases::charger(*texte);
    if (!phrases) return 1;
    const auto ouverture =
        socle::ouvrir({.racine = *racine, .maintenant = core::Instant::now()}, *phrases);
    if (!ouverture.contexte) return 1;
    const auto moyens = ouverture.contexte->moyens();
    std::ios::sync_with_stdio(false);
    for (std::string ligne; std::getline(std::cin, ligne);) {
        std::cout << reponse(ligne, moyens, *phrases) << '\n';
        if (std::cin.rdbuf()->in_avail() <= 0) std::cout.flush();  // whoever asks waits for it
    }
    return 0;
}
