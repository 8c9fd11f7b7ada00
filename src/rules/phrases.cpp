// Reads locale/fr.txt into templates cut once, and fills them with the facts of a finding.
#include "rules/phrases.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <utility>

#include "core/ensure.hpp"
#include "core/texte.hpp"

namespace grappe::rules {
namespace {

using Morceau = Gabarit::Morceau;

constexpr std::string_view espace_fine = "\u202f";       // between thousands
constexpr std::string_view espace_insecable = "\u00a0";  // before the euro sign
constexpr std::array<std::string_view, 12> mois{"janvier",   "février", "mars",     "avril",
                                                "mai",       "juin",    "juillet",  "août",
                                                "septembre", "octobre", "novembre", "décembre"};

template <class Entier>
void ajouter_chiffres(std::string& sortie, Entier valeur) {
    std::array<char, 24> tampon;
    const auto fin = std::to_chars(tampon.data(), tampon.data() + tampon.size(), valeur);
    sortie.append(tampon.data(), fin.ptr);
}

// Groups of three digits from the right: "1 034 000".
void ajouter_entier(std::string& sortie, std::int64_t valeur) {
    std::array<char, 24> tampon;
    const auto fin = std::to_chars(tampon.data(), tampon.data() + tampon.size(), valeur).ptr;
    const char* chiffre = tampon.data();
    if (*chiffre == '-') sortie.push_back(*chiffre++);
    for (; chiffre != fin; ++chiffre) {
        sortie.push_back(*chiffre);
        if (fin - chiffre > 1 && (fin - chiffre - 1) % 3 == 0) sortie += espace_fine;
    }
}

void ajouter_montant(std::string& sortie, core::Money montant) {
    const auto centimes = montant.in_cents();
    if (centimes < 0) sortie.push_back('-');
    const auto absolu = std::abs(centimes);
    ajouter_entier(sortie, absolu / 100);
    sortie.push_back(',');
    sortie.push_back(static_cast<char>('0' + absolu % 100 / 10));
    sortie.push_back(static_cast<char>('0' + absolu % 10));
    sortie += espace_insecable;
    sortie += "€";
}

void ajouter_date(std::string& sortie, core::Date date) {
    const auto jour = static_cast<unsigned>(date.ymd().day());
    ajouter_chiffres(sortie, jour);
    if (jour == 1) sortie += "er";
    sortie.push_back(' ');
    sortie += mois[static_cast<unsigned>(date.ymd().month()) - 1];
    sortie.push_back(' ');
    ajouter_chiffres(sortie, date.year());
}

void ajouter_fraction(std::string& sortie, const core::Fraction& fraction) {
    constexpr core::i128 borne = INT64_MAX;
    core::ensure(fraction.numerator() <= borne && -fraction.numerator() <= borne &&
                     fraction.denominator() <= borne,
                 "fraction too long for a sentence");
    ajouter_entier(sortie, static_cast<std::int64_t>(fraction.numerator()));
    if (fraction.denominator() == 1) return;
    sortie.push_back('/');
    ajouter_entier(sortie, static_cast<std::int64_t>(fraction.denominator()));
}

struct Ecriture {
    std::string& sortie;

