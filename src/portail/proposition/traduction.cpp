// Shares as rows of integers: a minimum of 3/8 of the money is sum of (3 x amount - 8 x part) <= 0.
#include "portail/proposition/traduction.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace grappe::proposition {
namespace {

// Greater than any sum of a row that is left out.
constexpr std::int64_t grande_ouverte = std::int64_t{1} << 61;

struct EnLigne {
    const std::vector<const Candidat*>& candidats;
    const PartMinimale& minimale;

    Ligne operator()(const core::Fraction& fraction) const {
        const auto haut = static_cast<std::int64_t>(fraction.numerator());
        const auto bas = static_cast<std::int64_t>(fraction.denominator());
        Ligne ligne;
        for (const auto* un : candidats)
            ligne.coefficients.push_back(haut * un->montant.in_cents() -
                                         bas * part(*un, minimale).in_cents());
        return ligne;
    }
    Ligne operator()(core::Money montant) const {
        Ligne ligne{.coefficients = {}, .au_plus = -montant.in_cents()};
        for (const auto* un : candidats)
            ligne.coefficients.push_back(-part(*un, minimale).in_cents());
        return ligne;
    }
    Ligne operator()(NombreDeDossiers nombre) const {
        Ligne ligne{.coefficients = {}, .au_plus = -nombre.nombre};
        for (const auto* un : candidats)
            ligne.coefficients.push_back(concerne(*un, minimale) ? -1 : 0);
        return ligne;
    }
};

bool contient(const std::vector<Regle>& sans, Regle::Genre genre, std::size_t rang) {
    return std::ranges::find(sans, Regle{genre, rang}) != sans.end();
}

}  // namespace

std::vector<std::size_t> ordre_de_depot(const std::vector<Candidat>& candidats) {
    std::vector<std::size_t> ordre(candidats.size());
    std::iota(ordre.begin(), ordre.end(), std::size_t{0});
    std::ranges::sort(ordre, [&](auto un, auto autre) {
        return std::tie(candidats[un].depose_le, candidats[un].numero) <
               std::tie(candidats[autre].depose_le, candidats[autre].numero);
    });
    return ordre;
}

Ligne ligne_de_part(const std::vector<const Candidat*>& candidats, const PartMinimale& minimale) {
    return std::visit(EnLigne{candidats, minimale}, minimale.minimum);
}

std::optional<std::size_t> variable(const Demande& demande, const Traduction& traduction,
                                    const std::string& numero) {
    for (std::size_t j = 0; j < traduction.ordre.size(); ++j)
        if (demande.candidats[traduction.ordre[j]].numero == numero) return j;
    return std::nullopt;
}

Traduction traduire(const Demande& demande, const std::vector<Regle>& sans) {
    Traduction sortie{.ordre = ordre_de_depot(demande.candidats), .modele = {}, .montants = {}};
    auto& modele = sortie.modele;
    std::vector<const Candidat*> candidats;
    for (const auto rang : sortie.ordre) {
        candidats.push_back(&demande.candidats[rang]);
        modele.but.push_back(candidats.back()->points);
        sortie.montants.push_back(candidats.back()->montant.in_cents());
    }
    const auto& regles = demande.contraintes;
    modele.lignes.push_back({sortie.montants, regles.enveloppe.in_cents()});
    if (contient(sans, Regle::Genre::enveloppe, 0)) modele.lignes.back().au_plus = grande_ouverte;
    for (std::size_t k = 0; k < regles.parts_minimales.size(); ++k) {
        modele.lignes.push_back(ligne_de_part(candidats, regles.parts_minimales[k]));
        if (contient(sans, Regle::Genre::part_minimale, k))
            modele.lignes.back().au_plus = grande_ouverte;
    }
    modele.depart.assign(candidats.size(), Choix::libre);
    const auto fixer = [&](Regle::Genre genre, const std::vector<std::string>& numeros,
                           Choix choix) {
        for (std::size_t k = 0; k < numeros.size(); ++k)
            if (!contient(sans, genre, k))
                if (const auto j = variable(demande, sortie, numeros[k])) modele.depart[*j] = choix;
    };
    fixer(Regle::Genre::impose, regles.imposes, Choix::retenu);
    fixer(Regle::Genre::exclu, regles.exclus, Choix::ecarte);
    return sortie;
}

}  // namespace grappe::proposition
