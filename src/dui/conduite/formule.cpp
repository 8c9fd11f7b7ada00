// Forms, places and moments as these pages say them.
#include "dui/conduite/formule.hpp"

#include <algorithm>

#include "core/integer.hpp"
#include "core/texte.hpp"
#include "dui/fait/type_de_fait.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"

namespace grappe::conduite {
namespace {

using dui::dire;
using page::Vue;
using rencontre::Lieu;

const char* type_de(Genre genre) {
    switch (genre) {
        case Genre::jour:
            return "date";
        case Genre::moment:
            return "datetime-local";
        case Genre::nombre:
        case Genre::texte:
        case Genre::zone:
        case Genre::choix:
            break;
    }
    return "text";
}

std::string erreur_de(const dui::Services& services, const Tape& tape, const Champ& champ) {
    const auto une = std::ranges::find(tape.fautes, champ.nom, &sejour::Faute::chemin);
    return une == tape.fautes.end() ? std::string{} : dire(services, une->code);
}

Vue::Liste options_vues(const Champ& champ, std::string_view valeur) {
    Vue::Liste vues;
    for (const auto& une : champ.options)
        vues.push_back(Vue{{"code", une.code}, {"nom", une.nom}, {"choisie", une.code == valeur}});
    return vues;
}

}  // namespace

Vue vue_de(const dui::Services& services, const garde::Visite& visite, const Tape& tape,
           const Formule& formule) {
    const bool tapee = tape.acte == formule.acte + formule.rang;
    const auto prefixe = std::string{formule.acte} + formule.rang + "-";
    Vue::Liste caches, champs;
    for (const auto& un : formule.caches)
        caches.push_back(Vue{{"nom", un.nom}, {"valeur", un.valeur}});
    for (const auto& un : formule.champs) {
        const auto valeur = tapee ? std::string{tape.dit.valeur(un.nom)} : un.valeur;
        const std::string nom{un.nom};
        champs.push_back(Vue{{"id", prefixe + nom},
                             {"nom", nom},
                             {"libelle", dire(services, "conduite.champ." + nom)},
                             {"aide", services.phrases.contient("conduite.aide." + nom)
                                          ? dire(services, "conduite.aide." + nom)
                                          : std::string{}},
                             {"valeur", valeur},
                             {"type", type_de(un.genre)},
                             {"ligne", un.genre != Genre::choix && un.genre != Genre::zone},
                             {"zone", un.genre == Genre::zone},
                             {"choix", un.genre == Genre::choix},
                             {"nombre", un.genre == Genre::nombre},
                             {"erreur", tapee ? erreur_de(services, tape, un) : std::string{}},
                             {"options", options_vues(un, valeur)}});
    }
    const std::string acte{formule.acte};
    return {{"adresse", formule.adresse},
            {"titre", dire(services, "conduite.acte." + acte)},
            {"bouton", dire(services, "conduite.bouton." + acte)},
            {"ouvert", tapee},
            {"caches", std::move(caches)},
            {"champs", std::move(champs)},
            {"csrf", visite.qui().csrf}};
}

Option option(const dui::Services& services, std::string_view prefixe, std::string_view mot) {
    return {std::string{mot},
            dire(services, "conduite." + std::string{prefixe} + "." + std::string{mot})};
}

std::vector<Option> modalites(const dui::Services& services) {
    std::vector<Option> toutes;
    for (const auto& une : names(fait::Etat{}))
        if (fait::admet(fait::Type::sejour, une.value))
            toutes.push_back(
                {std::string{une.name}, dire(services, "dui.etat." + std::string{une.name})});
    return toutes;
}

std::vector<Option> oui_non(const dui::Services& services) {
    return {option(services, "reponse", "oui"), option(services, "reponse", "non")};
}

void ajouter_les_fautes(const dui::Services& services, const Tape& tape, Vue& vue) {
    Vue::Liste vues;
    for (const auto& une : tape.fautes)
        vues.push_back(
            Vue{{"phrase", dire(services, une.code)}, {"champ", tape.acte + "-" + une.chemin}});
    vue.ajouter("refus", tape.refus);
    vue.ajouter("fautes", std::move(vues));
}

std::optional<core::Instant> moment_dit(std::string_view texte) {
    constexpr std::size_t jour = 10, heure = 2, longueur = 16;  // "2024-09-30T10:00"
    if (texte.size() < longueur || texte[jour] != 'T' || texte[jour + 1 + heure] != ':')
        return std::nullopt;
    const auto lu = core::Date::parse(texte.substr(0, jour));
    const auto h = core::integer<int>(texte.substr(jour + 1, heure));
    const auto m = core::integer<int>(texte.substr(jour + 2 + heure, heure));
    if (!lu || !h || !m || *h < 0 || *h > 23 || *m < 0 || *m > 59) return std::nullopt;
    return core::paris().at(*lu, *h, *m);
}

std::string moment_en_champ(core::Instant instant) {
    constexpr std::size_t aux_minutes = 16;
    return core::paris().text(instant).substr(0, aux_minutes);
}

void ajouter_le_lieu(const dui::Services& services, const Lieu& lieu, std::string_view chemin,
                     Vue& vue) {
    Vue::Liste lieux, etablissements;
    const auto ajouter = [&](std::string nom, const std::string& unite) {
        auto la = lieu;
        la.unite = unite;
        lieux.push_back(Vue{{"nom", std::move(nom)},
                            {"adresse", std::string{chemin} + la.question()},
                            {"courant", lieu.unite == unite}});
    };
    ajouter(dire(services, "quotidien.toutes_les_unites"), "");
    for (const auto& une : lieu.unites) ajouter(une.nom, une.id);
    for (const auto& un : lieu.etablissements)
        etablissements.push_back(Vue{{"numero", un}, {"courant", un == lieu.finess_et}});
    vue.ajouter("ici", chemin);
    vue.ajouter("finess", lieu.finess_et);
    vue.ajouter("plusieurs", lieu.etablissements.size() > 1);
    vue.ajouter("etablissements", std::move(etablissements));
    vue.ajouter("a_des_unites", !lieu.unites.empty());
    vue.ajouter("lieux", std::move(lieux));
}

Lieu lieu_de_la_page(const rencontre::Ecrans& ecrans, storage::Reader& db,
                     const garde::Visite& visite) {
    return rencontre::lire_le_lieu(
        ecrans, db, visite,
        {visite.requete.query("finess").value_or(""), visite.requete.query("unite").value_or("")});
}

Lieu lieu_de_l_envoi(const rencontre::Ecrans& ecrans, storage::Reader& db,
                     const garde::Visite& visite, const page::Formulaire& envoi) {
    const rencontre::Demande demande{envoi.valeur("finess"), envoi.valeur("unite")};
    auto lieu = rencontre::lire_le_lieu(ecrans, db, visite, demande);
    if (!rencontre::est_celui(lieu, demande)) lieu.finess_et.clear();
    return lieu;
}

http::Response sans_etablissement(const dui::Services& services) {
    return dui::refuser(services,
                        core::refuse(core::Reason::not_found, "quotidien.sans_etablissement"));
}

}  // namespace grappe::conduite
