// Written in the one way of RFC 8785, read by the reader of lines.
#include "dui/lecture/contenu.hpp"

#include "core/ensure.hpp"
#include "core/json_text.hpp"
#include "dui/lecture/objet_json.hpp"

namespace grappe::lecture {

std::string en_contenu(const Textes& textes) {
    std::string contenu = "{";
    for (const auto& [cle, texte] : textes) {
        if (texte.empty()) continue;
        if (contenu.size() > 1) contenu += ',';
        core::append_json(contenu, cle);
        contenu += ':';
        core::append_json(contenu, texte);
    }
    return contenu + '}';
}

Textes textes_du_contenu(std::string_view contenu) {
    ObjetJson objet;
    core::ensure(objet.lire(contenu), "stored contents are a JSON object");
    Textes textes;
    for (const auto& champ : objet.champs())
        textes.emplace(std::string{champ.cle}, std::string{champ.texte});
    return textes;
}

}  // namespace grappe::lecture
