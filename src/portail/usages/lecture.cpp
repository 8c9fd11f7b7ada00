// Reading of reports.
#include "portail/usages/lecture.hpp"

#include <set>

#include "access/matrice.hpp"
#include "core/ensure.hpp"

namespace grappe::usages {
namespace {

using access::Lien, access::Permission;

// False: this actor lists nothing.
bool restreindre(const access::Acteur& acteur, Critere& critere) {
    switch (access::lien(Permission::usage_lire, acteur.role)) {
        case Lien::sien:
            critere.compte = acteur.compte;
            critere.guichet.clear();
            return true;
        case Lien::guichet:
            critere.compte.clear();
            critere.guichet = acteur.guichet();
            return true;
        case Lien::depose:
        case Lien::tous:
            critere.compte.clear();
            return true;
        default:
            return false;
    }
}

}  // namespace

Liste lister(storage::Reader& db, const access::Acteur& acteur, Critere critere) {
    if (!restreindre(acteur, critere)) return {};
    Critere ensemble{.compte = critere.compte, .guichet = critere.guichet};
    return {.rapports = lister(db, critere),
            .total = compter(db, critere),
            .jours = jours_mesures(db, ensemble)};
}

RapportVu decrire(storage::Reader& db, RapportRecu rapport) {
    auto tirages = tirages_de(db, rapport.id);
    RapportVu vu{.rapport = std::move(rapport),
                 .precedents = {},
                 .remplace = {},
                 .remplacants = {},
                 .tirages = std::move(tirages)};
    std::set<std::string> dossiers;
    for (const auto& ligne : vu.rapport.lignes) dossiers.insert(ligne.dossier);
    for (const auto& dossier : dossiers)
        lire_les_precedents(db, {dossier, vu.rapport.tete.au, vu.rapport.numero}, vu.precedents);
    for (auto& voisin : memes_mesures(db, vu.rapport))
        (voisin.numero < vu.rapport.numero ? vu.remplace : vu.remplacants)
            .push_back(std::move(voisin));
    return vu;
}

core::Result<RapportVu> lire(storage::Reader& db, const Demandeur& qui, std::string_view id) {
    auto rapport = demander_le_rapport(db, qui, id, Permission::usage_lire);
    if (!rapport) return rapport.error();
    return decrire(db, *std::move(rapport));
}

core::Result<Fichier> lire_le_fichier(storage::Reader& db, const Demandeur& qui,
                                      std::string_view id) {
    const auto rapport = demander_le_rapport(db, qui, id, Permission::usage_lire);
    if (!rapport) return rapport.error();
    auto octets = octets_de(db, rapport->tete.empreinte);
    core::ensure(octets.has_value(), "a report has its bytes");
    return Fichier{*std::move(octets), rapport->tete.nature, rapport->numero};
}

}  // namespace grappe::usages
