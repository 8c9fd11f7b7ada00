// Load, decide, save.
#include "dui/fiche/ecriture.hpp"

#include "audit/journal.hpp"
#include "core/texte.hpp"
#include "dui/element/droits.hpp"

namespace grappe::fiche {
namespace {

using element::Element, element::Etat;

core::Refusal refus(core::Reason raison, const char* code) { return core::refuse(raison, code); }

core::Date jour_de(const Redacteur& redacteur) {
    return core::paris().day_of(redacteur.maintenant.seconde());
}

core::Result<void> peut_ecrire(const acces::Professionnel& qui, const Rubrique& rubrique,
                               const core::Finess& finess_et) {
    if (!qui.peut_a(access::Permission::dossier_usager_ecrire, finess_et.text()))
        return refus(core::Reason::forbidden, "dui.etablissement_interdit");
    if (!qui.ecrit(rubrique.classe)) return refus(core::Reason::forbidden, "fiche.profession");
    return {};
}

// With its line of the journal: ids only.
core::Result<Ecrite> garder(storage::Writer& db, const Redacteur& redacteur, const Element& un,
                            std::int64_t vue) {
    const auto& compte = redacteur.qui.acteur.compte;
    const auto ecrite = element::ecrire(db, {compte, redacteur.maintenant}, {un, vue});
    if (!ecrite) return ecrite.error();
    const bool close =
        un.etat == Etat::retire || lecture::textes_du_contenu(un.contenu).contains("revoquee_le");
    audit::noter(db,
                 {.acteur = compte,
                  .acte = close      ? "fiche.clore"
                          : vue == 0 ? "fiche.ecrire"
                                     : "fiche.amender",
                  .objet = "personne:" + un.personne,
                  .detail = std::string{core::name_of(un.genre)} + ":" + un.id},
                 redacteur.maintenant.seconde());
    return Ecrite{{}, ecrite->version};
}

// The last version of one that may still change.
core::Result<Fiche> ouverte(storage::Reader& db, const Redacteur& redacteur,
                            const std::string& id) {
    auto derniere = element::derniere(db, id);
    if (!derniere || rubrique_de(derniere->element.genre) == nullptr ||
        !lit(redacteur.qui, derniere->element))
        return refus(core::Reason::not_found, "fiche.inconnue");
    auto fiche = lue(*std::move(derniere));
    const auto& un = fiche.version.element;
    if (const auto peut = peut_ecrire(redacteur.qui, fiche.rubrique(), un.finess_et); !peut)
        return peut.error();
    if (un.etat == Etat::retire || !fiche.texte("revoquee_le").empty())
        return refus(core::Reason::rule_not_met, "fiche.close");
    return fiche;
}

}  // namespace

core::Result<Ecrite> ecrire(storage::Writer& db, const Redacteur& redacteur, const Saisie& saisie) {
    constexpr std::size_t longueur = 32;
    if (saisie.id.size() != longueur ||
        saisie.id.find_first_not_of("0123456789abcdef") != std::string::npos)
        return refus(core::Reason::invalid, "fiche.id");
    const auto* rubrique = rubrique_de(saisie.genre);
    if (rubrique == nullptr) return refus(core::Reason::invalid, "fiche.genre");
    if (const auto peut = peut_ecrire(redacteur.qui, *rubrique, saisie.finess_et); !peut)
        return peut.error();
    if (!redacteur.accompagnee(saisie.personne, saisie.finess_et.text()))
        return refus(core::Reason::not_found, "dui.dossier_inconnu");
    const auto textes = nettes(*rubrique, saisie.textes);
    if (auto fautes = fautes_de(*rubrique, textes, jour_de(redacteur)); !fautes.empty())
        return Ecrite{std::move(fautes), 0};
    Element un{.id = saisie.id,
               .genre = saisie.genre,
               .classe = rubrique->classe,
               .finess_et = saisie.finess_et,
               .personne = saisie.personne,
               .lie_a = {},
               .debut = redacteur.maintenant.seconde(),
               .fin = {},
               .contenu = lecture::en_contenu(textes)};
    const auto deja = element::versions_de(db, un.id);
    if (!deja.empty()) {
        un.debut = deja.front().element.debut;
        if (deja.front().element == un) return Ecrite{{}, 1};
    }
    return garder(db, redacteur, un, 0);
}

core::Result<Ecrite> amender(storage::Writer& db, const Redacteur& redacteur,
                             const Amendement& amendement) {
    const auto fiche = ouverte(db, redacteur, amendement.id);
    if (!fiche) return fiche.error();
    const auto textes = nettes(fiche->rubrique(), amendement.textes);
    if (auto fautes = fautes_de(fiche->rubrique(), textes, jour_de(redacteur)); !fautes.empty())
        return Ecrite{std::move(fautes), 0};
    auto un = fiche->version.element;
    un.contenu = lecture::en_contenu(textes);
    if (un == fiche->version.element) return Ecrite{{}, fiche->version.version};
    return garder(db, redacteur, un, amendement.vue);
}

core::Result<Ecrite> clore(storage::Writer& db, const Redacteur& redacteur,
                           const Cloture& cloture) {
    const auto fiche = ouverte(db, redacteur, cloture.id);
    if (!fiche) return fiche.error();
    const bool revoque = cloture.fin == Fin::revocation;
    if (revoque && !fiche->rubrique().revocable)
        return refus(core::Reason::rule_not_met, "fiche.irrevocable");
    const std::string motif{core::trimmed(cloture.motif)};
    // Nobody has to say why one revokes; an error is explained.
    if (motif.empty() && !revoque) return Ecrite{{{"motif", "fiche.motif"}}, 0};
    if (core::caracteres(motif) > texte_au_plus) return Ecrite{{{"motif", "fiche.long"}}, 0};
    auto textes = fiche->textes;
    textes["motif"] = motif;
    if (revoque) textes["revoquee_le"] = redacteur.maintenant.seconde().utc_text();
    auto un = fiche->version.element;
    un.contenu = lecture::en_contenu(textes);
    if (!revoque) un.etat = Etat::retire;
    return garder(db, redacteur, un, cloture.vue);
}

std::vector<Fiche> fiches_de(storage::Reader& db, const acces::Professionnel& qui,
                             std::string_view personne, element::Genre genre) {
    std::vector<Fiche> fiches;
    const auto* rubrique = rubrique_de(genre);
    if (rubrique == nullptr || !qui.lit(rubrique->classe)) return fiches;
    for (auto& une : element::du_dossier(db, {personne, genre, fiches_au_plus}))
        if (lit(qui, une.element)) fiches.push_back(lue(std::move(une)));
    ordonner(fiches);
    return fiches;
}

core::Result<std::vector<Signee>> lire(storage::Reader& db, const acces::Professionnel& qui,
                                       const std::string& id) {
    std::vector<Signee> versions;
    for (auto& une : element::versions_de(db, id)) {
        if (rubrique_de(une.element.genre) == nullptr || !lit(qui, une.element)) break;
        auto signature = magasin::signature_de(db, une.enregistrement);
        versions.push_back({lue(std::move(une)), std::move(signature)});
    }
    if (versions.empty()) return refus(core::Reason::not_found, "fiche.inconnue");
    return versions;
}

}  // namespace grappe::fiche
