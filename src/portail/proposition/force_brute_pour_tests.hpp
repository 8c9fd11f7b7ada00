// The oracle: every subset of up to 18 projects, judged by the words of the demand and not by rows.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "portail/proposition/demandes_pour_tests.hpp"
#include "portail/proposition/traduction.hpp"

namespace grappe::proposition {

// GRAPPE_CAS=100 runs a hundred times as many cases.
inline int cas(int combien) {
    const auto* fois = std::getenv("GRAPPE_CAS");
    return fois == nullptr ? combien : combien * std::atoi(fois);
}

// A subset is a number whose highest bit is the first project deposited: of two subsets of as many
// points, the published rule prefers the greater number.
class ForceBrute {
public:
    using Partie = std::uint32_t;

    explicit ForceBrute(const Demande& demande) : demande_{demande} {
        for (const auto rang : ordre_de_depot(demande.candidats))
            candidats_.push_back(demande.candidats[rang]);
        combien_ = candidats_.size();
        const auto parties = std::size_t{1} << combien_;
        points_.assign(parties, 0);
        totaux_.assign(parties, 0);
        for (Partie une = 1; une < parties; ++une) {
            const auto bit = static_cast<unsigned>(__builtin_ctz(une));
            const auto& candidat = candidats_[combien_ - 1 - bit];
            points_[une] = points_[une & (une - 1)] + candidat.points;
            totaux_[une] = totaux_[une & (une - 1)] + candidat.montant.in_cents();
        }
    }

    bool a(Partie une, std::size_t rang) const { return (une >> (combien_ - 1 - rang) & 1U) != 0; }
    std::size_t rang(const std::string& numero) const {
        return static_cast<std::size_t>(std::ranges::find(candidats_, numero, &Candidat::numero) -
                                        candidats_.begin());
    }
    Partie fin() const { return Partie{1} << combien_; }
    std::int64_t points(Partie une) const { return points_[une]; }
    std::int64_t total(Partie une) const { return totaux_[une]; }

    bool garde(Partie une, const PartMinimale& minimale) const {
        std::int64_t montant = 0, nombre = 0;
        for (std::size_t j = 0; j < combien_; ++j) {
            if (!a(une, j)) continue;
            montant += part(candidats_[j], minimale).in_cents();
            nombre += concerne(candidats_[j], minimale) ? 1 : 0;
        }
        if (const auto* en_euros = std::get_if<core::Money>(&minimale.minimum))
            return montant >= en_euros->in_cents();
        if (const auto* dossiers = std::get_if<NombreDeDossiers>(&minimale.minimum))
            return nombre >= dossiers->nombre;
        return core::Fraction::whole(montant) >=
               core::Fraction::whole(total(une)) * std::get<core::Fraction>(minimale.minimum);
    }

    bool garde(Partie une, const Regle& regle) const {
        const auto& contraintes = demande_.contraintes;
        switch (regle.genre) {
            case Regle::Genre::enveloppe:
                return total(une) <= contraintes.enveloppe.in_cents();
            case Regle::Genre::part_minimale:
                return garde(une, contraintes.parts_minimales[regle.rang]);
            case Regle::Genre::impose:
                return a(une, rang(contraintes.imposes[regle.rang]));
            default:
                return !a(une, rang(contraintes.exclus[regle.rang]));
        }
    }

    bool garde_tout(Partie une, const std::vector<Regle>& sans) const {
        for (const auto& regle : regles(demande_.contraintes))
            if (std::ranges::find(sans, regle) == sans.end() && !garde(une, regle)) return false;
        return true;
    }

    // The best subset without the rules of `sans`; nothing when there is none.
    std::optional<Partie> meilleure(const std::vector<Regle>& sans) const {
        std::optional<Partie> trouvee;
        for (Partie une = 0; une < fin(); ++une)
            if ((!trouvee || points(une) >= points(*trouvee)) && garde_tout(une, sans))
                trouvee = une;
        return trouvee;
    }

    std::vector<std::string> numeros(Partie une) const {
        std::vector<std::string> tous;
        for (std::size_t j = 0; j < combien_; ++j)
            if (a(une, j)) tous.push_back(candidats_[j].numero);
        return tous;
    }

private:
    Demande demande_;
    std::vector<Candidat> candidats_;
    std::size_t combien_ = 0;
    std::vector<std::int64_t> points_, totaux_;
};

// Few projects, many ties, amounts of nothing, shares of the three kinds, some impossible.
inline Demande petite_demande(Hasard& hasard, int au_plus) {
    Demande demande;
    const int combien = hasard.sous(au_plus + 1);
    const int points = hasard.entre(1, 3) * hasard.entre(1, 7);
    const int pas = hasard.une_fois_sur(2) ? 2'100'000 : hasard.entre(1, 1'000);
    core::Money total;
    for (int rang = 0; rang < combien; ++rang) {
        Candidat un{.numero = "P-" + std::to_string(100 + rang),
                    .depose_le = instant_de_depot(hasard.sous(6)),
                    .points = hasard.une_fois_sur(3) ? points : hasard.sous(points + 1)};
        for (int fois = hasard.entre(1, 2); fois > 0; --fois)
            if (!hasard.une_fois_sur(6)) {
                const auto montant = core::Money::cents(pas) * hasard.sous(8);
                un.parts["secteur"][std::string(1, static_cast<char>('A' + hasard.sous(3)))] +=
                    montant;
                un.montant += montant;
            }
        un.parts["statut"][hasard.une_fois_sur(2) ? "public" : "prive"] = un.montant;
        total += un.montant;
        demande.candidats.push_back(std::move(un));
    }
    auto& contraintes = demande.contraintes;
    contraintes.enveloppe = core::Money::cents(total.in_cents() * hasard.sous(11) / 10);
    for (int fois = hasard.sous(4); fois > 0; --fois) {
        PartMinimale une{.attribut = hasard.une_fois_sur(2) ? "secteur" : "statut",
                         .valeur = "prive"};
        if (une.attribut == "secteur")
            une.valeur = std::string(1, static_cast<char>('A' + hasard.sous(3)));
        const int genre = hasard.sous(3);
        if (genre == 0) une.minimum = core::Fraction{hasard.sous(10), 9 + hasard.sous(3)};
        if (genre == 1) une.minimum = core::Money::cents(pas) * hasard.sous(12);
        if (genre == 2) une.minimum = NombreDeDossiers{hasard.sous(combien / 2 + 2)};
        contraintes.parts_minimales.push_back(std::move(une));
    }
    for (int rang = 0; rang < combien; ++rang) {
        if (hasard.une_fois_sur(12))
            contraintes.imposes.push_back(demande.candidats[static_cast<std::size_t>(rang)].numero);
        else if (hasard.une_fois_sur(12))
            contraintes.exclus.push_back(demande.candidats[static_cast<std::size_t>(rang)].numero);
    }
    return demande;
}

}  // namespace grappe::proposition
