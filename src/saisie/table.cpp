// Reading of one table, all its faults at once.
#include "saisie/table.hpp"

#include <algorithm>

#include "core/texte.hpp"

namespace grappe::saisie {
namespace {

constexpr std::size_t octets_de_cle_dits = 60;

std::string_view code_de(Noeud::Genre genre) {
    using enum Noeud::Genre;
    if (genre == texte) return "saisie.attendu_texte";
    if (genre == entier) return "saisie.attendu_entier";
    if (genre == booleen) return "saisie.attendu_booleen";
    return genre == table ? "saisie.attendu_table" : "saisie.attendu_liste";
}

}  // namespace

Table::Table(const Noeud& noeud, std::string chemin, Fautes& fautes)
    : noeud_{&noeud}, chemin_{std::move(chemin)}, fautes_{&fautes} {}

std::string Table::sous(std::string_view cle) const {
    const std::string dite{core::cut(cle, octets_de_cle_dits)};
    return chemin_.empty() || dite.empty() ? chemin_ + dite : chemin_ + "." + dite;
}

void Table::fautif(std::string_view cle, std::string_view code, rules::Faits faits) {
    const auto* membre = noeud_->membre(cle);
    fautes_->push_back({.ligne = membre == nullptr ? noeud_->ligne : membre->ligne,
                        .chemin = sous(cle),
                        .code = std::string{code},
                        .faits = std::move(faits)});
}

const Noeud* Table::membre(std::string_view cle, Presence presence) {
    lues_.emplace_back(cle);
    const auto* trouve = noeud_->membre(cle);
    if (trouve == nullptr && presence == Presence::requis) fautif(cle, "saisie.requis", {});
    return trouve;
}

const Noeud* Table::attendu(std::string_view cle, Presence presence, Noeud::Genre genre) {
    const auto* trouve = membre(cle, presence);
    if (trouve == nullptr || trouve->genre == genre) return trouve;
    fautif(cle, code_de(genre), {});
    return nullptr;
}

bool Table::lisible(std::string_view cle, std::string_view texte) {
    if (core::trimmed(texte).empty())
        fautif(cle, "saisie.vide", {});
    else if (texte.find('\0') != std::string_view::npos)  // no database keeps it
        fautif(cle, "saisie.caractere", {});
    else if (texte.size() > octets_par_texte)
        fautif(cle, "saisie.trop_long", {{"maximum", std::int64_t{octets_par_texte}}});
    else
        return true;
    return false;
}

std::optional<std::string> Table::texte(std::string_view cle, Presence presence) {
    const auto* noeud = attendu(cle, presence, Noeud::Genre::texte);
    if (noeud == nullptr || !lisible(cle, noeud->texte)) return std::nullopt;
    return noeud->texte;
}

std::optional<std::int64_t> Table::entier(std::string_view cle, Presence presence) {
    const auto* noeud = attendu(cle, presence, Noeud::Genre::entier);
    if (noeud == nullptr) return std::nullopt;
    return noeud->entier;
}

std::optional<bool> Table::booleen(std::string_view cle, Presence presence) {
    const auto* noeud = attendu(cle, presence, Noeud::Genre::booleen);
    if (noeud == nullptr) return std::nullopt;
    return noeud->booleen;
}

std::optional<core::Date> Table::jour(std::string_view cle, Presence presence) {
    const auto* noeud = membre(cle, presence);
    if (noeud == nullptr) return std::nullopt;
    const bool ecrit = noeud->genre == Noeud::Genre::texte || noeud->genre == Noeud::Genre::date;
    if (ecrit)
        if (const auto lu = core::Date::parse(noeud->texte)) return *lu;
    fautif(cle, "saisie.jour", {});
    return std::nullopt;
}

std::vector<std::string> Table::textes(std::string_view cle) {
    std::vector<std::string> lus;
    const auto* liste = attendu(cle, Presence::facultatif, Noeud::Genre::liste);
    if (liste == nullptr) return lus;
    for (std::size_t rang = 0; rang < liste->elements.size(); ++rang) {
        const auto& element = liste->elements[rang];
        const auto ou = std::string{cle} + "[" + std::to_string(rang) + "]";
        if (element.genre != Noeud::Genre::texte)
            fautif(ou, "saisie.attendu_texte", {});
        else if (std::find(lus.begin(), lus.end(), element.texte) != lus.end())
            fautif(ou, "saisie.doublon", {});
        else if (lisible(ou, element.texte))
            lus.push_back(element.texte);
    }
    return lus;
}

std::vector<Table> Table::lignes(std::string_view cle) {
    std::vector<Table> lues;
    const auto* liste = attendu(cle, Presence::facultatif, Noeud::Genre::liste);
    if (liste == nullptr) return lues;
    for (std::size_t rang = 0; rang < liste->elements.size(); ++rang) {
        const auto ou = std::string{cle} + "[" + std::to_string(rang) + "]";
        if (liste->elements[rang].genre == Noeud::Genre::table)
            lues.emplace_back(liste->elements[rang], sous(ou), *fautes_);
        else
            fautif(ou, "saisie.attendu_table", {});
    }
    return lues;
}

std::optional<Table> Table::table(std::string_view cle) {
    const auto* noeud = attendu(cle, Presence::facultatif, Noeud::Genre::table);
    if (noeud == nullptr) return std::nullopt;
    return Table{*noeud, sous(cle), *fautes_};
}

std::vector<std::string_view> Table::cles() const {
    std::vector<std::string_view> toutes;
    for (const auto& membre : noeud_->membres) toutes.push_back(membre.cle);
    return toutes;
}

void Table::finir() {
    const std::vector<std::string_view> connues{lues_.begin(), lues_.end()};
    for (const auto& membre : noeud_->membres) {
        if (std::find(connues.begin(), connues.end(), membre.cle) != connues.end()) continue;
        const auto proche = core::plus_proche(core::cut(membre.cle, octets_de_cle_dits), connues);
        if (proche)
            fautif(membre.cle, "saisie.inconnu_proche", {{"proche", std::string{*proche}}});
        else
            fautif(membre.cle, "saisie.inconnu", {});
    }
}

}  // namespace grappe::saisie
