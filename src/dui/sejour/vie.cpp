// Load, decide, save: the fact that indicators count, and what is said beside it.
#include "dui/sejour/vie.hpp"

#include <algorithm>

#include "audit/journal.hpp"
#include "core/ensure.hpp"
#include "core/texte.hpp"
#include "dui/element/elements_repository.hpp"
#include "dui/enregistrement/enregistrement.hpp"
#include "dui/lecture/contenu.hpp"
#include "secret/hasard.hpp"

namespace grappe::sejour {
namespace {

using element::Element, element::Genre;
using fait::Fait, fait::Type;

core::Refusal refus(core::Reason raison, const char* code) { return core::refuse(raison, code); }

fait::Repere repere_de(core::Date jour) { return jour.days().time_since_epoch().count(); }
core::Date jour_de(fait::Repere repere) {
    return core::Date::of(std::chrono::sys_days{std::chrono::days{repere}});
}

// Fields were checked before: a fault of the line is a Bug.
core::Result<void> enregistrer(storage::Writer& db, const Redacteur& redacteur, const Fait& fait) {
    std::vector<lecture::Faute> fautes;
    const auto fait_ecrit = enregistrement::enregistrer(
        db, {ligne_de(fait), redacteur.qui.acteur.compte, redacteur.maintenant}, fautes);
    if (!fait_ecrit) return fait_ecrit.error();
    return {};
}

Element element_de(const Fait& sejour, const Suivi& suivi) {
    return {.id = id_du_suivi(sejour.id),
            .genre = Genre::sejour,
            .classe = partage::Classe::administratif,
            .finess_et = sejour.finess_et,
            .personne = sejour.personnes.front(),
            .lie_a = {},
            .debut = core::paris().start_of(jour_de(*sejour.debut)),
            .fin = {},
            .contenu = contenu_de(suivi)};
}

struct Voulu {
    const char* acte;
    const Fait& sejour;
    const Suivi& suivi;
    std::int64_t vue;
};
core::Result<Ecrit> ecrire(storage::Writer& db, const Redacteur& redacteur, const Voulu& voulu) {
    const auto un = element_de(voulu.sejour, voulu.suivi);
    const auto ecrite = element::ecrire(db, redacteur.geste(), {un, voulu.vue});
    if (!ecrite) return ecrite.error();
    noter(db, redacteur, voulu.acte, un);
    return Ecrit{{}, voulu.sejour.id, ecrite->version};
}

struct Trouve {
    Fait fait;
    SuiviLu lu;
};
core::Result<Trouve> trouver(storage::Reader& db, const Redacteur& redacteur,
                             const std::string& sejour) {
    auto fait = dernier_fait(db, sejour, Type::sejour);
    if (!fait ||
        !redacteur.qui.peut_a(access::Permission::dossier_usager_lire, fait->finess_et.text()))
        return refus(core::Reason::not_found, "sejour.inconnu");
    if (auto droit = peut_ecrire(redacteur.qui, fait->finess_et.text()); !droit)
        return droit.error();
    return Trouve{*std::move(fait), lire_le_suivi(db, sejour)};
}

void confronter(const Admission& admission, const annuaire::Personne& personne,
                std::vector<Faute>& fautes) {
    const auto entree = core::Date::parse(admission.entree);
    if (!entree) return;
    for (const auto& un : personne.sejours)
        if (un.finess_et == admission.finess_et.text() &&
            core::name_of(un.modalite) == admission.modalite &&
            (!un.sortie || *un.sortie > *entree))
            return fautes.push_back({"modalite", "sejour.faute.deja"});
    if (personne.naissance && *entree < *personne.naissance)
        fautes.push_back({"entree", "sejour.faute.avant_naissance"});
    if (personne.deces && *entree >= *personne.deces)
        fautes.push_back({"entree", "sejour.faute.apres_deces"});
}

std::optional<core::Date> jour_ou_rien(const std::string& texte) {
    std::vector<Faute> fautes;
    return jour_dit(texte, "", fautes);
}

std::optional<Reponse> reponse_dite(const std::string& texte, const char* chemin,
                                    std::vector<Faute>& fautes) {
    const auto lue = core::named<Reponse>(texte);
    if (!lue && !texte.empty()) fautes.push_back({chemin, "sejour.faute.reponse"});
    return lue;
}

// The person's own fact, then each stay that goes on where one writes.
core::Result<std::size_t> fermer_les_sejours(storage::Writer& db, const Redacteur& redacteur,
                                             const annuaire::Personne& personne, core::Date jour) {
    std::size_t fermes = 0;
    for (const auto& un : personne.sejours) {
        auto fait = dernier_fait(db, un.id, Type::sejour);
        if (!fait || fait->fin || !peut_ecrire(redacteur.qui, un.finess_et)) continue;
        fait->fin = repere_de(jour);
        if (auto ferme = enregistrer(db, redacteur, *fait); !ferme) return ferme.error();
        auto lu = lire_le_suivi(db, un.id);
        lu.suivi.issue = Issue::deces;
        auto ecrit = ecrire(db, redacteur, {"sejour.deces", *fait, lu.suivi, lu.version});
        if (!ecrit) return ecrit.error();
        ++fermes;
    }
    return fermes;
}

}  // namespace

std::string id_du_suivi(std::string_view sejour) { return "sejour:" + std::string{sejour}; }

SuiviLu lire_le_suivi(storage::Reader& db, std::string_view sejour) {
    const auto derniere = element::derniere(db, id_du_suivi(sejour));
    if (!derniere) return {};
    return {suivi_lu(derniere->element.contenu), derniere->version};
}

std::optional<Fait> dernier_fait(storage::Reader& db, std::string_view id, Type type) {
    std::optional<magasin::Version> derniere;
    magasin::versions_de(db, {&id, 1}, [&](magasin::Version&& version) {
        if (version.fait.type == type && (!derniere || version.version > derniere->version))
            derniere = std::move(version);
    });
    if (!derniere) return std::nullopt;
    return std::move(derniere->fait);
}

core::Result<Ecrit> admettre(storage::Writer& db, const Redacteur& redacteur,
                             const Admission& admission, const annuaire::Personne& personne) {
    if (!secret::est_un_identifiant(admission.id)) return refus(core::Reason::invalid, "sejour.id");
    if (auto droit = peut_ecrire(redacteur.qui, admission.finess_et.text()); !droit)
        return droit.error();
    if (const auto deja = dernier_fait(db, admission.id, Type::sejour))
        if (deja->finess_et == admission.finess_et && deja->personnes.front() == personne.id)
            return Ecrit{{}, admission.id, lire_le_suivi(db, admission.id).version};
    Ecrit ecrit{.fautes = fautes_de(admission, redacteur.aujourd_hui())};
    confronter(admission, personne, ecrit.fautes);
    if (!ecrit.fautes.empty()) return ecrit;

    const Fait fait{.id = admission.id,
                    .type = Type::sejour,
                    .finess_et = admission.finess_et,
                    .personnes = {personne.id},
                    .debut = repere_de(core::Date::parse(admission.entree).value()),
                    .fin = {},
                    .etat = core::named<fait::Etat>(admission.modalite).value(),
                    .reste = admission.projet_possible ? "" : R"({"projet_possible":false})"};
    if (auto fait_ecrit = enregistrer(db, redacteur, fait); !fait_ecrit) return fait_ecrit.error();
    const Suivi suivi{.motif = std::string{core::trimmed(admission.motif)},
                      .fin_prevue = jour_ou_rien(admission.fin_prevue),
                      .entretien = jour_ou_rien(admission.entretien)};
    return ecrire(db, redacteur, {"sejour.admettre", fait, suivi, 0});
}

core::Result<Ecrit> sortir(storage::Writer& db, const Redacteur& redacteur, const Sortie& sortie) {
    auto trouve = trouver(db, redacteur, sortie.sejour);
    if (!trouve) return trouve.error();
    auto [fait, lu] = *std::move(trouve);
    if (fait.fin) return refus(core::Reason::rule_not_met, "sejour.deja_sorti");
    if (auto fautes = fautes_de(sortie, jour_de(*fait.debut), redacteur.aujourd_hui());
        !fautes.empty())
        return Ecrit{.fautes = std::move(fautes)};
    fait.fin = repere_de(core::Date::parse(sortie.jour).value());
    lu.suivi.issue = core::named<Issue>(sortie.issue);
    lu.suivi.motif_de_sortie = core::trimmed(sortie.motif);
    if (auto fait_ecrit = enregistrer(db, redacteur, fait); !fait_ecrit) return fait_ecrit.error();
    return ecrire(db, redacteur, {"sejour.sortir", fait, lu.suivi, sortie.vue});
}

core::Result<Ecrit> reprendre(storage::Writer& db, const Redacteur& redacteur,
                              const Reprise& reprise) {
    auto trouve = trouver(db, redacteur, reprise.sejour);
    if (!trouve) return trouve.error();
    auto [fait, lu] = *std::move(trouve);
    if (redacteur.qui.acteur.role != access::Role::encadrement)
        return refus(core::Reason::forbidden, "sejour.reprise_par");
    if (!fait.fin) return refus(core::Reason::rule_not_met, "sejour.pas_sorti");
    const auto personne = dernier_fait(db, fait.personnes.front(), Type::personne);
    if (personne && personne->fin) return refus(core::Reason::rule_not_met, "sejour.deces_connu");
    const std::string motif{core::trimmed(reprise.motif)};
    if (motif.empty()) return Ecrit{.fautes = {{"motif", "sejour.faute.motif"}}};
    if (core::caracteres(motif) > texte_au_plus)
        return Ecrit{.fautes = {{"motif", "sejour.faute.long"}}};
    fait.fin.reset();
    lu.suivi.issue.reset();
    lu.suivi.motif_de_sortie = motif;
    if (auto fait_ecrit = enregistrer(db, redacteur, fait); !fait_ecrit) return fait_ecrit.error();
    return ecrire(db, redacteur, {"sejour.reprendre", fait, lu.suivi, reprise.vue});
}

core::Result<Ecrit> dire_le_deces(storage::Writer& db, const Redacteur& redacteur,
                                  const annuaire::Personne& personne, const Deces& deces) {
    auto fait = dernier_fait(db, personne.id, Type::personne);
    if (!fait) return refus(core::Reason::not_found, "dui.dossier_inconnu");
    const bool ecrit_la = std::ranges::any_of(personne.sejours, [&](const auto& un) {
        return static_cast<bool>(peut_ecrire(redacteur.qui, un.finess_et));
    });
    if (!ecrit_la) return refus(core::Reason::forbidden, "sejour.profession");
    if (fait->fin) return refus(core::Reason::rule_not_met, "sejour.deces_connu");
    Ecrit ecrit{.id = personne.id};
    const auto jour = jour_dit(deces.jour, "jour", ecrit.fautes);
    if (deces.jour.empty()) ecrit.fautes.push_back({"jour", "sejour.faute.deces"});
    if (jour && *jour > redacteur.aujourd_hui())
        ecrit.fautes.push_back({"jour", "sejour.faute.deces_futur"});
    const bool avant = jour && (repere_de(*jour) < *fait->debut ||
                                std::ranges::any_of(personne.sejours, [&](const auto& un) {
                                    return !un.sortie && *jour < un.entree;
                                }));
    if (avant) ecrit.fautes.push_back({"jour", "sejour.faute.deces_avant"});
    if (!ecrit.fautes.empty()) return ecrit;
    fait->fin = repere_de(*jour);
    if (auto fait_ecrit = enregistrer(db, redacteur, *fait); !fait_ecrit) return fait_ecrit.error();
    audit::noter(db,
                 {.acteur = redacteur.qui.acteur.compte,
                  .acte = "personne.deces",
                  .objet = "personne:" + personne.id,
                  .detail = {}},
                 redacteur.maintenant.seconde());
    const auto fermes = fermer_les_sejours(db, redacteur, personne, *jour);
    if (!fermes) return fermes.error();
    ecrit.version = static_cast<std::int64_t>(*fermes);
    return ecrit;
}

core::Result<Ecrit> completer(storage::Writer& db, const Redacteur& redacteur,
                              const Complement& complement) {
    auto trouve = trouver(db, redacteur, complement.sejour);
    if (!trouve) return trouve.error();
    const auto entree = jour_de(*trouve->fait.debut);
    auto suivi = trouve->lu.suivi;
    Ecrit ecrit{.id = complement.sejour, .version = trouve->lu.version};
    auto& fautes = ecrit.fautes;
    suivi.fin_prevue = jour_dit(complement.fin_prevue, "fin_prevue", fautes);
    suivi.entretien = jour_dit(complement.entretien, "entretien", fautes);
    suivi.notification = jour_dit(complement.notification, "notification", fautes);
    suivi.mesure = reponse_dite(complement.mesure, "mesure", fautes);
    suivi.sans_sejour = reponse_dite(complement.sans_sejour, "sans_sejour", fautes);
    if (suivi.fin_prevue && *suivi.fin_prevue < entree)
        fautes.push_back({"fin_prevue", "sejour.faute.fin_avant"});
    if (suivi.entretien && *suivi.entretien > entree)
        fautes.push_back({"entretien", "sejour.faute.entretien_apres"});
    if (!fautes.empty() || suivi == trouve->lu.suivi) return ecrit;
    return ecrire(db, redacteur, {"sejour.completer", trouve->fait, suivi, complement.vue});
}

}  // namespace grappe::sejour
