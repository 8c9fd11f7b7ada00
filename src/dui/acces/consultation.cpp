// The lines of what was read.
#include "dui/acces/consultation.hpp"

#include "audit/journal.hpp"

namespace grappe::acces {
namespace {

audit::Fait lecture_de(const Lecteur& lecteur, const std::string& personne) {
    return {
        .acteur = lecteur.compte, .acte = "dossier_usager.lire", .objet = "personne:" + personne};
}

}  // namespace

void consigner_un_dossier(storage::Base& base, const Lecteur& lecteur,
                          const std::string& personne) {
    audit::noter_seul(base, lecture_de(lecteur, personne), lecteur.le);
}

void consigner_des_dossiers(storage::Base& base, const Lecteur& lecteur,
                            const std::set<std::string>& personnes) {
    if (personnes.empty()) return;
    (void)base.write([&](storage::Writer& db) -> core::Result<void> {
        for (const auto& une : personnes) audit::noter(db, lecture_de(lecteur, une), lecteur.le);
        return {};
    });
}

void consigner_une_recherche(storage::Base& base, const Lecteur& lecteur, std::size_t personnes) {
    audit::noter_seul(base,
                      {.acteur = lecteur.compte,
                       .acte = "dossier_usager.chercher",
                       .objet = "annuaire",
                       .detail = std::to_string(personnes)},
                      lecteur.le);
}

void consigner_une_liste(storage::Base& base, const Lecteur& lecteur, const Liste& liste) {
    audit::noter_seul(base,
                      {.acteur = lecteur.compte,
                       .acte = "dossier_usager.lister",
                       .objet = "etablissement:" + liste.finess_et,
                       .detail = std::to_string(liste.dossiers)},
                      lecteur.le);
}

}  // namespace grappe::acces
