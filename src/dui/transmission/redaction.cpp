// Load, decide, save.
#include "dui/transmission/redaction.hpp"

#include "audit/journal.hpp"
#include "core/texte.hpp"
#include "dui/element/droits.hpp"
#include "dui/element/elements_repository.hpp"
#include "dui/transmission/lecture.hpp"
#include "secret/hasard.hpp"

namespace grappe::transmission {
namespace {

using element::Element, element::Etat, element::Genre;

core::Refusal refus(core::Reason raison, const char* code) { return core::refuse(raison, code); }

const char* acte_de(const Element& un, std::int64_t vue) {
    if (un.etat == Etat::retire) return "transmission.retirer";
    return vue == 0 ? "transmission.ecrire" : "transmission.amender";
}

// With its line of the journal: ids only.
core::Result<Redigee> ecrire(storage::Writer& db, const Redacteur& redacteur, const Element& un,
                             std::int64_t vue) {
    const auto& compte = redacteur.qui.acteur.compte;
    const auto ecrite = element::ecrire(db, {compte, redacteur.maintenant}, {un, vue});
    if (!ecrite) return ecrite.error();
    audit::noter(db,
                 {.acteur = compte,
                  .acte = acte_de(un, vue),
                  .objet = "personne:" + un.personne,
                  .detail = un.id},
                 redacteur.maintenant.seconde());
    return Redigee{{}, ecrite->version};
}

// The last version, and the account that wrote the first one.
struct Presente {
    element::Version version;
    std::string auteur;
};
core::Result<Presente> trouver(storage::Reader& db, const Redacteur& redacteur,
                               const std::string& id) {
    auto derniere = element::derniere(db, id);
    if (!derniere || derniere->element.genre != Genre::transmission ||
        !lit(redacteur.qui, derniere->element))
        return refus(core::Reason::not_found, "transmission.inconnue");
    if (!redacteur.qui.peut_a(access::Permission::dossier_usager_ecrire,
                              derniere->element.finess_et.text()))
        return refus(core::Reason::forbidden, "dui.etablissement_interdit");
    if (derniere->element.etat == Etat::retire)
        return refus(core::Reason::rule_not_met, "transmission.retiree");
    return Presente{*std::move(derniere), auteur_de(db, id)};
}

}  // namespace

core::Result<Redigee> rediger(storage::Writer& db, const Redacteur& redacteur,
                              const Saisie& saisie) {
    const auto& qui = redacteur.qui;
    if (!secret::est_un_identifiant(saisie.id))
        return refus(core::Reason::invalid, "transmission.id");
    if (!qui.peut_a(access::Permission::dossier_usager_ecrire, saisie.finess_et.text()))
        return refus(core::Reason::forbidden, "dui.etablissement_interdit");
    if (!redacteur.accompagnee(saisie.personne, saisie.finess_et.text()))
        return refus(core::Reason::not_found, "dui.dossier_inconnu");

    const auto dit = nette(saisie.dit);
    Redigee redigee{.fautes = fautes_de(dit)};
    if (!qui.ecrit(saisie.classe)) redigee.fautes.push_back({"classe", "transmission.classe"});
    if (saisie.debut.utc() > redacteur.maintenant.temps())
        redigee.fautes.push_back({"debut", "transmission.futur"});
    if (!saisie.lie_a.empty() && !element::se_lie(db, redacteur.qui, saisie.personne, saisie.lie_a))
        redigee.fautes.push_back({"lie_a", "transmission.lien"});
    if (!redigee.fautes.empty()) return redigee;

    const Element un{.id = saisie.id,
                     .genre = Genre::transmission,
                     .classe = saisie.classe,
                     .finess_et = saisie.finess_et,
                     .personne = saisie.personne,
                     .lie_a = saisie.lie_a,
                     .debut = saisie.debut,
                     .fin = {},
                     .contenu = contenu_de(dit)};
    const auto deja = element::versions_de(db, un.id);
    if (!deja.empty() && deja.front().element == un) return Redigee{{}, 1};
    return ecrire(db, redacteur, un, 0);
}

core::Result<Redigee> amender(storage::Writer& db, const Redacteur& redacteur,
                              const Amendement& amendement) {
    auto presente = trouver(db, redacteur, amendement.id);
    if (!presente) return presente.error();
    if (presente->auteur != redacteur.qui.acteur.compte)
        return refus(core::Reason::forbidden, "transmission.autre_auteur");
    const auto dit = nette(amendement.dit);
    if (auto fautes = fautes_de(dit); !fautes.empty()) return Redigee{std::move(fautes), 0};
    auto un = presente->version.element;
    un.contenu = contenu_de(dit);
    if (un == presente->version.element) return Redigee{{}, presente->version.version};
    return ecrire(db, redacteur, un, amendement.vue);
}

core::Result<Redigee> retirer(storage::Writer& db, const Redacteur& redacteur,
                              const Retrait& retrait) {
    auto presente = trouver(db, redacteur, retrait.id);
    if (!presente) return presente.error();
    if (presente->auteur != redacteur.qui.acteur.compte &&
        redacteur.qui.acteur.role != access::Role::encadrement)
        return refus(core::Reason::forbidden, "transmission.autre_auteur");
    const std::string motif{core::trimmed(retrait.motif)};
    if (motif.empty()) return Redigee{{{"motif", "transmission.motif"}}, 0};
    if (core::caracteres(motif) > texte_au_plus)
        return Redigee{{{"motif", "transmission.long"}}, 0};
    auto un = presente->version.element;
    auto dit = lue(un.contenu);
    dit.motif = motif;
    un.contenu = contenu_de(dit);
    un.etat = Etat::retire;
    return ecrire(db, redacteur, un, retrait.vue);
}

}  // namespace grappe::transmission
