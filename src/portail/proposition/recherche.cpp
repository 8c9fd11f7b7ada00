// Depth-first branch and bound: CLP advises where to look, integers decide what is left out.
#include "portail/proposition/recherche.hpp"

#include <algorithm>
#include <numeric>

#include "portail/proposition/coupes.hpp"

namespace grappe::proposition {
namespace {

constexpr int sondages = 4;  // looks at a side of a variable before what was seen is trusted

std::int64_t plus_petit(const std::vector<std::int64_t>& but) {
    return std::accumulate(but.begin(), but.end(), std::int64_t{0}, [](auto total, auto un) {
        return total + std::min<std::int64_t>(un, 0);
    });
}

// A loss over `distance` millionths of a step, as that of a whole step, in 2^-30.
std::int64_t par_pas(core::i128 perte, int distance) {
    return static_cast<std::int64_t>(
        std::clamp<core::i128>((perte >> 30) * entier / distance, 0, INT64_MAX >> 8));
}

// The multiple of `pas` at or above, at or under.
std::int64_t monte(std::int64_t valeur, std::int64_t pas) {
    const auto reste = ((valeur % pas) + pas) % pas;
    return reste == 0 ? valeur : valeur + (pas - reste);
}
std::int64_t descend(std::int64_t valeur, std::int64_t pas) {
    return valeur - ((valeur % pas) + pas) % pas;
}

}  // namespace

Recherche::Recherche(const Modele& modele, Compteur& compteur, std::int64_t pas)
    : modele_{&modele},
      renforce_{modele.but, lignes_et_coupes(modele), modele.depart},
      compteur_{&compteur},
      relaxation_{renforce_},
      borne_{renforce_} {
    std::int64_t commun = 0;
    for (const auto un : modele.but) commun = std::gcd(commun, un);
    pas_ = std::max(commun, pas);
    pertes_.resize(modele.variables() * 2);
}

// Bounds a node and fixes what it can. False when nothing of at least `cible_` is under it.
bool Recherche::juger(Choisis& choisis) {
    conseil_ = &relaxation_.conseil(choisis);
    if (conseil_->etat == Conseil::Etat::impossible) {
        borne_.des_lignes(choisis, conseil_->multiplicateurs);
        return !borne_.sous(0);
    }
    if (conseil_->etat == Conseil::Etat::sans_avis) return true;
    borne_.du_but(choisis, conseil_->multiplicateurs);
    if (borne_.sous(cible_)) return false;
    borne_.fixer(choisis, cible_);
    return true;
}

void Recherche::garder(const Retenus& retenus) {
    const auto valeur = somme(modele_->but, retenus);
    if (valeur < cible_) return;
    for (const auto& ligne : modele_->lignes)
        if (somme(ligne.coefficients, retenus) > ligne.au_plus) return;
    reponse_.retenus = retenus;
    reponse_.valeur = valeur;
    reponse_.issue = Reponse::Issue::trouve;
    cible_ = descend(valeur, pas_) + pas_;
    if (but_ == But::le_premier) fini_ = true;
}

// Adds free variables while no row is worse broken, the least costly for the bound first.
void Recherche::completer(const Choisis& choisis, Retenus retenus) {
    std::vector<std::size_t> a_ajouter;
    for (std::size_t j = 0; j < choisis.size(); ++j)
        if (choisis[j] == Choix::libre && retenus[j] == 0) a_ajouter.push_back(j);
    std::ranges::sort(a_ajouter, [&](auto un, auto autre) {
        const auto le_sien = borne_.ecart(un), celui_de_l_autre = borne_.ecart(autre);
        return le_sien != celui_de_l_autre ? le_sien > celui_de_l_autre : un < autre;
    });
    std::vector<std::int64_t> sommes;
    for (const auto& ligne : modele_->lignes) sommes.push_back(somme(ligne.coefficients, retenus));
    for (const auto j : a_ajouter) {
        bool tient = true;
        for (std::size_t r = 0; r < sommes.size() && tient; ++r) {
            const auto& ligne = modele_->lignes[r];
            tient = sommes[r] + ligne.coefficients[j] <= std::max(ligne.au_plus, sommes[r]);
        }
        if (!tient) continue;
        retenus[j] = 1;
        for (std::size_t r = 0; r < sommes.size(); ++r)
            sommes[r] += modele_->lignes[r].coefficients[j];
    }
    garder(retenus);
}

// Two choices near what CLP answered: rounded, and rounded down then completed.
void Recherche::essayer(const Choisis& choisis) {
    Retenus proche(choisis.size()), dessous(choisis.size());
    for (std::size_t j = 0; j < choisis.size(); ++j) {
        const bool retenu = choisis[j] == Choix::retenu;
        const bool libre = choisis[j] == Choix::libre;
        proche[j] = retenu || (libre && conseil_->parties[j] * 2 >= entier);
        dessous[j] = retenu || (libre && conseil_->parties[j] == entier);
    }
    garder(proche);
    if (!fini_) completer(choisis, dessous);
}

// What the bound loses when `choisis` takes one side more; nothing when that side is refuted.
std::optional<core::i128> Recherche::sonder(Choisis choisis, core::i128 avant) {
    if (!compteur_->un_noeud()) return core::i128{0};
    if (!juger(choisis)) return std::nullopt;
    return conseil_->etat == Conseil::Etat::optimum ? avant - borne_.valeur() : 0;
}

// The variable whose two sides lower the bound most, by what was seen of each variable so far.
// A side that is refuted on the way fixes its variable in `choisis`: `refutee`.
Recherche::Separation Recherche::separer(Choisis& choisis) {
    const auto parties = conseil_->parties;
    const auto avant = borne_.valeur();
    const bool optimum = conseil_->etat == Conseil::Etat::optimum;
    Separation meilleure{.variable = choisis.size()};
    core::i128 au_mieux = -1;
    for (std::size_t j = 0; j < choisis.size(); ++j) {
        if (choisis[j] != Choix::libre) continue;
        if (meilleure.variable == choisis.size()) meilleure.variable = j;
        if (!optimum || parties[j] == 0 || parties[j] == entier) continue;
        core::i128 note = 1;
        for (const auto cote : {Choix::retenu, Choix::ecarte}) {
            auto& vue = pertes_[j * 2 + (cote == Choix::retenu ? 1 : 0)];
            const int distance = cote == Choix::retenu ? entier - parties[j] : parties[j];
            if (vue.fois < sondages) {
                auto essai = choisis;
                essai[j] = cote;
                const auto perte = sonder(std::move(essai), avant);
                if (!perte) {
                    choisis[j] = cote == Choix::retenu ? Choix::ecarte : Choix::retenu;
                    return {.variable = j, .refutee = true};
                }
                vue.somme += par_pas(*perte, distance);
                ++vue.fois;
            }
            note *= 1 + core::i128{vue.somme / vue.fois} * distance / entier;
        }
        if (note > au_mieux) {
            au_mieux = note;
            meilleure = {.variable = j, .d_abord_retenue = parties[j] * 2 >= entier};
        }
    }
    return meilleure;
}

void Recherche::explorer(Choisis choisis) {
    Separation sur{};
    do {
        if (fini_) return;
        if (!compteur_->un_noeud()) {
            fini_ = coupee_ = true;
            return;
        }
        if (!juger(choisis)) return;
        if (conseil_->etat == Conseil::Etat::optimum) {
            essayer(choisis);
            if (fini_ || borne_.sous(cible_)) return;
            borne_.fixer(choisis, cible_);
        }
        sur = separer(choisis);
    } while (sur.refutee);
    if (sur.variable == choisis.size()) {  // all is fixed: one choice is left
        Retenus seul(choisis.size());
        std::ranges::transform(choisis, seul.begin(),
                               [](Choix un) { return un == Choix::retenu ? 1 : 0; });
        return garder(seul);
    }
    for (const bool retenue : {sur.d_abord_retenue, !sur.d_abord_retenue}) {
        choisis[sur.variable] = retenue ? Choix::retenu : Choix::ecarte;
        explorer(choisis);
    }
}

Reponse Recherche::chercher(const Choisis& depart, std::int64_t plancher, But but) {
    cible_ = monte(plancher, pas_);
    but_ = but;
    fini_ = coupee_ = false;
    reponse_ = {.issue = Reponse::Issue::aucun};
    explorer(depart);
    if (coupee_) reponse_.issue = Reponse::Issue::limite;
    return reponse_;
}

Reponse Recherche::un_choix(const Choisis& depart, std::int64_t plancher) {
    return chercher(depart, plancher, But::le_premier);
}

bool Recherche::resserrer(Choisis& choisis, std::int64_t plancher) {
    cible_ = monte(plancher, pas_);
    return juger(choisis);
}

std::optional<std::int64_t> Recherche::borne_initiale(const Choisis& depart) {
    auto choisis = depart;
    cible_ = plus_petit(modele_->but);
    if (!juger(choisis)) return std::nullopt;
    if (conseil_->etat == Conseil::Etat::optimum) return descend(borne_.arrondie(), pas_);
    std::int64_t tout = 0;
    for (const auto un : modele_->but) tout += std::max<std::int64_t>(un, 0);
    return tout;
}

Reponse Recherche::depasser(const Choisis& depart, const Retenus& connus, std::int64_t borne) {
    const auto connue = somme(modele_->but, connus);
    auto reponse = chercher(depart, descend(connue, pas_) + pas_, But::le_meilleur);
    const bool prouvee = reponse.issue != Reponse::Issue::limite;
    if (reponse.retenus.empty()) {
        reponse.retenus = connus;
        reponse.valeur = connue;
    }
    if (prouvee) reponse.issue = Reponse::Issue::trouve;
    reponse.borne = prouvee ? reponse.valeur : borne;
    return reponse;
}

Reponse Recherche::optimum(const Choisis& depart) {
    const auto initiale = borne_initiale(depart);
    if (!initiale) return {.issue = Reponse::Issue::aucun};
    const auto au_moins = descend(plus_petit(modele_->but), pas_);
    auto borne = *initiale;
    // Values are tried from the bound down: the first that exists is the optimum, or close to it.
    for (std::int64_t recul = 0;; recul = recul == 0 ? pas_ : recul * 4) {
        const auto plancher = std::max(au_moins, borne - recul);
        auto reponse = chercher(depart, plancher, But::le_meilleur);
        reponse.borne = reponse.issue == Reponse::Issue::trouve ? reponse.valeur : borne;
        if (reponse.issue != Reponse::Issue::aucun || plancher == au_moins) return reponse;
        borne = plancher - pas_;
        if (borne < au_moins) return reponse;
    }
}

}  // namespace grappe::proposition
