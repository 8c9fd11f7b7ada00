// Files first, rows after: a row never names a file that is not whole.
#include "dui/document/coffret.hpp"

#include <filesystem>
#include <set>

#include "dui/document/documents_repository.hpp"
#include "fichiers/racine.hpp"
#include "portail/pieces/formats.hpp"
#include "portail/pieces/outil.hpp"
#include "storage/no_room.hpp"

namespace grappe::document {
namespace {

constexpr const char* pages_lues = "40";  // of a PDF

// Empty: it holds none, or the tool is not installed.
std::string texte_du_pdf(const std::string& chemin) {
    return pieces::sortie_de({"pdftotext", "-l", pages_lues, "-enc", "UTF-8", "-q", "-", "-"},
                             pieces::lecture_de(chemin))
        .value_or("");
}

core::Result<pieces::Format> verifier(const Coffret& coffret, pieces::Entrant& entrant,
                                      std::string_view nom) {
    const auto format = pieces::format_du_nom(nom);
    if (!format) return format;
    entrant.finir();
    if (entrant.a_echoue()) throw storage::NoRoom{"a file cannot be written"};
    if (const auto vu = pieces::verifier_contenu(entrant.chemin(), *format); !vu) return vu.error();
    if (!coffret.antivirus) return format;
    const auto sain = coffret.antivirus->examiner(entrant.chemin());
    return sain ? format : core::Result<pieces::Format>{sain.error()};
}

}  // namespace

core::Result<Coffret> ouvrir_le_coffret(const std::string& dossier, storage::Reader& db) {
    auto magasin = pieces::Magasin::ouvrir(dossier);
    if (!magasin) return magasin.error();
    const auto nommes = fichiers_nommes(db);
    (*magasin)->faire_le_menage([&](const std::string& sha256) { return nommes.contains(sha256); });
    return Coffret{.magasin = *std::move(magasin)};
}

core::Result<Recu> recevoir(const Coffret& coffret, std::string_view nom, std::string_view octets) {
    if (octets.empty()) return core::refuse(core::Reason::invalid, "piece.vide");
    if (octets.size() > fichier_au_plus)
        return core::refuse(core::Reason::too_large, "document.taille");
    auto montre = pieces::lire_nom_de_fichier(nom);
    if (!montre) return montre.error();
    auto entrant = coffret.magasin->recevoir();
    entrant->prendre(octets);
    const auto format = verifier(coffret, *entrant, nom);
    if (!format) return format.error();
    const auto texte =
        *format == pieces::Format::pdf ? texte_du_pdf(entrant->chemin()) : std::string{};
    auto mots = mots_de(texte);
    const auto cherche = mots.empty() ? Recherche::titre : Recherche::texte;
    return Recu{.document = {.fiche = {.type = {},
                                       .titre = {},
                                       .date = core::Date::parse("1000-01-01").value()},
                             .fichier = {.nom = *std::move(montre),
                                         .format = std::string{core::name_of(*format)},
                                         .sha256 = entrant->sha256(),
                                         .taille = static_cast<std::int64_t>(octets.size())},
                             .recherche = cherche,
                             .mots = std::move(mots)},
                .entrant = std::move(entrant)};
}

void ranger(const Coffret& coffret, Recu& recu) try {
    coffret.magasin->ranger(*recu.entrant);
} catch (const std::filesystem::filesystem_error& faute) {
    if (faute.code() == std::errc::no_space_on_device) throw storage::NoRoom{faute.what()};
    throw;
}

std::string octets_de(const Coffret& coffret, const Fichier& fichier) {
    auto octets = fichiers::lire_fichier(coffret.magasin->chemin(fichier.sha256), fichier_au_plus);
    if (!octets) throw storage::Failure{"a kept file is gone: " + fichier.sha256};
    return *std::move(octets);
}

}  // namespace grappe::document
