// Writes a report of fictitious records, its public key, a draw and its proofs: for the independent
// verifier of this folder and for the example of docs/.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>

#include "rapport/monde_pour_tests.hpp"

namespace {

void ecrire_fichier(const std::string& fichier, const std::string& octets) {
    std::ofstream flux{fichier, std::ios::binary};
    flux << octets;
    if (!flux.flush()) throw std::runtime_error{"cannot write " + fichier};
}

}  // namespace

int main(int nombre, char** arguments) {
    using grappe::rapport::Monde;
    if (nombre != 4) {
        std::fputs("usage: rapport-d-essai DOSSIER GRAINE NOMBRE\n", stderr);
        return 2;
    }
    const std::string dossier = arguments[1], graine = arguments[2];
    const Monde monde;
    const auto rapport = monde.signe();
    const auto tirage =
        grappe::rapport::tirer({grappe::rapport::empreinte_de(rapport), rapport.feuilles}, graine,
                               std::stoll(arguments[3]));
    ecrire_fichier(dossier + "/rapport.json", grappe::rapport::ecrire(rapport));
    ecrire_fichier(dossier + "/tirage.json", grappe::rapport::ecrire(tirage) + "\n");
    const auto preuves = grappe::rapport::ouvrir(
        rapport, tirage, monde.sels,
        [&](const grappe::core::Finess& finess) { return monde.dossiers.at(finess); });
    ecrire_fichier(dossier + "/preuves.json", preuves.value());
    return 0;
}
