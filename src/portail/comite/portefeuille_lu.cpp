// Columns by their names, then each row.
#include "portail/comite/portefeuille_lu.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "core/integer.hpp"
#include "core/texte.hpp"
#include "portail/comite/enonce.hpp"
#include "portail/dossier/dossier.hpp"
#include "referentiels/secteur.hpp"

namespace grappe::comite {
namespace {

using Ligne = std::vector<std::string>;

constexpr std::array<const char*, 5> noms{"secteur", "departement", "statut", "essms", "montant"};
constexpr std::size_t secteur = 0, departement = 1, statut = 2, essms = 3, montant = 4;

// "A" to "Z", then "AA": bijective, in base 26.
std::string lettres(std::size_t place) {
    std::string nom;
    for (++place; place > 0; place = (place - 1) / 26)
        nom.insert(nom.begin(), static_cast<char>('A' + (place - 1) % 26));
    return nom;
}

// "Privé non lucratif" as "prive_non_lucratif".
std::string en_nom(std::string_view texte) {
    auto nom = core::fold(texte);
    std::ranges::replace_if(
        nom, [](char c) { return c == ' ' || c == '-'; }, '_');
    return nom;
}

// The name that an enumerator has, whatever the case and the accents of what was typed.
template <class E>
std::optional<std::string> nomme(std::string_view texte) {
    for (const auto& un : names(E{}))
        if (core::fold(un.name) == en_nom(texte)) return std::string{un.name};
    return std::nullopt;
}

std::string en_capitales(std::string texte) {
    for (auto& c : texte)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return texte;
}

bool est_vide(const Ligne& ligne) {
    return std::ranges::all_of(ligne, [](const std::string& une) { return une.empty(); });
}

class Lecture {
public:
    Lecture(const std::vector<Ligne>& tableau, std::string_view source,
            const referentiels::Territoires& territoires)
        : tableau_{tableau}, source_{source}, territoires_{territoires} {}

    PortefeuilleLu faire() {
        if (!lire_l_entete()) return std::move(lu_);
        for (rang_ = 1; rang_ < tableau_.size(); ++rang_)
            if (!est_vide(tableau_[rang_])) lire();
        if (lu_.lignes.empty() && lu_.fautes.empty())
            lu_.fautes.push_back({1, {}, "portefeuille.vide", {}});
        return std::move(lu_);
    }

private:
    bool lire_l_entete() {
        if (tableau_.empty()) {
            lu_.fautes.push_back({1, {}, "portefeuille.vide", {}});
            return false;
        }
        const auto& entete = tableau_.front();
        for (std::size_t place = 0; place < entete.size(); ++place) noter_la_colonne(place);
        for (std::size_t quoi = 0; quoi < noms.size(); ++quoi)
            if (!places_[quoi]) lu_.fautes.push_back({1, {}, "portefeuille.colonne", noms[quoi]});
        return lu_.fautes.empty();
    }

    void noter_la_colonne(std::size_t place) {
        const auto nom = core::fold(tableau_.front()[place]);
        const auto quoi = static_cast<std::size_t>(std::ranges::find(noms, nom) - noms.begin());
        if (quoi == noms.size()) return;
        if (places_[quoi])
            lu_.fautes.push_back({1, lettres(place), "portefeuille.colonne_double", noms[quoi]});
        else
            places_[quoi] = place;
    }

    std::string cellule(std::size_t quoi) const {
        const auto& ligne = tableau_[rang_];
        const auto place = *places_[quoi];
        return place < ligne.size() ? ligne[place] : std::string{};
    }

    // What was understood of that cell; nothing: a fault.
    template <class T>
    T ou_faute(std::size_t quoi, std::optional<T> compris) {
        if (compris) return *std::move(compris);
        lu_.fautes.push_back({rang_ + 1, lettres(*places_[quoi]),
                              std::string{"portefeuille."} + noms[quoi], cellule(quoi)});
        return {};
    }

    template <class E>
    std::string lire_un_nom(std::size_t quoi) {
        const auto texte = cellule(quoi);
        return texte.empty() ? std::string{} : ou_faute(quoi, nomme<E>(texte));
    }

    // A spreadsheet takes the zero off "01".
    std::string lire_le_departement() {
        const auto texte = en_capitales(cellule(departement));
        if (texte.empty()) return {};
        for (const auto& code : {texte, "0" + texte})
            if (territoires_.departement(code) != nullptr) return code;
        return ou_faute(departement, std::optional<std::string>{});
    }

    void lire() {
        const auto avant = lu_.fautes.size();
        const auto combien = core::integer<int>(cellule(essms));
        const bool compte = combien && *combien >= 1 && *combien <= essms_au_plus;
        const auto somme = lire_montant(cellule(montant));
        const bool sommes = somme && *somme >= core::Money{} && *somme <= montant_au_plus;
        Element element{
            .secteur = lire_un_nom<referentiels::Secteur>(secteur),
            .departement = lire_le_departement(),
            .statut = lire_un_nom<dossier::StatutPorteur>(statut),
            .essms = ou_faute(essms, compte ? std::optional{*combien} : std::nullopt),
            .montant = ou_faute(montant, sommes ? somme : std::optional<core::Money>{})};
        if (lu_.fautes.size() == avant)
            lu_.lignes.push_back({std::string{source_}, std::move(element)});
    }

    const std::vector<Ligne>& tableau_;
    std::string_view source_;
    const referentiels::Territoires& territoires_;
    std::array<std::optional<std::size_t>, 5> places_;
    std::size_t rang_ = 0;  // of the row that is read
    PortefeuilleLu lu_;
};

}  // namespace

bool a_des_mots_connus(const Element& element, const referentiels::Territoires& territoires) {
    const auto& un = element;
    return (un.secteur.empty() || core::named<referentiels::Secteur>(un.secteur)) &&
           (un.departement.empty() || territoires.departement(un.departement) != nullptr) &&
           (un.statut.empty() || core::named<dossier::StatutPorteur>(un.statut));
}

PortefeuilleLu lire_le_tableau(const std::vector<std::vector<std::string>>& tableau,
                               std::string_view source,
                               const referentiels::Territoires& territoires) {
    return Lecture{tableau, source, territoires}.faire();
}

std::string en_csv(const std::vector<LigneImportee>& lignes) {
    std::string texte{"secteur;departement;statut;essms;montant\n"};
    for (const auto& [source, un] : lignes) {
        for (const auto& cellule :
             {un.secteur, un.departement, un.statut, std::to_string(un.essms)})
            texte.append(cellule).append(";");
        texte.append(un.montant.text()).append("\n");
    }
    return texte;
}

}  // namespace grappe::comite
