// Writing of facts, in the order that canonical JSON asks for, straight to text: there are many.
#include "rapport/faits_json.hpp"

#include <array>

namespace grappe::rapport {
namespace {

using usage::DossierMesure;

void ajouter_chiffres(std::string& sortie, unsigned valeur, int combien) {
    std::array<char, 4> chiffres;
    for (int rang = combien - 1; rang >= 0; --rang, valeur /= 10)
        chiffres[static_cast<std::size_t>(rang)] = static_cast<char>('0' + valeur % 10);
    sortie.append(chiffres.data(), static_cast<std::size_t>(combien));
}

void ajouter_jour(std::string& sortie, std::chrono::year_month_day jour) {
    ajouter_chiffres(sortie, static_cast<unsigned>(static_cast<int>(jour.year())), 4);
    sortie += '-';
    ajouter_chiffres(sortie, static_cast<unsigned>(jour.month()), 2);
    sortie += '-';
    ajouter_chiffres(sortie, static_cast<unsigned>(jour.day()), 2);
}

void ajouter_instant(std::string& sortie, core::Instant instant) {
    const auto jour = std::chrono::floor<std::chrono::days>(instant.utc());
    const auto secondes = static_cast<unsigned>((instant.utc() - jour).count());
    sortie += '"';
    ajouter_jour(sortie, jour);
    sortie += 'T';
    ajouter_chiffres(sortie, secondes / 3600, 2);
    sortie += ':';
    ajouter_chiffres(sortie, secondes / 60 % 60, 2);
    sortie += ':';
    ajouter_chiffres(sortie, secondes % 60, 2);
    sortie += "Z\"";
}

// Members of one object: each begins with its own comma or brace.
void membre(std::string& sortie, std::string_view debut, core::Date jour) {
    sortie.append(debut).append(1, '"');
    ajouter_jour(sortie, jour.ymd());
    sortie += '"';
}

void membre(std::string& sortie, std::string_view debut, core::Instant instant) {
    sortie.append(debut);
    ajouter_instant(sortie, instant);
}

void membre(std::string& sortie, std::string_view debut, std::string_view mot) {
    sortie.append(debut).append(1, '"').append(mot).append(1, '"');
}

enum class Oui : bool {};
void membre(std::string& sortie, std::string_view debut, Oui oui) {
    sortie.append(debut).append(1, oui == Oui{true} ? '1' : '0');
}

void ajouter(std::string& sortie, const usage::AlimentationDmp& une) {
    membre(sortie, "{\"issue\":", core::name_of(une.issue));
    membre(sortie, ",\"le\":", une.le);
}

void ajouter(std::string& sortie, const usage::EnvoiMss& un) {
    membre(sortie, "{\"echec\":", Oui{un.echec});
    membre(sortie, ",\"le\":", un.le);
}

void ajouter(std::string& sortie, const usage::Evenement& un) {
    membre(sortie, "{\"debut\":", un.debut);
    membre(sortie, ",\"fin\":", un.fin);
    membre(sortie, ",\"statut\":", core::name_of(un.statut));
}

void ajouter(std::string& sortie, const usage::Modification& une) {
    membre(sortie, "{\"automatique\":", Oui{une.automatique});
    membre(sortie, ",\"le\":", une.le);
}

void ajouter(std::string& sortie, const usage::Projet& un) {
    if (un.au) membre(sortie, "{\"au\":", *un.au);
    membre(sortie, un.au ? ",\"du\":" : "{\"du\":", un.du);
    membre(sortie, ",\"statut\":", core::name_of(un.statut));
}

void ajouter(std::string& sortie, const usage::Sejour& un) {
    membre(sortie, "{\"entree\":", un.entree);
    membre(sortie, ",\"projet_possible\":", Oui{un.projet_possible});
    if (un.sortie) membre(sortie, ",\"sortie\":", *un.sortie);
}

template <class Fait>
void liste(std::string& sortie, std::string_view debut, const std::vector<Fait>& faits) {
    sortie.append(debut).append(1, '[');
    for (const auto& fait : faits) {
        if (sortie.back() != '[') sortie += ',';
        ajouter(sortie, fait);
        sortie += '}';
    }
    sortie += ']';
}

void passages(std::string& sortie, std::string_view debut, const usage::Passages& tous) {
    sortie.append(debut).append("{\"deja\":");
    ajouter_nombre(sortie, tous.deja);
    sortie += ",\"le\":[";
    for (const auto le : tous.le) {
        if (sortie.back() != '[') sortie += ',';
        ajouter_instant(sortie, le);
    }
    sortie += "]}";
}

}  // namespace

std::string ecrire_faits(const DossierMesure& dossier) {
    std::string sortie;
    sortie.reserve(512);
    liste(sortie, "{\"alimentations\":", dossier.alimentations);
    liste(sortie, ",\"envois\":", dossier.envois);
    passages(sortie, ",\"eparcours\":", dossier.eparcours);
    passages(sortie, ",\"eprescription\":", dossier.eprescription);
    liste(sortie, ",\"evenements\":", dossier.evenements);
    liste(sortie, ",\"modifications\":", dossier.modifications);
    liste(sortie, ",\"projets\":", dossier.projets);
    liste(sortie, ",\"sejours\":", dossier.sejours);
    sortie += '}';
    return sortie;
}

}  // namespace grappe::rapport
