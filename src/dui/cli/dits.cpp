// Sentences as lines and as JSON.
#include "dui/cli/dits.hpp"

#include "core/json_text.hpp"

namespace grappe::dui {

std::vector<std::string> phrases_de(const cli::Session& session,
                                    const std::vector<evaluation::Dit>& dits) {
    std::vector<std::string> phrases;
    for (const auto& un : dits) phrases.push_back(session.phrases.rendre(un.code, un.faits));
    return phrases;
}

std::string en_lignes(const std::vector<std::string>& phrases) {
    std::string texte;
    for (const auto& une : phrases) texte += une + "\n";
    return texte;
}

std::string liste_json(const std::vector<std::string>& textes) {
    std::string json = "[";
    for (const auto& un : textes) {
        if (json.size() > 1) json += ',';
        core::append_json(json, un);
    }
    return json + "]";
}

}  // namespace grappe::dui
