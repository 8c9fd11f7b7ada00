// Two analyses of one dossier side by side.
#include "portail/repetition/comparaison.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace grappe::repetition {
namespace {

using analyse::Analyse;
using rules::Constat;

auto place(const Constat& constat) {
    return std::tuple{constat.regle, constat.objet.genre, constat.objet.rang, constat.objet.nom};
}

bool se_suivent(const Constat* un, const Constat* autre) { return place(*un) < place(*autre); }

std::vector<const Constat*> ranges(const Analyse& analyse) {
    std::vector<const Constat*> constats;
    constats.reserve(analyse.constats.size());
    for (const auto& constat : analyse.constats) constats.push_back(&constat);
    // Of one place, as they were found.
    std::ranges::sort(constats, [](const Constat* un, const Constat* autre) {
        return std::pair{place(*un), un} < std::pair{place(*autre), autre};
    });
    return constats;
}

bool memes_issues(const Analyse& avant, const Analyse& apres) {
    return std::ranges::equal(avant.constats, apres.constats,
                              [](const Constat& un, const Constat& autre) {
                                  return un.issue == autre.issue && place(un) == place(autre);
                              });
}

// Passages gathered by rule and outcomes, in the order in which they are met.
class Recueil {
public:
    explicit Recueil(const rules::Phrases& phrases) : phrases_{phrases} {}

    void noter(const Constat* avant, const Constat* apres) {
        if (avant && apres && avant->issue == apres->issue) return;
        const auto& dit = apres ? *apres : *avant;
        const Passage passage{.regle = dit.regle,
                              .avant = avant ? std::optional{avant->issue} : std::nullopt,
                              .apres = apres ? std::optional{apres->issue} : std::nullopt,
                              .objets = 1,
                              .message = {}};
        const auto deja = std::ranges::find_if(passages_, [&](const Passage& autre) {
            return autre.regle == passage.regle && autre.avant == passage.avant &&
                   autre.apres == passage.apres;
        });
        if (deja != passages_.end()) {
            ++deja->objets;
            return;
        }
        passages_.push_back(passage);
        passages_.back().message = phrases_.rendre(dit.phrase, dit.faits);
    }

    std::vector<Passage> finir() { return std::move(passages_); }

private:
    const rules::Phrases& phrases_;
    std::vector<Passage> passages_{};
};

using Lus = std::unordered_set<std::string_view>;

void ajouter(Lus& lus, const rules::Trace& trace) {
    for (const auto& etape : trace)
        if (etape.appliquee) lus.insert(etape.parametres.begin(), etape.parametres.end());
}

void ajouter(Lus& lus, const Analyse& analyse) {
    ajouter(lus, analyse.trace);
    if (!analyse.subvention) return;
    ajouter(lus, analyse.subvention->trace);
    for (const auto& ligne : analyse.subvention->lignes) ajouter(lus, ligne.trace);
}

// A step names a value, or the table that holds it.
bool est_lu(std::string_view chemin, const Lus& lus) {
    while (!lus.contains(chemin)) {
        const auto point = chemin.rfind('.');
        if (point == std::string_view::npos) return false;
        chemin = chemin.substr(0, point);
    }
    return true;
}

}  // namespace

std::vector<ValeurChangee> valeurs_changees(const programme::Appel& avant,
                                            const programme::Appel& apres) {
    std::unordered_map<std::string_view, const programme::ValeurTracee*> anciennes;
    for (const auto& valeur : avant.valeurs) anciennes.emplace(valeur.chemin, &valeur);
    std::vector<ValeurChangee> changees;
    for (const auto& valeur : apres.valeurs) {
        const auto ancienne = anciennes.find(valeur.chemin);
        if (ancienne == anciennes.end()) {
            changees.push_back({nullptr, &valeur});
            continue;
        }
        if (ancienne->second->texte != valeur.texte)
            changees.push_back({ancienne->second, &valeur});
        anciennes.erase(ancienne);
    }
    for (const auto& valeur : avant.valeurs)
        if (anciennes.contains(valeur.chemin)) changees.push_back({&valeur, nullptr});
    return changees;
}

Resultat resultat_de(const Analyse& analyse, const dossier::DossierResolu& dossier) {
    const auto& recevabilite = analyse.recevabilite;
    const auto& fenetre = recevabilite.fenetre;
    Resultat resultat{.issue = analyse.issue,
                      .guichet = recevabilite.guichet ? std::string{recevabilite.guichet->financeur}
                                                      : std::string{},
                      .a_temps = fenetre ? std::optional{fenetre->a_temps} : std::nullopt,
                      .essms = static_cast<int>(recevabilite.comptes.size()),
                      .total = {},
                      .usage = {},
                      .equipement = {},
                      .specifique = {}};
    if (!analyse.subvention) return resultat;
    const auto& subvention = *analyse.subvention;
    resultat.total = subvention.total;
    resultat.usage = subvention.usage;
    resultat.equipement = subvention.equipement;
    resultat.specifique = subvention.specifique;
    std::map<int, referentiels::Secteur> secteurs;
    for (const auto& essms : dossier.essms)
        if (essms.secteur) secteurs.emplace(essms.ligne, *essms.secteur);
    for (const auto& ligne : subvention.lignes)
        if (const auto secteur = secteurs.find(ligne.ligne); secteur != secteurs.end())
            resultat.par_secteur.at(static_cast<std::size_t>(secteur->second)) += ligne.total();
    return resultat;
}

std::vector<Passage> passages(const Jugee& avant, const Jugee& apres,
                              const rules::Phrases& phrases) {
    if (memes_issues(avant.analyse, apres.analyse)) return {};
    const auto anciens = ranges(avant.analyse), nouveaux = ranges(apres.analyse);
    Recueil recueil{phrases};
    auto ancien = anciens.begin();
    auto nouveau = nouveaux.begin();
    while (ancien != anciens.end() || nouveau != nouveaux.end()) {
        const bool reste = ancien != anciens.end();
        if (nouveau == nouveaux.end() || (reste && se_suivent(*ancien, *nouveau)))
            recueil.noter(*ancien++, nullptr);
        else if (!reste || se_suivent(*nouveau, *ancien))
            recueil.noter(nullptr, *nouveau++);
        else
            recueil.noter(*ancien++, *nouveau++);
    }
    return recueil.finir();
}

std::vector<std::size_t> valeurs_lues(const Jugee& avant, const Jugee& apres,
                                      const std::vector<ValeurChangee>& changees) {
    Lus lus;
    ajouter(lus, avant.analyse);
    ajouter(lus, apres.analyse);
    std::vector<std::size_t> rangs;
    for (std::size_t rang = 0; rang < changees.size(); ++rang)
        if (est_lu(changees[rang].chemin(), lus)) rangs.push_back(rang);
    return rangs;
}

}  // namespace grappe::repetition
