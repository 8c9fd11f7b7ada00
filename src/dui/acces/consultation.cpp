// The lines of what was read.
#include "dui/acces/consultation.hpp"

#include <algorithm>

#include "audit/journal_repository.hpp"

namespace grappe::acces {
namespace {

constexpr std::string_view acte_de_lecture = "dossier_usager.lire";
constexpr std::int64_t lignes_lues = 400;

audit::Fait lecture_de(const Lecteur& lecteur, const std::string& personne) {
    return {.acteur = lecteur.compte,
            .acte = std::string{acte_de_lecture},
            .objet = "personne:" + personne};
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

Passages passages_sur(storage::Reader& db, const std::string& personne) {
    const auto lignes = audit::dernieres_sur(db, "personne:" + personne, lignes_lues);
    Passages lus{.passages = {},
                 .plus_anciens = static_cast<std::int64_t>(lignes.size()) == lignes_lues};
    for (const auto& une : lignes) {
        const auto instant = core::Instant::parse(une.instant);
        if (!instant || une.issue != core::name_of(audit::Issue::fait)) continue;
        const auto jour = core::paris().day_of(*instant);
        auto la = std::ranges::find_if(lus.passages, [&](const Passage& un) {
            return un.compte == une.acteur && un.jour == jour;
        });
        if (la == lus.passages.end())
            la = lus.passages.insert(la, {.compte = une.acteur, .jour = jour, .dernier = *instant});
        ++(une.acte == acte_de_lecture ? la->lectures : la->ecritures);
    }
    return lus;
}

}  // namespace grappe::acces
