// Load, decide, save.
#include "dui/document/depot.hpp"

#include "audit/journal.hpp"
#include "core/texte.hpp"
#include "dui/document/lecture.hpp"
#include "dui/element/droits.hpp"
#include "secret/hasard.hpp"

namespace grappe::document {
namespace {

using element::Element, element::Etat, element::Genre;

constexpr std::size_t motif_au_plus = 400;  // characters

core::Refusal refus(core::Reason raison, const char* code) { return core::refuse(raison, code); }

bool peut_ecrire(const acces::Professionnel& qui, std::string_view finess_et) {
    return qui.peut_a(access::Permission::dossier_usager_ecrire, finess_et);
}

const char* acte_de(const Element& un, std::int64_t vue) {
    if (un.etat == Etat::retire) return "document.retirer";
    return vue == 0 ? "document.deposer" : "document.remplacer";
}

// With its line of the journal: ids only.
core::Result<Ecrit> ecrire(storage::Writer& db, const Redacteur& redacteur, const Element& un,
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
    return Ecrit{{}, ecrite->version};
}

core::Result<element::Version> trouver(storage::Reader& db, const Redacteur& redacteur,
                                       const std::string& id) {
    auto derniere = element::derniere(db, id);
    if (!derniere || derniere->element.genre != Genre::document ||
        !lit(redacteur.qui, derniere->element))
        return refus(core::Reason::not_found, "document.inconnu");
    if (!peut_ecrire(redacteur.qui, derniere->element.finess_et.text()) ||
        !redacteur.qui.ecrit(derniere->element.classe))
        return refus(core::Reason::forbidden, "document.lecture_seule");
    if (derniere->element.etat == Etat::retire)
        return refus(core::Reason::rule_not_met, "document.retire");
    return *std::move(derniere);
}

}  // namespace

std::vector<Faute> fautes_du_depot(storage::Reader& db, const Redacteur& redacteur,
                                   const std::string& personne, const Fiche& fiche) {
    auto fautes = fautes_de(fiche, core::paris().day_of(redacteur.maintenant.seconde()));
    const auto* type = redacteur.types.trouver(fiche.type);
    if (type == nullptr)
        fautes.push_back({"type", "document.type"});
    else if (!redacteur.qui.ecrit(type->donnees))
        fautes.push_back({"type", "document.classe"});
    if (!fiche.lie_a.empty() && !element::se_lie(db, redacteur.qui, personne, fiche.lie_a))
        fautes.push_back({"lie_a", "document.lien"});
    return fautes;
}

core::Result<Ecrit> deposer(storage::Writer& db, const Redacteur& redacteur, const Depot& depot) {
    if (!secret::est_un_identifiant(depot.id)) return refus(core::Reason::invalid, "document.id");
    if (!peut_ecrire(redacteur.qui, depot.finess_et.text()))
        return refus(core::Reason::forbidden, "dui.etablissement_interdit");
    if (!redacteur.accompagnee(depot.personne, depot.finess_et.text()))
        return refus(core::Reason::not_found, "dui.dossier_inconnu");
    auto document = depot.document;
    document.fiche.titre = core::trimmed(document.fiche.titre);
    const auto& fiche = document.fiche;
    if (auto fautes = fautes_du_depot(db, redacteur, depot.personne, fiche); !fautes.empty())
        return Ecrit{std::move(fautes), 0};
    const Element un{.id = depot.id,
                     .genre = Genre::document,
                     .classe = redacteur.types.trouver(fiche.type)->donnees,
                     .finess_et = depot.finess_et,
                     .personne = depot.personne,
                     .lie_a = fiche.lie_a,
                     .debut = core::paris().start_of(fiche.date),
                     .fin = {},
                     .contenu = contenu_de(document)};
    const auto deja = element::versions_de(db, un.id);
    if (!deja.empty() && deja.front().element == un) return Ecrit{{}, deja.back().version};
    return ecrire(db, redacteur, un, 0);
}

core::Result<Ecrit> remplacer(storage::Writer& db, const Redacteur& redacteur,
                              const Remplacement& remplacement) {
    auto version = trouver(db, redacteur, remplacement.id);
    if (!version) return version.error();
    auto un = version->element;
    auto document = remplacement.fichier ? *remplacement.fichier : lu(un.contenu);
    document.fiche = remplacement.fiche;
    document.fiche.titre = core::trimmed(document.fiche.titre);
    auto fautes = fautes_du_depot(db, redacteur, un.personne, document.fiche);
    const auto* type = redacteur.types.trouver(document.fiche.type);
    if (type != nullptr && type->donnees != un.classe)
        fautes.push_back({"type", "document.autre_classe"});
    if (!fautes.empty()) return Ecrit{std::move(fautes), 0};
    un.lie_a = document.fiche.lie_a;
    un.debut = core::paris().start_of(document.fiche.date);
    un.contenu = contenu_de(document);
    if (un == version->element) return Ecrit{{}, version->version};
    return ecrire(db, redacteur, un, remplacement.vue);
}

core::Result<Ecrit> retirer(storage::Writer& db, const Redacteur& redacteur,
                            const Retrait& retrait) {
    auto version = trouver(db, redacteur, retrait.id);
    if (!version) return version.error();
    auto un = version->element;
    auto document = lu(un.contenu);
    document.motif = std::string{core::trimmed(retrait.motif)};
    if (document.motif.empty()) return Ecrit{{{"motif", "document.motif"}}, 0};
    if (core::caracteres(document.motif) > motif_au_plus)
        return Ecrit{{{"motif", "document.motif_long"}}, 0};
    un.etat = Etat::retire;
    un.contenu = contenu_de(document);
    return ecrire(db, redacteur, un, retrait.vue);
}

}  // namespace grappe::document
