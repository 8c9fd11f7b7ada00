// Reading of the built front.
#include "web/page/actifs.hpp"

#include <array>
#include <cstdint>
#include <fmt/format.h>
#include <fstream>
#include <sstream>

namespace grappe::page {
namespace {

namespace fs = std::filesystem;

struct Type {
    std::string_view suffixe, media;
};
constexpr std::array<Type, 6> types{{{".css", "text/css; charset=utf-8"},
                                     {".js", "text/javascript; charset=utf-8"},
                                     {".svg", "image/svg+xml"},
                                     {".woff2", "font/woff2"},
                                     {".woff", "font/woff"},
                                     {".png", "image/png"}}};

std::string_view type_de(const fs::path& chemin) {
    for (const auto& type : types)
        if (chemin.extension() == type.suffixe) return type.media;
    return {};
}

std::string lire(const fs::path& chemin) {
    std::ifstream fichier{chemin, std::ios::binary};
    std::ostringstream texte;
    texte << fichier.rdbuf();
    return texte.str();
}

// FNV-1a: tells versions apart; it protects nothing.
std::uint64_t melanger(std::uint64_t empreinte, std::string_view texte) {
    for (const char c : texte) {
        empreinte ^= static_cast<unsigned char>(c);
        empreinte *= 1'099'511'628'211ULL;
    }
    return empreinte;
}

}  // namespace

core::Result<Actifs> Actifs::charger(const fs::path& dossier) {
    Actifs actifs;
    std::error_code sans_dossier;
    for (const auto& entree : fs::recursive_directory_iterator{dossier, sans_dossier}) {
        const auto type = type_de(entree.path());
        if (!entree.is_regular_file() || type.empty()) continue;
        actifs.par_chemin_.emplace(fs::relative(entree.path(), dossier).generic_string(),
                                   Actif{lire(entree.path()), type});
    }
    if (actifs.trouver("portail.css") == nullptr)
        return core::refuse(core::Reason::unavailable, "actifs.absents", dossier.string());

    auto empreinte = std::uint64_t{14'695'981'039'346'656'037ULL};
    for (const auto& [chemin, actif] : actifs.par_chemin_)
        empreinte = melanger(melanger(empreinte, chemin), actif.contenu);
    actifs.version_ = fmt::format("{:016x}", empreinte);
    return actifs;
}

const Actif* Actifs::trouver(std::string_view chemin) const {
    const auto trouve = par_chemin_.find(chemin);
    return trouve == par_chemin_.end() ? nullptr : &trouve->second;
}

}  // namespace grappe::page
