// Attachments of usage reports.
#include "portail/reception/usages_rendus.hpp"

namespace grappe::reception {
namespace {

http::Response attacher(std::string octets, std::string_view type, const std::string& nom) {
    return {.content_type = type,
            .body = std::move(octets),
            .fields = {{"Content-Disposition", "attachment; filename=\"" + nom + "\""}}};
}

}  // namespace

http::Response en_fichier(usages::Fichier fichier) {
    const bool signe = fichier.nature == usages::Nature::signe;
    return attacher(
        std::move(fichier.octets), "application/octet-stream",
        "rapport-d-usage-" + std::to_string(fichier.numero) + (signe ? ".json" : ".csv"));
}

http::Response en_tirage(std::string octets) {
    return attacher(std::move(octets), "application/json", "tirage.json");
}

}  // namespace grappe::reception
