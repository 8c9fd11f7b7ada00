// Flats. AAP Nouvelle-Aquitaine 2024, §4.4.1, §4.4.2-1 and -2; contract portail-check, "Amounts".
#include "portail/subvention/forfaits.hpp"

#include <algorithm>
#include <array>

#include "portail/subvention/partage.hpp"
#include "portail/subvention/rangs.hpp"

namespace grappe::subvention {
namespace {

using core::i128;
using core::Money;
using programme::Regime;

std::vector<std::string_view> cles(const Base& base) {
    std::vector<std::string_view> cles;
    cles.reserve(base.lignes.size());
    for (const auto& ligne : base.lignes) cles.push_back(ligne.essms->finess());
    return cles;
}

Money arrondi(Money forfait, Part part) {
    if (part.entiere()) return forfait;
    return Money::cents(
        arrondi_demi_superieur({i128{forfait.in_cents()} * part.numerateur, part.denominateur}));
}

Money somme(const std::vector<Forfait>& forfaits) {
    Money total;
    for (const auto& forfait : forfaits) total += forfait.total();
    return total;
}

// The total is rounded, then the usage; the equipment is the rest.
Forfait forfait_du_palier(const programme::Palier& palier, Part part) {
    const auto total = arrondi(palier.usage + palier.equipement, part);
    const auto usage = arrondi(palier.usage, part);
    return {.palier = &palier, .usage = usage, .equipement = total - usage};
}

std::vector<Forfait> forfaits_par_rang(const Base& base, const Choix& choix) {
    std::vector<int> places;
    if (choix.convention_rang) places = rangs(base, choix);
    std::vector<Forfait> forfaits(base.lignes.size());
    for (std::size_t i = 0; i < forfaits.size(); ++i) {
        const auto& ligne = base.lignes[i];
        const auto& du_regime = bareme(base.appel(), ligne.regime);
        const int rang = places.empty() ? 1 : places[i];
        if (du_regime.definie())
            forfaits[i] = forfait_du_palier(palier_au_rang(*du_regime, rang), part(ligne, choix));
        if (!places.empty()) forfaits[i].rang = rang;
    }
    return forfaits;
}

// Flats of several ranks added, in cents, to be divided by the number of these ranks.
struct Cumul {
    i128 usage = 0;
    i128 equipement = 0;
    std::int64_t rangs = 0;
};

void ajouter(Cumul& cumul, const programme::Bareme& bareme, int rang) {
    const auto& palier = palier_au_rang(bareme, rang);
    cumul.usage += palier.usage.in_cents();
    cumul.equipement += palier.equipement.in_cents();
    ++cumul.rangs;
}

// What the establishments of each regime share: all the ranks of the grappe at the pro rata, so
// that a regime of k has k·49/n high places; the ranks of their own regime for an average.
std::array<Cumul, 2> cumuls(const Base& base, const Choix& choix) {
    const bool prorata = choix.convention_rang == programme::ConventionRang::commun_au_prorata;
    const auto places = rangs(base, choix);
    std::array<Cumul, 2> cumuls;
    for (const auto regime : {Regime::acquisition, Regime::montee_de_version}) {
        const auto& du_regime = bareme(base.appel(), regime);
        if (!du_regime.definie()) continue;
        for (std::size_t i = 0; i < places.size(); ++i)
            if (prorata || base.lignes[i].regime == regime)
                ajouter(cumuls[static_cast<std::size_t>(regime)], *du_regime, places[i]);
    }
    return cumuls;
}

// Usage and whole flat of one establishment, exact.
struct ForfaitExact {
    Quotient usage;
    Quotient total;
};

ForfaitExact forfait_exact(const Cumul& cumul, Part part) {
    if (cumul.rangs == 0) return {};
    const i128 denominateur = i128{cumul.rangs} * part.denominateur;
    return {.usage = {cumul.usage * part.numerateur, denominateur},
            .total = {(cumul.usage + cumul.equipement) * part.numerateur, denominateur}};
}

// The share already rounded bounds the usage; a flat without equipment is all usage (FIN-04).
Forfait forfait_partage(const ForfaitExact& exact, Money total) {
    if (exact.usage.numerateur == exact.total.numerateur) return {.usage = total};
    const auto usage = std::min(Money::cents(arrondi_demi_superieur(exact.usage)), total);
    return {.usage = usage, .equipement = total - usage};
}

std::vector<ForfaitExact> forfaits_exacts(const Base& base, const Choix& choix) {
    const auto par_regime = cumuls(base, choix);
    std::vector<ForfaitExact> exacts;
    exacts.reserve(base.lignes.size());
    for (const auto& ligne : base.lignes)
        exacts.push_back(
            forfait_exact(par_regime[static_cast<std::size_t>(ligne.regime)], part(ligne, choix)));
    return exacts;
}

std::vector<Quotient> totaux(const std::vector<ForfaitExact>& exacts) {
    std::vector<Quotient> totaux;
    totaux.reserve(exacts.size());
    for (const auto& exact : exacts) totaux.push_back(exact.total);
    return totaux;
}

std::vector<Forfait> forfaits_partages(const Base& base, const Choix& choix) {
    const auto exacts = forfaits_exacts(base, choix);
    const auto quotients = totaux(exacts);
    const auto ordre = cles(base);
    const auto arrondis =
        parts({.total = somme_arrondie(quotients), .quotients = quotients, .cles = ordre});
    std::vector<Forfait> forfaits;
    forfaits.reserve(exacts.size());
    for (std::size_t i = 0; i < exacts.size(); ++i)
        forfaits.push_back(forfait_partage(exacts[i], Money::cents(arrondis[i])));
    return forfaits;
}

// A ceiling in euros cuts the lines it covers in proportion, cents by largest remainder.
template <class Couvre>
void plafonner(std::vector<Forfait>& forfaits, Money plafond, const Base& base, Couvre couvre) {
    std::vector<std::int64_t> poids;
    Money total;
    for (std::size_t i = 0; i < forfaits.size(); ++i) {
        const auto couvert = couvre(base.lignes[i]) ? forfaits[i].total() : Money{};
        poids.push_back(couvert.in_cents());
        total += couvert;
    }
    if (total <= plafond) return;
    const auto reduits = parts_proportionnelles(plafond.in_cents(), poids, cles(base));
    for (std::size_t i = 0; i < forfaits.size(); ++i) {
        if (poids[i] == 0) continue;
        auto& forfait = forfaits[i];
        const ForfaitExact exact{
            .usage = {i128{forfait.usage.in_cents()} * reduits[i], poids[i]},
            .total = {i128{forfait.total().in_cents()} * reduits[i], poids[i]}};
        const auto reduit = forfait_partage(exact, Money::cents(reduits[i]));
        forfait.usage = reduit.usage;
        forfait.equipement = reduit.equipement;
    }
}

void appliquer_plafonds(std::vector<Forfait>& forfaits, const Base& base) {
    for (const auto regime : {Regime::acquisition, Regime::montee_de_version}) {
        const auto& du_regime = bareme(base.appel(), regime);
        if (!du_regime.definie() || !du_regime->plafond) continue;
        plafonner(forfaits, *du_regime->plafond, base,
                  [&](const LignePreparee& ligne) { return ligne.regime == regime; });
    }
    if (base.appel().plafond_forfaits_projet.definie())
        plafonner(forfaits, *base.appel().plafond_forfaits_projet, base,
                  [](const LignePreparee&) { return true; });
}

bool plafonnes(const Base& base) {
    const auto plafonne = [](const auto& bareme) { return bareme.definie() && bareme->plafond; };
    const auto& appel = base.appel();
    return plafonne(appel.acquisition) || plafonne(appel.montee_de_version) ||
           appel.plafond_forfaits_projet.definie();
}

bool partages(const Choix& choix) { return choix.convention_rang && !rangs_individuels(choix); }

}  // namespace

Forfaits calculer_forfaits(const Base& base, const Choix& choix) {
    Forfaits forfaits;
    forfaits.lignes =
        partages(choix) ? forfaits_partages(base, choix) : forfaits_par_rang(base, choix);
    forfaits.avant_plafonds = somme(forfaits.lignes);
    appliquer_plafonds(forfaits.lignes, base);
    forfaits.total = somme(forfaits.lignes);
    return forfaits;
}

Money total_des_forfaits(const Base& base, const Choix& choix) {
    if (!partages(choix) || plafonnes(base)) return calculer_forfaits(base, choix).total;
    return Money::cents(somme_arrondie(totaux(forfaits_exacts(base, choix))));
}

}  // namespace grappe::subvention
