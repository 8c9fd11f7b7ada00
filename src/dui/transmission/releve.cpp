// Read in the order of recording, kept once an element, sorted by risk.
#include "dui/transmission/releve.hpp"

#include <algorithm>
#include <tuple>

#include "dui/element/droits.hpp"
#include "dui/transmission/releve_repository.hpp"

namespace grappe::transmission {
namespace {

Risque risque_de(const Transmission& dit, const element::Version& version) {
    const bool retiree = version.element.etat == element::Etat::retire;
    if (dit.urgence == Urgence::urgente && !retiree) return Risque::urgente;
    if (retiree || version.version > 1) return Risque::reprise;
    return attend_un_resultat(dit) ? Risque::en_attente : Risque::ordinaire;
}

// Each element once, with its last version of the interval.
struct Touchee {
    element::Version version;
    bool nouvelle;
};
std::map<std::string, Touchee> touchees(storage::Reader& db, const Releve& bornes,
                                        const Voulue& voulue) {
    std::map<std::string, Touchee> toutes;
    const element::Depuis bornees{voulue.finess_et, bornes.apres, bornes.jusqu_a};
    element::depuis(db, bornees, [&](element::Version&& une) {
        if (une.element.genre != element::Genre::transmission) return;
        if (!voulue.concerne(une.element.personne)) return;
        const auto ou = toutes.find(une.element.id);
        if (ou != toutes.end()) {
            ou->second.version = std::move(une);
            return;
        }
        auto id = une.element.id;
        const bool nouvelle = une.version == 1;
        toutes.emplace(std::move(id), Touchee{std::move(une), nouvelle});
    });
    return toutes;
}

}  // namespace

Releve relever(storage::Reader& db, const acces::Professionnel& qui, const Voulue& voulue) {
    Releve releve{.apres = voulue.apres,
                  .jusqu_a = element::dernier_numero(db),
                  .lignes = {},
                  .par_personne = {}};
    for (auto& [id, touchee] : touchees(db, releve, voulue)) {
        if (!lit(qui, touchee.version.element)) {
            ++releve.tues;
            continue;
        }
        auto dit = lue(touchee.version.element.contenu);
        ++releve.par_personne[touchee.version.element.personne];
        const auto risque = risque_de(dit, touchee.version);
        releve.lignes.push_back(
            {risque, std::move(touchee.version), std::move(dit), touchee.nouvelle});
    }
    std::ranges::sort(releve.lignes, {}, [](const Ligne& ligne) {
        return std::tuple{ligne.risque, ligne.version.element.debut, ligne.version.numero};
    });
    return releve;
}

std::int64_t debut_sans_prise(storage::Reader& db, magasin::Moment maintenant) {
    const magasin::Moment veille{maintenant.temps() - std::chrono::hours{24}};
    return dernier_numero_de_l_acte(db, magasin::enregistrement_au(db, veille).numero);
}

core::Result<void> prendre(storage::Writer& db, const std::string& compte, const Equipe& equipe,
                           const Prise& prise) {
    const auto avant = derniere_prise(db, compte, equipe);
    if (prise.numero > element::dernier_numero(db) || (avant && prise.numero < avant->numero))
        return core::refuse(core::Reason::invalid, "releve.numero");
    ajouter_prise(db, compte, equipe, prise);
    return {};
}

}  // namespace grappe::transmission
