// Fields of traits.
#include "dui/usager/traits.hpp"

#include <array>

#include "dui/fait/type_de_fait.hpp"
#include "dui/pages/cadre.hpp"

namespace grappe::usager {
namespace {

using inscription::Traits;

struct Trait {
    const char* nom;
    std::string Traits::*texte;
    const char* type;
    bool requis;
};
constexpr std::array<Trait, 7> traits_du_formulaire{
    {{"nom_naissance", &Traits::nom_naissance, "text", true},
     {"prenoms", &Traits::prenoms, "text", true},
     {"naissance", &Traits::naissance, "date", true},
     {"sexe", &Traits::sexe, "choix", true},
     {"lieu", &Traits::lieu, "text", true},
     {"nom_utilise", &Traits::nom_utilise, "text", false},
     {"prenom_utilise", &Traits::prenom_utilise, "text", false}}};

std::vector<Choix> sexes(const dui::Services& services) {
    std::vector<Choix> tous;
    for (const auto& un : names(fait::Sexe{}))
        tous.push_back(
            {std::string{un.name}, dui::dire(services, "dui.sexe." + std::string{un.name})});
    return tous;
}

std::vector<Choix> dispositifs(const dui::Services& services) {
    std::vector<Choix> tous;
    for (const auto& un : names(identite::Dispositif{}))
        tous.push_back({std::string{un.name}, dispositif_dit(services, un.value)});
    return tous;
}

}  // namespace

std::string dispositif_dit(const dui::Services& services, identite::Dispositif dispositif) {
    auto dit = dui::dire(services, "identite.dispositif." + std::string{core::name_of(dispositif)});
    // Whatever space stands before the colon.
    const auto ou = dit.find(": ");
    return ou == std::string::npos ? dit : dit.substr(ou + 2);
}

Traits traits_tapes(const page::Formulaire& envoi) {
    Traits traits;
    for (const auto& un : traits_du_formulaire) traits.*un.texte = envoi.valeur(un.nom);
    return traits;
}

page::Vue::Liste champs_des_traits(const dui::Services& services, const Traits& traits,
                                   const std::vector<Faute>& fautes) {
    page::Vue::Liste vues;
    for (const auto& un : traits_du_formulaire) {
        const auto code = "usager.trait." + std::string{un.nom};
        ChampSaisi champ{.nom = un.nom,
                         .code = code,
                         .type = un.type,
                         .valeur = traits.*un.texte,
                         .requis = un.requis};
        if (champ.type == "choix") champ.choix = sexes(services);
        vues.push_back(vue_du_champ(services, champ, fautes));
    }
    return vues;
}

page::Vue::Liste champs_de_la_piece(const dui::Services& services, const inscription::Piece& piece,
                                    const std::vector<Faute>& fautes, Demande demande) {
    const bool requis = demande == Demande::requise;
    return {vue_du_champ(services,
                         {.nom = "dispositif",
                          .code = "usager.piece.dispositif",
                          .type = "choix",
                          .valeur = piece.dispositif,
                          .choix = dispositifs(services),
                          .requis = requis},
                         fautes),
            vue_du_champ(services,
                         {.nom = "vu_le",
                          .code = "usager.piece.vu_le",
                          .type = "date",
                          .valeur = piece.vu_le,
                          .requis = requis},
                         fautes)};
}

}  // namespace grappe::usager
