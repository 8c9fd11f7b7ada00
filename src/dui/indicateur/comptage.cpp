// One pass over the records; in each, the rows of a window are found by halves.
#include "dui/indicateur/comptage.hpp"

#include <algorithm>
#include <thread>

namespace grappe::indicateur {
namespace {

using colonnes::Rangee;
using fait::Etat;
using fait::Type;
using usage::Compteur;
using Rangees = std::span<const Rangee>;

constexpr std::size_t rang(Type type) { return static_cast<std::size_t>(type); }

// The first row is looked at first: where a window holds all of a record, halves would touch a
// dozen rows that are not in the cache.
Rangees depuis(Rangees rangees, std::int64_t repere, std::int64_t Rangee::*cle) {
    if (rangees.empty() || rangees.front().*cle >= repere) return rangees;
    const auto ou = std::lower_bound(
        rangees.begin(), rangees.end(), repere,
        [cle](const Rangee& rangee, std::int64_t voulu) { return rangee.*cle < voulu; });
    return rangees.subspan(static_cast<std::size_t>(ou - rangees.begin()));
}

// Rows of instants within the window: sorted by their beginning.
template <class Juger>
bool une_dans(Rangees rangees, const Bornes& bornes, Juger juger) {
    for (const auto& rangee : depuis(rangees, bornes.ouvre, &Rangee::debut)) {
        if (rangee.debut >= bornes.ferme) return false;
        if (juger(rangee)) return true;
    }
    return false;
}

template <class Juger>
std::int64_t combien_dans(Rangees rangees, const Bornes& bornes, Juger juger) {
    std::int64_t combien = 0;
    for (const auto& rangee : depuis(rangees, bornes.ouvre, &Rangee::debut)) {
        if (rangee.debut >= bornes.ferme) break;
        combien += juger(rangee) ? 1 : 0;
    }
    return combien;
}

struct Presence {
    bool fenetre = false, file_active = false, present = false, projet_possible = false;
};

Presence presence(Rangees sejours, const Bornes& bornes, Acte connu) {
    Presence ici;
    for (const auto& sejour : sejours) {
        if (!sejour.connue(connu)) continue;
        const bool entre = sejour.debut <= bornes.jour;
        const bool present = entre && sejour.fin > bornes.jour;
        ici.fenetre |= sejour.debut < bornes.jour && sejour.fin >= bornes.premier_jour;
        ici.present |= present;
        ici.file_active |=
            present || (bornes.premier_janvier <= sejour.fin && sejour.fin <= bornes.jour);
        ici.projet_possible |= sejour.projet_impossible == 0;
    }
    return ici;
}

bool a_un_projet(Rangees projets, const Bornes& bornes, Acte connu) {
    const auto dernier_jour = bornes.jour - 1;
    return std::any_of(projets.begin(), projets.end(), [&](const Rangee& projet) {
        const auto statut = projet.en_etat();
        return projet.debut <= dernier_jour && projet.fin >= dernier_jour &&
               (statut == Etat::en_preparation || statut == Etat::en_cours) && projet.connue(connu);
    });
}

// Events stand by their end: those that end before the window are passed over.
bool a_un_evenement(Rangees evenements, const Bornes& bornes, Acte connu) {
    const auto fins = depuis(evenements, bornes.ouvre, &Rangee::fin);
    return std::any_of(fins.begin(), fins.end(), [&](const Rangee& evenement) {
        return evenement.debut < bornes.ferme && evenement.en_etat() != Etat::annule &&
               evenement.connue(connu);
    });
}

// In the window, and since the first line.
void compter_les_passages(Rangees rangees, const Bornes& bornes, Acte connu,
                          std::span<std::int64_t, 2> compteurs) {
    for (const auto& rangee : rangees) {
        if (rangee.debut >= bornes.ferme) break;
        if (!rangee.connue(connu)) continue;
        compteurs[0] += rangee.debut >= bornes.ouvre ? 1 : 0;
        ++compteurs[1];
    }
}

void ajouter(usage::Compteurs& compteurs, const colonnes::Plages& dossier, const Bornes& bornes,
             Acte connu) {
    const auto connue = [connu](const Rangee& rangee) { return rangee.connue(connu); };
    const auto ici = presence(dossier[rang(Type::sejour)], bornes, connu);
    const auto un = [&](Compteur compteur, bool compte) { compteurs[compteur] += compte ? 1 : 0; };
    un(Compteur::fenetre, ici.fenetre);
    un(Compteur::file_active, ici.file_active);
    un(Compteur::presents, ici.present);
    un(Compteur::eligible_fenetre, ici.fenetre && ici.projet_possible);
    un(Compteur::eligible_file_active, ici.file_active && ici.projet_possible);
    un(Compteur::eligible_presents, ici.present && ici.projet_possible);
    const bool actif =
        ici.fenetre && une_dans(dossier[rang(Type::modification)], bornes, [&](const Rangee& une) {
            return une.en_etat() != Etat::automatique && connue(une);
        });
    if (actif) {
        const bool projet = a_un_projet(dossier[rang(Type::projet)], bornes, connu);
        const bool evenement = a_un_evenement(dossier[rang(Type::evenement)], bornes, connu);
        un(Compteur::actif, true);
        un(Compteur::projet, projet);
        un(Compteur::evenement, evenement);
        un(Compteur::actif_present, ici.present);
        un(Compteur::projet_present, ici.present && projet);
        un(Compteur::evenement_present, ici.present && evenement);
    }
    un(Compteur::dmp,
       une_dans(dossier[rang(Type::alimentation_dmp)], bornes,
                [&](const Rangee& une) { return une.en_etat() == Etat::acceptee && connue(une); }));
    compteurs[Compteur::mssante] += combien_dans(
        dossier[rang(Type::envoi_mss)], bornes,
        [&](const Rangee& une) { return une.en_etat() != Etat::echec && connue(une); });
    const auto paire = [&](Compteur premier) {
        return std::span<std::int64_t, 2>{&compteurs[premier], 2};
    };
    compter_les_passages(dossier[rang(Type::import_eprescription)], bornes, connu,
                         paire(Compteur::eprescription));
    compter_les_passages(dossier[rang(Type::echange_eparcours)], bornes, connu,
                         paire(Compteur::eparcours));
}

usage::Compteurs compter_l_etablissement(const colonnes::Colonnes& tout, std::size_t n,
                                         const Bornes& bornes, Acte connu) {
    const auto& etablissement = tout.etablissements()[n];
    usage::Compteurs compteurs;
    colonnes::RangeesParType fondues;
    for (auto d = etablissement.premier; d < etablissement.premier + etablissement.dossiers; ++d)
        ajouter(compteurs, tout.plages(d, fondues), bornes, connu);
    return compteurs;
}

std::int64_t en_jours(core::Date jour) { return jour.days().time_since_epoch().count(); }

std::int64_t en_secondes(core::Instant instant) { return instant.utc().time_since_epoch().count(); }

core::Date premier_janvier_de(core::Date jour) {
    return core::Date::of(jour.ymd().year() / std::chrono::January / 1);
}

}  // namespace

Bornes::Bornes(const usage::Fenetre& fenetre)
    : premier_jour{en_jours(fenetre.debut)},
      jour{en_jours(fenetre.fin)},
      ouvre{en_secondes(fenetre.ouvre)},
      ferme{en_secondes(fenetre.ferme)},
      premier_janvier{en_jours(premier_janvier_de(fenetre.fin))} {}

usage::Compteurs compter(const colonnes::Plages& dossier, const Bornes& bornes, Acte connu) {
    usage::Compteurs compteurs;
    ajouter(compteurs, dossier, bornes, connu);
    return compteurs;
}

std::vector<Compte> compter(const colonnes::Colonnes& tout, const Bornes& bornes, Acte connu) {
    const auto etablissements = tout.etablissements();
    std::vector<usage::Compteurs> tous(etablissements.size());
    // Halves of the records, not of the establishments: some are large.
    const auto moitie = static_cast<std::size_t>(
        std::partition_point(
            etablissements.begin(), etablissements.end(),
            [&](const auto& un) { return un.premier + un.dossiers <= tout.dossiers() / 2; }) -
        etablissements.begin());
    const auto faire = [&](std::size_t de, std::size_t a) {
        for (auto n = de; n < a; ++n) tous[n] = compter_l_etablissement(tout, n, bornes, connu);
    };
    constexpr std::size_t trop_peu = 5'000;  // records: a thread costs as much
    if (tout.dossiers() < trop_peu) {
        faire(0, tous.size());
    } else {
        std::thread autre{faire, 0, moitie};
        faire(moitie, tous.size());
        autre.join();
    }
    std::vector<Compte> comptes;
    for (std::size_t n = 0; n < tous.size(); ++n)
        if (etablissements[n].connu <= connu)
            comptes.push_back({std::string{etablissements[n].numero()}, tous[n]});
    return comptes;
}

}  // namespace grappe::indicateur
