// An absence is an element of the person. One that is long, or of which nobody knows the end, also
// belongs to a list of the establishment, so that it is found however long ago it began.
#include "dui/sejour/absence.hpp"

#include <algorithm>

#include "core/texte.hpp"
#include "dui/element/elements_repository.hpp"
#include "dui/lecture/contenu.hpp"
#include "secret/hasard.hpp"

namespace grappe::sejour {
namespace {

using element::Element, element::Etat, element::Genre;

constexpr auto courte = std::chrono::days{31};
constexpr std::size_t par_page = 500;
constexpr std::size_t confrontees = 200;  // the last ones of a person

core::Refusal refus(core::Reason raison, const char* code) { return core::refuse(raison, code); }

std::string liste_des_longues(std::string_view finess_et) {
    return "absences:" + std::string{finess_et};
}

std::string contenu_de(const Absence& une) {
    return lecture::en_contenu({{"nature", std::string{core::name_of(une.nature)}},
                                {"prevue", std::string{core::name_of(une.prevue)}},
                                {"motif", une.motif}});
}

Absence absence_de(const element::Version& version) {
    const auto& un = version.element;
    auto textes = lecture::textes_du_contenu(un.contenu);
    return {.id = un.id,
            .version = version.version,
            .personne = un.personne,
            .debut = un.debut,
            .fin = un.fin,
            .nature = core::named<NatureDAbsence>(textes["nature"]).value(),
            .prevue = core::named<Prevue>(textes["prevue"]).value(),
            .motif = textes["motif"]};
}

Element element_de(const Absence& une, const core::Finess& finess_et) {
    const bool longue = !une.fin || une.fin->utc() - une.debut.utc() > courte;
    return {.id = une.id,
            .genre = Genre::absence,
            .classe = partage::Classe::quotidien,
            .finess_et = finess_et,
            .personne = une.personne,
            .lie_a = longue ? liste_des_longues(finess_et.text()) : std::string{},
            .debut = une.debut,
            .fin = une.fin,
            .contenu = contenu_de(une)};
}

bool se_chevauchent(const Absence& une, const SaisieDAbsence& autre) {
    return (!une.fin || *autre.debut < *une.fin) && (!autre.fin || une.debut < *autre.fin);
}

core::Result<element::Version> trouver(storage::Reader& db, const Redacteur& redacteur,
                                       const std::string& id) {
    auto derniere = element::derniere(db, id);
    if (!derniere || derniere->element.genre != Genre::absence ||
        derniere->element.etat == Etat::retire ||
        !redacteur.qui.peut_a(access::Permission::dossier_usager_lire,
                              derniere->element.finess_et.text()))
        return refus(core::Reason::not_found, "absence.inconnue");
    if (auto droit = peut_ecrire_le_quotidien(redacteur.qui, derniere->element.finess_et.text());
        !droit)
        return droit.error();
    return *std::move(derniere);
}

core::Result<Ecrit> ecrire(storage::Writer& db, const Redacteur& redacteur, const char* acte,
                           const element::Ecriture& voulue) {
    const auto ecrite = element::ecrire(db, redacteur.geste(), voulue);
    if (!ecrite) return ecrite.error();
    noter(db, redacteur, acte, voulue.element);
    return Ecrit{{}, voulue.element.id, ecrite->version};
}

}  // namespace

std::vector<Faute> fautes_de(storage::Reader& db, const SaisieDAbsence& saisie) {
    std::vector<Faute> fautes;
    if (!saisie.debut) fautes.push_back({"debut", "absence.faute.debut"});
    if (saisie.debut && saisie.fin && *saisie.fin <= *saisie.debut)
        fautes.push_back({"fin", "absence.faute.fin"});
    const auto nature = core::named<NatureDAbsence>(saisie.nature);
    if (!nature) fautes.push_back({"nature", "absence.faute.nature"});
    if (!core::named<Prevue>(saisie.prevue)) fautes.push_back({"prevue", "absence.faute.prevue"});
    if (nature == NatureDAbsence::autre && core::trimmed(saisie.motif).empty())
        fautes.push_back({"motif", "absence.faute.motif"});
    if (core::caracteres(saisie.motif) > texte_au_plus)
        fautes.push_back({"motif", "sejour.faute.long"});
    if (!saisie.debut) return fautes;
    for (const auto& une : absences_de_la_personne(db, saisie.personne, confrontees))
        if (se_chevauchent(une, saisie)) {
            fautes.push_back({"debut", "absence.faute.deja"});
            break;
        }
    return fautes;
}

core::Result<Ecrit> declarer(storage::Writer& db, const Redacteur& redacteur,
                             const SaisieDAbsence& saisie) {
    if (!secret::est_un_identifiant(saisie.id)) return refus(core::Reason::invalid, "absence.id");
    if (auto droit = peut_ecrire_le_quotidien(redacteur.qui, saisie.finess_et.text()); !droit)
        return droit.error();
    const auto deja = element::derniere(db, saisie.id);
    if (deja && deja->element.genre == Genre::absence && deja->element.personne == saisie.personne)
        return Ecrit{{}, saisie.id, deja->version};
    if (auto fautes = fautes_de(db, saisie); !fautes.empty())
        return Ecrit{.fautes = std::move(fautes)};
    const Absence une{.id = saisie.id,
                      .version = 0,
                      .personne = saisie.personne,
                      .debut = *saisie.debut,
                      .fin = saisie.fin,
                      .nature = core::named<NatureDAbsence>(saisie.nature).value(),
                      .prevue = core::named<Prevue>(saisie.prevue).value(),
                      .motif = std::string{core::trimmed(saisie.motif)}};
    return ecrire(db, redacteur, "absence.declarer", {element_de(une, saisie.finess_et), 0});
}

core::Result<Ecrit> rentrer(storage::Writer& db, const Redacteur& redacteur, const Retour& retour) {
    const auto trouvee = trouver(db, redacteur, retour.id);
    if (!trouvee) return trouvee.error();
    auto une = absence_de(*trouvee);
    if (!retour.le) return Ecrit{.fautes = {{"retour", "absence.faute.retour"}}};
    if (*retour.le <= une.debut) return Ecrit{.fautes = {{"retour", "absence.faute.retour_avant"}}};
    if (*retour.le > redacteur.maintenant.seconde())
        return Ecrit{.fautes = {{"retour", "absence.faute.retour_futur"}}};
    une.fin = retour.le;
    return ecrire(db, redacteur, "absence.rentrer",
                  {element_de(une, trouvee->element.finess_et), retour.vue});
}

core::Result<Ecrit> retirer(storage::Writer& db, const Redacteur& redacteur,
                            const RetraitDAbsence& retrait) {
    const auto trouvee = trouver(db, redacteur, retrait.id);
    if (!trouvee) return trouvee.error();
    const std::string motif{core::trimmed(retrait.motif)};
    if (motif.empty()) return Ecrit{.fautes = {{"motif", "sejour.faute.motif"}}};
    if (core::caracteres(motif) > texte_au_plus)
        return Ecrit{.fautes = {{"motif", "sejour.faute.long"}}};
    auto une = absence_de(*trouvee);
    une.motif = motif;
    auto un = element_de(une, trouvee->element.finess_et);
    un.etat = Etat::retire;
    un.lie_a.clear();
    return ecrire(db, redacteur, "absence.retirer", {un, retrait.vue});
}

std::vector<Absence> absences_de(storage::Reader& db, std::string_view finess_et,
                                 const Periode& periode) {
    std::vector<Absence> toutes;
    const auto garder = [&](const element::Version& version) {
        if (version.element.genre != Genre::absence || version.element.etat == Etat::retire) return;
        auto une = absence_de(version);
        if (une.debut < periode.au && (!une.fin || *une.fin > periode.du))
            toutes.push_back(std::move(une));
    };
    for (const auto& une : element::lies_a(db, liste_des_longues(finess_et))) garder(une);
    const auto limite = core::Instant::of(periode.du.utc() - courte);
    element::Suite suite{periode.au.utc_text(), 0};
    for (bool plus = true; plus;) {
        const auto page = element::du_lieu(db, {finess_et, Genre::absence, par_page, suite});
        for (const auto& une : page)
            if (une.element.lie_a.empty()) garder(une);
        plus = page.size() == par_page && page.back().element.debut >= limite;
        if (plus) suite = {page.back().element.debut.utc_text(), page.back().numero};
    }
    std::ranges::sort(toutes, {}, [](const Absence& une) { return std::pair{une.debut, une.id}; });
    return toutes;
}

std::vector<Absence> absences_de_la_personne(storage::Reader& db, std::string_view personne,
                                             std::size_t combien) {
    std::vector<Absence> toutes;
    for (const auto& une : element::du_dossier(db, {personne, Genre::absence, combien}))
        if (une.element.etat == Etat::actif) toutes.push_back(absence_de(une));
    return toutes;
}

}  // namespace grappe::sejour
