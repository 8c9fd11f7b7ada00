// From rows to the facts of the definitions.
#include "dui/indicateur/dossier.hpp"

namespace grappe::indicateur {
namespace {

using colonnes::Rangee;
using fait::Etat;
using fait::Type;

core::Date jour(std::int64_t depuis_1970) {
    return core::Date::of(std::chrono::sys_days{std::chrono::days{static_cast<int>(depuis_1970)}});
}

std::optional<core::Date> jour_ou_rien(std::int64_t depuis_1970) {
    return depuis_1970 == colonnes::sans_fin ? std::nullopt : std::optional{jour(depuis_1970)};
}

core::Instant instant(std::int64_t depuis_1970) {
    return core::Instant::of(std::chrono::sys_seconds{std::chrono::seconds{depuis_1970}});
}

usage::StatutDeProjet statut_du_projet(Etat etat) {
    switch (etat) {
        case Etat::en_preparation:
            return usage::StatutDeProjet::en_preparation;
        case Etat::en_cours:
            return usage::StatutDeProjet::en_cours;
        case Etat::en_pause:
            return usage::StatutDeProjet::en_pause;
        default:
            return usage::StatutDeProjet::termine;
    }
}

usage::StatutDEvenement statut_de_l_evenement(Etat etat) {
    switch (etat) {
        case Etat::planifie:
            return usage::StatutDEvenement::planifie;
        case Etat::valide:
            return usage::StatutDEvenement::valide;
        case Etat::realise:
            return usage::StatutDEvenement::realise;
        case Etat::annule:
            return usage::StatutDEvenement::annule;
        default:
            return usage::StatutDEvenement::termine;
    }
}

void ajouter(usage::DossierMesure& mesure, Type type, const Rangee& rangee) {
    switch (type) {
        case Type::personne:
            return;
        case Type::sejour:
            mesure.sejours.push_back(
                {jour(rangee.debut), jour_ou_rien(rangee.fin), rangee.projet_impossible == 0});
            return;
        case Type::modification:
            mesure.modifications.push_back(
                {instant(rangee.debut), rangee.en_etat() == Etat::automatique});
            return;
        case Type::projet:
            mesure.projets.push_back(
                {statut_du_projet(rangee.en_etat()), jour(rangee.debut), jour_ou_rien(rangee.fin)});
            return;
        case Type::evenement:
            mesure.evenements.push_back({instant(rangee.debut), instant(rangee.fin),
                                         statut_de_l_evenement(rangee.en_etat())});
            return;
        case Type::envoi_mss:
            mesure.envois.push_back({instant(rangee.debut), rangee.en_etat() == Etat::echec});
            return;
        case Type::alimentation_dmp:
            mesure.alimentations.push_back(
                {instant(rangee.debut), rangee.en_etat() == Etat::acceptee
                                            ? usage::IssueDuDmp::acceptee
                                            : usage::IssueDuDmp::rejetee});
            return;
        case Type::import_eprescription:
            mesure.eprescription.le.push_back(instant(rangee.debut));
            return;
        case Type::echange_eparcours:
            mesure.eparcours.le.push_back(instant(rangee.debut));
            return;
    }
}

}  // namespace

usage::DossierMesure dossier_mesure(const colonnes::Plages& dossier, Acte connu) {
    usage::DossierMesure mesure;
    for (std::size_t n = 0; n < fait::types; ++n)
        for (const auto& rangee : dossier[n])
            if (rangee.connue(connu)) ajouter(mesure, static_cast<Type>(n), rangee);
    return mesure;
}

}  // namespace grappe::indicateur
