// One file, checked or given back.
#include "portail/reception/fichier_recu.hpp"

#include <cerrno>
#include <filesystem>

#include "core/texte.hpp"
#include "fichiers/racine.hpp"
#include "storage/no_room.hpp"

namespace grappe::reception {
namespace {

bool est_plein(const std::error_code& faute) {
    return faute == std::errc::no_space_on_device || faute == std::errc::file_too_large ||
           faute == std::error_code{EDQUOT, std::generic_category()};
}

}  // namespace

core::Result<pieces::Format> verifier(const Fichiers& fichiers, pieces::Entrant& fichier,
                                      std::string_view nom) {
    if (fichier.taille() > teleservice::piece_max)
        return core::refuse(core::Reason::too_large, "piece.taille");
    const auto format = pieces::format_du_nom(nom);
    if (!format) return format;
    if (fichier.taille() == 0) return core::refuse(core::Reason::invalid, "piece.vide");
    fichier.finir();
    if (fichier.a_echoue()) throw storage::NoRoom{"a file cannot be written"};
    if (const auto vu = pieces::verifier_contenu(fichier.chemin(), *format); !vu) return vu.error();
    if (!fichiers.antivirus) return format;
    const auto sain = fichiers.antivirus->examiner(fichier.chemin());
    return sain ? format : core::Result<pieces::Format>{sain.error()};
}

void ranger(const Fichiers& fichiers, pieces::Entrant& fichier) try {
    fichiers.magasin.ranger(fichier);
} catch (const std::filesystem::filesystem_error& faute) {
    if (est_plein(faute.code())) throw storage::NoRoom{faute.what()};
    throw;
}

http::Response en_piece_jointe(const Fichiers& fichiers, const FichierGarde& garde) {
    auto octets =
        fichiers::lire_fichier(fichiers.magasin.chemin(garde.sha256), teleservice::piece_max);
    if (!octets) throw storage::Failure{"a kept file is gone: " + std::string{garde.sha256}};
    // Characters that need no quotes stay; the others as RFC 5987 writes them.
    return {.content_type = pieces::type_mime(garde.format),
            .body = *std::move(octets),
            .fields = {{"Content-Disposition",
                        "attachment; filename*=UTF-8''" + core::percent_encoded(garde.nom)},
                       {"Content-Security-Policy", "sandbox"}}};
}

}  // namespace grappe::reception
