// Keeping the latest measures.
#include "portail/compteurs/releve.hpp"

#include <algorithm>

namespace grappe::compteurs {
namespace {

std::string cle(const std::string& dossier, const std::string& finess_et) {
    return finess_et + dossier;
}

}  // namespace

void Mesures::recevoir(const std::string& dossier, const std::string& finess_et,
                       usages::Nature nature, Mesure mesure) {
    dernier_numero_ = std::max(dernier_numero_, mesure.numero);
    auto& connues = par_essms_[cle(dossier, finess_et)];
    auto& derniere = nature == usages::Nature::signe ? connues.signee : connues.declaree;
    if (!derniere || derniere->precede(mesure)) derniere = std::move(mesure);
}

const Dernieres* Mesures::trouver(const std::string& dossier, const std::string& finess_et) const {
    const auto ou = par_essms_.find(cle(dossier, finess_et));
    return ou == par_essms_.end() ? nullptr : &ou->second;
}

}  // namespace grappe::compteurs