    void operator()(std::int64_t valeur) const { ajouter_entier(sortie, valeur); }
    void operator()(bool valeur) const { sortie += valeur ? "oui" : "non"; }
    void operator()(core::Money valeur) const { ajouter_montant(sortie, valeur); }
    void operator()(core::Date valeur) const { ajouter_date(sortie, valeur); }
    void operator()(const core::Fraction& valeur) const { ajouter_fraction(sortie, valeur); }
    void operator()(std::string_view valeur) const { sortie += valeur; }
    void operator()(const std::string& valeur) const { sortie += valeur; }
};

const ValeurDeFait& valeur_de(const Faits& faits, std::string_view nom, std::string_view code) {
    const auto trouve = std::ranges::find(faits, nom, &Fait::nom);
    if (trouve == faits.end())
        throw core::Bug{"sentence " + std::string{code} + ": no fact named " + std::string{nom}};
    return trouve->valeur;
}

bool est_singulier(const ValeurDeFait& valeur) {
    const auto* nombre = std::get_if<std::int64_t>(&valeur);
    core::ensure(nombre != nullptr, "a word agrees with an integer only");
    return *nombre >= -1 && *nombre <= 1;
}

bool nom_correct(std::string_view nom) {
    constexpr std::string_view admis = "abcdefghijklmnopqrstuvwxyz0123456789_";
    return !nom.empty() && nom.find_first_not_of(admis) == std::string_view::npos;
}

core::Result<std::vector<Morceau>> decouper(std::string_view phrase) {
    const auto refus = [&] {
        return core::refuse(core::Reason::invalid, "phrases.gabarit", std::string{phrase});
    };
    std::vector<Morceau> gabarit;
    while (!phrase.empty()) {
        const auto ouvrante = std::min(phrase.find('{'), phrase.size());
        if (phrase.substr(0, ouvrante).find('}') != std::string_view::npos) return refus();
        if (ouvrante > 0)
            gabarit.push_back(
                {Morceau::Genre::texte, std::string{phrase.substr(0, ouvrante)}, {}, {}});
        phrase.remove_prefix(ouvrante);
        if (phrase.empty()) break;

        const auto fermante = phrase.find('}');
        if (fermante == std::string_view::npos) return refus();
        const auto interieur = phrase.substr(1, fermante - 1);
        phrase.remove_prefix(fermante + 1);
        const auto barre = interieur.find('|');
        const auto nom = interieur.substr(0, barre);
        if (!nom_correct(nom)) return refus();
        if (barre == std::string_view::npos) {
            gabarit.push_back({Morceau::Genre::fait, std::string{nom}, {}, {}});
            continue;
        }
        const auto mots = interieur.substr(barre + 1);
        const auto entre = mots.find('|');
        if (entre == std::string_view::npos || mots.find('|', entre + 1) != std::string_view::npos)
            return refus();
        gabarit.push_back({Morceau::Genre::accord, std::string{nom},
                           std::string{mots.substr(0, entre)},
                           std::string{mots.substr(entre + 1)}});
    }
    return gabarit;
}

}  // namespace

void ajouter_valeur(std::string& sortie, const ValeurDeFait& valeur) {
    std::visit(Ecriture{sortie}, valeur);
}

core::Result<Phrases> Phrases::charger(std::string_view texte) {
    Phrases phrases;
    for (int numero = 1; !texte.empty(); ++numero) {
        const auto fin = std::min(texte.find('\n'), texte.size());
        const auto ligne = core::trimmed(texte.substr(0, fin));
        texte.remove_prefix(std::min(fin + 1, texte.size()));
        if (ligne.empty() || ligne.front() == '#') continue;

        const auto refus = [&](const char* code) {
            return core::refuse(core::Reason::invalid, code,
                                std::to_string(numero) + ": " + std::string{ligne});
        };
        const auto egal = ligne.find(" = ");
        if (egal == std::string_view::npos) return refus("phrases.ligne");
        auto gabarit = decouper(core::trimmed(ligne.substr(egal + 3)));
        if (!gabarit) return refus("phrases.gabarit");
        std::string code{core::trimmed(ligne.substr(0, egal))};
        const auto [_, neuf] =
            phrases.gabarits_.emplace(code, Gabarit{code, std::move(gabarit).value()});
        if (!neuf) return refus("phrases.doublon");
    }
    return phrases;
}

bool Phrases::contient(std::string_view code) const {
    return gabarits_.find(code) != gabarits_.end();
}

std::string Phrases::rendre(std::string_view code, const Faits& faits) const {
    std::string sortie;
    ajouter(sortie, code, faits);
    return sortie;
}

std::string Phrases::dire(const core::Refusal& refus) const {
    if (contient(refus.code))
        return rendre(refus.code, {{"detail", std::string_view{refus.detail}}});
    return refus.detail.empty() ? refus.code : refus.code + " : " + refus.detail;
}

void Phrases::ajouter(std::string& sortie, std::string_view code, const Faits& faits) const {
    ajouter(sortie, trouver(code), faits);
}

const Gabarit& Phrases::trouver(std::string_view code) const {
    const auto gabarit = gabarits_.find(code);
    if (gabarit == gabarits_.end())
        throw core::Bug{"sentence without a text: " + std::string{code}};
    return gabarit->second;
}

void Phrases::ajouter(std::string& sortie, const Gabarit& gabarit, const Faits& faits) {
    for (const auto& morceau : gabarit.morceaux) {
        if (morceau.genre == Morceau::Genre::texte) {
            sortie += morceau.texte;
            continue;
        }
        const auto& valeur = valeur_de(faits, morceau.texte, gabarit.code);
        if (morceau.genre == Morceau::Genre::fait)
            ajouter_valeur(sortie, valeur);
        else
            sortie += est_singulier(valeur) ? morceau.singulier : morceau.pluriel;
    }
}

}  // namespace grappe::rules
