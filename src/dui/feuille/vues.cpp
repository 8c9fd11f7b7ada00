// Words of evaluations.
#include "dui/feuille/vues.hpp"

#include "core/integer.hpp"
#include "core/texte.hpp"
#include "dui/acces/consultation.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/personne_vue.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::feuille {
namespace {

using dui::dire;
using page::Vue;

// The field of the form that a path of an evaluation is about.
std::string champ_de(std::string_view chemin) {
    if (!chemin.starts_with("reponses.")) return std::string{chemin};
    return chemin.ends_with("commentaire") ? "commentaire" : "modalite";
}

}  // namespace

std::string adresse_de_la_liste(std::string_view personne) {
    return dui::adresse_sous("/evaluations", personne);
}

std::string adresse_de(const passation::Version& une) {
    return "/evaluation/" + une.version.element.id;
}

std::string adresse_de(const std::string& id, std::string_view variable) {
    return "/evaluation/" + id + "/variables/" + core::percent_encoded(variable);
}

std::string resultat_court(const Feuilles& feuilles, const evaluation::Evaluation& dite) {
    const auto& services = feuilles.ecrans.services;
    const auto resultat = passation::resultat_de(feuilles.outils, dite);
    if (resultat.sorte == evaluation::Sorte::rien) return dire(services, "feuille.resultat.aucun");
    if (!resultat.valeur) return dire(services, "feuille.resultat.attendu");
    return dire(services,
                resultat.sorte == evaluation::Sorte::gir ? "feuille.resultat.gir"
                                                         : "feuille.resultat.score",
                {{"valeur", *resultat.valeur}});
}

std::string statut_dit(const Feuilles& feuilles, const passation::Version& une) {
    const auto& services = feuilles.ecrans.services;
    if (une.retiree()) return dire(services, "feuille.statut.retiree");
    return dire(services, "feuille.statut." + std::string{core::name_of(une.dite().statut)});
}

Vue::Liste phrases_de(const Feuilles& feuilles, const std::vector<evaluation::Dit>& dits) {
    Vue::Liste vues;
    for (const auto& un : dits)
        vues.push_back(Vue{{"phrase", dire(feuilles.ecrans.services, un.code, un.faits)}});
    return vues;
}

Vue::Liste fautes_dites(const Feuilles& feuilles, const saisie::Fautes& fautes) {
    const auto& phrases = feuilles.ecrans.services.phrases;
    Vue::Liste vues;
    for (const auto& une : fautes) {
        const auto champ = champ_de(une.chemin);
        const auto nom = page::etiquette(phrases, "feuille.champ." + champ, champ);
        vues.push_back(
            Vue{{"phrase",
                 phrases.rendre("feuille.faute",
                                {{"champ", nom}, {"phrase", phrases.rendre(une.code, une.faits)}})},
                {"champ", champ}});
    }
    return vues;
}

std::string modalite_dite(const evaluation::Grille& grille, const std::optional<std::string>& cle) {
    const auto* une = cle ? grille.modalite(*cle) : nullptr;
    if (une == nullptr) return {};
    return une->libelle == une->cle ? une->cle : une->cle + ", " + une->libelle;
}

core::Result<Ouverte> ouvrir(const Feuilles& feuilles, garde::Visite& visite) {
    const std::string id{visite.requete.path("id")};
    const auto& ecrans = feuilles.ecrans;
    auto ouverte = visite.base.read([&](storage::Reader& db) -> core::Result<Ouverte> {
        const auto qui = acces::professionnel(db, visite.qui().acteur);
        auto versions = passation::lire(db, {qui, feuilles.outils}, id);
        if (!versions) return versions.error();
        const auto personne = versions->back().version.element.personne;
        auto rencontre = rencontre::rencontrer(ecrans, db, visite, personne);
        if (!rencontre) return rencontre.error();
        const auto page =
            passation::page_de(db, {qui, feuilles.outils}, {personne, passation::regardees});
        const auto* avant = passation::precedente(page, versions->back());
        const auto* grille = feuilles.outils.grille(versions->back().dite().grille);
        return Ouverte{*std::move(rencontre), *std::move(versions),
                       avant == nullptr ? std::nullopt : std::optional{*avant}, *grille};
    });
    if (ouverte)
        acces::consigner_un_dossier(visite.base,
                                    {visite.qui().acteur.compte, rencontre::instant(ecrans)},
                                    ouverte->rencontre.personne.id);
    return ouverte;
}

passation::Redacteur redacteur(const Feuilles& feuilles, const acces::Professionnel& qui) {
    return {qui, rencontre::maintenant(feuilles.ecrans), feuilles.outils,
            [&feuilles](std::string_view personne, std::string_view finess_et) {
                return feuilles.ecrans.annuaire.accompagnee_a(personne, finess_et);
            }};
}

std::int64_t version_vue(const page::Formulaire& envoi) {
    return core::integer<std::int64_t>(envoi.valeur("version")).value_or(0);
}

}  // namespace grappe::feuille
