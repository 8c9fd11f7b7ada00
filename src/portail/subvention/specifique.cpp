// Specific aid. AAP Nouvelle-Aquitaine 2024, §4.4.2-3; AMB-02, AMB-03, AMB-06, AMB-32.
#include "portail/subvention/specifique.hpp"

#include <algorithm>

#include "portail/subvention/partage.hpp"

namespace grappe::subvention {
namespace {

using core::Fraction;
using core::Money;
using Amoa = Specifique::Amoa;

Money materiel_des_petits(const Base& base, const std::vector<Taille>& tailles) {
    Money total;
    for (const auto& ligne : base.lignes)
        if (tailles[ligne.organisme] == Taille::petit) total += ligne.materiel_demande;
    return total;
}

// All small: granted. One of each known: mixed, whatever the others are.
Amoa etat_selon_les_tailles(const std::vector<Taille>& tailles, const Choix& choix) {
    const auto compte = [&](Taille voulue) {
        return std::count(tailles.begin(), tailles.end(), voulue);
    };
    const bool mixte = compte(Taille::petit) > 0 && compte(Taille::grand) > 0;
    if (mixte) return choix.amoa_mixte_accordee ? Amoa::accordee : Amoa::mixte;
    if (compte(Taille::inconnue) > 0) return Amoa::tailles_inconnues;
    return compte(Taille::petit) > 0 ? Amoa::accordee : Amoa::aucun_petit;
}

void decider_amoa(Specifique& specifique, const Base& base, const Choix& choix,
                  const std::vector<Taille>& tailles) {
    const auto& aide = base.appel().amoa;
    if (!aide.definie()) return;
    const auto demandee = aide_demandee(aide->mode, aide->par_projet, base.dossier().devis_amoa);
    specifique.etat_amoa =
        demandee == Money{} ? Amoa::non_demandee : etat_selon_les_tailles(tailles, choix);
    if (specifique.etat_amoa == Amoa::accordee) specifique.amoa_demandee = demandee;
}

// AMB-02. Of the total with the specific part: S <= t(F+S), that is S <= F·t/(1-t).
std::optional<Money> plafond(const Base& base, const Choix& choix, Money forfaits) {
    const auto& taux = base.appel().plafond_specifique;
    if (!taux.definie()) return std::nullopt;
    core::ensure(choix.assiette_plafond.has_value(), "a ceiling without its base");
    const auto un = Fraction::whole(1);
    if (*choix.assiette_plafond == programme::AssiettePlafond::forfaits_seuls)
        return share_rounded_down(forfaits, *taux);
    if (*taux >= un) return std::nullopt;
    return share_rounded_down(forfaits, *taux / (un - *taux));
}

// AMB-03: hardware and AMOA are cut in proportion, an odd cent to the larger remainder.
void couper(Specifique& specifique) {
    specifique.materiel = specifique.materiel_demande;
    specifique.amoa = specifique.amoa_demandee;
    if (!specifique.plafond || specifique.demande() <= *specifique.plafond) return;
    const std::int64_t poids[] = {specifique.materiel_demande.in_cents(),
                                  specifique.amoa_demandee.in_cents()};
    constexpr std::string_view a_egalite[] = {"1 materiel", "2 amoa"};
    const auto parts = parts_proportionnelles(specifique.plafond->in_cents(), poids, a_egalite);
    specifique.materiel = Money::cents(parts[0]);
    specifique.amoa = Money::cents(parts[1]);
}

// The lines of `total` by weight; nothing at all when nothing is granted.
template <class Poids>
std::vector<Money> lignes_de(Money total, const Base& base, Poids poids_de) {
    std::vector<Money> lignes(base.lignes.size());
    if (total == Money{}) return lignes;
    std::vector<std::int64_t> poids;
    std::vector<std::string_view> cles;
    for (const auto& ligne : base.lignes) {
        poids.push_back(poids_de(ligne));
        cles.push_back(ligne.essms->finess());
    }
    const auto parts = parts_proportionnelles(total.in_cents(), poids, cles);
    for (std::size_t i = 0; i < lignes.size(); ++i) lignes[i] = Money::cents(parts[i]);
    return lignes;
}

}  // namespace

Specifique calculer_specifique(const Base& base, const Choix& choix, Money forfaits) {
    const auto lues = tailles(base, choix);
    Specifique specifique;
    specifique.materiel_demande = materiel_des_petits(base, lues);
    decider_amoa(specifique, base, choix, lues);
    specifique.plafond = plafond(base, choix, forfaits);
    couper(specifique);
    return specifique;
}

std::vector<SpecifiqueDeLigne> repartir(const Specifique& specifique, const Base& base,
                                        const std::vector<Taille>& tailles) {
    const auto petit = [&](const LignePreparee& ligne) {
        return tailles[ligne.organisme] == Taille::petit;
    };
    const auto materiels = lignes_de(specifique.materiel, base, [&](const LignePreparee& ligne) {
        return petit(ligne) ? ligne.materiel_demande.in_cents() : 0;
    });
    const auto amoas = lignes_de(specifique.amoa, base, [&](const LignePreparee& ligne) {
        return std::int64_t{petit(ligne)};
    });
    std::vector<SpecifiqueDeLigne> lignes;
    for (std::size_t i = 0; i < materiels.size(); ++i) lignes.push_back({materiels[i], amoas[i]});
    return lignes;
}

}  // namespace grappe::subvention
