// Reading of what was typed.
#include "dui/annuaire/requete.hpp"

#include <algorithm>
#include <array>

#include "core/identifiant.hpp"
#include "core/integer.hpp"
#include "core/texte.hpp"
#include "dui/annuaire/etiquette.hpp"

namespace grappe::annuaire {
namespace {

constexpr std::size_t octets_lus = 200;
constexpr int premiere_annee = 1000, siecle = 100;

// "12/03/1941" as its numbers; nothing where a part is empty or no number.
std::vector<std::string_view> parties_de(std::string_view texte) {
    std::vector<std::string_view> parties;
    while (true) {
        const auto fin = std::min(texte.find_first_of("/.-"), texte.size());
        const auto partie = texte.substr(0, fin);
        if (partie.empty() || partie.size() > 4 || !core::all_digits(partie)) return {};
        parties.push_back(partie);
        if (fin == texte.size()) return parties;
        texte.remove_prefix(fin + 1);
    }
}

unsigned nombre(std::string_view chiffres) { return core::integer<unsigned>(chiffres).value_or(0); }

bool est_une_annee(std::string_view partie) {
    return partie.size() == 4 && static_cast<int>(nombre(partie)) >= premiere_annee;
}

std::optional<DateTapee> jour_et_mois(std::string_view jour, std::string_view mois) {
    const DateTapee lue{.jour = nombre(jour), .mois = nombre(mois)};
    if (jour.size() > 2 || mois.size() > 2 || lue.jour < 1 || lue.jour > 31 || lue.mois < 1 ||
        lue.mois > 12)
        return std::nullopt;
    return lue;
}

std::optional<DateTapee> en_trois(std::string_view jour, std::string_view mois,
                                  std::string_view annee) {
    auto lue = jour_et_mois(jour, mois);
    if (!lue) return std::nullopt;
    if (est_une_annee(annee))
        lue->annee = static_cast<int>(nombre(annee));
    else if (annee.size() == 2)
        lue->annee_courte = static_cast<int>(nombre(annee));
    else
        return std::nullopt;
    return lue;
}

std::optional<DateTapee> en_deux(std::string_view premiere, std::string_view seconde) {
    if (!est_une_annee(seconde)) return jour_et_mois(premiere, seconde);
    auto lue = jour_et_mois("1", premiere);
    if (!lue) return std::nullopt;
    lue->jour = 0;
    lue->annee = static_cast<int>(nombre(seconde));
    return lue;
}

std::optional<DateTapee> d_un_bloc(std::string_view chiffres) {
    constexpr std::size_t jjmmaaaa = 8;
    if (chiffres.size() == jjmmaaaa)
        return en_trois(chiffres.substr(0, 2), chiffres.substr(2, 2), chiffres.substr(4));
    if (!est_une_annee(chiffres)) return std::nullopt;
    return DateTapee{.annee = static_cast<int>(nombre(chiffres))};
}

}  // namespace

bool DateTapee::convient(core::Date naissance) const {
    const auto ymd = naissance.ymd();
    return (jour == 0 || std::chrono::day{jour} == ymd.day()) &&
           (mois == 0 || std::chrono::month{mois} == ymd.month()) &&
           (annee == 0 || annee == naissance.year()) &&
           (annee_courte < 0 || annee_courte == naissance.year() % siecle);
}

std::optional<DateTapee> date_tapee(std::string_view texte) {
    if (core::all_digits(texte)) return d_un_bloc(texte);
    const auto parties = parties_de(texte);
    if (parties.size() == 3)
        return est_une_annee(parties[0]) ? en_trois(parties[2], parties[1], parties[0])
                                         : en_trois(parties[0], parties[1], parties[2]);
    if (parties.size() == 2) return en_deux(parties[0], parties[1]);
    return std::nullopt;
}

Requete requete_de(std::string_view texte) {
    Requete requete{.mots = {}, .tout = core::fold(core::cut(texte, octets_lus))};
    for (std::string_view reste = requete.tout; !reste.empty();) {
        const auto fin = std::min(reste.find(' '), reste.size());
        Mot mot{.tape = std::string{reste.substr(0, fin)}, .lettres = {}, .date = {}};
        reste.remove_prefix(std::min(fin + 1, reste.size()));
        mot.date = date_tapee(mot.tape);
        if (!mot.date) mot.lettres = lettres_de(mot.tape);
        const auto deja = std::any_of(requete.mots.begin(), requete.mots.end(), [&](const Mot& un) {
            return un.date == mot.date && un.lettres == mot.lettres;
        });
        if (!deja && (mot.date || !mot.lettres.empty())) requete.mots.push_back(std::move(mot));
    }
    return requete;
}

}  // namespace grappe::annuaire
