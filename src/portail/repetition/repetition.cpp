// Each dossier read once, judged by its own rules then by the candidate.
#include "portail/repetition/repetition.hpp"

#include <algorithm>
#include <unordered_set>

#include "portail/dossier/lecture_dossier.hpp"
#include "portail/repetition/raisons.hpp"

namespace grappe::repetition {
namespace {

using analyse::IssueDossier;

// Empty: the dossier cannot be read.
std::optional<dossier::Dossier> lire(const Stocke& stocke, const socle::Moyens& moyens) {
    const auto lu = dossier::lire_arbre(stocke.contenu);
    if (!lu.arbre) return std::nullopt;
    // Outlives the tree, which borrows its texts.
    const teleservice::Complement complement{
        .appel = stocke.appel, .depose_le = stocke.depose_le, .pieces = stocke.pieces};
    const auto compose = teleservice::composer(*lu.arbre, complement);
    return dossier::lire_dossier(compose, {.appel_impose = std::nullopt,
                                           .territoires = moyens.referentiels.territoires})
        .dossier;
}

// What the register knows of all their establishments, asked once.
dossier::FichesRegistre fiches_de(const std::vector<std::optional<dossier::Dossier>>& dossiers,
                                  const socle::Moyens& moyens) {
    std::unordered_set<std::string> numeros;
    for (const auto& un : dossiers)
        if (un)
            for (const auto& essms : un->essms) numeros.insert(essms.finess_et.text());
    return moyens.fiches({numeros.begin(), numeros.end()});
}

// What one rehearsal keeps from dossier to dossier.
class Repetiteur {
public:
    struct Reglages {
        const programme::AppelCharge& candidat;
        const socle::Moyens& moyens;
        const dossier::FichesRegistre& fiches;
        bool tous_les_appels;
    };

    explicit Repetiteur(Reglages reglages)
        : candidat_{reglages.candidat},
          moyens_{reglages.moyens},
          fiches_{reglages.fiches},
          tous_les_appels_{reglages.tous_les_appels} {}

    // Empty: no rules are known that judge it.
    std::optional<Replique> jouer(const Stocke& stocke, dossier::Dossier saisi) {
        const auto* avant = regles_de(stocke);
        if (!avant) return std::nullopt;
        return comparer(stocke, std::move(saisi), *avant);
    }

private:
    const programme::Appel* regles_de(const Stocke& stocke) const {
        const auto* figees = moyens_.appel(stocke.regles, stocke.depose_le);
        return figees ? figees : moyens_.appel(stocke.appel, stocke.depose_le);
    }

    const std::vector<ValeurChangee>& changees(const programme::Appel& avant,
                                               const programme::Appel& apres) {
        const auto [place, nouvelle] = changees_.try_emplace({&avant, &apres});
        if (nouvelle) place->second = valeurs_changees(avant, apres);
        return place->second;
    }

    Replique comparer(const Stocke& stocke, dossier::Dossier saisi, const programme::Appel& avant) {
        const auto resolu = dossier::resoudre(saisi, fiches_, moyens_.referentiels);
        const auto ancienne = analyse::analyser(resolu, avant, moyens_.referentiels);
        const auto* apres = &candidat_.applicable(stocke.depose_le);
        auto nouvelle = analyse::analyser(resolu, *apres, moyens_.referentiels);
        if (const auto& fenetre = nouvelle.recevabilite.fenetre;
            tous_les_appels_ && fenetre && !fenetre->a_temps) {
            saisi.depose_le = fenetre->fenetre->ouvre_le;
            apres = &candidat_.applicable(saisi.depose_le);
            nouvelle = analyse::analyser(resolu, *apres, moyens_.referentiels);
        }
        Replique replique{.dossier = stocke.dossier,
                          .appel = stocke.appel,
                          .numero = stocke.numero,
                          .porteur = stocke.porteur,
                          .guichet = stocke.guichet,
                          .financeur = stocke.financeur,
                          .statut = stocke.statut,
                          .regles = avant.empreinte,
                          .regles_apres = apres->empreinte,
                          .avant = resultat_de(ancienne, resolu),
                          .apres = resultat_de(nouvelle, resolu)};
        replique.raisons = raisons({.avant = {ancienne, resolu},
                                    .apres = {nouvelle, resolu},
                                    .replique = replique,
                                    .changees = changees(avant, *apres)},
                                   moyens_.phrases);
        return replique;
    }

