// Placing of each record, and the order in which one would mend them.
#include "dui/explication/explication.hpp"

#include <algorithm>
#include <tuple>

#include "core/int128.hpp"

namespace grappe::explication {
namespace {

using core::i128;
using usage::Indicateur;

bool a_une_cible(Indicateur indicateur) {
    return std::find(usage::indicateurs_a_cible.begin(), usage::indicateurs_a_cible.end(),
                     indicateur) != usage::indicateurs_a_cible.end();
}

Place place_de(std::int64_t apport, bool au_denominateur) {
    if (apport > 0) return Place::compte;
    return au_denominateur ? Place::manque : Place::hors;
}

DossierExplique expliquer(const DossierJuge& juge, Indicateur indicateur,
                          const indicateur::Lecture& lecture) {
    DossierExplique un{.juge = &juge,
                       .place = Place::hors,
                       .apport = juge.apport(indicateur, lecture.denominateur),
                       .hors_denominateur = std::nullopt,
                       .obstacles = {},
                       .gestes = {}};
    if (!a_une_cible(indicateur)) {
        un.place = place_de(un.apport, false);
        return un;
    }
    un.hors_denominateur =
        usage::hors_denominateur(juge.evaluation, indicateur, lecture.denominateur);
    un.place = place_de(un.apport, !un.hors_denominateur);
    // Messages that name nobody are no record that one could mend.
    if (un.place == Place::compte || juge.lu->personne.empty()) return un;
    un.obstacles = obstacles(juge.lu->faits, lecture.fenetre, indicateur, lecture.denominateur);
    un.gestes = gestes_contre(un.obstacles).value_or(std::vector<Geste>{});
    return un;
}

// Those that one act would mend, by what that act brings elsewhere (for an update) or by how near
// they are (a project on pause before none); persons still there before those who left.
auto rang(const DossierExplique& un, Indicateur indicateur, const indicateur::Lecture& lecture) {
    const auto ailleurs = un.place == Place::manque ? gestes_restants(*un.juge, lecture) : 0;
    const auto motif = un.obstacles.empty() ? 0 : static_cast<int>(un.obstacles.back().motif());
    const bool d_abord_ailleurs = indicateur == Indicateur::dossiers_actifs;
    return std::tuple{un.place,
                      un.gestes.empty(),
                      d_abord_ailleurs ? ailleurs : motif,
                      d_abord_ailleurs ? motif : ailleurs,
                      !un.juge->est_present(),
                      std::string_view{un.juge->lu->personne}};
}

void ranger(std::vector<DossierExplique>& dossiers, Indicateur indicateur,
            const indicateur::Lecture& lecture) {
    using Rang = decltype(rang(dossiers.front(), indicateur, lecture));
    std::vector<std::pair<Rang, std::size_t>> rangs;
    for (std::size_t n = 0; n < dossiers.size(); ++n)
        rangs.emplace_back(rang(dossiers[n], indicateur, lecture), n);
    std::sort(rangs.begin(), rangs.end());
    std::vector<DossierExplique> ranges;
    for (const auto& un : rangs) ranges.push_back(std::move(dossiers[un.second]));
    dossiers = std::move(ranges);
}

std::int64_t depuis_le_debut(const usage::Compteurs& compteurs, Indicateur indicateur) {
    using enum usage::Compteur;
    if (indicateur == Indicateur::eprescription) return compteurs[eprescription_depuis_le_debut];
    if (indicateur == Indicateur::eparcours) return compteurs[eparcours_depuis_le_debut];
    return 0;
}

usage::Mesure mesure_de(const usage::Compteurs& compteurs, Indicateur indicateur,
                        usage::Denominateur lecture) {
    if (indicateur == Indicateur::eprescription)
        return {compteurs[usage::Compteur::eprescription], 0};
    if (indicateur == Indicateur::eparcours) return {compteurs[usage::Compteur::eparcours], 0};
    return usage::mesure(compteurs, indicateur, lecture);
}

}  // namespace

std::int64_t manquants(const usage::Mesure& mesure, int cible) {
    const auto manque = i128{cible} * mesure.denominateur - i128{100} * mesure.numerateur;
    return manque <= 0 ? 0 : static_cast<std::int64_t>((manque + 99) / 100);
}

std::int64_t gestes_restants(const DossierJuge& juge, const indicateur::Lecture& lecture) {
    const auto& faits = juge.lu->faits;
    const auto pour = [&](Indicateur indicateur) {
        return obstacles(faits, lecture.fenetre, indicateur, lecture.denominateur).size();
    };
    const auto actif = pour(Indicateur::dossiers_actifs);
    return static_cast<std::int64_t>(pour(Indicateur::projet_personnalise) +
                                     pour(Indicateur::evenement_agenda) - actif);
}

std::optional<std::int64_t> Explication::manquants() const {
    if (!cible || !mesure.mesurable()) return std::nullopt;
    return explication::manquants(mesure, *cible);
}

std::int64_t Explication::possibles() const {
    if (indicateur == Indicateur::mssante) return manquants().value_or(0);
    return std::count_if(dossiers.begin(), dossiers.end(), [](const DossierExplique& un) {
        return un.place == Place::manque && !un.gestes.empty();
    });
}

Explication expliquer(const Etude& etude, Indicateur indicateur) {
    const auto& lecture = etude.lecture;
    Explication une{.indicateur = indicateur,
                    .mesure = mesure_de(etude.compteurs, indicateur, lecture.denominateur),
                    .cible = lecture.parametres.cible(indicateur),
                    .depuis_le_debut = depuis_le_debut(etude.compteurs, indicateur),
                    .lectures = {},
                    .dossiers = {}};
    for (const auto& nomme : names(usage::Denominateur{}))
        une.lectures[static_cast<std::size_t>(nomme.value)] =
            mesure_de(etude.compteurs, indicateur, nomme.value);
    for (const auto& juge : etude.dossiers)
        une.dossiers.push_back(expliquer(juge, indicateur, lecture));
    ranger(une.dossiers, indicateur, lecture);
    return une;
}

}  // namespace grappe::explication
