// What a sheet must say, and what a day makes of it.
#include "dui/fiche/fiche.hpp"

#include <algorithm>
#include <array>

#include "core/ensure.hpp"
#include "core/integer.hpp"
#include "core/texte.hpp"

namespace grappe::fiche {
namespace {

using element::Genre;

std::string texte_de(const Textes& textes, std::string_view champ) {
    const auto ou = textes.find(champ);
    return ou == textes.end() ? std::string{} : ou->second;
}

const char* faute_du_jour(const Champ& champ, const std::string& texte, core::Date aujourd_hui) {
    const auto jour = core::Date::parse(texte);
    if (!jour) return "fiche.jour";
    return champ.sorte == Sorte::jour_passe && *jour > aujourd_hui ? "fiche.futur" : nullptr;
}

const char* faute_du_nombre(const std::string& texte) {
    constexpr int au_plus = 999;
    const auto nombre = core::integer<int>(texte);
    return nombre && *nombre >= 1 && *nombre <= au_plus ? nullptr : "fiche.nombre";
}

bool est_un_telephone(std::string_view texte) {
    constexpr std::string_view admis = "0123456789+().- ";
    const auto chiffres = std::ranges::count_if(texte, [](char c) { return c >= '0' && c <= '9'; });
    return texte.find_first_not_of(admis) == std::string_view::npos && chiffres >= 2;
}

bool est_un_courriel(std::string_view texte) {
    const auto arobase = texte.find('@');
    return arobase != std::string_view::npos && arobase > 0 && arobase + 1 < texte.size() &&
           texte.find(' ') == std::string_view::npos;
}

const char* faute_de(const Champ& champ, const std::string& texte, core::Date aujourd_hui) {
    if (texte.empty()) return champ.presence == Presence::requis ? "fiche.vide" : nullptr;
    const auto au_plus = champ.sorte == Sorte::long_texte ? texte_au_plus : ligne_au_plus;
    if (core::caracteres(texte) > au_plus) return "fiche.long";
    switch (champ.sorte) {
        case Sorte::mot: {
            const auto mots = mots_de(champ.mots);
            return std::ranges::find(mots, texte) == mots.end() ? "fiche.mot" : nullptr;
        }
        case Sorte::jour:
        case Sorte::jour_passe:
            return faute_du_jour(champ, texte, aujourd_hui);
        case Sorte::nombre:
            return faute_du_nombre(texte);
        case Sorte::telephone:
            return est_un_telephone(texte) ? nullptr : "fiche.telephone";
        case Sorte::courriel:
            return est_un_courriel(texte) ? nullptr : "fiche.courriel";
        case Sorte::oui:
            return texte == "oui" ? nullptr : "fiche.mot";
        case Sorte::texte:
        case Sorte::long_texte:
            break;
    }
    return nullptr;
}

void ajouter_celles_du_genre(const Rubrique& rubrique, const Textes& textes,
                             std::vector<Faute>& fautes) {
    const auto dit = [&](const char* champ) { return texte_de(textes, champ); };
    switch (rubrique.genre) {
        case Genre::contact:
            if (dit("telephone").empty() && dit("telephone_2").empty() && dit("courriel").empty() &&
                dit("adresse").empty())
                fautes.push_back({"telephone", "fiche.contact.moyen"});
            if (dit("nature") == "morale" && !(dit("prenom") + dit("relation")).empty())
                fautes.push_back({"nature", "fiche.contact.morale"});
            break;
        case Genre::confiance:
            // CASF L.311-5-1: in writing, signed by the person.
            if (dit("ecrit").empty()) fautes.push_back({"ecrit", "fiche.confiance.ecrit"});
            break;
        case Genre::directives:
            if (dit("existence") == "redigees" && dit("lieu").empty())
                fautes.push_back({"lieu", "fiche.directives.lieu"});
            break;
        default:
            break;
    }
}

core::Date plus_mois(core::Date jour, int mois) {
    const auto apres = jour.ymd() + std::chrono::months{mois};
    return core::Date::of(
        apres.ok() ? apres
                   : std::chrono::year_month_day{apres.year() / apres.month() / std::chrono::last});
}

}  // namespace

Textes nettes(const Rubrique& rubrique, const Textes& tapes) {
    Textes textes;
    for (const auto& champ : rubrique.champs)
        if (const auto ou = tapes.find(champ.nom); ou != tapes.end())
            if (const auto net = core::trimmed(ou->second); !net.empty())
                textes.emplace(champ.nom, net);
    return textes;
}

std::vector<Faute> fautes_de(const Rubrique& rubrique, const Textes& textes,
                             core::Date aujourd_hui) {
    std::vector<Faute> fautes;
    for (const auto& champ : rubrique.champs)
        if (const auto* code = faute_de(champ, texte_de(textes, champ.nom), aujourd_hui))
            fautes.push_back({std::string{champ.nom}, code});
    ajouter_celles_du_genre(rubrique, textes, fautes);
    const auto debut = core::Date::parse(texte_de(textes, rubrique.debut)),
               fin = core::Date::parse(texte_de(textes, rubrique.fin));
    if (debut && fin && *fin < *debut)
        fautes.push_back({std::string{rubrique.fin}, "fiche.fin_avant_debut"});
    if (textes.empty() && fautes.empty())
        fautes.push_back({std::string{rubrique.champs.front().nom}, "fiche.rien"});
    return fautes;
}

const Rubrique& Fiche::rubrique() const {
    const auto* une = rubrique_de(version.element.genre);
    core::ensure(une != nullptr, "a sheet is of a rubrique");
    return *une;
}

std::string Fiche::texte(std::string_view champ) const { return texte_de(textes, champ); }

std::optional<core::Date> Fiche::jour(std::string_view champ) const {
    const auto lu = core::Date::parse(texte_de(textes, champ));
    return lu ? std::optional{*lu} : std::nullopt;
}

Fiche lue(element::Version version) {
    auto textes = lecture::textes_du_contenu(version.element.contenu);
    return {std::move(version), std::move(textes)};
}

Vigueur vigueur_de(const Fiche& fiche, core::Date jour) {
    if (fiche.version.element.etat == element::Etat::retire) return Vigueur::retiree;
    if (!fiche.texte("revoquee_le").empty()) return Vigueur::revoquee;
    const auto& rubrique = fiche.rubrique();
    if (const auto fin = fiche.jour(rubrique.fin); fin && *fin < jour) return Vigueur::echue;
    if (const auto debut = fiche.jour(rubrique.debut); debut && *debut > jour)
        return Vigueur::a_venir;
    return Vigueur::en_vigueur;
}

Alerte alerte_de(const Fiche& fiche, core::Date jour) {
    // What is given back is no right that ends.
    const auto fin = fiche.jour(fiche.rubrique().fin);
    if (!fin || fiche.version.element.genre == Genre::bien ||
        vigueur_de(fiche, jour) != Vigueur::en_vigueur)
        return Alerte::aucune;
    constexpr std::array<std::pair<int, Alerte>, 3> seuils{
        {{3, Alerte::trois_mois}, {6, Alerte::six_mois}, {12, Alerte::douze_mois}}};
    for (const auto& [mois, alerte] : seuils)
        if (*fin <= plus_mois(jour, mois)) return alerte;
    return Alerte::aucune;
}

void ordonner(std::vector<Fiche>& fiches) {
    const auto rang = [](const Fiche& une) {
        constexpr int apres_tous = 1000;
        return std::pair{core::integer<int>(une.texte("ordre")).value_or(apres_tous),
                         -une.version.numero};
    };
    std::ranges::sort(fiches, {}, rang);
}

}  // namespace grappe::fiche
