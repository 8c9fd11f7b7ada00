// The balance of thousands of random grants against a naive computation written in another way, and
// what must hold of every one: no cent lost, no cent too many, no effect of the order.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "portail/solde/cas_pour_tests.hpp"

namespace grappe::solde {
namespace {

using programme::AvanceSiEchec, programme::CiblesPartielles, programme::DepensesSousLeForfait,
    programme::NiveauDesCibles;
using Cents = std::int64_t;

class Hasard {
public:
    explicit Hasard(unsigned graine) : moteur_{graine} {}
    int entre(int bas, int haut) {
        return bas + static_cast<int>(moteur_() % static_cast<unsigned>(haut - bas + 1));
    }
    bool sur(int n) { return entre(1, n) == 1; }
    Money cents(int haut) { return sur(4) ? Money{} : Money::cents(entre(0, haut)); }

private:
    std::mt19937 moteur_;
};

struct Sujet {
    programme::Appel appel;
    Accorde accorde{};
    Mesures mesures{};
    std::optional<Depenses> depenses{};

    Solde solde() const {
        return calculer({.appel = appel,
                         .accorde = accorde,
                         .mesures = mesures,
                         .depenses = depenses ? &*depenses : nullptr});
    }
};

// `tout`: every target is reached.
void mesurer(Sujet& sujet, const std::string& nom, bool tout, Hasard& hasard) {
    const int genre = tout ? 0 : hasard.entre(0, 3);  // all reached, all missed, or either
    for (const auto un : usage::indicateurs_a_cible) {
        const int personnes = hasard.sur(25) ? 0 : hasard.entre(1, 40);
        const int compte = genre == 0   ? personnes
                           : genre == 1 ? personnes / 2
                                        : hasard.entre(0, personnes + 2);
        sujet.mesures[nom].par_indicateur[un] = {compte, personnes};
    }
    if (hasard.sur(60)) sujet.mesures.erase(nom);
}

Sujet au_hasard(unsigned graine) {
    Hasard hasard{graine};
    Sujet sujet{.appel = tests::appel_livre("NA-2024")};
    auto& appel = sujet.appel;
    appel.niveau_des_cibles = static_cast<NiveauDesCibles>(hasard.entre(0, 1));
    appel.cibles_partiellement_atteintes = static_cast<CiblesPartielles>(hasard.entre(0, 2));
    appel.avance_si_echec = static_cast<AvanceSiEchec>(hasard.entre(0, 1));
    appel.depenses_sous_le_forfait = static_cast<DepensesSousLeForfait>(hasard.entre(0, 1));
    if (hasard.sur(3)) appel.part_avance.valeur = core::Rate{hasard.entre(1, 6), 7};
    if (hasard.sur(5)) appel.cibles.resize(static_cast<std::size_t>(hasard.entre(1, 4)));
    const bool tout = hasard.sur(4);
    const int petit = hasard.sur(2) ? 9 : 2'000'000;  // few cents: rounding matters most
    for (int i = hasard.entre(1, 12); i > 0; --i) {
        const auto nom = std::to_string(330'000'000 + i * 7);
        sujet.accorde.lignes.push_back({.finess_et = nom,
                                        .aides = {.usage = hasard.cents(petit),
                                                  .equipement = hasard.cents(petit),
                                                  .materiel = hasard.cents(petit),
                                                  .amoa = hasard.cents(petit)}});
        if (hasard.sur(3)) sujet.accorde.lignes.back().devis_materiel = hasard.cents(petit);
        mesurer(sujet, nom, tout, hasard);
    }
    if (hasard.sur(3)) sujet.accorde.devis_amoa = hasard.cents(petit * 6);
    if (hasard.sur(30)) return sujet;
    sujet.depenses = Depenses{.montants = {}, .visees = !hasard.sur(30)};
    for (const auto& [categorie, nom] : names(Categorie{}))
        sujet.depenses->montants[categorie] = hasard.cents(petit * 8);
    return sujet;
}

// ---- The naive computation: totals only where the project is judged, by comparing cross products
// of plain integers, without the module's shares nor its types of outcome.

struct Naif {
    Cents avance = 0, solde_limite = 0, trop_verse = 0;
};

Cents somme(const Sujet& sujet, Money Aides::*aide) {
    Cents total = 0;
    for (const auto& ligne : sujet.accorde.lignes) total += (ligne.aides.*aide).in_cents();
    return total;
}

Cents depense(const Sujet& sujet, std::initializer_list<Categorie> categories) {
    Cents total = 0;
    for (const auto une : categories)
        if (const auto trouve = sujet.depenses->montants.find(une);
            trouve != sujet.depenses->montants.end())
            total += trouve->second.in_cents();
    return total;
}

Cents materiel_suivi(const Sujet& sujet) {
    Cents total = 0;
    for (const auto& ligne : sujet.accorde.lignes)
        total += ligne.devis_materiel
                     ? std::min(*ligne.devis_materiel, ligne.aides.materiel).in_cents()
                     : ligne.aides.materiel.in_cents();
    return total;
}

Naif naif(const Sujet& sujet) {
    using enum Categorie;
    const auto usage = somme(sujet, &Aides::usage), equipement = somme(sujet, &Aides::equipement);
    const auto materiel_ = somme(sujet, &Aides::materiel), amoa_ = somme(sujet, &Aides::amoa);
    const auto n = static_cast<Cents>(sujet.appel.part_avance->numerator());
    const auto d = static_cast<Cents>(sujet.appel.part_avance->denominator());
    const auto total = usage + equipement + materiel_ + amoa_;
    const auto avance = total * n / d, avance_s = (materiel_ + amoa_) * n / d;
    const auto devis = sujet.accorde.devis_amoa ? sujet.accorde.devis_amoa->in_cents() : amoa_;
    const auto prouve_s = std::min(materiel_suivi(sujet), depense(sujet, {materiel})) +
                          std::min({amoa_, devis, depense(sujet, {amoa})});
    auto prouve_f = usage + equipement;
    if (sujet.appel.depenses_sous_le_forfait == DepensesSousLeForfait::tout_est_limite)
        prouve_f = std::min(usage, depense(sujet, {ressources_internes, pilotage, appui_technique,
                                                   messagerie_securisee})) +
                   std::min(equipement, depense(sujet, {logiciel}));
    const auto avance_f = avance - avance_s;
    return {.avance = avance,
            .solde_limite =
                std::max<Cents>(0, prouve_s - avance_s) + std::max<Cents>(0, prouve_f - avance_f),
            .trop_verse =
                std::max<Cents>(0, avance_s - prouve_s) + std::max<Cents>(0, avance_f - prouve_f)};
}

struct Compte {
    int oui = 0, non = 0, indecis = 0;
};

Compte compter(const Sujet& sujet, const std::vector<std::string>& noms) {
    Compte compte;
    for (const auto& cible : sujet.appel.cibles) {
        const auto rang = static_cast<std::size_t>(cible.indicateur.back() - '1');
        Cents n = 0, d = 0;
        for (const auto& nom : noms) {
            const auto& mesure =
                sujet.mesures.at(nom).par_indicateur.at(usage::indicateurs_a_cible[rang]);
            n += mesure.numerateur;
            d += mesure.denominateur;
        }
        const auto pour_cent = static_cast<Cents>((cible.cible * core::Rate{100, 1}).numerator());
        (d == 0 ? compte.indecis : n * 100 >= d * pour_cent ? compte.oui : compte.non) += 1;
    }
    return compte;
}

// What a limited balance becomes: paid, left to the agency.
std::pair<Cents, Cents> verdict_naif(const Sujet& sujet, const Compte& compte, Cents limite) {
    const auto lecture = *sujet.appel.cibles_partiellement_atteintes;
    if (compte.non == 0)
        return compte.indecis == 0 ? std::pair{limite, Cents{0}} : std::pair{Cents{0}, limite};
    if (lecture == CiblesPartielles::tout_ou_rien) return {0, 0};
    if (compte.indecis > 0) return {0, limite};
    if (compte.oui == 0) return {0, 0};
    if (lecture == CiblesPartielles::au_prorata)
        return {limite * compte.oui / (compte.oui + compte.non), 0};
    return {0, limite};
}

bool tout_est_la(const Sujet& sujet) {
    return sujet.depenses && sujet.depenses->visees &&
           sujet.mesures.size() == sujet.accorde.lignes.size();
}

void comparer_le_projet(const Sujet& sujet, const Solde& solde) {
    const auto attendu = naif(sujet);
    std::vector<std::string> noms;
    for (const auto& ligne : sujet.accorde.lignes) noms.push_back(ligne.finess_et);
    const auto compte = compter(sujet, noms);
    const auto [paye, apprecie] = verdict_naif(sujet, compte, attendu.solde_limite);
    CHECK(solde.avance.total.total().in_cents() == attendu.avance);
    CHECK(solde.montant.in_cents() == paye);
    CHECK(solde.a_apprecier.in_cents() == apprecie);
    const bool tout_ou_rien =
        sujet.appel.cibles_partiellement_atteintes == CiblesPartielles::tout_ou_rien;
    const bool rien = compte.non > 0 && (tout_ou_rien || compte.oui + compte.indecis == 0);
    if (rien) CHECK(solde.trop_verse.in_cents() == attendu.avance);
    if (compte.non == 0) CHECK(solde.trop_verse.in_cents() == attendu.trop_verse);
}

// By establishment, the naive computation knows each line's verdict and the sum of the limits.
void comparer_les_lignes(const Sujet& sujet, const Solde& solde) {
    Cents restes = 0;
    for (const auto& ligne : solde.lignes) {
        const auto compte = compter(sujet, {ligne.finess_et});
        const auto plein = ligne.plein.in_cents();
        const auto [paye, apprecie] = verdict_naif(sujet, compte, plein);
        CHECK(ligne.montant.in_cents() <= paye);
        CHECK(ligne.a_apprecier.in_cents() <= apprecie);
        if (compte.non == 0) restes += (ligne.montant + ligne.a_apprecier).in_cents();
    }
    CHECK(restes <= naif(sujet).solde_limite);
}

// What is granted is kept of the advance, to be taken back, paid at the balance, left to the
// agency, or not due: the first, the third and the fourth together are never above what is proved.
void un_euro_a_une_place(const Solde& solde) {
    const auto& [forfaits, specifique] = solde.justification;
    const auto du = forfaits.prouve + specifique.prouve;
    for (const auto& ligne : solde.lignes) {
        const auto garde = ligne.avance - ligne.trop_verse;
        const auto place = garde + ligne.trop_verse + ligne.montant + ligne.a_apprecier;
        CHECK(garde >= Money{});
        CHECK(place <= ligne.accorde);
    }
    if (!solde.complet) return;
    const auto garde = solde.avance.total.total() - solde.trop_verse;
    CHECK(garde + solde.montant + solde.a_apprecier <= du);
    // Whole: not a cent of what is proved is left out.
    if (solde.issue == Issue::integral) CHECK(garde + solde.montant == du);
}

void verifier_les_proprietes(const Sujet& sujet, const Solde& solde) {
    Money avance, montant, apprecier, recouvrer;
    for (std::size_t i = 0; i < solde.lignes.size(); ++i) {
        const auto& ligne = solde.lignes[i];
        const auto exacte = exact_cents(ligne.accorde, *sujet.appel.part_avance);
        CHECK(ligne.avance + ligne.plein == ligne.accorde);
        CHECK(ligne.avance + ligne.montant + ligne.a_apprecier <= ligne.accorde);
        CHECK(ligne.montant >= Money{});
        CHECK(ligne.trop_verse <= ligne.avance);
        CHECK(ligne.a_recouvrer <= ligne.trop_verse);
        CHECK(ligne.avance.in_cents() >= exacte.rounded_down() - 1);
        CHECK(ligne.avance.in_cents() <= exacte.rounded_down() + 2);
        avance += ligne.avance;
        montant += ligne.montant;
        apprecier += ligne.a_apprecier;
        recouvrer += ligne.a_recouvrer;
    }
    un_euro_a_une_place(solde);
    CHECK(avance == solde.avance.total.total());
    CHECK(avance == share_rounded_down(sujet.accorde.total().total(), *sujet.appel.part_avance));
    CHECK(montant == solde.montant);
    CHECK(apprecier == solde.a_apprecier);
    CHECK(recouvrer == solde.a_recouvrer);
    CHECK(avance + solde.plein == solde.accorde);
    if (!tout_est_la(sujet)) {
        CHECK(solde.issue == Issue::nul);
        CHECK(solde.montant + solde.a_apprecier + solde.a_recouvrer == Money{});
    }
    if (solde.a_apprecier > Money{}) CHECK(solde.issue == Issue::a_apprecier);
    if (solde.issue == Issue::nul) CHECK(solde.montant == Money{});
}

// By name, whatever the order.
std::map<std::string, std::tuple<Money, Money, Money, Money>> par_nom(const Solde& solde) {
    std::map<std::string, std::tuple<Money, Money, Money, Money>> lignes;
    for (const auto& ligne : solde.lignes)
        lignes[ligne.finess_et] = {ligne.avance, ligne.montant, ligne.a_apprecier,
                                   ligne.a_recouvrer};
    return lignes;
}

void melanger_ne_change_rien(Sujet sujet, const Solde& solde, unsigned graine) {
    std::mt19937 moteur{graine};
    std::shuffle(sujet.accorde.lignes.begin(), sujet.accorde.lignes.end(), moteur);
    const auto autre = sujet.solde();
    CHECK(par_nom(autre) == par_nom(solde));
    CHECK(autre.issue == solde.issue);
}

}  // namespace

TEST_CASE("ten thousand random balances are those of a naive computation and lose no cent") {
    int payes = 0, apprecies = 0, nuls = 0;
    for (unsigned graine = 1; graine <= 10'000; ++graine) {
        CAPTURE(graine);
        const auto sujet = au_hasard(graine);
        const auto solde = sujet.solde();
        verifier_les_proprietes(sujet, solde);
        if (graine % 10 == 0) melanger_ne_change_rien(sujet, solde, graine);
        payes += solde.issue == Issue::integral;
        apprecies += solde.issue == Issue::a_apprecier;
        nuls += solde.issue == Issue::nul;
        if (!tout_est_la(sujet)) continue;
        if (sujet.appel.niveau_des_cibles == NiveauDesCibles::chaque_essms)
            comparer_les_lignes(sujet, solde);
        else
            comparer_le_projet(sujet, solde);
    }
    CHECK(payes > 500);
    CHECK(apprecies > 500);
    CHECK(nuls > 500);
}

TEST_CASE("an advance that was paid before an amendment: never paid twice, never lost (AMB-29)") {
    int depassees = 0;
    for (unsigned graine = 1; graine <= 2'000; ++graine) {
        CAPTURE(graine);
        const auto sujet = au_hasard(graine);
        const auto accorde = sujet.accorde.total().total();
        Hasard hasard{graine};
        const auto verse = Money::cents(hasard.entre(
            0, static_cast<int>(std::min<Cents>(accorde.in_cents() * 3 / 2, 9'999'999))));
        const auto avance = std::min(verse, accorde);
        const auto solde = calculer({.appel = sujet.appel,
                                     .accorde = sujet.accorde,
                                     .mesures = sujet.mesures,
                                     .depenses = sujet.depenses ? &*sujet.depenses : nullptr,
                                     .avance = AvanceArretee{avance, verse - avance}});
        Money lignes;
        for (const auto& ligne : solde.lignes) {
            CHECK(ligne.avance >= Money{});
            CHECK(ligne.avance <= ligne.accorde);
            CHECK(ligne.avance + ligne.montant + ligne.a_apprecier <= ligne.accorde);
            lignes += ligne.avance;
        }
        CHECK(lignes == avance);
        CHECK(avance + solde.plein == accorde);
        CHECK(avance + solde.montant + solde.a_apprecier <= accorde);
        CHECK(solde.a_recouvrer >= verse - avance);
        if (verse > accorde) {
            ++depassees;
            CHECK(solde.montant + solde.a_apprecier == Money{});
        }
    }
    CHECK(depassees > 100);
}

}  // namespace grappe::solde
