// Solde: limits by expense first, then what the targets make of each line, then what was overpaid.
#include "portail/solde/solde.hpp"

#include <algorithm>

#include "core/ensure.hpp"
#include "portail/solde/constats.hpp"
#include "portail/solde/partage.hpp"
#include "portail/solde/sort.hpp"

namespace grappe::solde {
namespace {

using programme::NiveauDesCibles;
using Genre = Sort::Genre;

bool chaque_essms(const programme::Appel& appel) {
    return appel.niveau_des_cibles == NiveauDesCibles::chaque_essms;
}

std::vector<Jugement> juger_les_lignes(const Demande& demande) {
    std::vector<Jugement> jugements;
    for (const auto& ligne : demande.accorde.lignes)
        jugements.push_back(juger(demande.appel, {&ligne}, demande.mesures));
    return jugements;
}

Jugement juger_le_projet(const Demande& demande) {
    std::vector<const LigneAccordee*> lignes;
    for (const auto& ligne : demande.accorde.lignes) lignes.push_back(&ligne);
    return juger(demande.appel, lignes, demande.mesures);
}

bool tout_est_mesure(const Solde& solde) {
    const auto manque = [](const Jugement& un) { return un.nombre(EtatDeCible::sans_mesure) > 0; };
    return !manque(solde.jugement) &&
           std::none_of(solde.lignes.begin(), solde.lignes.end(),
                        [&](const auto& un) { return manque(un.jugement); });
}

// What a group of aids gives to each line: of its balance, and of what it overpaid.
struct Reparti {
    std::vector<Money> solde, trop_verse;
};

Reparti repartir(const Plafonne& groupe, const std::vector<Money>& accordes,
                 const std::vector<Money>& avances, const std::vector<std::string_view>& cles) {
    std::vector<Money> restes;
    for (std::size_t i = 0; i < accordes.size(); ++i) restes.push_back(accordes[i] - avances[i]);
    return {.solde = partager_selon(groupe.solde, restes, cles),
            .trop_verse = partager_selon(groupe.trop_verse, avances, cles)};
}

// `montant` is for now what expenses leave; the targets have their say afterwards.
void limiter_les_lignes(const Demande& demande, Solde& solde) {
    const auto cles = cles_de(demande.accorde);
    std::vector<Money> forfaits, specifiques, avance_forfaits, avance_specifique;
    for (std::size_t i = 0; i < solde.lignes.size(); ++i) {
        forfaits.push_back(demande.accorde.lignes[i].aides.forfaits());
        specifiques.push_back(demande.accorde.lignes[i].aides.specifique());
        avance_forfaits.push_back(solde.avance.lignes[i].forfaits);
        avance_specifique.push_back(solde.avance.lignes[i].specifique);
    }
    const auto& justifie = solde.justification;
    const auto un = repartir(justifie.forfaits, forfaits, avance_forfaits, cles);
    const auto deux = repartir(justifie.specifique, specifiques, avance_specifique, cles);
    for (std::size_t i = 0; i < solde.lignes.size(); ++i) {
        solde.lignes[i].montant = un.solde[i] + deux.solde[i];
        solde.lignes[i].trop_verse = un.trop_verse[i] + deux.trop_verse[i];
    }
}

void appliquer(const Sort& sort, LigneDeSolde& ligne) {
    switch (sort.genre) {
        case Genre::entier:
            return;
        case Genre::rien:
            ligne.trop_verse = ligne.avance;
            break;
        case Genre::a_apprecier:
            ligne.a_apprecier = ligne.montant;
            break;
        case Genre::prorata:
            ligne.montant = share_rounded_down(ligne.montant, {sort.atteintes, sort.jugees});
            return;
    }
    ligne.montant = {};
}

// The pro rata of a project is rounded once; its lines share it.
void partager_le_prorata(const Sort& sort, Solde& solde) {
    const core::Rate part{sort.atteintes, sort.jugees};
    std::vector<subvention::Quotient> quotients;
    std::vector<std::string_view> cles;
    Money total;
    for (const auto& ligne : solde.lignes) {
        quotients.push_back({core::i128{ligne.montant.in_cents()} * sort.atteintes, sort.jugees});
        cles.push_back(ligne.finess_et);
        total += ligne.montant;
    }
    const auto parts = partager(share_rounded_down(total, part), quotients, cles);
    for (std::size_t i = 0; i < parts.size(); ++i) solde.lignes[i].montant = parts[i];
}

std::vector<Sort> appliquer_les_cibles(const Demande& demande, Solde& solde) {
    std::vector<Sort> sorts;
    if (chaque_essms(demande.appel)) {
        for (auto& ligne : solde.lignes) {
            sorts.push_back(sort_de(ligne.jugement, demande.appel));
            appliquer(sorts.back(), ligne);
        }
        return sorts;
    }
    sorts.push_back(sort_de(solde.jugement, demande.appel));
    if (sorts.back().genre == Genre::prorata)
        partager_le_prorata(sorts.back(), solde);
    else
        for (auto& ligne : solde.lignes) appliquer(sorts.back(), ligne);
    return sorts;
}

void sommer(const Demande& demande, Solde& solde) {
    const bool repris = demande.appel.avance_si_echec == programme::AvanceSiEchec::remboursement;
    for (auto& ligne : solde.lignes) {
        if (repris) ligne.a_recouvrer = ligne.trop_verse;
        solde.accorde += ligne.accorde;
        solde.plein += ligne.plein;
        solde.montant += ligne.montant;
        solde.a_apprecier += ligne.a_apprecier;
        solde.trop_verse += ligne.trop_verse;
        solde.a_recouvrer += ligne.a_recouvrer;
    }
    if (demande.avance) solde.a_recouvrer += demande.avance->en_trop;
}

Issue issue_de(const Solde& solde, const std::vector<Sort>& sorts) {
    const auto tous = [&](Genre genre) {
        return std::all_of(sorts.begin(), sorts.end(),
                           [&](const Sort& un) { return un.genre == genre; });
    };
    if (!solde.complet || tous(Genre::rien)) return Issue::nul;
    if (!tous(Genre::entier)) return Issue::a_apprecier;
    return solde.montant == Money{} && solde.plein > Money{} ? Issue::nul : Issue::integral;
}

Solde ouvrir(const Demande& demande) {
    Solde solde{.jugement = juger_le_projet(demande),
                .avance = demande.avance
                              ? repartir_l_avance(demande.accorde, demande.avance->montant)
                              : avancer(demande.accorde, demande.appel),
                .justification = {}};
    solde.justification =
        justifier({demande.appel, demande.accorde, solde.avance, demande.depenses});
    auto jugements = juger_les_lignes(demande);
    for (std::size_t i = 0; i < jugements.size(); ++i) {
        const auto& accordee = demande.accorde.lignes[i];
        const auto accorde = accordee.aides.total();
        const auto avance = solde.avance.lignes[i].total();
        solde.lignes.push_back({.finess_et = accordee.finess_et,
                                .jugement = std::move(jugements[i]),
                                .accorde = accorde,
                                .avance = avance,
                                .plein = accorde - avance});
    }
    return solde;
}

}  // namespace

Solde calculer(const Demande& demande) {
    const auto& appel = demande.appel;
    core::ensure(appel.niveau_des_cibles && appel.cibles_partiellement_atteintes &&
                     appel.avance_si_echec && appel.depenses_sous_le_forfait,
                 "a balance without the readings that it needs");
    auto solde = ouvrir(demande);
    const bool vise = demande.depenses != nullptr && demande.depenses->visees;
    solde.complet = vise && tout_est_mesure(solde);
    std::vector<Sort> sorts;
    if (solde.complet) {  // else nothing is paid and nothing taken back: the rules have not spoken
        limiter_les_lignes(demande, solde);
        sorts = appliquer_les_cibles(demande, solde);
    }
    sommer(demande, solde);
    solde.issue = issue_de(solde, sorts);
    solde.constats = constater(demande, solde);
    return solde;
}

}  // namespace grappe::solde
