// The comparison of two descriptions.
#include "dui/annuaire/doublon.hpp"

#include <algorithm>

#include "core/texte.hpp"
#include "dui/annuaire/etiquette.hpp"
#include "dui/annuaire/phonetique.hpp"

namespace grappe::annuaire {
namespace {

enum class Lien { identique, contenu, une_lettre, meme_son, different };

struct Nom {
    std::string lettres, sons;
    std::vector<std::string> mots;  // in their alphabet's order
};

Nom nom_de(std::string_view texte) {
    Nom nom{.lettres = lettres_de(texte), .sons = {}, .mots = {}};
    auto reste = core::fold(texte);
    std::replace_if(
        reste.begin(), reste.end(), [](char c) { return c == '-' || c == '\''; }, ' ');
    for (std::size_t debut = 0; debut < reste.size();) {
        const auto fin = std::min(reste.find(' ', debut), reste.size());
        auto mot = lettres_de(std::string_view{reste}.substr(debut, fin - debut));
        debut = fin + 1;
        if (mot.empty()) continue;
        nom.sons += sons_de(mot);
        nom.mots.push_back(std::move(mot));
    }
    std::sort(nom.mots.begin(), nom.mots.end());
    return nom;
}

// Words of one letter or two ("de", "d") say nothing alone.
bool contient(const Nom& grand, const Nom& petit) {
    constexpr std::size_t significatif = 3;
    return std::includes(grand.mots.begin(), grand.mots.end(), petit.mots.begin(),
                         petit.mots.end()) &&
           std::any_of(petit.mots.begin(), petit.mots.end(),
                       [](const std::string& mot) { return mot.size() >= significatif; });
}

Lien lien_entre(const Nom& un, const Nom& autre) {
    if (un.lettres.empty() || autre.lettres.empty()) return Lien::different;
    if (un.lettres == autre.lettres) return Lien::identique;
    if (std::min(un.lettres.size(), autre.lettres.size()) >= lettres_pour_une_faute &&
        a_une_lettre_pres(un.lettres, autre.lettres))
        return Lien::une_lettre;
    if (contient(un, autre) || contient(autre, un)) return Lien::contenu;
    return un.sons == autre.sons ? Lien::meme_son : Lien::different;
}

struct Noms {
    Nom naissance, utilise, prenom, prenom_utilise;
    std::vector<Nom> prenoms;
};

Noms noms_de(const Personne& une) {
    Noms noms{.naissance = nom_de(une.nom_de_naissance),
              .utilise = nom_de(une.nom_utilise),
              .prenom = nom_de(une.premier_prenom()),
              .prenom_utilise = nom_de(une.prenom_utilise),
              .prenoms = {}};
    for (const auto& un : une.prenoms) noms.prenoms.push_back(nom_de(un));
    return noms;
}

Indice indice_des_noms(const Noms& une, const Noms& autre) {
    const auto lien = lien_entre(une.naissance, autre.naissance);
    if (lien == Lien::identique) return Indice::nom_identique;
    const auto est_utilise = [](const Nom& naissance, const Nom& utilise) {
        return !utilise.lettres.empty() && naissance.lettres == utilise.lettres;
    };
    if (est_utilise(une.naissance, autre.utilise) || est_utilise(autre.naissance, une.utilise))
        return Indice::nom_utilise;
    if (lien == Lien::contenu) return Indice::nom_contenu;
    if (lien == Lien::une_lettre) return Indice::nom_une_lettre;
    return lien == Lien::meme_son ? Indice::nom_meme_son : Indice::nom_different;
}

bool est_parmi(const Nom& prenom, const Noms& autre) {
    return !prenom.lettres.empty() &&
           (prenom.lettres == autre.prenom_utilise.lettres ||
            std::any_of(autre.prenoms.begin(), autre.prenoms.end(),
                        [&](const Nom& un) { return un.lettres == prenom.lettres; }));
}

Indice indice_des_prenoms(const Noms& une, const Noms& autre) {
    const auto lien = lien_entre(une.prenom, autre.prenom);
    if (lien == Lien::identique) return Indice::prenom_identique;
    if (lien == Lien::une_lettre) return Indice::prenom_une_lettre;
    if (est_parmi(une.prenom, autre) || est_parmi(autre.prenom, une)) return Indice::prenom_autre;
    if (lien == Lien::contenu) return Indice::prenom_contenu;
    return lien == Lien::meme_son ? Indice::prenom_meme_son : Indice::prenom_different;
}

std::optional<Indice> indice_d_inversion(const Noms& une, const Noms& autre) {
    const auto nom = lien_entre(une.naissance, autre.prenom);
    const auto prenom = lien_entre(une.prenom, autre.naissance);
    if (nom == Lien::different || prenom == Lien::different) return std::nullopt;
    return nom == Lien::meme_son || prenom == Lien::meme_son ? Indice::inversion_meme_son
                                                             : Indice::inversion;
}

// One figure differs, or two neighbours are exchanged: 12 and 13, 41 and 14.
bool une_frappe(unsigned un, unsigned autre) {
    constexpr unsigned dix_mille = 10'000;  // four figures, the first ones zero
    return a_une_lettre_pres(std::to_string(dix_mille + un), std::to_string(dix_mille + autre));
}

bool est_un_jour_par_defaut(std::chrono::year_month_day jour) {
    using std::chrono::January, std::chrono::December;
    return (jour.month() == January && jour.day() == std::chrono::day{1}) ||
           (jour.month() == December && jour.day() == std::chrono::day{31});
}

std::vector<Indice> indices_des_noms(const Personne& une, const Personne& autre) {
    const auto a = noms_de(une), b = noms_de(autre);
    const auto nom = indice_des_noms(a, b), prenom = indice_des_prenoms(a, b);
    const auto inversion = indice_d_inversion(a, b);
    if (inversion && points_de(*inversion) > points_de(nom) + points_de(prenom))
        return {*inversion};
    return {nom, prenom};
}

}  // namespace

std::optional<Indice> naissances_proches(core::Date une, core::Date autre) {
    const auto a = une.ymd(), b = autre.ymd();
    const bool jour = a.day() == b.day(), mois = a.month() == b.month(), an = a.year() == b.year();
    const auto communes = jour + mois + an;
    if (communes == 3) return Indice::naissance_identique;
    if (communes == 2) {
        const bool frappe = !jour   ? une_frappe(unsigned{a.day()}, unsigned{b.day()})
                            : !mois ? une_frappe(unsigned{a.month()}, unsigned{b.month()})
                                    : une_frappe(static_cast<unsigned>(int{a.year()}),
                                                 static_cast<unsigned>(int{b.year()}));
        return frappe ? Indice::naissance_un_chiffre : Indice::naissance_une_partie;
    }
    if (!an) return std::nullopt;
    if (unsigned{a.day()} == unsigned{b.month()} && unsigned{a.month()} == unsigned{b.day()})
        return Indice::naissance_inversee;
    if (est_un_jour_par_defaut(a) || est_un_jour_par_defaut(b))
        return Indice::naissance_jour_inconnu;
    return std::nullopt;
}

std::optional<Ressemblance> ressemblance(const Personne& une, const Personne& autre) {
    if (!une.naissance || !autre.naissance) return std::nullopt;
    const auto naissance = naissances_proches(*une.naissance, *autre.naissance);
    if (!naissance) return std::nullopt;
    Ressemblance ensemble{.score = 0, .indices = {*naissance}};
    for (const auto indice : indices_des_noms(une, autre)) ensemble.indices.push_back(indice);
    const auto dit = [](const std::string& sexe) { return sexe == "M" || sexe == "F"; };
    if (dit(une.sexe) && dit(autre.sexe) && une.sexe != autre.sexe)
        ensemble.indices.push_back(Indice::sexe_different);
    if (!une.lieu_de_naissance.empty() &&
        core::fold(une.lieu_de_naissance) == core::fold(autre.lieu_de_naissance))
        ensemble.indices.push_back(Indice::lieu_identique);
    for (const auto indice : ensemble.indices) ensemble.score += points_de(indice);
    return ensemble;
}

}  // namespace grappe::annuaire
