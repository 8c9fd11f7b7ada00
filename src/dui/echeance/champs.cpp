// Values of a file of deadlines.
#include "dui/echeance/champs.hpp"

#include "core/integer.hpp"

namespace grappe::echeance {

using Genre = arbre::Noeud::Genre;

const arbre::Noeud* Champs::facultatif(std::string_view cle) {
    connues_.push_back(cle);
    return table_->membre(cle);
}

const arbre::Noeud* Champs::requis(std::string_view cle) {
    const auto* noeud = facultatif(cle);
    if (noeud == nullptr) refuser(cle, "manque");
    return noeud;
}

void Champs::refuser(std::string_view cle, std::string_view code, std::string valeur) {
    const auto* noeud = table_->membre(cle);
    fautes_->push_back({.ligne = noeud != nullptr ? noeud->ligne : table_->ligne,
                        .chemin = (chemin_.empty() ? "" : chemin_ + ".") + std::string{cle},
                        .code = code,
                        .valeur = std::move(valeur)});
}

void Champs::finir() {
    for (const auto& [cle, noeud] : table_->membres)
        if (std::find(connues_.begin(), connues_.end(), cle) == connues_.end())
            refuser(cle, "inconnue");
}

std::string Champs::texte(std::string_view cle) {
    const auto* noeud = requis(cle);
    if (noeud == nullptr) return {};
    if (noeud->genre != Genre::texte || noeud->texte.empty()) refuser(cle, "texte");
    return noeud->texte;
}

int Champs::entier(std::string_view cle) {
    const auto* noeud = requis(cle);
    if (noeud == nullptr) return 0;
    if (noeud->genre != Genre::entier || noeud->entier < 1 || noeud->entier > 1000)
        refuser(cle, "entier");
    return static_cast<int>(noeud->entier);
}

bool Champs::vrai(std::string_view cle) {
    const auto* noeud = facultatif(cle);
    if (noeud == nullptr) return false;
    if (noeud->genre != Genre::booleen) refuser(cle, "booleen");
    return noeud->booleen;
}

std::optional<core::Date> Champs::jour(std::string_view cle) {
    const auto* noeud = facultatif(cle);
    if (noeud == nullptr) return std::nullopt;
    const auto lu = core::Date::parse(noeud->texte);
    if (noeud->genre == Genre::date && lu) return *lu;
    refuser(cle, "jour");
    return std::nullopt;
}

const std::vector<arbre::Noeud>& Champs::liste(std::string_view cle) {
    static const std::vector<arbre::Noeud> aucune;
    const auto* noeud = facultatif(cle);
    if (noeud == nullptr) return aucune;
    if (noeud->genre != Genre::liste || noeud->elements.empty()) refuser(cle, "liste");
    return noeud->elements;
}

Delai Champs::delai(std::string_view cle) {
    const auto* noeud = requis(cle);
    return noeud == nullptr ? Delai{} : delai_de(*noeud, cle);
}

std::vector<Delai> Champs::delais(std::string_view cle) {
    std::vector<Delai> lus;
    for (const auto& element : liste(cle)) lus.push_back(delai_de(element, cle));
    return lus;
}

// "0 jour", "15 jours", "6 mois", "8 jours avant".
Delai Champs::delai_de(const arbre::Noeud& noeud, std::string_view cle) {
    std::string_view reste = noeud.texte;
    const auto espace = reste.find(' ');
    const auto nombre = core::integer<int>(reste.substr(0, espace));
    reste.remove_prefix(espace == std::string_view::npos ? reste.size() : espace + 1);
    const bool avant = reste.ends_with(" avant");
    if (avant) reste.remove_suffix(std::string_view{" avant"}.size());
    const bool mois = reste == "mois";
    if (!nombre || *nombre < 0 || *nombre > 1000 ||
        (!mois && reste != "jours" && reste != "jour")) {
        refuser(cle, "delai", noeud.texte);
        return {};
    }
    return {avant ? -*nombre : *nombre, mois ? Delai::Unite::mois : Delai::Unite::jours};
}

}  // namespace grappe::echeance
