// The clock of an examination, and what many of them tell.
#include "portail/instruction/delais.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include "portail/instruction/delai_repository.hpp"
#include "portail/teleservice/dossier_repository.hpp"

namespace grappe::instruction {
namespace {

using std::chrono::seconds;
using teleservice::Acte, teleservice::Statut;

bool court(Statut statut) { return statut == Statut::depose || statut == Statut::en_instruction; }

bool est_decide(Statut statut) {
    switch (statut) {
        case Statut::brouillon:
        case Statut::depose:
        case Statut::en_instruction:
        case Statut::pieces_demandees:
        case Statut::retire:
            return false;
        default:
            return true;
    }
}

class Horloge {
public:
    void passer(const teleservice::Passage& passage) {
        if (passage.acte == Acte::deposer) comptees_ = seconds{0}, depuis_.reset();
        arreter(passage.fait_le);
        if (court(passage.apres)) depuis_ = passage.fait_le;
    }
    int jours(core::Instant maintenant) const {
        const auto en_cours = depuis_ ? ecart(*depuis_, maintenant) : seconds{0};
        return static_cast<int>((comptees_ + en_cours) / seconds{86400});
    }

private:
    static seconds ecart(core::Instant de, core::Instant a) {
        return std::max(seconds{0}, std::chrono::duration_cast<seconds>(a.utc() - de.utc()));
    }
    void arreter(core::Instant quand) {
        if (depuis_) comptees_ += ecart(*depuis_, quand);
        depuis_.reset();
    }

    seconds comptees_{0};
    std::optional<core::Instant> depuis_;  // empty: the clock is stopped
};

Horloge horloge_de(const Passages& passages) {
    Horloge horloge;
    for (const auto& passage : passages) horloge.passer(passage);
    return horloge;
}

// The nearest rank: at least `part` of ten examinations took so many whole days or fewer.
int rang(const Effectifs& effectifs, int nombre, int part) {
    int reste = (nombre * part + 9) / 10;
    for (const auto& [jours, combien] : effectifs) {
        reste -= combien;
        if (reste <= 0) return jours;
    }
    return effectifs.rbegin()->first;
}

// The smallest of usual widths that makes few enough bars.
int largeur_pour(int plus_long) {
    constexpr std::array usuelles{1, 2, 5, 7, 14, 28, 56};
    for (const int largeur : usuelles)
        if (plus_long / largeur < tranches_max) return largeur;
    return plus_long / tranches_max + 1;
}

std::vector<Intervalle> tranches(const Effectifs& effectifs) {
    const int largeur = largeur_pour(effectifs.rbegin()->first);
    std::vector<Intervalle> toutes;
    for (int de = 0; de <= effectifs.rbegin()->first; de += largeur)
        toutes.push_back({de, de + largeur, 0});
    for (const auto& [jours, combien] : effectifs)
        toutes[static_cast<std::size_t>(jours / largeur)].nombre += combien;
    return toutes;
}

}  // namespace

int jours_comptes(const Passages& passages, core::Instant maintenant) {
    return horloge_de(passages).jours(maintenant);
}

std::optional<int> jours_d_examen(const Passages& passages) {
    if (passages.empty() || !est_decide(passages.back().apres)) return std::nullopt;
    return horloge_de(passages).jours(passages.back().fait_le);
}

std::optional<Distribution> distribution(const Effectifs& effectifs) {
    int nombre = 0;
    for (const auto& [jours, combien] : effectifs) nombre += combien;
    if (nombre < examens_min) return std::nullopt;
    return Distribution{.nombre = nombre,
                        .moitie = rang(effectifs, nombre, 5) + 1,
                        .neuf_sur_dix = rang(effectifs, nombre, 9) + 1,
                        .tranches = tranches(effectifs)};
}

std::optional<Distribution> delais(storage::Reader& db, std::string_view appel,
                                   std::string_view guichet) {
    return distribution(effectifs(db, appel, guichet));
}

std::map<std::string, Distribution> delais_du_guichet(storage::Reader& db,
                                                      std::string_view guichet) {
    std::map<std::string, Distribution> dits;
    for (const auto& [appel, effectifs] : effectifs_du_guichet(db, guichet))
        if (auto une = distribution(effectifs)) dits.emplace(appel, *std::move(une));
    return dits;
}

void tenir_le_delai(storage::Writer& db, const teleservice::Dossier& dossier) {
    const auto passages = teleservice::passages(db, dossier.id);
    const auto jours = jours_d_examen(passages);
    if (jours)
        garder_le_delai(db, dossier, *jours, passages.back().fait_le);
    else
        oter_le_delai(db, dossier.id);
}

int completer_les_delais(storage::Base& base) {
    const auto manquants = base.read([](storage::Reader& db) { return delais_manquants(db); });
    for (const auto& id : manquants)
        (void)base.write([&](storage::Writer& db) -> core::Result<void> {
            if (const auto dossier = teleservice::trouver(db, id)) tenir_le_delai(db, *dossier);
            return {};
        });
    return static_cast<int>(manquants.size());
}

}  // namespace grappe::instruction
