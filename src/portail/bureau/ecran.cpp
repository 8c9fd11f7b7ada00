// Shared by the screens of a desk.
#include "portail/bureau/ecran.hpp"

#include "core/texte.hpp"
#include "portail/pages/cadre.hpp"

namespace grappe::bureau {
namespace {

constexpr std::size_t formulaire_max = std::size_t{256} * 1024;

}  // namespace

void ajouter_lecture(const Bureau& bureau, Ecran ecran) {
    garde::ajouter(bureau.routes, bureau.comptes, garde::lecture(std::move(ecran)));
}

void ajouter_envoi(const Bureau& bureau, Ecran ecran) {
    garde::ajouter(bureau.routes, bureau.comptes, garde::envoi(std::move(ecran), formulaire_max));
}

void noter_le_refus(const garde::Visite& visite, std::string_view dossier,
                    const core::Refusal& refus) {
    if (refus.code != "dossier.inconnu" && refus.code != "dossier.interdit") return;
    instruction::noter_le_refus(visite.base, reception::demandeur(visite),
                                {"dossier.examiner", dossier, refus});
}

http::Response refuser(const Bureau& bureau, const garde::Visite& visite,
                       const core::Refusal& refus) {
    noter_le_refus(visite, visite.requete.path("id"), refus);
    return bureau.routes.refuse(visite.requete, {garde::statut_de(refus.reason), refus.code});
}

instruction::Moyens moyens_de(const Bureau& bureau, const garde::Visite& visite) {
    return reception::moyens_de(bureau.portail, visite);
}

// Back to the list that it came from, when that is one.
std::string retour(const page::Formulaire& saisie) {
    const std::string adresse{saisie.valeur("retour")};
    const bool sure = adresse == "/bureau" || adresse.starts_with("/bureau?");
    return sure && adresse.find_first_of("\r\n") == std::string::npos ? adresse : "/bureau";
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
        adresse += core::percent_encoded(valeur);
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
    ajouter_niveau(bureau);
    ajouter_versions(bureau);
    ajouter_messages(bureau);
    ajouter_courriers(bureau);
    ajouter_administration(bureau);
}

}  // namespace grappe::bureau
