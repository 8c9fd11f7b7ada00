// Read in the order of recording, kept once an element, sorted by risk.
#include "dui/transmission/releve.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

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
std::vector<Touchee> touchees(storage::Reader& db, const Releve& bornes, const Voulue& voulue) {
    std::vector<Touchee> toutes;
    std::unordered_map<std::string, std::size_t> rangs;  // by id
    const element::Depuis bornees{voulue.finess_et, bornes.apres, bornes.jusqu_a};
    element::depuis(db, bornees, [&](element::Version&& une) {
        if (une.element.genre != element::Genre::transmission) return;
        if (!voulue.concerne(une.element.personne)) return;
        const auto [ou, premiere] = rangs.try_emplace(une.element.id, toutes.size());
        if (!premiere) {
            toutes[ou->second].version = std::move(une);
            return;
        }
        const bool nouvelle = une.version == 1;
        toutes.push_back({std::move(une), nouvelle});
    });
    return toutes;
}

// Lines are large: their places are sorted, then each moves once.
std::vector<Ligne> par_risque(std::vector<Ligne> lignes) {
    std::vector<std::size_t> places(lignes.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::sort(places, {}, [&](std::size_t place) {
        const auto& ligne = lignes[place];
        return std::tuple{ligne.risque, ligne.version.element.debut, ligne.version.numero};
    });
    std::vector<Ligne> rangees;
    rangees.reserve(lignes.size());
    for (const auto place : places) rangees.push_back(std::move(lignes[place]));
    return rangees;
}

}  // namespace

Releve relever(storage::Reader& db, const acces::Professionnel& qui, const Voulue& voulue) {
    Releve releve{.apres = voulue.apres,
                  .jusqu_a = element::dernier_numero(db),
                  .lignes = {},
                  .par_personne = {}};
    for (auto& touchee : touchees(db, releve, voulue)) {
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
    releve.lignes = par_risque(std::move(releve.lignes));
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
