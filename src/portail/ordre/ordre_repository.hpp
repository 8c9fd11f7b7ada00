// Rows of payment orders, of their lines, of their files and of who took them.
#pragma once

#include <string_view>

#include "portail/ordre/ordre.hpp"
#include "storage/reader.hpp"

namespace grappe::ordre {

// Of a desk, the first validated first; `guichet` empty: of every desk.
std::vector<Candidat> candidats(storage::Reader& db, std::string_view guichet);

// What a list shows of an order.
struct Resume {
    std::string id, guichet;
    int numero;
    core::Instant emis_le;
    std::int64_t lignes, executees, rejetees;
    Money total;

    std::int64_t attendent() const { return lignes - executees - rejetees; }
};
inline constexpr std::size_t ordres_listes = 200;
// The last ones first, `ordres_listes` at most; `guichet` empty: of every desk.
std::vector<Resume> lister(storage::Reader& db, std::string_view guichet);

std::optional<Ordre> trouver(storage::Reader& db, std::string_view id);
int dernier_numero(storage::Reader& db, std::string_view guichet);  // 0: none

void ajouter(storage::Writer& db, const Ordre& ordre);
struct LigneAEcrire {
    std::string_view ordre;
    int rang;
    std::string_view versement;
    int coordonnees;  // rank of the account
};
void ajouter(storage::Writer& db, const LigneAEcrire& ligne);

struct FichierScelle {
    Fichier fichier;
    std::string scelle;
};
void ajouter(storage::Writer& db, std::string_view ordre, const FichierScelle& fichier);
std::optional<FichierScelle> fichier_de(storage::Reader& db, std::string_view ordre, Format format);
void ajouter(storage::Writer& db, const Ordre& ordre, const Remise& remise);

}  // namespace grappe::ordre
