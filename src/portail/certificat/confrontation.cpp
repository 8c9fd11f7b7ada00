// What is told first: a file that was changed, then rules read otherwise, then bytes that differ.
#include "portail/certificat/confrontation.hpp"

#include <algorithm>
#include <vector>

#include "portail/certificat/forme.hpp"
#include "portail/programme/empreinte.hpp"
#include "portail/rendu/registre_mots.hpp"

namespace grappe::certificat {
namespace {

using programme::empreinte_sha256;

// Where a walk through a JSON text stands: in each object or list, the key or the rank.
class Marche {
public:
    explicit Marche(std::string_view json) : json_{json} {}

    std::string chemin_de(std::size_t octet) {
        for (std::size_t ou = 0; ou < std::min(octet + 1, json_.size()); ++ou) ou = avancer(ou);
        return chemin();
    }

private:
    struct Etage {
        bool liste;
        int rang = 0;
        std::string cle{};
        bool cle_attendue = false;
    };

    // Answers the last byte that was read from there: of a text, its closing quote.
    std::size_t avancer(std::size_t ou) {
        const char c = json_[ou];
        if (c == '"') return texte(ou);
        if (c == '{' || c == '[') etages_.push_back({c == '[', 0, {}, c == '{'});
        if ((c == '}' || c == ']') && !etages_.empty()) etages_.pop_back();
        if (c == ',' && !etages_.empty()) {
            auto& etage = etages_.back();
            etage.rang += etage.liste ? 1 : 0;
            etage.cle_attendue = !etage.liste;
        }
        return ou;
    }

    std::size_t texte(std::size_t ou) {
        auto fin = ou + 1;
        while (fin < json_.size() && json_[fin] != '"') fin += json_[fin] == '\\' ? 2 : 1;
        if (!etages_.empty() && etages_.back().cle_attendue) {
            etages_.back().cle = json_.substr(ou + 1, fin - ou - 1);
            etages_.back().cle_attendue = false;
        }
        return fin;
    }

    std::string chemin() const {
        std::string chemin;
        for (const auto& etage : etages_) {
            if (etage.liste)
                chemin += "[" + std::to_string(etage.rang) + "]";
            else
                chemin += (chemin.empty() ? "" : ".") + etage.cle;
        }
        return chemin;
    }

    std::string_view json_;
    std::vector<Etage> etages_{};
};

bool suite_d_un_caractere(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Some words of a text from that byte on, whole characters.
std::string extrait(std::string_view texte, std::size_t debut) {
    constexpr std::size_t autour = 12, longueur = 48;
    auto de = debut > autour ? debut - autour : 0;
    while (de > 0 && suite_d_un_caractere(texte[de])) --de;
    auto a = std::min(texte.size(), de + longueur);
    while (a < texte.size() && suite_d_un_caractere(texte[a])) ++a;
    auto mots = std::string{texte.substr(de, a - de)};
    std::replace(mots.begin(), mots.end(), '\n', ' ');
    return mots;
}

bool est_entier(std::string_view fichier) {
    const auto longueur = fin_de_certificat("").size();
    if (fichier.size() < longueur) return false;
    const auto debut = fichier.substr(0, fichier.size() - longueur);
    return fichier.substr(debut.size()) == fin_de_certificat(debut);
}

// The first byte in which the file is not what its own values give, and its place.
Accord modifie(const Comparaison& comparaison, const rules::Phrases& phrases) {
    const auto attendu = rendre(comparaison.certificat);
    const auto& lu = comparaison.fichier;
    const auto [ici, la] = std::mismatch(lu.begin(), lu.end(), attendu.begin(), attendu.end());
    const auto octet = static_cast<std::size_t>(ici - lu.begin());
    return {false,
            phrases.rendre("certificat.modifie", {{"octet", static_cast<std::int64_t>(octet)},
                                                  {"chemin", chemin_de_l_octet(lu, octet)}})};
}

Accord different(const Comparaison& comparaison, const rules::Phrases& phrases) {
    const auto& dite = comparaison.certificat.sortie;
    const auto& refaite = comparaison.recalcul;
    const auto [ici, la] = std::mismatch(dite.begin(), dite.end(), refaite.begin(), refaite.end());
    const auto octet = static_cast<std::size_t>(ici - dite.begin());
    const bool memes_territoires = comparaison.territoires == comparaison.certificat.territoires;
    return {false, phrases.rendre(
                       memes_territoires ? "certificat.differe" : "certificat.differe_territoires",
                       {{"octet", static_cast<std::int64_t>(octet)},
                        {"chemin", chemin_de_l_octet(dite, octet)},
                        {"dit", extrait(dite, octet)},
                        {"recalcule", extrait(refaite, octet)}})};
}

}  // namespace

std::string chemin_de_l_octet(std::string_view json, std::size_t octet) {
    return Marche{json}.chemin_de(octet);
}

Accord confronter(const Comparaison& comparaison, const rules::Phrases& phrases) {
    const auto& certificat = comparaison.certificat;
    if (!est_entier(comparaison.fichier)) return modifie(comparaison, phrases);
    if (comparaison.recalcul.empty())
        return {false, phrases.rendre("certificat.regles_autres",
                                      {{"regles", std::string_view{certificat.regles}}})};
    if (comparaison.recalcul != certificat.sortie) return different(comparaison, phrases);
    return {true,
            phrases.rendre(
                "certificat.concorde",
                {{"octets", static_cast<std::int64_t>(certificat.sortie.size())},
                 {"empreinte", empreinte_sha256(certificat.sortie)},
                 {"regles", std::string_view{certificat.regles}},
                 {"registre", rendu::registre_au(certificat.fiches.date_du_registre, phrases)}})};
}

}  // namespace grappe::certificat
