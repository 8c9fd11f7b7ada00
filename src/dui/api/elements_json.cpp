// Writing of elements.
#include "dui/api/elements_json.hpp"

#include "dui/api/membres_json.hpp"
#include "dui/lecture/contenu.hpp"

namespace grappe::dui {
namespace {

std::string contenu_de(const element::Element& un) {
    if (un.genre != element::Genre::document) return un.contenu;
    auto textes = lecture::textes_du_contenu(un.contenu);
    textes.erase("mots");
    return lecture::en_contenu(textes);
}

// Open: its last brace is to be written.
std::string debut_de(const element::Version& une) {
    const auto& un = une.element;
    std::string json;
    membre(json, "id", un.id);
    membre(json, "genre", core::name_of(un.genre));
    membre_entier(json, "version", une.version);
    membre_entier(json, "numero", une.numero);
    membre(json, "classe", core::name_of(un.classe));
    membre(json, "finess_et", un.finess_et.text());
    membre(json, "personne", un.personne);
    membre_ou_rien(json, "lie_a", un.lie_a);
    membre(json, "debut", un.debut.utc_text());
    membre_ou_rien(json, "fin", un.fin ? un.fin->utc_text() : "");
    membre(json, "etat", core::name_of(un.etat));
    membre_json(json, "contenu", contenu_de(un));
    return json;
}

}  // namespace

std::string en_json(const element::Version& une) { return debut_de(une) + "}"; }

std::string en_json(const std::vector<Signee>& versions) {
    std::string json;
    for (const auto& [version, signature] : versions) {
        auto une = debut_de(version);
        membre(une, "auteur", signature.auteur);
        membre(une, "ecrit_le", signature.connu_le.text());
        json += (json.empty() ? "" : ",") + une + "}";
    }
    return "{\"versions\":[" + json + "]}";
}

}  // namespace grappe::dui
