// Entries of the archive, each with its line in the manifest.
#include "portail/documents/archive_dossier.hpp"

#include <fmt/format.h>

#include <set>

#include "portail/documents/depot_lu.hpp"
#include "portail/documents/mots.hpp"
#include "portail/documents/recepisse_pdf.hpp"
#include "portail/export/archive_sur_disque.hpp"
#include "portail/rendu/analyse_json.hpp"
#include "portail/teleservice/recepisse.hpp"
#include "secret/empreinte.hpp"

namespace grappe::documents {
namespace {

class Colis {
public:
    explicit Colis(const std::string& chemin) : archive_{chemin} {}

    void texte(const std::string& nom, std::string octets) {
        noter(secret::empreinte(octets), nom);
        archive_.ajouter(nom, std::move(octets));
    }

    void piece(const teleservice::Piece& piece, const std::string& chemin) {
        const auto nom = libre(fmt::format("pieces/{}/", piece.type), piece.nom);
        noter(piece.sha256, nom);
        archive_.ajouter_fichier(nom, chemin);
    }

    void finir() {
        archive_.ajouter(manifeste, lignes_);
        archive_.finir();
    }

private:
    void noter(const std::string& sha256, const std::string& nom) {
        lignes_ += fmt::format("{}  {}\n", sha256, nom);
    }

    // Two pieces of one type may have one name; sha256sum writes a backslash another way.
    std::string libre(const std::string& dossier, std::string nom) {
        for (auto& c : nom)
            if (c == '\\' || c == '/') c = '_';
        const auto point = nom.rfind('.');
        for (int rang = 1;; ++rang) {
            const auto essai =
                rang == 1 ? nom
                          : fmt::format("{}-{}{}", nom.substr(0, point), rang,
                                        point == std::string::npos ? "" : nom.substr(point));
            if (pris_.insert(dossier + essai).second) return dossier + essai;
        }
    }

    exportation::ArchiveSurDisque archive_;
    std::string lignes_;
    std::set<std::string> pris_;
};

}  // namespace

void archiver(storage::Reader& db, const teleservice::Vue& vue, const MoyensDeFabrication& moyens,
              const std::string& chemin) {
    const auto& phrases = moyens.regles.phrases;
    Colis colis{chemin};
    colis.texte("contenu.json", vue.etat.contenu);
    colis.texte("dossier.pdf", dossier_en_pdf(db, vue, moyens));
    if (vue.etat.jugement.verifie)
        colis.texte("analyse.json", rendu::analyse_json(vue.etat.jugement.verifie->sujet(phrases)));
    if (vue.depot) {
        const auto lu = avec_ses_pieces(db, *vue.depot);
        colis.texte("recepisse.json", lu.depot.recepisse);
        colis.texte("recepisse.pdf", recepisse_en_pdf({.depot = lu.depot,
                                                       .pieces = lu.pieces,
                                                       .adresse_publique = moyens.adresse_publique},
                                                      phrases));
    }
    for (const auto& piece : vue.etat.pieces)
        colis.piece(piece, moyens.magasin.chemin(piece.sha256));
    colis.finir();
}

}  // namespace grappe::documents
