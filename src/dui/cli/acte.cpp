// Search of an act of recording by its moment.
#include "dui/cli/acte.hpp"

namespace grappe::dui {

magasin::Enregistrement acte_au(storage::Reader& db, magasin::Moment connu_le) {
    magasin::Enregistrement dernier;
    for (const auto& un : magasin::enregistrements(db))
        if (un.connu_le <= connu_le) dernier = un;
    return dernier;
}

}  // namespace grappe::dui
