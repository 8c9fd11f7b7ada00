// An act belongs to the element of its stay; the sector is an element of the establishment.
#include "dui/sejour/acte.hpp"

#include <algorithm>

#include "core/calendar.hpp"
#include "core/texte.hpp"
#include "dui/element/elements_repository.hpp"
#include "dui/lecture/contenu.hpp"
#include "secret/hasard.hpp"

namespace grappe::sejour {
namespace {

using echeance::Acte;
using element::Element, element::Etat, element::Genre;
using referentiels::Secteur;

constexpr int majorite_en_mois = 18 * 12;

core::Refusal refus(core::Reason raison, const char* code) { return core::refuse(raison, code); }

ActeFait acte_de(const element::Version& version) {
    auto textes = lecture::textes_du_contenu(version.element.contenu);
    return {.id = version.element.id,
            .version = version.version,
            .acte = core::named<Acte>(textes["acte"]).value(),
            .jour = core::paris().day_of(version.element.debut),
            .participants = textes["participants"],
            .avis = textes["avis"]};
}

std::vector<Faute> fautes_de(const SaisieDActe& saisie, core::Date aujourd_hui) {
    std::vector<Faute> fautes;
    const auto acte = core::named<Acte>(saisie.acte);
    if (!acte || std::ranges::find(actes_dits, *acte) == actes_dits.end())
        fautes.push_back({"acte", "acte.faute.acte"});
    const auto jour = jour_dit(saisie.jour, "jour", fautes);
    if (saisie.jour.empty()) fautes.push_back({"jour", "acte.faute.jour"});
    if (jour && *jour > aujourd_hui) fautes.push_back({"jour", "acte.faute.futur"});
    if (acte && nomme_les_participants(*acte) && core::trimmed(saisie.participants).empty())
        fautes.push_back({"participants", "acte.faute.participants"});
    if (core::caracteres(saisie.participants) > texte_au_plus)
        fautes.push_back({"participants", "sejour.faute.long"});
    if (core::caracteres(saisie.avis) > texte_au_plus)
        fautes.push_back({"avis", "sejour.faute.long"});
    return fautes;
}

std::string id_de_l_etablissement(std::string_view finess_et) {
    return "etablissement:" + std::string{finess_et};
}

core::Result<Ecrit> ecrire(storage::Writer& db, const Redacteur& redacteur, const char* acte,
                           const element::Ecriture& voulue) {
    const auto ecrite = element::ecrire(db, redacteur.geste(), voulue);
    if (!ecrite) return ecrite.error();
    noter(db, redacteur, acte, voulue.element);
    return Ecrit{{}, voulue.element.id, ecrite->version};
}

}  // namespace

bool nomme_les_participants(Acte acte) {
    using enum Acte;
    return acte == remise_contrat || acte == signature_contrat || acte == remise_dipc ||
           acte == remise_dipm || acte == avenant || acte == actualisation;
}

std::vector<ActeFait> actes_de(storage::Reader& db, std::string_view sejour) {
    std::vector<ActeFait> actes;
    for (const auto& une : element::lies_a(db, id_du_suivi(sejour)))
        if (une.element.genre == Genre::acte_de_sejour && une.element.etat == Etat::actif)
            actes.push_back(acte_de(une));
    return actes;
}

core::Result<Ecrit> noter_un_acte(storage::Writer& db, const Redacteur& redacteur,
                                  const SaisieDActe& saisie) {
    if (!secret::est_un_identifiant(saisie.id)) return refus(core::Reason::invalid, "acte.id");
    const auto sejour = dernier_fait(db, saisie.sejour, fait::Type::sejour);
    if (!sejour ||
        !redacteur.qui.peut_a(access::Permission::dossier_usager_lire, sejour->finess_et.text()))
        return refus(core::Reason::not_found, "sejour.inconnu");
    if (auto droit = peut_ecrire(redacteur.qui, sejour->finess_et.text()); !droit)
        return droit.error();
    const auto suivi = id_du_suivi(saisie.sejour);
    const auto deja = element::derniere(db, saisie.id);
    if (deja && deja->element.lie_a == suivi) return Ecrit{{}, saisie.id, deja->version};
    if (auto fautes = fautes_de(saisie, redacteur.aujourd_hui()); !fautes.empty())
        return Ecrit{.fautes = std::move(fautes)};
    const Element un{.id = saisie.id,
                     .genre = Genre::acte_de_sejour,
                     .classe = partage::Classe::administratif,
                     .finess_et = sejour->finess_et,
                     .personne = sejour->personnes.front(),
                     .lie_a = suivi,
                     .debut = core::paris().start_of(core::Date::parse(saisie.jour).value()),
                     .fin = {},
                     .contenu = lecture::en_contenu(
                         {{"acte", saisie.acte},
                          {"participants", std::string{core::trimmed(saisie.participants)}},
                          {"avis", std::string{core::trimmed(saisie.avis)}}})};
    return ecrire(db, redacteur, "sejour.acte", {un, 0});
}

core::Result<Ecrit> retirer_un_acte(storage::Writer& db, const Redacteur& redacteur,
                                    const RetraitDActe& retrait) {
    const auto derniere = element::derniere(db, retrait.id);
    if (!derniere || derniere->element.genre != Genre::acte_de_sejour ||
        derniere->element.etat == Etat::retire ||
        !redacteur.qui.peut_a(access::Permission::dossier_usager_lire,
                              derniere->element.finess_et.text()))
        return refus(core::Reason::not_found, "acte.inconnu");
    if (auto droit = peut_ecrire(redacteur.qui, derniere->element.finess_et.text()); !droit)
        return droit.error();
    const std::string motif{core::trimmed(retrait.motif)};
    if (motif.empty()) return Ecrit{.fautes = {{"motif", "sejour.faute.motif"}}};
    if (core::caracteres(motif) > texte_au_plus)
        return Ecrit{.fautes = {{"motif", "sejour.faute.long"}}};
    auto un = derniere->element;
    auto textes = lecture::textes_du_contenu(un.contenu);
    textes["motif"] = motif;
    un.contenu = lecture::en_contenu(textes);
    un.etat = Etat::retire;
    return ecrire(db, redacteur, "sejour.acte_retirer", {un, retrait.vue});
}

std::optional<Secteur> secteur_de(storage::Reader& db, std::string_view finess_et) {
    const auto un = element::derniere(db, id_de_l_etablissement(finess_et));
    if (!un) return std::nullopt;
    return core::named<Secteur>(lecture::textes_du_contenu(un->element.contenu)["secteur"]);
}

core::Result<Ecrit> dire_le_secteur(storage::Writer& db, const Redacteur& redacteur,
                                    const core::Finess& finess_et, Secteur secteur) {
    if (auto droit = peut_ecrire(redacteur.qui, finess_et.text()); !droit) return droit.error();
    const auto avant = element::derniere(db, id_de_l_etablissement(finess_et.text()));
    const Element un{
        .id = id_de_l_etablissement(finess_et.text()),
        .genre = Genre::etablissement,
        .classe = partage::Classe::administratif,
        .finess_et = finess_et,
        .personne = {},
        .lie_a = {},
        .debut = redacteur.maintenant.seconde(),
        .fin = {},
        .contenu = lecture::en_contenu({{"secteur", std::string{core::name_of(secteur)}}})};
    if (avant && avant->element.contenu == un.contenu) return Ecrit{{}, un.id, avant->version};
    return ecrire(db, redacteur, "etablissement.secteur", {un, avant ? avant->version : 0});
}

FaitsDuSejour faits_du_sejour(const Connu& connu) {
    FaitsDuSejour faits;
    const auto naissance = connu.personne.naissance;
    const bool mineur =
        naissance && connu.aujourd_hui < core::plus_months(*naissance, majorite_en_mois);
    if (!connu.secteur) faits.inconnues.push_back(Inconnue::secteur);
    if (!naissance) faits.inconnues.push_back(Inconnue::naissance);
    if (mineur && !connu.suivi.mesure) faits.inconnues.push_back(Inconnue::mesure);
    if (!faits.inconnues.empty()) return faits;
    const auto modalite =
        core::named<echeance::Accompagnement>(core::name_of(connu.sejour.modalite)).value();
    echeance::Sejour un{.secteur = *connu.secteur,
                        .accompagnement = connu.suivi.sans_sejour == Reponse::oui
                                              ? echeance::Accompagnement::sans_sejour
                                              : modalite,
                        .admission = connu.sejour.entree,
                        .age = mineur ? echeance::Age::mineur : echeance::Age::majeur,
                        .mesure = mineur && connu.suivi.mesure == Reponse::oui
                                      ? echeance::Mesure::judiciaire
                                      : echeance::Mesure::aucune,
                        .fin_prevue = connu.suivi.fin_prevue,
                        .sortie = connu.sejour.sortie,
                        .entretien = connu.suivi.entretien,
                        .notification = connu.suivi.notification};
    for (const auto& acte : connu.actes) un.faits.push_back({acte.acte, acte.jour});
    faits.sejour = std::move(un);
    return faits;
}

FaitsDuSejour lire_les_faits(storage::Reader& db, const annuaire::Personne& personne,
                             const annuaire::Sejour& sejour, core::Date aujourd_hui) {
    const auto lu = lire_le_suivi(db, sejour.id);
    const auto actes = actes_de(db, sejour.id);
    return faits_du_sejour({.secteur = secteur_de(db, sejour.finess_et),
                            .personne = personne,
                            .sejour = sejour,
                            .suivi = lu.suivi,
                            .actes = actes,
                            .aujourd_hui = aujourd_hui});
}

}  // namespace grappe::sejour
