// Names without accents, case or separators, and words compared with them.
#include "dui/annuaire/etiquette.hpp"

#include <algorithm>
#include <array>

#include "core/texte.hpp"

namespace grappe::annuaire {
namespace {

constexpr char fin_de_champ = '\n', dans_un_mot = 0, debut_de_mot = 1;

constexpr bool est_une_lettre(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) > 127;
}

void ajouter(Etiquette& etiquette, std::string_view texte) {
    bool debut = true;
    for (const char c : core::fold(texte)) {
        if (!est_une_lettre(c)) {
            debut = true;
            continue;
        }
        etiquette.lettres += c;
        etiquette.debuts += debut ? debut_de_mot : dans_un_mot;
        debut = false;
    }
}

void fermer(Etiquette& etiquette) {
    etiquette.lettres += fin_de_champ;
    etiquette.debuts += dans_un_mot;
}

// Does a word, and so a run, end before this place?
bool finit_avant(const Vue& vue, std::size_t place) {
    return vue.lettres[place] == fin_de_champ || vue.debuts[place] == debut_de_mot;
}

Champ champ_a(const Vue& vue, std::size_t place) {
    const auto avant = vue.lettres.substr(0, place);
    return static_cast<Champ>(std::count(avant.begin(), avant.end(), fin_de_champ));
}

// A run that begins here and is one letter away.
bool course_proche(std::string_view mot, const Vue& vue, std::size_t debut) {
    const auto plus_loin = std::min(debut + mot.size() + 1, vue.lettres.size() - 1);
    for (auto fin = debut + 1; fin <= plus_loin; ++fin) {
        if (fin - debut + 1 >= mot.size() && finit_avant(vue, fin) &&
            a_une_lettre_pres(mot, vue.lettres.substr(debut, fin - debut)))
            return true;
        if (vue.lettres[fin] == fin_de_champ) return false;
    }
    return false;
}

}  // namespace

std::string lettres_de(std::string_view texte) {
    Etiquette seule;
    ajouter(seule, texte);
    return std::move(seule.lettres);
}

Etiquette etiquette_de(const Personne& personne) {
    Etiquette etiquette;
    ajouter(etiquette, personne.nom_de_naissance);
    fermer(etiquette);
    ajouter(etiquette, personne.nom_utilise);
    fermer(etiquette);
    for (const auto& prenom : personne.prenoms) ajouter(etiquette, prenom);
    fermer(etiquette);
    ajouter(etiquette, personne.prenom_utilise);
    fermer(etiquette);
    return etiquette;
}

std::optional<Accord> accord_sans_faute(std::string_view mot, const Vue& vue) {
    std::optional<Niveau> meilleur;
    std::size_t ou = 0;
    for (auto place = vue.lettres.find(mot);
         place != std::string_view::npos && meilleur != Niveau::exact;
         place = vue.lettres.find(mot, place + 1)) {
        const auto niveau = vue.debuts[place] != debut_de_mot      ? Niveau::fragment
                            : finit_avant(vue, place + mot.size()) ? Niveau::exact
                                                                   : Niveau::prefixe;
        if (meilleur && *meilleur <= niveau) continue;
        meilleur = niveau;
        ou = place;
    }
    if (!meilleur) return std::nullopt;
    return Accord{*meilleur, champ_a(vue, ou)};
}

std::optional<Accord> accord_avec_faute(std::string_view mot, const Vue& vue) {
    if (mot.size() < lettres_pour_une_faute) return std::nullopt;
    for (auto debut = vue.debuts.find(debut_de_mot); debut != std::string_view::npos;
         debut = vue.debuts.find(debut_de_mot, debut + 1))
        if (course_proche(mot, vue, debut)) return Accord{Niveau::faute, champ_a(vue, debut)};
    return std::nullopt;
}

Ensemble ensemble_de(std::string_view lettres) {
    constexpr unsigned des_lettres = 31, des_paires = 63, brassage = 37;
    Ensemble ensemble;
    char avant = fin_de_champ;
    for (const char c : lettres) {
        const unsigned ici = static_cast<unsigned char>(c);
        if (c != fin_de_champ) ensemble.lettres |= std::uint32_t{1} << (ici & des_lettres);
        if (c != fin_de_champ && avant != fin_de_champ) {
            const auto paire = static_cast<unsigned char>(avant) * brassage + ici;
            ensemble.paires |= std::uint64_t{1} << (paire & des_paires);
        }
        avant = c;
    }
    return ensemble;
}

bool a_une_lettre_pres(std::string_view un, std::string_view autre) {
    const auto [a, b] = std::mismatch(un.begin(), un.end(), autre.begin(), autre.end());
    un.remove_prefix(static_cast<std::size_t>(a - un.begin()));
    autre.remove_prefix(static_cast<std::size_t>(b - autre.begin()));
    while (!un.empty() && !autre.empty() && un.back() == autre.back()) {
        un.remove_suffix(1);
        autre.remove_suffix(1);
    }
    if (un.size() <= 1 && autre.size() <= 1) return true;
    return un.size() == 2 && autre.size() == 2 && un[0] == autre[1] && un[1] == autre[0];
}

}  // namespace grappe::annuaire
