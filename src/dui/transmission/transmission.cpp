// What a transmission must say, and how it is kept.
#include "dui/transmission/transmission.hpp"

#include <array>

#include "core/texte.hpp"
#include "dui/lecture/contenu.hpp"

namespace grappe::transmission {
namespace {

struct Partie {
    const char* nom;
    std::string Transmission::*texte;
    Forme forme;
    std::size_t au_plus;
};

constexpr std::array<Partie, 5> parties{
    {{"texte", &Transmission::texte, Forme::narrative, texte_au_plus},
     {"cible", &Transmission::cible, Forme::ciblee, cible_au_plus},
     {"donnees", &Transmission::donnees, Forme::ciblee, texte_au_plus},
     {"actions", &Transmission::actions, Forme::ciblee, texte_au_plus},
     {"resultats", &Transmission::resultats, Forme::ciblee, texte_au_plus}}};

}  // namespace

std::vector<Faute> fautes_de(const Transmission& une) {
    std::vector<Faute> fautes;
    if (une.forme == Forme::narrative && une.texte.empty())
        fautes.push_back({"texte", "transmission.vide"});
    if (une.forme == Forme::ciblee) {
        if (une.cible.empty()) fautes.push_back({"cible", "transmission.cible"});
        if (une.donnees.empty() && une.actions.empty() && une.resultats.empty())
            fautes.push_back({"donnees", "transmission.dar"});
    }
    for (const auto& partie : parties)
        if (core::caracteres(une.*partie.texte) > partie.au_plus)
            fautes.push_back({partie.nom, partie.au_plus == cible_au_plus
                                              ? "transmission.cible_longue"
                                              : "transmission.long"});
    return fautes;
}

Transmission nette(Transmission une) {
    for (const auto& partie : parties) {
        auto& texte = une.*partie.texte;
        texte = partie.forme == une.forme ? std::string{core::trimmed(texte)} : std::string{};
    }
    return une;
}

std::string contenu_de(const Transmission& une) {
    lecture::Textes textes{{"forme", std::string{core::name_of(une.forme)}},
                           {"urgence", std::string{core::name_of(une.urgence)}},
                           {"motif", une.motif}};
    for (const auto& partie : parties) textes.emplace(partie.nom, une.*partie.texte);
    return lecture::en_contenu(textes);
}

Transmission lue(std::string_view contenu) {
    auto textes = lecture::textes_du_contenu(contenu);
    Transmission une{.forme = core::named<Forme>(textes["forme"]).value(),
                     .urgence = core::named<Urgence>(textes["urgence"]).value(),
                     .motif = textes["motif"]};
    for (const auto& partie : parties) une.*partie.texte = textes[partie.nom];
    return une;
}

bool attend_un_resultat(const Transmission& une) {
    return une.forme == Forme::ciblee && une.resultats.empty();
}

Poste poste_de(core::Instant instant) {
    using std::chrono::minutes;
    const auto heure = core::paris().time_of_day(instant);
    if (heure < minutes{6 * 60 + 45} || heure >= minutes{21 * 60}) return Poste::nuit;
    return heure < minutes{13 * 60 + 45} ? Poste::matin : Poste::apres_midi;
}

}  // namespace grappe::transmission
