// When a dossier's time is over. Pure but for the acts at the end.
#include "portail/documents/conservation.hpp"

#include <array>
#include <chrono>

#include "audit/journal.hpp"
#include "core/integer.hpp"
#include "courrier/lettre.hpp"
#include "portail/documents/conservation_repository.hpp"
#include "portail/documents/lignes_de_donnees.hpp"

namespace grappe::documents {
namespace {

using core::Reason;

std::optional<DureeDeGarde> lire_duree(std::string_view ligne) {
    const auto champs = quatre_champs(ligne);
    if (!champs) return std::nullopt;
    const auto cas = core::named<Cas>((*champs)[0]);
    const auto mois = core::integer<int>((*champs)[2]);
    if (!cas || !mois || *mois < 1) return std::nullopt;
    return DureeDeGarde{.cas = *cas,
                        .appel = std::string{(*champs)[1]},
                        .mois = *mois,
                        .source = std::string{(*champs)[3]}};
}

// The line of the call, else that of all.
const DureeDeGarde* duree_de(const std::vector<DureeDeGarde>& durees, Cas cas,
                             std::string_view appel) {
    const DureeDeGarde* trouvee = nullptr;
    for (const auto& duree : durees) {
        if (duree.cas != cas) continue;
        if (duree.appel == appel) return &duree;
        if (duree.appel == "*") trouvee = &duree;
    }
    return trouvee;
}

// So many months later, at the same hour; a day that does not exist is the last of its month.
core::Instant plus_mois(core::Instant instant, int mois) {
    const auto jour = std::chrono::floor<std::chrono::days>(instant.utc());
    auto date = std::chrono::year_month_day{jour} + std::chrono::months{mois};
    if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
    return core::Instant::of(std::chrono::sys_days{date} + (instant.utc() - jour));
}

void noter(storage::Writer& db, const ActeDeGarde& acte, std::string_view nom) {
    audit::noter(db,
                 {.acteur = std::string{acte.par},
                  .acte = std::string{nom},
                  .objet = "dossier:" + std::string{acte.dossier},
                  .detail = std::string{acte.motif}},
                 acte.maintenant);
}

}  // namespace

core::Result<std::vector<DureeDeGarde>> lire_durees(std::string_view texte) {
    std::vector<DureeDeGarde> durees;
    const int fautive = chaque_ligne(texte, [&](std::string_view ligne) {
        auto duree = lire_duree(ligne);
        if (!duree) return false;
        durees.push_back(*std::move(duree));
        return true;
    });
    if (fautive > 0)
        return core::refuse(Reason::invalid, "conservation.ligne", std::to_string(fautive));
    return durees;
}

std::optional<Cas> cas_de(teleservice::Statut statut) {
    using enum teleservice::Statut;
    if (statut == brouillon) return Cas::brouillon;
    if (statut == retire) return Cas::retire;
    if (statut == irrecevable || statut == defavorable) return Cas::refuse;
    if (statut == clos) return Cas::clos;
    return std::nullopt;
}

std::vector<Echeance> echeances(const std::vector<DossierGarde>& dossiers,
                                const std::vector<DureeDeGarde>& durees, core::Instant maintenant) {
    std::vector<Echeance> trouvees;
    for (const auto& dossier : dossiers) {
        const auto cas = cas_de(dossier.statut);
        const auto* duree = cas ? duree_de(durees, *cas, dossier.appel) : nullptr;
        if (!duree) continue;
        const auto terme = plus_mois(dossier.depuis, duree->mois);
        if (terme > maintenant) continue;
        // A notice of before the last change is no notice.
        const bool annoncee = dossier.annonce && *dossier.annonce >= terme;
        const bool passee =
            annoncee &&
            dossier.annonce->utc() + std::chrono::days{preavis_en_jours} <= maintenant.utc();
        trouvees.push_back({.dossier = &dossier,
                            .duree = duree,
                            .annoncee = annoncee,
                            .purgeable = passee && !dossier.tenu()});
    }
    return trouvees;
}

namespace {

ActeDeGarde acte_sur(const Echeance& une, const Gardien& gardien) {
    return {.dossier = une.dossier->id,
            .par = gardien.par,
            .motif = core::name_of(une.duree->cas),
            .maintenant = gardien.maintenant};
}

// A draft that is saved again is kept: that is said to whom can do it.
void prevenir(storage::Writer& db, const Echeance& une, core::Instant maintenant,
              const identity::Poste& poste) {
    const auto& paris = core::paris();
    const auto terme = core::Instant::of(maintenant.utc() + std::chrono::days{preavis_en_jours});
    const auto lien = poste.adresse_publique + "/dossiers/" + une.dossier->id;
    const rules::Faits faits{{"appel", une.dossier->appel},
                             {"depuis", paris.day_of(une.dossier->depuis)},
                             {"mois", std::int64_t{une.duree->mois}},
                             {"le", paris.day_of(terme)},
                             {"lien", lien},
                             {"site", poste.adresse_publique}};
    const auto* code = une.duree->cas == Cas::brouillon ? "purge_brouillon" : "purge_dossier";
    identity::avertir(db, {une.dossier->compte, code, identity::Poids::obligatoire, faits, lien},
                      poste);
}

}  // namespace

void annoncer(storage::Writer& db, const std::vector<Echeance>& trouvees, const Gardien& gardien,
              const identity::Poste& poste) {
    for (const auto& une : trouvees) {
        if (une.annoncee) continue;
        ajouter_annonce(db, une.dossier->id, gardien.maintenant);
        noter(db, acte_sur(une, gardien), "conservation.annoncer");
        prevenir(db, une, gardien.maintenant, poste);
    }
}

core::Result<void> retenir(storage::Writer& db, const ActeDeGarde& acte) {
    if (acte.motif.empty()) return core::refuse(Reason::invalid, "conservation.motif");
    if (!existe(db, acte.dossier)) return core::refuse(Reason::not_found, "dossier.inconnu");
    ajouter_retenue(db, acte);
    noter(db, acte, "conservation.retenir");
    return {};
}

core::Result<void> lever(storage::Writer& db, const ActeDeGarde& acte) {
    if (lever_les_retenues(db, acte) == 0)
        return core::refuse(Reason::not_found, "conservation.sans_retenue");
    noter(db, acte, "conservation.lever");
    return {};
}

int purger(storage::Writer& db, const std::vector<Echeance>& trouvees, const Gardien& gardien) {
    int purges = 0;
    for (const auto& une : trouvees) {
        if (!une.purgeable) continue;
        const auto acte = acte_sur(une, gardien);
        effacer(db, acte);
        noter(db, acte, "conservation.purger");
        ++purges;
    }
    return purges;
}

}  // namespace grappe::documents
