// Entries of the archive, each with its line in the manifest.
#include "portail/documents/archive_dossier.hpp"

#include <fmt/format.h>

#include <set>

#include "portail/documents/depot_lu.hpp"
#include "portail/documents/mots.hpp"
#include "portail/documents/recepisse_pdf.hpp"
#include "portail/export/archive_sur_disque.hpp"
#include "portail/rendu/analyse_json.hpp"
#include "portail/rendu/ecrivain_json.hpp"
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

    // A file of the magasin, under a name that is free in its folder, which it answers.
    struct Fichier {
        std::string dossier, nom, sha256;
    };
    std::string fichier(const Fichier& fichier, const pieces::Magasin& magasin) {
        auto nom = libre(fichier.dossier, fichier.nom);
        noter(fichier.sha256, nom);
        archive_.ajouter_fichier(nom, magasin.chemin(fichier.sha256));
        return nom;
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

// The thread, each message with its files beside it. Who wrote for a desk is not told.
void ajouter_les_messages(Colis& colis, const std::vector<messagerie::Message>& messages,
                          const pieces::Magasin& magasin) {
    if (messages.empty()) return;
    std::string texte;
    rendu::EcrivainJson json{texte};
    json.ouvrir_liste();
    for (const auto& message : messages) {
        json.ouvrir_objet();
        json.membre("numero", message.numero);
        json.membre("ecrit_le", message.ecrit_le.utc_text());
        json.membre("cote", core::name_of(message.cote));
        json.membre("guichet", message.guichet);
        json.membre("texte", message.texte);
        json.cle("fichiers");
        json.ouvrir_liste();
        for (const auto& fichier : message.fichiers) {
            json.ouvrir_objet();
            json.membre("nom", fichier.nom);
            json.membre("sha256", fichier.sha256);
            json.membre("chemin",
                        colis.fichier({.dossier = fmt::format("messages/{}/", message.numero),
                                       .nom = fichier.nom,
                                       .sha256 = fichier.sha256},
                                      magasin));
            json.fermer_objet();
        }
        json.fermer_liste();
        json.fermer_objet();
    }
    json.fermer_liste();
    colis.texte("messages.json", std::move(texte));
}

}  // namespace

std::vector<PapierJoint> papiers_joints(std::vector<convention::PapierLu> papiers) {
    std::vector<PapierJoint> joints;
    for (auto& un : papiers)
        joints.push_back({std::move(un.nom), std::move(un.papier.fichier.sha256)});
    return joints;
}

void archiver(storage::Reader& db, const DossierEntier& entier, const MoyensDeFabrication& moyens,
              const std::string& chemin) {
    const auto& vue = entier.vue;
    const auto& phrases = moyens.regles.phrases;
    Colis colis{chemin};
    colis.texte("contenu.json", vue.etat.contenu.texte());
    colis.texte("dossier.pdf", dossier_en_pdf(db, entier, moyens));
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
        colis.fichier({.dossier = fmt::format("pieces/{}/", piece.type),
                       .nom = piece.nom,
                       .sha256 = piece.sha256},
                      moyens.magasin);
    for (const auto& papier : entier.papiers)
        colis.fichier({.dossier = "convention/", .nom = papier.nom, .sha256 = papier.sha256},
                      moyens.magasin);
    ajouter_les_messages(colis, entier.messages, moyens.magasin);
    colis.finir();
}

}  // namespace grappe::documents
