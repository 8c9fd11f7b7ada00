// Writing of elements.
#include "dui/api/elements_json.hpp"

#include "core/json_text.hpp"
#include "dui/lecture/contenu.hpp"

namespace grappe::dui {
namespace {

void membre(std::string& json, std::string_view nom, std::string_view texte) {
    json.append(json.empty() ? "{\"" : ",\"").append(nom).append("\":");
    core::append_json(json, texte);
}

void ou_rien(std::string& json, std::string_view nom, std::string_view texte) {
    if (!texte.empty()) return membre(json, nom, texte);
    json.append(",\"").append(nom).append("\":null");
}

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
    json += ",\"version\":" + std::to_string(une.version);
    json += ",\"numero\":" + std::to_string(une.numero);
    membre(json, "classe", core::name_of(un.classe));
    membre(json, "finess_et", un.finess_et.text());
    membre(json, "personne", un.personne);
    ou_rien(json, "lie_a", un.lie_a);
    membre(json, "debut", un.debut.utc_text());
    ou_rien(json, "fin", un.fin ? un.fin->utc_text() : "");
    membre(json, "etat", core::name_of(un.etat));
    return json + ",\"contenu\":" + contenu_de(un);
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
