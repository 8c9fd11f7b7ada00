// What a demand says, and what is wrong with it.
#include "portail/proposition/demande.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace grappe::proposition {
namespace {

const Repartition* repartition(const Candidat& candidat, const std::string& attribut) {
    const auto trouvee = candidat.parts.find(attribut);
    return trouvee == candidat.parts.end() ? nullptr : &trouvee->second;
}

struct Fautes {
    std::vector<core::Refusal> toutes;

    void dire(const char* code, const std::string& ou) {
        toutes.push_back(core::refuse(core::Reason::invalid, code, ou));
    }
};

void juger(const Candidat& candidat, Fautes& fautes) {
    if (candidat.points < 0 || candidat.points > points_au_plus)
        fautes.dire("proposition.points", candidat.numero);
    if (candidat.montant < core::Money{} || candidat.montant > total_au_plus)
        return fautes.dire("proposition.montant", candidat.numero);
    for (const auto& [attribut, valeurs] : candidat.parts) {
        auto reste = candidat.montant;
        for (const auto& [valeur, montant] : valeurs)
            if (montant < core::Money{} || montant > reste)
                return fautes.dire("proposition.repartition", candidat.numero + ", " + attribut);
            else
                reste = reste - montant;
    }
}

void juger(const std::vector<Candidat>& candidats, Fautes& fautes) {
    if (candidats.size() > candidats_au_plus)
        fautes.dire("proposition.trop_de_dossiers", std::to_string(candidats.size()));
    std::set<std::string> vus;
    auto reste = total_au_plus;
    for (const auto& candidat : candidats) {
        if (!vus.insert(candidat.numero).second) fautes.dire("proposition.double", candidat.numero);
        const auto avant = fautes.toutes.size();
        juger(candidat, fautes);
        if (fautes.toutes.size() > avant) continue;
        if (candidat.montant > reste) return fautes.dire("proposition.total", candidat.numero);
        reste = reste - candidat.montant;
    }
}

struct MinimumJuste {
    bool operator()(const core::Fraction& une) const {
        return une >= core::Fraction{} && une <= core::Fraction::whole(1) &&
               une.denominator() <= denominateur_au_plus;
    }
    bool operator()(core::Money un) const { return un >= core::Money{} && un <= total_au_plus; }
    bool operator()(NombreDeDossiers un) const {
        return un.nombre >= 0 && un.nombre <= static_cast<std::int64_t>(candidats_au_plus);
    }
};

void juger(const Contraintes& contraintes, Fautes& fautes) {
    if (contraintes.enveloppe < core::Money{} || contraintes.enveloppe > total_au_plus)
        fautes.dire("proposition.enveloppe", contraintes.enveloppe.text());
    if (contraintes.parts_minimales.size() > parts_au_plus)
        fautes.dire("proposition.trop_de_parts",
                    std::to_string(contraintes.parts_minimales.size()));
    for (const auto& une : contraintes.parts_minimales)
        if (!std::visit(MinimumJuste{}, une.minimum))
            fautes.dire("proposition.minimum", une.attribut + ", " + une.valeur);
}

void juger_les_numeros(const Demande& demande, Fautes& fautes) {
    std::set<std::string> connus, deja;
    for (const auto& candidat : demande.candidats) connus.insert(candidat.numero);
    const auto& contraintes = demande.contraintes;
    for (const auto* numeros : {&contraintes.imposes, &contraintes.exclus})
        for (const auto& numero : *numeros) {
            if (connus.count(numero) == 0) fautes.dire("proposition.inconnu", numero);
            if (!deja.insert(numero).second) fautes.dire("proposition.deux_fois", numero);
        }
}

}  // namespace

std::vector<Regle> regles(const Contraintes& contraintes) {
    std::vector<Regle> toutes{{Regle::Genre::enveloppe, 0}};
    const auto ajouter = [&](Regle::Genre genre, std::size_t combien) {
        for (std::size_t k = 0; k < combien; ++k) toutes.push_back({genre, k});
    };
    ajouter(Regle::Genre::part_minimale, contraintes.parts_minimales.size());
    ajouter(Regle::Genre::impose, contraintes.imposes.size());
    ajouter(Regle::Genre::exclu, contraintes.exclus.size());
    return toutes;
}

core::Money part(const Candidat& candidat, const PartMinimale& minimale) {
    const auto* valeurs = repartition(candidat, minimale.attribut);
    if (valeurs == nullptr) return {};
    const auto trouvee = valeurs->find(minimale.valeur);
    return trouvee == valeurs->end() ? core::Money{} : trouvee->second;
}

bool concerne(const Candidat& candidat, const PartMinimale& minimale) {
    const auto* valeurs = repartition(candidat, minimale.attribut);
    return valeurs != nullptr && valeurs->count(minimale.valeur) != 0;
}

std::vector<core::Refusal> fautes(const Demande& demande) {
    Fautes fautes;
    juger(demande.candidats, fautes);
    juger(demande.contraintes, fautes);
    juger_les_numeros(demande, fautes);
    return std::move(fautes.toutes);
}

}  // namespace grappe::proposition
