// Names of things, and pairs read.
#include "dui/demonstration/vie.hpp"

#include "secret/empreinte.hpp"

namespace grappe::demonstration {

std::string id_fictif(const Vie& vie, const std::string& ce) {
    return secret::empreinte("vie " + vie.ici.finess_et.text() + " " + ce).substr(0, 32);
}

std::optional<std::map<std::string, std::string>> paires_de(std::string_view texte) {
    std::map<std::string, std::string> paires;
    while (!texte.empty()) {
        const auto fin = texte.find('|');
        const auto une = texte.substr(0, fin);
        const auto egal = une.find('=');
        if (egal == std::string_view::npos) return std::nullopt;
        paires.emplace(une.substr(0, egal), une.substr(egal + 1));
        texte = fin == std::string_view::npos ? std::string_view{} : texte.substr(fin + 1);
    }
    return paires;
}

}  // namespace grappe::demonstration
