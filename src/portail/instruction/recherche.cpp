// Reading of typed searches.
#include "portail/instruction/recherche.hpp"

#include <algorithm>

#include "core/finess.hpp"
#include "core/integer.hpp"
#include "referentiels/mots.hpp"

namespace grappe::instruction {
namespace {

std::vector<std::string_view> morceaux(std::string_view texte) {
    std::vector<std::string_view> lus;
    while (true) {
        const auto debut = texte.find_first_not_of(" \t\r\n");
        if (debut == std::string_view::npos) return lus;
        const auto fin = std::min(texte.find_first_of(" \t\r\n", debut), texte.size());
        lus.push_back(texte.substr(debut, fin - debut));
        texte.remove_prefix(fin);
    }
}

std::string_view sans_signe(std::string_view valeur) {
    return valeur.starts_with(">") ? valeur.substr(1) : valeur;
}

bool lire_nombre(std::string_view valeur, std::optional<int>& lu) {
    const auto nombre = core::integer<int>(sans_signe(valeur));
    if (nombre) lu = nombre;
    return nombre.has_value();
}

template <class T>
bool lire_dans(std::string_view valeur, std::optional<T>& lu) {
    auto parse = T::parse(valeur);
    if (parse) lu = *std::move(parse);
    return lu.has_value();
}

bool critere(Filtre& filtre, std::string_view cle, std::string_view valeur, std::string_view moi) {
    if (cle == "appel") {
        filtre.appel = valeur;
        return !valeur.empty();
    }
    if (cle == "statut") {
        filtre.statut = core::named<teleservice::Statut>(valeur);
        return filtre.statut.has_value();
    }
    if (cle == "instructeur") {
        filtre.instructeur = valeur == "moi" ? moi : valeur;
        return !valeur.empty();
    }
    if (cle == "finess") {
        filtre.finess = valeur;
        return core::Finess::parse(valeur).has_value();
    }
    if (cle == "essms") return lire_nombre(valeur, filtre.essms_min);
    if (cle == "montant") return lire_dans(sans_signe(valeur), filtre.montant_min);
    if (cle == "depuis") return lire_dans(valeur, filtre.depuis);
    if (cle == "jusque") return lire_dans(valeur, filtre.jusque);
    return false;
}

void ajouter_mots(Filtre& filtre, std::string_view morceau) {
    if (filtre.finess.empty() && core::Finess::parse(morceau)) {
        filtre.finess = morceau;
        return;
    }
    for (auto& mot : referentiels::mots(morceau))
        if (filtre.mots.size() < mots_max) filtre.mots.push_back(std::move(mot));
}

}  // namespace

bool Filtre::simple() const {
    return appel.empty() && instructeur.empty() && mots.empty() && finess.empty() && !essms_min &&
           !montant_min && !depuis && !jusque;
}

std::vector<std::string> appliquer(Filtre& filtre, const Saisie& saisie) {
    std::vector<std::string> illisibles;
    for (const auto morceau : morceaux(saisie.texte)) {
        const auto deux_points = morceau.find(':');
        if (deux_points == std::string_view::npos)
            ajouter_mots(filtre, morceau);
        else if (!critere(filtre, morceau.substr(0, deux_points), morceau.substr(deux_points + 1),
                          saisie.moi))
            illisibles.emplace_back(morceau);
    }
    return illisibles;
}

}  // namespace grappe::instruction
