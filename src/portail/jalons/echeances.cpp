// Open terms as events.
#include "portail/jalons/echeances.hpp"

#include <map>

#include "access/matrice.hpp"
#include "identity/compte.hpp"
#include "portail/jalons/jalons_repository.hpp"

namespace grappe::jalons {
namespace {

using access::Permission;
using teleservice::Evenement;

struct Contexte {
    const Lu& lu;
    const Moyens& moyens;
};

Evenement evenement(const Contexte& contexte, const Jalon& jalon, std::int64_t essms) {
    const auto& [lu, moyens] = contexte;
    const auto& phrases = moyens.regles.phrases;
    const std::string genre{core::name_of(jalon.genre)};
    const std::string nature{core::name_of(jalon.nature)};
    const rules::Faits faits{{"jalon", phrases.rendre("jalons.nom." + genre, {})},
                             {"nature", phrases.rendre("jalons.nature." + nature, {})},
                             {"porteur", lu.porteur},
                             {"essms", essms}};
    const auto& convention = lu.sujet.convention.id;
    return {
        .uid = "jalon-" + convention + "-" + genre + "-" + jalon.terme->text(),
        .le = lu.accord.appel.fuseau.start_of(*jalon.terme),
        .titre = phrases.rendre(essms > 0 ? "calendrier.jalon.essms" : "calendrier.jalon", faits),
        .texte = phrases.rendre("calendrier.jalon.texte", faits),
        .lien = moyens.adresse_publique + "/conventions/" + convention + "/jalons",
        .jour = jalon.terme};
}

void ajouter_les_deploiements(std::vector<Evenement>& tous, const Contexte& contexte) {
    std::map<core::Date, std::pair<const Jalon*, std::int64_t>> par_jour;
    for (const auto& un : contexte.lu.suivi.deploiements) {
        if (!un.ouvert() || !un.terme || !contexte.lu.voit(un)) continue;
        auto& [premier, nombre] = par_jour[*un.terme];
        premier = &un;
        ++nombre;
    }
    for (const auto& [jour, groupe] : par_jour)
        tous.push_back(evenement(contexte, *groupe.first, groupe.second));
}

void ajouter(std::vector<Evenement>& tous, const Contexte& contexte) {
    if (!contexte.lu.vivant()) return;
    if (!contexte.lu.siens)
        for (const auto& un : contexte.lu.suivi.projet)
            if (un.genre != Genre::deploiement && un.ouvert() && un.terme)
                tous.push_back(evenement(contexte, un, 0));
    ajouter_les_deploiements(tous, contexte);
}

// Its own agreements, or those of its desk.
Part part_de(const access::Acteur& acteur) {
    if (access::pourrait(acteur, Permission::convention_preparer)) return {{}, acteur.guichet()};
    return {acteur.compte, {}};
}

}  // namespace

std::vector<Evenement> echeances(storage::Reader& db, std::string_view compte, const Moyens& moyens,
                                 core::Instant maintenant) {
    const auto trouve = identity::trouver_compte(db, std::string{compte});
    if (!trouve) return {};
    const auto acteur = trouve->acteur();
    auto ids = conventions_vives(db, part_de(acteur));
    for (auto& une : conventions_du_membre(db, compte)) ids.push_back(std::move(une.id));
    std::vector<Evenement> tous;
    for (const auto& id : ids)
        if (const auto lu = lire(db, {acteur, maintenant}, id, moyens))
            ajouter(tous, {*lu, moyens});
    return tous;
}

}  // namespace grappe::jalons
