// A line for each thing that happened; what one does not read is not there.
#include "dui/conduite/histoire.hpp"

#include <algorithm>

#include "core/integer.hpp"
#include "core/texte.hpp"
#include "dui/element/elements_repository.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/personne_vue.hpp"
#include "dui/rencontre/dits.hpp"
#include "dui/sejour/absence.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::conduite {
namespace {

using dui::dire;
using page::Vue;

constexpr std::size_t lignes_au_plus = 100;  // of each kind

struct Ligne {
    core::Date jour;
    std::size_t rang;  // in the order of telling
    std::string phrase, precision;
};

class Recit {
public:
    Recit(const dui::Services& services, core::Date au) : services_{services}, au_{au} {}

    void dire_que(core::Date jour, const std::string& code, const rules::Faits& faits,
                  std::string precision) {
        if (jour <= au_)
            lignes_.push_back(
                {jour, lignes_.size(), dire(services_, code, faits), std::move(precision)});
    }
    const dui::Services& services() const { return services_; }
    Vue::Liste vues() {
        std::ranges::sort(lignes_, std::ranges::greater{}, [](const Ligne& une) {
            return std::pair{une.jour, une.rang};
        });
        Vue::Liste vues;
        for (auto& une : lignes_)
            vues.push_back(Vue{{"quand", page::jour(une.jour)},
                               {"phrase", std::move(une.phrase)},
                               {"precision", std::move(une.precision)}});
        return vues;
    }

private:
    const dui::Services& services_;
    core::Date au_;
    std::vector<Ligne> lignes_{};
};

void dire_un_sejour(storage::Reader& db, const annuaire::Sejour& un, bool en_detail, Recit& recit) {
    const auto& services = recit.services();
    const auto suivi = en_detail ? sejour::lire_le_suivi(db, un.id).suivi : sejour::Suivi{};
    recit.dire_que(un.entree, "conduite.histoire.entree",
                   {{"quoi", dire(services, "dui.etat." + std::string{core::name_of(un.modalite)})},
                    {"ou", un.finess_et}},
                   suivi.motif);
    if (un.sortie)
        recit.dire_que(*un.sortie,
                       suivi.issue
                           ? "conduite.histoire.issue." + std::string{core::name_of(*suivi.issue)}
                           : "conduite.histoire.sortie",
                       {{"ou", un.finess_et}}, suivi.motif_de_sortie);
    if (!en_detail) return;
    for (const auto& acte : sejour::actes_de(db, un.id))
        recit.dire_que(acte.jour, "conduite.fait." + std::string{core::name_of(acte.acte)}, {},
                       acte.participants);
}

}  // namespace

Vue::Liste histoire_de(const Conduite& conduite, storage::Reader& db,
                       const rencontre::Rencontre& rencontre, core::Date au) {
    const auto& services = conduite.ecrans.services;
    const auto& personne = rencontre.personne;
    Recit recit{services, au};
    const auto ici = [&](std::string_view finess_et) {
        return std::ranges::find(rencontre.etablissements, finess_et) !=
               rencontre.etablissements.end();
    };
    std::size_t dits = 0;
    for (auto un = personne.sejours.rbegin(); un != personne.sejours.rend(); ++un)
        if (ici(un->finess_et) && dits++ < lignes_au_plus)
            dire_un_sejour(db, *un, rencontre.qui.lit(partage::Classe::administratif), recit);
    if (rencontre.qui.lit(partage::Classe::quotidien))
        for (const auto& une : sejour::absences_de_la_personne(db, personne.id, lignes_au_plus))
            recit.dire_que(core::paris().day_of(une.debut),
                           "conduite.histoire.absence." + std::string{core::name_of(une.nature)},
                           {}, une.motif);
    for (const auto& ou : rencontre.etablissements)
        for (const auto& passage : unite::passages_de(db, ou, personne.id))
            recit.dire_que(
                core::paris().day_of(passage.depuis),
                passage.unite.empty() ? "conduite.histoire.sans_unite" : "conduite.histoire.unite",
                {{"nom", passage.unite}, {"ou", ou}}, {});
    if (personne.deces) recit.dire_que(*personne.deces, "conduite.histoire.deces", {}, {});
    return recit.vues();
}

Vue obligation_vue(const dui::Services& services, const echeance::Obligation& une,
                   Titulaire titulaire) {
    using enum echeance::Etat;
    auto faits = une.faits;
    const auto source = une.regle == nullptr ? std::string{} : rules::en_clair(une.regle->source);
    const std::string etat{core::name_of(une.etat)};
    return {
        {"quoi",
         services.phrases.rendre("echeance.nom." + std::string{core::name_of(une.code)}, faits)},
        {"dit", echeance::dire(une, services.phrases)},
        {"etat", dire(services, "conduite.etat." + etat)},
        {"erreur", une.etat == en_retard},
        {"alerte", une.etat == proche},
        {"article", source},
        {"certitude", une.regle == nullptr
                          ? std::string{}
                          : dire(services, "echeance.certitude." +
                                               std::string{core::name_of(une.regle->certitude)})},
        {"note", une.regle == nullptr ? std::string{} : une.regle->note},
        {"nom", std::move(titulaire.nom)},
        {"adresse", std::move(titulaire.adresse)}};
}

std::string adresse_du_sejour(std::string_view personne, std::string_view sejour) {
    return dui::adresse_sous("/sejours", personne) +
           "?sejour=" + core::percent_encoded(std::string{sejour});
}

std::int64_t version_vue(const page::Formulaire& dit) {
    return core::integer<std::int64_t>(dit.valeur("version")).value_or(-1);
}

}  // namespace grappe::conduite
