// Sums of counters and the fractions made of them.
#include "usage/compteurs.hpp"

namespace grappe::usage {
namespace {

Compteur des_personnes(Denominateur lecture) {
    switch (lecture) {
        case Denominateur::fenetre:
            return Compteur::fenetre;
        case Denominateur::file_active:
            return Compteur::file_active;
        case Denominateur::presents:
            return Compteur::presents;
    }
    core::ensure(false, "reading of the denominator");
    return {};
}

Compteur des_eligibles(Denominateur lecture) {
    switch (lecture) {
        case Denominateur::fenetre:
            return Compteur::eligible_fenetre;
        case Denominateur::file_active:
            return Compteur::eligible_file_active;
        case Denominateur::presents:
            return Compteur::eligible_presents;
    }
    core::ensure(false, "reading of the denominator");
    return {};
}

}  // namespace

Compteurs& Compteurs::operator+=(const Compteurs& autres) {
    for (std::size_t rang = 0; rang < valeurs.size(); ++rang)
        core::ensure(!__builtin_add_overflow(valeurs[rang], autres.valeurs[rang], &valeurs[rang]),
                     "counters that fit");
    return *this;
}

Mesure mesure(const Compteurs& compteurs, Indicateur indicateur, Denominateur lecture) {
    using enum Compteur;
    const bool present = lecture == Denominateur::presents;
    const auto actifs = compteurs[present ? actif_present : actif];
    switch (indicateur) {
        case Indicateur::dossiers_actifs:
            return {actifs, compteurs[des_personnes(lecture)]};
        case Indicateur::projet_personnalise:
            return {compteurs[present ? projet_present : projet], actifs};
        case Indicateur::evenement_agenda:
            return {compteurs[present ? evenement_present : evenement], actifs};
        case Indicateur::mssante:
            return {compteurs[mssante], compteurs[des_eligibles(lecture)]};
        case Indicateur::dmp:
            return {compteurs[dmp], compteurs[des_eligibles(lecture)]};
        case Indicateur::eprescription:
        case Indicateur::eparcours:
            break;
    }
    core::ensure(false, "an indicator with a denominator");
    return {};
}

}  // namespace grappe::usage
