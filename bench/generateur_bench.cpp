// Writes a fictitious organisation to a file and says how many lines a second on one core.
//   generateur-bench FILE mesure|pays            the two sizes that are measured
//   generateur-bench FILE GRAINE ETABLISSEMENTS PERSONNES MOIS AU [FAITS]
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "dui/generateur/generateur.hpp"

namespace grappe::generateur {
namespace {

Demande demande_de(int combien, char** mots) {
    const std::string premier = combien > 2 ? mots[2] : "mesure";
    if (premier == "mesure") return organisation_de_mesure();
    if (premier == "pays") return pays_de_mesure();
    if (combien < 7) std::exit(2);
    Demande demande{.graine = std::strtoull(mots[2], nullptr, 10),
                    .etablissements = static_cast<std::uint32_t>(std::atoi(mots[3])),
                    .personnes = std::strtoull(mots[4], nullptr, 10),
                    .mois = std::atoi(mots[5]),
                    .au = core::Date::parse(mots[6]).value()};
    if (combien > 7) demande.faits = std::strtoull(mots[7], nullptr, 10);
    return demande;
}

int mesurer(int combien, char** mots) {
    auto* fichier = std::fopen(combien > 1 ? mots[1] : "/dev/null", "wb");
    if (fichier == nullptr) return 2;
    const auto debut = std::chrono::steady_clock::now();
    const auto bilan = generer(demande_de(combien, mots), fichier);
    std::fclose(fichier);
    if (!bilan)
        return std::fprintf(stderr, "%s %s\n", bilan.error().code.c_str(),
                            bilan.error().detail.c_str()),
               2;
    const auto duree = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - debut);
    const auto ms = static_cast<unsigned long long>(duree.count()) + 1;
    const auto lignes = static_cast<unsigned long long>(bilan->lignes);
    std::fprintf(stderr, "%llu lignes, %llu octets, %llu ms, %llu lignes par seconde\n", lignes,
                 static_cast<unsigned long long>(bilan->octets), ms, lignes * 1000 / ms);
    return 0;
}

}  // namespace
}  // namespace grappe::generateur

int main(int combien, char** mots) { return grappe::generateur::mesurer(combien, mots); }
