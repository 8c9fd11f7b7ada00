// Every version, former ones too: their files are still given back.
#include "dui/document/documents_repository.hpp"

#include "dui/document/document.hpp"

namespace grappe::document {
namespace {

constexpr storage::Statement lire_contenus{"document.contenus",
                                           "SELECT contenu FROM element WHERE genre = 'document'"};

}  // namespace

std::set<std::string> fichiers_nommes(storage::Reader& db) {
    std::set<std::string> nommes;
    db.each(lire_contenus, [&](const storage::Row& ligne) {
        nommes.insert(lu(ligne.get<std::string>("contenu")).fichier.sha256);
    });
    return nommes;
}

}  // namespace grappe::document
