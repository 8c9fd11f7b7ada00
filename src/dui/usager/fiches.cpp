// Words of sheets.
#include "dui/usager/fiches.hpp"

#include <algorithm>

#include "dui/pages/cadre.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::usager {
namespace {

using dui::dire;
using fiche::Alerte, fiche::Champ, fiche::Fiche, fiche::Rubrique, fiche::Sorte, fiche::Vigueur;
using page::Vue;

std::string code_de(const Rubrique& rubrique, const char* famille, std::string_view suite) {
    return std::string{"fiche."} + famille + "." + std::string{core::name_of(rubrique.genre)} +
           "." + std::string{suite};
}

std::string mot_dit(const dui::Services& services, const Rubrique& rubrique, const Champ& champ,
                    std::string_view mot) {
    return dire(services,
                code_de(rubrique, "mot", std::string{champ.nom} + "." + std::string{mot}));
}

std::string_view type_de(Sorte sorte) {
    switch (sorte) {
        case Sorte::telephone:
            return "tel";
        case Sorte::courriel:
            return "email";
        case Sorte::long_texte:
            return "long";
        case Sorte::mot:
            return "choix";
        case Sorte::jour:
        case Sorte::jour_passe:
            return "date";
        case Sorte::nombre:
            return "number";
        case Sorte::oui:
            return "oui";
        case Sorte::texte:
            break;
    }
    return "text";
}

std::string fin_dite(const dui::Services& services, const Fiche& fiche, const char* code) {
    const auto fin = fiche.jour(fiche.rubrique().fin);
    return fin ? dire(services, code, {{"fin", *fin}}) : std::string{};
}

std::string vigueur_dite(const dui::Services& services, Vigueur vigueur) {
    if (vigueur == Vigueur::en_vigueur) return {};
    return dire(services, "fiche.vigueur." + std::string{core::name_of(vigueur)});
}

}  // namespace

Vue::Liste champs_de(const dui::Services& services, const Rubrique& rubrique,
                     const fiche::Textes& textes, const std::vector<Faute>& fautes) {
    Vue::Liste vues;
    for (const auto& champ : rubrique.champs) {
        const auto ou = textes.find(champ.nom);
        const auto code = code_de(rubrique, "champ", champ.nom);
        ChampSaisi saisi{.nom = champ.nom,
                         .code = code,
                         .type = type_de(champ.sorte),
                         .valeur = ou == textes.end() ? std::string{} : ou->second,
                         .requis = champ.presence == fiche::Presence::requis};
        for (const auto mot : fiche::mots_de(champ.mots))
            saisi.choix.push_back({std::string{mot}, mot_dit(services, rubrique, champ, mot)});
        vues.push_back(vue_du_champ(services, saisi, fautes));
    }
    return vues;
}

std::string valeur_dite(const dui::Services& services, const Fiche& fiche, const Champ& champ) {
    auto texte = fiche.texte(champ.nom);
    if (texte.empty()) return texte;
    if (champ.sorte == Sorte::mot) return mot_dit(services, fiche.rubrique(), champ, texte);
    if (champ.sorte == Sorte::oui) return dire(services, "fiche.oui");
    if (const auto jour = fiche.jour(champ.nom);
        jour && (champ.sorte == Sorte::jour || champ.sorte == Sorte::jour_passe))
        return page::jour(*jour);
    return texte;
}

std::string titre_de(const dui::Services& services, const Fiche& fiche) {
    const auto& rubrique = fiche.rubrique();
    std::string titre;
    bool mot_avant = false;
    for (const auto nom : fiche::mots_de(rubrique.titre)) {
        const auto* champ = rubrique.champ(nom);
        const auto valeur = valeur_dite(services, fiche, *champ);
        if (valeur.empty()) continue;
        titre += (titre.empty() ? "" : mot_avant ? " · " : " ") + valeur;
        mot_avant = champ->sorte == Sorte::mot;
    }
    return titre.empty()
               ? dire(services, "fiche.genre." + std::string{core::name_of(rubrique.genre)})
               : titre;
}

Vue vue_de(const dui::Services& services, const Fiche& fiche, core::Date jour) {
    const auto& rubrique = fiche.rubrique();
    const auto du_titre = fiche::mots_de(rubrique.titre);
    Vue::Liste faits;
    for (const auto& champ : rubrique.champs) {
        if (std::ranges::find(du_titre, champ.nom) != du_titre.end()) continue;
        const auto valeur = valeur_dite(services, fiche, champ);
        if (valeur.empty()) continue;
        faits.push_back(
            Vue{{"nom", dire(services, code_de(rubrique, "champ", champ.nom))},
                {"valeur", valeur},
                {"appel", champ.sorte == Sorte::telephone ? "tel:" + fiche.texte(champ.nom)
                                                          : std::string{}}});
    }
    const auto vigueur = fiche::vigueur_de(fiche, jour);
    const auto alerte = fiche::alerte_de(fiche, jour);
    return {{"id", fiche.version.element.id},
            {"titre", titre_de(services, fiche)},
            {"adresse", "/fiches/" + fiche.version.element.id},
            {"faits", std::move(faits)},
            {"vigueur", vigueur_dite(services, vigueur)},
            {"passee", vigueur != Vigueur::en_vigueur && vigueur != Vigueur::a_venir},
            {"alerte", alerte == Alerte::aucune ? std::string{}
                                                : fin_dite(services, fiche, "fiche.echeance")},
            {"presse", alerte == Alerte::trois_mois}};
}

}  // namespace grappe::usager
