// Faults, contents, words.
#include "dui/document/document.hpp"

#include <algorithm>
#include <set>

#include "core/ensure.hpp"
#include "core/integer.hpp"
#include "core/texte.hpp"
#include "dui/lecture/contenu.hpp"

namespace grappe::document {
namespace {

// Bytes of the letter or digit that stands there; 0: none. Beyond ASCII, all but the signs of
// Latin-1 (« ° ») and of general punctuation (… – €) is of a word.
std::size_t lettre(std::string_view plie, std::size_t ou) {
    const auto octet = [&](std::size_t rang) -> unsigned {
        return rang < plie.size() ? static_cast<unsigned char>(plie[rang]) : 0U;
    };
    const auto premier = octet(ou);
    if (premier < 0x80U)
        return (premier >= 'a' && premier <= 'z') || (premier >= '0' && premier <= '9') ? 1 : 0;
    const bool signe = premier == 0xC2U || (premier == 0xE2U && octet(ou + 1) <= 0x82U);
    if (premier < 0xC0U || signe) return 0;
    return premier < 0xE0U ? 2 : premier < 0xF0U ? 3 : 4;
}

// Runs of letters and digits of a folded text.
template <class Voir>
void chaque_mot(std::string_view plie, Voir voir) {
    for (std::size_t ou = 0; ou < plie.size();) {
        std::size_t fin = ou;
        while (fin < plie.size() && lettre(plie, fin) > 0) fin += lettre(plie, fin);
        if (fin > ou) voir(plie.substr(ou, fin - ou));
        ou = std::max(fin, ou + 1);
    }
}

std::string entre_espaces(std::string_view texte) { return " " + mots_de(texte) + " "; }

}  // namespace

std::vector<Faute> fautes_de(const Fiche& fiche, core::Date aujourd_hui) {
    std::vector<Faute> fautes;
    if (core::trimmed(fiche.titre).empty()) fautes.push_back({"titre", "document.titre"});
    if (core::caracteres(fiche.titre) > titre_au_plus)
        fautes.push_back({"titre", "document.titre_long"});
    if (fiche.date > aujourd_hui) fautes.push_back({"date", "document.futur"});
    if (fiche.valable_jusqu_au && *fiche.valable_jusqu_au < fiche.date)
        fautes.push_back({"valable_jusqu_au", "document.validite"});
    return fautes;
}

std::string contenu_de(const Document& document) {
    const auto& [fiche, fichier, recherche, mots, motif] = document;
    return lecture::en_contenu(
        {{"type", fiche.type},
         {"titre", fiche.titre},
         {"date", fiche.date.text()},
         {"valable_jusqu_au", fiche.valable_jusqu_au ? fiche.valable_jusqu_au->text() : ""},
         {"nom", fichier.nom},
         {"format", fichier.format},
         {"sha256", fichier.sha256},
         {"taille", std::to_string(fichier.taille)},
         {"recherche", std::string{core::name_of(recherche)}},
         {"mots", mots},
         {"motif", motif}});
}

Document lu(std::string_view contenu) {
    auto textes = lecture::textes_du_contenu(contenu);
    const auto date = core::Date::parse(textes["date"]);
    core::ensure(date.has_value(), "a document that was kept has its day");
    const auto fin = core::Date::parse(textes["valable_jusqu_au"]);
    return {.fiche = {.type = textes["type"],
                      .titre = textes["titre"],
                      .date = *date,
                      .valable_jusqu_au = fin ? std::optional{*fin} : std::nullopt},
            .fichier = {.nom = textes["nom"],
                        .format = textes["format"],
                        .sha256 = textes["sha256"],
                        .taille = core::integer<std::int64_t>(textes["taille"]).value_or(0)},
            .recherche = core::named<Recherche>(textes["recherche"]).value_or(Recherche::titre),
            .mots = textes["mots"],
            .motif = textes["motif"]};
}

std::string mots_de(std::string_view texte) {
    const auto plie = core::fold(texte);
    std::set<std::string_view> vus;
    std::string mots;
    chaque_mot(plie, [&](std::string_view mot) {
        if (mots.size() + mot.size() >= mots_au_plus || !vus.insert(mot).second) return;
        mots += mots.empty() ? "" : " ";
        mots += mot;
    });
    return mots;
}

bool repond(const Document& document, std::string_view libelle, std::string_view tape) {
    const auto cherches = core::fold(tape);
    const auto la =
        entre_espaces(document.fiche.titre + " " + std::string{libelle}) + document.mots + " ";
    bool tous = true;
    chaque_mot(cherches, [&](std::string_view mot) {
        tous = tous && la.find(" " + std::string{mot}) != std::string::npos;
    });
    return tous;
}

}  // namespace grappe::document
