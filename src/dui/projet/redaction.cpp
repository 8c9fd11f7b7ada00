// Load, decide, save.
#include "dui/projet/redaction.hpp"

#include <algorithm>

#include "audit/journal.hpp"
#include "core/texte.hpp"
#include "dui/element/droits.hpp"
#include "dui/projet/suite.hpp"
#include "secret/hasard.hpp"

namespace grappe::projet {
namespace {

using element::Element, element::Etat;

core::Refusal refus(core::Reason raison, const char* code) { return core::refuse(raison, code); }

core::Date jour_de(const Redacteur& redacteur) {
    return core::paris().day_of(redacteur.maintenant.seconde());
}

bool a_un_projet(Genre genre) { return genre != Genre::projet && genre != Genre::projet_vie; }

core::Result<void> permettre(const Redacteur& redacteur, const std::string& personne,
                             const core::Finess& finess_et) {
    const auto& qui = redacteur.qui;
    if (!qui.peut_a(access::Permission::dossier_usager_ecrire, finess_et.text()))
        return refus(core::Reason::forbidden, "dui.etablissement_interdit");
    if (!redacteur.accompagnee(personne, finess_et.text()))
        return refus(core::Reason::not_found, "dui.dossier_inconnu");
    if (!qui.ecrit(partage::Classe::projet))
        return refus(core::Reason::forbidden, "projet.profession");
    return {};
}

// The project that a part belongs to, open.
core::Result<Projet> projet_ouvert(storage::Reader& db, const Redacteur& redacteur,
                                   const std::string& id) {
    auto projet = lire(db, redacteur.qui, id);
    if (projet && projet->statut() == Statut::termine)
        return refus(core::Reason::rule_not_met, "projet.clos");
    return projet;
}

// What derives from a project, once it changed.
core::Result<void> suivre(storage::Writer& db, const Redacteur& redacteur, const Element& un) {
    const auto id = un.genre == Genre::projet ? un.id : un.lie_a;
    if (id.empty()) return {};
    const auto projet = lire(db, redacteur.qui, id);
    if (!projet) return projet.error();
    const element::Geste geste{redacteur.qui.acteur.compte, redacteur.maintenant};
    if (un.genre == Genre::projet)
        if (const auto dit = dire_le_fait(db, geste, *projet); !dit) return dit;
    return tenir_la_revision(db, geste, *projet, redacteur.delais);
}

struct Acte {
    const Element& element;
    std::int64_t vue;
    const char* nom;
};
// With its line of the journal (ids only), and what derives from it.
core::Result<Redigee> garder(storage::Writer& db, const Redacteur& redacteur, const Acte& acte) {
    const auto& compte = redacteur.qui.acteur.compte;
    const auto& un = acte.element;
    const auto ecrite = element::ecrire(db, {compte, redacteur.maintenant}, {un, acte.vue});
    if (!ecrite) return ecrite.error();
    audit::noter(
        db,
        {.acteur = compte, .acte = acte.nom, .objet = "personne:" + un.personne, .detail = un.id},
        redacteur.maintenant.seconde());
    if (const auto suivi = suivre(db, redacteur, un); !suivi) return suivi.error();
    return Redigee{{}, ecrite->version};
}

// What happened cannot be told before it does; a review may be planned.
bool est_dans_le_futur(const Saisie& saisie, const Textes& nets, core::Date aujourd_hui) {
    if (saisie.genre == Genre::bilan && !nets.contains("synthese")) return false;
    const auto le = nets.find("le");
    const auto jour = core::Date::parse(le == nets.end() ? std::string_view{} : le->second);
    return jour && jour.value() > aujourd_hui;
}

core::Instant debut_de(const Textes& nets, core::Instant sinon) {
    for (const auto* nom : {"le", "debut"})
        if (const auto ou = nets.find(nom); ou != nets.end())
            return core::paris().start_of(core::Date::parse(ou->second).value());
    return sinon;
}

// The element as it will be: what the fields say, and what only acts say (a project's state).
Element composer(const Redacteur& redacteur, const Saisie& saisie, const Textes& nets,
                 const std::optional<element::Version>& avant) {
    auto contenu = nets;
    const auto premier = avant ? avant->element.debut : redacteur.maintenant.seconde();
    if (saisie.genre == Genre::projet) {
        auto ancien = avant ? lecture::textes_du_contenu(avant->element.contenu) : Textes{};
        contenu["statut"] = avant ? ancien["statut"] : core::name_of(Statut::en_preparation);
        contenu["cree_le"] = avant ? ancien["cree_le"] : jour_de(redacteur).text();
        contenu["statut_le"] = avant ? ancien["statut_le"] : jour_de(redacteur).text();
    }
    return {.id = saisie.id,
            .genre = saisie.genre,
            .classe = partage::Classe::projet,
            .finess_et = avant ? avant->element.finess_et : saisie.finess_et,
            .personne = saisie.personne,
            .lie_a = saisie.projet,
            .debut = debut_de(nets, premier),
            .fin = {},
            .contenu = lecture::en_contenu(contenu)};
}

std::vector<Faute> fautes_de_la_saisie(const Redacteur& redacteur, const Saisie& saisie,
                                       const Textes& nets, const Projet* projet) {
    auto fautes = fautes_de(*fiche_de(saisie.genre), nets, redacteur.serafin,
                            [&](std::string_view id, Genre genre) {
                                return projet != nullptr && projet->trouver(id, genre) != nullptr;
                            });
    if (est_dans_le_futur(saisie, nets, jour_de(redacteur)))
        fautes.push_back({"le", "projet.futur"});
    if (projet != nullptr && saisie.vue == 0 && projet->elements >= elements_au_plus)
        fautes.push_back({"titre", "projet.plein"});
    return fautes;
}

// An amended element: the same genre, person and project as before, and standing.
core::Result<void> verifier_l_ancien(const Saisie& saisie,
                                     const std::optional<element::Version>& avant) {
    if (!avant) {
        if (saisie.vue == 0) return {};
        return refus(core::Reason::not_found, "projet.inconnu");
    }
    const auto& un = avant->element;
    if (un.genre != saisie.genre || un.personne != saisie.personne || un.lie_a != saisie.projet)
        return refus(core::Reason::not_found, "projet.inconnu");
    if (un.etat == Etat::retire) return refus(core::Reason::rule_not_met, "projet.retire");
    return {};
}

core::Result<std::optional<Projet>> projet_de(storage::Reader& db, const Redacteur& redacteur,
                                              const Saisie& saisie) {
    if (!a_un_projet(saisie.genre)) return std::optional<Projet>{};
    auto projet = projet_ouvert(db, redacteur, saisie.projet);
    if (!projet) return projet.error();
    const auto& lui = projet->lui.version.element;
    if (lui.personne != saisie.personne || lui.finess_et != saisie.finess_et)
        return refus(core::Reason::not_found, "projet.inconnu");
    return std::optional{*std::move(projet)};
}

}  // namespace

core::Result<Redigee> ecrire(storage::Writer& db, const Redacteur& redacteur,
                             const Saisie& saisie) {
    const auto* fiche = fiche_de(saisie.genre);
    if (fiche == nullptr) return refus(core::Reason::invalid, "projet.genre_inconnu");
    if (!secret::est_un_identifiant(saisie.id)) return refus(core::Reason::invalid, "projet.id");
    if (const auto permis = permettre(redacteur, saisie.personne, saisie.finess_et); !permis)
        return permis.error();
    const auto projet = projet_de(db, redacteur, saisie);
    if (!projet) return projet.error();
    const auto avant = element::derniere(db, saisie.id);
    if (const auto meme = verifier_l_ancien(saisie, avant); !meme) return meme.error();
    if (avant && saisie.genre == Genre::projet &&
        lu(*avant).champ("statut") == core::name_of(Statut::termine))
        return refus(core::Reason::rule_not_met, "projet.clos");

    const auto propres = nets(*fiche, saisie.tapes);
    const auto* entier = projet->has_value() ? &**projet : nullptr;
    Redigee redigee{.fautes = fautes_de_la_saisie(redacteur, saisie, propres, entier)};
    if (!redigee.fautes.empty()) return redigee;
    const auto un = composer(redacteur, saisie, propres, avant);
    if (avant && avant->element.contenu == un.contenu) return Redigee{{}, avant->version};
    return garder(db, redacteur,
                  {un, saisie.vue, saisie.vue == 0 ? "projet.ecrire" : "projet.modifier"});
}

core::Result<Redigee> retirer(storage::Writer& db, const Redacteur& redacteur,
                              const Retrait& retrait) {
    const auto derniere = element::derniere(db, retrait.id);
    if (!derniere || fiche_de(derniere->element.genre) == nullptr ||
        derniere->element.genre == Genre::projet || !lit(redacteur.qui, derniere->element))
        return refus(core::Reason::not_found, "projet.inconnu");
    auto un = derniere->element;
    if (const auto permis = permettre(redacteur, un.personne, un.finess_et); !permis)
        return permis.error();
    if (un.etat == Etat::retire) return refus(core::Reason::rule_not_met, "projet.retire");
    if (!un.lie_a.empty())
        if (const auto ouvert = projet_ouvert(db, redacteur, un.lie_a); !ouvert)
            return ouvert.error();
    const std::string motif{core::trimmed(retrait.motif)};
    if (motif.empty() || core::caracteres(motif) > texte_au_plus)
        return Redigee{{{"motif", motif.empty() ? "projet.motif" : "projet.long"}}, 0};
    auto dit = lecture::textes_du_contenu(un.contenu);
    dit["motif_du_retrait"] = motif;
    un.contenu = lecture::en_contenu(dit);
    un.etat = Etat::retire;
    return garder(db, redacteur, {un, retrait.vue, "projet.retirer"});
}

core::Result<Redigee> passer(storage::Writer& db, const Redacteur& redacteur, const Pas& pas) {
    auto projet = lire(db, redacteur.qui, pas.projet);
    if (!projet) return projet.error();
    auto un = projet->lui.version.element;
    if (const auto permis = permettre(redacteur, un.personne, un.finess_et); !permis)
        return permis.error();
    if (projet->lui.version.version != pas.vue)
        return refus(core::Reason::conflict, "element.version");
    const auto vers = apres(projet->statut(), pas.passage);
    if (!vers) return refus(core::Reason::rule_not_met, "projet.passage");
    if (demande_un_accord(pas.passage) && !projet->accorde_par("structure"))
        return Redigee{{{"accord", "projet.accord_structure"}}, 0};
    auto dit = projet->lui.dit;
    dit["statut"] = core::name_of(*vers);
    dit["statut_le"] = jour_de(redacteur).text();
    if (*vers == Statut::termine) dit["termine_le"] = jour_de(redacteur).text();
    un.contenu = lecture::en_contenu(dit);
    return garder(db, redacteur, {un, pas.vue, "projet.passer"});
}

}  // namespace grappe::projet