    const programme::AppelCharge& candidat_;
    const socle::Moyens& moyens_;
    const dossier::FichesRegistre& fiches_;
    bool tous_les_appels_;
    std::map<std::pair<const programme::Appel*, const programme::Appel*>,
             std::vector<ValeurChangee>>
        changees_{};
};

void compter(Compte& compte, core::Money avant, core::Money apres) {
    ++compte.dossiers;
    compte.gagnants += apres > avant ? 1 : 0;
    compte.perdants += apres < avant ? 1 : 0;
    compte.avant += avant;
    compte.apres += apres;
}

core::Money grandeur(core::Money montant) {
    return montant < core::Money{} ? core::Money{} - montant : montant;
}

// The largest changes of amount first, then other changes, then nothing; by number within.
bool passe_avant(const Replique& une, const Replique& autre) {
    const auto rang = [](const Replique& replique) {
        return std::tuple{core::Money{} - grandeur(replique.ecart()), !replique.change(),
                          std::string_view{replique.numero}};
    };
    return rang(une) < rang(autre);
}

std::vector<ValeurDite> valeurs_dites(const programme::AppelCharge& candidat,
                                      const socle::Moyens& moyens) {
    const auto& apres = candidat.versions.back();
    const auto* avant = moyens.appel(candidat.id, apres.de);
    std::vector<ValeurDite> dites;
    if (!avant) return dites;
    for (const auto& valeur : valeurs_changees(*avant, apres.appel)) {
        const auto& source = (valeur.apres ? valeur.apres : valeur.avant)->source;
        dites.push_back({.chemin = valeur.chemin(),
                         .avant = valeur.avant ? valeur.avant->texte : std::string{},
                         .apres = valeur.apres ? valeur.apres->texte : std::string{},
                         .source = rules::en_clair(source)});
    }
    return dites;
}

}  // namespace

bool Replique::devient_irrecevable() const {
    return avant.issue != IssueDossier::irrecevable && apres.issue == IssueDossier::irrecevable;
}

bool Replique::devient_recevable() const {
    return avant.issue == IssueDossier::irrecevable && apres.issue != IssueDossier::irrecevable;
}

Bilan bilan(const std::vector<Replique>& repliques) {
    Bilan bilan;
    for (const auto& une : repliques) {
        compter(bilan.tout, une.avant.montant(), une.apres.montant());
        compter(bilan.par_guichet[une.financeur], une.avant.montant(), une.apres.montant());
        for (std::size_t rang = 0; rang < nombre_de_secteurs; ++rang) {
            const auto avant = une.avant.par_secteur.at(rang),
                       apres = une.apres.par_secteur.at(rang);
            if (avant != core::Money{} || apres != core::Money{})
                compter(bilan.par_secteur.at(rang), avant, apres);
        }
        ++bilan.issues[{une.avant.issue, une.apres.issue}];
        bilan.changes += une.change() ? 1 : 0;
        bilan.devenus_irrecevables += une.devient_irrecevable() ? 1 : 0;
        bilan.devenus_recevables += une.devient_recevable() ? 1 : 0;
    }
    return bilan;
}

core::Result<void> admettre(const access::Acteur& acteur) {
    if (access::peut(acteur, access::Permission::regles_repeter)) return {};
    return core::refuse(core::Reason::forbidden, "acces.refuse");
}

Repetition repeter(const Stock& stock, const programme::AppelCharge& candidat,
                   const socle::Moyens& moyens) {
    const bool tous = stock.appel.empty();
    const auto& derniere = candidat.versions.back().appel;
    Repetition repetition{.appel = candidat.id,
                          .titre = derniere.titre,
                          .empreinte = derniere.empreinte,
                          .tous_les_appels = tous,
                          .valeurs = valeurs_dites(candidat, moyens),
                          .repliques = {},
                          .illisibles = {},
                          .brouillons = stock.brouillons,
                          .retires = stock.retires,
                          .bilan = {}};
    std::vector<std::optional<dossier::Dossier>> lus;
    lus.reserve(stock.dossiers.size());
    for (const auto& stocke : stock.dossiers) lus.push_back(lire(stocke, moyens));
    const auto fiches = fiches_de(lus, moyens);
    Repetiteur repetiteur{{candidat, moyens, fiches, tous}};
    repetition.repliques.reserve(lus.size());
    for (std::size_t rang = 0; rang < lus.size(); ++rang) {
        const auto& stocke = stock.dossiers[rang];
        auto jouee = lus[rang] ? repetiteur.jouer(stocke, *std::move(lus[rang])) : std::nullopt;
        if (jouee)
            repetition.repliques.push_back(*std::move(jouee));
        else
            repetition.illisibles.push_back(stocke.numero);
    }
    std::ranges::sort(repetition.repliques, passe_avant);
    repetition.bilan = bilan(repetition.repliques);
    return repetition;
}

Repetition repeter(storage::Base& base, const programme::AppelCharge& candidat,
                   const ReglesEnPlace& regles) {
    const auto vise = regles.appels.find(candidat.id) ? candidat.id : std::string{};
    const auto stock = base.read([&](storage::Reader& db) { return lire_le_stock(db, vise); });
    return repeter(stock, candidat, regles.moyens);
}

}  // namespace grappe::repetition
