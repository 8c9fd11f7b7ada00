// The bodies of what is written about committees: texts, lists of texts, whole numbers.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "portail/comite/comite_repository.hpp"
#include "portail/comite/proposition.hpp"
#include "referentiels/territoires.hpp"

namespace grappe::api {

// A JSON object. What a text can say is a text: a number is read as it is written, and so an
// identifier may be one; a list of texts is also their lines.
class CorpsDeComite {
public:
    // `montants`: keys whose value has to be a text, "6909033.00". Codes "api.json_invalide",
    // "comite.forme", "comite.montant_texte" (the detail is the key at fault).
    static core::Result<CorpsDeComite> lire(std::string_view json,
                                            std::initializer_list<std::string_view> montants = {});

    std::string texte(std::string_view nom) const;  // empty when absent
    std::vector<std::string> liste(std::string_view nom) const;
    bool est_une_liste(std::string_view nom) const { return listes_.contains(nom); }
    std::optional<std::int64_t> entier(std::string_view nom) const;
    bool vrai(std::string_view nom) const { return texte(nom) == "true"; }

private:
    std::map<std::string, std::vector<std::string>, std::less<>> valeurs_;
    std::set<std::string, std::less<>> listes_;
};

// {source, lignes: [{secteur, departement, statut, essms, montant}]}. Codes "api.json_invalide",
// "comite.portefeuille" (the detail is the rank of the line at fault).
core::Result<std::vector<comite::LigneImportee>> lire_portefeuille(
    std::string_view json, const referentiels::Territoires& territoires);

// {contraintes: {enveloppe, points: {dossier: n}, parts_minimales: [{attribut, valeur, and one of
// part ("25 %", "1/4"), montant, nombre}], imposes: [..], exclus: [..]}}; each may be left out.
// Codes "api.json_invalide", "comite.forme" (the detail is the key at fault).
core::Result<comite::Enonce> lire_contraintes(std::string_view json);

}  // namespace grappe::api
