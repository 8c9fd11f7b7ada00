// One pass over the records of the establishments, all the days of a record at once.
#include "dui/explication/serie.hpp"

#include <algorithm>

namespace grappe::explication {

core::Date dernier_jour_vecu(core::Date mesuree, core::Instant maintenant) {
    return std::min(mesuree, core::paris().day_of(maintenant));
}

std::vector<usage::Fenetre> fenetres_jusqu_a(core::Date jour, const usage::RegleDUsage& regle) {
    std::vector<usage::Fenetre> fenetres;
    for (int semaines = points_de_la_serie - 1; semaines >= 0; --semaines) {
        const auto mesuree = jour.plus_days(-7 * semaines);
        fenetres.push_back(usage::fenetre_de(mesuree, regle.au(mesuree).fenetre_en_mois));
    }
    return fenetres;
}

std::vector<Releve> serie(const colonnes::Colonnes& tout, std::span<const std::string> finess,
                          const std::vector<usage::Fenetre>& fenetres, indicateur::Acte connu) {
    std::vector<indicateur::Bornes> bornes(fenetres.begin(), fenetres.end());
    std::vector<Releve> releves;
    for (const auto& fenetre : fenetres) releves.push_back({fenetre.fin, {}});
    colonnes::RangeesParType fondues;
    for (const auto& etablissement : tout.etablissements()) {
        if (etablissement.connu > connu ||
            std::find(finess.begin(), finess.end(), etablissement.numero()) == finess.end())
            continue;
        for (auto d = etablissement.premier; d < etablissement.premier + etablissement.dossiers;
             ++d) {
            const auto plages = tout.plages(d, fondues);
            for (std::size_t n = 0; n < bornes.size(); ++n)
                releves[n].compteurs += indicateur::compter(plages, bornes[n], connu);
        }
    }
    return releves;
}

std::vector<Point> points(const std::vector<Releve>& releves, usage::Indicateur indicateur,
                          usage::Denominateur lecture) {
    std::vector<Point> tous;
    for (const auto& releve : releves)
        tous.push_back({releve.jour, usage::mesure(releve.compteurs, indicateur, lecture)});
    return tous;
}

}  // namespace grappe::explication
