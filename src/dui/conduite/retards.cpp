// Two short lists read for each person present: their cost is that of who is there.
#include "dui/conduite/retards.hpp"

namespace grappe::conduite {

Retards retards_de(const Conduite& conduite, storage::Reader& db, std::string_view finess_et,
                   core::Date jour) {
    Retards retards;
    retards.secteur_inconnu = !sejour::secteur_de(db, finess_et);
    for (const auto& id : conduite.ecrans.annuaire.presentes(finess_et, jour)) {
        const auto personne = conduite.ecrans.annuaire.personne(id);
        if (!personne) continue;
        for (const auto& un : personne->sejours) {
            if (un.finess_et != finess_et || !un.present(jour)) continue;
            const auto faits = sejour::lire_les_faits(db, *personne, un, jour);
            if (!faits.sejour) {
                ++retards.a_completer;
                continue;
            }
            retards.personnes.emplace(un.id, id);
            retards.suivis.push_back(
                {un.id, echeance::calculer(*faits.sejour, conduite.regles, jour)});
        }
    }
    retards.liste = echeance::lister(retards.suivis, jours_annonces);
    return retards;
}

}  // namespace grappe::conduite
