// Load, decide, save.
#include "dui/demande/registre.hpp"

#include <algorithm>

#include "audit/journal.hpp"
#include "core/texte.hpp"
#include "dui/element/elements_repository.hpp"
#include "dui/magasin/faits_repository.hpp"
#include "secret/hasard.hpp"

namespace grappe::demande {
namespace {

using element::Element, element::Genre;

constexpr auto classe = partage::Classe::administratif;
constexpr std::size_t par_question = 200;

core::Result<void> peut_ecrire(const acces::Professionnel& qui, const core::Finess& finess_et) {
    if (!qui.peut_a(access::Permission::dossier_usager_ecrire, finess_et.text()))
        return core::refuse(core::Reason::forbidden, "dui.etablissement_interdit");
    if (!qui.ecrit(classe)) return core::refuse(core::Reason::forbidden, "demande.profession");
    return {};
}

core::Result<std::vector<Faute>> ecrire(storage::Writer& db, const Geste& geste,
                                        const element::Ecriture& ecriture, const char* acte) {
    const auto& compte = geste.qui.acteur.compte;
    const auto ecrite = element::ecrire(db, {compte, geste.maintenant}, ecriture);
    if (!ecrite) return ecrite.error();
    audit::noter(db,
                 {.acteur = compte,
                  .acte = acte,
                  .objet = "personne:" + ecriture.element.personne,
                  .detail = ecriture.element.id},
                 geste.maintenant.seconde());
    return std::vector<Faute>{};
}

core::Result<element::Version> trouver(storage::Reader& db, const Geste& geste,
                                       const std::string& id) {
    auto version = element::derniere(db, id);
    if (!version || version->element.genre != Genre::demande || !geste.qui.lit(classe))
        return core::refuse(core::Reason::not_found, "demande.inconnue");
    if (auto peut = peut_ecrire(geste.qui, version->element.finess_et); !peut) return peut.error();
    return *std::move(version);
}

core::Date jour_de(const Geste& geste) { return core::paris().day_of(geste.maintenant.seconde()); }

std::vector<Inscrite> lues(storage::Reader& db, std::vector<element::Version>&& versions) {
    std::vector<Inscrite> toutes;
    for (auto& une : versions) {
        auto demande = lue(une.element.contenu);
        auto auteur = magasin::signature_de(db, une.enregistrement).auteur;
        toutes.push_back({std::move(une), std::move(demande), std::move(auteur)});
    }
    return toutes;
}

}  // namespace

core::Result<std::vector<Faute>> inscrire(storage::Writer& db, const Geste& geste,
                                          const Inscription& inscription) {
    if (!secret::est_un_identifiant(inscription.id))
        return core::refuse(core::Reason::invalid, "demande.id");
    if (auto peut = peut_ecrire(geste.qui, inscription.finess_et); !peut) return peut.error();
    auto demande = inscription.demande;
    demande.texte = std::string{core::trimmed(demande.texte)};
    if (auto fautes = fautes_de(demande, jour_de(geste)); !fautes.empty()) return fautes;
    const Element un{.id = inscription.id,
                     .genre = Genre::demande,
                     .classe = classe,
                     .finess_et = inscription.finess_et,
                     .personne = inscription.personne,
                     .lie_a = {},
                     .debut = core::paris().start_of(demande.recue_le),
                     .fin = {},
                     .contenu = contenu_de(demande)};
    const auto deja = element::versions_de(db, un.id);
    if (!deja.empty() && deja.front().element == un) return std::vector<Faute>{};
    return ecrire(db, geste, {un, 0}, "demande.inscrire");
}

core::Result<std::vector<Faute>> prolonger(storage::Writer& db, const Geste& geste,
                                           const Visee& visee, const std::string& motif) {
    const auto version = trouver(db, geste, visee.id);
    if (!version) return version.error();
    auto un = version->element;
    auto demande = lue(un.contenu);
    const Prolongation voulue{jour_de(geste), std::string{core::trimmed(motif)}};
    if (demande.prolongation == voulue) return std::vector<Faute>{};
    if (auto fautes = fautes_d_une_prolongation(demande, voulue); !fautes.empty()) return fautes;
    demande.prolongation = voulue;
    un.contenu = contenu_de(demande);
    return ecrire(db, geste, {un, visee.vue}, "demande.prolonger");
}

core::Result<std::vector<Faute>> repondre(storage::Writer& db, const Geste& geste,
                                          const Visee& visee, Reponse reponse) {
    const auto version = trouver(db, geste, visee.id);
    if (!version) return version.error();
    auto un = version->element;
    auto demande = lue(un.contenu);
    reponse.texte = std::string{core::trimmed(reponse.texte)};
    if (demande.reponse == reponse) return std::vector<Faute>{};
    auto fautes = fautes_d_une_reponse(demande, reponse, jour_de(geste));
    if (!fautes.empty()) return fautes;
    demande.reponse = std::move(reponse);
    un.contenu = contenu_de(demande);
    return ecrire(db, geste, {un, visee.vue}, "demande.repondre");
}

std::vector<Inscrite> demandes_de(storage::Reader& db, std::string_view personne,
                                  std::size_t combien) {
    return lues(db, element::du_dossier(db, {personne, Genre::demande, combien}));
}

std::vector<Inscrite> ouvertes(storage::Reader& db, std::string_view finess_et) {
    std::vector<Inscrite> toutes;
    element::DuLieu voulu{finess_et, Genre::demande, par_question};
    for (;;) {
        auto page = lues(db, element::du_lieu(db, voulu));
        const bool pleine = page.size() == par_question;
        if (pleine)
            voulu.apres = {page.back().version.element.debut.utc_text(),
                           page.back().version.numero};
        for (auto& une : page)
            if (!une.demande.reponse) toutes.push_back(std::move(une));
        if (!pleine) break;
    }
    std::ranges::sort(toutes, {}, [](const Inscrite& une) {
        return std::pair{echeance_de(une.demande), une.version.element.id};
    });
    return toutes;
}

}  // namespace grappe::demande
