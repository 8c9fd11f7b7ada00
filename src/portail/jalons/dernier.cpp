// Rows folded in their order.
#include "portail/jalons/dernier.hpp"

namespace grappe::jalons {
namespace {

bool concerne(const Fait& fait, Genre jalon, std::string_view finess_et) {
    if (fait.jalon != jalon) return false;
    const bool pour_tous = fait.acte == Acte::prevoir || fait.acte == Acte::prolonger;
    return fait.finess_et == finess_et || (fait.finess_et.empty() && pour_tous);
}

void appliquer(Dernier& dernier, const Fait& fait) {
    switch (fait.acte) {
        case Acte::prevoir:
            dernier.prevu_le = fait.jour;
            break;
        case Acte::prolonger:
            dernier.prolonge_au = fait.jour;
            break;
        case Acte::declarer:
            dernier.fait_le = fait.jour;
            dernier.suite = Suite::declare;
            break;
        case Acte::retirer:
            dernier.fait_le.reset();
            dernier.suite = Suite::rien;
            break;
        case Acte::confirmer:
            dernier.suite = Suite::confirme;
            break;
        case Acte::demander:
            dernier.suite = Suite::a_preciser;
            break;
    }
    if (fait.acte == Acte::demander)
        dernier.question = fait.motif;
    else if (fait.acte != Acte::prevoir && fait.acte != Acte::prolonger)
        dernier.question.clear();
}

}  // namespace

Dernier dernier(const std::vector<Fait>& faits, Genre jalon, std::string_view finess_et) {
    Dernier trouve;
    for (const auto& fait : faits)
        if (concerne(fait, jalon, finess_et)) appliquer(trouve, fait);
    return trouve;
}

}  // namespace grappe::jalons
