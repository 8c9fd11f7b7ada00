// Search of FINESS numbers among the words of a cell.
#include "portail/pages/numeros.hpp"

#include <algorithm>
#include <string>

#include "core/identifiant.hpp"

namespace grappe::pages {
namespace {

constexpr std::size_t longueur = 9;

bool est_chiffre(char c) {
    return core::is_digit(c) || c == 'A' || c == 'B' || c == 'a' || c == 'b';
}

// "33", "078-064", "2A0000436": a piece of a number, a date or a telephone; not "bab".
bool est_un_morceau(std::string_view mot) {
    const auto nu = core::without_presentation(mot);
    return std::all_of(nu.begin(), nu.end(), est_chiffre) &&
           std::any_of(nu.begin(), nu.end(), core::is_digit);
}

std::vector<std::string> mots_de(std::string_view cellule) {
    std::vector<std::string> mots{{}};
    for (const char c : cellule) {
        const bool coupe = c == ' ' || c == '\t' || c == ',' || c == ';' || c == '(' || c == ')' ||
                           c == ':' || c == '/';
        if (!coupe)
            mots.back() += c;
        else if (!mots.back().empty())
            mots.emplace_back();
    }
    if (mots.back().empty()) mots.pop_back();
    return mots;
}

void retenir(const std::string& texte, std::vector<Numero>& numeros) {
    if (core::without_presentation(texte).size() != longueur) return;
    const auto lu = core::Finess::parse_lenient(texte);
    if (lu && lu->has_valid_key()) numeros.push_back({.finess = *lu});
}

// Neighbouring pieces: each a number of its own, or one number cut by spaces.
void lire_groupe(const std::vector<std::string>& groupe, std::vector<Numero>& numeros) {
    std::string ensemble;
    for (const auto& mot : groupe) ensemble += mot;
    const auto avant = numeros.size();
    for (const auto& mot : groupe) retenir(mot, numeros);
    if (numeros.size() == avant) retenir(ensemble, numeros);
}

}  // namespace

std::vector<Numero> numeros_de(std::string_view cellule) {
    if (const auto lu = core::Finess::parse_lenient(cellule)) {
        const bool court = core::without_presentation(cellule).size() < longueur;
        return {{.finess = *lu, .zero_remis = court}};
    }
    std::vector<Numero> numeros;
    std::vector<std::string> groupe;
    for (const auto& mot : mots_de(cellule)) {
        if (est_un_morceau(mot)) {
            groupe.push_back(mot);
            continue;
        }
        lire_groupe(groupe, numeros);
        groupe.clear();
    }
    lire_groupe(groupe, numeros);
    return numeros;
}

bool que_des_numeros(std::string_view cellule) {
    if (core::Finess::parse_lenient(cellule)) return true;
    const auto mots = mots_de(cellule);
    return !mots.empty() && std::all_of(mots.begin(), mots.end(), [](const auto& mot) {
        return est_un_morceau(mot) && core::without_presentation(mot).size() == longueur;
    });
}

}  // namespace grappe::pages
