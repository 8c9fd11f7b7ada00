// The fields of the form.
#include "portail/pages/champs.hpp"

#include <algorithm>

#include "core/identifiant.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/pages/lieu.hpp"
#include "portail/pages/modele.hpp"

namespace grappe::pages {
namespace {

using page::Vue;

// What a `datetime-local` field shows; anything else is shown as text, so that it stays.
std::string instant_local(const std::string& texte, const core::Zone& fuseau) {
    const auto lu = core::Instant::parse(texte);
    if (lu) return fuseau.text(*lu).substr(0, 19);
    return texte;
}

bool est_local(std::string_view texte) {
    return (texte.size() == 16 || texte.size() == 19) &&
           core::Instant::parse(std::string{texte} + (texte.size() == 16 ? ":00Z" : "Z"))
               .has_value();
}

std::string date_en_francais(const std::string& texte) {
    const auto lue = core::Date::parse(texte);
    if (!lue) return texte;
    return texte.substr(8, 2) + "/" + texte.substr(5, 2) + "/" + texte.substr(0, 4);
}

}  // namespace

std::string id_de(std::string_view chemin) {
    std::string id;
    for (const char c : chemin)
        if (c == '.' || c == '[')
            id += '-';
        else if (c != ']')
            id += c;
    return id;
}

Champs::Champs(const Services& services, const Etude& etude) : services_{services}, etude_{etude} {
    for (const auto& faute : etude.fautes) {
        auto phrase = phrase_de(services.phrases, faute);
        const auto remede = remede_de(services.phrases, faute);
        if (!remede.empty()) phrase += " " + remede;
        fautes_.emplace(faute.chemin, std::move(phrase));
    }
}

Vue Champs::champ(std::string_view chemin) {
    const auto genre = genre_de(chemin);
    if (genre == Genre::oui_non) return choix(chemin, oui_non());
    auto valeur = montrer(chemin);
    const bool instant = genre == Genre::instant;
    if (instant) valeur = instant_local(valeur, appel_de(services_, etude_.saisie).fuseau);
    if (genre == Genre::date) valeur = date_en_francais(valeur);
    const auto type = instant && est_local(valeur) ? "datetime-local" : "text";
    return {{"est_choix", false},   {"id", id_de(chemin)},
            {"nom", chemin},        {"type", type},
            {"valeur", valeur},     {"libelle", libelle(chemin)},
            {"aide", aide(chemin)}, {"code", genre == Genre::finess || genre == Genre::siret},
            {"seconde", instant},   {"erreur", faute(chemin)}};
}

Vue Champs::choix(std::string_view chemin, std::vector<Choix> possibles) {
    const auto& valeur = montrer(chemin);
    const bool connue = std::any_of(possibles.begin(), possibles.end(),
                                    [&](const Choix& un) { return un.valeur == valeur; });
    if (!connue) possibles.push_back({valeur, valeur});  // a wrong word stays where it was typed
    Vue::Liste vues;
    for (const auto& un : possibles)
        vues.push_back(
            Vue{{"valeur", un.valeur}, {"libelle", un.libelle}, {"choisi", un.valeur == valeur}});
    return {{"est_choix", true},          {"id", id_de(chemin)},  {"nom", chemin},
            {"libelle", libelle(chemin)}, {"aide", aide(chemin)}, {"choix", std::move(vues)},
            {"erreur", faute(chemin)}};
}

Vue::Liste Champs::plusieurs(std::string_view prefixe, const std::vector<std::string_view>& noms) {
    Vue::Liste vues;
    for (const auto nom : noms) vues.push_back(champ(std::string{prefixe} + std::string{nom}));
    return vues;
}

const std::string& Champs::montrer(std::string_view chemin) {
    montres_.emplace(chemin);
    return etude_.saisie.texte(chemin);
}

std::string Champs::faute(std::string_view chemin) const {
    const auto trouvee = fautes_.find(chemin);
    return trouvee == fautes_.end() ? std::string{} : trouvee->second;
}

int Champs::fautes_sous(std::string_view prefixe) const {
    return static_cast<int>(std::count_if(fautes_.begin(), fautes_.end(), [&](const auto& faute) {
        return faute.first.starts_with(prefixe);
    }));
}

std::string lieu_du_champ(const Services& services, std::string_view chemin) {
    auto nom = nom_du_champ(services.phrases, chemin);
    if (!chemin.starts_with("essms[")) return nom;
    const auto rang = rang_en_tete(chemin.substr(6));
    return dire(services, "pages.faute.lieu", {{"ligne", std::int64_t{rang + 1}}, {"champ", nom}});
}

std::string Champs::lieu(std::string_view chemin) const { return lieu_du_champ(services_, chemin); }

Vue::Liste Champs::caches() const {
    Vue::Liste vues;
    for (const auto& [chemin, texte] : etude_.saisie.valeurs())
        if (!montres_.contains(chemin) && !texte.empty())
            vues.push_back(Vue{{"nom", chemin}, {"valeur", texte}});
    return vues;
}

std::vector<Choix> Champs::oui_non() const {
    return {{"", dire(services_, "pages.choix.inconnu")},
            {"oui", dire(services_, "pages.choix.oui")},
            {"non", dire(services_, "pages.choix.non")}};
}

std::vector<Choix> Champs::mots(std::string_view famille,
                                const std::vector<std::string_view>& noms) const {
    std::vector<Choix> choix{{"", dire(services_, "pages.choix.inconnu")}};
    for (const auto nom : noms) {
        const auto code = "pages.choix." + std::string{famille} + "." + std::string{nom};
        choix.push_back({std::string{nom}, etiquette(services_.phrases, code, nom)});
    }
    return choix;
}

std::string Champs::libelle(std::string_view chemin) const {
    return dire(services_, "pages.champ." + sans_rangs(chemin));
}

std::string Champs::aide(std::string_view chemin) const {
    const auto code = "pages.aide." + sans_rangs(chemin);
    if (services_.phrases.contient(code)) return dire(services_, code);
    const bool date = genre_de(chemin) == Genre::date;
    return date ? dire(services_, "pages.aide.date") : std::string{};
}

}  // namespace grappe::pages
