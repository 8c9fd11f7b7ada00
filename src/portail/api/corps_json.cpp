// Reading of such a body.
#include "portail/api/corps_json.hpp"

#include "core/integer.hpp"
#include "portail/dossier/arbre_json.hpp"

namespace grappe::api {

core::Result<Corps> Corps::lire(std::string_view json) {
    using Genre = dossier::Noeud::Genre;
    const auto lecture = dossier::lire_arbre(json);
    if (!lecture.arbre || lecture.arbre->noeuds.front().genre != Genre::objet)
        return core::refuse(core::Reason::invalid, "api.json_invalide");
    Corps corps;
    const auto& noeuds = lecture.arbre->noeuds;
    for (auto rang = noeuds.front().premier; rang != dossier::Noeud::aucun;
         rang = noeuds[rang].suivant) {
        const auto& noeud = noeuds[rang];
        if (noeud.genre == Genre::nul) continue;
        auto& ou = noeud.genre == Genre::texte ? corps.textes_ : corps.autres_;
        ou.insert_or_assign(std::string{noeud.cle}, std::string{noeud.texte});
    }
    return corps;
}

const std::string& Corps::texte(std::string_view nom) const {
    static const std::string vide;
    const auto trouve = textes_.find(nom);
    return trouve == textes_.end() ? vide : trouve->second;
}

std::optional<std::int64_t> Corps::entier(std::string_view nom) const {
    const auto trouve = autres_.find(nom);
    return trouve == autres_.end() ? std::nullopt : core::integer<std::int64_t>(trouve->second);
}

std::optional<bool> Corps::booleen(std::string_view nom) const {
    const auto trouve = autres_.find(nom);
    if (trouve == autres_.end() || (trouve->second != "true" && trouve->second != "false"))
        return std::nullopt;
    return trouve->second == "true";
}

std::string Corps::mal_type(std::initializer_list<std::string_view> noms) const {
    for (const auto nom : noms)
        if (autres_.contains(nom)) return std::string{nom};
    return {};
}

}  // namespace grappe::api
