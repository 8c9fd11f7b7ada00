// Shared by the screens of a desk.
#include "portail/bureau/ecran.hpp"

#include <fmt/format.h>

#include "portail/pages/cadre.hpp"

namespace grappe::bureau {
namespace {

constexpr std::size_t formulaire_max = std::size_t{256} * 1024;

garde::Ligne ligne_de(Ecran ecran, http::Method methode) {
    return {.methode = methode,
            .chemin = ecran.chemin,
            .resume = ecran.resume,
            .permission = ecran.permission,
            .action = std::move(ecran.action),
            .repond = "text/html"};
}

void ajouter_echappe(std::string& adresse, std::string_view texte) {
    for (const char c : texte) {
        const bool simple = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                            (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
        if (simple)
            adresse += c;
        else
            fmt::format_to(std::back_inserter(adresse), "%{:02X}",
                           static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
}

}  // namespace

void ajouter_lecture(const Bureau& bureau, Ecran ecran) {
    garde::ajouter(bureau.routes, bureau.comptes, ligne_de(std::move(ecran), http::Method::get));
}

void ajouter_envoi(const Bureau& bureau, Ecran ecran) {
    auto ligne = ligne_de(std::move(ecran), http::Method::post);
    ligne.corps_au_plus = formulaire_max;
    ligne.types = {"application/x-www-form-urlencoded", "multipart/form-data"};
    garde::ajouter(bureau.routes, bureau.comptes, std::move(ligne));
}

page::Formulaire lire_envoi(const garde::Visite& visite) {
    auto lu = page::lire_formulaire(visite.requete.field("content-type"), visite.requete.body);
    return lu ? std::move(lu).value() : page::Formulaire{};
}

http::Response refuser(const Bureau& bureau, const garde::Visite& visite,
                       const core::Refusal& refus) {
    if (refus.code == "dossier.inconnu" || refus.code == "dossier.interdit")
        instruction::noter_le_refus(visite.base, reception::demandeur(visite),
                                    {"dossier.examiner", visite.requete.path("id"), refus});
    return bureau.routes.refuse(visite.requete, {garde::statut_de(refus.reason), refus.code});
}

instruction::Moyens moyens_de(const Bureau& bureau, const garde::Visite& visite) {
    return {.regles = bureau.portail.moyens,
            .adresse_publique = visite.moyens.adresse_publique,
            .reel = visite.moyens.reel};
}

std::string Noms::de(std::string_view compte) const {
    for (const auto& personne : personnes_)
        if (personne.compte == compte) return personne.nom;
    return {};
}

std::string requete(const std::vector<std::pair<std::string, std::string>>& champs) {
    std::string adresse;
    for (const auto& [nom, valeur] : champs) {
        if (valeur.empty()) continue;
        adresse.append(adresse.empty() ? "?" : "&").append(nom).append("=");
        ajouter_echappe(adresse, valeur);
    }
    return adresse;
}

std::string statut_en_clair(const Bureau& bureau, teleservice::Statut statut) {
    return pages::dire(bureau.services, "bureau.statut." + std::string{core::name_of(statut)});
}

std::string_view classe_de(teleservice::Statut statut) {
    using enum teleservice::Statut;
    switch (statut) {
        case depose:
            return "venir";
        case en_instruction:
            return "info";
        case pieces_demandees:
        case reserve:
            return "alerte";
        case irrecevable:
        case defavorable:
            return "bloque";
        case brouillon:
        case retire:
        case clos:
            return "ferme";
        default:
            return "ouvert";
    }
}

void ajouter_bureau(const Bureau& bureau) {
    ajouter_boite(bureau);
    ajouter_lot(bureau);
    ajouter_examen(bureau);
    ajouter_versions(bureau);
    ajouter_courriers(bureau);
}

}  // namespace grappe::bureau
