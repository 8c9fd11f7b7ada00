// One dossier a line in, one answer a line out: what the oracle of the amounts drives.
#include <chrono>
#include <iostream>
#include <string>

#include "portail/rendu/analyse_json.hpp"
#include "portail/socle/contexte.hpp"
#include "portail/socle/racine.hpp"

namespace {

using namespace std::string_literals;
namespace core = grappe::core;
namespace socle = grappe::socle;
namespace rules = grappe::rules;

core::Instant maintenant() {
    return core::Instant::of(
        std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
}

std::string reponse(const std::string& dossier, const socle::Moyens& moyens,
                    const rules::Phrases& phrases) {
    const auto verification = socle::verifier(dossier, std::nullopt, moyens);
    if (verification.verifie)
        return grappe::rendu::analyse_json(verification.verifie->sujet(phrases));
    std::string fautes;
    for (const auto& faute : verification.fautes)
        fautes += (fautes.empty() ? "\""s : ", \""s) + faute.chemin + "\"";
    return "{\"fautes\": [" + fautes + "]}";
}

}  // namespace

int main() {
    const auto racine = socle::trouver_racine();
    if (!racine) return 1;
    const auto texte = socle::lire_fichier(*racine + "/locale/fr.txt", 1u << 24);
    if (!texte) return 1;
    const auto phrases = rules::Phrases::charger(*texte);
    if (!phrases) return 1;
    const auto ouverture = socle::ouvrir({.racine = *racine, .maintenant = maintenant()}, *phrases);
    if (!ouverture.contexte) return 1;
    const auto moyens = ouverture.contexte->moyens();
    for (std::string ligne; std::getline(std::cin, ligne);)
        std::cout << reponse(ligne, moyens, *phrases) << std::endl;
    return 0;
}
