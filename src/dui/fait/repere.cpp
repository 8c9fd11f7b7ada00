// Reading and writing of days and instants, at the rate of an import.
#include <chrono>
#include <string_view>

#include "dui/fait/fait.hpp"

namespace grappe::fait {
namespace {

constexpr std::size_t longueur_jour = 10, longueur_instant = 20;
constexpr Repere secondes_par_jour = 86'400, secondes_par_heure = 3'600, secondes_par_minute = 60;

bool sont_des_chiffres(std::string_view texte) {
    return texte.find_first_not_of("0123456789") == std::string_view::npos;
}

int nombre(std::string_view chiffres) {
    constexpr int dix = 10;
    int valeur = 0;
    for (const char c : chiffres) valeur = valeur * dix + (c - '0');
    return valeur;
}

std::optional<Repere> jour_de(std::string_view texte) {
    if (texte.size() != longueur_jour || texte[4] != '-' || texte[7] != '-') return std::nullopt;
    const auto annee = texte.substr(0, 4), mois = texte.substr(5, 2), jour = texte.substr(8, 2);
    if (!sont_des_chiffres(annee) || !sont_des_chiffres(mois) || !sont_des_chiffres(jour))
        return std::nullopt;
    constexpr int premiere_annee = 1000;
    const std::chrono::year_month_day lu{std::chrono::year{nombre(annee)},
                                         std::chrono::month{static_cast<unsigned>(nombre(mois))},
                                         std::chrono::day{static_cast<unsigned>(nombre(jour))}};
    if (!lu.ok() || nombre(annee) < premiere_annee) return std::nullopt;
    return std::chrono::sys_days{lu}.time_since_epoch().count();
}

// "10:00:00": hours to 23, minutes and seconds to 59; a leap second has no place in POSIX time.
std::optional<Repere> heure_de(std::string_view texte) {
    if (texte[2] != ':' || texte[5] != ':') return std::nullopt;
    const auto heures = texte.substr(0, 2), minutes = texte.substr(3, 2),
               secondes = texte.substr(6, 2);
    if (!sont_des_chiffres(heures) || !sont_des_chiffres(minutes) || !sont_des_chiffres(secondes))
        return std::nullopt;
    constexpr int derniere_heure = 23, derniere = 59;
    if (nombre(heures) > derniere_heure || nombre(minutes) > derniere ||
        nombre(secondes) > derniere)
        return std::nullopt;
    return nombre(heures) * secondes_par_heure + nombre(minutes) * secondes_par_minute +
           nombre(secondes);
}

bool est_une_fraction(std::string_view texte) {
    return texte.empty() ||
           (texte.size() > 1 && texte.front() == '.' && sont_des_chiffres(texte.substr(1)));
}

std::optional<Repere> instant_de(std::string_view texte) {
    if (texte.size() < longueur_instant || texte[longueur_jour] != 'T' || texte.back() != 'Z')
        return std::nullopt;
    constexpr std::size_t longueur_heure = 8, apres_l_heure = longueur_jour + 1 + longueur_heure;
    const auto jour = jour_de(texte.substr(0, longueur_jour));
    const auto heure = heure_de(texte.substr(longueur_jour + 1, longueur_heure));
    const auto fraction = texte.substr(apres_l_heure, texte.size() - apres_l_heure - 1);
    if (!jour || !heure || !est_une_fraction(fraction)) return std::nullopt;
    return *jour * secondes_par_jour + *heure;
}

void ecrire(char* ou, int valeur, int chiffres) {
    constexpr int dix = 10;
    for (int n = chiffres - 1; n >= 0; --n, valeur /= dix)
        ou[n] = static_cast<char>('0' + valeur % dix);
}

void ecrire_le_jour(std::string& texte, Repere jour) {
    const std::chrono::year_month_day lu{
        std::chrono::sys_days{std::chrono::days{static_cast<int>(jour)}}};
    ecrire(texte.data(), static_cast<int>(lu.year()), 4);
    ecrire(texte.data() + 5, static_cast<int>(static_cast<unsigned>(lu.month())), 2);
    ecrire(texte.data() + 8, static_cast<int>(static_cast<unsigned>(lu.day())), 2);
}

}  // namespace

std::string texte_de(Repere repere, Unite unite) {
    if (unite == Unite::jour) {
        std::string texte = "0000-00-00";
        ecrire_le_jour(texte, repere);
        return texte;
    }
    std::string texte = "0000-00-00T00:00:00Z";
    const auto reste = (repere % secondes_par_jour + secondes_par_jour) % secondes_par_jour;
    ecrire_le_jour(texte, (repere - reste) / secondes_par_jour);
    ecrire(texte.data() + 11, static_cast<int>(reste / secondes_par_heure), 2);
    ecrire(texte.data() + 14, static_cast<int>(reste % secondes_par_heure / secondes_par_minute),
           2);
    ecrire(texte.data() + 17, static_cast<int>(reste % secondes_par_minute), 2);
    return texte;
}

std::optional<Repere> repere_de(std::string_view texte, Unite unite) {
    return unite == Unite::jour ? jour_de(texte) : instant_de(texte);
}

}  // namespace grappe::fait
